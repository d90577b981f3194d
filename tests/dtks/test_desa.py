"""A village files for its own people: pre-check, photographed papers, follow, complete; never another village."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from dtks.models import AturanLayanan, Individu, Pemeriksaan, PeriodePengajuan, Permohonan, SuratRekomendasi
from dtks.queries.lacak import perkara_dari_kode
from dtks.rules import lacak
from dtks.services import loket as loket_services
from dtks.services import surat as surat_services
from dtks.services.desa import permohonan_ajukan
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pemberitahuan, Pengguna, UnitKerja, Wilayah
from inti.services.berkas import berkas_baca, siapkan_unggahan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def foto(lebar: int = 800, tinggi: int = 600, *, jenis: str = "JPEG", exif: bytes = b"") -> bytes:
    keluaran = BytesIO()
    Image.effect_noise((lebar, tinggi), 60).convert("RGB").save(
        keluaran, jenis, **({"exif": exif, "quality": 95} if jenis == "JPEG" else {})
    )
    return keluaran.getvalue()


def unggah(nama: str = "foto.jpg", isi: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, foto() if isi is None else isi, "image/jpeg")


@pytest.fixture
def terbuka(aturan: None, unit: UnitKerja) -> None:
    """The office looks at what villages file."""
    AturanLayanan.objects.update(unit_pelaksana=unit)


@pytest.fixture
def klien(admin_desa: Pengguna, masuk_sebagai: Masuk, terbuka: None) -> Client:
    return masuk_sebagai(admin_desa)


def periksa(klien: Client, cari: str) -> str:
    balasan = klien.post("/dtks/desa/", {"cari": cari})
    assert balasan.status_code == 302, balasan.content.decode()[:500]
    return str(balasan.url)  # type: ignore[attr-defined]


def isian(orang: Individu, **lain: Any) -> dict[str, Any]:
    return {
        f"pilih_{orang.pk}": "on",
        "pengantar_nomor": "140/12/XI/2026",
        "pengantar_tanggal": "18-11-2026",
        "faskes_nama": "Puskesmas Wanasari",
        "pindai_ktp": unggah("ktp.jpg"),
        "pindai_surat-faskes": unggah("faskes.jpg"),
        **lain,
    }


@pytest.fixture
def diajukan(klien: Client, warga: Individu) -> Permohonan:
    klien.post(f"{periksa(klien, warga.nik)}reaktivasi/", isian(warga))
    return Permohonan.objects.get()


def test_a_village_files_with_photographs_and_the_id_goes_along(
    diajukan: Permohonan, warga: Individu, admin_desa: Pengguna, unit: UnitKerja
) -> None:
    assert (diajukan.asal, diajukan.kunjungan, diajukan.diajukan_oleh) == ("desa", None, admin_desa)
    assert (diajukan.desa, diajukan.unit, diajukan.status) == (admin_desa.desa, unit, "diperiksa")
    assert diajukan.id_pada_pengantar is True
    assert diajukan.anggota.get().id_dtks == warga.id_dtks
    assert set(diajukan.berkas.filter(ada=True).values_list("syarat__kode", flat=True)) == {"ktp", "surat-faskes"}
    assert BerkasTersimpan.objects.filter(pemilik_label="dtks.permohonan", pemilik_id=str(diajukan.pk)).count() == 2


def test_a_missing_photograph_is_named_at_its_field(klien: Client, warga: Individu) -> None:
    alamat = f"{periksa(klien, warga.nik)}reaktivasi/"
    tanpa = isian(warga)
    del tanpa["pindai_surat-faskes"]
    balasan = klien.post(alamat, tanpa)
    assert balasan.status_code == 422
    assert "Foto SURAT-FASKES belum dilampirkan." in balasan.content.decode()
    assert not Permohonan.objects.exists()


def test_who_is_registered_is_not_sent_for_a_new_entry(
    klien: Client, warga: Individu, admin_desa: Pengguna, terbuka: None
) -> None:
    """The first known mistake: by the page, by the form's address and by the service."""
    hasil = periksa(klien, warga.nik)
    isi = klien.get(hasil).content.decode()
    assert "Jangan diajukan" in isi and f"{hasil}pengajuan_baru/" not in isi
    assert klien.get(f"{hasil}pengajuan_baru/").status_code == 302
    klien.post(f"{hasil}pengajuan_baru/", isian(warga))
    assert not Permohonan.objects.exists()
    with pytest.raises(AturanDilanggar, match="TIDAK_PERLU_DIAJUKAN"):
        permohonan_ajukan(
            pemeriksaan=Pemeriksaan.objects.get(),
            jenis="pengajuan_baru",
            anggota=[{"individu": warga, "nama": warga.nama, "nik": warga.nik, "no_kk": warga.no_kk}],
            isian={},
            pindaian={},
            oleh=admin_desa,
        )


def test_a_new_person_may_be_filed_while_the_period_is_open(klien: Client, terbuka: None) -> None:
    alamat = f"{periksa(klien, '9971010101010001')}pengajuan_baru/"
    baru = {
        "nama": "TUMINI",
        "nik": "9971014101010001",
        "no_kk": "9971010101060099",
        "alamat": "DUKUH MELATI",
        "pengantar_nomor": "140/1",
        "pengantar_tanggal": "18-11-2026",
        "pindai_ktp": unggah(),
    }
    assert klien.post(alamat, baru).status_code == 302
    assert Permohonan.objects.get().pemohon == "TUMINI"
    PeriodePengajuan.objects.update(berlaku_mulai=dt.date(2020, 1, 1), berlaku_sampai=dt.date(2020, 2, 1))
    assert klien.get(alamat).status_code == 302
    assert "Jangan diajukan" in klien.get(alamat.removesuffix("pengajuan_baru/")).content.decode()


def test_another_villages_person_is_as_good_as_absent(
    klien: Client, buat_warga: Callable[..., Individu], desa_lain: Wilayah, admin_desa: Pengguna, terbuka: None
) -> None:
    asing = buat_warga(nama="KENARI RAHASIA", desa=desa_lain)
    halaman = [klien.get(periksa(klien, cari)).content.decode() for cari in (asing.nik, asing.no_kk, "KENARI RAHASIA")]
    kosong = klien.get(periksa(klien, "9971015003849999")).content.decode()
    for isi in halaman:
        assert "KENARI" not in isi and "Tidak ada di data terpadu desa Anda" in isi
    assert "Tidak ada di data terpadu desa Anda" in kosong
    p = Pemeriksaan.objects.create(cara="nik", hasil="ditemukan", individu=asing, oleh=admin_desa)
    for akhir in ("", "reaktivasi/"):
        assert klien.get(f"/dtks/desa/{p.pk}/{akhir}").status_code == 404
        assert klien.post(f"/dtks/desa/{p.pk}/{akhir}", isian(asing)).status_code == 404
    with pytest.raises(AturanDilanggar, match="DESA_LAIN"):
        permohonan_ajukan(
            pemeriksaan=p,
            jenis="reaktivasi",
            anggota=[{"individu": asing, "nama": asing.nama, "nik": asing.nik, "no_kk": asing.no_kk}],
            isian={},
            pindaian={},
            oleh=admin_desa,
        )
    assert not Permohonan.objects.exists()


def test_a_member_of_another_village_cannot_be_slipped_into_the_form(
    klien: Client, warga: Individu, buat_warga: Callable[..., Individu], desa_lain: Wilayah
) -> None:
    asing = buat_warga(nama="KENARI", desa=desa_lain, keluarga=warga.keluarga)
    alamat = f"{periksa(klien, warga.nik)}reaktivasi/"
    assert "KENARI" not in klien.get(alamat).content.decode()
    klien.post(alamat, isian(warga, **{f"pilih_{asing.pk}": "on"}))
    assert [a.nama for a in Permohonan.objects.get().anggota.all()] == [warga.nama]


def test_returned_completed_accepted_and_printed_in_the_village(
    diajukan: Permohonan, klien: Client, loket: Pengguna, pimpinan: Pengguna, admin_desa: Pengguna
) -> None:
    diajukan.berkas.filter(syarat__kode="surat-faskes").update(ada=False)
    loket_services.permohonan_tunda(permohonan=diajukan, oleh=loket)
    assert "Surat keterangan" in Pemberitahuan.objects.get(pengguna=admin_desa).teks
    isi = klien.get(f"/dtks/permohonan/{diajukan.pk}/lengkapi/").content.decode()
    assert "Dikembalikan dinas" in isi and "Sudah dilampirkan" in isi
    diajukan.refresh_from_db()
    klien.post(
        f"/dtks/permohonan/{diajukan.pk}/lengkapi/",
        {
            "versi": diajukan.versi,
            "pengantar_nomor": "140/12/XI/2026",
            "pengantar_tanggal": "18-11-2026",
            "faskes_nama": "RSUD",
            "pindai_surat-faskes": unggah(),
        },
    )
    diajukan.refresh_from_db()
    assert diajukan.status == "diperiksa"
    assert diajukan.berkas.filter(ada=True).count() == 2
    loket_services.permohonan_terima(permohonan=diajukan, oleh=loket)
    surat = SuratRekomendasi.objects.get()
    surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    assert "siap dicetak di desa" in Pemberitahuan.objects.filter(pengguna=admin_desa).first().teks  # type: ignore[union-attr]
    assert klien.post(f"/dtks/surat/{surat.pk}/cetak/")["Content-Type"] == "application/pdf"


def test_a_village_decides_nothing_and_completes_only_what_it_filed(
    diajukan: Permohonan,
    klien: Client,
    buat_permohonan: Callable[..., Permohonan],
    buat_warga: Callable[..., Individu],
) -> None:
    for verba in ("terima", "tolak", "tunda", "lengkapi-id", "ubah-berkas"):
        assert klien.post(f"/dtks/permohonan/{diajukan.pk}/{verba}/", {"versi": 1}).status_code == 403
    dari_loket = buat_permohonan(buat_warga())
    assert klien.get(f"/dtks/permohonan/{dari_loket.pk}/").status_code == 200
    assert klien.get(f"/dtks/permohonan/{dari_loket.pk}/lengkapi/").status_code == 404
    loket_services.permohonan_terima(permohonan=diajukan, oleh=Pengguna.objects.get(username="loket"))
    balasan = klien.post(
        f"/dtks/permohonan/{diajukan.pk}/lengkapi/",
        {"pengantar_nomor": "9", "pengantar_tanggal": "18-11-2026", "faskes_nama": "x"},
    )
    assert "tidak menunggu berkas" in balasan.content.decode()
    diajukan.refresh_from_db()
    assert diajukan.pengantar_nomor == "140/12/XI/2026"


def test_the_office_finds_what_villages_filed(diajukan: Permohonan, loket: Pengguna, masuk_sebagai: Masuk) -> None:
    isi = masuk_sebagai(loket).get("/dtks/permohonan/?asal=desa&status=diperiksa").content.decode()
    assert diajukan.pemohon in isi
    assert "Diajukan desa" in masuk_sebagai(loket).get(f"/dtks/permohonan/{diajukan.pk}/").content.decode()


def test_a_photograph_of_twenty_megabytes_is_reduced_and_tells_no_place() -> None:
    exif = Image.Exif()
    exif[0x0110] = "TELEPON-RAHASIA"
    besar = foto(5200, 3900, exif=exif.tobytes())
    besar += b"\0" * max(0, 20 * 1024 * 1024 - len(besar))
    isi, jenis = siapkan_unggahan(besar)
    assert jenis == "image/jpeg" and len(isi) < 3 * 1024 * 1024
    assert b"TELEPON-RAHASIA" in besar and b"TELEPON-RAHASIA" not in isi
    with Image.open(BytesIO(isi)) as gambar:
        assert max(gambar.size) <= 2200


@pytest.mark.parametrize(
    ("nama", "isi", "kode"),
    [
        ("program.jpg", b"MZ\x90\x00" + b"\0" * 500, "Berkas bukan PDF, JPG, atau PNG."),
        ("skrip.jpg", b"#!/bin/sh\nrm -rf /\n", "Berkas bukan PDF, JPG, atau PNG."),
        ("potong.jpg", foto()[:900], "Gambar rusak"),
        ("besar.jpg", foto() + b"\0" * (26 * 1024 * 1024), "paling besar 25 MB"),
    ],
)
def test_what_is_no_photograph_is_refused(nama: str, isi: bytes, kode: str, klien: Client, warga: Individu) -> None:
    alamat = f"{periksa(klien, warga.nik)}reaktivasi/"
    balasan = klien.post(alamat, isian(warga, pindai_ktp=unggah(nama, isi)))
    assert kode in balasan.content.decode()
    assert not Permohonan.objects.exists() and not BerkasTersimpan.objects.exists()


def test_a_stored_photograph_opens_for_the_office(diajukan: Permohonan, loket: Pengguna, masuk_sebagai: Masuk) -> None:
    berkas = diajukan.berkas.get(syarat__kode="ktp").berkas
    balasan = masuk_sebagai(loket).get(f"/berkas/{berkas.pk}/")
    assert balasan.content == berkas_baca(berkas) and balasan["Content-Type"] == "image/jpeg"


def test_a_village_hands_over_what_it_filed_and_printed(
    klien: Client, diajukan: Permohonan, admin_desa: Pengguna, loket: Pengguna, pimpinan: Pengguna
) -> None:
    loket_services.permohonan_terima(permohonan=diajukan, oleh=loket)
    surat = surat_services.surat_setujui(surat=SuratRekomendasi.objects.get(), oleh=pimpinan)
    surat_services.surat_cetak(surat=[surat], oleh=admin_desa)
    kabar = lacak.kabar(perkara_dari_kode(diajukan.kode_lacak))
    assert "kantor desa Anda" in kabar.langkah[0]
    assert "Serahkan kepada pemohon" in klien.get("/dtks/desa/").content.decode()
    alamat = f"/dtks/surat/{surat.pk}/serahkan/"
    assert alamat in klien.get(f"/dtks/surat/{surat.pk}/").content.decode()
    assert klien.post(alamat, {"kepada": "Slamet Nugroho"}).status_code == 302
    surat.refresh_from_db()
    assert (surat.status, surat.diserahkan_kepada) == ("diserahkan", "Slamet Nugroho")


def test_a_letter_asked_for_at_the_counter_is_handed_over_there(
    klien: Client, surat: SuratRekomendasi, admin_desa: Pengguna, loket: Pengguna, pimpinan: Pengguna
) -> None:
    surat = surat_services.surat_setujui(surat=surat, oleh=pimpinan)
    surat_services.surat_cetak(surat=[surat], oleh=loket)
    surat.refresh_from_db()
    assert "serahkan/" not in klien.get(f"/dtks/surat/{surat.pk}/").content.decode()
    with pytest.raises(AturanDilanggar, match="SERAH_DI_LOKET"):
        surat_services.surat_serahkan(surat=surat, oleh=admin_desa, kepada="Slamet")


def test_a_letter_of_a_day_to_come_is_refused_at_its_field(klien: Client, warga: Individu) -> None:
    balasan = klien.post(f"{periksa(klien, warga.nik)}reaktivasi/", isian(warga) | {"pengantar_tanggal": "18-11-2062"})
    assert balasan.status_code == 422 and "Tanggal itu belum tiba" in balasan.content.decode()
