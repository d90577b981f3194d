"""An intern proposes a change to a staff file and a penyelia approves; a clerk sends a zip with two wrong names."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from reportlab.pdfgen.canvas import Canvas

from inti.models import Pengguna, Usulan
from kepegawaian.models import BerkasPegawai, Pegawai

pytestmark = pytest.mark.django_db(transaction=True)


def _pdf(teks: str) -> bytes:
    keluaran = BytesIO()
    kanvas = Canvas(keluaran, pagesize=(300, 300))
    kanvas.drawString(20, 200, teks)
    kanvas.save()
    return keluaran.getvalue()


def test_an_intern_proposes_and_a_penyelia_approves(kantor: Any, buka: Callable[..., Page]) -> None:
    Usulan.objects.filter(status__in=["menunggu", "dikembalikan"]).delete()
    unit = Pengguna.objects.get(username="magang").unit
    p = Pegawai.objects.aktif().filter(unit=unit, pengguna__isnull=True).exclude(nik="").order_by("id").first()
    p = p or Pegawai.objects.aktif().filter(unit=unit).exclude(pengguna__username="penyelia").order_by("id").first()
    assert p is not None
    anak = buka("magang", "telepon")
    anak.goto("/kepegawaian/pegawai/")
    anak.get_by_role("link", name=p.nama).first.click()
    anak.goto(f"/kepegawaian/pegawai/{p.pk}/")
    assert anak.evaluate("document.documentElement.scrollWidth") <= 360
    anak.get_by_role("link", name="Ubah", exact=True).first.click()
    for rahasia in ("#id_nik", "#id_alamat", "#id_tanggal_lahir", "#id_agama", "#id_kawin"):
        expect(anak.locator(rahasia)).to_have_count(0)
    anak.fill("#id_telepon", "0812-9999-0001")
    anak.get_by_role("button", name="Kirim usulan").click()
    expect(anak.get_by_text("Usulan dikirim.")).to_be_visible()
    assert Pegawai.objects.get(pk=p.pk).telepon == p.telepon

    atas = buka("penyelia")
    atas.goto("/usulan/antrean/")
    expect(atas.get_by_text("0812-9999-0001")).to_be_visible()
    atas.get_by_role("button", name="Setujui", exact=True).click()
    expect(atas.get_by_text("Usulan disetujui dan sudah berlaku.")).to_be_visible()
    kini = Pegawai.objects.get(pk=p.pk)
    assert (kini.telepon, kini.nik, kini.alamat) == ("0812-9999-0001", p.nik, p.alamat)
    atas.goto(f"/kepegawaian/pegawai/{p.pk}/")
    expect(atas.get_by_text("0812-9999-0001")).to_be_visible()


def test_a_clerk_sends_a_zip_with_two_wrong_names(kantor: Any, buka: Callable[..., Page]) -> None:
    p = Pegawai.objects.aktif().filter(jenis="PNS", berkas_set__isnull=True).order_by("id").first()
    assert p is not None
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w") as z:
        for nama in (f"{p.nip}_KTP.pdf", f"{p.nip}_KK.pdf", "199999992099032999_KTP.pdf", f"{p.nip}_RAPOR.pdf"):
            z.writestr(f"berkas/{nama}", _pdf(nama))
    klerk = buka("personalia", "telepon")
    klerk.goto("/kepegawaian/berkas/massal/")
    klerk.set_input_files(
        "#berkas", {"name": "berkas.zip", "mimeType": "application/zip", "buffer": keluaran.getvalue()}
    )
    klerk.get_by_role("button", name="Periksa").click()
    expect(klerk.get_by_text("2 cocok dari 4")).to_be_visible()
    expect(klerk.get_by_text("Tidak ada pegawai dengan NIP ini")).to_be_visible()
    expect(klerk.get_by_text("Kategori RAPOR tidak ada")).to_be_visible()
    assert klerk.evaluate("document.documentElement.scrollWidth") <= 360
    assert not BerkasPegawai.objects.filter(pegawai=p).exists()
    klerk.get_by_role("button", name="Simpan 2 berkas yang cocok").click()
    expect(klerk.get_by_text("2 berkas disimpan.")).to_be_visible()
    klerk.goto(f"/kepegawaian/pegawai/{p.pk}/berkas/")
    for kategori in ("KTP", "Kartu keluarga"):
        expect(klerk.locator("tr", has=klerk.get_by_role("rowheader", name=kategori)).get_by_text("Ada", exact=True)).to_be_visible()  # fmt: skip
    assert BerkasPegawai.objects.filter(pegawai=p).count() == 2
