"""`impor pegawai` and `impor pegawai-riwayat`: what goes out comes in unchanged; planted errors are named each."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from inti.models import Pengguna, UnitKerja
from kepegawaian.models import JabatanPegawai, PangkatPegawai, Pegawai
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import karier as layanan_karier
from kepegawaian.sheets.importir import ORANG, RIWAYAT
from tests.kepegawaian.contoh_karier import TMT, D, jabatan, keluar, kepala, orang

pytestmark = [pytest.mark.django_db, pytest.mark.keduanya]


def impor(jenis: str, berkas: Path, *pilihan: str) -> dict[str, Any]:
    keluaran = StringIO()
    with pytest.raises(SystemExit):
        call_command("impor", jenis, str(berkas), "--json", *pilihan, stdout=keluaran, stderr=StringIO())
    hasil: dict[str, Any] = json.loads(keluaran.getvalue())
    return hasil


def tulis(berkas: Path, kolom: tuple[Any, ...], baris: list[dict[str, str]]) -> Path:
    with berkas.open("w", newline="", encoding="utf-8") as keluar_:
        penulis = csv.writer(keluar_)
        penulis.writerow([k.judul for k in kolom])
        penulis.writerows([[b.get(k.nama, "") for k in kolom] for b in baris])
    return berkas


def kode(hasil: dict[str, Any]) -> set[tuple[int, str, str]]:
    nama = {k.judul: k.nama for k in (*ORANG, *RIWAYAT)}
    return {(g["baris"], nama[g["kolom"]], g["kode"]) for g in hasil["galat"]}


@pytest.fixture
def kantor_kecil(personalia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, instansi: Any) -> list[Pegawai]:
    """A head, staff of every kind, one who left, two facts of one day."""
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    kini = [
        kepala(unit, personalia, 1, telepon="+62 812-0000-0001", surel="a@contoh.example", agama="Islam", kawin="kawin"),
        orang(unit, personalia, 2, status__jenis="NON_PNS", status__sampai=D(2026, 12, 31), nip="", nik="9971015706900001"),
        orang(
            unit_lain, personalia, 3, nip="199504122023212018", status__jenis="PPPK", status__sampai=D(2029, 1, 1),
            pangkat__pangkat="", pangkat__golongan="IX", nama="Sari, S.Sos., M.Si.",
        ),
        orang(unit, personalia, 4, status__jenis="NON_PNS", status__sampai=D(2026, 12, 31), nip="", nik="9971015706900002"),
        orang(unit, personalia, 5),
    ]  # fmt: skip
    keluar(kini[3], D(2026, 3, 1), personalia, "berhenti")
    keluar(kini[4], D(2026, 3, 1), personalia)
    jabatan(
        kini[0], unit_lain, TMT, personalia, nama="Kepala Rehsos", memimpin=True, sebagai="plt", sampai=D(2015, 9, 1)
    )
    for macam, isi in (
        ("kgb", {"tmt": D(2017, 3, 1), "mk_tahun": 2, "mk_bulan": 0, "gaji_pokok": 2_688_500, "sk_nomor": "822/1"}),
        ("pendidikan", {"tmt": D(2012, 8, 30), "tingkat": "S1", "jurusan": "Sosiologi", "sekolah": "Universitas Contoh"}),
        ("pelatihan", {"tmt": D(2018, 2, 1), "macam": "latsar", "nama": "Latsar II", "penyelenggara": "BPSDM", "jam": 511}),
        ("pelatihan", {"tmt": D(2018, 2, 1), "macam": "teknis", "nama": "Arsip; dasar", "jam": 20}),
        ("penghargaan", {"tmt": D(2025, 8, 17), "nama": "Satyalancana 10 tahun", "pemberi": "Presiden"}),
        ("hukuman", {"tmt": D(2019, 1, 1), "tingkat": "ringan", "nama": "Teguran lisan", "sampai": D(2019, 6, 1)}),
        ("pangkat", {"tmt": D(2019, 4, 1), "pangkat": "III/b", "mk_tahun": 4, "mk_bulan": 1, "sk_tanggal": D(2019, 3, 1)}),
    ):  # fmt: skip
        layanan_karier.fakta_tambah(macam=macam, pegawai=kini[0], isian=isi, oleh=personalia)
    return kini


@pytest.mark.parametrize("akhir", ["xlsx", "csv"])
def test_what_goes_out_comes_in_unchanged(akhir: str, kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    for jenis, banyak in (("pegawai", 5), ("pegawai-riwayat", 23)):
        berkas = tmp_path / f"{jenis}.{akhir}"
        call_command("ekspor", jenis, "--ke", str(berkas))
        hasil = impor(jenis, berkas)
        assert hasil["galat"] == []
        angka = {k: hasil[k] for k in ("dibaca", "baru", "berubah", "sama", "ditolak")}
        assert angka == {"dibaca": banyak, "baru": 0, "berubah": 0, "sama": banyak, "ditolak": 0}, jenis


def test_the_demonstration_office_goes_out_and_comes_in_unchanged(kantor_demo: str, tmp_path: Path) -> None:
    for jenis in ("pegawai", "pegawai-riwayat"):
        berkas = tmp_path / f"{jenis}.csv"
        call_command("ekspor", jenis, "--ke", str(berkas))
        hasil = impor(jenis, berkas)
        assert (hasil["galat"], hasil["baru"], hasil["berubah"]) == ([], 0, 0), jenis
        assert hasil["sama"] == hasil["dibaca"] > 100


LARAS = {
    "nip": "199006172015032003", "nama": "Laras Wulandari", "jenis": "PNS", "pangkat": "III/b", "unit": "linjamsos",
    "jabatan": "Pengelola Data", "memimpin": "Tidak", "tmt_status": "01-03-2015", "tmt_pangkat": "01-04-2019",
    "tanggal_lahir": "17-06-1990",
}  # fmt: skip


def test_planted_errors_are_named_each_and_nothing_is_stored(kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    sebelum = Pegawai.objects.count()
    salah: list[tuple[dict[str, str], str, str]] = [
        ({"nip": "19900617"}, "nip", "NIP_PANJANG"),
        ({"nip": "", "nik": ""}, "nip", "NIP_NIK_KOSONG"),
        ({"nama": ""}, "nama", "NAMA_KOSONG"),
        ({"jenis": "Sukarelawan"}, "jenis", "PILIHAN_TAK_DIKENAL"),
        ({"pangkat": "III/x"}, "pangkat", "PANGKAT_TAK_DIKENAL"),
        ({"pangkat": ""}, "pangkat", "PANGKAT_KOSONG"),
        ({"unit": "antariksa"}, "unit", "UNIT_TAK_DIKENAL"),
        ({"tanggal_lahir": "31-02-1990"}, "tanggal_lahir", "TANGGAL_SALAH"),
        ({"jenis": "PPPK", "pangkat": "IX"}, "kontrak", "KONTRAK_KOSONG"),
        ({"mk_tahun": "delapan"}, "mk_tahun", "BUKAN_BILANGAN"),
        ({"memimpin": "barangkali"}, "memimpin", "PILIHAN_TAK_DIKENAL"),
        ({"alamat": "x" * 201}, "alamat", "ISIAN_TERLALU_PANJANG"),
        ({"nip": kantor_kecil[0].nip, "jabatan": "Penelaah"}, "tmt_jabatan", "KEADAAN_TANPA_TMT"),
        ({"nip": kantor_kecil[0].nip, "nik": kantor_kecil[1].nik}, "nik", "NOMOR_DUA_ORANG"),
    ]
    baris = []
    for n, (ganti, *_) in enumerate(salah):
        baris.append(LARAS | ({} if "nip" in ganti else {"nip": f"19900617201503{n + 200:04}"}) | ganti)
    hasil = impor("pegawai", tulis(tmp_path / "salah.csv", ORANG, baris), "--simpan")
    harus = {(n, kolom, k) for n, (_, kolom, k) in enumerate(salah, 2)}
    assert harus <= kode(hasil), harus - kode(hasil)
    assert {b for b, *_ in kode(hasil)} == set(range(2, len(salah) + 2)) and hasil["ditolak"] == len(salah)
    assert not hasil["disimpan"] and Pegawai.objects.count() == sebelum


def test_the_same_person_twice_names_both_rows(kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    baris = [LARAS, LARAS | {"nip": "19900617 201503 2 099"}, LARAS | {"nip": "19900617 201503 2 003"}]
    hasil = impor("pegawai", tulis(tmp_path / "ganda.csv", ORANG, baris))
    assert kode(hasil) == {(4, "nip", "ORANG_GANDA")}
    assert "baris 2" in hasil["galat"][0]["pesan"]
    nik = [LARAS | {"nik": "9971015706900077"}, LARAS | {"nip": "199006172015032099", "nik": "9971015706900077"}]
    assert kode(impor("pegawai", tulis(tmp_path / "nik.csv", ORANG, nik))) == {(3, "nik", "ORANG_GANDA")}


def test_a_row_adds_a_person_or_a_newer_fact(kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    a = kantor_kecil[0]
    naik = {"nip": a.nip, "nama": "Nama Baru", "jenis": "PNS", "pangkat": "III/c", "tmt_pangkat": "01-04-2023",
            "mk_tahun": "8", "mk_bulan": "1", "jabatan": a.jabatan, "unit": a.unit.kode, "memimpin": "Ya"}  # fmt: skip
    hasil = impor("pegawai", tulis(tmp_path / "baru.csv", ORANG, [LARAS, naik]), "--simpan")
    assert (hasil["baru"], hasil["berubah"], hasil["disimpan"]) == (1, 1, True), hasil["galat"]
    a.refresh_from_db()
    assert (a.nama, a.pangkat, a.kgb_pada, a.telepon) == ("Nama Baru", "III/c", D(2025, 3, 1), "+62 812-0000-0001")
    assert Pegawai.objects.get(nip=LARAS["nip"]).pangkat_tmt == D(2019, 4, 1)
    lagi = impor("pegawai", tmp_path / "baru.csv")
    assert (lagi["baru"], lagi["berubah"], lagi["sama"]) == (0, 0, 2)


def test_planted_errors_of_facts_are_named_each(kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    nip = kantor_kecil[0].nip
    salah: list[tuple[dict[str, str], str, str]] = [
        ({"macam": "hobi"}, "macam", "MACAM_TAK_DIKENAL"),
        ({"tmt": ""}, "tmt", "TANGGAL_KOSONG"),
        ({"isi1": "V/a"}, "isi1", "PANGKAT_TAK_DIKENAL"),
        ({"nip": "199999992015032999"}, "nip", "PEGAWAI_TIDAK_ADA"),
        ({"macam": "kgb", "isi1": ""}, "isi1", "GAJI_KOSONG"),
        ({"macam": "jabatan", "isi1": "Penelaah", "isi2": "pelaksana", "isi3": "antariksa"}, "isi3", "UNIT_TAK_DIKENAL"),
        ({"macam": "pendidikan", "isi1": "S1", "isi3": ""}, "isi3", "SEKOLAH_KOSONG"),
        ({"macam": "pelatihan", "isi1": "teknis", "isi2": ""}, "isi2", "NAMA_KOSONG"),
        ({"macam": "status", "isi1": "Raja"}, "isi1", "PILIHAN_TAK_DIKENAL"),
    ]  # fmt: skip
    dasar = {"nip": nip, "macam": "pangkat", "tmt": "01-04-2023", "isi1": "III/c", "mk_tahun": "8"}
    baris = [dasar | ganti for ganti, *_ in salah]
    hasil = impor("pegawai-riwayat", tulis(tmp_path / "salah.csv", RIWAYAT, baris), "--simpan")
    assert {(n, kolom, k) for n, (_, kolom, k) in enumerate(salah, 2)} <= kode(hasil)
    assert not hasil["disimpan"] and PangkatPegawai.objects.filter(pegawai=kantor_kecil[0]).count() == 2


def test_facts_that_contradict_what_is_there_are_refused_with_both_named(
    kantor_kecil: list[Pegawai], tmp_path: Path
) -> None:
    dasar = {"nip": kantor_kecil[0].nip, "macam": "pangkat", "tmt": "01-04-2023", "isi1": "III/a", "mk_tahun": "8"}
    hasil = impor("pegawai-riwayat", tulis(tmp_path / "mundur.csv", RIWAYAT, [dasar]))
    (galat,) = hasil["galat"]
    assert galat["kode"] == "PANGKAT_MUNDUR"
    assert "III/a TMT 01-04-2023" in galat["pesan"] and "III/b TMT 01-04-2019" in galat["pesan"]
    dua = [dasar | {"isi1": "III/c"}, dasar | {"isi1": "III/d"}]
    assert (3, "tmt", "CATATAN_GANDA") in kode(impor("pegawai-riwayat", tulis(tmp_path / "g.csv", RIWAYAT, dua)))


def test_an_empty_cell_never_blanks_a_fact(kantor_kecil: list[Pegawai], tmp_path: Path) -> None:
    a = kantor_kecil[0]
    baris = [
        {"nip": a.nip, "macam": "pangkat", "tmt": "01-04-2019", "isi1": "III/b", "sk_nomor": "823/7"},
        {"nip": a.nip, "macam": "jabatan", "tmt": "01-03-2015", "isi1": a.jabatan, "isi2": "Administrator", "isi3": "linjamsos"},
    ]  # fmt: skip
    hasil = impor("pegawai-riwayat", tulis(tmp_path / "kosong.csv", RIWAYAT, baris), "--simpan")
    assert (hasil["galat"], hasil["berubah"], hasil["sama"]) == ([], 1, 1)
    p = PangkatPegawai.objects.get(pegawai=a, tmt=D(2019, 4, 1))
    assert (p.sk_nomor, p.mk_tahun, p.mk_bulan) == ("823/7", 4, 1)
    assert JabatanPegawai.objects.get(pegawai=a, sebagai="definitif").memimpin
