"""A letter is registered by keyboard, disposed of to two by the head on a phone, and done by both."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from arsip.models import Disposisi, SuratMasuk

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_registered_disposed_and_done(kantor: Any, buka: Callable[..., Page]) -> None:
    Disposisi.objects.filter(status="dikirim").update(batas=None)
    meja = buka("arsiparis")
    meja.goto("/arsip/surat-masuk/baru/")
    expect(meja.locator("#id_pengirim")).to_be_focused()
    for isi in ("Kecamatan Lembayung", "400/901/Kec/2026", None, "Undangan rapat kesiapsiagaan"):
        if isi is not None:
            meja.keyboard.type(isi)
        meja.keyboard.press("Enter")
    expect(meja.locator("#id_keamanan")).to_be_focused()
    meja.keyboard.press("Enter")
    meja.select_option("#id_kecepatan", "sangat")
    meja.keyboard.press("Control+Enter")
    expect(meja.get_by_text("Tersimpan dengan nomor agenda")).to_be_visible()
    surat = SuratMasuk.objects.select_related("nomor").latest("pk")
    assert (surat.hal, surat.status) == ("Undangan rapat kesiapsiagaan", "terdaftar")
    SuratMasuk.objects.filter(kecepatan="sangat").exclude(pk=surat.pk).update(kecepatan="biasa")

    kepala = buka("pimpinan", "telepon")
    kepala.goto("/arsip/disposisi/antrean/")
    expect(kepala.locator("#hal-surat")).to_have_text(surat.hal)
    for nama in ("Hendra Saputra", "Rina Puspita"):
        kepala.get_by_label(nama).check()
    kepala.get_by_label("Hadiri atau wakili").check()
    kepala.select_option("#id_tenggat", "3")
    kepala.get_by_role("button", name="Kirim, buka berikutnya").click()
    expect(kepala.get_by_text(f"Agenda {surat.nomor} didisposisikan")).to_be_visible()
    expect(kepala.locator("#hal-surat")).to_be_visible()
    kirim = {d.kepada.username: d for d in surat.disposisi.select_related("kepada")}
    assert set(kirim) == {"penyelia", "loket"}

    for siapa, luas in (("penyelia", "meja"), ("loket", "telepon")):
        halaman = buka(siapa, luas)
        halaman.goto("/arsip/disposisi/saya/")
        halaman.get_by_role("link", name=surat.nomor.teks, exact=True).click()
        expect(halaman.locator("h1 + .tu-status")).to_have_text("Dikerjakan")
        halaman.get_by_role("link", name="Selesai", exact=True).click()
        halaman.fill("#id_hasil", "Sudah dihadiri")
        halaman.get_by_role("button", name="Selesai").click()
        expect(halaman.get_by_text("Disposisi selesai.")).to_be_visible()
    meja.goto(f"/arsip/surat-masuk/{surat.pk}/")
    expect(meja.locator("h1 + .tu-status")).to_have_text("Selesai")


@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_and_no_sideways_scroll(kantor: Any, buka: Callable[..., Page], luas: str, tema: str) -> None:
    surat = SuratMasuk.objects.filter(status="didisposisi", disposisi__induk__isnull=False).latest("pk")
    cacat_surat = SuratMasuk.objects.filter(cacat="terkunci").latest("pk")
    d = Disposisi.objects.filter(kepada__username="penyelia", status="dibaca").latest("pk")
    ke = "/arsip/surat-masuk/"
    cacat = []
    for siapa, jalur in (
        (
            "arsiparis",
            (f"{ke}baru/", f"{ke}?semua=1", f"{ke}agenda/", f"{ke}{cacat_surat.pk}/", f"{ke}{cacat_surat.pk}/ubah/"),
        ),
        ("pimpinan", ("/arsip/disposisi/antrean/", f"{ke}{surat.pk}/disposisi/", "/arsip/disposisi/?semua=1")),
        ("penyelia", ("/arsip/disposisi/saya/", d.get_absolute_url(), f"{d.get_absolute_url()}teruskan/")),
    ):
        halaman = buka(siapa, luas, tema)
        for alamat in jalur:
            balasan = halaman.goto(alamat)
            assert balasan is not None and balasan.status == 200, alamat
            for v in Axe().run(halaman).response["violations"]:
                cacat.append((alamat, v["id"], [n["html"][:120] for n in v["nodes"][:3]]))
            lebar = halaman.evaluate("document.documentElement.scrollWidth")
            if lebar > halaman.viewport_size["width"]:  # type: ignore[index]
                cacat.append((alamat, "bergulir ke samping", lebar))
    assert cacat == []
