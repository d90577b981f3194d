"""An intern proposes under his own name; a penyelia returns it, the intern mends it, the penyelia approves by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dtks.models import Individu, Permohonan
from inti.models import Usulan

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.utama
def test_propose_return_mend_approve(kantor: Any, buka: Callable[..., Page]) -> None:
    Usulan.objects.filter(status__in=["menunggu", "dikembalikan"]).delete()
    warga = (
        Individu.objects.filter(terdaftar=True, dikecualikan=False, desil__lte=5, hubungan="ANAK")
        .exclude(id_dtks="")
        .order_by("-pk")
        .first()
    )
    assert warga is not None
    sebelum = Permohonan.objects.count()
    magang = buka("magang")
    magang.goto("/dtks/loket/")
    magang.fill("#cari", warga.nik)
    magang.keyboard.press("Enter")
    magang.click("article:has-text('Reaktivasi') >> text=Layani")
    expect(magang.get_by_text("Isian ini menjadi usulan")).to_be_visible()
    magang.fill("#id_pengantar_nomor", "140/salah")
    magang.fill("#id_pengantar_tanggal", "18-11-2026")
    magang.fill("#id_faskes_nama", "RSUD Wanasari")
    for berkas in ("ktp", "kk", "surat-faskes"):
        magang.check(f"#id_ada_{berkas}")
    magang.keyboard.press("Control+Enter")
    expect(magang.get_by_text("Usulan dikirim.")).to_be_visible()
    assert Permohonan.objects.count() == sebelum

    penyelia = buka("penyelia", "telepon")
    penyelia.goto("/usulan/antrean/")
    expect(penyelia.get_by_text("140/salah")).to_be_visible()
    penyelia.get_by_role("link", name="Kembalikan").click()
    penyelia.fill("#id_alasan", "Nomor pengantar keliru")
    penyelia.get_by_role("button", name="Kembalikan").click()
    expect(penyelia.get_by_text("Tidak ada usulan yang menunggu")).to_be_visible()

    magang.goto("/")
    magang.get_by_role("link", name=warga.nama).first.click()
    expect(magang.get_by_text("Nomor pengantar keliru")).to_be_visible()
    magang.get_by_role("link", name="Perbaiki").click()
    expect(magang.locator("#id_pengantar_nomor")).to_have_value("140/salah")
    expect(magang.locator("#id_ada_kk")).to_be_checked()
    magang.fill("#id_pengantar_nomor", "140/88/XI/2026")
    magang.get_by_role("button", name="Kirim usulan").click()
    expect(magang.get_by_text("Usulan dikirim.")).to_be_visible()

    atas = buka("penyelia")
    atas.goto("/usulan/antrean/")
    atas.get_by_role("button", name="Setujui", exact=True).focus()
    atas.keyboard.press("Enter")
    expect(atas.get_by_text("Usulan disetujui dan sudah berlaku.")).to_be_visible()
    jadi = Permohonan.objects.latest("pk")
    assert (Permohonan.objects.count(), jadi.pengantar_nomor) == (sebelum + 1, "140/88/XI/2026")
    assert jadi.kunjungan is not None and jadi.kunjungan.dilayani_oleh.username == "magang"
