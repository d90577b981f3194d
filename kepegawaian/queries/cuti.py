"""Reads of leave: the rule in force, balances, what an application would count, who decides it, what waits for whom."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Q, QuerySet
from django.utils import timezone

from inti.formats import tanggal_pendek
from inti.models import Pengguna
from inti.queries.kalender import libur_antara
from kepegawaian.models import AturanCuti, JenisCuti, Pegawai, PengajuanCuti, SaldoAwalCuti
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.queries.karier import mulai_bekerja, mulai_bekerja_semua
from kepegawaian.rules import cuti as rules
from kepegawaian.rules.saldo_cuti import AturanTahunan, CatatanTahun, Saldo, hitung_saldo

S = PengajuanCuti.Status
S_BERLAKU = frozenset(PengajuanCuti.BERLAKU)
S_BERJALAN = frozenset(PengajuanCuti.TERBUKA)
TERPANJANG = 366 * 4  # days: more than any kind allows


@dataclass(frozen=True)
class HasilHitung:
    """What an application would come to: its days, what speaks against it, and the balances without it."""

    hitungan: rules.Hitungan | None
    temuan: list[rules.TemuanCuti]
    saldo: Mapping[int, Saldo]
    satuan: str = ""

    @property
    def penolakan(self) -> list[rules.TemuanCuti]:
        """What refuses it."""
        return [t for t in self.temuan if t.sifat == "tolak"]

    @property
    def lama(self) -> str:
        """Length in words."""
        n = self.hitungan.hari if self.hitungan else 0
        return f"{n} {'hari kerja' if self.satuan == 'hari_kerja' else 'hari'}"


def aturan_pada(jenis: str, pegawai: Pegawai, hari: dt.date) -> AturanCuti | None:
    """The rule of a kind for a person on a day; None when he has no right to it."""
    kelompok = rules.KELOMPOK.get(pegawai.jenis)
    return AturanCuti.objects.pada(hari).filter(jenis=jenis, kelompok=kelompok).first() if kelompok else None


def jenis_tersedia(pegawai: Pegawai, hari: dt.date) -> list[tuple[str, str]]:
    """Kinds that a person may ask for on a day, in the order of the form."""
    ada = set(
        AturanCuti.objects.pada(hari)
        .filter(kelompok=rules.KELOMPOK.get(pegawai.jenis, ""))
        .values_list("jenis", flat=True)
    )
    return [(nilai, kata) for nilai, kata in JenisCuti.choices if nilai in ada]


def _aturan_rules(a: AturanCuti) -> rules.AturanHak:
    return rules.AturanHak(
        hak=a.hak,
        satuan=a.satuan,
        masa_kerja=a.masa_kerja,
        simpan=a.simpan,
        simpan_tertunda=a.simpan_tertunda,
        surat_mulai=a.surat_mulai,
        surat_pemerintah_mulai=a.surat_pemerintah_mulai,
        kelahiran=a.kelahiran,
        jeda=a.jeda,
    )


def saldo_pegawai(
    pegawai: Iterable[Pegawai], sampai: int, *, tambah: Mapping[int, int] | None = None, kecuali: int | None = None
) -> dict[int, dict[int, Saldo]]:
    """Balances of annual leave by person and year, from each one's first year to `sampai`; four queries for all.

    `tambah` adds days that wait, by year (a new application of the only person given); `kecuali` leaves one
    application out. A person's first year is that of his opening balance, else of his record.
    """
    orang = list(pegawai)
    buku, awal = _buku([p.pk for p in orang], kecuali)
    for tahun, n in (tambah or {}).items():
        for p in orang:
            c = buku[p.pk].get(tahun, CatatanTahun())
            buku[p.pk][tahun] = replace(c, menunggu=c.menunggu + n)
    baris = list(AturanCuti.objects.hidup().filter(jenis=JenisCuti.TAHUNAN).order_by("berlaku_mulai"))
    mulai = mulai_bekerja_semua(orang)
    hasil = {}
    for p in orang:
        dari = min(awal.get(p.pk, timezone.localtime(p.dibuat_pada).year), sampai)
        hasil[p.pk] = hitung_saldo(dari, sampai, buku[p.pk], lambda t, p=p: _aturan_tahun(p, mulai[p.pk], t, baris))
    return hasil


def _aturan_tahun(p: Pegawai, mulai: dt.date | None, tahun: int, baris: list[AturanCuti]) -> AturanTahunan | None:
    """Figures for a person who began on `mulai` in a year: the newest row in force in it, if he reaches the service that it asks for."""
    akhir = dt.date(tahun, 12, 31)
    cocok = [
        a
        for a in baris
        if a.kelompok == rules.KELOMPOK.get(p.jenis)
        and a.berlaku_mulai <= akhir
        and (a.berlaku_sampai is None or a.berlaku_sampai >= dt.date(tahun, 1, 1))
    ]
    if not cocok:
        return None
    a = cocok[-1]
    bulan = rules.masa_kerja(mulai, akhir)
    if bulan is not None and bulan < a.masa_kerja:
        return None
    return AturanTahunan(a.hak, a.simpan, a.simpan_tertunda)


def _buku(kunci: list[int], kecuali: int | None) -> tuple[dict[int, dict[int, CatatanTahun]], dict[int, int]]:
    """What happened by person and year, and each one's first year where there is an opening balance."""
    buku: dict[int, dict[int, CatatanTahun]] = defaultdict(dict)
    awal: dict[int, int] = {}
    for a in SaldoAwalCuti.objects.hidup().filter(pegawai__in=kunci).order_by("tahun"):
        buku[a.pegawai_id][a.tahun] = CatatanTahun(awal=(a.sisa_n1, a.sisa_n2))
        awal.setdefault(a.pegawai_id, a.tahun)
    baris = (
        PengajuanCuti.objects.hidup()
        .filter(pegawai__in=kunci, jenis__in=[JenisCuti.TAHUNAN, JenisCuti.BESAR])
        .exclude(pk=kecuali)
        .values_list("pegawai", "jenis", "status", "per_tahun")
    )
    for pegawai, jenis, status, per_tahun in baris:
        for teks, n in per_tahun.items():
            tahun = int(teks)
            c = buku[pegawai].get(tahun, CatatanTahun())
            if jenis == JenisCuti.BESAR:
                c = replace(c, besar=c.besar or (n > 0 and status in {*S_BERLAKU, *S_BERJALAN}))
            elif status in S_BERLAKU:
                c = replace(c, terpakai=c.terpakai + n)
            elif status in S_BERJALAN:
                c = replace(c, menunggu=c.menunggu + n)
            elif status == S.DITANGGUHKAN:
                c = replace(c, ditangguhkan=c.ditangguhkan + n)
            buku[pegawai][tahun] = c
    return buku, awal


def hitung_pengajuan(
    pegawai: Pegawai,
    *,
    jenis: str,
    mulai: dt.date,
    sampai: dt.date,
    surat: str = "",
    kelahiran_ke: int | None = None,
    kecuali: int | None = None,
    tanggal: dt.date | None = None,
) -> HasilHitung:
    """Count an application as it stands and weigh it. `kecuali` is itself, when it is stored already; `tanggal` is the
    day on which it was filed (today for a new one)."""
    aturan = aturan_pada(jenis, pegawai, mulai)
    hari_ini = tanggal or timezone.localdate()
    sebutan = JenisCuti(jenis).label
    if aturan is None or sampai < mulai:
        return HasilHitung(
            None, rules.nilai(rules.PermintaanCuti(jenis, mulai, sampai, hari_ini), None, sebutan, None), {}
        )
    if (sampai - mulai).days > TERPANJANG:
        galat = rules.TemuanCuti("TERLALU_LAMA", "Rentang tanggal terlalu panjang.", "Perbaiki tanggalnya.")
        return HasilHitung(None, [galat], {})
    hitungan = rules.hitung(mulai, sampai, aturan.satuan, libur_antara(mulai, sampai))
    lain = list(
        PengajuanCuti.objects.hidup()
        .filter(pegawai=pegawai, status__in=[*S_BERLAKU, *S_BERJALAN])
        .exclude(pk=kecuali)
        .select_related("nomor")
        .order_by("mulai")
    )
    tahun_akhir = max([sampai.year, hari_ini.year, *(c.berakhir.year for c in lain)])
    tambah = hitungan.per_tahun if jenis == JenisCuti.TAHUNAN else {}
    sebelum = saldo_pegawai([pegawai], tahun_akhir, kecuali=kecuali)[pegawai.pk]
    sesudah = saldo_pegawai([pegawai], tahun_akhir, tambah=tambah, kecuali=kecuali)[pegawai.pk] if tambah else sebelum
    besar = [c.berakhir for c in lain if c.jenis == JenisCuti.BESAR and c.berakhir < mulai]
    temuan = rules.nilai(
        rules.PermintaanCuti(
            jenis=jenis,
            mulai=mulai,
            sampai=sampai,
            hari_ini=hari_ini,
            masa_kerja=rules.masa_kerja(mulai_bekerja(pegawai), mulai),
            saldo={t: s for t, s in sesudah.items() if t >= mulai.year},
            surat=surat,
            kelahiran_ke=kelahiran_ke,
            besar_terakhir=max(besar, default=None),
            tahunan_terpakai=sebelum[mulai.year].terpakai if mulai.year in sebelum else 0,
            bertindih=[sebut_cuti(c) for c in lain if c.mulai <= sampai and c.berakhir >= mulai],
        ),
        _aturan_rules(aturan),
        sebutan,
        hitungan,
    )
    return HasilHitung(
        hitungan, temuan, {t: s for t, s in sebelum.items() if mulai.year <= t <= sampai.year}, aturan.satuan
    )


def sebut_cuti(c: PengajuanCuti) -> str:
    """A leave in a sentence: kind, number, days."""
    return f"{c.get_jenis_display().lower()} {c.nomor.teks} ({tanggal_pendek(c.mulai)} sampai {tanggal_pendek(c.berakhir)})"


def pejabat_cuti(pegawai: Pegawai, hari: dt.date) -> tuple[Pegawai, Pegawai] | None:
    """(superior, authorised officer) for a leave; one person twice where only he is above. None for who has nobody.

    Someone without an account can't act here, so the next one above stands in for him.
    """
    rantai: list[Pegawai] = []
    lihat: Pegawai | None = pegawai
    dilihat = {pegawai.pk}
    while lihat is not None and len(rantai) < 2:
        lihat = atasan_pada(lihat, hari)
        if lihat is None or lihat.pk in dilihat:
            break
        dilihat.add(lihat.pk)
        if lihat.pengguna is not None and lihat.pengguna.is_active and lihat.pengguna_id != pegawai.pengguna_id:
            rantai.append(lihat)
    return (rantai[0], rantai[-1]) if rantai else None


def pegawai_dari(pengguna: Pengguna) -> Pegawai | None:
    """The living staff record of an account."""
    return Pegawai.objects.hidup().filter(pengguna=pengguna).select_related("unit").first()


def bentrok(cuti: Iterable[PengajuanCuti]) -> dict[int, list[PengajuanCuti]]:
    """For each leave the others of the same unit on some of its days (waiting or granted); one query for all."""
    semua = list(cuti)
    if not semua:
        return {}
    syarat = Q()
    for c in semua:
        syarat |= Q(pegawai__unit=c.pegawai.unit_id, mulai__lte=c.berakhir, berakhir__gte=c.mulai)
    lain = list(
        PengajuanCuti.objects.hidup()
        .filter(syarat, status__in=[*S_BERLAKU, *S_BERJALAN])
        .select_related("pegawai")
        .order_by("mulai", "id")
    )
    return {
        c.pk: [
            o
            for o in lain
            if o.pegawai_id != c.pegawai_id
            and o.pegawai.unit_id == c.pegawai.unit_id
            and o.mulai <= c.berakhir
            and o.berakhir >= c.mulai
        ]
        for c in semua
    }


def ringkasan_saya(pegawai: Pegawai) -> dict[str, Any]:
    """For the person's own pages: this year's balance, and his applications, newest first."""
    tahun = timezone.localdate().year
    return {
        "pegawai": pegawai,
        "tahun": tahun,
        "saldo": saldo_pegawai([pegawai], tahun)[pegawai.pk][tahun],
        "berhak": pegawai.jenis in rules.KELOMPOK,
        "cuti": list(
            PengajuanCuti.objects.hidup().filter(pegawai=pegawai).select_related("nomor").order_by("-mulai", "-id")[:50]
        ),
    }


def menunggu(pengguna: Pengguna) -> QuerySet:
    """Applications that wait for this user."""
    return PengajuanCuti.objects.all().menunggu(pengguna)
