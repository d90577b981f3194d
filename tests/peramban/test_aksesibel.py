"""Axe finds nothing on any page, light and dark, desk and phone; nothing scrolls sideways at 360 px."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from dtks.models import (
    AturanLayanan,
    Individu,
    Konseling,
    Permohonan,
    RencanaIntervensi,
    SasaranIntervensi,
    SuratRekomendasi,
    TinjauGanda,
)
from inti.models import AlarmBaca, Insiden, PermintaanSubjek
from kepegawaian.models import Pegawai
from tests.peramban.pemeriksa_aksesibel import cacat_halaman


def alamat(pengguna: str) -> list[str]:
    p = Permohonan.objects.filter(status="diperiksa").first()
    s = SuratRekomendasi.objects.filter(status="menunggu").first()
    i, t, g, a = (
        Individu.objects.first(),
        TinjauGanda.objects.first(),
        Pegawai.objects.filter(unit__kode="linjamsos").first(),
        AturanLayanan.objects.first(),
    )
    d, n, m = PermintaanSubjek.objects.first(), Insiden.objects.first(), AlarmBaca.objects.first()
    assert p and s and i and t and g and a and d and n and m
    k, r, sasaran = (
        Konseling.objects.filter(status="berjalan").first(),
        RencanaIntervensi.objects.first(),
        SasaranIntervensi.objects.filter(hasil="belum").first(),
    )
    assert k and r and sasaran
    return {
        "loket": [
            "/",
            "/dtks/loket/",
            "/dtks/permohonan/",
            f"/dtks/permohonan/{p.pk}/",
            f"/dtks/permohonan/{p.pk}/berkas/",
            f"/dtks/permohonan/{p.pk}/ubah-berkas/",
            f"/dtks/permohonan/{p.pk}/tolak/",
            "/dtks/surat/",
            "/dtks/individu/",
            f"/dtks/individu/{i.pk}/",
            f"/dtks/individu/{i.pk}/tampilkan/",
            "/cari/",
            "/pemberitahuan/",
            "/akun/",
            "/akun/kata-sandi/",
            "/akun/faktor-kedua/",
            "/arsip/surat-keluar/",
        ],
        "penyelia": [
            "/",
            "/dtks/surat/antrean/",
            f"/dtks/permohonan/{p.pk}/riwayat/",
            "/dtks/bulanan/?tahun=2022&dari=2&sampai=6",
            "/dtks/bulanan/?tahun=2022&dari=6&sampai=2",
            f"/dtks/surat/{s.pk}/",
            f"/dtks/surat/{s.pk}/kembalikan/",
            "/dtks/tinjauan/",
            f"/dtks/tinjauan/{t.pk}/",
            "/impor/dtks/",
            "/kepegawaian/pegawai/",
            f"/kepegawaian/pegawai/{g.pk}/",
            f"/kepegawaian/pegawai/{g.pk}/ubah/",
            "/dtks/aturan/",
            f"/dtks/aturan/{a.pk}/",
            "/dtks/syarat/",
            "/dtks/periode/",
            "/dtks/jam/",
            "/dtks/intervensi/",
            "/dtks/intervensi/baru/",
            f"/dtks/intervensi/{r.pk}/",
            f"/dtks/intervensi/{r.pk}/pilih/",
            f"/dtks/intervensi/{r.pk}/rekap/",
            "/dtks/intervensi/sasaran/",
            f"/dtks/intervensi/sasaran/{sasaran.pk}/",
            f"/dtks/intervensi/sasaran/{sasaran.pk}/hasil/",
            "/kantor/privasi/",
            f"/kantor/privasi/{d.pk}/",
            f"/kantor/privasi/{d.pk}/jawab/",
            "/kantor/privasi/baru/",
            "/kantor/alarm/",
            "/kantor/gabung-lembar/",
        ],
        "staf2": [
            "/",
            "/dtks/puspaga/",
            "/dtks/puspaga/baru/",
            f"/dtks/puspaga/{k.pk}/",
            f"/dtks/puspaga/{k.pk}/riwayat/",
            f"/dtks/puspaga/{k.pk}/ubah/",
            f"/dtks/puspaga/{k.pk}/sesi/",
            f"/dtks/puspaga/{k.pk}/hasil/",
            f"/dtks/puspaga/{k.pk}/batal/",
        ],
        "admin": [
            "/",
            "/kantor/pengguna/",
            "/kantor/aplikasi/",
            "/halaman/inti/",
            f"/dtks/aturan/{a.pk}/ubah/",
            "/dtks/periode/baru/",
            "/dtks/jam/baru/",
            "/dtks/aturan/sampah/",
            "/kantor/unit/",
            "/kantor/instansi/",
            "/kantor/jejak/",
            "/kantor/tugas/",
            "/kantor/nomor/",
            "/kantor/insiden/",
            f"/kantor/insiden/{n.pk}/",
            "/kantor/insiden/baru/",
            f"/kantor/alarm/{m.pk}/",
        ],
        "": [
            "/cek/",
            "/cek/permohonan/",
            "/cek/tanya/",
            "/cek/alur/",
            "/masuk/",
            "/v/",
            "/v/0000-0000-0000-0000/",
            "/tidak-ada/",
        ],
    }[pengguna]


@pytest.mark.parametrize("pengguna", ["loket", "penyelia", "staf2", "admin", ""])
@pytest.mark.parametrize(("luas", "tema"), [("meja", "light"), ("telepon", "dark")])
def test_no_violation_and_no_sideways_scroll(
    kantor: Any, buka: Callable[..., Page], pengguna: str, luas: str, tema: str
) -> None:
    halaman = buka(pengguna, luas, tema)
    cacat = []
    for jalur in alamat(pengguna):
        status = 422 if "dari=6&sampai=2" in jalur else 404 if "tidak-ada" in jalur or "0000" in jalur else 200
        cacat += cacat_halaman(halaman, jalur, status)
    assert cacat == []
