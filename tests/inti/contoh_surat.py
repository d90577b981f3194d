"""Letters about invented people and offices, shared by the tests and the benchmark."""

from inti.documents import (
    BlokNomor,
    KodeQR,
    Kolom,
    Kop,
    Paragraf,
    Surat,
    Tabel,
    TandaTangan,
    Tujuan,
)

KOP = Kop(
    pemerintah="PEMERINTAH KABUPATEN WANASARI",
    nama="DINAS SOSIAL",
    alamat=(
        "Jalan Melati Nomor 8, Wanasari 59299, Telepon (0299) 555-0142",
        "Laman dinsos.wanasari.example, Pos-el dinsos@wanasari.example",
    ),
)
KOLOM = (
    Kolom("No.", rata="kanan"),
    Kolom("Nama"),
    Kolom("NIK dan nomor KK"),
    Kolom("Tanggal lahir"),
    Kolom("Nomor kartu JKN"),
    Kolom("Desil, periode"),
    Kolom("Fasilitas"),
)
ANGGOTA = (
    ("Slamet Nugroho", "9971015503840031\n9971010806150007", "15-03-1984", "0009912345017"),
    ("Sri Handayani", "9971015204870412\n9971010806150007", "12-04-1987", "0009912345028"),
)


def contoh_surat(n: int = 1187, *, anggota: int = 2, **ganti) -> Surat:
    """A recommendation letter as the office writes it; `n` varies number, names and code."""
    baris = []
    for nomor in range(1, anggota + 1):
        nama, nik, lahir, kartu = ANGGOTA[(nomor + 1) % 2]
        nik = nik if n == 1187 and anggota == 2 else f"99710155{n % 10000:04d}{nomor:04d}\n9971010806150007"
        baris.append((str(nomor), nama, nik, lahir, kartu, "3\n2026-TW3", "Puskesmas Wanasari Barat"))
    isi = {
        "kop": KOP,
        "nomor": BlokNomor(
            nomor=f"400.9/{n}/2026",
            sifat="Biasa",
            lampiran="1 (satu) berkas",
            hal="Rekomendasi reaktivasi PBI-JK",
            tempat_tanggal="Wanasari, 20 November 2026",
        ),
        "tujuan": Tujuan(("Kepala BPJS Kesehatan Cabang Wanasari", "di Wanasari")),
        "isi": (
            Paragraf(
                "Berdasarkan surat pengantar Kepala Desa Sumberjo nomor 140/209/XI/2026 tanggal 17 November 2026 dan "
                f"surat keterangan membutuhkan layanan dari Puskesmas Wanasari Barat nomor 445/{n}/PKM-WB tanggal "
                "18 November 2026, dengan ini kami merekomendasikan pengaktifan kembali kepesertaan Penerima Bantuan "
                "Iuran Jaminan Kesehatan bagi warga berikut:"
            ),
            Tabel(KOLOM, tuple(baris)),
            Paragraf(
                "Alamat: RT 03 RW 02, Desa Sumberjo, Kecamatan Wanasari Barat. Warga tersebut tercatat dalam Data "
                "Tunggal Sosial dan Ekonomi Nasional periode 2026 triwulan 3, dan pada saat surat ini diterbitkan "
                "membutuhkan layanan kesehatan."
            ),
            Paragraf(
                "Surat ini berlaku 30 (tiga puluh) hari sejak tanggal diterbitkan dan digunakan hanya untuk keperluan "
                "tersebut. Penerbitannya tidak dipungut biaya."
            ),
        ),
        "penutup": "Demikian, atas perhatian dan kerja sama Saudara kami ucapkan terima kasih.",
        "ttd": (
            TandaTangan(
                jabatan=("Kepala Dinas Sosial", "Kabupaten Wanasari,"),
                nama="Dra. Ratna Kusumawati, M.Si.",
                pangkat="Pembina Utama Muda",
                nip="19720914 199803 2 004",
            ),
        ),
        "qr": KodeQR(f"https://dinsos.wanasari.example/v/7KQ2-M9TD-{n:04d}/"),
        "tembusan": ("Kepala Desa Sumberjo", "Arsip"),
        "kaki": "Dicetak 20-11-2026 10.14 oleh Rina Puspita, cetakan ke-1",
    }
    return Surat(**{**isi, **ganti})
