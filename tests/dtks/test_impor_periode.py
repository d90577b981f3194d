"""What a second delivery does: periods kept, persons recognised, families reviewed, absentees of a complete file."""

import datetime as dt

import pytest
from django.db import connection

from dtks.models import Individu, KeadaanPeriode, TinjauGanda
from dtks.queries.registri import cari_nama
from inti.models import BatchImpor, NilaiLama
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.impor import impor_berkas
from tests.dtks.pembuat_dtks import KOLOM, tulis, tulis_wilayah

pytestmark = pytest.mark.keduanya

DASAR = {
    "ID_DTKS": "331700000000001",
    "NIK": "3317015702900001",
    "NO_KK": "3317010101150001",
    "NAMA": "SRI HANDAYANI",
    "TEMPAT_LAHIR": "REMBANG",
    "TANGGAL_LAHIR": dt.date(1990, 2, 17),
    "JENIS_KELAMIN": "P",
    "ALAMAT": "DUKUH KRAJAN",
    "RT": "001",
    "RW": "002",
    "DESA": "DESA SUMBER 1",
    "KECAMATAN": "SUMBER",
    "HUBUNGAN_KELUARGA": "ISTRI",
    "DESIL": 3,
    "PBI_JK": "YA",
    "PKH": "TIDAK",
    "BPNT": "YA",
    "SUMBER": "DTSEN",
    "PERIODE": "2026-TW3",
}
LAIN = DASAR | {
    "ID_DTKS": "331700000000002",
    "NIK": "3317010103880002",
    "NAMA": "SLAMET NUGROHO",
    "TANGGAL_LAHIR": dt.date(1988, 3, 1),
    "JENIS_KELAMIN": "L",
    "HUBUNGAN_KELUARGA": "KEPALA KELUARGA",
}


@pytest.fixture
def masukkan(db, tmp_path):
    """Import people given as dictionaries; out: the result."""
    impor_berkas("wilayah", tulis_wilayah(tmp_path / "w.csv"), simpan=True)

    def impor(*orang, kolom=KOLOM, **opsi):
        tulis(tmp_path / "a.xlsx", iter([list(kolom), *[[o[k] for k in kolom] for o in orang]]))
        return impor_berkas("dtks", tmp_path / "a.xlsx", simpan=True, lewati_galat=True, **opsi)

    return impor


def angka(hasil):
    return hasil.baru, hasil.berubah, hasil.sama, hasil.ditolak


def indeks():
    with connection.cursor() as kursor:
        return connection.introspection.get_constraints(kursor, "dtks_individu")


def test_the_indexes_that_a_first_delivery_leaves_off_are_back_afterwards(masukkan):
    semula = indeks()
    masukkan(DASAR)
    assert indeks() == semula
    masukkan(DASAR, LAIN)
    assert indeks() == semula and [o.nama for o in cari_nama("slamet nugroho")] == ["SLAMET NUGROHO"]


def test_a_new_period_keeps_the_old_one_readable(masukkan):
    masukkan(DASAR)
    assert angka(masukkan(DASAR | {"PERIODE": "2026-TW4", "DESIL": 6, "PBI_JK": "TIDAK"})) == (0, 1, 0, 0)
    i = Individu.objects.get()
    assert (i.desil, i.pbi_jk, i.periode_data) == (6, False, "2026-TW4")
    keadaan = {k.periode: (k.desil, k.pbi_jk, k.sumber) for k in i.keadaan.all()}
    assert keadaan == {"2026-TW3": (3, True, "DTSEN"), "2026-TW4": (6, False, "DTSEN")}
    lama = NilaiLama.objects.get(model="dtks.individu")
    assert (lama.objek_id, lama.sebelum["desil"], lama.sebelum["periode_data"]) == (i.pk, 3, "2026-TW3")


def test_an_older_period_is_kept_without_touching_the_present(masukkan):
    masukkan(DASAR)
    assert angka(masukkan(DASAR | {"PERIODE": "2026-TW1", "DESIL": 9})) == (0, 1, 0, 0)
    i = Individu.objects.get()
    assert (i.desil, i.periode_data, i.versi) == (3, "2026-TW3", 1)
    assert i.keadaan.get(periode="2026-TW1").desil == 9


def test_a_correction_within_a_period_is_recorded_with_what_was_there(masukkan):
    masukkan(DASAR)
    masukkan(DASAR | {"DESIL": 4})
    assert KeadaanPeriode.objects.get().desil == 4
    assert NilaiLama.objects.get(model="dtks.keadaanperiode").sebelum["desil"] == 3
    assert Individu.objects.get().versi == 2


def test_both_periods_in_one_file(masukkan):
    hasil = masukkan(DASAR | {"PERIODE": "2026-TW4", "DESIL": 7}, DASAR)
    assert hasil.baru + hasil.berubah + hasil.sama == 2
    i = Individu.objects.get()
    assert (i.desil, i.periode_data, i.keadaan.count()) == (7, "2026-TW4", 2)
    assert angka(masukkan(DASAR | {"PERIODE": "2026-TW4", "DESIL": 7}, DASAR)) == (0, 0, 2, 0)


@pytest.mark.parametrize(
    ("ubah", "sama"),
    [
        ({"ID_DTKS": None}, True),
        ({"NAMA": "sri  handayani", "ID_DTKS": None}, True),
        ({"NIK": "3317015702900009"}, True),  # same ID: a corrected NIK
        ({"ID_DTKS": "99", "NAMA": "SRI HANDAYANI"}, True),
        ({"ID_DTKS": None, "NAMA": "SRI RAHAYU"}, False),
        ({"ID_DTKS": None, "TANGGAL_LAHIR": dt.date(1990, 2, 18)}, False),
        ({"ID_DTKS": None, "NIK": "3317015702900009"}, False),
    ],
)
def test_who_is_the_same_person(masukkan, ubah, sama):
    masukkan(DASAR)
    hasil = masukkan(DASAR | ubah)
    assert (Individu.objects.count() == 1) is sama
    assert hasil.baru == (0 if sama else 1)


def test_an_empty_id_never_blanks_a_known_one_and_fills_an_unknown_one(masukkan):
    masukkan(DASAR | {"ID_DTKS": None})
    masukkan(DASAR)
    assert Individu.objects.get().id_dtks == DASAR["ID_DTKS"]
    assert angka(masukkan(DASAR | {"ID_DTKS": None})) == (0, 0, 1, 0)
    assert Individu.objects.get().id_dtks == DASAR["ID_DTKS"]
    assert angka(masukkan(DASAR, DASAR | {"ID_DTKS": None, "DESIL": 8})) == (0, 1, 1, 0)
    assert (Individu.objects.get().id_dtks, Individu.objects.get().desil) == (DASAR["ID_DTKS"], 8)


def test_an_id_typed_as_a_number_is_not_used(masukkan):
    masukkan(DASAR)
    hasil = masukkan(DASAR | {"ID_DTKS": 331700000000001})
    assert [p["kode"] for p in hasil.peringatan] == ["ID_DTKS_SEL_ANGKA"]
    assert Individu.objects.get().id_dtks == DASAR["ID_DTKS"]


def test_a_nik_on_two_people_warns_on_the_later_row_and_queues_once(masukkan):
    kembaran = LAIN | {"NIK": DASAR["NIK"]}
    hasil = masukkan(DASAR, kembaran, DASAR)
    assert [p["baris"] for p in hasil.peringatan if p["kode"] == "NIK_GANDA"] == [3]
    assert angka(hasil) == (2, 0, 1, 0)
    tinjau = TinjauGanda.objects.get()
    assert (tinjau.individu.nama, tinjau.lain.nama) == ("SLAMET NUGROHO", "SRI HANDAYANI")
    for _ in range(2):  # again, and in the other order: still the person who came later
        hasil = masukkan(kembaran, DASAR)
        assert [p["baris"] for p in hasil.peringatan if p["kode"] == "NIK_GANDA"] == [2]
    assert TinjauGanda.objects.count() == 1


def test_a_family_whose_members_differ_is_queued_without_a_warning(masukkan):
    masukkan(DASAR)
    hasil = masukkan(LAIN)
    assert hasil.peringatan == []
    tinjau = TinjauGanda.objects.get()
    assert (tinjau.jenis, tinjau.keluarga.no_kk) == ("keluarga_berubah", DASAR["NO_KK"])
    TinjauGanda.objects.update(status="selesai")
    masukkan(LAIN | {"NO_KK": "3317010101150009", "PERIODE": "2026-TW4"})
    assert TinjauGanda.objects.filter(status="menunggu").get().rincian == {"masuk": 0, "keluar": 1}
    assert Individu.objects.get(nama="SLAMET NUGROHO").keluarga.no_kk == "3317010101150009"


def test_a_column_that_the_file_lacks_leaves_what_is_known(masukkan):
    masukkan(DASAR)
    tanpa = [k for k in KOLOM if k not in {"DESIL", "ALAMAT", "ID_DTKS", "DESA"}]
    assert angka(masukkan(DASAR, kolom=tanpa)) == (0, 0, 1, 0)
    masukkan(DASAR | {"PERIODE": "2026-TW4"}, kolom=tanpa)
    i = Individu.objects.get()
    assert (i.desil, i.alamat, i.desa.nama) == (3, "DUKUH KRAJAN", "DESA SUMBER 1")
    assert i.keadaan.get(periode="2026-TW4").desil == 3


def test_who_is_absent_from_a_complete_file_is_no_longer_listed(masukkan):
    masukkan(DASAR, LAIN)
    hasil = masukkan(DASAR | {"PERIODE": "2026-TW4"}, lengkap=True)
    assert hasil.tambahan == {"tidak_tercantum": 1}
    keluar = Individu.objects.get(nama="SLAMET NUGROHO")
    assert (keluar.terdaftar, keluar.periode_data) == (False, "2026-TW4")
    assert {k.periode: k.terdaftar for k in keluar.keadaan.all()} == {"2026-TW3": True, "2026-TW4": False}
    assert NilaiLama.objects.filter(objek_id=keluar.pk, model="dtks.individu").get().sebelum["terdaftar"] in (True, 1)
    assert masukkan(DASAR | {"PERIODE": "2026-TW4"}, lengkap=True).tambahan == {"tidak_tercantum": 0}
    masukkan(LAIN | {"PERIODE": "2027-TW1"})
    assert Individu.objects.get(nama="SLAMET NUGROHO").terdaftar


def test_a_refused_row_of_a_complete_file_is_not_an_absence(masukkan):
    masukkan(DASAR, LAIN)
    hasil = masukkan(DASAR | {"PERIODE": "2026-TW4"}, LAIN | {"PERIODE": "2026-TW4", "DESIL": 11}, lengkap=True)
    assert (hasil.ditolak, hasil.tambahan) == (1, {"tidak_tercantum": 0})
    assert Individu.objects.get(nama="SLAMET NUGROHO").terdaftar


def test_a_complete_file_of_two_periods_is_refused_whole(masukkan):
    with pytest.raises(BerkasTakTerpakai, match="satu periode"):
        masukkan(DASAR, LAIN | {"PERIODE": "2026-TW4"}, lengkap=True)
    assert not Individu.objects.exists()


def test_a_failure_in_the_merge_leaves_nothing_behind(masukkan, monkeypatch):
    def gagal(*_):
        raise RuntimeError("putus")

    monkeypatch.setattr("dtks.sheets.gabung._tambah_keadaan_baru", gagal)
    with pytest.raises(RuntimeError, match="putus"):
        masukkan(DASAR)
    assert not Individu.objects.exists() and not BatchImpor.objects.filter(jenis="dtks").exists()


def test_persons_added_by_hand_after_an_import_get_their_own_key(masukkan):
    masukkan(DASAR, LAIN)
    ada = Individu.objects.first()
    baru = Individu.objects.create(
        keluarga=ada.keluarga, nik="3317010101700003", no_kk=ada.no_kk, nama="X", periode_data="-", periode_urut=0
    )
    assert baru.pk not in {ada.pk} and Individu.objects.count() == 3
    assert angka(masukkan(DASAR | {"ID_DTKS": "7", "NIK": "3317015702900007", "NAMA": "Y"})) == (1, 0, 0, 0)


def test_the_name_index_follows_an_import_a_change_and_a_deletion(masukkan):
    masukkan(DASAR)
    assert [i.nama for i in cari_nama("Handayani Sri")] == ["SRI HANDAYANI"]
    masukkan(DASAR | {"NAMA": "SRI WAHYUNI"})
    assert [i.nama for i in cari_nama("Wahyuni Sri")] == ["SRI WAHYUNI"] and cari_nama("Sri Handayani") == []
    KeadaanPeriode.objects.all().delete()
    Individu.objects.all().delete()
    assert cari_nama("Sri Wahyuni") == []
    if connection.vendor == "sqlite":
        with connection.cursor() as kursor:
            kursor.execute("INSERT INTO dtks_individu_fts(dtks_individu_fts) VALUES ('integrity-check')")
