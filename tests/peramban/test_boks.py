"""A box closed, found by its QR address, a record lent and overdue; a blocked destruction names its reason."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from arsip.models import BerkasArsip, Boks, Peminjaman, Pemusnahan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_closed_scanned_lent_overdue_blocked(kantor: Any, buka: Callable[..., Page]) -> None:
    boks = next(
        b for b in Boks.objects.filter(status="terbuka").order_by("pk")
        if BerkasArsip.objects.filter(tempat=b.tempat, peminjaman__isnull=True).exists()
    )  # fmt: skip
    berkas = BerkasArsip.objects.filter(tempat=boks.tempat, peminjaman__isnull=True).order_by("pk").first()
    assert berkas is not None
    meja = buka("arsiparis")
    meja.goto(f"/arsip/boks/{boks.pk}/")
    meja.get_by_role("link", name="Tutup boks").click()
    meja.get_by_role("button", name="Tutup boks").click()
    expect(meja.get_by_text("Boks ditutup;")).to_be_visible()

    telepon = buka("arsiparis", "telepon")
    telepon.goto(f"/arsip/q/{boks.kode}/")
    expect(telepon.locator("h1")).to_contain_text(boks.tempat.nama)
    telepon.goto(f"/arsip/berkas/{berkas.pk}/pinjamkan/")
    telepon.select_option("#id_peminjam", index=1)
    telepon.fill("#id_keperluan", "Pemeriksaan berkas")
    telepon.get_by_role("button", name="Pinjamkan").click()
    expect(telepon.get_by_text("Dipinjamkan.")).to_be_visible()
    lalu = timezone.localdate() - dt.timedelta(days=9)
    Peminjaman.objects.filter(berkas=berkas).update(dipinjam_pada=lalu, jatuh_tempo=lalu + dt.timedelta(days=3))
    telepon.goto("/arsip/pinjam/?tempo=lewat&urut=-id")
    expect(telepon.get_by_text("terlambat 6 hari")).to_be_visible()

    pimpinan = buka("pimpinan")
    terhalang = Pemusnahan.objects.get(status="dinilai")
    pimpinan.goto(f"/arsip/pemusnahan/{terhalang.pk}/")
    expect(pimpinan.get_by_text("DITAHAN", exact=True)).to_be_visible()


@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_and_no_sideways_scroll(kantor: Any, buka: Callable[..., Page], luas: str, tema: str) -> None:
    halaman, cacat = buka("arsiparis", luas, tema), []
    boks, berkas = Boks.objects.first(), BerkasArsip.objects.filter(status="inaktif").first()
    musnah, pinjam = Pemusnahan.objects.get(status="dinilai"), Peminjaman.objects.filter(status="dipinjam").first()
    assert boks and berkas and pinjam
    for alamat in (
        "berkas/?semua=1", "berkas/belum/", f"berkas/{berkas.pk}/", f"berkas/{berkas.pk}/pinjamkan/", "berkas/baru/",
        "berkas/gagal/?semua=1", "berkas/jatuh-tempo/?semua=1", "boks/?semua=1", f"boks/{boks.pk}/", "boks/baru/",
        f"boks/{boks.pk}/label/", f"tempat/{boks.tempat.induk_id}/", "pinjam/?semua=1", f"pinjam/{pinjam.pk}/",
        "opname/?semua=1", "opname/mulai/", "pemusnahan/?semua=1", f"pemusnahan/{musnah.pk}/", "jra/?semua=1", "jra/baru/",
    ):  # fmt: skip
        balasan = halaman.goto(f"/arsip/{alamat}")
        assert balasan is not None and balasan.status == 200, alamat
        for v in Axe().run(halaman).response["violations"]:
            cacat.append((alamat, v["id"], [n["html"][:120] for n in v["nodes"][:3]]))
        lebar = halaman.evaluate("document.documentElement.scrollWidth")
        if lebar > halaman.viewport_size["width"]:  # type: ignore[index]
            cacat.append((alamat, "bergulir ke samping", lebar))
    assert cacat == []
