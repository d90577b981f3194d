"""Pages of letters out: who sees which letter, double sending, prints, copies, envelopes, injected text, query counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from docx import Document
from pypdf import PdfReader

from arsip.documents.naskah import data_naskah
from arsip.models import Ekspedisi, Naskah, SuratKeluar, TemplatSurat
from arsip.services import keluar as layanan_keluar
from arsip.services import naskah as layanan_naskah
from arsip.services import templat_awal as layanan_templat_awal
from inti.galat import AturanDilanggar
from inti.models import Pengguna, SeriNomor, Usulan
from tests.arsip.contoh_keluar import naskah, paraf, setuju, templat, terbit

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
NAKAL = "PT Maju <Tbk> & </b><img src='/etc/passwd'> <!-- {x} javascript:alert(1)"


@pytest.fixture(autouse=True)
def kantor(instansi: Any) -> None:
    """An office with its letterhead."""
    from arsip.services.klasifikasi import versi_klasifikasi_muat

    versi_klasifikasi_muat(
        versi=None,
        nama="uji",
        mulai="2023-01-01",
        dasar="",
        kode=[("000", "Umum"), ("000.1", "Ketatausahaan")],
        oleh=None,
    )


def teks_pdf(isi: bytes) -> str:
    return " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(isi)).pages).split())


def test_a_letter_is_written_from_a_template_in_the_browser(
    staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    t, klien = templat(), masuk_sebagai(staf)
    assert "Undangan" in klien.get("/arsip/konsep/baru/").content.decode()
    isian = {
        "tujuan": "Camat Lembayung", "alamat": "Lembayung", "klasifikasi": "000.1 Ketatausahaan", "b_acara": "rapat",
        "b_hari": "30-11-2026", "penandatangan": pimpinan.pegawai.pk, "kunci_kirim": "satu-kunci",
    }  # fmt: skip
    kurang = klien.post(f"/arsip/konsep/baru/{t.pk}/", {**isian, "b_acara": "", "klasifikasi": "999"})
    assert kurang.status_code == 422 and "999 tidak ada pada klasifikasi" in kurang.content.decode()
    for _ in range(2):
        assert klien.post(f"/arsip/konsep/baru/{t.pk}/", isian).status_code == 302
    n = Naskah.objects.get()
    assert (n.hal, n.klasifikasi) == ("Undangan rapat", "000.1"), "the same form twice makes one draft"
    assert "rapat" in klien.get(f"/arsip/konsep/{n.pk}/").content.decode()
    ubah = {k: v for k, v in isian.items() if not k.startswith("b_")} | {
        "hal": n.hal, "isi": "Isi baru.", "keamanan": "biasa", "kecepatan": "segera", "versi": n.versi, "kunci_kirim": "dua-kunci",
    }  # fmt: skip
    assert klien.post(f"/arsip/konsep/{n.pk}/ubah/", ubah).status_code == 302
    versi = klien.get(f"/arsip/konsep/{n.pk}/versi/").content.decode()
    assert "<ins>" in versi and "<del>" in versi and "Versi 1 menjadi versi 2" in versi
    basi = klien.post(f"/arsip/konsep/{n.pk}/ubah/", {**ubah, "kunci_kirim": "tiga"})
    assert basi.status_code == 409 and Naskah.objects.get().isi == "Isi baru."


def test_books_whose_numbers_show_codes_and_units_can_be_looked_at(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    layanan_templat_awal.templat_awal_isi(oleh=None)
    terbit(naskah(staf, pimpinan, t=templat(kode="tugas", bentuk="judul", seri="tugas")), pimpinan, arsiparis)
    klien, seri = masuk_sebagai(arsiparis), SeriNomor.objects.get(kode="surat.tugas")
    assert "…/002/ST/" in klien.get("/kantor/nomor/").content.decode()
    assert klien.get(f"/kantor/nomor/{seri.pk}/").status_code == 200


def test_an_intern_proposes_a_letter(
    magang: Pengguna, penyelia: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    t = templat()
    isian = {
        "tujuan": "Camat",
        "klasifikasi": "000.1",
        "b_acara": "rapat",
        "b_hari": "30-11-2026",
        "penandatangan": penyelia.pegawai.pk,
    }
    masuk_sebagai(magang).post(f"/arsip/konsep/baru/{t.pk}/", isian)
    assert Naskah.objects.count() == 0 and Usulan.objects.count() == 1
    usulan = Usulan.objects.get()
    masuk_sebagai(penyelia).post(f"/usulan/{usulan.pk}/setujui/", {"versi": usulan.versi})
    n = Naskah.objects.get()
    assert n.konseptor == magang and n.versi_set.get().oleh == magang, (
        "who wrote it; the act itself is the supervisor's"
    )
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    assert layanan_naskah.naskah_setujui(naskah=n, oleh=penyelia).status == "disetujui", (
        "he read it, he did not write it"
    )
    n.refresh_from_db()
    layanan_naskah.naskah_tarik(naskah=n, oleh=penyelia)
    n.refresh_from_db()
    layanan_naskah.naskah_ubah(naskah=n, isian={"keamanan": "rahasia"}, oleh=staf)
    assert not Naskah.objects.untuk(magang).exists(), "closed since, and so no longer his to read"


def test_a_supervisor_who_mends_a_proposal_becomes_its_writer(
    magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    t = templat()
    isian = {
        "tujuan": "Camat", "klasifikasi": "000.1", "b_acara": "rapat", "b_hari": "30-11-2026",
        "penandatangan": penyelia.pegawai.pk,
    }  # fmt: skip
    masuk_sebagai(magang).post(f"/arsip/konsep/baru/{t.pk}/", isian)
    usulan = Usulan.objects.get()
    masuk_sebagai(penyelia).post(f"/arsip/konsep/baru/{t.pk}/?usulan={usulan.pk}", isian | {"b_acara": "apel"})
    n = Naskah.objects.get()
    assert n.konseptor == penyelia and "apel" in n.hal
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=penyelia)
    with pytest.raises(AturanDilanggar):
        layanan_naskah.naskah_setujui(naskah=n, oleh=penyelia)


def test_who_meets_which_draft(
    staf: Pengguna, staf_lain: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, loket: Pengguna,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    terbuka, rahasia = naskah(staf, pimpinan), naskah(staf, pimpinan, keamanan="rahasia", tujuan="Inspektur")
    for siapa, boleh in ((staf, (200, 200)), (staf_lain, (404, 404)), (penyelia, (200, 404)), (pimpinan, (200, 200)),
                         (arsiparis, (200, 404)), (loket, (403, 403))):  # fmt: skip
        klien = masuk_sebagai(siapa)
        for n, kode in zip((terbuka, rahasia), boleh, strict=True):
            for alamat in ("", "versi/", "lampiran/", "riwayat/", "konsep.pdf", "salinan.docx"):
                assert klien.get(f"/arsip/konsep/{n.pk}/{alamat}").status_code == kode, (siapa, n, alamat)
    assert "Inspektur" not in masuk_sebagai(penyelia).get("/arsip/konsep/?semua=1").content.decode()
    surat = terbit(rahasia, pimpinan, arsiparis).surat_keluar
    assert masuk_sebagai(penyelia).get(f"/arsip/surat-keluar/{surat.pk}/").status_code == 404
    assert masuk_sebagai(staf).get(f"/arsip/surat-keluar/{surat.pk}/").status_code == 200, "who wrote it"
    saran = masuk_sebagai(penyelia).post("/arsip/surat-keluar/saran/", {"q": "Inspek"})
    assert saran.json() == {"saran": []}, "what completes a field leaks nothing"
    assert masuk_sebagai(staf).post("/arsip/surat-keluar/saran/", {"q": "inspek"}).json()["saran"][0][0] == "Inspektur"


def test_the_queue_shows_ones_own_turn_and_the_act_is_one(
    staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    n = naskah(staf, pimpinan)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
    assert n.hal in masuk_sebagai(penyelia).get("/arsip/konsep/antrean/").content.decode()
    assert n.hal not in masuk_sebagai(pimpinan).get("/arsip/konsep/antrean/").content.decode()
    n.refresh_from_db()
    isi = {"versi": n.versi, "catatan": "", "kunci_kirim": "paraf-satu"}
    klien = masuk_sebagai(penyelia)
    assert klien.post(f"/arsip/konsep/{n.pk}/paraf/", isi).status_code == 302
    klien.post(f"/arsip/konsep/{n.pk}/paraf/", isi)
    n.refresh_from_db()
    assert n.status == "menunggu" and paraf(n).count() == 1
    basi = masuk_sebagai(pimpinan).post(f"/arsip/konsep/{n.pk}/setujui/", {"versi": n.versi - 1})
    assert basi.status_code == 409
    assert masuk_sebagai(pimpinan).post(f"/arsip/konsep/{n.pk}/setujui/", {"versi": n.versi}).status_code == 302
    assert Naskah.objects.get().status == "disetujui"


def test_every_state_refuses_the_verbs_that_are_not_drawn(
    staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    verba = {
        "paraf": penyelia,
        "setujui": pimpinan,
        "kembalikan": pimpinan,
        "tarik": staf,
        "nomor": arsiparis,
        "ajukan": staf,
    }
    boleh = {"konsep": {"ajukan"}, "diperiksa": {"paraf", "tarik"}, "menunggu": {"setujui", "kembalikan", "tarik"},
             "disetujui": {"nomor", "tarik"}, "terbit": set()}  # fmt: skip
    for keadaan, dapat in boleh.items():
        for v in set(verba) - dapat:
            n = naskah(staf, pimpinan)
            if keadaan == "diperiksa":
                layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
            elif keadaan == "menunggu":
                layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
            elif keadaan == "disetujui":
                setuju(n, pimpinan)
            elif keadaan == "terbit":
                terbit(n, pimpinan, arsiparis)
            n = Naskah.objects.get(pk=n.pk)
            isi = {
                "versi": n.versi,
                "alasan": "x",
                "tanggal": f"{timezone.localdate():%d-%m-%Y}",
                "cara": "biasa",
                "catatan": "",
            }
            masuk_sebagai(verba[v]).post(f"/arsip/konsep/{n.pk}/{v}/", isi)
            assert Naskah.objects.get(pk=n.pk).status == keadaan, (keadaan, v)


def test_the_print_is_the_archive_copy_and_a_copy_needs_a_reason(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk, client: Client
) -> None:
    n = terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    surat = n.surat_keluar
    klien = masuk_sebagai(staf)
    cetak = klien.post(f"/arsip/surat-keluar/{surat.pk}/cetak/", {"alasan": ""})
    teks = teks_pdf(cetak.content)
    assert (
        surat.nomor.teks in teks
        and "Camat Lembayung" in teks
        and "bukan tanda tangan elektronik" in teks
        and "cetakan ke-1" in teks
    )
    assert klien.post(f"/arsip/surat-keluar/{surat.pk}/cetak/", {"alasan": ""}).status_code == 409
    assert klien.post("/arsip/surat-keluar/cetak/", {"pilih": [surat.pk]}).status_code == 409
    assert "Salinan ke-2" in teks_pdf(
        klien.post("/arsip/surat-keluar/cetak/", {"pilih": [surat.pk], "alasan": "hilang"}).content
    )
    kode = surat.dokumen.kode_tampil
    periksa = client.get(f"/v/{kode}/").content.decode()
    assert surat.nomor.teks in periksa and "Camat" not in periksa, "whom it is for stays in the letter"


def test_hostile_text_is_printed_as_it_is_everywhere(staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk) -> None:
    nakal = NAKAL.replace("{x}", "x")
    n = naskah(staf, pimpinan, tujuan=nakal[:160], alamat=nakal)
    layanan_naskah.naskah_ubah(
        naskah=n, isian={"isi": f"{nakal}\n\n| a | b |\n| {nakal} | 2 |\n\n1. {nakal}\n\nHal : {nakal}"}, oleh=staf
    )
    klien = masuk_sebagai(staf)
    for alamat in ("", "versi/"):
        halaman = klien.get(f"/arsip/konsep/{n.pk}/{alamat}").content.decode()
        assert "<img src=" not in halaman and "</b><" not in halaman
    pdf = klien.get(f"/arsip/konsep/{n.pk}/konsep.pdf").content
    assert "<Tbk>" in teks_pdf(pdf) and b"/URI" not in pdf and b"passwd" not in pdf
    docx = Document(BytesIO(klien.get(f"/arsip/konsep/{n.pk}/salinan.docx").content))
    semua = "\n".join(p.text for p in docx.paragraphs) + "\n".join(
        s.text for t in docx.tables for b in t.rows for s in b.cells
    )
    assert "PT Maju <Tbk> & </b><img src='/etc/passwd'>" in semua


@pytest.mark.parametrize(
    ("bentuk", "ada"),
    [
        ("surat", ["Nomor", "Yth. Camat Lembayung", "Hal"]),
        ("nota", ["NOTA DINAS", "Dari", "Kepala Dinas Sosial"]),
        ("judul", ["SURAT TUGAS", "Nomor: 000.1/"]),
        ("keputusan", ["KEPUTUSAN KEPALA DINAS SOSIAL", "TENTANG", "Ditetapkan di Wanasari"]),
    ],
)
def test_each_form_has_its_own_head(
    bentuk: str, ada: list[str], staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    t = templat(kode=bentuk, bentuk=bentuk, judul="Surat tugas" if bentuk == "judul" else "")
    n = terbit(naskah(staf, pimpinan, t=t), pimpinan, arsiparis)
    teks = teks_pdf(masuk_sebagai(staf).post(f"/arsip/surat-keluar/{n.surat_keluar_id}/cetak/", {"alasan": ""}).content)
    assert [a for a in ada if a not in teks] == []


@pytest.mark.parametrize(
    ("sebutan", "atas", "baris"),
    [
        ("an", "Bupati Wanasari", ["a.n. Bupati Wanasari", "Kepala Dinas Sosial"]),
        ("ub", "Sekretaris Daerah", ["a.n. Sekretaris Daerah", "u.b."]),
        ("plt", "Kepala Dinas Kesehatan", ["Plt. Kepala Dinas Kesehatan"]),
        ("plh", "Sekretaris Daerah", ["Plh. Sekretaris Daerah"]),
    ],
)
def test_for_whom_one_signs(
    sebutan: str, atas: str, baris: list[str], staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    n = naskah(staf, pimpinan, sebutan=sebutan, atas_nama=atas)
    teks = teks_pdf(masuk_sebagai(staf).get(f"/arsip/konsep/{n.pk}/konsep.pdf").content)
    assert [b for b in baris if b not in teks] == [] and "KONSEP" in teks
    if sebutan in {"plt", "plh"}:  # what the page that verifies a letter says is what stands above the signature
        assert data_naskah(n, "1", timezone.localdate()).penandatangan.endswith(baris[0].rstrip(","))


def test_envelopes_bear_the_phone_and_only_letters_that_one_may_meet(
    staf: Pengguna, staf_lain: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
    klien = masuk_sebagai(staf)
    assert "Ukuran" in klien.post("/arsip/surat-keluar/amplop/", {"pilih": [surat.pk]}).content.decode()
    for jenis, lebar in (("dl", 220), ("c4", 324), ("jendela", 210), ("label-3x8", 210), ("label-2x4", 210)):
        pdf = klien.post("/arsip/surat-keluar/amplop/", {"pilih": [surat.pk], "jenis": jenis}).content
        halaman = PdfReader(BytesIO(pdf)).pages[0]
        assert round(float(halaman.mediabox.width) / 72 * 25.4) == lebar
        assert "Camat Lembayung" in teks_pdf(pdf) and "0299555212" in teks_pdf(pdf)
    lain = masuk_sebagai(staf_lain).post("/arsip/surat-keluar/amplop/", {"pilih": [surat.pk], "jenis": "dl"})
    assert lain.status_code == 302 and lain["Content-Type"] != "application/pdf"


def test_signed_sent_received_and_the_book_of_it(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
    klien, hari = masuk_sebagai(arsiparis), f"{timezone.localdate():%d-%m-%Y}"
    surat.refresh_from_db()
    assert (
        klien.post(f"/arsip/surat-keluar/{surat.pk}/tanda-tangan/", {"tanggal": hari, "versi": surat.versi}).status_code
        == 302
    )
    surat.refresh_from_db()
    isi = {"tujuan": "Camat Lembayung", "cara": "kurir", "dikirim_pada": hari, "pembawa": "Pramu", "versi": surat.versi}
    assert klien.post(f"/arsip/surat-keluar/{surat.pk}/kirim/", isi).status_code == 302
    e = Ekspedisi.objects.get()
    terima = {"diterima_oleh": "Sari", "diterima_pada": hari, "versi": e.versi}
    assert klien.post(f"/arsip/ekspedisi/{e.pk}/terima/", terima).status_code == 302
    assert "Sari" in klien.get(f"/arsip/surat-keluar/{surat.pk}/ekspedisi/").content.decode()
    buku = klien.get("/arsip/ekspedisi/buku.pdf", {"dari": hari, "sampai": hari})
    assert "BUKU EKSPEDISI" in teks_pdf(buku.content) and "Sari" in teks_pdf(buku.content)
    assert klien.get("/arsip/ekspedisi/buku.pdf", {"dari": hari, "sampai": "01-01-2020"}).status_code == 422
    laporan = klien.get("/arsip/surat-keluar/nomor/").content.decode()
    assert "tidak ada" in laporan
    assert "Surat dinas, kode 000.1" in laporan


def test_nothing_of_a_letter_is_recorded_for_a_day_to_come_and_a_cancelled_one_is_on_no_way(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
    hari = timezone.localdate()
    besok = hari + dt.timedelta(days=1)
    kirim = {"surat": surat, "tujuan": "Camat", "cara": "kurir", "oleh": arsiparis}
    with pytest.raises(AturanDilanggar, match="TANGGAL_NANTI"):
        layanan_keluar.surat_keluar_tandatangani(surat=surat, tanggal=besok, pindaian=None, oleh=arsiparis)
    with pytest.raises(AturanDilanggar, match="TANGGAL_NANTI"):
        layanan_keluar.surat_keluar_kirim(**kirim, dikirim_pada=besok)
    e = layanan_keluar.surat_keluar_kirim(**kirim, dikirim_pada=hari)
    with pytest.raises(AturanDilanggar, match="TANGGAL_NANTI"):
        layanan_keluar.ekspedisi_terima(ekspedisi=e, diterima_oleh="Sari", diterima_pada=besok, oleh=arsiparis)
    surat.refresh_from_db()
    layanan_keluar.surat_keluar_cabut(surat=surat, alasan="Salah alamat", oleh=arsiparis)
    klien = masuk_sebagai(arsiparis)
    daftar = klien.get("/arsip/ekspedisi/").content.decode()
    assert "Surat dibatalkan" in daftar
    assert "Dalam perjalanan" not in daftar
    assert surat.nomor.teks not in klien.get("/arsip/ekspedisi/?belum=belum").content.decode()
    assert "Catat tanda terima" not in klien.get(f"/arsip/surat-keluar/{surat.pk}/ekspedisi/").content.decode()


def test_pages_ask_the_database_as_often_for_many_as_for_few(
    staf: Pengguna, pimpinan: Pengguna, penyelia: Pengguna, arsiparis: Pengguna, masuk_sebagai: Masuk
) -> None:
    def hitung(klien: Client, alamat: str) -> int:
        klien.get(alamat)
        with CaptureQueriesContext(
            connection,
        ) as c:
            assert klien.get(alamat).status_code == 200
        return len(c)

    klien = {p: masuk_sebagai(p) for p in (staf, pimpinan, arsiparis)}
    alamat = [(staf, "/arsip/konsep/?semua=1"), (staf, "/arsip/surat-keluar/?semua=1"), (pimpinan, "/arsip/konsep/antrean/"),
              (arsiparis, "/arsip/konsep/siap/"), (arsiparis, "/arsip/ekspedisi/?semua=1"), (arsiparis, "/arsip/templat/?semua=1")]  # fmt: skip

    def tambah(banyak: int) -> None:
        for _ in range(banyak):
            layanan_naskah.naskah_ajukan(naskah=naskah(staf, pimpinan), pemeriksa=[], oleh=staf)
            setuju(naskah(staf, pimpinan), pimpinan)
            surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
            layanan_keluar.surat_keluar_kirim(
                surat=surat, tujuan="x", cara="pos", dikirim_pada=surat.tanggal, oleh=arsiparis
            )

    tambah(2)
    sedikit = [hitung(klien[p], a) for p, a in alamat]
    tambah(8)
    assert [hitung(klien[p], a) for p, a in alamat] == sedikit
    assert max(sedikit) <= 20, sedikit


def test_filling_in_the_usual_letters_twice_changes_nothing(arsiparis: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(arsiparis)
    for _ in range(2):
        klien.post("/arsip/templat/awal/", {})
    assert (
        TemplatSurat.objects.count() >= 12
        and len(set(TemplatSurat.objects.values_list("kode", flat=True))) == TemplatSurat.objects.count()
    )
    t = TemplatSurat.objects.get(kode="undangan")
    salah = klien.post(f"/arsip/templat/{t.pk}/ubah/", {"kode": "undangan", "nama": "x", "bentuk": "surat", "seri": "surat", "keamanan": "biasa",
        "kecepatan": "biasa", "hal": "h", "isi": "{tak_ada}", "bidang": "", "versi": t.versi})  # fmt: skip
    assert salah.status_code == 422 and "{tak_ada}" in salah.content.decode()
    assert SuratKeluar.objects.count() == 0
