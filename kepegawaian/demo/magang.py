"""Invented interns: twelve of two schools in all states, with logbooks, attendance, marks and two certificates."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group
from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from inti.models import Pengguna, UnitKerja
from inti.models.bertanggal import ASAL_CONTOH
from inti.services.kertas import kertas_terbitkan
from kepegawaian.documents.magang import SuratPenerimaan
from kepegawaian.documents.magang_sertifikat import SertifikatMagang
from kepegawaian.models import (
    AturanNilai,
    CatatanHarian,
    KehadiranMagang,
    KetentuanHari,
    KomponenNilai,
    Pegawai,
    Penempatan,
    PesertaMagang,
    Sekolah,
    SkalaNilai,
)
from kepegawaian.rules.magang import akhir_pekan, senin
from kepegawaian.services.magang_nilai import nilai_simpan

SMK, KAMPUS = "SMK Bina Karya Wanasari", "Universitas Nusa Tengah"
SEKOLAH = (
    (SMK, "smk", f"Kepala {SMK}", "Jalan Kenanga Nomor 21", "Wanasari"),
    (KAMPUS, "kampus", f"Dekan Fakultas Ilmu Sosial {KAMPUS}", "Jalan Kampus Nomor 1", "Wanasari"),
)
BOBOT = (("Disiplin", 20), ("Tanggung jawab", 25), ("Penyesuaian diri", 10), ("Hasil kerja", 30), ("Perilaku", 15))
SKALA = ((81, "Istimewa"), (71, "Baik sekali"), (66, "Baik"), (61, "Cukup Baik"), (56, "Cukup"), (0, "Kurang"))
SERAGAM = (
    ("Kemeja putih, bawahan hitam", "07.30", "16.00"),
    ("Kemeja putih, bawahan hitam", "07.30", "16.00"),
    ("Seragam sekolah atau jas almamater", "07.30", "16.00"),
    ("Batik", "07.30", "16.00"),
    ("Pakaian olahraga, lalu batik", "07.00", "11.00"),
)
# name, school, number, subject, first day and days from today, state, unit, supervisor's login
PESERTA = (
    ("Arif Gunawan", KAMPUS, "2023110045", "Kesejahteraan Sosial", -30, 60, "berjalan", "linjamsos", "penyelia"),
    ("Nabila Kusuma Wardhani", SMK, "0041201", "Manajemen Perkantoran", -120, -31, "selesai", "linjamsos", "penyelia"),
    ("Dimas Prayoga", SMK, "0041202", "Manajemen Perkantoran", -120, -31, "selesai", "rehsos", "penyelia2"),
    ("Salsa Oktaviani", SMK, "0041203", "Manajemen Perkantoran", -95, -4, "selesai", "linjamsos", "staf"),
    ("Raka Aditya Putra", SMK, "0041310", "Teknik Komputer dan Jaringan", -40, 50, "berjalan", "linjamsos", "staf"),
    ("Citra Ayuningtyas", SMK, "0041311", "Teknik Komputer dan Jaringan", -40, 50, "berjalan", "rehsos", "staf2"),
    ("Fajar Hidayatullah", SMK, "0041312", "Akuntansi", -26, 64, "berjalan", "sekretariat", "pimpinan"),
    ("Melati Puspitasari", KAMPUS, "2023110051", "Kesejahteraan Sosial", -30, 60, "berjalan", "rehsos", "penyelia2"),
    ("Yusuf Ramadhan", KAMPUS, "2023120017", "Administrasi Publik", -19, 40, "berjalan", "linjamsos", "staf"),
    ("Gita Permatasari", KAMPUS, "2023120022", "Administrasi Publik", -60, 30, "dihentikan", "rehsos", "staf2"),
    ("Bayu Setiawan", SMK, "0041315", "Akuntansi", 9, 99, "diterima", "linjamsos", "penyelia"),
    ("Intan Maharani", KAMPUS, "2023110060", "Kesejahteraan Sosial", 16, 106, "diterima", "linjamsos", "staf"),
)
KEGIATAN = (
    "Memindai berkas permohonan dan memberi nama menurut nomor",
    "Membantu petugas loket mencatat kelengkapan berkas warga",
    "Menyusun arsip surat masuk menurut klasifikasi",
    "Mencocokkan daftar hadir rapat dengan undangan",
    "Mengetik konsep undangan rapat koordinasi",
    "Merekap jumlah warga yang dilayani selama sepekan",
    "Mendampingi petugas pada kunjungan ke desa",
)
NILAI = {
    "0041201": (95, 96, 95, 96, 95),
    "0041202": (78, 80, 82, 76, 84),
    "2023110045": (86, 88, 90, 84, 92),
}
HARI_LALU = 60  # days of the logbook that are invented


def isi_magang() -> None:
    """Rules, schools, twelve interns with their days; nothing when they are there already."""
    if PesertaMagang.objects.exists() or not UnitKerja.objects.filter(kode="linjamsos").exists():
        return
    _aturan()
    semua = _peserta()
    _harian([p for p in semua if p.status != "diterima"])
    _nilai_dan_surat({p.nomor_induk: p for p in semua})


def _aturan() -> None:
    aturan = AturanNilai(
        berlaku_mulai=dt.date(2020, 1, 1),
        dasar_hukum="Pedoman penilaian magang Dinas Sosial Kabupaten Wanasari",
        asal=ASAL_CONTOH,
    )
    bulk_create_with_history([aturan], AturanNilai)
    bulk_create_with_history(
        [KomponenNilai(aturan=aturan, urut=n, nama=k, bobot=Decimal(b)) for n, (k, b) in enumerate(BOBOT, 1)],
        KomponenNilai,
    )
    bulk_create_with_history([SkalaNilai(aturan=aturan, dari=Decimal(d), predikat=p) for d, p in SKALA], SkalaNilai)
    bulk_create_with_history(
        [
            KetentuanHari(
                hari=n,
                seragam=s,
                jam_mulai=_jam(m),
                jam_selesai=_jam(a),
                berlaku_mulai=dt.date(2020, 1, 1),
                asal=ASAL_CONTOH,
            )
            for n, (s, m, a) in enumerate(SERAGAM)
        ],
        KetentuanHari,
    )


def _jam(teks: str) -> dt.time:
    return dt.time(int(teks[:2]), int(teks[3:]))


def _peserta() -> list[PesertaMagang]:
    sekolah = [Sekolah(nama=n, jenis=j, pimpinan=p, alamat=a, kota=k) for n, j, p, a, k in SEKOLAH]
    bulk_create_with_history(sekolah, Sekolah)
    asal = {s.nama: s for s in sekolah}
    unit = {u.kode: u for u in UnitKerja.objects.all()}
    pembimbing = {p.pengguna.username: p for p in Pegawai.objects.select_related("pengguna") if p.pengguna}
    hari, hasil, tempat = timezone.localdate(), [], []
    for n, (nama, dari, nomor, jurusan, mulai, sampai, status, kode, siapa) in enumerate(PESERTA):
        p = PesertaMagang(
            nama=nama,
            sekolah=asal[dari],
            nomor_induk=nomor,
            jurusan=jurusan,
            mulai=hari + dt.timedelta(days=mulai),
            sampai=hari + dt.timedelta(days=sampai),
            pembimbing=pembimbing[siapa],
            pembimbing_sekolah="Dwi Lestari, S.Pd." if dari == SMK else "Dr. Bambang Sudrajat",
            nomor_permohonan=f"421.5/{118 + n}/{'SMK' if dari == SMK else 'FIS'}/{hari.year}",
            tanggal_permohonan=hari + dt.timedelta(days=mulai - 21),
            status=status,
            alasan_henti="Mengundurkan diri karena pindah kampus" if status == "dihentikan" else "",
            akun=_akun(n, nama, unit[kode], pembimbing[siapa], hari, mulai, sampai, status),
        )
        hasil.append(p)
    bulk_create_with_history(hasil, PesertaMagang)
    for p, baris in zip(hasil, PESERTA, strict=True):
        # Interns who have been here for 40 days sat in the secretariat first.
        pindah = p.mulai + dt.timedelta(days=14)
        if baris[4] == -40:
            tempat.append((p, unit["sekretariat"], p.mulai, pindah - dt.timedelta(days=1)))
        tempat.append((p, unit[baris[7]], pindah if baris[4] == -40 else p.mulai, p.sampai))
    bulk_create_with_history(
        [Penempatan(peserta=p, unit=u, mulai=m, sampai=s, pembimbing=p.pembimbing) for p, u, m, s in tempat],
        Penempatan,
    )
    return hasil


def _akun(
    n: int, nama: str, unit: UnitKerja, pembimbing: Pegawai, hari: dt.date, mulai: int, sampai: int, status: str
) -> Pengguna | None:
    """The first is the demonstration login; the others have accounts that nobody can sign in to; who is to come has none."""
    if n == 0:
        return Pengguna.objects.filter(username="magang", akun_demo=True).first()
    if status == "diterima":
        return None
    akun = Pengguna(
        username=f"magang{n + 1}",
        nama=nama,
        akun_demo=True,
        unit=unit,
        atasan=pembimbing.pengguna,
        berlaku_mulai=hari + dt.timedelta(days=mulai),
        berlaku_sampai=hari + dt.timedelta(days=min(sampai, -5) if status == "dihentikan" else sampai),
        is_active=status == "berjalan",
    )
    akun.set_unusable_password()
    akun.save()
    akun.groups.set(Group.objects.filter(name="magang"))
    return akun


def _harian(semua: list[PesertaMagang]) -> None:
    """Weekdays up to last week's Friday: earlier weeks initialled, the last one waiting, one day sent back."""
    hari = timezone.localdate()
    minggu_ini = senin(hari)
    ketentuan = {k.hari: k for k in KetentuanHari.objects.all()}
    tempat: dict[int, list[Penempatan]] = {}
    for t in Penempatan.objects.select_related("unit"):
        tempat.setdefault(t.peserta_id, []).append(t)
    catatan, hadir = [], []
    for n, p in enumerate(semua):
        kini = max(p.mulai, min(hari, p.sampai) - dt.timedelta(days=HARI_LALU))
        akhir = min(p.sampai, minggu_ini - dt.timedelta(days=1), hari - dt.timedelta(days=1))
        if p.status == "dihentikan":
            akhir = min(akhir, hari - dt.timedelta(days=20))
        while kini <= akhir:
            if not akhir_pekan(kini):
                selang = (kini.toordinal() * 7 + n * 5) % 31
                absen = selang == 4
                hadir.append(_hadir(p, kini, absen, selang))
                if not absen:
                    di = next(t for t in tempat[p.pk] if t.memuat(kini))
                    catatan.append(_catatan(p, kini, di, ketentuan[kini.weekday()], minggu_ini, n))
            kini += dt.timedelta(days=1)
    bulk_create_with_history(catatan, CatatanHarian, batch_size=400)
    bulk_create_with_history(hadir, KehadiranMagang, batch_size=400)


def _catatan(
    p: PesertaMagang, hari: dt.date, di: Penempatan, k: KetentuanHari, minggu_ini: dt.date, n: int
) -> CatatanHarian:
    lalu = minggu_ini - dt.timedelta(days=7)
    kembali = n == 0 and hari == lalu - dt.timedelta(days=5)
    diparaf = (hari < lalu or p.status == "selesai") and not kembali
    isi: dict[str, Any] = {}
    if diparaf:
        saat = timezone.make_aware(dt.datetime.combine(hari + dt.timedelta(days=3), dt.time(9)))
        isi = {"paraf_oleh": p.pembimbing.pengguna, "paraf_pada": saat}
    return CatatanHarian(
        peserta=p,
        tanggal=hari,
        jam_mulai=k.jam_mulai,
        jam_selesai=k.jam_selesai,
        kegiatan=KEGIATAN[(hari.toordinal() + n) % len(KEGIATAN)],
        unit=di.unit,
        seragam=k.seragam,
        catatan_kembali="Sebutkan berapa berkas yang dipindai." if kembali else "",
        **isi,
    )


def _hadir(p: PesertaMagang, hari: dt.date, absen: bool, selang: int) -> KehadiranMagang:
    if absen:
        keadaan, kata = (("sakit", "Surat dokter diserahkan"), ("izin", "Ujian di sekolah"))[hari.toordinal() % 2]
        return KehadiranMagang(peserta=p, tanggal=hari, keadaan=keadaan, keterangan=kata, dicatat_oleh=p.akun)
    pulang = dt.time(11, selang) if hari.weekday() == 4 else dt.time(16, selang)
    return KehadiranMagang(
        peserta=p,
        tanggal=hari,
        jam_datang=dt.time(7, selang % 29),
        jam_pulang=pulang,
        dicatat_oleh=p.akun,
    )


def _nilai_dan_surat(menurut_nomor: dict[str, PesertaMagang]) -> None:
    pimpinan = Pengguna.objects.filter(username="pimpinan", akun_demo=True).first()
    if pimpinan is None:
        return
    komponen = [str(k.pk) for k in KomponenNilai.objects.hidup().order_by("urut")]
    for nomor, nilai in NILAI.items():
        p = menurut_nomor[nomor]
        oleh = p.pembimbing.pengguna
        if oleh is not None:
            nilai_simpan(peserta=p, nilai={k: Decimal(n) for k, n in zip(komponen, nilai, strict=True)}, oleh=oleh)
    for nomor in ("2023110045", "0041315"):
        kertas_terbitkan(objek=_segar(menurut_nomor[nomor]), kertas=SuratPenerimaan.kode, oleh=pimpinan)
    kertas_terbitkan(objek=_segar(menurut_nomor["0041201"]), kertas=SertifikatMagang.kode, oleh=pimpinan)


def _segar(p: PesertaMagang) -> PesertaMagang:
    return PesertaMagang.objects.get(pk=p.pk)
