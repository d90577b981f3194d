"""Attacks on the seal, each at a random place: alters the database and gives the findings that must show it."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from inti.models import JejakBaca, Segel, SegelBagian
from inti.periksa.segel import periksa
from inti.rules.segel import Penghimpun, buka_kunci, hash_segel, tanda
from inti.services.berkas import berkas_simpan
from inti.services.nomor import nomor_ambil
from inti.services.rekam import rekam_tambah, rekam_ubah
from inti.services.segel import (
    baris_tabel,
    baris_uuid,
    segel_susun,
    tabel_bersegel,
)

HARI = dt.date(2026, 11, 20)
TABEL = {t.label: t for t in tabel_bersegel()}
TEKS = {
    "inti.RiwayatPerusahaan": "nama",
    "inti.Perubahan": "layanan",
    "inti.Nomor": "teks",
    "inti.JejakBaca": "keterangan",
    "inti.BerkasTersimpan": "nama_asli",
}


def perbuatan(n: int) -> None:
    """One act: a record with two versions, a number, a file, a line in the read log; and a key that is left unused."""
    with transaction.atomic():
        satu = rekam_tambah(model="inti.Perusahaan", isian={"npp": f"{n:08d}", "nama": f"PT {n}"}, oleh=None)
        nomor_ambil(seri="uji", pola="U/{urut}/{tahun}", tanggal=HARI, oleh=None)
        berkas_simpan(isi=f"isi {n}".encode(), nama=f"{n}.txt", jenis_isi="text/plain", oleh=None)
        rekam_ubah(objek=satu, isian={"nama": f"PT {n} Jaya"}, oleh=None)
        JejakBaca.objects.create(jenis="buka", keterangan=f"uji {n}")
    lewati(JejakBaca._meta.db_table)


def lewati(tabel: str) -> int:
    """Use up a key without a row, as a roll-back does on PostgreSQL; out: the key."""
    with connection.cursor() as kursor:
        if connection.vendor == "postgresql":
            kursor.execute(f"SELECT nextval(pg_get_serial_sequence('{tabel}', 'id'))")
        else:
            kursor.execute("UPDATE sqlite_sequence SET seq = seq + 1 WHERE name = %s RETURNING seq", [tabel])
        return kursor.fetchone()[0]


def isi_rantai(banyak_segel: int, per_segel: int) -> None:
    for s in range(banyak_segel):
        for n in range(per_segel):
            perbuatan(s * per_segel + n)
        assert segel_susun() is not None


def kode() -> set[str]:
    return {t.kode for t in periksa() if t.sifat == "salah"}


def temuan() -> set[tuple[str, str, str]]:
    return {(t.kode, t.tabel, t.baris) for t in periksa() if t.sifat == "salah"}


def pilih(acak: random.Random) -> tuple[str, Any]:
    """A sealed row at random."""
    label = acak.choice(sorted(TEKS))
    tabel = TABEL[label]
    kunci = sorted(tabel.model._base_manager.values_list("pk", flat=True))
    if not tabel.uuid:
        kunci = [k for k in kunci if k <= Segel.objects.latest("urut").batas[label][0]]
    return label, acak.choice(kunci)


def ubah(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    assert TABEL[label].model._base_manager.filter(pk=pk).update(**{TEKS[label]: "diubah tangan"}) == 1
    return {("SEGEL_BARIS_BERUBAH", label, str(pk))}


def hapus(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    model = TABEL[label].model
    with connection.cursor() as kursor:  # the ORM would refuse
        nilai = model._meta.pk.get_db_prep_value(pk, connection)
        kursor.execute(f'DELETE FROM {model._meta.db_table} WHERE "{model._meta.pk.column}" = %s', [nilai])
    return {("SEGEL_BARIS_HILANG", label, str(pk))}


def tukar(acak: random.Random) -> set[tuple[str, str, str]]:
    label, pk = pilih(acak)
    tabel = TABEL[label]
    lain = acak.choice([k for k in tabel.model._base_manager.values_list("pk", flat=True) if k != pk])
    kolom = TEKS[label]
    isi = dict(tabel.model._base_manager.filter(pk__in=[pk, lain]).values_list("pk", kolom))
    if isi[pk] == isi[lain]:
        kolom = "history_date" if "history_date" in tabel.kolom else "waktu"
        isi = dict(tabel.model._base_manager.filter(pk__in=[pk, lain]).values_list("pk", kolom))
    for satu, dua in ((pk, lain), (lain, pk)):
        tabel.model._base_manager.filter(pk=satu).update(**{kolom: isi[dua]})
    return {("SEGEL_BARIS_BERUBAH", label, str(pk)), ("SEGEL_BARIS_BERUBAH", label, str(lain))}


def sisip(acak: random.Random) -> set[tuple[str, str, str]]:
    """A row at a key that was never used, below the seal."""
    ada = set(JejakBaca.objects.values_list("pk", flat=True))
    batas = Segel.objects.latest("urut").batas["inti.JejakBaca"][0]
    pk = acak.choice([0, -7, *(k for k in range(1, batas + 1) if k not in ada)])
    JejakBaca.objects.create(pk=pk, jenis="buka", keterangan="disisipkan")
    return {("SEGEL_BARIS_DISISIPKAN", "inti.JejakBaca", str(pk))}


def sisip_mundur(acak: random.Random) -> set[tuple[str, str, str]]:
    """A row with a fresh key, dated before the last set; it is found before and after it is sealed."""
    lama = timezone.now() - dt.timedelta(days=acak.randrange(1, 400))
    baris = JejakBaca.objects.create(jenis="buka", keterangan="mundur")
    JejakBaca.objects.filter(pk=baris.pk).update(waktu=lama)
    harus = {("SEGEL_TANGGAL_MUNDUR", "inti.JejakBaca", str(baris.pk))}
    assert harus <= temuan()
    segel_susun()
    return harus


def potong(acak: random.Random) -> set[tuple[str, str, str]]:
    """Rows and sets at the tail, as if they had never been."""
    semua = list(Segel.objects.order_by("urut"))
    sampai = semua[acak.randrange(len(semua) - 1)]
    hilangkan(sampai, ["inti.JejakBaca"])
    return {("SEGEL_TERPOTONG", "inti.Segel", str(semua[-1].urut))}


def lama(acak: random.Random) -> set[tuple[str, str, str]]:
    """The whole database as it was at an earlier set."""
    semua = list(Segel.objects.order_by("urut"))
    hilangkan(semua[acak.randrange(len(semua) - 1)], [t.label for t in tabel_bersegel()])
    return {("SEGEL_TERPOTONG", "inti.Segel", str(semua[-1].urut))}


def hilangkan(sampai: Segel, label: list[str]) -> None:
    buang = SegelBagian.objects.filter(segel__urut__gt=sampai.urut)
    for nama in label:
        tabel = TABEL[nama]
        if tabel.uuid:
            kunci = [k for b in buang.filter(label=nama) for k in buka_kunci(bytes(b.kunci), uuid_=True)]
            tabel.model._base_manager.filter(pk__in=kunci)._raw_delete("default")
        elif nama in sampai.batas:
            tabel.model._base_manager.filter(pk__gt=sampai.batas[nama][0])._raw_delete("default")
    buang._raw_delete("default")
    Segel.objects.filter(urut__gt=sampai.urut)._raw_delete("default")


def susun_ulang(acak: random.Random) -> set[tuple[str, str, str]]:
    """Alter a row, then compute every digest and hash anew, signed with a key of one's own."""
    ubah(acak)
    sebelum = "0" * 64
    for s in Segel.objects.order_by("urut"):
        bagian = []
        for b in s.bagian.order_by("pk"):
            tabel, himpun = TABEL[b.label], Penghimpun()
            kunci = list(buka_kunci(bytes(b.kunci), uuid_=tabel.uuid))
            isi = (
                baris_uuid(tabel, tabel.kolom, kunci)
                if tabel.uuid
                else baris_tabel(tabel, tabel.kolom, b.dari, b.sampai)
            )
            for pk, nilai in isi:
                himpun.tambah(pk, nilai)
            baru = himpun.bagian(b.label, b.dari, b.sampai, tabel.kolom)
            SegelBagian.objects.filter(pk=b.pk).update(
                isi=baru.isi, jejak=baru.jejak, kunci=baru.kunci, sidik=baru.sidik
            )
            bagian.append((b.label, b.dari, baru.sidik))
        isi_hash = hash_segel(s.urut, s.waktu, sebelum, s.batas, bagian)
        Segel.objects.filter(pk=s.pk).update(hash=isi_hash, sebelum=sebelum, tanda=tanda(b"x" * 32, isi_hash))
        sebelum = isi_hash
    akhir = Segel.objects.latest("urut").urut
    return {("SEGEL_BUKAN_YANG_DICATAT", "inti.Segel", str(akhir)), ("SEGEL_TANDA_PALSU", "inti.Segel", str(akhir))}


SERANGAN: list[Callable[[random.Random], set[tuple[str, str, str]]]] = [
    ubah, hapus, tukar, sisip, sisip_mundur, potong, lama, susun_ulang,
]  # fmt: skip
