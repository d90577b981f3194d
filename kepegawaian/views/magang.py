"""Interns: the list, one intern with his tabs, and the office's verbs on him."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from inti.access import boleh
from inti.columns.sistem import keadaan_akun
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import Pengguna
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, selesai, verb
from inti.pages.dasar import beri_galat, objek_atau_404, sudah_dikirim
from inti.pages.kertas import massal_kertas
from inti.permintaan import Permintaan
from inti.templatetags.tu import label_html
from kepegawaian.columns.magang import PesertaColumns, PesertaFilter
from kepegawaian.documents.magang import SuratPenerimaan, skala_kalimat, tabel_nilai
from kepegawaian.documents.magang_sertifikat import SertifikatMagang
from kepegawaian.forms.magang import AkunForm, KehadiranForm, NilaiMagangForm, PenempatanForm, PesertaForm
from kepegawaian.models import CatatanHarian, Penempatan, PenilaianMagang, PesertaMagang
from kepegawaian.queries import magang as baca
from kepegawaian.rules.magang import angka, minggu_ke
from kepegawaian.services import magang as services
from kepegawaian.services import magang_harian as harian
from kepegawaian.services import magang_nilai as nilai_services

LIHAT, TAMBAH, UBAH = (
    "kepegawaian.view_pesertamagang",
    "kepegawaian.add_pesertamagang",
    "kepegawaian.change_pesertamagang",
)
AKUN, AKHIRI = "kepegawaian.buka_akun_magang", "kepegawaian.akhiri_pesertamagang"
NILAI, PARAF = "kepegawaian.nilai_pesertamagang", "kepegawaian.paraf_catatanharian"
DAFTAR = ("Peserta magang", "kepegawaian:magang_daftar")
S = PesertaMagang.Status
KERTAS = (SuratPenerimaan, SertifikatMagang)


class PesertaDaftar(Daftar):
    model, columns, filters, permission = PesertaMagang, PesertaColumns, PesertaFilter, LIHAT
    judul, urut_awal = "Peserta magang", "nama"
    cari_di, cari_petunjuk = ("nama", "nomor_induk", "sekolah__nama"), "Nama, NIS/NIM, atau sekolah"
    tampilan = (("Berjalan", "status=berjalan"), ("Akan datang", "status=diterima"), ("Selesai", "status=selesai"))
    tambah = ("Peserta baru", "kepegawaian:magang_tambah", TAMBAH)
    tautan = (
        ("Sekolah", "academic-cap", "kepegawaian:sekolah_daftar", "kepegawaian.view_sekolah"),
        ("Aturan nilai", "adjustments-horizontal", "kepegawaian:aturan_nilai_daftar", "kepegawaian.view_aturannilai"),
        ("Seragam dan jam", "clock", "kepegawaian:ketentuan_daftar", "kepegawaian.view_ketentuanhari"),
    )
    massal = massal_kertas(KERTAS, "kepegawaian:magang")
    ekspor_izin = UBAH
    kosong = ("Belum ada peserta magang", "Peserta dicatat setelah surat permohonan sekolah diterima.")


class PesertaRincian(Rincian):
    model, permission, daftar, ubah_rute = PesertaMagang, LIHAT, DAFTAR, "kepegawaian:magang_ubah"
    hubungan = ("sekolah", "pembimbing", "akun", "surat", "sertifikat", "penilaian")
    bagian = (
        Bagian("ringkasan", "Ringkasan", "kepegawaian/magang_ringkasan.html"),
        Bagian("penempatan", "Penempatan", "kepegawaian/magang_penempatan.html"),
        Bagian("catatan", "Catatan", "kepegawaian/magang_catatan.html"),
        Bagian("kehadiran", "Kehadiran", "kepegawaian/magang_kehadiran.html"),
        Bagian("nilai", "Nilai", "kepegawaian/magang_nilai.html"),
        Bagian("perbuatan", "Perbuatan", "kepegawaian/magang_perbuatan.html"),
    )
    cetak, cetak_rute = KERTAS, "kepegawaian:magang"

    def isi(self, request: Permintaan, objek: PesertaMagang, bagian: str) -> dict[str, Any]:
        """What one tab needs."""
        if bagian == "catatan":
            return _isi_catatan(request, objek)
        if bagian == "kehadiran":
            bulan = baca.bulan_diminta(request.GET.get("bulan", ""), objek)
            semua = objek.kehadiran.dates("tanggal", "month")
            return {"bulan": bulan, "hadir": baca.kehadiran_bulan(objek, bulan), "bulan_ada": list(semua)}
        if bagian == "nilai":
            return {"nilai": getattr(objek, "penilaian", None), **_butir_nilai(getattr(objek, "penilaian", None))}
        if bagian == "perbuatan":
            return baca.perbuatan(objek.akun)
        tempat = list(objek.penempatan.hidup().select_related("unit", "pembimbing").order_by("mulai", "id"))
        if bagian == "penempatan":
            return {"tempat": tempat, "boleh_tempatkan": boleh(request.user, UBAH) and objek.terbuka}
        catatan = objek.catatan.hidup()
        return {
            "tempat": tempat,
            "keadaan_akun": label_html(*keadaan_akun(objek.akun)) if objek.akun else "",
            "banyak_catatan": catatan.count(),
            "banyak_paraf": catatan.filter(paraf_pada__isnull=False).count(),
            "banyak_hadir": objek.kehadiran.filter(keadaan="hadir").count(),
            "nilai": getattr(objek, "penilaian", None),
        }

    def aksi(self, request: Permintaan, objek: PesertaMagang) -> list[Aksi]:
        """Verbs for the state and the user; the next step is the primary one."""

        def ke(nama: str) -> str:
            return reverse(f"kepegawaian:magang_{nama}", args=[objek.pk])

        bisa = {n: boleh(request.user, n) for n in (UBAH, AKUN, AKHIRI, NILAI)}
        hasil = []
        if bisa[AKHIRI] and objek.terbuka:
            hasil.append(Aksi("Hentikan", ke("henti"), "no-symbol", bahaya=True))
        if bisa[AKUN] and objek.terbuka:
            if objek.akun_id is None:
                hasil.append(Aksi("Buka akun", ke("akun"), "key"))
            else:
                hasil.append(Aksi("Kata sandi baru", ke("sandi"), "key"))
        if bisa[UBAH] and objek.status == S.DITERIMA:
            hasil.append(Aksi("Mulai magang", ke("mulai"), "play", utama=True, langsung=True))
        if bisa[NILAI] and objek.status in {S.BERJALAN, S.SELESAI} and objek.sertifikat_id is None:
            ada = hasattr(objek, "penilaian")
            hasil.append(Aksi("Ubah nilai" if ada else "Isi nilai", ke("nilai_isi"), "star"))
        if bisa[AKHIRI] and objek.status == S.BERJALAN:
            hasil.append(Aksi("Selesaikan", ke("selesai"), "check", utama=True))
        return hasil


def _isi_catatan(request: Permintaan, peserta: PesertaMagang) -> dict[str, Any]:
    awal = baca.minggu_diminta(request.GET.get("minggu", ""), peserta)
    sebelum, sesudah = baca.tetangga_minggu(awal, peserta)
    catatan = baca.catatan_minggu(peserta, awal)
    bimbing = boleh(request.user, PARAF) and services.bimbingan(peserta, request.user)
    return {
        "awal": awal,
        "ke": minggu_ke(peserta.masa, awal),
        "sebelum": sebelum,
        "sesudah": sesudah,
        "catatan": catatan,
        "boleh_paraf": bimbing and any(not c.paraf_pada and not c.catatan_kembali for c in catatan),
        "boleh_kembalikan": bimbing and peserta.status == S.BERJALAN,
    }


def _butir_nilai(nilai: PenilaianMagang | None) -> dict[str, Any]:
    if nilai is None:
        return {}
    return {
        "tabel": tabel_nilai(nilai).baris,
        "akhir": angka(nilai.akhir),
        "jumlah": angka(nilai.jumlah),
        "skala": skala_kalimat(nilai),
    }


class _DenganPengguna:
    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> Any:
        """The form offers only units and staff within the user's own."""
        return self.form(data, instance=objek, pengguna=request.user)  # type: ignore[attr-defined]


class PesertaTambah(_DenganPengguna, Tambah):
    model, form, permission, judul, daftar = PesertaMagang, PesertaForm, TAMBAH, "Peserta magang baru", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> PesertaMagang:
        isian = {n: v for n, v in form.cleaned_data.items() if n != "unit"}
        return services.magang_terima(isian=isian, unit=form.cleaned_data["unit"], oleh=request.user)


class PesertaUbah(_DenganPengguna, Ubah):
    model, form, permission, judul, daftar = PesertaMagang, PesertaForm, UBAH, "Ubah peserta magang", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> PesertaMagang:
        """Change; the account follows."""
        segar = PesertaMagang.objects.get(pk=objek.pk)
        segar.versi = objek.versi
        return services.magang_ubah(peserta=segar, isian=form.cleaned_data, oleh=request.user)


class PenempatanUbah(_DenganPengguna, Ubah):
    model, form, permission, judul, daftar = Penempatan, PenempatanForm, UBAH, "Ubah penempatan", DAFTAR

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Penempatan:
        """Change; the account follows."""
        segar = Penempatan.objects.get(pk=objek.pk)
        segar.versi = objek.versi
        return services.penempatan_ubah(penempatan=segar, isian=form.cleaned_data, oleh=request.user)


@verb(PesertaMagang, permission=UBAH, form=PenempatanForm, judul="Penempatan baru")
def magang_tempatkan(request: Permintaan, peserta: PesertaMagang, form: PenempatanForm) -> HttpResponse:
    """A further placement."""
    isi = dict(form.cleaned_data)
    lanjutan = isi.pop("lanjutan")
    hasil = services.penempatan_tambah(peserta=peserta, isian=isi, lanjutan=lanjutan, oleh=request.user)
    return selesai(request, hasil, "Penempatan disimpan; akun peserta mengikutinya.")


def _tampilkan_sandi(request: Permintaan, akun: Pengguna, peserta: PesertaMagang, judul: str) -> HttpResponse:
    isi = {"judul": judul, "objek": peserta, "akun": akun, "sandi": akun.sandi_sekali}
    return render(request, "kepegawaian/magang_sandi.html", isi)


def _akun(request: Permintaan, pk: Any, kelas: Any, judul: str, jalan: Any) -> HttpResponse:
    """A verb whose answer is a page: the password stands in this reply only."""
    peserta = objek_atau_404(request, PesertaMagang, pk, hubungan=("sekolah",))
    form = kelas(request.POST if request.method == "POST" else None, objek=peserta, pengguna=request.user)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                hasil = jalan(peserta, form)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
            else:
                return _tampilkan_sandi(request, hasil.akun, hasil, judul)
    isi = {"judul": judul, "objek": peserta, "form": form, "tombol": judul, "bahaya": False}
    return render(request, "inti/verba.html", isi, status=status)


def magang_akun(request: Permintaan, pk: int) -> HttpResponse:
    """Open the account; its one-time password is shown once."""
    return _akun(
        request,
        pk,
        AkunForm,
        "Buka akun",
        lambda p, f: services.akun_magang_buka(peserta=p, username=f.cleaned_data["username"], oleh=request.user),
    )


def magang_sandi(request: Permintaan, pk: int) -> HttpResponse:
    """A fresh one-time password."""
    return _akun(
        request,
        pk,
        AlasanForm,
        "Kata sandi baru",
        lambda p, f: services.akun_magang_sandi(peserta=p, sebab=f.cleaned_data["alasan"], oleh=request.user),
    )


for _view in (magang_akun, magang_sandi):
    _view.izin, _view.metode = AKUN, ("GET", "POST")  # type: ignore[attr-defined]


@verb(PesertaMagang, permission=UBAH, judul="Mulai magang", tombol="Mulai")
def magang_mulai(request: Permintaan, peserta: PesertaMagang) -> HttpResponse:
    """The first day."""
    return selesai(request, services.magang_mulai(peserta=peserta, oleh=request.user), "Magang dimulai.")


@verb(PesertaMagang, permission=AKHIRI, judul="Selesaikan magang", tombol="Selesaikan")
def magang_selesai(request: Permintaan, peserta: PesertaMagang) -> HttpResponse:
    """The period is over."""
    hasil = services.magang_selesai(peserta=peserta, oleh=request.user)
    return selesai(request, hasil, "Magang selesai dan akunnya ditutup. Isi nilai, lalu sertifikat ditandatangani.")


@verb(PesertaMagang, permission=AKHIRI, form=AlasanForm, judul="Hentikan magang", tombol="Hentikan", bahaya=True)
def magang_henti(request: Permintaan, peserta: PesertaMagang, form: AlasanForm) -> HttpResponse:
    """Stopped before the end."""
    hasil = services.magang_henti(peserta=peserta, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Magang dihentikan dan akunnya ditutup.")


@verb(PesertaMagang, permission=NILAI, form=NilaiMagangForm, judul="Isi nilai magang", hubungan=("penilaian",))
def magang_nilai_isi(request: Permintaan, peserta: PesertaMagang, form: NilaiMagangForm) -> HttpResponse:
    hasil = nilai_services.nilai_simpan(
        peserta=peserta, nilai=form.nilai(), catatan=form.cleaned_data["catatan"], oleh=request.user
    )
    return selesai(request, hasil, f"Nilai akhir {angka(hasil.akhir)}, {hasil.predikat}.")


@verb(PesertaMagang, permission=PARAF, form=KehadiranForm, judul="Catat kehadiran")
def magang_kehadiran_catat(request: Permintaan, peserta: PesertaMagang, form: KehadiranForm) -> HttpResponse:
    """A day's attendance by the supervisor."""
    hasil = harian.kehadiran_catat(peserta=peserta, isian=form.cleaned_data, oleh=request.user)
    return selesai(request, hasil, "Kehadiran disimpan.")


@verb(CatatanHarian, permission=PARAF, form=AlasanForm, judul="Kembalikan catatan", tombol="Kembalikan")
def catatan_kembalikan(request: Permintaan, catatan: CatatanHarian, form: AlasanForm) -> HttpResponse:
    """Send a day back."""
    hasil = harian.catatan_kembalikan(catatan=catatan, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Catatan dikembalikan; peserta diberi tahu.")
