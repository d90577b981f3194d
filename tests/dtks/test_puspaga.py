"""Counselling: ages, states, who may, the letter; and not a word of a case anywhere else."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from dtks.documents.puspaga import snapshot_surat
from dtks.models import Konseling, SesiKonseling
from dtks.services import puspaga as services
from inti import registry
from inti.access import semua_rute
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import BerkasTersimpan, Dokumen, JejakBaca, Nomor, Pemberitahuan, Pengguna, Perubahan, UnitKerja
from tests.conftest import buat_pengguna

Masuk = Callable[[Pengguna], Client]
BURUNG = "KENARIRAHASIA"


def isian(**ganti: Any) -> dict[str, Any]:
    """A couple of 20 and 17, with a canary in every free field."""
    hari = timezone.localdate()
    isi: dict[str, Any] = {
        "tanggal": hari,
        "pengadilan": "agama",
        "alasan": "khawatir",
        "uraian": f"{BURUNG} uraian",
    }
    for n, (sisi, tahun, nik) in enumerate((("pria", 20, "9971010101060001"), ("wanita", 17, "9971014101090002"))):
        isi |= {
            f"{sisi}_nama": f"{BURUNG} {sisi}",
            f"{sisi}_nik": nik,
            f"{sisi}_lahir": dt.date(hari.year - tahun, 1, 1),
            f"{sisi}_pendidikan": "smp",
            f"{sisi}_alamat": f"{BURUNG} jalan",
            f"{sisi}_wali": f"{BURUNG} wali",
            f"{sisi}_wali_hubungan": f"{BURUNG} ayah",
            f"{sisi}_wali_telepon": f"08123450000{n}",
        }
    return isi | ganti


def sesi(**ganti: Any) -> dict[str, Any]:
    return {
        "tanggal": timezone.localdate(),
        "hadir_wanita": True,
        "hadir_lain": f"{BURUNG} bibi",
        "ringkasan": f"{BURUNG} ringkasan",
        "rencana": f"{BURUNG} rencana",
    } | ganti


@pytest.fixture
def kasus(instansi: Any, konselor: Pengguna) -> Konseling:
    return services.konseling_daftar(isian=isian(), oleh=konselor)


def sampai(kasus: Konseling, status: str, konselor: Pengguna, pimpinan: Pengguna) -> Konseling:
    """Lead a case to a state through its services."""
    if status == "batal":
        return services.konseling_batal(konseling=kasus, alasan=f"{BURUNG} batal", oleh=konselor)
    for langkah in ("berjalan", "selesai", "surat_terbit"):
        if kasus.status == status:
            break
        if langkah == "berjalan":
            services.sesi_catat(konseling=kasus, isian=sesi(), oleh=konselor)
            kasus.refresh_from_db()
        elif langkah == "selesai":
            kasus = services.konseling_selesai(
                konseling=kasus,
                hasil="dirujuk",
                kesimpulan=f"{BURUNG} simpul",
                rujukan=f"{BURUNG} rujuk",
                oleh=konselor,
            )
        else:
            kasus = services.konseling_setujui(konseling=kasus, oleh=pimpinan)
    assert kasus.status == status
    return kasus


BOLEH = {
    "ubah": {"terdaftar", "berjalan"},
    "sesi": {"terdaftar", "berjalan"},
    "hasil": {"berjalan"},
    "setujui": {"selesai"},
    "cetak": {"surat_terbit"},
    "batal": {"terdaftar", "berjalan", "selesai", "surat_terbit"},
}


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["terdaftar", "berjalan", "selesai", "surat_terbit", "batal"])
@pytest.mark.parametrize("langkah", list(BOLEH))
def test_no_step_is_skipped(
    status: str, langkah: str, kasus: Konseling, konselor: Pengguna, pimpinan: Pengguna
) -> None:
    kasus = sampai(kasus, status, konselor, pimpinan)
    lakukan: dict[str, Callable[[], Any]] = {
        "ubah": lambda: services.konseling_ubah(konseling=kasus, isian=isian(uraian="lain"), oleh=konselor),
        "sesi": lambda: services.sesi_catat(konseling=kasus, isian=sesi(), oleh=konselor),
        "hasil": lambda: services.konseling_selesai(konseling=kasus, hasil="siap", kesimpulan="siap", oleh=konselor),
        "setujui": lambda: services.konseling_setujui(konseling=kasus, oleh=pimpinan),
        "cetak": lambda: services.konseling_cetak(konseling=kasus, oleh=konselor),
        "batal": lambda: services.konseling_batal(konseling=kasus, alasan="uji", oleh=konselor),
    }
    banyak = Nomor.objects.count()
    if status in BOLEH[langkah]:
        lakukan[langkah]()
        return
    with pytest.raises(AturanDilanggar):
        lakukan[langkah]()
    kasus.refresh_from_db()
    assert kasus.status == status
    assert Nomor.objects.count() == banyak


@pytest.mark.django_db
def test_who_held_a_session_or_wrote_the_result_does_not_sign(
    kasus: Konseling, konselor: Pengguna, pimpinan: Pengguna, penyelia: Pengguna
) -> None:
    services.sesi_catat(konseling=kasus, isian=sesi(), oleh=pimpinan)
    kasus.refresh_from_db()
    kasus = services.konseling_selesai(konseling=kasus, hasil="siap", kesimpulan="siap", oleh=konselor)
    for siapa, kode in ((pimpinan, "MEMERIKSA_SENDIRI"), (konselor, "BUKAN_PENANDATANGAN")):
        with pytest.raises(AturanDilanggar) as galat:
            services.konseling_setujui(konseling=kasus, oleh=siapa)
        assert galat.value.kode == kode
    assert services.konseling_setujui(konseling=kasus, oleh=penyelia).status == "surat_terbit"


@pytest.mark.django_db
def test_an_older_version_is_refused(kasus: Konseling, konselor: Pengguna) -> None:
    lama = Konseling.objects.get(pk=kasus.pk)
    services.konseling_ubah(konseling=kasus, isian=isian(uraian="baru"), oleh=konselor)
    with pytest.raises(VersiBerubah):
        services.konseling_batal(konseling=lama, alasan="uji", oleh=konselor)


@pytest.mark.django_db
def test_the_letter_only_recommends_and_its_public_page_names_nobody(
    kasus: Konseling, konselor: Pengguna, pimpinan: Pengguna, client: Client
) -> None:
    kasus = sampai(kasus, "surat_terbit", konselor, pimpinan)
    dokumen = Dokumen.objects.get(objek_label="dtks.konseling")
    assert kasus.surat_keluar is not None
    teks = str(dokumen.snapshot)
    assert "hanya berisi rekomendasi" in teks
    assert "kewenangan pengadilan" in teks
    assert "Pengadilan Agama" in teks
    assert snapshot_surat(konseling=kasus, keluar=kasus.surat_keluar, kode=dokumen.kode) == dokumen.snapshot
    isi = client.get(f"/v/{dokumen.kode}/").content.decode()
    assert kasus.surat_keluar.nomor.teks in isi
    assert BURUNG not in isi
    assert "9971" not in isi
    services.konseling_batal(konseling=kasus, alasan=f"{BURUNG} keliru", oleh=konselor)
    isi = client.get(f"/v/{dokumen.kode}/").content.decode()
    assert "batal" in isi.lower()
    assert BURUNG not in isi


@pytest.mark.django_db
def test_only_the_counsellor_and_who_signs_come_in(
    kasus: Konseling, peran: dict[str, Pengguna], unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    konselor, pimpinan = peran["konselor"], peran["pimpinan"]
    jalur = ["", "ubah/", "sesi/", "hasil/", "batal/", "cetak/", "riwayat/"]
    for nama in set(peran) - {"konselor", "pimpinan"}:
        klien = masuk_sebagai(peran[nama])
        for akhir in jalur:
            assert klien.get(f"/dtks/puspaga/{kasus.pk}/{akhir}").status_code == 403, (nama, akhir)
        assert klien.get("/dtks/puspaga/").status_code == 403
    lain = masuk_sebagai(buat_pengguna("konselor2", "konselor", unit=unit))
    assert lain.get(f"/dtks/puspaga/{kasus.pk}/").status_code == 404
    kepala = masuk_sebagai(pimpinan)
    assert kepala.get(f"/dtks/puspaga/{kasus.pk}/").status_code == 404  # no result yet: nothing to sign
    assert BURUNG not in kepala.get("/dtks/puspaga/?semua=1").content.decode()
    sampai(kasus, "selesai", konselor, pimpinan)
    assert kepala.get(f"/dtks/puspaga/{kasus.pk}/").status_code == 200
    assert kepala.get(f"/dtks/puspaga/{kasus.pk}/ubah/").status_code == 403
    assert masuk_sebagai(konselor).get(f"/dtks/puspaga/{kasus.pk}/tanda-tangan/").status_code == 403


@pytest.mark.django_db
def test_every_opening_is_one_line_of_the_read_log(kasus: Konseling, konselor: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(konselor)
    for n, (akhir, kepala) in enumerate((("", {}), ("riwayat/", {}), ("ubah/", {}), ("", {"HX-Request": "true"})), 1):
        assert klien.get(f"/dtks/puspaga/{kasus.pk}/{akhir}", headers=kepala).status_code == 200
        baris = JejakBaca.objects.filter(objek_label="dtks.konseling", objek_id=str(kasus.pk), oleh=konselor)
        assert baris.count() == n, akhir
    assert not JejakBaca.objects.filter(keterangan__contains=BURUNG).exists()


@pytest.mark.django_db
def test_from_the_form_to_the_print(
    instansi: Any, konselor: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien, kepala = masuk_sebagai(konselor), masuk_sebagai(pimpinan)
    kirim = {k: f"{v:%d-%m-%Y}" if isinstance(v, dt.date) else v for k, v in isian().items()}
    assert klien.post("/dtks/puspaga/baru/", kirim | {"wanita_lahir": "01-01-1990"}).status_code == 422
    kunci = {"kunci_kirim": str(uuid.uuid4())}
    assert klien.post("/dtks/puspaga/baru/", kirim | kunci).status_code == 302
    klien.post("/dtks/puspaga/baru/", kirim | kunci)
    kasus = Konseling.objects.get()
    alamat = f"/dtks/puspaga/{kasus.pk}/"
    isi = klien.get(alamat).content.decode()
    assert kasus.wanita_nik not in isi
    assert "17 tahun" in isi
    hari = f"{timezone.localdate():%d-%m-%Y}"
    assert klien.post(f"{alamat}sesi/", {"tanggal": hari, "ringkasan": "x"}).status_code == 409  # nobody came
    klien.post(f"{alamat}sesi/", {"tanggal": hari, "ringkasan": "x", "hadir_pria": "on"})
    s = SesiKonseling.objects.get()
    klien.post(f"/dtks/puspaga/sesi/{s.pk}/ubah/", {"tanggal": hari, "ringkasan": "y", "hadir_pria": "on", "versi": 1})
    s.refresh_from_db()
    assert (s.ringkasan, s.konselor) == ("y", konselor)
    klien.post(f"{alamat}hasil/", {"hasil": "menunda", "kesimpulan": "ditunda"})
    assert "ditunda" in kepala.get(f"{alamat}tanda-tangan/").content.decode()
    kepala.post(f"{alamat}tanda-tangan/")
    kasus.refresh_from_db()
    assert kasus.status == "surat_terbit"
    balasan = klien.post(f"{alamat}cetak/")
    assert balasan["Content-Type"] == "application/pdf"
    assert klien.post(f"{alamat}cetak/").status_code == 409  # a second copy needs a reason
    assert klien.post(f"{alamat}cetak/", {"alasan": "rusak"})["Content-Type"] == "application/pdf"


def _alamat(jalur: str, kasus: Konseling, berkas: BerkasTersimpan) -> str:
    isi = {
        "<uuid:pk>": str(berkas.pk),
        "<int:pk>": str(kasus.pk),
        "<str:kode>": "TIDAKADA",
        "<slug:jenis>": "dtks",
        "<slug:bagian>": "riwayat",
        "<slug:verba>": "layani",
    }
    for pola, ganti in isi.items():
        jalur = jalur.replace(pola, ganti)
    return jalur


@pytest.mark.django_db
@pytest.mark.lama  # pages and refusals are walked in each run (tests/kepercayaan/test_jalan.py)
def test_no_word_of_a_case_reaches_any_other_role(
    kasus: Konseling, peran: dict[str, Pengguna], masuk_sebagai: Masuk
) -> None:
    konselor, pimpinan = peran["konselor"], peran["pimpinan"]
    kasus = sampai(kasus, "surat_terbit", konselor, pimpinan)
    services.konseling_cetak(konseling=kasus, oleh=konselor)
    berkas = BerkasTersimpan.objects.get(pemilik_label="dtks.konseling")
    surat = kasus.surat_keluar
    assert surat is not None
    rute = [r for r in semua_rute() if "keluar" not in r.nama.split("_")[0] or r.nama.startswith("surat")]
    tambahan = [
        f"/arsip/surat-keluar/{surat.pk}/",
        f"/arsip/surat-keluar/{surat.pk}/riwayat/",
        "/arsip/surat-keluar/?ekspor=csv",
        "/kantor/jejak/?ekspor=csv",
        "/kantor/nomor/",
    ]
    rahasia = [BURUNG, kasus.pria_nik, kasus.wanita_nik, "081234500000", "081234500001"]

    def bersih(balasan: Any, di: Any) -> None:
        isi = (b"".join(balasan.streaming_content) if balasan.streaming else balasan.content).decode(errors="ignore")
        bocor = [k for k in rahasia if k in isi]
        assert not bocor, (di, bocor)

    for nama in [*peran, ""]:
        if nama == "konselor":
            continue
        klien = masuk_sebagai(peran[nama]) if nama else Client()
        for r in rute:
            if nama == "pimpinan" and r.jalur.startswith(("/dtks/puspaga/", "/berkas/")):
                continue  # he signs it
            jalur = _alamat(r.jalur, kasus, berkas)
            if "<" not in jalur and "GET" in r.metode:
                bersih(klien.get(jalur), (nama, jalur))
        for jalur in tambahan:
            bersih(klien.get(jalur), (nama, jalur))
        for kata in rahasia[:2]:
            bersih(klien.post("/cari/", {"q": kata}, follow=True), (nama, "cari"))
        if nama not in {"pimpinan"}:
            assert klien.get(f"/berkas/{berkas.pk}/").status_code in {302, 404}
    # The emergency account sees every table in Django's own pages, and no case there either.
    admin = masuk_sebagai(buat_pengguna("darurat", "", is_staff=True, is_superuser=True))
    for model, pk in [
        *(("perubahan", p) for p in Perubahan.objects.values_list("pk", flat=True)),
        *(("dokumen", p) for p in Dokumen.objects.values_list("pk", flat=True)),
        *(("nomor", p) for p in Nomor.objects.values_list("pk", flat=True)),
        *(("pemberitahuan", p) for p in Pemberitahuan.objects.values_list("pk", flat=True)),
        *(("jejakbaca", p) for p in JejakBaca.objects.values_list("pk", flat=True)[:20]),
        ("berkastersimpan", berkas.pk),
    ]:
        balasan = admin.get(f"/admin/inti/{model}/{pk}/change/")
        assert balasan.status_code == 200, model
        bersih(balasan, ("admin", model, pk))


@pytest.mark.django_db
def test_no_export_search_or_notice_knows_of_a_case(
    kasus: Konseling, konselor: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    sampai(kasus, "surat_terbit", konselor, pimpinan)
    for jenis, ekspor in registry.semua_ekspor().items():
        assert "konseling" not in ekspor.sumber, jenis
        assert "puspaga" not in ekspor.sumber, jenis
        judul, baris = registry.ekspor(jenis)(None)
        isi = str((judul, [list(b) for b in baris]))
        assert BURUNG not in isi, jenis
        assert kasus.wanita_nik not in isi, jenis
    assert not any("konseling" in p.cari or "puspaga" in p.cari for p in registry.semua_pencari())
    assert Pemberitahuan.objects.filter(teks__contains=kasus.nomor.teks).exists()
    assert not Pemberitahuan.objects.filter(teks__contains=BURUNG).exists()
    assert BURUNG not in str(list(Perubahan.objects.values_list("argumen", "sebab")))
    assert BURUNG not in str(list(Nomor.objects.values_list("alasan")))
    assert masuk_sebagai(konselor).get("/dtks/puspaga/?ekspor=csv").status_code == 403
    from dtks.columns.puspaga import KonselingColumns

    assert all(k.ekspor == "" for k in KonselingColumns.semua.values())


@pytest.mark.django_db
def test_lists_and_cases_cost_few_queries(
    kasus: Konseling, konselor: Pengguna, masuk_sebagai: Masuk, django_assert_max_num_queries: Any
) -> None:
    klien = masuk_sebagai(konselor)
    for n in range(8):
        services.konseling_daftar(isian=isian(wanita_nik=f"99710141010900{n + 10}"), oleh=konselor)
    klien.get("/dtks/puspaga/?semua=1")
    with django_assert_max_num_queries(12):
        klien.get("/dtks/puspaga/?semua=1")
    with django_assert_max_num_queries(13):
        klien.get(f"/dtks/puspaga/{kasus.pk}/")
