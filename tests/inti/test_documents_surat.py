"""Letters: what they show, how they flow over pages, and that the same data give the same bytes."""

import json
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from pypdf import PdfReader

from inti.documents import (
    F4,
    Butir,
    Isian,
    Judul,
    Kertas,
    KodeQR,
    Kolom,
    Kop,
    Paragraf,
    Tabel,
    TandaTangan,
    gambar_surat,
    surat_dari_data,
    surat_ke_data,
)
from inti.documents.qr import matriks_qr
from inti.documents.tutup import BUKAN_TTE
from tests.inti.contoh_surat import KOP, contoh_surat

AKAR = Path(__file__).resolve().parents[2]


def halaman(pdf):
    return [h.extract_text() for h in PdfReader(BytesIO(pdf)).pages]


def png(warna="navy"):
    aliran = BytesIO()
    Image.new("RGBA", (40, 60), warna).save(aliran, "PNG")
    return aliran.getvalue()


def test_a_letter_shows_all_its_parts_on_one_page():
    (isi,) = halaman(gambar_surat(contoh_surat(), judul="Surat rekomendasi"))
    for teks in (
        "PEMERINTAH KABUPATEN WANASARI",
        "DINAS SOSIAL",
        "400.9/1187/2026",
        "Wanasari, 20 November 2026",
        "Rekomendasi reaktivasi PBI-JK",
        "Yth. Kepala BPJS Kesehatan Cabang Wanasari",
        "Slamet Nugroho",
        "9971015204870412",
        "Dra. Ratna Kusumawati, M.Si.",
        "NIP 19720914 199803 2 004",
        "dinsos.wanasari.example/v/7KQ2-M9TD-1187/",
        "2. Arsip" if "2. Arsip" in isi else "Arsip",
        "Dicetak 20-11-2026 10.14 oleh Rina Puspita, cetakan ke-1",
        "Halaman 1 dari 1",
    ):
        assert teks in isi
    assert BUKAN_TTE in " ".join(isi.split())


def test_metadata_names_the_letter_and_no_path():
    pdf = gambar_surat(contoh_surat(), judul="Surat rekomendasi 400.9/1187/2026")
    pembaca = PdfReader(BytesIO(pdf))
    assert pembaca.metadata.title == "Surat rekomendasi 400.9/1187/2026"
    assert pembaca.metadata.producer == pembaca.metadata.creator == "Tata Usaha"
    assert pembaca.trailer["/Root"]["/Lang"] == "id-ID"
    assert str(AKAR).encode() not in pdf


def test_every_font_is_embedded():
    pembaca = PdfReader(BytesIO(gambar_surat(contoh_surat(), judul="Uji")))
    huruf = [f.get_object() for h in pembaca.pages for f in h["/Resources"]["/Font"].values()]
    assert huruf
    assert all("/FontFile2" in f["/FontDescriptor"] for f in huruf)


def test_the_same_data_give_the_same_bytes_also_in_another_process():
    satu = gambar_surat(contoh_surat(anggota=30), judul="Uji")
    assert satu == gambar_surat(contoh_surat(anggota=30), judul="Uji")
    perintah = (
        "import hashlib\nfrom inti.documents import gambar_surat\nfrom tests.inti.contoh_surat import contoh_surat\n"
        "print(hashlib.sha256(gambar_surat(contoh_surat(anggota=30), judul='Uji')).hexdigest())"
    )
    sidik = {
        subprocess.run(
            [sys.executable, "-c", perintah],
            cwd=AKAR,
            env={"PYTHONHASHSEED": benih},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for benih in ("1", "2")
    }
    assert len(sidik) == 1


def test_a_long_table_repeats_its_heading_and_loses_no_row():
    isi = halaman(gambar_surat(contoh_surat(anggota=60), judul="Uji"))
    assert len(isi) == 4
    for n, teks in enumerate(isi, start=1):
        assert f"Halaman {n} dari 4" in teks
        assert ("NIK dan nomor KK" in teks) == ("Slamet Nugroho" in teks)
    for teks in isi[1:]:
        assert "Nomor 400.9/1187/2026, Rekomendasi reaktivasi PBI-JK" in teks
    assert isi[0].count("DINAS SOSIAL") == 1
    assert all("DINAS SOSIAL" not in teks for teks in isi[1:])
    semua = "\n".join(isi)
    for nomor in range(1, 61):
        assert semua.count(f"997101551187{nomor:04d}") == 1


@pytest.mark.parametrize("anggota", range(8, 24))
def test_the_signature_is_whole_and_never_alone(anggota):
    isi = halaman(gambar_surat(contoh_surat(anggota=anggota), judul="Uji"))
    (letak,) = [n for n, teks in enumerate(isi) if "Kabupaten Wanasari," in teks]
    for teks in ("Dra. Ratna Kusumawati", "NIP 19720914", "Pindai untuk memeriksa", "kami ucapkan terima kasih"):
        assert teks in isi[letak]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 60), min_size=1, max_size=30), st.integers(0, 60))
def test_whatever_the_length_all_text_is_on_the_pages_in_order(panjang, baris):
    alinea = [f"awal{n:03d} " + "kata " * p + f"akhir{n:03d}" for n, p in enumerate(panjang)]
    tabel = Tabel((Kolom("No."), Kolom("Isi")), tuple((f"b{n:03d}", "isi " * (n % 40)) for n in range(baris)))
    surat = contoh_surat(isi=(*map(Paragraf, alinea), tabel))
    pdf = gambar_surat(surat, judul="Uji")
    isi = halaman(pdf)
    semua = "\n".join(isi)
    letak = [semua.index(f"awal{n:03d}") for n in range(len(alinea))]
    assert letak == sorted(letak)
    assert semua.count("kata") >= sum(panjang)
    assert all(semua.count(f"b{n:03d}") == 1 for n in range(baris))
    assert sum("Tembusan:" in t for t in isi) == 1
    assert all(f"Halaman {n} dari {len(isi)}" in t for n, t in enumerate(isi, start=1))


def test_a_batch_counts_pages_per_letter_and_stores_shared_parts_once():
    tiga = [contoh_surat(1), contoh_surat(2, anggota=60), contoh_surat(3)]
    pdf = gambar_surat(tiga, judul="Uji", kaki=["satu", "dua", "tiga"])
    isi = halaman(pdf)
    assert [("Halaman 1 dari 1" in isi[0]), ("Halaman 4 dari 4" in isi[4]), ("Halaman 1 dari 1" in isi[5])] == [
        True
    ] * 3
    assert "satu" in isi[0]
    assert all("dua" in t for t in isi[1:5])
    assert pdf.count(b"/FontFile2") == 2
    assert pdf.count(b"/Subtype /Form") == 1
    assert all("DINAS SOSIAL" in isi[n] for n in (0, 1, 5))


def test_an_empty_batch_is_refused():
    with pytest.raises(ValueError, match="Tidak ada surat"):
        gambar_surat([], judul="Uji")


def test_paper_and_margins_are_parameters():
    surat = [contoh_surat(1), contoh_surat(2, kertas=F4), contoh_surat(3, kertas=Kertas(kiri=30, kanan=30))]
    pembaca = PdfReader(BytesIO(gambar_surat(surat, judul="Uji")))
    mm = [
        (round(float(h.mediabox.width) / 72 * 25.4), round(float(h.mediabox.height) / 72 * 25.4)) for h in pembaca.pages
    ]
    assert mm == [(210, 297), (215, 330), (210, 297)]
    with pytest.raises(ValueError, match="Tepi kertas"):
        Kertas(kiri=90, kanan=90)


def test_a_void_letter_says_so():
    assert "BATAL" in halaman(gambar_surat(contoh_surat(batal="BATAL"), judul="Uji"))[0]
    assert "BATAL" not in halaman(gambar_surat(contoh_surat(), judul="Uji"))[0]


def test_a_statement_with_two_signatories():
    surat = contoh_surat(
        nomor=None,
        tujuan=None,
        judul=Judul("SURAT PERNYATAAN", "400.9/15/2026"),
        isi=(Isian((("Nama", "Slamet Nugroho"), ("Jabatan", "Kepala Bidang"))), Butir(("pertama;", "kedua."), "huruf")),
        ttd=(
            TandaTangan(("Mengetahui,", "Kepala Puskesmas,"), "dr. Endah Lestari", gambar=png()),
            TandaTangan(
                ("a.n. Bupati Wanasari", "Sekretaris Daerah,"), "Budi Hartono", tempat_tanggal="Wanasari, 1 Mei 2026"
            ),
        ),
    )
    (isi,) = halaman(gambar_surat(surat, judul="Uji"))
    for teks in ("SURAT PERNYATAAN", "Nomor: 400.9/15/2026", "a.", "kedua.", "a.n.", "Bupati Wanasari", "Budi Hartono"):
        assert teks in isi


def test_an_emblem_is_embedded_once_and_a_broken_one_is_refused():
    kop = Kop(KOP.pemerintah, KOP.nama, KOP.alamat, png())
    pdf = gambar_surat([contoh_surat(n, kop=kop) for n in range(3)], judul="Uji")
    assert pdf.count(b"/Subtype /Image") <= 2  # the picture and its transparency
    with pytest.raises(ValueError, match="Gambar tidak terbaca"):
        gambar_surat(contoh_surat(kop=Kop("A", "B", (), b"bukan gambar")), judul="Uji")


def test_the_code_is_a_valid_qr_matrix_with_the_fixed_mask():
    matriks = matriks_qr("https://dinsos.wanasari.example/v/7KQ2-M9TD-4XHB/")
    n = len(matriks)
    assert n == len(matriks[0])
    assert (n - 17) % 4 == 0
    # Format bits beside the upper left finder: level M and mask 2, with their fixed XOR pattern.
    bit = [matriks[8][k] for k in (0, 1, 2, 3, 4)]
    assert [b ^ x for b, x in zip(bit, (1, 0, 1, 0, 1), strict=True)] == [0, 0, 0, 1, 0]
    with pytest.raises(ValueError, match="terlalu panjang"):
        matriks_qr("x" * 5000)


def test_a_letter_survives_json():
    surat = contoh_surat(anggota=3, kop=Kop("P", "N", ("A",), png()), kertas=F4, batal="BATAL")
    data = json.loads(json.dumps(surat_ke_data(surat)))
    assert surat_dari_data(data) == surat
    assert gambar_surat(surat_dari_data(data), judul="Uji") == gambar_surat(surat, judul="Uji")


def test_images_can_be_stored_apart():
    surat = contoh_surat(kop=Kop("P", "N", (), png()))
    gudang = {}
    data = json.loads(json.dumps(surat_ke_data(surat, gambar=gudang)))
    assert list(gudang.values()) == [png()]
    assert surat_dari_data(data, gambar=gudang) == surat
    with pytest.raises(ValueError, match="Gambar surat tidak ditemukan"):
        surat_dari_data(data)


@pytest.mark.parametrize(
    "rusak",
    [
        {},
        {"versi": 0},
        {"versi": 1},
        {"versi": 1, "surat": {"bagian": "os.system"}},
        {"versi": 1, "surat": {"bagian": "Surat"}},
    ],
)
def test_foreign_data_are_refused(rusak):
    with pytest.raises(ValueError, match=r"tidak dikenal|tidak cocok|bukan surat"):
        surat_dari_data(rusak)


def test_a_row_with_too_many_cells_is_refused():
    with pytest.raises(ValueError, match="lebih banyak sel"):
        gambar_surat(contoh_surat(isi=(Tabel((Kolom("A"),), (("1", "2"),)),)), judul="Uji")


def test_a_total_stands_in_the_last_row():
    tabel = Tabel((Kolom("Uraian"), Kolom("Jumlah", 30, "kanan")), (("Beras", "10"),) * 50, jumlah=("Jumlah", "500"))
    isi = halaman(gambar_surat(contoh_surat(isi=(tabel,), qr=KodeQR("https://a.example/v/1/")), judul="Uji"))
    (letak,) = [n for n, t in enumerate(isi) if "500" in t and "Jumlah" in t]
    assert "Beras" in isi[letak]
