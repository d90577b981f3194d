"""What leaves the office as a file: for every kind and role, no column that its page hides, no child, no illness."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client

from dtks.models import Individu, Permohonan, SuratRekomendasi
from inti import registry
from inti.access import PERAN, Rute, boleh
from inti.models import JejakBaca, Pengguna
from inti.pages import Daftar
from tests.kepercayaan.penyerang import alamat_nyata, fungsi, klien_peran, rute_biasa

pytestmark = pytest.mark.django_db
NOMOR_UTUH = re.compile(r"(?<!\d)\d{16}(?!\d)")
# Kinds whose purpose is the whole number: to the population office, and back into the registry.
# The personnel desk's own file goes out to come back by the import: people without a NIP are known by their NIK.
BERNOMOR = {
    "dtks": {"penyelia"},
    "nik-bermasalah": {"penyelia"},
    "pegawai": {"personalia", "pimpinan"},
    "pegawai-riwayat": {"personalia", "pimpinan"},
}
PERSONALIA = {"pegawai": {"TELEPON"}}  # a member of staff's own, in the same file
TERLARANG = re.compile(
    r"puspaga|konseling|calon (suami|istri)|wali|dispensasi|hamil|diagnos|penyakit|sakit|disabilitas|sandi|password|"
    r"kunci|rahasia|token|gaji|rekening|saldo|telepon|surel|ibu kandung",
    re.IGNORECASE,
)


def daftar_berekspor() -> list[tuple[Rute, Any]]:
    hasil = []
    for r in rute_biasa():
        kelas = getattr(fungsi(r), "view_class", None)
        if kelas is not None and issubclass(kelas, Daftar):
            hasil.append((r, kelas))
    return hasil


@pytest.fixture
def isi(peran: dict[str, Pengguna], permohonan: Permohonan, surat: SuratRekomendasi) -> dict[str, Pengguna]:
    """A registry of one person with a request and a letter, and everybody."""
    return peran


def unduh(klien: Client, alamat: str) -> list[list[str]]:
    balasan = klien.get(f"{alamat}?ekspor=csv")
    assert balasan.status_code == 200 and balasan.headers["Content-Disposition"].startswith("attachment")
    return list(
        csv.reader(
            io.StringIO(balasan.content.decode("utf-8-sig")),
            delimiter=";" if b";" in balasan.content.split(b"\n")[0] else ",",
        )
    )


def semua(isi: dict[str, Pengguna]) -> Iterator[tuple[Rute, Any, str, Client, str]]:
    klien = {n: klien_peran(isi[n], raise_request_exception=False) for n in PERAN}
    for r, kelas in daftar_berekspor():
        for nama in PERAN:
            yield r, kelas, nama, klien[nama], alamat_nyata(r, isi[nama])


def test_whoever_may_not_export_gets_no_file_and_whoever_may_leaves_one_line(isi: dict[str, Pengguna]) -> None:
    banyak = 0
    for r, kelas, nama, klien, alamat in semua(isi):
        boleh_buka = boleh(isi[nama], kelas.permission)
        boleh_ambil = boleh_buka and bool(kelas.ekspor_izin) and boleh(isi[nama], kelas.ekspor_izin)
        sebelum = JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR).count()
        balasan = klien.get(f"{alamat}?ekspor=csv")
        sesudah = JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR).count()
        if boleh_ambil and balasan.status_code == 404:
            continue  # a list within a record of which there is none
        assert (balasan.status_code == 200) is boleh_ambil, (r.nama, nama, balasan.status_code)
        assert sesudah - sebelum == int(boleh_ambil), (r.nama, nama)
        banyak += boleh_ambil
        if boleh_ambil:
            jejak = JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR).latest("id")
            assert jejak.oleh == isi[nama] and "baris" in jejak.keterangan
            assert not NOMOR_UTUH.search(jejak.keterangan + balasan.headers["Content-Disposition"])
    assert banyak > 12


def test_no_file_from_a_page_holds_what_the_page_hides(isi: dict[str, Pengguna], warga: Individu) -> None:
    for r, kelas, nama, klien, alamat in semua(isi):
        if not (kelas.ekspor_izin and boleh(isi[nama], kelas.permission) and boleh(isi[nama], kelas.ekspor_izin)):
            continue
        if klien.get(f"{alamat}?semua=1").status_code == 404:
            continue
        tabel = unduh(klien, alamat)
        assert not [k for k in tabel[0] if TERLARANG.search(k)], (r.nama, tabel[0])
        halaman = klien.get(f"{alamat}?semua=1").content.decode()
        for baris in tabel[1:]:
            for sel in baris:
                assert not NOMOR_UTUH.search(sel) or NOMOR_UTUH.search(sel)[0] in halaman, (r.nama, nama, sel)  # type: ignore[index]


def test_no_child_and_no_counselling_is_in_any_kind() -> None:
    for jenis, ekspor in registry.semua_ekspor().items():
        judul, _ = registry.ekspor(jenis)(None)
        lepas = PERSONALIA.get(jenis, set())
        assert not [k for k in judul if TERLARANG.search(k) and k not in lepas], (jenis, judul)
        assert not re.search("puspaga|konseling|sesi", f"{jenis} {ekspor.sumber}", re.IGNORECASE)
    for r, kelas in daftar_berekspor():
        if "puspaga" in r.jalur:
            assert not kelas.ekspor_izin, "children's data: never in an export"
            assert not [k for k in kelas.columns.semua.values() if k.ekspor != ""], r.jalur


def test_whole_numbers_leave_by_the_named_kinds_only(isi: dict[str, Pengguna], warga: Individu) -> None:
    utuh = set()
    for jenis in registry.semua_ekspor():
        _, baris = registry.ekspor(jenis)(None)
        if any(NOMOR_UTUH.search(str(sel)) for b in baris for sel in b):
            utuh.add(jenis)
    assert utuh <= set(BERNOMOR)
    assert "dtks" in utuh, "the canary must be there to be missed elsewhere"
    for jenis, pemegang in BERNOMOR.items():
        izin = registry.semua_ekspor()[jenis].izin
        assert {n for n in PERAN if boleh(isi[n], izin)} == pemegang, (jenis, izin)


@pytest.mark.parametrize("nama", ["desa", "staf", "penyelia", "pimpinan", "admin"])
def test_a_kind_narrowed_to_a_user_gives_his_scope_only(
    nama: str, isi: dict[str, Pengguna], buat_warga: Callable[..., Individu], desa_lain: Any
) -> None:
    """The kinds take a user too: a village that came by one would find its own people, the admin nobody."""
    buat_warga(nama="KENARI RAHASIA", desa=desa_lain)
    judul, baris = registry.ekspor("dtks")(isi[nama])
    ada = {n for b in baris for n in b if isinstance(n, str) and n in {"KENARI RAHASIA", "SLAMET NUGROHO"}}
    assert judul
    if nama == "desa":
        assert ada == {"SLAMET NUGROHO"}
