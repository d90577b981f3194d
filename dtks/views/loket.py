"""The counter: one search field, one screen with the answer, and the request that follows from it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from dtks.forms.layanan import PermohonanForm, anggota_dari
from dtks.models import Individu, JenisPermohonan, Kunjungan, Pemeriksaan, Permohonan
from dtks.queries.antrean import kunjungan_untuk, tiket_kini
from dtks.queries.aturan import syarat_pada
from dtks.queries.ikatan import surat_berlaku
from dtks.queries.layanan import cari_warga, dilayani_hari_ini
from dtks.queries.penilaian import data_warga, hari_ini, nilai
from dtks.services import loket as services
from inti.access import dengan_izin
from inti.formats import baca_bilangan, periksa_nik
from inti.galat import AturanDilanggar, SudahDikirim
from inti.gerbang.pengajuan import isian_usulan
from inti.models import JejakBaca
from inti.pages import selesai
from inti.pages.dasar import beri_galat, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.berkas import berkas_unggahan
from inti.services.jejak import jejak_catat

LAYANI = "dtks.layani_kunjungan"


@dengan_izin(LAYANI, metode=("GET", "POST"))
def loket(request: Permintaan) -> HttpResponse:
    """The empty counter; a search by POST leads to its answer, whose address holds neither name nor number."""
    dicari = request.POST.get("cari", "").strip()[:120] if request.method == "POST" else ""
    if not dicari:
        return render(
            request, "dtks/loket.html", {"judul": "Loket rekomendasi", "terakhir": dilayani_hari_ini(request.user)}
        )
    hasil = cari_warga(dicari)
    if hasil.galat:
        return render(
            request,
            "dtks/loket.html",
            {"judul": "Loket rekomendasi", "galat": hasil.galat, "terakhir": dilayani_hari_ini(request.user)},
            status=422,
        )
    kunjungan = Kunjungan.objects.untuk(request.user).filter(pk=_angka(request.POST.get("kunjungan"))).first()
    if kunjungan is None and (tiket := tiket_kini(request.user)) is not None:
        kunjungan = tiket.kunjungan
    if hasil.individu is not None:
        kunjungan = kunjungan_untuk(kunjungan, hasil.individu.no_kk)
    periksa = services.pemeriksaan_catat(
        cara=hasil.cara,
        dicari_samar=hasil.samar,
        hasil=hasil.hasil,
        individu=hasil.individu,
        calon=[o.pk for o in hasil.calon],
        oleh=request.user,
        kunjungan=kunjungan,
    )
    if hasil.individu is None:
        request.session[f"dicari:{periksa.pk}"] = {"cara": hasil.cara, "teks": hasil.bersih}
    return redirect("dtks:loket_hasil", pk=periksa.pk)


def _angka(teks: str | None) -> int | None:
    return baca_bilangan(teks or "")


@dengan_izin(LAYANI)
def hasil(request: Permintaan, pk: UUID) -> HttpResponse:
    """The answer on one screen: person, family, desil and flags, source, and what is recommended for each kind."""
    periksa = get_object_or_404(
        Pemeriksaan.objects.untuk(request.user).select_related("individu__desa", "kunjungan"), pk=pk
    )
    orang = periksa.individu
    isi: dict[str, Any] = {"judul": "Loket rekomendasi", "periksa": periksa, "orang": orang}
    if orang is not None:
        jejak_catat(request, JejakBaca.Jenis.BUKA, orang, "loket")
        isi["keluarga"] = list(Individu.objects.filter(keluarga_id=orang.keluarga_id).order_by("id")[:30])
        isi["keadaan"] = list(orang.keadaan.order_by("-periode_urut")[:6])
    elif periksa.calon:
        urutan = {k: i for i, k in enumerate(periksa.calon)}
        isi["calon"] = sorted(
            Individu.objects.filter(pk__in=periksa.calon).select_related("desa"), key=lambda o: urutan[o.pk]
        )
    isi["bernomor"] = periksa.bernomor
    if orang is not None or (not periksa.calon and periksa.bernomor):
        isi["slip"] = [
            (j, JenisPermohonan(j).label, nilai(j, data_warga(orang), None, hari_ini()))
            for j in ("reaktivasi", "pengajuan_baru")
        ]
    if orang is not None:
        isi["terbuka"] = list(_belum_diputus(request, orang, periksa))
        isi["berlaku"] = surat_berlaku(request.user, orang)
    isi["permohonan"] = list(periksa.kunjungan.permohonan.select_related("nomor")) if periksa.kunjungan else []
    return render(request, "dtks/loket_hasil.html", isi)


def _belum_diputus(request: Permintaan, orang: Individu, periksa: Pemeriksaan) -> QuerySet[Permohonan]:
    """Requests for this person from another visit or his village that nobody decided yet: taken up, not filed twice."""
    terbuka = Permohonan.objects.untuk(request.user).filter(anggota__individu=orang, status__in=Permohonan.TERBUKA)
    if periksa.kunjungan_id is not None:
        terbuka = terbuka.exclude(kunjungan=periksa.kunjungan_id)
    return terbuka.select_related("nomor").order_by("id")[:5]


@dengan_izin(LAYANI, metode=("POST",))
def pilih(request: Permintaan, pk: UUID) -> HttpResponse:
    """Choose one of the candidates of a look-up."""
    asal = get_object_or_404(Pemeriksaan.objects.untuk(request.user), pk=pk)
    nomor = _angka(request.POST.get("individu"))
    keluarga = asal.individu.keluarga_id if asal.individu else None
    if (
        nomor not in asal.calon
        and not Individu.objects.filter(pk=nomor, keluarga_id=keluarga, keluarga__isnull=False).exists()
    ):
        raise Http404
    orang = get_object_or_404(Individu, pk=nomor)
    periksa = services.pemeriksaan_catat(
        cara=asal.cara,
        dicari_samar=asal.dicari_samar,
        hasil=Pemeriksaan.Hasil.DITEMUKAN,
        individu=orang,
        oleh=request.user,
        kunjungan=kunjungan_untuk(asal.kunjungan, orang.no_kk),
    )
    return redirect("dtks:loket_hasil", pk=periksa.pk)


@dengan_izin("dtks.add_permohonan", metode=("GET", "POST"))
def permohonan_baru(request: Permintaan, pk: UUID, jenis: str) -> HttpResponse:
    """The form of a request during a visit; its papers are those of the rule in force today."""
    periksa = get_object_or_404(Pemeriksaan.objects.untuk(request.user).select_related("individu", "kunjungan"), pk=pk)
    if jenis not in JenisPermohonan.values:
        raise Http404
    orang = periksa.individu
    if orang is None and not periksa.bernomor:
        return redirect("dtks:loket_hasil", pk=periksa.pk)  # a name is no proof that somebody is not registered
    keluarga = _berurut(orang) if orang is not None else []
    syarat = syarat_pada(jenis, hari_ini())
    awal = _awal(request, periksa) if orang is None else {f"pilih_{orang.pk}": True}
    bentuk: dict[str, Any] = {"jenis": jenis, "keluarga": keluarga, "syarat": syarat}
    form = (
        PermohonanForm(request.POST, request.FILES, **bentuk)
        if request.method == "POST"
        else PermohonanForm(isian_usulan(request), initial=awal, **bentuk)
    )
    if request.method == "POST" and form.is_valid():
        try:
            permohonan = services.permohonan_catat(
                pemeriksaan=periksa,
                jenis=jenis,
                anggota=form.anggota(),
                isian=form.isian(),
                berkas_ada=form.berkas_ada(),
                oleh=request.user,
                pindaian=simpan_pindaian(request, form),
            )
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except AturanDilanggar as galat:
            beri_galat(form, galat)
        else:
            return selesai(request, permohonan, "Permohonan dicatat. Periksa saran di bawah, lalu putuskan.")
    return render(
        request,
        "dtks/permohonan_form.html",
        {"judul": f"{JenisPermohonan(jenis).label}, permohonan baru", "form": form, "periksa": periksa, "orang": orang},
        status=422 if form.errors else 200,
    )


def simpan_pindaian(request: Permintaan, form: PermohonanForm) -> dict[str, Any]:
    """Store the scans of a valid form; they get their owner with the request."""
    return {
        s.kode: berkas_unggahan(unggahan, oleh=request.user)
        for s in form.syarat
        if (unggahan := form.cleaned_data.get(f"pindai_{s.kode}"))
    }


def _berurut(orang: Individu) -> list[Individu]:
    """The person first, then the family."""
    keluarga = list(Individu.objects.filter(keluarga_id=orang.keluarga_id).select_related("desa").order_by("id")[:30])
    return sorted(keluarga, key=lambda o: o.pk != orang.pk)


def _awal(request: Permintaan, periksa: Pemeriksaan) -> dict[str, Any]:
    """What was sought and not found, so that nobody types it twice."""
    dicari = request.session.get(f"dicari:{periksa.pk}")
    if not dicari:
        return {}
    medan = {"nik": "nik", "kk": "no_kk", "nama": "nama"}.get(dicari["cara"])
    if medan is None:
        return {}
    awal: dict[str, Any] = {medan: dicari["teks"]}
    if medan == "nik" and not periksa_nik(dicari["teks"]).galat:
        from inti.formats import tanggal_dari_nik

        awal["tanggal_lahir"] = tanggal_dari_nik(dicari["teks"])
    return awal


@dengan_izin("dtks.putuskan_permohonan", metode=("GET", "POST"))
def tolak_langsung(request: Permintaan, pk: UUID, jenis: str) -> HttpResponse:
    """Turn a visitor away for the recommended reason: shown and asked once, then visit, request and refusal in one act.

    Only a penyelia opens a refusal again, so the clerk who gives it sees it first.
    """
    periksa = get_object_or_404(Pemeriksaan.objects.untuk(request.user).select_related("individu", "kunjungan"), pk=pk)
    if jenis not in JenisPermohonan.values or periksa.individu is None:
        raise Http404
    putusan = nilai(jenis, data_warga(periksa.individu), None, timezone.localdate())
    if putusan.utama is None or putusan.saran != "tolak":
        raise Http404
    if request.method == "GET":
        isi = {"periksa": periksa, "orang": periksa.individu, "jenis": jenis, "putusan": putusan}
        judul = f"Tolak {JenisPermohonan(jenis).label.lower()}?"
        return render(request, "dtks/tolak_langsung.html", isi | {"judul": judul})
    try:
        permohonan = services.kunjungan_tolak(
            pemeriksaan=periksa,
            jenis=jenis,
            anggota=anggota_dari(periksa.individu),
            alasan=putusan.utama.kode,
            oleh=request.user,
        )
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect("dtks:loket_hasil", pk=periksa.pk)
    return selesai(request, permohonan, "Permohonan ditolak. Lembar alasan siap dicetak.")
