"""The book of outgoing letters: printed, signed, sent, received; envelopes; the expedition book; gaps in numbers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from arsip.columns.keluar import SuratKeluarColumns
from arsip.columns.naskah import EkspedisiColumns
from arsip.documents.amplop import PILIHAN, cetak_alamat
from arsip.documents.ekspedisi import buku_ekspedisi
from arsip.filters.naskah import EkspedisiFilter, SuratKeluarFilter
from arsip.forms.keluar import KirimForm, RentangForm, RujukanForm, TandaTanganForm, TerimaForm
from arsip.models import Ekspedisi, SuratKeluar
from arsip.queries.naskah import sarankan_tujuan
from arsip.queries.nomor import laporan_nomor
from arsip.queries.rekam import arsip_dari
from arsip.services import keluar as services
from inti.access import boleh, dengan_izin
from inti.formats import baca_bilangan, tanggal_panjang
from inti.forms.dasar import AlasanForm, CetakForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, selesai, verb
from inti.pages.dasar import Massal, kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

LIHAT, KIRIM, BATALKAN = "arsip.view_suratkeluar", "arsip.kirim_suratkeluar", "arsip.batalkan_suratkeluar"
DAFTAR = ("Surat keluar", "arsip:suratkeluar_daftar")
TERBANYAK = 200


class SuratKeluarDaftar(Daftar):
    model, columns, filters = SuratKeluar, SuratKeluarColumns, SuratKeluarFilter
    permission, judul = LIHAT, "Surat keluar"
    urut_awal, cari_di, cari_petunjuk = "-tanggal", ("nomor__teks", "tujuan", "hal"), "Nomor, tujuan, atau hal"
    ekspor_izin = LIHAT
    tampilan = (("Belum dikirim", "keadaan=terbit"), ("Belum diarsipkan", "keadaan=dikirim"))
    tautan = (
        ("Ekspedisi", "truck", "arsip:ekspedisi_daftar", LIHAT),
        ("Laporan nomor", "hashtag", "arsip:laporan_nomor", "arsip.nomori_naskah"),
    )
    massal = (
        Massal("Cetak", "arsip:suratkeluar_cetak_banyak", LIHAT, "printer"),
        Massal("Amplop", "arsip:suratkeluar_amplop", LIHAT, "envelope"),
    )
    tambah = ("Surat baru", "arsip:naskah_pilih", "arsip.add_naskah")
    kosong = ("Belum ada surat keluar", "Surat yang disetujui dan bernomor tercatat di sini.")


class SuratKeluarRincian(Rincian):
    model, permission, daftar = SuratKeluar, LIHAT, DAFTAR
    hubungan = ("nomor", "unit", "penandatangan", "dokumen__berkas", "naskah", "pindaian")
    bagian = (
        Bagian("ringkasan", "Ringkasan", "arsip/surat_keluar.html"),
        Bagian("ekspedisi", "Pengiriman", "arsip/surat_ekspedisi.html"),
    )

    def aksi(self, request: Permintaan, objek: SuratKeluar) -> list[Any]:
        """What may be done with the letter now."""
        k, kini = SuratKeluar.Keadaan, objek.keadaan
        alamat = {
            n: reverse(f"arsip:suratkeluar_{n}", args=[objek.pk])
            for n in ("cetak", "ttd", "kirim", "rujukan", "batalkan")
        }
        hasil = []
        if kini != k.DIBATALKAN and objek.dokumen and not objek.musnah:
            hasil.append(Aksi("Cetak", alamat["cetak"], "printer", utama=kini == k.TERBIT))
        if boleh(request.user, KIRIM) and kini != k.DIBATALKAN:
            hasil.append(Aksi("Rujukan SRIKANDI", alamat["rujukan"]))
            if kini == k.TERBIT:
                hasil.append(Aksi("Catat tanda tangan", alamat["ttd"], "pencil"))
            if not objek.musnah:
                hasil.append(Aksi("Catat pengiriman", alamat["kirim"], "truck", utama=kini == k.TTD))
        if boleh(request.user, "arsip.add_berkasarsip") and kini not in {k.DIBATALKAN, k.DIARSIPKAN}:
            alamat_simpan = reverse("arsip:suratkeluar_simpan", args=[objek.pk])
            hasil.append(Aksi("Simpan dalam arsip", alamat_simpan, "archive-box", utama=kini == k.DIKIRIM))
        if boleh(request.user, BATALKAN) and kini != k.DIBATALKAN and not objek.musnah:
            hasil.append(Aksi("Batalkan", alamat["batalkan"], bahaya=True))
        return hasil

    def isi(self, request: Permintaan, objek: SuratKeluar, bagian: str) -> dict[str, Any]:
        """Facts of the letter; its sendings."""
        if bagian == "ekspedisi":
            kiriman = objek.kiriman_set.hidup().select_related("bukti").order_by("dikirim_pada", "pk")
            hidup = objek.keadaan != SuratKeluar.Keadaan.DIBATALKAN
            return {"kiriman": kiriman, "boleh_terima": hidup and boleh(request.user, KIRIM)}
        fakta = [
            ("Nomor", objek.nomor.teks),
            ("Tanggal", tanggal_panjang(objek.tanggal)),
            ("Tujuan", objek.tujuan),
            ("Alamat", objek.alamat),
            ("Telepon", objek.telepon),
            ("Hal", objek.hal),
            ("Kode klasifikasi", objek.klasifikasi),
            ("Sifat", objek.sifat),
            ("Unit pengolah", objek.unit.nama),
            ("Penanda tangan", objek.penandatangan.nama),
            ("Ditandatangani", tanggal_panjang(objek.ditandatangani_pada) if objek.ditandatangani_pada else ""),
            ("Rujukan SRIKANDI", objek.srikandi),
            ("Alasan sisipan", objek.nomor.asal if objek.nomor.sisipan else ""),
            ("Alasan pembatalan", objek.alasan_batal),
        ]
        cetakan = objek.dokumen.cetakan.select_related("oleh").order_by("ke") if objek.dokumen else ()
        return {"fakta": [f for f in fakta if f[1]], "cetakan": cetakan, "arsip": arsip_dari(objek)}


@dengan_izin(LIHAT, metode=("POST",))
def suratkeluar_saran(request: Permintaan) -> HttpResponse:
    """Earlier addressees for what was typed."""
    calon = sarankan_tujuan(request.user, request.POST.get("q", "")[:60])
    return JsonResponse({"saran": [[s.tujuan, " ".join(s.alamat.split())] for s in calon]})


@verb(SuratKeluar, permission=LIHAT, form=CetakForm, judul="Cetak surat", tombol="Cetak", hubungan=("dokumen",))
def suratkeluar_cetak(request: Permintaan, surat: SuratKeluar, form: CetakForm) -> HttpResponse:
    """Print; the reason counts from the second copy on."""
    isi = services.surat_keluar_cetak(surat=[surat], oleh=request.user, alasan=form.cleaned_data["alasan"])
    jejak_catat(request, JejakBaca.Jenis.UNDUH, surat, "cetak")
    return balasan_berkas(isi, "surat.pdf", "application/pdf", buatan_sendiri=True)


def _dipilih(request: Permintaan) -> list[SuratKeluar]:
    """The ticked letters that the user may meet, in the order of their numbers."""
    pk = kunci_dipilih(request, terbanyak=TERBANYAK)
    kueri = SuratKeluar.objects.untuk(request.user).filter(pk__in=pk).select_related("dokumen", "nomor")
    return list(kueri.order_by("tanggal", "nomor__urut", "pk"))


@dengan_izin(LIHAT, metode=("POST",))
def suratkeluar_cetak_banyak(request: Permintaan) -> HttpResponse:
    """The ticked letters in one PDF, each logged."""
    surat = _dipilih(request)
    try:
        isi = services.surat_keluar_cetak(surat=surat, oleh=request.user, alasan=request.POST.get("alasan", "")[:200])
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        if galat.kode != "ALASAN_CETAK_ULANG":
            messages.error(request, galat.kalimat)
            return redirect("arsip:suratkeluar_daftar")
        return render(
            request,
            "arsip/cetak_ulang.html",
            {"judul": "Cetak ulang", "surat": surat, "galat": galat.kalimat},
            status=409,
        )
    for s in surat:
        jejak_catat(request, JejakBaca.Jenis.UNDUH, s, "cetak")
    return balasan_berkas(isi, "surat.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(LIHAT, metode=("POST",))
def suratkeluar_amplop(request: Permintaan) -> HttpResponse:
    """Envelopes for the ticked letters; without a size, ask for it."""
    surat, jenis = _dipilih(request), request.POST.get("jenis", "")
    if not surat:
        messages.error(request, "Belum ada surat yang dipilih. Centang pada daftar, lalu pilih Amplop.")
        return redirect("arsip:suratkeluar_daftar")
    if jenis not in dict(PILIHAN):
        isi = {"judul": "Cetak amplop", "surat": surat, "ukuran": PILIHAN}
        return render(request, "arsip/amplop.html", isi)
    return balasan_berkas(cetak_alamat(surat, jenis), "amplop.pdf", "application/pdf", buatan_sendiri=True)


@verb(
    SuratKeluar,
    permission=KIRIM,
    form=TandaTanganForm,
    judul="Catat tanda tangan",
    tombol="Simpan",
    hubungan=("nomor",),
)
def suratkeluar_ttd(request: Permintaan, surat: SuratKeluar, form: TandaTanganForm) -> HttpResponse:
    """Signed on paper."""
    p = form.cleaned_data["pindaian"]
    berkas = berkas_unggahan(p, oleh=request.user) if p else None
    services.surat_keluar_tandatangani(
        surat=surat, tanggal=form.cleaned_data["tanggal"], pindaian=berkas, oleh=request.user
    )
    return selesai(request, surat, "Tanda tangan dicatat. Langkah berikut: kirim.")


@verb(SuratKeluar, permission=KIRIM, form=KirimForm, judul="Catat pengiriman", tombol="Simpan", hubungan=("nomor",))
def suratkeluar_kirim(request: Permintaan, surat: SuratKeluar, form: KirimForm) -> HttpResponse:
    """One more line of the expedition book."""
    services.surat_keluar_kirim(surat=surat, oleh=request.user, **form.cleaned_data)
    return selesai(request, surat, "Pengiriman dicatat pada buku ekspedisi.")


@verb(SuratKeluar, permission=KIRIM, form=RujukanForm, judul="Rujukan SRIKANDI", tombol="Simpan", hubungan=("nomor",))
def suratkeluar_rujukan(request: Permintaan, surat: SuratKeluar, form: RujukanForm) -> HttpResponse:
    """The reference of the national system."""
    services.surat_keluar_rujukan(surat=surat, oleh=request.user, srikandi=form.cleaned_data["srikandi"])
    return selesai(request, surat, "Rujukan tersimpan.")


@verb(SuratKeluar, permission=BATALKAN, form=AlasanForm, judul="Batalkan surat", tombol="Batalkan surat", bahaya=True,
      hubungan=("nomor", "dokumen"))  # fmt: skip
def suratkeluar_batalkan(request: Permintaan, surat: SuratKeluar, form: AlasanForm) -> HttpResponse:
    """Cancel: the number stays taken."""
    services.surat_keluar_cabut(surat=surat, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, surat, "Surat dibatalkan; nomornya tetap tercatat.")


class EkspedisiDaftar(Daftar):
    model, columns, filters, permission = Ekspedisi, EkspedisiColumns, EkspedisiFilter, LIHAT
    judul, urut_awal = "Buku ekspedisi", "-dikirim_pada"
    cari_di, cari_petunjuk = ("surat__nomor__teks", "tujuan", "pembawa"), "Nomor, tujuan, atau kurir"
    tautan = (("Cetak buku", "printer", "arsip:ekspedisi_buku", LIHAT),)
    ekspor_izin = LIHAT
    kosong = ("Belum ada pengiriman", "Catat pengiriman dari halaman surat keluar.")


@verb(
    Ekspedisi,
    permission=KIRIM,
    form=TerimaForm,
    judul="Catat tanda terima",
    tombol="Simpan",
    hubungan=("surat__nomor",),
)
def ekspedisi_terima(request: Permintaan, ekspedisi: Ekspedisi, form: TerimaForm) -> HttpResponse:
    """Who took it."""
    p = form.cleaned_data.pop("pindaian")
    bukti = berkas_unggahan(p, oleh=request.user) if p else None
    services.ekspedisi_terima(ekspedisi=ekspedisi, bukti=bukti, oleh=request.user, **form.cleaned_data)
    return selesai(request, ekspedisi, "Tanda terima dicatat.")


@dengan_izin(LIHAT, metode=("GET",))
def ekspedisi_buku(request: Permintaan) -> HttpResponse:
    """The expedition book of a stretch of days as PDF, with room for signatures."""
    hari = timezone.localdate()
    form = RentangForm(
        request.GET if request.GET.get("dari") else None, initial={"dari": hari.replace(day=1), "sampai": hari}
    )
    if form.is_bound and form.is_valid():
        kueri = Ekspedisi.objects.untuk(request.user).filter(
            dikirim_pada__range=(form.cleaned_data["dari"], form.cleaned_data["sampai"])
        )
        isi = buku_ekspedisi(kueri, oleh=request.user, **form.cleaned_data)
        return balasan_berkas(isi, "buku ekspedisi.pdf", "application/pdf", buatan_sendiri=True)
    isi_halaman = {
        "judul": "Cetak buku ekspedisi",
        "form": form,
        "daftar": ("Buku ekspedisi", "arsip:ekspedisi_daftar"),
    }
    return render(request, "arsip/rentang.html", isi_halaman, status=422 if form.errors else 200)


@dengan_izin("arsip.nomori_naskah")
def laporan(request: Permintaan) -> HttpResponse:
    """Every series of the letter book: how many, inserted, cancelled, reserved; gaps and doubles, which must be none."""
    tahun = request.GET.get("tahun", "")
    baris, semua = laporan_nomor(baca_bilangan(tahun, paling_panjang=4))
    return render(
        request,
        "arsip/laporan_nomor.html",
        {"judul": "Laporan nomor surat", "baris": baris, "tahun": tahun, "semua_tahun": semua},
    )
