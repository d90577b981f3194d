"""An intern fills a week's logbook by keyboard, his supervisor initials it, a certificate's code is checked by anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kepegawaian.models import CatatanHarian, PesertaMagang

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_week_by_keyboard_then_initials(kantor: Any, buka: Callable[..., Page]) -> None:
    peserta = PesertaMagang.objects.get(akun__username="magang")
    menunggu = CatatanHarian.objects.filter(peserta=peserta, paraf_pada__isnull=True, catatan_kembali="").count()
    anak = buka("magang")
    anak.get_by_role("link", name="Buka buku harian").click()
    expect(anak.get_by_role("heading", level=1)).to_have_text(re.compile("Buku harian"))
    isian = anak.locator("form[data-buku] textarea")
    if isian.count() == 0:  # on a Monday before anything may be written, and on weekends: the week before
        anak.get_by_role("link", name="Sebelumnya").click()
        expect(isian.first).to_be_visible()
    banyak = isian.count()
    anak.locator("form[data-buku] textarea, form[data-buku] input:not([type=hidden])").first.focus()
    for n in range(banyak):
        anak.keyboard.press("Enter")  # from the first hour to the second
        anak.keyboard.press("Enter")  # to the activity
        anak.keyboard.press("Control+A")
        anak.keyboard.type(f"Menata arsip hari {n + 1}")
        anak.keyboard.press("Enter")  # to the uniform
        anak.keyboard.press("Enter")  # to the next day, at last to the button
    expect(anak.get_by_role("button", name="Simpan minggu ini")).to_be_focused()
    anak.keyboard.press("Enter")
    expect(anak.get_by_text("Buku harian disimpan.")).to_be_visible()
    assert CatatanHarian.objects.filter(peserta=peserta, kegiatan__startswith="Menata arsip hari").count() == banyak

    penyelia = buka("penyelia", "telepon")
    penyelia.goto("/kepegawaian/magang/paraf/")
    assert penyelia.evaluate("document.documentElement.scrollWidth") <= 360
    panel = penyelia.locator("section", has=penyelia.get_by_role("link", name="Arif Gunawan"))
    expect(panel.get_by_text("Menata arsip hari 1")).to_be_visible()
    for kotak in panel.locator("tbody input[type=checkbox]").all():
        kotak.check()
    penyelia.get_by_role("button", name="Paraf yang dicentang").click()
    expect(penyelia.get_by_text("hari diparaf.")).to_be_visible()
    sisa = CatatanHarian.objects.filter(peserta=peserta, paraf_pada__isnull=True, catatan_kembali="").count()
    assert sisa == 0 <= menunggu
    anak.reload()
    expect(anak.get_by_text("Diparaf").first).to_be_visible()
    expect(isian).to_have_count(0)


@pytest.mark.utama
def test_the_logbook_fits_a_phone_and_a_certificate_verifies(kantor: Any, buka: Callable[..., Page]) -> None:
    anak = buka("magang", "telepon")
    anak.goto("/kepegawaian/magang/buku/")
    assert anak.evaluate("document.documentElement.scrollWidth") <= 360
    p = PesertaMagang.objects.get(sertifikat__isnull=False)
    assert p.sertifikat is not None
    siapa_pun = buka()
    siapa_pun.goto(f"/v/{p.sertifikat.kode_tampil}/")
    expect(siapa_pun.get_by_text(p.sertifikat.nomor)).to_be_visible()
    assert p.nama not in siapa_pun.content() and p.nomor_induk not in siapa_pun.content()
