"""Wording of the letters that an office uses every day. An office changes it on its own pages."""

from __future__ import annotations

from typing import Any

TUTUP = "Demikian disampaikan. Atas perhatian dan kerja sama Saudara diucapkan terima kasih."
TUTUP_NASKAH = "Demikian dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."

TEMPLAT: tuple[dict[str, Any], ...] = (
    {
        "kode": "undangan",
        "nama": "Undangan",
        "klasifikasi": "000.1.2.1",
        "hal": "Undangan {acara}",
        "bidang": "acara | Acara | teks\nhari | Hari dan tanggal | hari\npukul | Pukul | teks\ntempat | Tempat | teks\n"
        "agenda | Agenda | panjang | tidak",
        "isi": "Dengan hormat, sehubungan dengan pelaksanaan {acara}, kami mengundang Saudara untuk hadir pada:\n\n"
        "Hari, tanggal : {hari}\nPukul : {pukul}\nTempat : {tempat}\nAcara : {acara}\n\n{agenda}\n\n"
        "Mengingat pentingnya acara tersebut, diharapkan hadir tepat waktu.",
        "penutup": TUTUP,
        "tembusan": "Kepala {instansi} sebagai laporan\nArsip",
    },
    {
        "kode": "surat-tugas",
        "nama": "Surat tugas",
        "bentuk": "judul",
        "seri": "tugas",
        "sumber": "pegawai",
        "klasifikasi": "800.1.11",
        "judul": "Surat tugas",
        "hal": "Tugas {keperluan}",
        "bidang": "dasar | Dasar penugasan | panjang\nkeperluan | Untuk keperluan | teks\nmulai | Mulai tanggal | tanggal\n"
        "sampai | Sampai tanggal | tanggal\ntempat | Tempat tujuan | teks\nbiaya | Beban biaya | teks | tidak",
        "isi": "Dasar : {dasar}\n\n# MENUGASKAN\n\nKepada:\n\n{daftar_pegawai}\n\nUntuk : {keperluan}\n"
        "Tanggal : {mulai} sampai dengan {sampai}\nTempat : {tempat}\nBiaya : {biaya}\n\n"
        "Setelah melaksanakan tugas, yang bersangkutan menyampaikan laporan tertulis kepada pemberi tugas.",
        "penutup": "Demikian surat tugas ini dibuat untuk dilaksanakan dengan penuh tanggung jawab.",
    },
    {
        "kode": "nota-dinas",
        "nama": "Nota dinas",
        "bentuk": "nota",
        "seri": "nota",
        "klasifikasi": "000.1",
        "hal": "{perihal}",
        "bidang": "perihal | Hal | teks\nuraian | Uraian | panjang",
        "isi": "{uraian}",
        "penutup": "Demikian disampaikan, mohon arahan lebih lanjut.",
    },
    {
        "kode": "surat-keterangan",
        "nama": "Surat keterangan",
        "bentuk": "judul",
        "klasifikasi": "400.9.1",
        "judul": "Surat keterangan",
        "hal": "Keterangan {keperluan}",
        "bidang": "nama | Nama | teks\nlahir | Tempat, tanggal lahir | teks\nalamat_warga | Alamat yang diterangkan | teks\n"
        "keterangan | Isi keterangan | panjang\nkeperluan | Keperluan | teks",
        "isi": "Yang bertanda tangan di bawah ini:\n\nNama : {penandatangan}\nNIP : {nip_penandatangan}\n"
        "Jabatan : {jabatan_penandatangan}\n\nmenerangkan bahwa:\n\nNama : {nama}\nTempat, tanggal lahir : {lahir}\n"
        "Alamat : {alamat_warga}\n\n{keterangan}\n\nSurat keterangan ini dipergunakan untuk {keperluan}.",
        "penutup": TUTUP_NASKAH,
    },
    {
        "kode": "surat-pernyataan",
        "nama": "Surat pernyataan",
        "bentuk": "judul",
        "sumber": "pegawai",
        "klasifikasi": "800.1",
        "judul": "Surat pernyataan {tentang}",
        "hal": "Pernyataan {tentang} atas nama {pegawai_nama}",
        "bidang": "tentang | Tentang | teks\npernyataan | Isi pernyataan | panjang",
        "isi": "Yang bertanda tangan di bawah ini:\n\nNama : {penandatangan}\nNIP : {nip_penandatangan}\n"
        "Pangkat : {pangkat_penandatangan}\nJabatan : {jabatan_penandatangan}\n\nmenyatakan dengan sesungguhnya bahwa:\n\n"
        "Nama : {pegawai_nama}\nNIP : {pegawai_nip}\nPangkat : {pegawai_pangkat}\nJabatan : {pegawai_jabatan}\n"
        "Unit kerja : {pegawai_unit}\n\n{pernyataan}\n\nApabila di kemudian hari pernyataan ini tidak benar, saya "
        "bersedia menanggung akibatnya sesuai ketentuan yang berlaku.",
        "penutup": TUTUP_NASKAH,
    },
    {
        "kode": "pencairan-hibah",
        "nama": "Permohonan pencairan hibah",
        "klasifikasi": "400.10.2",
        "hal": "Permohonan pencairan hibah {penerima}",
        "bidang": "penerima | Lembaga penerima | teks\nkegiatan | Untuk kegiatan | teks\nnilai | Nilai hibah | uang\n"
        "keputusan | Nomor keputusan penetapan | teks\nbank | Bank | teks\nrekening | Nomor rekening | teks",
        "isi": "Berdasarkan keputusan {keputusan} tentang penetapan penerima hibah, dengan ini diajukan permohonan "
        "pencairan hibah kepada:\n\nPenerima : {penerima}\nKegiatan : {kegiatan}\nNilai hibah : {nilai}\nBank : {bank}\n"
        "Nomor rekening : {rekening}\n\nSebagai bahan pertimbangan terlampir:\n\n1. proposal dan rencana anggaran;\n"
        "2. naskah perjanjian hibah daerah;\n3. pakta integritas penerima;\n4. kuitansi bermeterai;\n"
        "5. salinan rekening dan identitas pengurus.",
        "penutup": "Demikian permohonan ini disampaikan untuk mendapat persetujuan.",
        "tembusan": "{penerima}\nArsip",
    },
    {
        "kode": "perjanjian-hibah",
        "nama": "Naskah perjanjian hibah daerah",
        "bentuk": "judul",
        "seri": "perjanjian",
        "klasifikasi": "400.10.2",
        "judul": "Naskah perjanjian hibah daerah",
        "hal": "Perjanjian hibah untuk {kegiatan}",
        "pihak_kedua": True,
        "bidang": "kegiatan | Untuk kegiatan | teks\nlembaga | Lembaga penerima | teks\nalamat_lembaga | Alamat lembaga | teks\n"
        "nilai | Nilai hibah | uang\nmulai | Berlaku mulai | tanggal\nsampai | Berlaku sampai | tanggal",
        "isi": "Pada tanggal {tanggal}, bertempat di {kota}, yang bertanda tangan di bawah ini:\n\n"
        "1. {penandatangan}, {jabatan_penandatangan}, bertindak untuk dan atas nama {pemerintah}, selanjutnya disebut "
        "PIHAK KESATU;\n2. {pihak_kedua}, {jabatan_pihak_kedua}, bertindak untuk dan atas nama {lembaga}, berkedudukan di "
        "{alamat_lembaga}, selanjutnya disebut PIHAK KEDUA;\n\nsepakat mengikat diri dalam perjanjian hibah dengan "
        "ketentuan sebagai berikut.\n\n# Pasal 1\n# Jumlah dan tujuan\n\n1. PIHAK KESATU memberikan hibah kepada PIHAK KEDUA "
        "sebesar {nilai}.\n2. Hibah dipergunakan untuk {kegiatan} sesuai rencana anggaran yang disetujui.\n\n# Pasal 2\n"
        "# Pencairan\n\nHibah dibayarkan melalui rekening atas nama PIHAK KEDUA setelah syarat pencairan lengkap.\n\n"
        "# Pasal 3\n# Kewajiban PIHAK KEDUA\n\n1. melaksanakan kegiatan sesuai proposal;\n2. menyimpan bukti pengeluaran yang "
        "lengkap dan sah;\n3. menyampaikan laporan penggunaan hibah;\n4. mengembalikan sisa hibah yang tidak dipergunakan.\n\n"
        "# Pasal 4\n# Hak PIHAK KESATU\n\nPIHAK KESATU berhak memantau penggunaan hibah dan menunda pencairan apabila PIHAK "
        "KEDUA tidak memenuhi kewajibannya.\n\n# Pasal 5\n# Masa berlaku\n\nPerjanjian ini berlaku mulai {mulai} sampai dengan "
        "{sampai}.\n\n# Pasal 6\n# Penutup\n\nPerjanjian ini dibuat rangkap dua bermeterai cukup, masing-masing mempunyai "
        "kekuatan hukum yang sama.",
    },
    {
        "kode": "berita-acara",
        "nama": "Berita acara",
        "bentuk": "judul",
        "seri": "ba",
        "klasifikasi": "000.1",
        "judul": "Berita acara {perihal}",
        "hal": "Berita acara {perihal}",
        "pihak_kedua": True,
        "bidang": "perihal | Perihal | teks\ntempat | Tempat | teks\nuraian | Uraian kejadian atau serah terima | panjang",
        "isi": "Pada tanggal {tanggal}, bertempat di {tempat}, kami yang bertanda tangan di bawah ini:\n\n"
        "1. {penandatangan}, {jabatan_penandatangan}, selanjutnya disebut PIHAK KESATU;\n2. {pihak_kedua}, "
        "{jabatan_pihak_kedua}, selanjutnya disebut PIHAK KEDUA;\n\nmenyatakan hal-hal berikut.\n\n{uraian}",
        "penutup": "Demikian berita acara ini dibuat rangkap dua untuk dipergunakan sebagaimana mestinya.",
    },
    {
        "kode": "pengumuman",
        "nama": "Pengumuman",
        "bentuk": "judul",
        "klasifikasi": "000.1",
        "judul": "Pengumuman",
        "hal": "Pengumuman {tentang}",
        "bidang": "tentang | Tentang | teks\nuraian | Isi pengumuman | panjang",
        "isi": "# TENTANG\n# {tentang}\n\n{uraian}",
        "penutup": "Demikian pengumuman ini disampaikan untuk diketahui dan dilaksanakan.",
    },
    {
        "kode": "surat-pengantar",
        "nama": "Surat pengantar",
        "bentuk": "surat",
        "klasifikasi": "000.1",
        "hal": "Surat pengantar",
        "bidang": "barang | Naskah atau barang yang dikirim | teks\nbanyak | Banyaknya | teks\nketerangan | Keterangan | teks",
        "isi": "Bersama ini kami sampaikan:\n\n| No | Jenis yang dikirim | Banyaknya | Keterangan |\n"
        "| 1 | {barang} | {banyak} | {keterangan} |\n\nMohon lembar tanda terima dikirim kembali kepada kami.",
    },
    {
        "kode": "keputusan",
        "nama": "Keputusan kepala dinas",
        "bentuk": "keputusan",
        "seri": "sk",
        "klasifikasi": "100.3.2",
        "hal": "{tentang}",
        "bidang": "tentang | Tentang | teks\nmenimbang | Menimbang: bahwa … | panjang\nmengingat | Mengingat | panjang\n"
        "kesatu | KESATU | panjang\nkedua | KEDUA | panjang | tidak",
        "isi": "Menimbang : bahwa {menimbang}\n\nMengingat : {mengingat}\n\n# MEMUTUSKAN:\n\n"
        "Menetapkan : KEPUTUSAN KEPALA DINAS TENTANG {tentang}\nKESATU : {kesatu}\nKEDUA : {kedua}\n"
        "KETIGA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "tembusan": "Bupati sebagai laporan\nYang bersangkutan\nArsip",
    },
    {
        "kode": "pemberitahuan-iuran",
        "nama": "Pemberitahuan iuran",
        "klasifikasi": "600.4",
        "hal": "Pemberitahuan iuran bulan {bulan}",
        "bidang": "bulan | Bulan iuran | teks\nnilai | Nilai tunggakan | uang\nbatas | Dibayar paling lambat | tanggal",
        "isi": "Berdasarkan catatan kami, {tujuan} masih mempunyai kewajiban iuran bulan {bulan} sebesar {nilai}.\n\n"
        "Kami mengharapkan pembayaran paling lambat tanggal {batas}. Apabila telah membayar, mohon mengirimkan bukti "
        "pembayarannya kepada kami.",
        "penutup": TUTUP,
    },
    {
        "kode": "jawaban-surat",
        "nama": "Jawaban surat",
        "klasifikasi": "000.1",
        "hal": "Tanggapan atas surat {hal_asal}",
        "bidang": "nomor_asal | Nomor surat yang dijawab | teks\ntanggal_asal | Tanggal surat | tanggal\n"
        "hal_asal | Hal surat | teks\njawaban | Jawaban | panjang",
        "isi": "Menanggapi surat Saudara nomor {nomor_asal} tanggal {tanggal_asal} hal {hal_asal}, dengan ini disampaikan "
        "sebagai berikut.\n\n{jawaban}",
        "penutup": TUTUP,
        "tembusan": "Arsip",
    },
)
