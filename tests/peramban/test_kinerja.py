"""A member of staff fills his day by keyboard, copies yesterday, proposes; his superior decides on a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from kepegawaian.models import KegiatanHarian

pytestmark = pytest.mark.django_db(transaction=True)


def bersih(halaman: Page) -> None:
    """Axe finds nothing, and nothing scrolls sideways."""
    opsi = {"rules": {"color-contrast-enhanced": {"enabled": False}}}
    cacat = [(v["id"], [n["html"][:120] for n in v["nodes"][:3]]) for v in Axe().run(halaman, options=opsi).response["violations"]]  # fmt: skip
    assert cacat == [], halaman.url
    assert halaman.evaluate("document.documentElement.scrollWidth") <= halaman.viewport_size["width"]  # type: ignore[index]


def test_a_day_by_keyboard_copied_proposed_approved_and_returned_on_a_phone(
    kantor: Any, buka: Callable[..., Page]
) -> None:
    hari = timezone.localdate()
    kemarin = hari - dt.timedelta(days=1)
    KegiatanHarian.objects.filter(pegawai__pengguna__username="staf", tanggal__gte=kemarin).delete()
    staf = buka("staf")
    staf.goto(f"/kepegawaian/kinerja/?hari={kemarin}")
    staf.focus("#id_b-0-kegiatan")
    for isi in ("Rapat persiapan penyaluran", "", "1", "kegiatan", "90", "Undangan 12"):
        staf.keyboard.type(isi)
        staf.keyboard.press("Enter")  # to the next field, and from the last one to the next row
    expect(staf.locator("#id_b-1-kegiatan")).to_be_focused()
    staf.keyboard.type("Menyusun daftar undangan")
    staf.focus("#id_b-1-menit")
    staf.keyboard.type("60")
    expect(staf.locator("[data-jumlah-menit]")).to_have_text("150")
    staf.keyboard.press("Control+Enter")
    expect(staf.get_by_text("Tersimpan sebagai konsep.")).to_be_visible()
    bersih(staf)

    staf.goto(f"/kepegawaian/kinerja/?hari={hari}")
    staf.get_by_role("button", name="Salin kemarin").click()
    expect(staf.locator("#id_b-0-kegiatan")).to_have_value("Rapat persiapan penyaluran")
    staf.get_by_role("button", name="Simpan dan ajukan").click()
    expect(staf.get_by_text("Kegiatan diajukan kepada atasan Anda.")).to_be_visible()

    penyelia = buka("penyelia", "telepon", "dark")
    penyelia.goto("/kepegawaian/kinerja/antrean/")
    bersih(penyelia)
    penyelia.get_by_role("link", name="Kembalikan Menyusun daftar undangan").click()
    penyelia.fill("#id_catatan", "Lampirkan daftarnya")
    penyelia.get_by_role("button", name="Kembalikan").click()
    expect(penyelia.get_by_text("Kegiatan dikembalikan dengan catatan Anda.")).to_be_visible()
    penyelia.get_by_label("Pilih Rapat persiapan penyaluran").check()
    penyelia.get_by_role("button", name="Setujui yang dicentang").click()
    expect(penyelia.get_by_text("1 kegiatan disetujui.")).to_be_visible()

    staf.goto(f"/kepegawaian/kinerja/?hari={hari}")
    expect(staf.get_by_text("Lampirkan daftarnya")).to_be_visible()
    kini = KegiatanHarian.objects.filter(pegawai__pengguna__username="staf", tanggal=hari).order_by("id")
    assert list(kini.values_list("status", flat=True)) == ["disetujui", "dikembalikan"]


@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_every_page_of_daily_performance_is_accessible(
    kantor: Any, buka: Callable[..., Page], luas: str, tema: str
) -> None:
    k = KegiatanHarian.objects.filter(status="disetujui", pegawai__pengguna__username="staf").latest("tanggal")
    lalu = f"{(timezone.localdate().replace(day=1) - dt.timedelta(days=1)):%Y-%m}"
    alamat = {
        "staf": ("", "target/", "target/baru/", "kegiatan/", f"kegiatan/{k.pk}/", "bulan/", "alihkan/"),
        "penyelia": ("antrean/", f"pegawai/{k.pegawai_id}/nilai/?bulan={lalu}", f"rekap/?bulan={lalu}"),
        "personalia": ("alihkan/semua/",),
    }
    for pengguna, semua in alamat.items():
        halaman = buka(pengguna, luas, tema)
        for jalur in semua:
            balasan = halaman.goto(f"/kepegawaian/kinerja/{jalur}")
            assert balasan is not None and balasan.status == 200, jalur
            bersih(halaman)
