"""`make gambar`: the guide's pictures, taken with Chromium from a throwaway demonstration office."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

TUJUAN = Path(__file__).parent / "panduan" / "gambar"
SANDI = "sandi-untuk-gambar-saja"
# Pages that show themselves: who, address, picture, width.
LIHAT = (
    ("penyelia", "/", "meja.png", 1280),
    ("pimpinan", "/", "meja-hp.png", 360),
    ("admin", "/kantor/aplikasi/", "aplikasi.png", 1280),
    ("staf", "/kepegawaian/cuti/saya/", "cuti.png", 1280),
    ("staf", "/kepegawaian/kinerja/", "kinerja.png", 1280),
    ("penyelia", "/dtks/intervensi/?semua=1", "intervensi.png", 1280),
    ("staf", "/kantor/privasi/?semua=1", "data-pribadi.png", 1280),
    ("admin", "/", "admin.png", 1280),
    ("pimpinan", "/arsip/konsep/antrean/", "naskah-antrean-hp.png", 360),
    ("pimpinan", "/arsip/disposisi/antrean/", "disposisi-antrean-hp.png", 360),
)
KEPALA_CSV = "ID_DTKS,NIK,NO_KK,NAMA,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,DESA,KECAMATAN,HUBUNGAN_KELUARGA,DESIL,PBI_JK,SUMBER,PERIODE\n"


def main() -> None:
    """Start the office, walk through it, take the pictures."""
    TUJUAN.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        porta = s.getsockname()[1]
        s.close()
        lingkungan = os.environ | {
            "DEBUG": "1",
            "DATABASE_URL": f"sqlite:///{folder}/g.sqlite3",
            "BERKAS_DIR": f"{folder}/berkas",
            "DEMO_SANDI": SANDI,
            "LOG_LEVEL": "ERROR",
        }
        for perintah in (["migrate", "-v", "0"], ["demo"]):
            subprocess.run(
                [sys.executable, "manage.py", *perintah], env=lingkungan, check=True, stderr=subprocess.DEVNULL
            )
        proses = [
            subprocess.Popen(
                [sys.executable, "manage.py", *p], env=lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            for p in (["runserver", "--noreload", str(porta)], ["pekerja"])
        ]
        try:
            _tunggu(f"http://127.0.0.1:{porta}/-/siap")
            _ambil(f"http://127.0.0.1:{porta}", Path(folder))
        finally:
            for p in proses:
                p.terminate()
                p.wait()


def _tunggu(alamat: str) -> None:
    for _ in range(60):
        try:
            urllib.request.urlopen(alamat, timeout=2)
        except (urllib.error.URLError, OSError):
            time.sleep(1)
        else:
            return
    raise RuntimeError("peladen tidak siap")


def _foto(halaman: Page, nama: str) -> None:
    """One picture, of the page that the last click led to."""
    halaman.wait_for_load_state("networkidle")
    halaman.screenshot(path=TUJUAN / nama)


def _ambil(alamat: str, folder: Path) -> None:
    with sync_playwright() as p:
        chromium = shutil.which("chromium") or shutil.which("chromium-browser")
        peramban = p.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu", "--no-first-run"])
        loket = _masuk(peramban, alamat, "loket")
        loket.goto("/dtks/loket/")
        loket.fill("#cari", "Sri Handayani")
        loket.keyboard.press("Enter")
        loket.click("tr:has-text('SRI HANDAYANI') >> text=Pilih")
        _foto(loket, "loket.png")
        loket.click("text=Layani reaktivasi")
        loket.fill("#id_pengantar_nomor", "140/209/XII/2024")
        loket.fill("#id_pengantar_tanggal", "17-12-2024")
        loket.fill("#id_faskes_nama", "Puskesmas Wanasari Barat")
        for kode in ("ktp", "kk", "surat-faskes"):
            loket.check(f"#id_ada_{kode}")
        loket.click("text=Simpan dan periksa")
        _foto(loket, "permohonan.png")
        kepala = _masuk(peramban, alamat, "pimpinan", lebar=360, tinggi=740)
        kepala.goto("/dtks/surat/antrean/")
        _foto(kepala, "antrean-hp.png")
        kepala.goto("/dtks/bulanan/?tahun=2022&dari=2&sampai=6")
        _foto(kepala, "laporan-hp.png")
        _impor(_masuk(peramban, alamat, "staf"), folder)
        _antrean(loket)
        _usulan(_masuk(peramban, alamat, "magang"), _masuk(peramban, alamat, "penyelia"))
        _desa(_masuk(peramban, alamat, "desa", lebar=360, tinggi=740))
        _kepegawaian(_masuk(peramban, alamat, "personalia"))
        buku = _masuk(peramban, alamat, "magang", lebar=360, tinggi=740)
        buku.goto("/kepegawaian/magang/buku/")
        _foto(buku, "buku-harian-hp.png")
        _surat(_masuk(peramban, alamat, "staf"))
        _arsip(_masuk(peramban, alamat, "arsiparis"))
        for siapa, jalur, gambar, lebar in LIHAT:
            halaman = _masuk(peramban, alamat, siapa, lebar=lebar, tinggi=740 if lebar < 500 else 900)
            halaman.goto(jalur)
            _foto(halaman, gambar)
        warga = peramban.new_context(base_url=alamat, viewport={"width": 360, "height": 740}).new_page()
        warga.goto("/cek/")
        _foto(warga, "cek-hp.png")
        peramban.close()


def _antrean(loket: Page) -> None:
    loket.goto("/dtks/antrean/")
    loket.click("text=Duduk di sini")
    _foto(loket, "antrean.png")
    nomor = [f"99710150038{n:05d}" for n in range(1, 12)]
    loket.goto("/dtks/individu/")
    loket.goto("/dtks/sekaligus/baru/")
    loket.fill("#id_nama", "Desa Sumberjo, daftar Senin")
    loket.fill("#id_daftar", "\n".join([*nomor, "12345", nomor[0]]))
    loket.click("text=Periksa semua")
    loket.wait_for_selector("text=Jawaban")
    _foto(loket, "sekaligus.png")


def _kepegawaian(personalia: Page) -> None:
    personalia.goto("/kepegawaian/pegawai/?semua=1")
    personalia.locator("tbody th a").first.click()
    _foto(personalia, "pegawai.png")
    personalia.goto("/kepegawaian/bagan/")
    _foto(personalia, "bagan.png")


def _surat(staf: Page) -> None:
    staf.goto("/arsip/konsep/?semua=1")
    staf.locator("tbody a", has_text="pencairan hibah").first.click()
    staf.get_by_role("link", name="Versi", exact=True).click()
    _foto(staf, "surat-versi.png")


def _arsip(arsiparis: Page) -> None:
    arsiparis.goto("/arsip/surat-masuk/?semua=1")
    arsiparis.locator("tbody th a").first.click()
    _foto(arsiparis, "surat-masuk.png")
    arsiparis.goto("/arsip/boks/?semua=1")
    arsiparis.locator("tbody th a").first.click()
    _foto(arsiparis, "boks.png")
    arsiparis.goto("/arsip/cari/")
    arsiparis.locator("main input[type=search], main input[type=text]").first.fill("undangan koordinasi")
    arsiparis.keyboard.press("Enter")
    arsiparis.wait_for_load_state("networkidle")
    _foto(arsiparis, "cari-arsip.png")


def _usulan(magang: Page, penyelia: Page) -> None:
    magang.goto("/usulan/?status=dikembalikan")
    magang.locator("tbody a").first.click()
    magang.click("text=Perbaiki")
    _foto(magang, "usulan-formulir.png")
    penyelia.goto("/usulan/antrean/")
    _foto(penyelia, "usulan-antrean.png")


def _desa(desa: Page) -> None:
    desa.goto("/dtks/desa/")
    desa.fill("#cari", "Slamet Nugroho")
    desa.click("form.tu-cari-besar button")
    if desa.locator("text=Pilih").count():
        desa.locator("button:has-text('Pilih')").first.click()
    _foto(desa, "desa-hasil.png")


def _impor(staf: Page, folder: Path) -> None:
    berkas = folder / "dtsen-contoh.csv"
    baris = [
        f"99{n:06d},99710{n % 4 + 1}15038{n % 10}{n:04d},99710{n % 4 + 1}0106150{n % 999:03d},WARGA REKAAN,15/03/198{n % 10},L,DUKUH,001,001,DESA SUMBERJO,"
        f"WANASARI BARAT,KEPALA KELUARGA,{n % 10 + 1},YA,DTSEN,2026-TW4"
        for n in range(1, 60)
    ]
    baris[7] = baris[7].replace(",DTSEN", ",DTSEN").replace("99710", "9971", 1)
    baris[20] = baris[20].replace("15/03", "31/02")
    berkas.write_text(KEPALA_CSV + "\n".join(baris), encoding="utf-8")
    staf.goto("/impor/dtks/")
    staf.set_input_files("#berkas", berkas)
    staf.click("text=Unggah berkas")
    staf.wait_for_selector("text=Pratinjau impor")
    _foto(staf, "impor.png")


def _masuk(peramban: Browser, alamat: str, siapa: str, lebar: int = 1280, tinggi: int = 900) -> Page:
    halaman = peramban.new_context(
        base_url=alamat, viewport={"width": lebar, "height": tinggi}, color_scheme="light"
    ).new_page()
    halaman.goto("/masuk/")
    halaman.fill("#id_username", siapa)
    halaman.fill("#id_password", SANDI)
    halaman.click("main button[type=submit]")
    halaman.wait_for_url("**/")
    return halaman


if __name__ == "__main__":
    main()
