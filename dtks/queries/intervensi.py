"""Plans and their families: whom a plan would pick, what is spent, the recap by village."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import Count, Exists, OuterRef, Sum
from django.utils import timezone

from dtks.models import Individu, RencanaIntervensi, SasaranIntervensi
from dtks.models.registri import KEPALA
from dtks.rules.intervensi import NOL, TemuanRencana, periksa_anggaran
from inti.models import Pengguna, Wilayah

H = SasaranIntervensi.Hasil


def desa_terdata() -> list[Wilayah]:
    """Villages with somebody in the registry, kecamatan by kecamatan."""
    ada = Individu.objects.filter(desa_id=OuterRef("pk"))
    return list(
        Wilayah.objects.filter(Exists(ada), tingkat=Wilayah.Tingkat.DESA)
        .select_related("induk")
        .order_by("induk__nama", "nama")
    )


def _terpilih(rencana: RencanaIntervensi) -> tuple[str, list[Any]]:
    """One row for each family that the plan is meant for, as SQL: its head among those who count, else the first.

    A family counts with a member of the chosen villages who is listed, not excluded, not restricted, not joined to
    another entry, and whose desil lies in the range.
    """
    desa = list(Wilayah.objects.filter(kode__in=rencana.desa).values_list("pk", flat=True)) or [0]
    sql = f"""
        SELECT t.id, t.keluarga_id, t.desa_id, t.desil FROM (
            SELECT i.id, i.keluarga_id, i.desa_id, i.desil, ROW_NUMBER() OVER (
                PARTITION BY i.keluarga_id ORDER BY CASE WHEN i.hubungan = %s THEN 0 ELSE 1 END, i.id) AS urut
            FROM dtks_individu i
            WHERE i.terdaftar AND NOT i.dikecualikan AND i.digabung_ke_id IS NULL
              AND (i.dibatasi_sampai IS NULL OR i.dibatasi_sampai < %s)
              AND i.desil BETWEEN %s AND %s AND i.desa_id IN ({", ".join(["%s"] * len(desa))})
        ) t WHERE t.urut = 1"""  # noqa: S608  (only placeholders)
    return sql, [
        KEPALA,
        connection.ops.adapt_datefield_value(timezone.localdate()),
        rencana.desil_min,
        rencana.desil_max,
        *desa,
    ]


@dataclass(frozen=True)
class CalonSasaran:
    """How many families a picking would find, and how many of them are new."""

    ditemukan: int
    baru: int

    @property
    def sudah(self) -> int:
        """Those picked before."""
        return self.ditemukan - self.baru


def hitung_calon(rencana: RencanaIntervensi) -> CalonSasaran:
    """Count before picking."""
    sql, isian = _terpilih(rencana)
    with connection.cursor() as kursor:
        kursor.execute(
            f"SELECT COUNT(*), COUNT(s.id) FROM ({sql}) c "  # noqa: S608
            "LEFT JOIN dtks_sasaranintervensi s ON s.rencana_id = %s AND s.keluarga_id = c.keluarga_id",
            [*isian, rencana.pk],
        )
        semua, sudah = kursor.fetchone()
    return CalonSasaran(semua, semua - sudah)


def sisipkan_sasaran(rencana: RencanaIntervensi) -> int:
    """Add the families that are not among the targets yet, in one statement. Out: how many. Within a service."""
    sql, isian = _terpilih(rencana)
    kini = connection.ops.adapt_datetimefield_value(timezone.now())
    sebelum = SasaranIntervensi.objects.filter(rencana=rencana).count()
    with connection.cursor() as kursor:
        kursor.execute(
            f"""INSERT INTO dtks_sasaranintervensi (rencana_id, keluarga_id, individu_id, desa_id, desil, hasil,
                    jumlah, catatan, versi, dibuat_pada, diubah_pada)
                SELECT %s, c.keluarga_id, c.id, c.desa_id, c.desil, 'belum', 0, '', 1, %s, %s FROM ({sql}) c
                WHERE 1 = 1 ORDER BY c.desa_id, c.keluarga_id
                ON CONFLICT (rencana_id, keluarga_id) DO NOTHING""",  # noqa: S608
            [rencana.pk, kini, kini, *isian],
        )
    return SasaranIntervensi.objects.filter(rencana=rencana).count() - sebelum


@dataclass(frozen=True)
class Ikhtisar:
    """A plan in figures."""

    sasaran: int
    hasil: dict[str, int]
    terpakai: Decimal
    temuan: list[TemuanRencana]


def ikhtisar(rencana: RencanaIntervensi, pengguna: Pengguna) -> Ikhtisar:
    """Counts and money of the families within the user's scope; warnings only for who sees the whole plan."""
    baris = (
        SasaranIntervensi.objects.untuk(pengguna)
        .filter(rencana=rencana)
        .order_by()
        .values_list("hasil")
        .annotate(Count("id"), Sum("jumlah"))
    )
    hasil = dict.fromkeys(H.values, 0)
    terpakai = NOL
    for kode, banyak, jumlah in baris:
        hasil[kode] = banyak
        terpakai += jumlah or NOL
    semua = sum(hasil.values())
    perlu = terpakai + rencana.per_keluarga * hasil[H.BELUM]
    temuan = periksa_anggaran(rencana.anggaran, terpakai, perlu) if pengguna.desa_id is None else []
    return Ikhtisar(semua, hasil, terpakai, temuan)


def terpakai(rencana: RencanaIntervensi, kecuali: Iterable[int] = ()) -> Decimal:
    """Whole rupiah handed out, without the rows `kecuali`."""
    kueri = SasaranIntervensi.objects.filter(rencana=rencana)
    semua = kueri.aggregate(n=Sum("jumlah"))["n"] or NOL
    return semua - (kueri.filter(pk__in=list(kecuali)).aggregate(n=Sum("jumlah"))["n"] or NOL)


@dataclass(frozen=True)
class BarisRekap:
    """A village of a recap: counts by result and money."""

    desa: str
    kecamatan: str
    hasil: dict[str, int]
    jumlah: Decimal

    @property
    def semua(self) -> int:
        return sum(self.hasil.values())


def rekap(rencana: RencanaIntervensi, pengguna: Pengguna | None) -> list[BarisRekap]:
    """By village in the order of kecamatan and name, one grouped query. None (the command) is not narrowed."""
    kueri = SasaranIntervensi.objects.all() if pengguna is None else SasaranIntervensi.objects.untuk(pengguna)
    kumpul: dict[tuple[str, str], tuple[dict[str, int], Decimal]] = {}
    for desa, kecamatan, hasil, banyak, jumlah in (
        kueri.filter(rencana=rencana)
        .order_by("desa__induk__nama", "desa__nama")
        .values_list("desa__nama", "desa__induk__nama", "hasil")
        .annotate(Count("id"), Sum("jumlah"))
    ):
        isi, uang = kumpul.get((desa, kecamatan or ""), (dict.fromkeys(H.values, 0), NOL))
        isi[hasil] += banyak
        kumpul[desa, kecamatan or ""] = (isi, uang + (jumlah or NOL))
    return [BarisRekap(d, k, isi, uang) for (d, k), (isi, uang) in kumpul.items()]
