"""A village files from a phone with two photographs; the office returns it; the village mends it; it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from dtks.models import Individu, Permohonan, SyaratBerkas
from inti.models import Pengguna

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def foto(tmp_path: Path) -> Callable[[str], str]:
    """A photograph as a phone makes one."""

    def buat(nama: str) -> str:
        jalur = tmp_path / f"{nama}.jpg"
        Image.effect_noise((1600, 1200), 40).convert("RGB").save(jalur, "JPEG", quality=90)
        return str(jalur)

    return buat


def test_filed_with_two_photographs_returned_mended_accepted(
    kantor: Any, buka: Callable[..., Page], foto: Callable[[str], str]
) -> None:
    SyaratBerkas.objects.filter(jenis="reaktivasi").exclude(kode__in=["ktp", "surat-faskes"]).update(wajib=False)
    admin = Pengguna.objects.get(username="desa")
    warga = (
        Individu.objects.untuk(admin)
        .filter(terdaftar=True, dikecualikan=False, desil__lte=5, hubungan="KEPALA KELUARGA")
        .exclude(id_dtks="")
        .order_by("pk")[1]
    )
    desa = buka("desa", "telepon")
    desa.goto("/dtks/desa/")
    desa.fill("#cari", warga.nik)
    desa.get_by_role("button", name="Periksa").click()
    expect(desa.get_by_text("Jangan diajukan")).to_be_visible()  # a new entry: he is registered
    desa.get_by_role("link", name="Ajukan reaktivasi").click()
    assert warga.nik not in desa.url
    desa.fill("#id_pengantar_nomor", "140/77/XI/2026")
    desa.fill("#id_pengantar_tanggal", "18-11-2026")
    desa.fill("#id_faskes_nama", "Puskesmas Wanasari Barat")
    desa.set_input_files("#id_pindai_ktp", foto("ktp"))
    desa.set_input_files("#id_pindai_surat-faskes", foto("faskes"))
    expect(desa.get_by_text("faskes.jpg")).to_be_visible()
    desa.get_by_role("button", name="Ajukan ke dinas").click()
    expect(desa.get_by_text("Permohonan diajukan ke dinas.")).to_be_visible()
    permohonan = Permohonan.objects.latest("pk")
    assert permohonan.berkas.filter(berkas__isnull=False).count() == 2

    # the office finds one paper unreadable and sends it back with what lacks
    loket = buka("loket")
    loket.goto(f"/dtks/permohonan/{permohonan.pk}/ubah-berkas/")
    loket.uncheck("#id_ada_surat-faskes")
    loket.get_by_role("button", name="Simpan").click()
    loket.get_by_role("button", name="Kembalikan, cetak kekurangan").click()
    expect(loket.get_by_text("Dikembalikan untuk dilengkapi.")).to_be_visible()

    desa.goto("/")
    desa.get_by_role("link", name=warga.nama).first.click()
    desa.get_by_role("link", name="Lengkapi berkas").click()
    expect(desa.get_by_text("Dikembalikan dinas. Yang kurang:")).to_be_visible()
    desa.set_input_files("#id_pindai_surat-faskes", foto("faskes-jelas"))
    desa.get_by_role("button", name="Kirim kembali ke dinas").click()
    expect(desa.get_by_text("Berkas dilengkapi dan dikirim kembali ke dinas.")).to_be_visible()

    loket.goto(f"/dtks/permohonan/{permohonan.pk}/")
    loket.click("article button:has-text('Terima')")
    expect(loket.get_by_text("Surat menunggu persetujuan pejabat.")).to_be_visible()
    desa.goto(f"/dtks/permohonan/{permohonan.pk}/")
    expect(desa.locator("h1 + .tu-status")).to_have_text("Diterima")
