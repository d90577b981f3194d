"""Guards of the house, one line each: where it stands, what it reads, what a careless hand would leave, which tests bark.

`semula` must stand in the file exactly once, so that this list never outlives the code it speaks of.
"""

from __future__ import annotations

from typing import NamedTuple


class Penjaga(NamedTuple):
    """A guard that is taken away in a copy of the source; the named tests must then fail."""

    nama: str
    berkas: str
    semula: str
    menjadi: str
    uji: str


_LINGKUP = "tests/dtks/test_lingkup.py"
_MATRIKS = "tests/test_matriks.py"
_JALAN = "tests/kepercayaan/test_jalan.py::test_no_observer_has_anything_to_say"
_USUL = "tests/dtks/test_usulan.py"
_UBAH = "tests/inti/test_perubahan.py"

PENJAGA = (
    Penjaga(
        "izin rute",
        "inti/middleware.py",
        "if izin is None or not (boleh_sendiri or dapat_mengusulkan(request, view, izin)):",
        "if False:",
        f"{_JALAN}[perusahaan-4-0]",
    ),
    Penjaga(
        "rute tanpa izin tertutup",
        "inti/middleware.py",
        "boleh_sendiri = izin is not None and boleh(request.user, izin)",
        "boleh_sendiri = izin is None or boleh(request.user, izin); izin = izin or 'masuk'",
        _MATRIKS,
    ),
    Penjaga(
        "harus masuk", "inti/middleware.py", "if not request.user.is_authenticated:", "if False:", f"{_JALAN}[-8-0]"
    ),
    Penjaga(
        "usul hanya untuk perbuatan",
        "inti/gerbang/pengajuan.py",
        'if izin in {PUBLIK, MASUK, ADMIN_DJANGO} or "." not in izin or "POST" not in metode_view(view):',
        "if False:",
        "tests/inti/test_pengajuan.py",
    ),
    Penjaga(
        "cetak sekaligus dalam lingkup",
        "inti/pages/kertas.py",
        "k.model._default_manager.untuk(request.user)",
        "k.model._default_manager.all()",
        "tests/inti/test_kertas.py",
    ),
    Penjaga(
        "kertas menurut perkaranya",
        "inti/services/kertas.py",
        "if not isinstance(objek, kertas.model):",
        "if False:",
        "tests/inti/test_kertas.py",
    ),
    Penjaga(
        "lingkup bawaan kosong",
        "inti/models/dasar.py",
        'return self.all() if getattr(self.model, "lingkup_kantor", False) else self.none()',
        "return self.all()",
        "tests/inti/test_pengajuan.py",
    ),
    Penjaga(
        "lingkup unit permohonan",
        "dtks/models/layanan.py",
        'return self.filter(**{f"{self.unit_pada}__jalur__startswith": pengguna.unit.jalur})',
        "return self.all()",
        _LINGKUP,
    ),
    Penjaga(
        "lingkup desa permohonan",
        "dtks/models/layanan.py",
        'return self.filter(**{f"{self.desa_pada}_id": pengguna.desa_id})',
        "return self.all()",
        _LINGKUP,
    ),
    Penjaga(
        "lingkup desa data terpadu",
        "dtks/models/registri.py",
        "return self.filter(**{self.desa_pada: pengguna.desa_id})",
        "return self.all()",
        _LINGKUP,
    ),
    Penjaga(
        "pemeriksaan milik sendiri",
        "dtks/models/layanan.py",
        "milik = Q(oleh=pengguna)",
        "milik = Q(pk__isnull=False)",
        _LINGKUP,
    ),
    Penjaga(
        "usulan milik sendiri",
        "inti/models/usulan.py",
        "milik = models.Q(pengusul=pengguna)",
        "milik = models.Q(pk__isnull=False)",
        _USUL,
    ),
    Penjaga("versi", "inti/perubahan.py", "if segar.versi != objek.versi:", "if False:", _UBAH),
    Penjaga(
        "kunci kirim",
        "inti/perubahan.py",
        "kunci = KUNCI_KIRIM.get()",
        "kunci = None",
        _UBAH,
    ),
    Penjaga(
        "pengusul tidak lewat pintu",
        "inti/perubahan.py",
        'if getattr(kwargs.get("oleh"), "hanya_mengusul", False):',
        "if False:",
        _USUL,
    ),
    Penjaga(
        "usulan disimpan, bukan dijalankan",
        "inti/perubahan.py",
        "if (usulkan := PENGUSUL.get()) is not None:",
        "if False and (usulkan := PENGUSUL.get()):",
        "tests/arsip/test_naskah_halaman.py -k intern_proposes",
    ),
    Penjaga(
        "pemeriksa bukan pengusul",
        "inti/services/usulan.py",
        "if usulan.pengusul_id == oleh.pk:",
        "if False:",
        _USUL,
    ),
    Penjaga("pemeriksa berwenang", "inti/services/usulan.py", "if not oleh.has_perm(usulan.izin):", "if False:", _USUL),
    Penjaga("usulan dalam lingkup", "inti/services/usulan.py", "    _dalam_lingkup(usulan, oleh)\n", "", _USUL),
    Penjaga("percobaan dibatalkan", "inti/perubahan.py", "        transaction.set_rollback(True)\n", "", _USUL),
    Penjaga(
        "penyetuju surat bukan pemutus",
        "dtks/services/surat.py",
        "if oleh.pk in {surat.permohonan.diputus_oleh_id, kunjungan.dilayani_oleh_id if kunjungan else None}:",
        "if False:",
        "tests/dtks/test_surat.py",
    ),
    Penjaga(
        "penanda tangan tercatat",
        "kepegawaian/queries/pejabat.py",
        "pegawai = Pegawai.objects.hidup().filter(pengguna=oleh, boleh_menandatangani=True).first()",
        "pegawai = Pegawai.objects.hidup().filter(boleh_menandatangani=True).first()",
        "tests/dtks/test_surat.py",
    ),
    Penjaga(
        "desa lain ditolak layanan",
        "dtks/services/desa.py",
        "if any(o.desa_id != oleh.desa_id for o in orang):",
        "if False:",
        "tests/dtks/test_desa.py",
    ),
    Penjaga(
        "yang pasti ditolak tidak diajukan",
        "dtks/services/desa.py",
        "if putusan.saran == TOLAK and putusan.utama is not None:",
        "if False:",
        "tests/dtks/test_desa.py",
    ),
    Penjaga(
        "berkas milik yang boleh melihat",
        "inti/views/berkas.py",
        "    return boleh(request.user, izin) and bool(kueri.untuk(request.user).filter(pk=berkas.pemilik_id).exists())",
        "    return boleh(request.user, izin)",
        "tests/dtks/test_lingkup.py tests/dtks/test_desa.py tests/inti/test_pengajuan.py",
    ),
    Penjaga(
        "isi unggahan",
        "inti/services/berkas.py",
        "if jenis not in UNGGAHAN:",
        "if False:",
        "tests/dtks/test_desa.py",
    ),
    Penjaga(
        "berkas tersimpan tidak berubah",
        "inti/services/berkas.py",
        "if hashlib.sha256(isi).hexdigest() != berkas.sha256:",
        "if False:",
        "tests/inti/test_pengajuan.py",
    ),
    Penjaga(
        "teks PDF diloloskan",
        "inti/documents/teks.py",
        'lolos = escape(teks, quote=True).replace("\\n", "<br/>")',
        'lolos = teks.replace("\\n", "<br/>")',
        "tests/inti/test_documents_teks.py",
    ),
    Penjaga(
        "rumus dijinakkan",
        "inti/sheets/tulis.py",
        'return "\'" + bersih if _AWAL_BERBAHAYA.match(bersih) else bersih',
        "return bersih",
        "tests/inti/test_sheets_tulis.py",
    ),
    Penjaga(
        "alamat terusan hanya dari proksi",
        "inti/gerbang/alamat.py",
        "if langsung not in tepercaya:",
        "if False:",
        "tests/dtks/test_cek_batas.py -k forged_address_is",
    ),
    Penjaga(
        "batas percobaan masuk",
        "inti/gerbang/batas.py",
        "if hitung_banyak(Pencacah(siapa, apa, detik))[0] > paling_banyak:",
        "if False:",
        "tests/inti/test_akun_masuk.py",
    ),
    Penjaga(
        "sesi diam dan tua berakhir",
        "inti/services/sesi.py",
        "return abs(diam) > settings.SESI_DIAM or umur > settings.SESI_PALING_LAMA",
        "return False",
        "tests/inti/test_akun_sesi.py",
    ),
    Penjaga(
        "faktor kedua lebih dahulu",
        "inti/middleware.py",
        "if sesi.punya_faktor and not pengguna.is_verified():",
        "if False:",
        "tests/inti/test_akun_faktor.py",
    ),
    Penjaga(
        "masa berlaku akun",
        "inti/models/pengguna.py",
        "            and self.berlaku_pada(timezone.localdate())\n",
        "",
        "tests/inti/test_akun_masuk.py tests/inti/test_akun_sesi.py",
    ),
    Penjaga(
        "halaman tidak disimpan peramban",
        "inti/middleware.py",
        'balasan.headers["Cache-Control"] = "no-store, private"',
        "pass",
        "tests/inti/test_akun_sesi.py tests/inti/test_pengajuan.py",
    ),
    Penjaga(
        "sewa tugas",
        "inti/jobs/jalan.py",
        "if baris.pemegang != self.pemegang or baris.keadaan != Tugas.Keadaan.BERJALAN:",
        "if False:",
        "tests/inti/test_jobs.py",
    ),
    Penjaga(
        "nomor di dalam transaksi",
        "inti/services/nomor.py",
        "if not transaction.get_connection().in_atomic_block:",
        "if False:",
        "tests/inti/test_nomor.py",
    ),
    Penjaga(
        "data gabungan tidak tampil",
        "dtks/models/registri.py",
        "return super().untuk(pengguna).filter(digabung_ke__isnull=True)",
        "return super().untuk(pengguna)",
        "tests/dtks/test_ganda.py",
    ),
    Penjaga(
        "hanya yang disarankan diterima sekaligus",
        "dtks/services/sekaligus.py",
        "boleh = sekaligus.baris.filter(saran=TERIMA, ",
        "boleh = sekaligus.baris.filter(",
        "tests/dtks/test_sekaligus.py",
    ),
    Penjaga(
        "data tetap pada halaman",
        "inti/pages/formulir.py",
        """        pastikan_tak_tetap(objek)
        return self.jalankan(""",
        """        return self.jalankan(""",
        "tests/inti/test_tetap.py",
    ),
    Penjaga(
        "data tetap pada layanan",
        "inti/perubahan.py",
        "if (sebab := objek.tetap()) is not None:",
        "if False and (sebab := objek.tetap()):",
        "tests/inti/test_tetap.py",
    ),
    Penjaga(
        "impor di luar lingkup",
        "inti/sheets/impor.py",
        "for siapa in dict.fromkeys(p for p in (oleh, penyusun) if p is not None):",
        "for siapa in ():",
        "tests/inti/test_impor_siapa.py",
    ),
    Penjaga(
        "impor yang disetujui masih sama",
        "inti/sheets/impor.py",
        "if harap is not None and list(harap) != [hasil.baru, hasil.berubah, hasil.sama, hasil.ditolak]:",
        "if False:",
        "tests/inti/test_impor_siapa.py",
    ),
    Penjaga(
        "rincian dipersempit",
        "inti/pages/dasar.py",
        "else kueri.untuk(request.user)",
        "else kueri",
        f"{_JALAN}[desa-20-20]",
    ),
    Penjaga(
        "daftar dipersempit",
        "inti/pages/daftar.py",
        "return self.model._default_manager.all().untuk(request.user)",
        "return self.model._default_manager.all()",
        f"{_JALAN}[penyelia2-120-300]",
    ),
    Penjaga(
        "yang dinyatakan dua kali",
        "inti/pendaftaran/periksa.py",
        "if tanda in pemilik:",
        "if False:",
        "tests/inti/test_pendaftaran.py::test_two_apps_may_not_give_the_same_kind",
    ),
    Penjaga(
        "yang dinyatakan tetapi tidak ada",
        "inti/pendaftaran/periksa.py",
        "if nama and apa in _ADA and not _ADA[apa][1](nama):",
        "if False:",
        "tests/inti/test_pendaftaran.py::test_a_name_that_does_not_exist_or_stands_twice_is_named",
    ),
)
