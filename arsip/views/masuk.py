"""The book of incoming letters: list, entry by keyboard, detail, its verbs."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

from arsip.columns.masuk import SuratMasukColumns
from arsip.filters.masuk import SuratMasukFilter
from arsip.forms.masuk import PindaiForm, SelesaikanForm, SuratMasukForm, SuratMasukUbahForm
from arsip.models import Disposisi, SuratMasuk
from arsip.queries.disposisi import beri_umur, rantai
from arsip.queries.klasifikasi import nama_kode
from arsip.queries.masuk import lengkapi_disposisi, sarankan
from arsip.queries.rekam import arsip_dari
from arsip.services import disposisi as layanan_disposisi
from arsip.services import masuk as layanan_masuk
from arsip.services.disposisi import memimpin
from arsip.services.masuk import dikelola, kembaran, kunci_isian
from arsip.services.pindaian import simpan_pindaian
from inti.access import boleh, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.models import BerkasTersimpan, JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, selesai, verb
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat

LIHAT, TAMBAH, UBAH = "arsip.view_suratmasuk", "arsip.add_suratmasuk", "arsip.change_suratmasuk"
BATALKAN, DISPOSISIKAN, EKSPOR = (f"arsip.{k}_suratmasuk" for k in ("batalkan", "disposisikan", "ekspor"))
DAFTAR = ("Surat masuk", "arsip:suratmasuk_daftar")
S = SuratMasuk.Status


class SuratMasukDaftar(Daftar):
    impor = "surat-masuk"
    model, columns, filters = SuratMasuk, SuratMasukColumns, SuratMasukFilter
    permission, judul, urut_awal = LIHAT, "Surat masuk", "-diterima"
    cari_di = ("pengirim", "hal", "nomor_surat", "nomor__teks")
    cari_petunjuk = "Pengirim, hal, nomor, atau agenda"
    tampilan = (
        ("Menunggu disposisi", "status=terdaftar"),
        ("Didisposisi", "status=didisposisi"),
        ("Terlambat", "perhatian=terlambat"),
        ("Pindaian cacat", "perhatian=cacat"),
    )
    tambah = ("Catat surat", "arsip:suratmasuk_tambah", TAMBAH)
    tautan = (("Buku agenda", "book-open", "arsip:agenda_masuk", EKSPOR),)
    ekspor_izin = EKSPOR
    kosong = ("Belum ada surat masuk", "Surat yang dicatat meja surat atau unit Anda tampil di sini.")

    def lengkapi(self, baris: list[Any]) -> None:
        """Who holds each letter, and whether somebody is late."""
        lengkapi_disposisi(baris)


class SuratMasukTambah(Tambah):
    """Entry by keyboard; the same letter again is shown before anything is stored."""

    model, permission, template = SuratMasuk, TAMBAH, "arsip/suratmasuk_form.html"
    judul, daftar = "Catat surat masuk", DAFTAR

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> SuratMasukForm:
        """The form with today's date."""
        return SuratMasukForm(data, request.FILES if request.method == "POST" else None, pengguna=request.user)

    def jalankan(self, request: Permintaan, form: Any, objek: Any = None) -> HttpResponse:
        """Store it and go on to the next, or show what is wrong, or the letter that is there already."""
        if not form.is_valid():
            return self.lembar(request, form, status=422)
        berkas = simpan_pindaian(form.cleaned_data["pindaian"], oleh=request.user) or self._tersimpan(request)
        try:
            surat = layanan_masuk.surat_masuk_catat(
                isian=form.isian(),
                pindaian=berkas,
                kembar_disengaja=form.cleaned_data["kembar_disengaja"],
                oleh=request.user,
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
            kembar = isinstance(galat, AturanDilanggar) and galat.kode == "SURAT_KEMBAR"
            return self.ulang(request, form, berkas, kembar=kembar)
        if surat.cacat:
            messages.warning(request, f"Pindaian {surat.nomor} {surat.get_cacat_display().lower()}; mintalah gantinya.")
        pesan = f"Tersimpan dengan nomor agenda {surat.nomor}."
        if "lagi" in request.POST:
            messages.success(request, pesan)
            return redirect(request.path)
        return selesai(request, surat, pesan)

    def ulang(
        self, request: Permintaan, form: Any, berkas: dict[str, BerkasTersimpan], *, kembar: bool
    ) -> HttpResponse:
        """The form again, with the scans kept that were sent with it, and a way to the letter that is there."""
        ada = kembaran(kunci_isian(form.isian())) if kembar else None
        terlihat = ada is not None and SuratMasuk.objects.untuk(request.user).filter(pk=ada.pk).exists()
        isi = {
            "form": form,
            "batal": reverse(DAFTAR[1]),
            "baru": True,
            "kembar": kembar,
            "kembaran": ada if terlihat else None,
            "berkas_ada": list(berkas.values()),
        }
        return self.tampil(request, isi, status=422)

    @staticmethod
    def _tersimpan(request: Permintaan) -> dict[str, BerkasTersimpan]:
        """Scans of an earlier sending of this form, which are the user's own and belong to nothing yet."""
        kunci = [k for k in request.POST.getlist("berkas_ada")[:10] if len(k) == 36 and k.replace("-", "").isalnum()]
        try:
            milik = list(BerkasTersimpan.objects.filter(pk__in=kunci, oleh=request.user, pemilik_label=""))
        except (ValueError, ValidationError):
            return {}
        return {str(n): b for n, b in enumerate(sorted(milik, key=lambda b: kunci.index(str(b.pk))))}


class SuratMasukUbah(Ubah):
    model, form, permission, template = SuratMasuk, SuratMasukUbahForm, UBAH, "arsip/suratmasuk_form.html"
    judul, daftar = "Ubah surat masuk", DAFTAR

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> SuratMasukUbahForm:
        """The letter's fields; another unit only within one's own."""
        return SuratMasukUbahForm(data, instance=objek, pengguna=request.user)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> SuratMasuk:
        """Through the service, which keeps the number's year."""
        return layanan_masuk.surat_masuk_ubah(surat=objek, isian=form.isian(), oleh=request.user)


class SuratMasukRincian(Rincian):
    model, permission, daftar = SuratMasuk, LIHAT, DAFTAR
    hubungan = ("nomor", "ditujukan_kepada", "unit", "dicatat_oleh")
    ubah_rute = "arsip:suratmasuk_ubah"
    bagian = (
        Bagian("ringkasan", "Ringkasan", "arsip/suratmasuk_ringkasan.html"),
        Bagian("disposisi", "Disposisi", "arsip/suratmasuk_disposisi.html"),
    )

    def get(self, request: Permintaan, pk: Any, bagian: str = "", **_: Any) -> HttpResponse:
        """Opening the letter is reading one's disposition of it."""
        if pk.bit_length() > 63:  # no key of any database
            raise Http404
        if boleh(request.user, "arsip.view_disposisi"):
            layanan_disposisi.disposisi_baca(
                disposisi=Disposisi.objects.untuk(request.user).filter(surat=pk), oleh=request.user
            )
        return super().get(request, pk, bagian)

    def judul_objek(self, objek: SuratMasuk) -> str:
        """Its subject: the number stands below."""
        return objek.hal

    def dapat_diubah(self, objek: SuratMasuk) -> bool:
        """By those who keep the entry."""
        return super().dapat_diubah(objek) and dikelola(objek, self.request.user)  # type: ignore[arg-type]

    def isi(self, request: Permintaan, objek: SuratMasuk, bagian: str) -> dict[str, Any]:
        """Facts and scans, or the chain of dispositions."""
        if objek.tertutup and bagian == "ringkasan":
            jejak_catat(request, JejakBaca.Jenis.BUKA, objek)
        beri_umur([objek])
        lihat_disposisi = boleh(request.user, "arsip.view_disposisi")
        isi: dict[str, Any] = {"rantai": rantai(objek) if lihat_disposisi else [], "lihat_disposisi": lihat_disposisi}
        if bagian == "ringkasan":
            isi["pindaian"], isi["arsip"] = objek.pindaian(), arsip_dari(objek)
            isi["masalah"] = nama_kode([objek.klasifikasi]).get(objek.klasifikasi, "") if objek.klasifikasi else ""
        return isi

    def aksi(self, request: Permintaan, objek: SuratMasuk) -> list[Aksi]:
        """Verbs for the state and the user."""
        return aksi_surat(request, objek)


def aksi_surat(request: Permintaan, s: SuratMasuk) -> list[Aksi]:
    """What this user may do with this letter now."""

    def ke(nama: str) -> str:
        return reverse(f"arsip:suratmasuk_{nama}", args=[s.pk])

    hasil, orang = [], request.user
    kepala = memimpin(s, orang) if s.status in {S.TERDAFTAR, S.DIDISPOSISI, S.TANPA} else False
    kelola = dikelola(s, orang)
    if kelola and boleh(orang, BATALKAN) and s.status in {S.TERDAFTAR, S.TANPA}:
        hasil.append(Aksi("Batalkan", ke("batalkan"), "x-circle", bahaya=True))
    if kelola and boleh(orang, UBAH) and s.status != S.DIBATALKAN:
        hasil.append(Aksi("Tambah pindaian", ke("pindai"), "paper-clip"))
    if boleh(orang, "arsip.add_berkasarsip") and s.status in {S.SELESAI, S.TANPA} and arsip_dari(s) is None:
        hasil.append(Aksi("Simpan dalam arsip", ke("simpan"), "archive-box", utama=s.status == S.SELESAI))
    if boleh(orang, "arsip.view_disposisi"):
        hasil.append(Aksi("Lembar disposisi", ke("lembar"), "printer"))
    if kepala and s.status in {S.DIDISPOSISI, S.TANPA}:
        hasil.append(Aksi("Selesaikan", ke("selesaikan"), "check"))
    if kepala:
        hasil.append(Aksi("Disposisikan", ke("disposisikan"), "share", utama=s.status == S.TERDAFTAR))
    return hasil


@dengan_izin(TAMBAH, metode=("POST",))
def suratmasuk_saran_pengirim(request: Permintaan) -> HttpResponse:
    """Senders of earlier letters."""
    return _saran(sarankan(request.user, "pengirim", request.POST.get("q", "")[:80]))


@dengan_izin(TAMBAH, metode=("POST",))
def suratmasuk_saran_hal(request: Permintaan) -> HttpResponse:
    """Subjects of earlier letters, of the sender typed above when there is one."""
    q, pengirim = request.POST.get("q", "")[:80], request.POST.get("pengirim", "")[:160]
    return _saran(sarankan(request.user, "hal", q, pengirim) or sarankan(request.user, "hal", q))


def _saran(kata: list[str]) -> HttpResponse:
    return JsonResponse({"saran": [[k, k] for k in kata]})


@verb(SuratMasuk, permission=UBAH, form=PindaiForm, judul="Tambah pindaian", hubungan=("nomor",))
def suratmasuk_pindai(request: Permintaan, surat: SuratMasuk, form: PindaiForm) -> HttpResponse:
    """Scans that came later."""
    berkas = simpan_pindaian(form.cleaned_data["pindaian"], oleh=request.user)
    hasil = layanan_masuk.surat_masuk_pindai(surat=surat, pindaian=berkas, oleh=request.user)
    return selesai(request, hasil, "Pindaian tersimpan.")


@verb(
    SuratMasuk,
    permission=BATALKAN,
    form=AlasanForm,
    judul="Batalkan pencatatan surat",
    tombol="Batalkan surat",
    bahaya=True,
    hubungan=("nomor",),
)
def suratmasuk_batalkan(request: Permintaan, surat: SuratMasuk, form: AlasanForm) -> HttpResponse:
    """The number stays in the book with the reason."""
    hasil = layanan_masuk.surat_masuk_batalkan(surat=surat, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, "Surat dibatalkan. Nomor agendanya tetap tercatat di buku.")


@verb(
    SuratMasuk,
    permission=DISPOSISIKAN,
    form=SelesaikanForm,
    judul="Selesaikan surat",
    tombol="Selesaikan",
    hubungan=("nomor", "ditujukan_kepada"),
)
def suratmasuk_selesaikan(request: Permintaan, surat: SuratMasuk, form: SelesaikanForm) -> HttpResponse:
    """Close it; dispositions that are open are closed with it."""
    hasil = layanan_disposisi.surat_masuk_selesaikan(
        surat=surat, catatan=form.cleaned_data["catatan"], oleh=request.user
    )
    return selesai(request, hasil, "Surat selesai.")
