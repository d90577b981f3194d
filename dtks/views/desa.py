"""A village's own counter: look up first, then file with photographed papers, follow, complete."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from dtks.forms.desa import DesaForm
from dtks.models import Individu, JenisPermohonan, Pemeriksaan, Permohonan
from dtks.queries.aturan import syarat_pada
from dtks.queries.desa import cari_di_desa, ringkasan_desa
from dtks.queries.penilaian import data_warga, hari_ini, nilai, nilai_permohonan
from dtks.services import desa as services
from dtks.services.loket import pemeriksaan_catat
from dtks.views.loket import simpan_pindaian
from inti.access import dengan_izin
from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.models import JejakBaca
from inti.pages import objek_atau_404, selesai
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat

AJUKAN = "dtks.ajukan_permohonan"
ISIAN = (
    "telepon",
    "pengantar_nomor",
    "pengantar_tanggal",
    "keperluan",
    "faskes_nama",
    "faskes_nomor",
    "faskes_tanggal",
)


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def desa(request: Permintaan) -> HttpResponse:
    """Look a person of the village up; what is sought goes by POST and appears in no address."""
    dicari = request.POST.get("cari", "").strip()[:120] if request.method == "POST" else ""
    galat = ""
    if dicari:
        hasil = cari_di_desa(request.user, dicari)
        galat = hasil.galat
        if not galat:
            periksa = _catat(request, hasil.cara, hasil.samar, hasil.hasil, hasil.individu, hasil.calon)
            return redirect("dtks:desa_hasil", pk=periksa.pk)
    isi = {"judul": "Ajukan permohonan warga", "galat": galat, "isi": ringkasan_desa(request.user)}
    return render(request, "dtks/desa.html", isi, status=422 if galat else 200)


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def desa_hasil(request: Permintaan, pk: UUID) -> HttpResponse:
    """What the registry says, and for each kind whether filing makes sense; POST chooses one of several people."""
    periksa = _periksa(request, pk)
    if request.method == "POST":
        nomor = request.POST.get("individu", "")
        calon = [c for c in periksa.calon if str(c) == nomor]
        terpilih = get_object_or_404(Individu.objects.untuk(request.user), pk=calon[0] if calon else 0)
        baru = _catat(request, periksa.cara, periksa.dicari_samar, Pemeriksaan.Hasil.DITEMUKAN, terpilih, [])
        return redirect("dtks:desa_hasil", pk=baru.pk)
    orang = periksa.individu
    isi: dict[str, Any] = {"judul": "Hasil pemeriksaan", "periksa": periksa, "orang": orang}
    if orang is not None:
        jejak_catat(request, JejakBaca.Jenis.BUKA, orang, "desa")
    elif periksa.calon:
        isi["calon"] = Individu.objects.untuk(request.user).filter(pk__in=periksa.calon).order_by("nama", "pk")
    jenis: tuple[str, ...] = ("reaktivasi", "pengajuan_baru") if orang is not None else ("pengajuan_baru",)
    if orang is None and not periksa.bernomor:
        jenis = ()  # a name is no proof that somebody is not registered
    isi["slip"] = [(j, JenisPermohonan(j).label, nilai(j, data_warga(orang), None, hari_ini())) for j in jenis]
    isi["bernomor"] = periksa.bernomor
    return render(request, "dtks/desa_hasil.html", isi)


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def desa_ajukan(request: Permintaan, pk: UUID, jenis: str) -> HttpResponse:
    """The form with its photographs. One that would be refused anyway is answered before anything is typed."""
    periksa = _periksa(request, pk)
    if jenis not in JenisPermohonan.values:
        raise Http404
    orang = periksa.individu
    putusan = nilai(jenis, data_warga(orang), None, hari_ini())
    if putusan.saran == "tolak" or (orang is None and not periksa.bernomor):
        return redirect("dtks:desa_hasil", pk=periksa.pk)
    keluarga: list[Individu] = []
    if orang is not None:
        serumah = Individu.objects.untuk(request.user).filter(keluarga_id=orang.keluarga_id).select_related("desa")
        keluarga = sorted(serumah.order_by("id")[:30], key=lambda o: o.pk != orang.pk)
    bentuk: dict[str, Any] = {"jenis": jenis, "keluarga": keluarga, "syarat": syarat_pada(jenis, hari_ini())}
    awal = {f"pilih_{orang.pk}": True} if orang is not None else {}
    form = _isi_form(request, bentuk, awal)
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.permohonan_ajukan(
                pemeriksaan=periksa,
                jenis=jenis,
                anggota=form.anggota(),
                isian=form.isian(),
                pindaian=simpan_pindaian(request, form),
                oleh=request.user,
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, hasil, "Permohonan diajukan ke dinas. Kabarnya tampil di Pemberitahuan.")
    judul = f"{JenisPermohonan(jenis).label} untuk {orang.nama if orang else 'warga baru'}"
    isi = {"judul": judul, "form": form, "periksa": periksa, "orang": orang}
    return render(request, "dtks/desa_form.html", isi, status=422 if form.errors else 200)


@dengan_izin(AJUKAN, metode=("GET", "POST"))
def desa_lengkapi(request: Permintaan, pk: int) -> HttpResponse:
    """Complete a request that came back: what lacks stands above, only that needs a photograph."""
    objek = objek_atau_404(request, Permohonan, pk, hubungan=("nomor",))
    if objek.asal != Permohonan.Asal.DESA:
        raise Http404
    sudah = set(objek.berkas.filter(ada=True).values_list("syarat__kode", flat=True))
    bentuk = {"jenis": objek.jenis, "keluarga": [], "syarat": syarat_pada(objek.jenis, objek.tanggal)}
    form = _isi_form(request, bentuk | {"permohonan": objek, "sudah": sudah}, {k: getattr(objek, k) for k in ISIAN})
    if request.method == "POST" and form.is_valid():
        try:
            hasil = services.permohonan_lengkapi_desa(
                permohonan=objek, isian=form.isian(), pindaian=simpan_pindaian(request, form), oleh=request.user
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except VersiBerubah:
            raise
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, hasil, "Berkas dilengkapi dan dikirim kembali ke dinas.")
    isi = {"judul": f"Lengkapi berkas, {objek.pemohon}", "form": form, "objek": objek}
    isi["kurang"] = [t for t in nilai_permohonan(objek).temuan if t.sifat == "ragu"]
    return render(request, "dtks/desa_form.html", isi, status=422 if form.errors else 200)


def _isi_form(request: Permintaan, bentuk: dict[str, Any], awal: dict[str, Any]) -> DesaForm:
    if request.method == "POST":
        return DesaForm(request.POST, request.FILES, **bentuk)
    return DesaForm(initial=awal, **bentuk)


def _periksa(request: Permintaan, pk: UUID) -> Pemeriksaan:
    """A look-up of this user whose person is still of his village."""
    periksa = get_object_or_404(Pemeriksaan.objects.untuk(request.user).select_related("individu__desa"), pk=pk)
    if periksa.individu is not None and periksa.individu.desa_id != request.user.desa_id:
        raise Http404
    return periksa


def _catat(
    request: Permintaan, cara: str, samar: str, hasil: str, orang: Individu | None, calon: list[Individu]
) -> Pemeriksaan:
    return pemeriksaan_catat(
        cara=cara,
        dicari_samar=samar,
        hasil=hasil,
        individu=orang,
        calon=[o.pk for o in calon],
        oleh=request.user,
    )
