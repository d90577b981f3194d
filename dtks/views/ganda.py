"""Doubles side by side: join, take apart, keep apart; the list of wrong NIKs, its recap and its answer."""

from __future__ import annotations

import tempfile
from pathlib import Path

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from dtks.columns.layanan import NikColumns
from dtks.filters.layanan import NikFilter
from dtks.forms.ganda import GabungForm, NikForm, PisahForm, SelesaiForm
from dtks.models import Individu, NikBermasalah, Penggabungan, TinjauGanda
from dtks.queries import ganda as queries
from dtks.services import ganda as services
from inti.access import boleh, dengan_izin
from inti.forms.dasar import AlasanForm
from inti.galat import AturanDilanggar, SudahDikirim
from inti.jobs import tugas_antrekan
from inti.models import JejakBaca
from inti.pages import Aksi, Daftar, Massal, objek_atau_404, selesai, verb
from inti.pages.dasar import kunci_dipilih, sudah_dikirim
from inti.permintaan import Permintaan
from inti.services.ekspor import JENIS_ISI
from inti.services.jejak import jejak_catat
from inti.sheets.tulis import tulis_tabel

TINJAU, GABUNG, KIRIM = "dtks.view_tinjauganda", "dtks.gabung_individu", "dtks.change_nikbermasalah"
PIHAK = ("individu__desa", "lain__desa", "keluarga", "batch", "oleh")


@dengan_izin(TINJAU)
def tinjau(request: Permintaan, pk: int) -> HttpResponse:
    """Both sides, masked, with what differs marked; the verbs for who may join."""
    objek = objek_atau_404(request, TinjauGanda, pk, hubungan=PIHAK)
    dua = [o for o in (objek.individu, objek.lain) if o is not None]
    for orang in dua:
        jejak_catat(request, JejakBaca.Jenis.BUKA, orang, "tinjauan data")
    isi = {
        "judul": objek.get_jenis_display(),
        "tinjau": objek,
        "sisi": [queries.sisi(o) for o in dua],
        "beda": queries.beda_isian(dua),
        "boleh_putus": boleh(request.user, GABUNG) and objek.status == TinjauGanda.Status.MENUNGGU,
        "berikut": TinjauGanda.objects.untuk(request.user)
        .filter(status=TinjauGanda.Status.MENUNGGU, pk__gt=objek.pk)
        .order_by("pk")
        .first(),
    }
    return render(request, "dtks/tinjau.html", isi)


@verb(TinjauGanda, permission=GABUNG, form=GabungForm, judul="Gabungkan data ganda", tombol="Gabungkan", hubungan=PIHAK)
def tinjau_gabung(request: Permintaan, objek: TinjauGanda, form: GabungForm) -> HttpResponse:
    utama, lain = form.kedua()
    services.individu_gabung(
        utama=utama, lain=lain, alasan=form.cleaned_data["alasan"], oleh=request.user, tinjauan=objek
    )
    return selesai(request, utama, "Digabungkan. Permohonan dan surat keduanya tetap ada; dapat dipisahkan kembali.")


@verb(TinjauGanda, permission=GABUNG, form=PisahForm, judul="Dua orang berbeda", tombol="Simpan", hubungan=PIHAK)
def tinjau_pisah(request: Permintaan, objek: TinjauGanda, form: PisahForm) -> HttpResponse:
    salah = form.orang_salah()
    services.tinjauan_pisah(tinjauan=objek, salah=salah, catatan=form.cleaned_data["catatan"], oleh=request.user)
    return selesai(
        request, "dtks:tinjau_daftar", "Dicatat." + (" NIK-nya masuk rekap ke Disdukcapil." if salah else "")
    )


@verb(TinjauGanda, permission=GABUNG, form=SelesaiForm, judul="Selesai ditinjau", tombol="Selesai", hubungan=PIHAK)
def tinjau_selesai(request: Permintaan, objek: TinjauGanda, form: SelesaiForm) -> HttpResponse:
    """Nothing to do."""
    services.tinjauan_selesai(tinjauan=objek, catatan=form.cleaned_data["catatan"], oleh=request.user)
    return selesai(request, "dtks:tinjau_daftar", "Tinjauan selesai.")


@verb(Penggabungan, permission=GABUNG, form=AlasanForm, judul="Pisahkan kembali", tombol="Pisahkan", bahaya=True)
def gabung_batal(request: Permintaan, objek: Penggabungan, form: AlasanForm) -> HttpResponse:
    """Take two entries apart again."""
    services.individu_pisah_kembali(penggabungan=objek, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, objek.utama, "Dipisahkan kembali; tinjauannya menunggu lagi.")


@verb(Individu, permission=KIRIM, form=NikForm, judul="Catat NIK bermasalah", tombol="Catat")
def nik_catat(request: Permintaan, objek: Individu, form: NikForm) -> HttpResponse:
    """Note by hand."""
    services.nik_catat(individu=objek, oleh=request.user, **form.cleaned_data)
    return selesai(request, objek, "NIK dicatat dan masuk rekap ke Disdukcapil.")


class NikDaftar(Daftar):
    model, columns, filters = NikBermasalah, NikColumns, NikFilter
    permission, judul, urut_awal = "dtks.view_nikbermasalah", "NIK bermasalah", "id"
    cari_di, cari_petunjuk = ("individu__nama",), "Nama"
    tampilan = (("Belum dikirim", "status=tercatat"), ("Dikirim", "status=dikirim"), ("Dijawab", "status=dijawab"))
    massal = (Massal("Unduh rekap dan tandai dikirim", "dtks:nik_kirim", KIRIM, "arrow-down-tray", utama=True),)
    tautan = (
        ("Periksa seluruh data", "magnifying-glass", "dtks:nik_kumpulkan", KIRIM),
        ("Impor jawaban", "arrow-up-tray", "dtks:nik_impor", KIRIM),
    )
    ekspor_izin = "dtks.ekspor_individu"
    keterangan = "NIK yang tidak mungkin benar tidak pernah menahan pelayanan; rekapnya dikirim ke Disdukcapil."
    kosong = ("Belum ada NIK bermasalah", "Dicatat dari tinjauan data ganda, atau dikumpulkan dari seluruh data.")


@dengan_izin(KIRIM, metode=("POST",))
def nik_kirim(request: Permintaan) -> HttpResponse:
    """The recap of those ticked as a workbook with whole numbers, for the population office; they are marked as sent."""
    pilihan = kunci_dipilih(request, terbanyak=5000)
    nik = list(NikBermasalah.objects.untuk(request.user).filter(pk__in=pilihan, status__in=["tercatat", "dikirim"]))
    if not nik:
        messages.error(request, "Belum ada yang dipilih, atau semuanya sudah dijawab.")
        return redirect("dtks:nik_daftar")
    try:
        services.nik_kirim(nik=nik, oleh=request.user)
    except SudahDikirim as galat:
        return sudah_dikirim(request, galat)
    except AturanDilanggar as galat:
        messages.error(request, galat.kalimat)
        return redirect("dtks:nik_daftar")
    with tempfile.TemporaryDirectory() as folder:
        berkas = Path(folder) / "rekap.xlsx"
        baris = queries.rekap_nik(NikBermasalah.objects.filter(pk__in=[n.pk for n in nik]))
        tulis_tabel(berkas, queries.JUDUL_REKAP, baris, lembar="NIK bermasalah")
        isi = berkas.read_bytes()
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"rekap NIK: {len(nik)} baris, xlsx")
    balasan = HttpResponse(isi, content_type=JENIS_ISI["xlsx"])
    nama = f"rekap-nik-{timezone.localdate():%Y%m%d}.xlsx"
    balasan.headers["Content-Disposition"] = content_disposition_header(True, nama) or "attachment"
    return balasan


@dengan_izin(KIRIM, metode=("GET", "POST"))
def nik_kumpulkan(request: Permintaan) -> HttpResponse:
    """Look through the whole registry in the background for numbers that contradict their person."""
    if request.method == "POST":
        return redirect(
            tugas_antrekan(
                jenis="dtks-nik-kumpulkan", judul="Memeriksa NIK seluruh data terpadu", argumen={}, oleh=request.user
            )
        )
    return render(request, "dtks/nik_kumpulkan.html", {"judul": "Periksa NIK seluruh data"})


@dengan_izin(KIRIM)
def nik_impor(request: Permintaan) -> HttpResponse:
    """To the import of the answer."""
    return redirect("impor", jenis="koreksi-nik")


def aksi_orang(request: Permintaan, orang: Individu) -> list[Aksi]:
    """What a person's page offers here."""
    from django.urls import reverse

    if not boleh(request.user, KIRIM):
        return []
    return [Aksi("Catat NIK bermasalah", reverse("dtks:nik_catat", args=[orang.pk]), "flag")]
