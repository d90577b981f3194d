"""A letter out through all its steps with one return; two hundred letters from a list with their envelopes."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from arsip.models import Naskah, SuratMassal, TemplatSurat
from inti.jobs.jalan import jalankan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_written_checked_returned_approved_numbered_signed_sent_received(
    kantor: Any, buka: Callable[..., Page]
) -> None:
    Naskah.objects.filter(status__in=["diperiksa", "menunggu", "disetujui"]).update(
        dibuang_pada="2020-01-01T00:00+07:00"
    )
    staf = buka("staf")
    staf.goto("/arsip/konsep/")
    staf.keyboard.press("n")
    staf.get_by_role("link", name="Undangan").click()
    staf.fill("#id_tujuan", "Camat")
    expect(staf.locator("#id_tujuan-saran option").first).to_be_attached()  # completed from earlier letters
    staf.fill("#id_tujuan", "Camat Wanasari Timur")
    staf.fill("#id_alamat", "Jalan Diponegoro 4\nWanasari")
    staf.fill("#id_telepon", "0299555211")
    staf.fill("#id_b_acara", "rapat evaluasi layanan")
    staf.fill("#id_b_hari", "30-11-2026")
    staf.fill("#id_b_pukul", "09.00 WIB")
    staf.fill("#id_b_tempat", "Aula Dinas Sosial")
    staf.select_option("#id_penandatangan", label="Dra. Ratna Kusumawati, M.Si.")
    staf.keyboard.press("Control+Enter")
    expect(staf.get_by_role("heading", name="Undangan rapat evaluasi layanan")).to_be_visible()
    staf.get_by_role("link", name="Ajukan").click()
    staf.select_option("#id_pemeriksa_1", label="Endang Lestari, S.E.")
    staf.get_by_role("button", name="Ajukan").click()
    expect(staf.get_by_text("Konsep diajukan.")).to_be_visible()

    penyelia = buka("penyelia3", "telepon")
    penyelia.goto("/arsip/konsep/antrean/")
    penyelia.get_by_role("link", name="Kembalikan").click()
    penyelia.fill("#id_alasan", "Tambahkan batas waktu konfirmasi")
    penyelia.get_by_role("button", name="Kembalikan").click()
    expect(penyelia.get_by_text("Tidak ada naskah yang menunggu Anda")).to_be_visible()

    staf.reload()
    expect(staf.get_by_text("Dikembalikan: Tambahkan batas waktu konfirmasi")).to_be_visible()
    staf.get_by_role("link", name="Ubah").click()
    isi = staf.locator("#id_isi")
    isi.fill(f"{isi.input_value()}\n\nKonfirmasi kehadiran paling lambat satu hari sebelumnya.")
    staf.keyboard.press("Control+Enter")
    expect(staf.get_by_text("Perubahan tersimpan.")).to_be_visible()
    staf.get_by_role("link", name="Versi", exact=True).click()
    expect(staf.locator("ins")).to_contain_text("Konfirmasi kehadiran")
    staf.get_by_role("link", name="Ajukan").click()
    staf.select_option("#id_pemeriksa_1", label="Endang Lestari, S.E.")
    staf.get_by_role("button", name="Ajukan").click()

    penyelia.reload()
    penyelia.get_by_role("button", name="Paraf").click()
    expect(penyelia.get_by_text("Naskah diparaf.")).to_be_visible()
    pimpinan = buka("pimpinan", "telepon")
    pimpinan.goto("/arsip/konsep/antrean/")
    pimpinan.get_by_role("button", name="Setujui").click()
    expect(pimpinan.get_by_text("Naskah disetujui; menunggu nomor.")).to_be_visible()

    arsiparis = buka("arsiparis")
    arsiparis.goto("/arsip/konsep/siap/")
    arsiparis.get_by_role("link", name="Beri nomor").click()
    arsiparis.get_by_role("button", name="Beri nomor").click()
    expect(arsiparis.get_by_text("Surat bernomor 000.1.2.1/")).to_be_visible()
    surat = Naskah.objects.get(hal="Undangan rapat evaluasi layanan").surat_keluar
    assert surat is not None
    arsiparis.get_by_role("link", name="Catat tanda tangan").click()
    arsiparis.get_by_role("button", name="Simpan").click()
    arsiparis.get_by_role("link", name="Catat pengiriman").click()
    arsiparis.fill("#id_pembawa", "Pramu bakti")
    arsiparis.get_by_role("button", name="Simpan").click()
    arsiparis.get_by_role("link", name="Pengiriman", exact=True).click()
    arsiparis.get_by_role("link", name="Catat tanda terima").click()
    arsiparis.fill("#id_diterima_oleh", "Sari, bagian umum")
    arsiparis.get_by_role("button", name="Simpan").click()
    surat.refresh_from_db()
    assert surat.keadaan == "dikirim" and surat.kiriman_set.get().diterima_oleh == "Sari, bagian umum"
    isi_pdf = staf.context.request.get(f"/arsip/konsep/{surat.naskah.pk}/salinan.docx")
    assert isi_pdf.ok and isi_pdf.body()[:2] == b"PK"


def test_two_hundred_letters_from_a_list_with_their_envelopes(
    kantor: Any, buka: Callable[..., Page], tmp_path: Path
) -> None:
    buku = Workbook()
    lembar = buku.active
    lembar.append(["TUJUAN", "ALAMAT", "TELEPON", "BULAN IURAN", "NILAI TUNGGAKAN", "DIBAYAR PALING LAMBAT"])
    for n in range(200):
        lembar.append(
            [
                f"Pimpinan CV Contoh {n:03d}",
                f"Jalan Mawar {n}; Wanasari",
                f"0299555{n:04d}",
                "November",
                250_000 + n,
                "30-11-2026",
            ]
        )
    buku.save(tmp_path / "daftar.xlsx")
    staf = buka("staf")
    staf.goto("/arsip/massal/baru/")
    staf.fill("#id_nama", "Pemberitahuan iuran dua ratus")
    staf.select_option("#id_templat", value=str(TemplatSurat.objects.get(kode="pemberitahuan-iuran").pk))
    staf.fill("#id_klasifikasi", "600.4")
    staf.select_option("#id_penandatangan", label="Dra. Ratna Kusumawati, M.Si.")
    staf.set_input_files("#id_daftar", str(tmp_path / "daftar.xlsx"))
    staf.locator("form[data-utama] button[type=submit]").first.click()
    expect(staf.get_by_text("0 dari 200 terbit")).to_be_visible()
    staf.get_by_role("button", name="Ajukan").click()
    expect(staf.get_by_text("Diajukan kepada penanda tangan.")).to_be_visible()

    massal = SuratMassal.objects.get(nama="Pemberitahuan iuran dua ratus")
    pimpinan = buka("pimpinan", "telepon")
    pimpinan.goto("/arsip/konsep/antrean/")
    pimpinan.get_by_role("link", name=massal.nama).click()
    pimpinan.get_by_role("link", name="Setujui semua").click()
    pimpinan.get_by_role("button", name="Setujui").click()
    expect(pimpinan.get_by_text("200 surat sedang diberi nomor")).to_be_visible()
    massal.refresh_from_db()
    jalankan(str(massal.tugas_id))
    staf.reload()
    expect(staf.get_by_text("200 dari 200 terbit")).to_be_visible()
    nomor = list(massal.surat_set.order_by("massal_urut").values_list("nomor__urut", flat=True))
    assert nomor == list(range(nomor[0], nomor[0] + 200))
    amplop = staf.context.request.get(f"/arsip/massal/{massal.pk}/amplop.pdf?jenis=dl").body()
    halaman = PdfReader(BytesIO(amplop)).pages
    assert (
        len(halaman) == 200
        and "Pimpinan CV Contoh 123" in halaman[123].extract_text()
        and "02995550123" in halaman[123].extract_text()
    )
    staf.get_by_role("link", name="Cetak semua").click()
    with staf.expect_response("**/cetak/") as balasan:
        staf.get_by_role("button", name="Cetak").click()
    assert balasan.value.ok and balasan.value.headers["content-type"] == "application/pdf"
