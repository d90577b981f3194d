"""Plans against poverty: money in whole rupiah, families picked once, no step skipped, each role its part."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.utils import timezone

from dtks.models import Individu, Keluarga, RencanaIntervensi, SasaranIntervensi
from dtks.queries.intervensi import hitung_calon, ikhtisar, rekap
from dtks.services import intervensi as services
from dtks.sheets.intervensi import ekspor_rekap, ekspor_rencana, ekspor_sasaran
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import JejakBaca, Pengguna, Wilayah

Masuk = Callable[[Pengguna], Client]
Warga = Callable[..., Individu]
NAMA = {1: "SULASTRI", 2: "HARTONO", 3: "MULYADI", 4: "KARTIKA"}


def isian(*desa: Wilayah, **ganti: Any) -> dict[str, Any]:
    """A plan of this year for desil 1 to 3."""
    tahun = timezone.localdate().year
    return {
        "nama": "Bantuan pangan",
        "tahun": tahun,
        "program": "pangan",
        "opd": "Dinas Sosial",
        "sumber_dana": "kabupaten",
        "anggaran": Decimal(1_000_000),
        "per_keluarga": Decimal(300_000),
        "mulai": dt.date(tahun, 1, 1),
        "sampai": dt.date(tahun, 12, 31),
        "desil_min": 1,
        "desil_max": 3,
        "desa": [d.kode for d in desa],
    } | ganti


@pytest.fixture
def rencana(instansi: Any, staf: Pengguna, desa: Wilayah, desa_lain: Wilayah) -> RencanaIntervensi:
    return services.rencana_susun(isian=isian(desa, desa_lain), oleh=staf)


@pytest.fixture
def warga4(buat_warga: Warga, desa_lain: Wilayah) -> list[Individu]:
    lain: dict[int, dict[str, Any]] = {3: {"desa": desa_lain}}
    return [buat_warga(nama=f"SASARAN {NAMA[n]}", desil=n, **lain.get(n, {})) for n in (1, 2, 3, 4)]


def sampai(rencana: RencanaIntervensi, status: str, pimpinan: Pengguna, penyelia: Pengguna) -> RencanaIntervensi:
    """Pick and lead a plan to a state."""
    rencana = services.sasaran_pilih(rencana=rencana, oleh=penyelia)
    langkah = {
        "disetujui": lambda r: services.rencana_setujui(rencana=r, oleh=pimpinan),
        "berjalan": lambda r: services.rencana_jalankan(rencana=r, oleh=penyelia),
        "selesai": lambda r: services.rencana_selesaikan(rencana=r, oleh=penyelia),
    }
    for nama, lakukan in langkah.items():
        if rencana.status == status:
            break
        rencana = lakukan(rencana)
        assert rencana.status == nama
    return rencana


def catat(sasaran: list[SasaranIntervensi], oleh: Pengguna, jumlah: int = 300_000, **lain: Any) -> Any:
    isi = {"hasil": "diterima", "tanggal": timezone.localdate(), "catatan": ""} | lain
    return services.hasil_catat(sasaran=sasaran, jumlah=Decimal(jumlah), oleh=oleh, **isi)


@pytest.mark.django_db
def test_a_family_is_picked_once_with_a_member_who_counts(
    rencana: RencanaIntervensi, buat_warga: Warga, warga4: list[Individu], staf: Pengguna
) -> None:
    hari = timezone.localdate()
    luar: list[dict[str, Any]] = [
        {"terdaftar": False},
        {"dikecualikan": True},
        {"desil": None},
        {"dibatasi_sampai": hari},
        {"desil": 9},
    ]
    for n, lain in enumerate(luar):
        buat_warga(nama=f"BUKAN {n}", **lain)
    keluarga = warga4[0].keluarga
    anak = buat_warga(nama="ANAK", keluarga=keluarga, hubungan="ANAK", desil=1)
    utama = buat_warga(nama="GABUNG", desil=9)
    Individu.objects.filter(pk=buat_warga(nama="LAIN", desil=1).pk).update(digabung_ke=utama)
    campur = buat_warga(nama="KEPALA KELUAR", desil=1, terdaftar=False)
    isteri = buat_warga(nama="ISTRI", keluarga=campur.keluarga, hubungan="ISTRI", desil=1)
    assert (hitung_calon(rencana).ditemukan, hitung_calon(rencana).baru) == (4, 4)
    hasil = services.sasaran_pilih(rencana=rencana, oleh=staf)
    assert hasil.baru == 4
    dipilih = set(SasaranIntervensi.objects.values_list("individu_id", flat=True))
    assert dipilih == {warga4[0].pk, warga4[1].pk, warga4[2].pk, isteri.pk}
    assert anak.pk not in dipilih


@pytest.mark.django_db
def test_picking_again_adds_only_new_ones_and_keeps_results(
    rencana: RencanaIntervensi, warga4: list[Individu], buat_warga: Warga, pimpinan: Pengguna, penyelia: Pengguna
) -> None:
    rencana = sampai(rencana, "berjalan", pimpinan, penyelia)
    satu = SasaranIntervensi.objects.order_by("pk")[0]
    catat([satu], penyelia)
    Individu.objects.filter(pk=satu.individu_id).update(desil=9)
    buat_warga(nama="BARU", desil=1)
    assert (hitung_calon(rencana).ditemukan, hitung_calon(rencana).sudah) == (3, 2)
    assert services.sasaran_pilih(rencana=rencana, oleh=penyelia).baru == 1
    satu.refresh_from_db()
    assert (satu.hasil, satu.jumlah) == ("diterima", 300_000)
    assert SasaranIntervensi.objects.count() == 4


@pytest.mark.django_db
def test_a_draft_lets_go_of_families_outside_its_range(
    rencana: RencanaIntervensi, warga4: list[Individu], desa: Wilayah, staf: Pengguna
) -> None:
    rencana = services.sasaran_pilih(rencana=rencana, oleh=staf)
    rencana = services.rencana_ubah(rencana=rencana, isian=isian(desa, desil_max=1), oleh=staf)
    services.sasaran_pilih(rencana=rencana, oleh=staf)
    assert list(SasaranIntervensi.objects.values_list("individu_id", flat=True)) == [warga4[0].pk]


BOLEH = {
    "ubah": {"rancangan"},
    "pilih": {"rancangan", "disetujui", "berjalan"},
    "setujui": {"rancangan"},
    "jalankan": {"disetujui"},
    "selesaikan": {"berjalan"},
    "hasil": {"berjalan"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["rancangan", "disetujui", "berjalan", "selesai"])
@pytest.mark.parametrize("langkah", list(BOLEH))
def test_no_step_is_skipped(
    status: str,
    langkah: str,
    rencana: RencanaIntervensi,
    warga4: list[Individu],
    desa: Wilayah,
    staf: Pengguna,
    pimpinan: Pengguna,
    penyelia: Pengguna,
) -> None:
    rencana = sampai(rencana, status, pimpinan, penyelia)
    lakukan: dict[str, Callable[[], Any]] = {
        "ubah": lambda: services.rencana_ubah(rencana=rencana, isian=isian(desa), oleh=staf),
        "pilih": lambda: services.sasaran_pilih(rencana=rencana, oleh=staf),
        "setujui": lambda: services.rencana_setujui(rencana=rencana, oleh=pimpinan),
        "jalankan": lambda: services.rencana_jalankan(rencana=rencana, oleh=penyelia),
        "selesaikan": lambda: services.rencana_selesaikan(rencana=rencana, oleh=penyelia),
        "hasil": lambda: catat(list(SasaranIntervensi.objects.all()[:1]), penyelia),
    }
    if status in BOLEH[langkah]:
        lakukan[langkah]()
        return
    with pytest.raises(AturanDilanggar):
        lakukan[langkah]()
    rencana.refresh_from_db()
    assert rencana.status == status


@pytest.mark.django_db
def test_nobody_approves_his_own_draft_or_an_empty_plan(
    instansi: Any, desa: Wilayah, warga: Individu, pimpinan: Pengguna, staf: Pengguna
) -> None:
    sendiri = services.rencana_susun(isian=isian(desa), oleh=pimpinan)
    sendiri = services.sasaran_pilih(rencana=sendiri, oleh=staf)
    kosong = services.rencana_susun(isian=isian(desa, desil_min=10, desil_max=10), oleh=staf)
    for rencana, kode in ((sendiri, "MERANCANG_SENDIRI"), (kosong, "TANPA_SASARAN")):
        with pytest.raises(AturanDilanggar) as galat:
            services.rencana_setujui(rencana=rencana, oleh=pimpinan)
        assert galat.value.kode == kode


@pytest.mark.django_db
def test_results_keep_the_sum_within_the_budget_or_say_so(
    rencana: RencanaIntervensi, warga4: list[Individu], pimpinan: Pengguna, penyelia: Pengguna
) -> None:
    rencana = sampai(rencana, "berjalan", pimpinan, penyelia)

    def semua() -> list[SasaranIntervensi]:
        return list(SasaranIntervensi.objects.order_by("pk"))

    catat(semua(), penyelia)
    assert ikhtisar(rencana, penyelia).terpakai == 900_000
    catat(semua(), penyelia, 333_333)  # replaces, does not add
    assert ikhtisar(rencana, penyelia).temuan == []
    with pytest.raises(AturanDilanggar) as galat:
        catat(semua(), penyelia, 333_334)
    assert galat.value.kode == "ANGGARAN_TERLAMPAUI"
    assert ikhtisar(rencana, penyelia).terpakai == 999_999
    catat(semua(), penyelia, 400_000, diakui=True)
    assert [t.kode for t in ikhtisar(rencana, penyelia).temuan] == ["ANGGARAN_TERLAMPAUI"]
    catat(semua(), penyelia, 0, hasil="belum", tanggal=None)
    assert ikhtisar(rencana, penyelia).terpakai == 0
    for lain, kode in (
        ({"hasil": "menolak"}, "JUMLAH_TANPA_TERIMA"),
        ({"tanggal": None}, "TANGGAL_HASIL"),
        ({"tanggal": timezone.localdate() + dt.timedelta(days=1)}, "TANGGAL_HASIL"),
        ({"tanggal": rencana.mulai - dt.timedelta(days=1)}, "TANGGAL_HASIL"),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            catat(semua()[:1], penyelia, 1, **lain)
        assert galat.value.kode == kode
    lama = semua()
    catat(semua()[:1], penyelia)
    with pytest.raises(VersiBerubah):
        catat(lama, penyelia)
    assert [s.hasil for s in semua()] == ["diterima", "belum", "belum"]  # all or none


@pytest.mark.django_db
def test_the_recap_adds_up_and_goes_out_masked(
    rencana: RencanaIntervensi,
    warga4: list[Individu],
    pimpinan: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    rencana = sampai(rencana, "berjalan", pimpinan, penyelia)
    catat(list(SasaranIntervensi.objects.filter(desil=1)), penyelia)
    baris = rekap(rencana, penyelia)
    assert {b.desa: (b.semua, b.hasil["diterima"], b.jumlah) for b in baris} == {
        "DESA SUMBERJO": (2, 1, 300_000),
        "DESA KARANGANYAR": (1, 0, 0),
    }
    klien = masuk_sebagai(penyelia)
    assert "Rp 300.000" in klien.get(f"/dtks/intervensi/{rencana.pk}/rekap/").content.decode()
    assert klien.get(f"/dtks/intervensi/{rencana.pk}/rekap/cetak/")["Content-Type"] == "application/pdf"
    buku = openpyxl.load_workbook(BytesIO(klien.get(f"/dtks/intervensi/{rencana.pk}/rekap/unduh/").content))
    assert [s.value for s in list(buku.worksheets[0].rows)[-1]][-2:] == [3, 300_000]
    assert JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR, oleh=penyelia).count() == 2
    judul, isi = ekspor_rekap(None)
    assert [b[-1] for b in isi] == [0, 300_000]
    assert judul[-1] == "Jumlah (Rp)"
    judul, isi = ekspor_sasaran(None)
    teks = str([list(b) for b in isi])
    assert "SASARAN SULASTRI" in teks
    assert not any(w.nik in teks or w.no_kk in teks for w in warga4)
    assert [next(iter(b)) for b in ekspor_rencana(None)[1]] == ["Bantuan pangan"]


@pytest.mark.django_db
def test_each_role_has_its_part(
    rencana: RencanaIntervensi, warga4: list[Individu], peran: dict[str, Pengguna], masuk_sebagai: Masuk
) -> None:
    sampai(rencana, "berjalan", peran["pimpinan"], peran["penyelia"])
    s = SasaranIntervensi.objects.get(desil=1)
    tabel = {
        f"/dtks/intervensi/{rencana.pk}/": "pimpinan penyelia staf desa",
        f"/dtks/intervensi/sasaran/{s.pk}/": "pimpinan penyelia staf desa",
        "/dtks/intervensi/baru/": "penyelia staf",
        f"/dtks/intervensi/{rencana.pk}/pilih/": "penyelia staf",
        f"/dtks/intervensi/{rencana.pk}/setujui/": "pimpinan",
        f"/dtks/intervensi/{rencana.pk}/jalankan/": "penyelia",
        f"/dtks/intervensi/sasaran/{s.pk}/hasil/": "penyelia",
        f"/dtks/intervensi/{rencana.pk}/rekap/": "pimpinan penyelia staf",
        f"/dtks/intervensi/{rencana.pk}/rekap/cetak/": "pimpinan penyelia",
        "/dtks/intervensi/sasaran/?ekspor=csv": "pimpinan penyelia",
    }
    for nama, siapa in peran.items():
        klien = masuk_sebagai(siapa)
        for alamat, boleh in tabel.items():
            assert klien.get(alamat).status_code == (200 if nama in boleh.split() else 403), (nama, alamat)
        ubah = klien.get(f"/dtks/intervensi/{rencana.pk}/ubah/").status_code
        assert ubah == (409 if nama in {"penyelia", "staf"} else 403), "it runs: nobody changes it any more"


@pytest.mark.django_db
def test_a_village_sees_its_own_rows_and_no_draft(
    rencana: RencanaIntervensi,
    warga4: list[Individu],
    admin_desa: Pengguna,
    pimpinan: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    klien = masuk_sebagai(admin_desa)
    rencana = services.sasaran_pilih(rencana=rencana, oleh=penyelia)
    assert klien.get(f"/dtks/intervensi/{rencana.pk}/").status_code == 404
    assert "SASARAN" not in klien.get("/dtks/intervensi/sasaran/?semua=1").content.decode()
    services.rencana_setujui(rencana=rencana, oleh=pimpinan)
    isi = klien.get("/dtks/intervensi/sasaran/?semua=1").content.decode()
    assert "SASARAN SULASTRI" in isi
    assert "SASARAN MULYADI" not in isi  # of another village
    assert "Catat hasil" not in isi
    isi = klien.get(f"/dtks/intervensi/{rencana.pk}/").content.decode()
    assert "1.000.000" not in isi  # the budget is the office's affair
    assert klien.get(f"/dtks/intervensi/{rencana.pk}/riwayat/").status_code == 404
    asing = SasaranIntervensi.objects.get(desil=3)
    assert klien.get(f"/dtks/intervensi/sasaran/{asing.pk}/").status_code == 404
    assert klien.get(f"/dtks/intervensi/sasaran/{asing.pk}/riwayat/").status_code == 404


@pytest.mark.django_db
def test_from_the_form_to_several_results_at_once(
    instansi: Any,
    desa: Wilayah,
    warga4: list[Individu],
    staf: Pengguna,
    pimpinan: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
) -> None:
    klien = masuk_sebagai(staf)
    kirim = {k: f"{v:%d-%m-%Y}" if isinstance(v, dt.date) else v for k, v in isian(desa).items()}
    kirim |= {"anggaran": "Rp 1.000.000", "per_keluarga": ""}
    for salah in ("1.000.000,50", "1.5", "-5", "x", ""):
        assert klien.post("/dtks/intervensi/baru/", kirim | {"anggaran": salah}).status_code == 422, salah
    assert klien.post("/dtks/intervensi/baru/", kirim | {"desa": ["99.99"]}).status_code == 422
    kunci = {"kunci_kirim": str(uuid.uuid4())}
    klien.post("/dtks/intervensi/baru/", kirim | kunci)
    klien.post("/dtks/intervensi/baru/", kirim | kunci)
    rencana = RencanaIntervensi.objects.get()
    assert (rencana.anggaran, rencana.per_keluarga) == (1_000_000, 0)
    alamat = f"/dtks/intervensi/{rencana.pk}/"
    ubah = klien.post(f"{alamat}ubah/", kirim | {"nama": "Bantuan beras", "versi": rencana.versi})
    assert ubah.status_code == 302
    assert ">2<" in klien.get(f"{alamat}pilih/").content.decode().replace(" ", "")
    klien.post(f"{alamat}pilih/")
    masuk_sebagai(pimpinan).post(f"{alamat}setujui/")
    klien = masuk_sebagai(penyelia)
    klien.post(f"{alamat}jalankan/")
    pilih = list(SasaranIntervensi.objects.values_list("pk", flat=True))
    assert "2 keluarga" in klien.post("/dtks/intervensi/sasaran/catat/", {"pilih": pilih}).content.decode()
    hasil = {
        "pilih": pilih,
        "hasil": "diterima",
        "tanggal": f"{timezone.localdate():%d-%m-%Y}",
        "jumlah": "600.000",
        "catatan": "",
    }
    assert klien.post("/dtks/intervensi/sasaran/catat/", hasil).status_code == 409  # 1.200.000 of 1.000.000
    assert klien.post("/dtks/intervensi/sasaran/catat/", hasil | {"jumlah": "500.000"}).status_code == 302
    assert set(SasaranIntervensi.objects.values_list("hasil", "jumlah")) == {("diterima", Decimal(500_000))}
    assert klien.post(f"{alamat}buang/").status_code == 409
    q = klien.post("/dtks/intervensi/sasaran/", {"q": "sasaran hartono"}, follow=True).content.decode()
    assert "SASARAN HARTONO" in q
    assert "SASARAN SULASTRI" not in q


@pytest.mark.django_db
def test_thousands_of_families_are_picked_in_a_few_statements(
    rencana: RencanaIntervensi, warga: Individu, staf: Pengguna, django_assert_max_num_queries: Any
) -> None:
    Keluarga.objects.bulk_create([Keluarga(pk=50_000 + n, no_kk=f"99720101010{n:05d}") for n in range(3000)])
    lama = Individu.objects.get(pk=warga.pk)
    orang = []
    for n in range(3000):
        lama.pk, lama.keluarga_id, lama.nik = None, 50_000 + n, f"99720101010{n:05d}"
        orang.append(Individu(**{f.attname: getattr(lama, f.attname) for f in Individu._meta.concrete_fields}))
    Individu.objects.bulk_create(orang)
    with django_assert_max_num_queries(26):
        hasil = services.sasaran_pilih(rencana=rencana, oleh=staf)
    assert hasil.baru == 3001


@pytest.mark.django_db
def test_lists_and_plans_cost_few_queries(
    rencana: RencanaIntervensi,
    warga4: list[Individu],
    pimpinan: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
    django_assert_max_num_queries: Any,
) -> None:
    rencana = sampai(rencana, "berjalan", pimpinan, penyelia)
    klien = masuk_sebagai(penyelia)
    for alamat, batas in (
        ("/dtks/intervensi/?semua=1", 16),
        ("/dtks/intervensi/sasaran/?semua=1", 16),
        (f"/dtks/intervensi/{rencana.pk}/", 15),
        (f"/dtks/intervensi/{rencana.pk}/rekap/", 15),
    ):
        klien.get(alamat)
        with django_assert_max_num_queries(batas):
            assert klien.get(alamat).status_code == 200
