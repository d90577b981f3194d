"""Look-ups in the registry through the real database: the same verdict on every one."""

import pytest
from django.db import connection

from dtks.models import Individu, Keluarga
from dtks.queries.registri import cari_id, cari_kk, cari_nama, cari_nik, cari_nik_banyak, saring_individu
from inti.rules.nama import kunci_nama
from tests.inti.pasangan_nama import PASANGAN

pytestmark = pytest.mark.keduanya


@pytest.fixture
def orang(db):
    keluarga = Keluarga.objects.create(no_kk="9971010101150001")
    urut = iter(range(1, 100_000))

    def buat(nama, **isian):
        n = next(urut)
        isi = {
            "nik": f"99710101017{n:05d}",
            "no_kk": keluarga.no_kk,
            "periode_data": "2026-TW3",
            "periode_urut": 202609,
        }
        return Individu.objects.create(keluarga=keluarga, nama=nama, kunci_nama=kunci_nama(nama), **isi | isian)

    return buat


def test_every_pair_of_names_gets_its_verdict_from_the_database(orang):
    tercatat = {nama: orang(nama).pk for nama in {b for _, b, _ in PASANGAN}}
    salah = [
        (dicari, nama, harapan)
        for dicari, nama, harapan in PASANGAN
        if (tercatat[nama] in {i.pk for i in cari_nama(dicari, batas=200)}) is not harapan
    ]
    assert len(PASANGAN) >= 30 and salah == []


def test_the_same_name_comes_before_near_ones_even_in_a_crowd(orang):
    for n in range(450):
        orang(f"SLAMET NUGROHO {'ABCDEFGHIJ'[n % 10]}ANTO")
    tepat = orang("SLAMET NUGROHO")
    hasil = cari_nama("Slamet Nugroho", batas=5)
    assert len(hasil) == 5 and hasil[0].pk == tepat.pk


@pytest.mark.parametrize("teks", ["", "   ", "'; DROP TABLE x; --", '" OR *', "((", "NEAR(a b)", "& | !", "12 34"])
def test_any_text_is_only_a_name(orang, teks):
    orang("SRI HANDAYANI")
    assert cari_nama(teks) == []
    assert list(saring_individu(Individu.objects.all(), teks)) == []


def test_numbers_are_found_exactly_with_or_without_blanks(orang):
    a, b = orang("A", id_dtks="123"), orang("B", nik="9971010101700777")
    assert list(cari_nik(" 997101.010170 0777 ")) == [b]
    assert set(cari_kk("9971010101150001")) == {a, b}
    assert list(cari_id("123")) == [a] and list(cari_id("")) == []
    assert cari_nik_banyak([b.nik, "1", a.nik]) == {a.nik: [a], b.nik: [b]}
    assert list(saring_individu(Individu.objects.all(), "123")) == [a]
    assert list(saring_individu(Individu.objects.all(), b.nik)) == [b]


def test_a_village_sees_its_own_people_only(orang, desa, desa_lain, django_user_model):
    punya, lain = orang("A", desa=desa), orang("B", desa=desa_lain)
    pengguna = django_user_model(desa=desa)
    assert list(Individu.objects.untuk(pengguna)) == [punya]
    assert list(Keluarga.objects.untuk(pengguna)) == [punya.keluarga]
    assert set(Individu.objects.untuk(django_user_model(unit_id=1))) == {punya, lain}
    assert not Individu.objects.untuk(django_user_model()).exists()
    assert not Individu.objects.untuk(django_user_model(perusahaan_id=1)).exists()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="indeks GIN hanya ada di PostgreSQL")
def test_what_the_name_index_has_not_sorted_in_yet_stays_short(db):
    with connection.cursor() as kursor:
        kursor.execute("SHOW gin_pending_list_limit")
        assert kursor.fetchone() == ("128kB",)


def test_a_frequent_word_is_found_among_many_and_a_rare_one_behind_them(orang):
    for n in range(230):
        orang(f"SITI {'ABCDEFGHIJ'[n % 10]}ANTO")
    jauh = orang("WULANSARI")
    assert len(cari_nama("Siti", batas=50)) == 50
    assert cari_nama("Wulansari") == [jauh]
