"""A member of staff counts and files leave; the superior and the authorised officer decide, by keyboard and on a phone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Page, expect

from inti.models import HariLibur
from kepegawaian.models import AturanCuti, PengajuanCuti

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_counted_filed_considered_granted_printed(kantor: Any, buka: Callable[..., Page]) -> None:
    PengajuanCuti.objects.filter(status__in=["diajukan", "dipertimbangkan"]).delete()
    hari = timezone.localdate() + dt.timedelta(weeks=9)
    senin = hari - dt.timedelta(days=hari.weekday())
    while HariLibur.objects.filter(tanggal__range=(senin, senin + dt.timedelta(days=8))).exists():
        senin += dt.timedelta(weeks=1)  # a Saturday that is a holiday is called by the holiday's name
    staf = buka("staf", "telepon")
    staf.goto("/kepegawaian/cuti/saya/")
    staf.get_by_role("link", name="Ajukan cuti").click()
    staf.select_option("#id_jenis", "tahunan")
    staf.fill("#id_mulai", f"{senin:%d-%m-%Y}")
    staf.fill("#id_sampai", f"{senin + dt.timedelta(days=8):%d-%m-%Y}")
    expect(staf.get_by_role("button", name="Kirim pengajuan")).to_have_count(0)
    staf.get_by_role("button", name="Hitung").click()
    expect(staf.get_by_text("Dapat diajukan:")).to_be_visible()
    expect(staf.get_by_text("Sabtu:")).to_be_visible()
    staf.fill("#id_alasan", "Menghadiri pernikahan saudara")
    staf.fill("#id_alamat", "Jalan Kenanga 5, Wanasari")
    staf.fill("#id_telepon", "081200000001")
    staf.get_by_role("button", name="Kirim pengajuan").click()
    expect(staf.get_by_text("Pengajuan dikirim kepada Hendra Saputra")).to_be_visible()
    cuti = PengajuanCuti.objects.latest("pk")

    penyelia = buka("penyelia", "telepon")
    penyelia.goto("/kepegawaian/cuti/antrean/")
    penyelia.get_by_role("button", name="Setujui").click()
    expect(penyelia.get_by_text("Tidak ada cuti yang menunggu Anda")).to_be_visible()

    pimpinan = buka("pimpinan")
    pimpinan.goto("/kepegawaian/cuti/antrean/")
    pimpinan.get_by_role("button", name="Setujui").focus()
    pimpinan.keyboard.press("Enter")
    expect(pimpinan.get_by_text("Cuti disetujui.")).to_be_visible()
    pimpinan.goto(f"/kepegawaian/cuti/kalender/?tahun={senin.year}&bulan={senin.month}")
    expect(pimpinan.locator("td.tu-kisi-kabar").first).to_be_visible()

    staf.goto(f"/kepegawaian/cuti/{cuti.pk}/")
    expect(staf.locator("h1 + .tu-status")).to_have_text("Disetujui")
    expect(staf.get_by_role("link", name="Cetak formulir")).to_be_visible()


@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_and_no_sideways_scroll(kantor: Any, buka: Callable[..., Page], luas: str, tema: str) -> None:
    menunggu = PengajuanCuti.objects.filter(status="diajukan", pegawai__pengguna__username="penyelia").first()
    aturan = AturanCuti.objects.first()
    assert menunggu and aturan
    cacat = []
    for siapa, jalur in (
        ("staf", ("saya/", "saya/ajukan/", "")),
        (
            "penyelia",
            ("antrean/", "saldo/", "saldo/awal/baru/", "aturan/?semua=1", f"aturan/{aturan.pk}/", "aturan/baru/"),
        ),
        (
            "pimpinan",
            ("kalender/", "?semua=1", f"{menunggu.pk}/", f"{menunggu.pk}/putuskan/", f"{menunggu.pk}/riwayat/"),
        ),
    ):
        halaman = buka(siapa, luas, tema)
        semua = [f"/kepegawaian/cuti/{j}" for j in jalur]
        if siapa == "penyelia":
            semua += ["/kantor/kalender/?semua=1", "/kantor/kalender/isi/", "/kantor/kalender/baru/"]
        for alamat in semua:
            balasan = halaman.goto(alamat)
            assert balasan is not None and balasan.status == 200, alamat
            for v in Axe().run(halaman).response["violations"]:
                cacat.append((alamat, v["id"], [n["html"][:120] for n in v["nodes"][:3]]))
            lebar = halaman.evaluate("document.documentElement.scrollWidth")
            if lebar > halaman.viewport_size["width"]:  # type: ignore[index]
                cacat.append((alamat, "bergulir ke samping", lebar))
    assert cacat == []
