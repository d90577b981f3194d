"""The registry: list of persons, a person's page with every period kept, unmasking with its reason."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render

from dtks.columns.layanan import IndividuColumns, TinjauColumns
from dtks.filters.layanan import IndividuFilter, TinjauFilter
from dtks.models import Individu, TinjauGanda
from dtks.queries.ganda import gabungan, permohonan_orang
from dtks.queries.registri import saring_individu
from dtks.views.ganda import aksi_orang
from inti.access import boleh, dengan_izin
from inti.models import JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, objek_atau_404
from inti.permintaan import Permintaan
from inti.services.jejak import jejak_catat

SEBAB_TAMPIL = (
    "Mencocokkan dengan KTP",
    "Mencocokkan dengan KK",
    "Permintaan warga yang bersangkutan",
    "Memeriksa data ganda",
)


class IndividuDaftar(Daftar):
    model, columns, filters = Individu, IndividuColumns, IndividuFilter
    permission = "dtks.view_individu"
    judul = "Data terpadu"
    urut_awal = "nama"
    cari_di = ("nama",)
    cari_petunjuk = "Nama, NIK, KK, atau ID"
    tampilan = (("Desil 1", "desil=1"), ("PBI-JK", "pbi_jk=true"), ("Tidak lagi terdaftar", "terdaftar=false"))
    impor = "dtks"
    ekspor_izin = "dtks.ekspor_individu"
    kosong = ("Data terpadu masih kosong", "Impor buku kerja dari kabupaten untuk mulai melayani.")

    def cari(self, kueri: QuerySet, teks: str) -> QuerySet:
        """By number exactly, by name through the index."""
        return saring_individu(kueri, teks)


class IndividuRincian(Rincian):
    model = Individu
    permission = "dtks.view_individu"
    hubungan = ("desa", "keluarga")
    daftar = ("Data terpadu", "dtks:individu_daftar")
    bagian = (Bagian("ringkasan", "Ringkasan", "dtks/individu_ringkasan.html"),)
    ada_riwayat = False

    def isi(self, request: Permintaan, objek: Individu, bagian: str) -> dict[str, Any]:
        """Family within the user's scope, every period, reviews."""
        return {
            "keluarga": list(
                Individu.objects.untuk(request.user).filter(keluarga_id=objek.keluarga_id).order_by("id")[:30]
            ),
            "keadaan": list(objek.keadaan.order_by("-periode_urut")[:12]),
            "tinjauan": list(objek.tinjauan.filter(status=TinjauGanda.Status.MENUNGGU).select_related("lain")[:10]),
            "boleh_buka_nik": request.user.has_perm("dtks.tampilkan_nik"),
            "sebab_tampil": SEBAB_TAMPIL,
            "gabungan": gabungan(objek),
            "permohonan": permohonan_orang(objek, request.user) if boleh(request.user, "dtks.view_permohonan") else [],
            "nik_bermasalah": list(objek.nik_bermasalah.all()),
            "boleh_gabung": boleh(request.user, "dtks.gabung_individu"),
        }

    def aksi(self, request: Permintaan, objek: Individu) -> list[Aksi]:
        """Verbs on a person."""
        return aksi_orang(request, objek)


@dengan_izin("dtks.tampilkan_nik", metode=("GET", "POST"))
def individu_tampilkan(request: Permintaan, pk: int) -> HttpResponse:
    """Show a person's full numbers for a stated reason. Each showing is one line of the read log."""
    orang = objek_atau_404(request, Individu, pk)
    sebab = request.POST.get("sebab", "")
    if request.method != "POST" or sebab not in SEBAB_TAMPIL:
        return render(
            request,
            "dtks/individu_tampilkan.html",
            {"judul": "Tampilkan NIK", "orang": orang, "sebab_tampil": SEBAB_TAMPIL},
        )
    jejak_catat(request, JejakBaca.Jenis.TAMPIL, orang, sebab)
    return render(
        request,
        "dtks/individu_tampilkan.html",
        {"judul": "Tampilkan NIK", "orang": orang, "terbuka": True, "sebab": sebab},
    )


class TinjauDaftar(Daftar):
    model, columns, filters = TinjauGanda, TinjauColumns, TinjauFilter
    permission = "dtks.view_tinjauganda"
    judul = "Tinjauan data"
    urut_awal = "id"
    tampilan = (("Menunggu", "status=menunggu"), ("NIK ganda", "jenis=nik_ganda"))
    keterangan = "Hal yang ditemukan saat impor dan perlu dilihat orang; pelayanan tetap berjalan."
    kosong = (
        "Tidak ada yang perlu ditinjau",
        "Impor berikutnya menambah daftar ini bila ada NIK ganda atau anggota keluarga yang berubah.",
    )


@dengan_izin("dtks.impor_individu")
def impor(request: Permintaan) -> HttpResponse:
    """To the import page of the registry."""
    return redirect("impor", jenis="dtks")
