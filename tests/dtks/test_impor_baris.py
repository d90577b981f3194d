"""The outcome of every row of a delivery, in every shape in which it comes; again the same; csv the same."""

import json
from functools import partial

import pytest
from django.core.management import call_command

from dtks.models import Individu, KeadaanPeriode, Keluarga, TinjauGanda
from dtks.sheets import banding
from inti.models import BatchImpor, NilaiLama, Wilayah
from inti.sheets.impor import impor_berkas
from tests.dtks.pembuat_dtks import CACAT, PERINGATKAN, RUMUS, TOLAK, buat, tulis_wilayah

pytestmark = pytest.mark.keduanya

BENTUK = [
    ("a.xlsx", {}),
    ("b.xlsx", {"judul": True, "alias": True, "petunjuk": True}),
    ("c.csv", {"judul": True, "alias": True}),
]


@pytest.fixture
def wilayah(db, tmp_path):
    return impor_berkas("wilayah", tulis_wilayah(tmp_path / "w.csv"), simpan=True)


def per_baris(butir):
    hasil = {}
    for b in butir:
        hasil.setdefault(b["baris"], set()).add(b["kode"])
    return hasil


@pytest.mark.parametrize(("nama", "bentuk"), BENTUK, ids=lambda v: v if isinstance(v, str) else "")
def test_every_row_ends_as_expected_and_again_nothing_changes(wilayah, tmp_path, nama, bentuk):
    buatan = buat(tmp_path / nama, baris=2_000, benih=11, cacat=0.05, **bentuk)
    hasil = impor_berkas("dtks", tmp_path / nama, simpan=True, lewati_galat=True)
    galat, peringatan = per_baris(hasil.galat), per_baris(hasil.peringatan)
    assert len(set(buatan.kotor.values())) >= 22
    for nomor, jenis in buatan.kotor.items():
        harapan, kode = CACAT[jenis]
        if harapan == TOLAK:
            assert kode <= galat[nomor], jenis
        elif harapan == PERINGATKAN:
            assert nomor not in galat and kode <= peringatan[nomor], jenis
        else:
            assert nomor not in galat and nomor not in peringatan, (jenis, peringatan.get(nomor))
    assert set(galat) | set(peringatan) <= set(buatan.kotor)
    assert hasil.dibaca == 2_000 == hasil.baru + hasil.berubah + hasil.sama + hasil.ditolak
    assert hasil.ditolak == len(galat) and hasil.berubah == 0 and hasil.disimpan
    assert Individu.objects.count() == hasil.baru == KeadaanPeriode.objects.count()
    periksa_isi(buatan)
    sebelum = list(Individu.objects.order_by("id").values())

    lagi = impor_berkas("dtks", tmp_path / nama, simpan=True, lewati_galat=True)
    assert (lagi.baru, lagi.berubah, lagi.sama) == (0, 0, 2_000 - hasil.ditolak)
    assert lagi.galat == hasil.galat and lagi.peringatan == hasil.peringatan
    assert list(Individu.objects.order_by("id").values()) == sebelum
    assert NilaiLama.objects.count() == 0
    assert TinjauGanda.objects.count() == list(buatan.kotor.values()).count("nik_ganda_beda_orang")


def test_repeats_noticed_in_passing_and_told_by_sql_are_the_same(wilayah, tmp_path, monkeypatch):
    buat(tmp_path / "a.csv", baris=800, benih=5, cacat=0.4)
    biasa = impor_berkas("dtks", tmp_path / "a.csv").sebagai_json()
    assert biasa["sama"] or any(p["kode"] == "NIK_GANDA" for p in biasa["peringatan"])
    monkeypatch.setattr(banding, "Kembar", partial(banding.Kembar, 0))  # as in a file of millions
    assert impor_berkas("dtks", tmp_path / "a.csv").sebagai_json() == biasa


def periksa_isi(buatan):
    """Every clean person is stored as delivered."""
    tersimpan = {i.id_dtks: i for i in Individu.objects.select_related("desa", "keluarga")}
    for orang in buatan.orang.values():
        i = tersimpan[orang["ID_DTKS"]]
        assert (i.nik, i.no_kk, i.nama, i.tanggal_lahir) == (
            orang["NIK"],
            orang["NO_KK"],
            orang["NAMA"],
            orang["TANGGAL_LAHIR"],
        )
        assert (i.desa.nama, i.desil, i.pbi_jk) == (orang["DESA"], orang["DESIL"], orang["PBI_JK"] == "YA")
        assert i.keluarga.no_kk == i.no_kk and i.periode_urut == 202609 and i.terdaftar
    assert Keluarga.objects.count() == Individu.objects.values("no_kk").distinct().count()


def test_formula_text_stays_text(wilayah, tmp_path):
    buat(tmp_path / "a.xlsx", baris=1_500, benih=11, cacat=0.05)
    impor_berkas("dtks", tmp_path / "a.xlsx", simpan=True, lewati_galat=True)
    assert Individu.objects.filter(nama=RUMUS).exists()


def test_nothing_is_saved_while_a_row_is_refused(wilayah, tmp_path):
    buat(tmp_path / "a.xlsx", baris=400, benih=3, cacat=0.2)
    hasil = impor_berkas("dtks", tmp_path / "a.xlsx", simpan=True)
    assert hasil.ditolak and not hasil.disimpan and hasil.kode_keluar == 1
    assert not Individu.objects.exists() and not BatchImpor.objects.filter(jenis="dtks").exists()


def test_checking_alone_counts_and_stores_nothing(wilayah, tmp_path):
    buat(tmp_path / "a.csv", baris=300)
    hasil = impor_berkas("dtks", tmp_path / "a.csv")
    assert (hasil.baru, hasil.disimpan) == (300, False)
    assert not Individu.objects.exists()


def test_no_number_of_a_person_leaves_unmasked(wilayah, tmp_path):
    buatan = buat(tmp_path / "a.xlsx", baris=1_000, benih=11, cacat=0.1)
    hasil = impor_berkas("dtks", tmp_path / "a.xlsx", simpan=True, lewati_galat=True)
    teks = json.dumps(hasil.sebagai_json()) + json.dumps(BatchImpor.objects.latest("id").laporan)
    teks += json.dumps(hasil.pratinjau)
    assert len(buatan.kotor) > 50
    for orang in buatan.orang.values():
        assert orang["NIK"] not in teks and orang["NIK"][:15] not in teks and orang["NO_KK"] not in teks


@pytest.mark.parametrize("kosong", ["NIK", "NO_KK", "PERIODE"])
def test_a_file_without_a_required_column_is_one_sentence_and_exit_2(wilayah, tmp_path, capsys, kosong):
    buat(tmp_path / "a.csv", baris=5)
    teks = (tmp_path / "a.csv").read_text().replace(kosong, "X" + kosong, 1)
    (tmp_path / "a.csv").write_text(teks)
    with pytest.raises(SystemExit) as keluar:
        call_command("impor", "dtks", str(tmp_path / "a.csv"), "--json", "--simpan")
    assert keluar.value.code == 2
    tangkapan = capsys.readouterr()
    assert tangkapan.out == "" and kosong in tangkapan.err and len(tangkapan.err.strip().splitlines()) == 1


def test_the_command_gives_json_alone_on_stdout(wilayah, tmp_path, capsys):
    buat(tmp_path / "a.csv", baris=50, benih=5, cacat=0.3)
    with pytest.raises(SystemExit) as keluar:
        call_command("impor", "dtks", str(tmp_path / "a.csv"), "--json", "--simpan", "--lewati-galat")
    hasil = json.loads(capsys.readouterr().out)
    assert keluar.value.code == 1
    assert list(hasil) == [
        "jenis",
        "berkas",
        "lembar",
        "dibaca",
        "baru",
        "berubah",
        "sama",
        "ditolak",
        "galat",
        "peringatan",
        "disimpan",
    ]
    assert hasil["disimpan"] and set(hasil["galat"][0]) == {"baris", "kolom", "nilai", "pesan", "kode"}


def test_an_unknown_kind_and_a_foreign_option_are_refused(db, tmp_path, capsys):
    tulis_wilayah(tmp_path / "w.csv")
    for argumen in (["tiada", "w.csv"], ["wilayah", str(tmp_path / "w.csv"), "--lengkap"]):
        with pytest.raises(SystemExit) as keluar:
            call_command("impor", *argumen)
        assert keluar.value.code == 2 and capsys.readouterr().err.count("\n") == 1


def test_regions_import_again_as_the_same_and_refuse_orphans_and_doubles(db, tmp_path):
    jalur = tulis_wilayah(tmp_path / "w.csv")
    pertama, kedua = (impor_berkas("wilayah", jalur, simpan=True) for _ in range(2))
    assert pertama.baru == Wilayah.objects.count() == kedua.sama and kedua.baru == kedua.berubah == 0
    assert Wilayah.objects.get(kode="33.17.01.2003").induk.nama == "SUMBER"
    jalur.write_text(
        "KODE,NAMA,TINGKAT,INDUK\n33.17.01.2001,DESA BARU,DESA,33.17.01\n44.01,X,KABUPATEN,44\n"
        "33.1,Y,KABUPATEN,33\n33.17.01.2001,Z,DESA,33.17.01\n33.17.02.2001,,DESA,33.17.02\n33.17,Q,DESA,33\n"
    )
    hasil = impor_berkas("wilayah", jalur, simpan=True, lewati_galat=True)
    assert [(g["baris"], g["kode"]) for g in hasil.galat] == [
        (3, "INDUK_TIDAK_ADA"),
        (4, "KODE_WILAYAH"),
        (5, "KODE_GANDA"),
        (6, "NAMA_KOSONG"),
        (7, "TINGKAT_WILAYAH"),
    ]
    assert hasil.berubah == 1 and Wilayah.objects.get(kode="33.17.01.2001").nama == "DESA BARU"
    assert NilaiLama.objects.get().sebelum["nama"] == "DESA SUMBER 1"
