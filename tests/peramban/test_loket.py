"""A day at the counter in a browser: three citizens, a head with a phone, a print, a check by anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from dtks.models import Individu, Permohonan, SuratRekomendasi


def layani(halaman: Page, cari: str) -> None:
    halaman.goto("/dtks/loket/")
    halaman.fill("#cari", cari)
    halaman.keyboard.press("Enter")
    halaman.wait_for_url("**/dtks/loket/*-*/")


def isi_reaktivasi(halaman: Page, *, tanggal: str) -> None:
    halaman.click("article:has-text('Reaktivasi') >> text=Layani")
    halaman.fill("#id_pengantar_nomor", "140/209/XI/2026")
    halaman.fill("#id_pengantar_tanggal", tanggal)
    halaman.fill("#id_faskes_nama", "Puskesmas Wanasari Barat")
    for berkas in ("ktp", "kk", "surat-faskes"):
        halaman.check(f"#id_ada_{berkas}")
    halaman.click("text=Simpan dan periksa")
    halaman.wait_for_url("**/dtks/permohonan/*/")


@pytest.mark.utama
def test_three_citizens_a_head_a_print_and_a_check(kantor: Any, buka: Callable[..., Page], tmp_path: Path) -> None:
    sri = Individu.objects.get(nama="SRI HANDAYANI")
    loket = buka("loket")

    # 1. accepted, found by his NIK typed with blanks; no address holds it
    layani(loket, f"{sri.nik[:4]} {sri.nik[4:8]} {sri.nik[8:12]} {sri.nik[12:]}")
    expect(loket.get_by_role("heading", name="SRI HANDAYANI")).to_be_visible()
    assert sri.nik not in loket.url
    assert sri.nik not in loket.content()
    isi_reaktivasi(loket, tanggal="17-11-2026")
    loket.click("article button:has-text('Terima')")
    expect(loket.get_by_text("Surat menunggu persetujuan pejabat.")).to_be_visible()

    # 2. refused as registered, shown and asked once, with his slip to print
    layani(loket, "FAJAR NUGROHO")
    expect(loket.locator("text=Pilih").or_(loket.locator("text=Tolak, catat alasan")).first).to_be_visible()
    if loket.locator("text=Pilih").count():
        loket.click("tr:has-text('FAJAR NUGROHO') >> text=Pilih")
    loket.click("text=Tolak, catat alasan")
    loket.get_by_role("button", name="Tolak", exact=True).click()
    expect(loket.get_by_text("Lembar alasan siap dicetak.")).to_be_visible()
    tertolak = Permohonan.objects.latest("pk")
    assert (tertolak.status, tertolak.alasan) == ("ditolak", "SUDAH_TERDAFTAR")

    # 3. the village's letter is older than 2025 and leaves the ID out: completed here, not sent home
    layani(loket, Individu.objects.get(nama="SLAMET NUGROHO").nik)
    isi_reaktivasi(loket, tanggal="20-12-2024")
    expect(loket.locator("article")).to_contain_text("ID_DTKS_TIDAK_DICANTUMKAN")
    loket.click("button:has-text('Lengkapi ID')")
    expect(loket.get_by_text("dicatat atas nama Anda")).to_be_visible()
    loket.click("article button:has-text('Terima')")
    expect(loket.get_by_text("Surat menunggu persetujuan pejabat.")).to_be_visible()

    # a head approves from a phone: one by one, then those that are ticked
    kepala = buka("pimpinan", "telepon")
    kepala.goto("/dtks/surat/antrean/")
    for nama in ("SRI HANDAYANI", "SLAMET NUGROHO"):
        butir = kepala.locator("details.tu-usulan", has_text=nama)
        if butir.get_attribute("open") is None:
            butir.locator("summary").click()
        butir.locator("button:has-text('Setujui')").click()
        expect(kepala.get_by_text(re.compile("Disetujui dengan nomor 400.9/"))).to_be_visible()
        expect(butir).to_have_count(0)  # the page after the redirect
    for kotak in kepala.locator("details.tu-usulan").all():
        if kotak.get_attribute("open") is None:
            kotak.locator("summary").click()
        kotak.locator("input[name=pilih]").check()
    kepala.click("text=Setujui yang dicentang")
    expect(kepala.get_by_text(re.compile(r"\d+ surat disetujui"))).to_be_visible()
    assert not SuratRekomendasi.objects.filter(status="menunggu").exists()

    # the clerk prints
    surat = SuratRekomendasi.objects.select_related("surat_keluar__nomor", "surat_keluar__dokumen").get(
        pemohon="SRI HANDAYANI"
    )
    loket.goto(surat.get_absolute_url())
    pdf = cetak(loket, surat)
    teks = re.sub(r"\s+", " ", " ".join(h.extract_text() for h in PdfReader(BytesIO(pdf)).pages))
    dokumen = surat.surat_keluar.dokumen
    for bagian in (
        "PEMERINTAH KABUPATEN WANASARI",
        "DINAS SOSIAL",
        dokumen.nomor,
        "Sri Handayani",
        sri.nik,
        "Dra. Ratna Kusumawati",
        dokumen.kode_tampil,
        "cetakan ke-1",
    ):
        assert bagian in teks, bagian
    loket.reload()
    expect(loket.get_by_text("Sudah dicetak").first).to_be_visible()

    # anybody checks it with a phone; nothing personal is told
    warga = buka("", "telepon")
    warga.goto(f"/v/{dokumen.kode_tampil}/")
    expect(warga.get_by_role("heading", name="Dokumen asli dan berlaku")).to_be_visible()
    isi = warga.content()
    for rahasia in ("Sri", "SRI", sri.nik, sri.no_kk, sri.id_dtks, "Sumberjo"):
        assert rahasia not in isi


def cetak(halaman: Page, surat: SuratRekomendasi) -> bytes:
    """Press "Cetak surat" and catch the paper that the new tab gets."""
    tangkapan: dict[str, bytes] = {}

    def teruskan(rute: Any) -> None:
        balasan = rute.fetch()
        tangkapan["pdf"] = balasan.body()
        rute.fulfill(status=200, content_type="text/html", body="<p>tercetak</p>")

    halaman.context.route("**/cetak/", teruskan)
    with halaman.context.expect_page() as tab:
        halaman.click("form[target=_blank] button:has-text('Cetak surat')")
    expect(tab.value.get_by_text("tercetak")).to_be_visible()
    assert tangkapan["pdf"].startswith(b"%PDF")
    return tangkapan["pdf"]


def test_the_keyboard_alone_serves(kantor: Any, buka: Callable[..., Page]) -> None:
    loket = buka("loket")
    loket.goto("/dtks/permohonan/")
    loket.keyboard.press("?")
    expect(loket.get_by_role("dialog")).to_be_visible()
    loket.keyboard.press("Escape")
    loket.keyboard.press("/")
    loket.keyboard.type("KARNO")
    loket.keyboard.press("Enter")
    expect(loket.locator("tbody tr").first).to_contain_text("KARNO")
    loket.keyboard.press("j")
    loket.keyboard.press("Enter")
    loket.wait_for_url(re.compile(r"/dtks/permohonan/\d+/"))


@pytest.mark.utama
def test_it_works_without_javascript(kantor: Any, buka: Callable[..., Page]) -> None:
    loket = buka("loket", java_script_enabled=False)
    layani(loket, Individu.objects.get(nama="SRI HANDAYANI").nik)
    isi_reaktivasi(loket, tanggal="17-11-2026")
    loket.click("article button:has-text('Terima')")
    expect(loket.get_by_text("Surat menunggu persetujuan pejabat.")).to_be_visible()
    loket.click("summary.tu-pengguna")
    loket.click("text=Keluar")
    loket.wait_for_url("**/masuk/**")
    loket.go_back()
    assert "SRI HANDAYANI" not in loket.content() or "/masuk/" in loket.url
