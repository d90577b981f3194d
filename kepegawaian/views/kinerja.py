"""Daily performance for its owner: the day's grid, copy, propose, targets, activities one by one."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from inti.access import boleh, dengan_izin
from inti.formats import baca_bilangan
from inti.formats.tanggal import hari_alamat
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan
from kepegawaian.columns.kinerja import KegiatanColumns
from kepegawaian.filters.kinerja import KegiatanFilter
from kepegawaian.forms.kinerja import HariForm, TargetForm
from kepegawaian.models import KegiatanHarian, Pegawai, TargetKinerja
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.queries.kinerja import batas_kini, hari_untuk_disalin, isi_hari, pekan, target_tahun
from kepegawaian.rules.kinerja import SEHARI, BatasKinerja, hari_terakhir_isi
from kepegawaian.services import kinerja as services
from kepegawaian.views.saya import diri

ISI, LIHAT, SETUJUI = "kepegawaian.isi_kinerja", "kepegawaian.view_kegiatanharian", "kepegawaian.setujui_kegiatanharian"
SATUAN = ("dokumen", "laporan", "kegiatan", "layanan", "surat", "data", "rapat", "kunjungan", "berkas")
S = KegiatanHarian.Status
KE_HARI, KE_TARGET = ("Kinerja harian", "kepegawaian:kinerja"), ("Target kinerja", "kepegawaian:kinerja_target")


def baca_tanggal_iso(teks: str) -> dt.date | None:
    """2026-11-20 as an address bears it; None for anything else or a year that no file knows."""
    hari = hari_alamat(teks)
    return hari if hari is not None and 2000 <= hari.year <= 2100 else None


def saya_atau_404(request: Permintaan) -> Pegawai:
    """The staff record of the signed-in user."""
    p = diri(request.user)
    if p is None:
        raise Http404
    return p


def alamat_hari(tanggal: dt.date) -> str:
    """The grid of a day."""
    return f"{reverse('kepegawaian:kinerja')}?hari={tanggal:%Y-%m-%d}"


@dengan_izin(ISI, metode=("GET", "POST"))
def kinerja_hari(request: Permintaan) -> HttpResponse:
    """One's own day as a grid. One save for all rows; `ajukan` proposes them too."""
    p = diri(request.user)
    if p is None:
        return render(request, "kepegawaian/saya_kosong.html", {"judul": "Kinerja harian"})
    tanggal = baca_tanggal_iso(request.GET.get("hari", "")) or timezone.localdate()
    semua, batas = isi_hari(p, tanggal), batas_kini(tanggal)
    dipakai = {k.target_id for k in semua}
    target = [t for t in _target(p, tanggal.year) if t.aktif or t.pk in dipakai]
    if request.method != "POST":
        return _lembar(request, p, tanggal, batas, semua, _grid(semua, tanggal, batas, target))
    grid = HariForm(request.POST, request.FILES, prefix="b", form_kwargs={"target": target})
    galat = ""
    if grid.is_valid():
        try:
            services.hari_simpan(
                pegawai=p,
                tanggal=tanggal,
                baris=_baris(request, grid),
                oleh=request.user,
                ajukan="ajukan" in request.POST,
            )
        except SudahDikirim:
            messages.info(request, "Kiriman ini sudah disimpan; tidak disimpan dua kali.")
            return redirect(alamat_hari(tanggal))
        except VersiBerubah:
            raise
        except AturanDilanggar as gagal:
            galat = gagal.kalimat
        except ValidationError as gagal:
            galat = " ".join(gagal.messages)
        else:
            pesan = "Kegiatan diajukan kepada atasan Anda." if "ajukan" in request.POST else "Tersimpan sebagai konsep."
            return selesai(request, alamat_hari(tanggal), pesan)
    else:
        galat = (
            "Perbaiki isian yang ditandai."
            if not grid.non_form_errors()
            else " ".join(str(g) for g in grid.non_form_errors())
        )
        for form in grid.forms:
            form.tandai()
    return _lembar(request, p, tanggal, batas, semua, grid, galat)


def _target(p: Pegawai, tahun: int) -> list[TargetKinerja]:
    return list(TargetKinerja.objects.hidup().filter(pegawai=p, tahun=tahun).order_by("-aktif", "id"))


def _grid(semua: list[KegiatanHarian], tanggal: dt.date, batas: BatasKinerja, target: list[TargetKinerja]) -> Any:
    """Rows that may be written on, then empty ones while the day may still be filled."""
    hari = timezone.localdate()
    terbuka = [k for k in semua if k.dapat_ditulis]
    baru = hari <= hari_terakhir_isi(tanggal, batas) and tanggal <= hari
    awal = [
        {n: getattr(k, n) for n in ("id", "versi", "kegiatan", "jumlah", "satuan", "menit", "tautan")}
        | {"target": k.target_id or ""}
        for k in terbuka
    ]
    grid = HariForm(prefix="b", initial=awal, form_kwargs={"target": target})
    grid.extra = max(3, 5 - len(awal)) if baru else 0
    return grid


def _baris(request: Permintaan, grid: Any) -> list[dict[str, Any]]:
    """Rows as the service takes them, evidence stored."""
    hasil = []
    for isi in grid.baris():
        berkas = isi.pop("berkas", None)
        isi["bukti"] = berkas_unggahan(berkas, oleh=request.user) if berkas else None
        isi["id"], isi["versi"], isi["tautan"] = isi.get("id") or 0, isi.get("versi") or 0, isi.get("tautan") or ""
        hasil.append({"target": None, "jumlah": 1, "satuan": "", "menit": 0, "kegiatan": "", "hapus": False} | isi)
    return hasil


def _lembar(
    request: Permintaan,
    p: Pegawai,
    tanggal: dt.date,
    batas: BatasKinerja,
    semua: list[KegiatanHarian],
    grid: Any,
    galat: str = "",
) -> HttpResponse:
    ada = {k.pk: k for k in semua}
    baris = [(f, ada.get(baca_bilangan(str(f["id"].value() or 0)) or 0)) for f in grid.forms]
    hari = timezone.localdate()
    isi = {
        "judul": "Kinerja harian",
        "pegawai": p,
        "tanggal": tanggal,
        "hari_ini": hari,
        "kemarin": tanggal - SEHARI,
        "besok": tanggal + SEHARI if tanggal < hari else None,
        "pekan": pekan(p, tanggal),
        "terkunci": [k for k in semua if not k.dapat_ditulis],
        "baris": baris,
        "grid": grid,
        "galat": galat,
        "menit": sum(k.menit for k in semua),
        "menit_terkunci": sum(k.menit for k in semua if not k.dapat_ditulis),
        "norma": batas.norma,
        "akhir_isi": hari_terakhir_isi(tanggal, batas),
        "boleh_isi": bool(grid.forms),
        "sumber_salin": hari_untuk_disalin(p, tanggal) if tanggal <= hari else None,
        "atasan": atasan_pada(p, tanggal),
        "satuan": SATUAN,
    }
    return render(request, "kepegawaian/kinerja_hari.html", isi, status=422 if galat else 200)


@dengan_izin(ISI, metode=("POST",))
def kinerja_salin(request: Permintaan) -> HttpResponse:
    """Yesterday's activities (the last written day's) as drafts of a day."""
    p = saya_atau_404(request)
    tanggal = baca_tanggal_iso(request.POST.get("hari", "")) or timezone.localdate()
    dari = hari_untuk_disalin(p, tanggal)
    if dari is None:
        messages.error(request, "Tidak ada kegiatan pada dua minggu sebelumnya.")
        return redirect(alamat_hari(tanggal))
    try:
        services.hari_salin(pegawai=p, dari=dari, tanggal=tanggal, oleh=request.user)
    except SudahDikirim:
        messages.info(request, "Kegiatan sudah disalin; tidak disalin dua kali.")
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
    else:
        messages.success(request, f"Kegiatan {dari:%d-%m-%Y} disalin sebagai konsep. Sesuaikan, lalu ajukan.")
    return redirect(alamat_hari(tanggal))


@dengan_izin(ISI)
def kinerja_target(request: Permintaan) -> HttpResponse:
    """One's targets of a year with their progress."""
    p = diri(request.user)
    if p is None:
        return render(request, "kepegawaian/saya_kosong.html", {"judul": "Target kinerja"})
    kini = timezone.localdate().year
    teks = request.GET.get("tahun", "")
    diminta = baca_bilangan(teks, paling_panjang=4) or kini
    tahun = diminta if 2000 <= diminta <= 2100 else kini
    isi = {"judul": "Target kinerja", "tahun": tahun, "kini": kini, "target": target_tahun(p, tahun)}
    return render(request, "kepegawaian/kinerja_target.html", isi)


class TargetTambah(Tambah):
    model, form, permission, judul, daftar = TargetKinerja, TargetForm, ISI, "Target baru", KE_TARGET
    kembali = KE_TARGET[1]

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> TargetForm:
        """An empty form for this year."""
        return TargetForm(data, initial={"tahun": timezone.localdate().year})

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> TargetKinerja:
        """The service, for oneself."""
        return services.target_tambah(pegawai=saya_atau_404(request), isian=form.cleaned_data, oleh=request.user)


class TargetUbah(Ubah):
    model, form, permission, daftar = TargetKinerja, TargetForm, ISI, KE_TARGET
    judul, kembali, diri = "Ubah target", KE_TARGET[1], True

    def objek(self, request: Permintaan, pk: Any) -> TargetKinerja:
        """One's own; another's is not there."""
        return _target_sendiri(request, pk)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> TargetKinerja:
        segar = TargetKinerja.objects.get(pk=objek.pk)
        segar.versi = objek.versi
        return services.target_ubah(target=segar, isian=form.cleaned_data, oleh=request.user)


def _target_sendiri(request: Permintaan, pk: Any) -> TargetKinerja:
    target: TargetKinerja = objek_atau_404(request, TargetKinerja, pk, hubungan=("pegawai",))
    if target.pegawai.pengguna_id != request.user.pk:
        raise Http404
    return target


@verb(TargetKinerja, permission=ISI, judul="Tutup target", tombol="Tutup target", hubungan=("pegawai",))
def target_tutup(request: Permintaan, target: TargetKinerja) -> HttpResponse:
    """No further activities for it."""
    if target.pegawai.pengguna_id != request.user.pk:
        raise Http404
    services.target_tutup(target=target, oleh=request.user)
    return selesai(request, target, "Target ditutup; yang sudah disetujui tetap dihitung.")


class KegiatanDaftar(Daftar):
    model, columns, filters, permission = KegiatanHarian, KegiatanColumns, KegiatanFilter, LIHAT
    judul, urut_awal = "Riwayat kegiatan", "-tanggal"
    cari_di, cari_petunjuk = ("kegiatan", "pegawai__nama"), "Kegiatan atau nama"
    tampilan = (
        ("Dikembalikan", "status=dikembalikan"),
        ("Menunggu", "status=diajukan"),
        ("Disetujui", "status=disetujui"),
    )
    ekspor_izin = "kepegawaian.lihat_rekap_pegawai"
    keterangan = "Kegiatan Anda sendiri, dan yang diajukan kepada Anda."
    kosong = ("Belum ada kegiatan", "Isi kegiatan pada Kinerja harian.")


class KegiatanRincian(Rincian):
    model, permission, daftar = KegiatanHarian, LIHAT, ("Riwayat kegiatan", "kepegawaian:kegiatan_daftar")
    hubungan = ("pegawai__unit", "target", "atasan", "diputus_oleh", "bukti")
    bagian = (Bagian("ringkasan", "Ringkasan", "kepegawaian/kinerja_ringkasan.html"),)

    def aksi(self, request: Permintaan, objek: KegiatanHarian) -> list[Aksi]:
        """The owner mends it in its day; the superior decides."""
        hasil = []
        if objek.pegawai.pengguna_id == request.user.pk:
            hasil.append(
                Aksi("Buka harinya", alamat_hari(objek.tanggal), "calendar", utama=objek.dapat_ditulis, diri=True)
            )
        elif (
            boleh(request.user, SETUJUI) and KegiatanHarian.objects.menunggu(request.user).filter(pk=objek.pk).exists()
        ):
            hasil.append(
                Aksi("Kembalikan", reverse("kepegawaian:kegiatan_kembalikan", args=[objek.pk]), "arrow-uturn-left")
            )
            hasil.append(Aksi("Buka antrean", reverse("kepegawaian:kinerja_antrean"), "check", utama=True))
        return hasil
