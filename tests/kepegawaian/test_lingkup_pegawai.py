"""Who meets whom: a head sees nobody of another unit by any route or search; an intern no personal data; photos."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from inti.models import BerkasTersimpan, Pengguna, UnitKerja, Usulan
from kepegawaian.models import Formasi, Pegawai, StatusPegawai
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import orang as layanan_orang
from kepegawaian.services import surat as layanan_surat
from tests.kepegawaian.contoh_karier import D, berkas, gambar, kepala, orang, pdf, simpan, unggahan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
REKAP = ("kgb", "kenaikan-pangkat", "pensiun", "kontrak", "berkas/kurang", "duk", "nominatif", "bezetting")


@pytest.fixture
def asing(personalia: Pengguna, penyelia: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, instansi: Any) -> Pegawai:
    """Somebody of the other unit, with facts that fall due, papers and a letter; a colleague of one's own too."""
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    orang(unit, personalia, 1, nama="Dewi Kusuma")
    Formasi.objects.create(unit=unit_lain, nama="Ahli Rahasia", jenis="pelaksana")
    p = kepala(
        unit_lain, personalia, 2, nama="Zubaidah Marpaung", status__jenis="PPPK", status__sampai=D(2027, 1, 31),
        pangkat__pangkat="", pangkat__golongan="IX", nip="199504122023212018", nik="9971015206950001",
        alamat="Jalan Anggur 77", telepon="081277777777",
    )  # fmt: skip
    layanan_orang.keluarga_tambah(
        pegawai=p, oleh=personalia,
        isian={"hubungan": "anak", "nama": "Putri Marpaung", "kelamin": "P", "tanggal_lahir": D(2020, 1, 1)},
    )  # fmt: skip
    return p


def tidak_tampak(klien: Client, alamat: str, **isi: Any) -> str:
    balasan = klien.get(alamat, isi)
    teks = b"".join(balasan.streaming_content).decode(errors="replace") if balasan.streaming else balasan.content.decode(errors="replace")  # fmt: skip
    assert balasan.status_code == 200, (alamat, balasan.status_code)
    for rahasia in ("Zubaidah", "Marpaung", "199504122023212018", "19950412", "Anggur 77", "Ahli Rahasia"):
        assert rahasia not in teks.replace(f'value="{rahasia}"', ""), (alamat, isi, rahasia)
    return teks


def test_a_head_sees_nobody_of_another_unit_by_any_route_or_search(
    asing: Pegawai, personalia: Pengguna, penyelia: Pengguna, unit_lain: UnitKerja, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:  # fmt: skip
    kertas = berkas(asing, "KTP", personalia)
    surat = layanan_surat.surat_kgb_terbitkan(pegawai=[asing], oleh=personalia)
    status = StatusPegawai.objects.get(pegawai=asing)
    foto = simpan(gambar(), personalia, "image/jpeg")
    layanan_orang.pegawai_ubah(pegawai=Pegawai.objects.get(pk=asing.pk), isian={}, foto=foto, oleh=personalia)
    klien, dasar = masuk_sebagai(penyelia), "/kepegawaian/"
    assert "Dewi Kusuma" in tidak_tampak(klien, f"{dasar}pegawai/")
    for saring in (
        {"cari": "Zubai"},
        {"cari": "19950412"},
        {"unit": unit_lain.pk},
        {"jenis": "PPPK"},
        {"ekspor": "csv"},
    ):
        balasan = klien.get(f"{dasar}pegawai/", saring)
        assert balasan.status_code in {200, 403}
        assert "Zubaidah M" not in balasan.content.decode(), saring
    assert "Zubaidah M" not in klien.post(f"{dasar}pegawai/", {"cari": "Zubaidah"}, follow=True).content.decode()
    for cari in ("Zubaidah", "199504122023212018", "Kepala Bidang Rehsos"):
        for balasan in (klien.get("/cari/", {"q": cari}), klien.post("/cari/", {"q": cari}, follow=True)):
            assert (
                "Zubaidah M" not in balasan.content.decode() and f"/pegawai/{asing.pk}/" not in balasan.content.decode()
            )
    for jalur in REKAP:
        tidak_tampak(klien, f"{dasar}{jalur}/")
        for bentuk in ("csv", "xlsx", "pdf"):
            kunci = "bentuk" if jalur in {"duk", "nominatif", "bezetting"} else "ekspor"
            balasan = klien.get(f"{dasar}{jalur}/", {kunci: bentuk, "kelompok": "pppk"})
            assert b"Zubaidah" not in balasan.content
            if balasan["Content-Type"] == "application/pdf":
                assert "Zubaidah" not in "".join(h.extract_text() for h in PdfReader(BytesIO(balasan.content)).pages)
    tidak_tampak(klien, f"{dasar}duk/", kelompok="pppk")
    for jalur in ("statistik", "berkas/kelengkapan", "bagan", "surat", "formasi"):
        teks = tidak_tampak(klien, f"{dasar}{jalur}/")
        assert "Rehsos" not in teks or jalur == "surat", jalur
    for jalur in (
        *(f"pegawai/{asing.pk}/{b}" for b in ("", "karier/", "berkas/", "keluarga/", "riwayat/", "ubah/", "berkas.pdf")),
        *(f"pegawai/{asing.pk}/{b}/baru/" for b in ("status", "pangkat", "jabatan", "keluarga", "berkas")),
        f"status/{status.pk}/ubah/", f"status/{status.pk}/buang/", f"keluarga/{asing.keluarga_set.get().pk}/ubah/",
        f"berkas/{kertas.pk}/", f"berkas/{kertas.pk}/ubah/", f"surat/{surat.pk}/", f"surat/{surat.pk}/cetak/",
    ):  # fmt: skip
        assert klien.get(f"{dasar}{jalur}").status_code == 404, jalur
    for isi in (kertas.berkas_id, foto.pk):
        assert klien.get(f"/berkas/{isi}/").status_code == 404
        assert masuk_sebagai(personalia).get(f"/berkas/{isi}/").status_code == 200
    assert "Zubaidah M" not in klien.get("/").content.decode()


def test_the_head_of_the_office_and_the_personnel_desk_see_all(
    asing: Pegawai, pimpinan: Pengguna, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    for siapa in (pimpinan, personalia):
        isi = masuk_sebagai(siapa).get("/kepegawaian/pegawai/").content.decode()
        assert "Zubaidah" in isi and "Dewi Kusuma" in isi, siapa


def test_colleagues_and_interns_see_no_personal_data(
    asing: Pegawai, staf_lain: Pengguna, magang: Pengguna, unit_lain: UnitKerja, masuk_sebagai: Masuk
) -> None:
    Pengguna.objects.filter(pk=magang.pk).update(unit=unit_lain)
    for siapa in (staf_lain, Pengguna.objects.get(pk=magang.pk)):
        klien = masuk_sebagai(siapa)
        for tab in ("", "karier/", "berkas/", "keluarga/", "riwayat/", "?pada=2024-01-01"):
            balasan = klien.get(f"/kepegawaian/pegawai/{asing.pk}/{tab}")
            teks = balasan.content.decode()
            assert balasan.status_code in {200, 404}
            for rahasia in ("9971015206950001", "Anggur 77", "Putri Marpaung", "081277777777", "31-01-2027"):
                assert rahasia not in teks, (siapa, tab, rahasia)
        assert klien.get(f"/kepegawaian/status/{StatusPegawai.objects.get(pegawai=asing).pk}/ubah/").status_code in {
            403,
            404,
        }


def test_an_intern_proposes_on_a_form_without_personal_data_and_the_penyelia_approves(
    magang: Pengguna, penyelia: Pengguna, personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    diri = {
        "nik": "9971015206950001",
        "alamat": "Jalan Anggur 77",
        "tempat_lahir": "Kotabaru",
        "agama": "Islam",
        "kawin": "kawin",
    }
    p = orang(unit, personalia, 1, **diri)
    klien, alamat = masuk_sebagai(magang), f"/kepegawaian/pegawai/{p.pk}/ubah/"
    halaman = klien.get(alamat)
    assert not {"nik", "alamat", "tempat_lahir", "tanggal_lahir", "agama", "kawin"} & set(
        halaman.context["form"].fields
    )
    assert not [v for v in (*diri.values(), "17-06-1990") if f'value="{v}"' in halaman.content.decode()]
    kirim = {
        "nama": p.nama,
        "nip": p.nip,
        "telepon": "0812-3333-4444",
        "surel": "baru@wanasari.example",
        "versi": p.versi,
        "nik": "1",
        "alamat": "Diubah",
    }
    klien.post(alamat, kirim)
    p.refresh_from_db()
    usulan = Usulan.objects.get()
    assert p.surel == "" and usulan.pengusul == magang
    atas = masuk_sebagai(penyelia)
    atas.post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    p.refresh_from_db()
    assert (p.surel, p.telepon) == ("baru@wanasari.example", ""), "a field that he does not see is not his to send"
    assert (p.nik, p.alamat, p.agama, p.tanggal_lahir) == (diri["nik"], diri["alamat"], "Islam", D(1990, 6, 17))


def test_mending_an_interns_proposal_blanks_nothing_that_he_did_not_see(
    magang: Pengguna, penyelia: Pengguna, personalia: Pengguna, unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk
) -> None:
    p = orang(unit, personalia, 1, nik="9971015206950001", alamat="Jalan Anggur 77")
    alamat = f"/kepegawaian/pegawai/{p.pk}/ubah/"
    kirim = {"nama": p.nama, "nip": p.nip, "surel": "a@wanasari.example", "versi": p.versi}
    masuk_sebagai(magang).post(alamat, kirim)
    usulan, atas = Usulan.objects.get(), masuk_sebagai(penyelia)
    form = atas.get(alamat, {"usulan": usulan.pk}).context["form"]
    assert form["surel"].value() == "a@wanasari.example" and "telepon" not in form.fields
    isi = {n: form[n].value() or "" for n in form.fields if n != "unggah_foto"} | {
        "surel": "b@wanasari.example",
        "versi": p.versi,
    }
    isi = {k: v for k, v in isi.items() if v not in (False, None)}
    balasan = atas.post(alamat, isi | {"usulan": usulan.pk, "usulan_versi": usulan.versi})
    assert balasan.status_code == 302, balasan.context["form"].errors
    p.refresh_from_db()
    assert (p.surel, p.nik, p.alamat) == ("b@wanasari.example", "9971015206950001", "Jalan Anggur 77")


def test_a_photo_is_taken_shown_and_given_to_those_who_may_see_the_person(
    personalia: Pengguna, loket: Pengguna, loket_2: Pengguna, staf: Pengguna, penyelia: Pengguna, staf_lain: Pengguna,
    unit: UnitKerja, instansi: Any, masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    p = orang(unit, personalia, 1, pengguna=loket)
    klien, alamat = masuk_sebagai(personalia), f"/kepegawaian/pegawai/{p.pk}/ubah/"
    kirim = {"nama": p.nama, "nip": p.nip, "tanggal_lahir": "17-06-1990", "versi": p.versi, "pengguna": loket.pk}
    for isi in (pdf(), b"MZ", gambar()[:50]):
        balasan = klien.post(alamat, kirim | {"unggah_foto": unggahan(isi, "foto.jpg")})
        assert balasan.status_code == 422 and "unggah_foto" in balasan.context["form"].errors
    assert klien.post(alamat, kirim | {"unggah_foto": unggahan(gambar("PNG"), "foto.png")}).status_code == 302
    p.refresh_from_db()
    assert p.foto is not None and (p.foto.pemilik_label, p.foto.pemilik_id) == ("kepegawaian.pegawai", str(p.pk))
    klien.post(alamat, kirim | {"versi": p.versi})
    assert Pegawai.objects.get(pk=p.pk).foto == p.foto, "a form without a photo leaves the one that is there"
    gbr = f'<img class="tu-foto" src="/berkas/{p.foto_id}/" alt="Foto {p.nama}">'
    assert gbr in klien.get(p.get_absolute_url()).content.decode()
    assert gbr in masuk_sebagai(loket).get("/kepegawaian/saya/").content.decode()
    for siapa, status in (
        (loket, 200),
        (staf, 200),
        (penyelia, 200),
        (personalia, 200),
        (loket_2, 404),
        (staf_lain, 404),
    ):
        assert masuk_sebagai(siapa).get(f"/berkas/{p.foto_id}/").status_code == status, siapa
    bukti = simpan(pdf("kk"), loket)
    BerkasTersimpan.objects.filter(pk=bukti.pk).update(pemilik_label="kepegawaian.pegawai", pemilik_id=p.pk)
    for siapa, status in ((loket, 200), (penyelia, 200), (personalia, 200), (staf, 404), (loket_2, 404)):
        assert masuk_sebagai(siapa).get(f"/berkas/{bukti.pk}/").status_code == status, siapa
