"""Dispositions: the head's queue, giving and passing on, one's own, the verbs of one."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from arsip.columns.masuk import DisposisiColumns
from arsip.filters.masuk import DisposisiFilter
from arsip.forms.disposisi import DisposisiForm, HasilForm
from arsip.models import Disposisi, SuratMasuk
from arsip.queries.disposisi import antrean, beri_umur, cari_penerima, rantai, ringkasan_saya
from arsip.services import disposisi as services
from arsip.services.disposisi import memimpin
from arsip.services.pindaian import simpan_pindaian
from inti.access import boleh, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404, selesai, verb
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan

LIHAT, TERIMA, DISPOSISIKAN = "arsip.view_disposisi", "arsip.terima_disposisi", "arsip.disposisikan_suratmasuk"
SURAT = ("nomor", "ditujukan_kepada", "unit", "dicatat_oleh")
ORANG = ("surat__nomor", "surat__ditujukan_kepada", "dari", "kepada", "induk", "berkas_hasil")
ANTREAN = "arsip:disposisi_antrean"


@dengan_izin(DISPOSISIKAN)
def disposisi_antrean(request: Permintaan) -> HttpResponse:
    """What waits for this head: one letter open, the others as a list; made for a phone and the keyboard."""
    semua = antrean(request.user)
    pilih = request.GET.get("surat", "")
    kini = next((s for s in semua if str(s.pk) == pilih), semua[0] if semua else None)
    form = DisposisiForm(dari=request.user, surat=kini) if kini else None
    return _lembar(request, kini, form, semua=semua, lanjut=request.path)


@dengan_izin(DISPOSISIKAN, metode=("GET", "POST"))
def suratmasuk_disposisikan(request: Permintaan, pk: int) -> HttpResponse:
    """Give a disposition: from the queue, on to the next letter; from the letter's page, back to it."""
    surat: SuratMasuk = objek_atau_404(request, SuratMasuk, pk, hubungan=SURAT)
    if not memimpin(surat, request.user):
        raise Http404
    beri_umur([surat])
    lanjut = request.POST.get("lanjut", "")
    dari_antrean = lanjut == reverse(ANTREAN)
    form = DisposisiForm(request.POST if request.method == "POST" else None, dari=request.user, surat=surat)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.surat_masuk_disposisikan(surat=surat, oleh=request.user, **form.perintah())
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
        else:
            nama = ", ".join(p.nama for p in form.cleaned_data["orang"])
            return selesai(request, hasil, f"Agenda {hasil.nomor} didisposisikan kepada {nama}.")
    semua = antrean(request.user) if dari_antrean else []
    return _lembar(request, surat, form, semua=semua, lanjut=lanjut if dari_antrean else "")


def _lembar(
    request: Permintaan, surat: SuratMasuk | None, form: DisposisiForm | None, *, semua: list[Any], lanjut: str
) -> HttpResponse:
    isi = {
        "judul": "Surat menunggu disposisi" if lanjut else "Disposisikan surat",
        "surat": surat,
        "form": form,
        "semua": semua,
        "lanjut": lanjut,
        "pindaian": surat.pindaian() if surat else [],
        "rantai": rantai(surat) if surat and not lanjut else [],
    }
    return render(request, "arsip/disposisi_antrean.html", isi, status=422 if form and form.errors else 200)


@verb(
    SuratMasuk,
    permission=DISPOSISIKAN,
    form=AlasanForm,
    judul="Tidak perlu disposisi",
    tombol="Simpan",
    hubungan=SURAT,
)
def suratmasuk_lewatkan(request: Permintaan, surat: SuratMasuk, form: AlasanForm) -> HttpResponse:
    """The letter needs nobody; the reason is kept."""
    hasil = services.surat_masuk_lewatkan(surat=surat, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil, f"Agenda {hasil.nomor} dicatat tanpa disposisi.")


@dengan_izin(LIHAT)
def disposisi_saya(request: Permintaan) -> HttpResponse:
    """One's own: overdue, open, done."""
    isi = ringkasan_saya(request.user)
    return render(request, "arsip/disposisi_saya.html", {"judul": "Disposisi untuk saya", **isi})


@dengan_izin(DISPOSISIKAN, metode=("POST",))
def disposisi_saran(request: Permintaan) -> HttpResponse:
    """People of the office who may receive a disposition."""
    return _saran(request, terusan=False)


@dengan_izin(TERIMA, metode=("POST",))
def disposisi_saran_unit(request: Permintaan) -> HttpResponse:
    """People of one's unit and those below it."""
    return _saran(request, terusan=True)


def _saran(request: Permintaan, *, terusan: bool) -> HttpResponse:
    orang = cari_penerima(request.user, request.POST.get("q", "")[:60], rantai=terusan)
    return JsonResponse({"saran": [[p.nama, f"{p.nama}, {p.unit.nama if p.unit else ''}"] for p in orang]})


class DisposisiDaftar(Daftar):
    model, columns, filters, permission = Disposisi, DisposisiColumns, DisposisiFilter, LIHAT
    judul, urut_awal, ekspor_izin = "Semua disposisi", "-dikirim_pada", "arsip.ekspor_suratmasuk"
    cari_di = ("surat__nomor__teks", "surat__hal", "surat__pengirim", "kepada__nama", "dari__nama")
    cari_petunjuk = "Agenda, hal, atau nama"
    tampilan = (
        ("Terlambat", "perhatian=terlambat"),
        ("Untuk saya", "arah=saya"),
        ("Dari saya", "arah=dari"),
    )
    tautan = (
        ("Disposisi untuk saya", "user", "arsip:disposisi_saya", LIHAT),
        ("Instruksi", "list-bullet", "arsip:instruksidisposisi_daftar", "arsip.view_instruksidisposisi"),
    )
    kosong = ("Belum ada disposisi", "Disposisi surat yang dapat Anda lihat tampil di sini.")


class DisposisiRincian(Rincian):
    model, permission, daftar = Disposisi, LIHAT, ("Disposisi untuk saya", "arsip:disposisi_saya")
    hubungan = ORANG
    bagian = (Bagian("ringkasan", "Ringkasan", "arsip/disposisi_ringkasan.html"),)

    def get(self, request: Permintaan, pk: Any, bagian: str = "", **_: Any) -> HttpResponse:
        """Its receiver reads it by opening it."""
        services.disposisi_baca(disposisi=Disposisi.objects.untuk(request.user).filter(pk=pk), oleh=request.user)
        return super().get(request, pk, bagian)

    def judul_objek(self, objek: Disposisi) -> str:
        """What it is about."""
        return f"Disposisi: {objek.surat.hal}"

    def isi(self, request: Permintaan, objek: Disposisi, bagian: str) -> dict[str, Any]:
        """The letter with its scans, and the whole chain."""
        return {"surat": objek.surat, "pindaian": objek.surat.pindaian(), "rantai": rantai(objek.surat)}

    def aksi(self, request: Permintaan, objek: Disposisi) -> list[Aksi]:
        """Verbs of receiver and giver."""

        def ke(nama: str) -> str:
            return reverse(f"arsip:disposisi_{nama}", args=[objek.pk])

        if objek.kepada_id == request.user.pk and objek.terbuka and boleh(request.user, TERIMA):
            return [
                Aksi("Teruskan", ke("teruskan"), "arrow-right-circle"),
                Aksi("Selesai", ke("selesai"), "check", utama=True),
            ]
        if objek.dari_id == request.user.pk and objek.status == Disposisi.Status.DIKIRIM:
            return [Aksi("Tarik", ke("tarik"), "arrow-uturn-left", bahaya=True)]
        return []


def _milik(request: Permintaan, pk: int, **syarat: Any) -> None:
    """404 unless the disposition is in scope and this user is the one whom the verb belongs to."""
    if not Disposisi.objects.untuk(request.user).filter(pk=pk, **syarat).exists():
        raise Http404


@verb(
    Disposisi, permission=TERIMA, form=HasilForm, judul="Selesaikan disposisi", tombol="Selesai",
    template="arsip/disposisi_verba.html", hubungan=ORANG,
)  # fmt: skip
def _selesai(request: Permintaan, disposisi: Disposisi, form: HasilForm) -> HttpResponse:
    berkas = simpan_pindaian(form.cleaned_data["berkas"], oleh=request.user)
    if len(berkas) > 1:
        raise AturanDilanggar(
            "BERKAS_TERKUNCI", "Ada berkas yang terkunci atau rusak.", "Kirim satu berkas yang dapat dibuka."
        )
    hasil = services.disposisi_selesai(
        disposisi=disposisi, hasil=form.cleaned_data["hasil"], berkas=berkas.get("0"), oleh=request.user
    )
    return selesai(request, hasil, "Disposisi selesai. Pemberinya sudah diberi tahu.")


@dengan_izin(TERIMA, metode=("GET", "POST"))
def disposisi_selesai(request: Permintaan, pk: int) -> HttpResponse:
    """Say what came of it; for anybody else there is no such page."""
    _milik(request, pk, kepada=request.user)
    return _selesai(request, pk=pk)


@verb(
    Disposisi, permission=LIHAT, form=AlasanForm, judul="Tarik disposisi", tombol="Tarik", bahaya=True,
    template="arsip/disposisi_verba.html", hubungan=ORANG,
)  # fmt: skip
def _tarik(request: Permintaan, disposisi: Disposisi, form: AlasanForm) -> HttpResponse:
    hasil = services.disposisi_tarik(disposisi=disposisi, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, hasil.surat, "Disposisi ditarik.")


@dengan_izin(LIHAT, metode=("GET", "POST"))
def disposisi_tarik(request: Permintaan, pk: int) -> HttpResponse:
    """Withdraw what one gave, while it is unread."""
    _milik(request, pk, dari=request.user)
    return _tarik(request, pk=pk)


@dengan_izin(TERIMA, metode=("GET", "POST"))
def disposisi_teruskan(request: Permintaan, pk: int) -> HttpResponse:
    """Pass one's own on to people of one's unit."""
    _milik(request, pk, kepada=request.user)
    disposisi: Disposisi = objek_atau_404(request, Disposisi, pk, hubungan=ORANG)
    diisi = request.POST if request.method == "POST" else None
    form = DisposisiForm(diisi, dari=request.user, surat=disposisi.surat, rantai=True)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.disposisi_teruskan(disposisi=disposisi, oleh=request.user, **form.perintah())
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except (AturanDilanggar, ValidationError) as galat:
            beri_galat(form, galat)
        else:
            nama = ", ".join(p.nama for p in form.cleaned_data["orang"])
            return selesai(request, hasil, f"Diteruskan kepada {nama}. Disposisi Anda tetap terbuka.")
    isi = {"judul": "Teruskan disposisi", "objek": disposisi, "surat": disposisi.surat, "form": form}
    return render(request, "arsip/disposisi_teruskan.html", isi, status=422 if form.errors else 200)
