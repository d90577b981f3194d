"""Drafts: written out of a template, mended, initialled, approved, numbered."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.text import slugify

from arsip.columns.naskah import NaskahColumns
from arsip.documents.naskah import surat_naskah
from arsip.filters.naskah import NaskahFilter
from arsip.forms.naskah import AjukanForm, LampiranForm, NaskahBaruForm, NaskahForm, NomoriForm, ParafForm
from arsip.models import LampiranNaskah, Naskah, SumberData, TemplatSurat
from arsip.queries.naskah import ISI, beda_isi, massal_menunggu, menunggu, naskah_terbaca, siap_dinomori
from arsip.services import naskah as services
from inti.access import boleh, boleh_atau_usul, dengan_izin
from inti.documents import gambar_surat
from inti.documents.docx import DOCX, surat_docx
from inti.documents.jilid import satu_pdf
from inti.forms.dasar import AlasanForm
from inti.models import BerkasTersimpan, Instansi, JejakBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, Tambah, Ubah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.queries.alur import jejak_alur
from inti.services.berkas import berkas_baca, berkas_unggahan
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas

LIHAT, SETUJUI, NOMORI = "arsip.view_naskah", "arsip.setujui_naskah", "arsip.nomori_naskah"
TAMBAH, UBAH = "arsip.add_naskah", "arsip.change_naskah"
DAFTAR = ("Konsep surat", "arsip:naskah_daftar")
ANTREAN = "arsip:naskah_antrean"
SEBUTAN_ISI = {
    "tujuan": "Tujuan", "alamat": "Alamat", "telepon": "Telepon", "judul": "Judul", "hal": "Hal",
    "klasifikasi": "Kode klasifikasi", "keamanan": "Keamanan", "kecepatan": "Kecepatan", "lampiran": "Lampiran",
    "isi": "Isi", "penutup": "Penutup", "tembusan": "Tembusan", "sebutan": "Menandatangani", "atas_nama": "Atas nama",
    "pihak_kedua_nama": "Pihak kedua", "pihak_kedua_jabatan": "Jabatan pihak kedua", "penandatangan": "Penanda tangan",
}  # fmt: skip


class NaskahDaftar(Daftar):
    model, columns, filters, permission = Naskah, NaskahColumns, NaskahFilter, LIHAT
    judul, urut_awal = "Konsep surat", "-diubah_pada"
    cari_di, cari_petunjuk = ("hal", "tujuan"), "Hal atau tujuan"
    tampilan = (("Konsep", "status=konsep"), ("Menunggu", "status=menunggu"), ("Menunggu nomor", "status=disetujui"))
    tambah = ("Surat baru", "arsip:naskah_pilih", TAMBAH)
    tautan = (("Surat massal", "rectangle-stack", "arsip:suratmassal_daftar", "arsip.view_suratmassal"),)
    ekspor_izin = LIHAT
    kosong = ("Belum ada konsep surat", "Pilih templat, isi bidangnya, lalu ajukan kepada pemeriksa.")


@dengan_izin("arsip.view_templatsurat")
def naskah_pilih(request: Permintaan) -> HttpResponse:
    """Choose the template of a new letter."""
    templat = TemplatSurat.objects.hidup().filter(aktif=True).exclude(sumber=SumberData.APLIKASI).order_by("nama", "pk")
    return render(request, "arsip/naskah_pilih.html", {"judul": "Surat baru", "templat": templat})


class NaskahTambah(Tambah):
    model, form, permission = Naskah, NaskahBaruForm, TAMBAH
    judul, daftar, pesan = "Surat baru", DAFTAR, "Konsep tersimpan. Periksa isinya, lalu ajukan."
    template = "arsip/naskah_form.html"
    templat: TemplatSurat

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The template is named in the address."""
        templat = (
            TemplatSurat.objects.hidup().filter(pk=kwargs["pk"], aktif=True).exclude(sumber=SumberData.APLIKASI).first()
        )
        if templat is None:
            raise Http404
        self.templat = templat
        return super().dispatch(request, *args, **kwargs)

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> NaskahBaruForm:
        """The form with the template's blanks."""
        contoh = Naskah(templat=self.templat)
        return NaskahBaruForm(data, templat=self.templat, pengguna=request.user, instance=contoh)

    def lembar(self, request: Permintaan, form: Any, objek: Any = None, status: int = 200) -> HttpResponse:
        """With the template's name."""
        isi = {
            "form": form,
            "objek": None,
            "batal": reverse("arsip:naskah_pilih"),
            "baru": True,
            "templat": self.templat,
        }
        return self.tampil(request, {**isi, "judul": self.templat.nama}, status=status)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Naskah:
        """The service fills the template."""
        if request.user.unit is None:
            raise Http404
        return services.naskah_buat(
            templat=self.templat,
            unit=request.user.unit,
            isian=form.isian(),
            bidang=form.bidang(),
            pegawai=list(form.cleaned_data.get("pegawai") or ()),
            oleh=request.user,
        )


class NaskahRincian(Rincian):
    model, permission, daftar = Naskah, LIHAT, DAFTAR
    hubungan = ("templat", "unit", "konseptor", "penandatangan__pengguna", "surat_keluar__nomor",
                "surat_keluar__dokumen__berkas", "disetujui_oleh")  # fmt: skip
    ubah_rute = "arsip:naskah_ubah"
    bagian = (
        Bagian("ringkasan", "Ringkasan", "arsip/naskah.html"),
        Bagian("versi", "Versi", "arsip/naskah_versi.html"),
        Bagian("lampiran", "Lampiran", "arsip/naskah_lampiran.html"),
    )

    def aksi(self, request: Permintaan, objek: Naskah) -> list[Any]:
        """The next step, by whose turn it is."""
        s, kini, pengguna = Naskah.Status, objek.status, request.user
        alamat = {n: reverse(f"arsip:naskah_{n}", args=[objek.pk]) for n in ("pdf", "docx", "ajukan", "paraf", "setujui",
                  "kembalikan", "tarik", "nomori", "batalkan")}  # fmt: skip
        hasil = []
        if objek.berkas_musnah is None:
            hasil = [Aksi("PDF", alamat["pdf"], "document-text"), Aksi("DOCX", alamat["docx"], "document-arrow-down")]
        ubah = boleh_atau_usul(pengguna, UBAH)
        if kini == s.KONSEP and ubah:
            hasil += [
                Aksi("Batalkan", alamat["batalkan"], bahaya=True),
                Aksi("Ajukan", alamat["ajukan"], "paper-airplane", utama=True),
            ]
        if objek.boleh_ditarik(pengguna) and kini in {s.DIPERIKSA, s.MENUNGGU, s.DISETUJUI} and ubah:
            hasil.append(Aksi("Tarik", alamat["tarik"], langsung=True))
        if (
            kini in {s.DIPERIKSA, s.MENUNGGU}
            and boleh(pengguna, SETUJUI)
            and menunggu(pengguna).filter(pk=objek.pk).exists()
        ):
            hasil.append(Aksi("Kembalikan", alamat["kembalikan"]))
            if kini == s.DIPERIKSA:
                hasil.append(Aksi("Paraf", alamat["paraf"], "pencil", utama=True))
            else:
                hasil.append(Aksi("Setujui", alamat["setujui"], "check", utama=True, langsung=True))
        if kini == s.DISETUJUI and boleh(pengguna, NOMORI):
            hasil.append(Aksi("Beri nomor", alamat["nomori"], "hashtag", utama=True))
        if kini == s.TERBIT and objek.surat_keluar is not None:
            hasil.append(Aksi("Buka surat", objek.surat_keluar.get_absolute_url(), "arrow-right", utama=True))
        return hasil

    def isi(self, request: Permintaan, objek: Naskah, bagian: str) -> dict[str, Any]:
        if bagian == "versi":
            return self._versi(request, objek)
        if bagian == "lampiran":
            lampiran = objek.lampiran_set.hidup().select_related("berkas").order_by("pk")
            return {"lampiran": lampiran, "boleh_lampir": boleh(request.user, UBAH) and self.dapat_diubah(objek)}
        return {
            "jejak": jejak_alur(objek),
            "versi_banyak": objek.versi_set.count(),
            "terbaca": naskah_terbaca(objek, Instansi.kini()),
        }

    @staticmethod
    def _versi(request: Permintaan, objek: Naskah) -> dict[str, Any]:
        """The versions, and the words in which two of them differ."""
        semua = list(objek.versi_set.select_related("oleh").order_by("ke"))
        ke = {str(v.ke): v for v in semua}
        if not semua:
            return {"versi": []}
        baru = ke.get(request.GET.get("ke", ""), semua[-1])
        lama = ke.get(request.GET.get("dari", ""), ke.get(str(baru.ke - 1), baru))
        beda = [
            (SEBUTAN_ISI[n], beda_isi(n, lama.isi.get(n, ""), baru.isi.get(n, "")))
            for n in (*ISI, "penandatangan")
            if str(lama.isi.get(n, "")) != str(baru.isi.get(n, ""))
        ]
        lampiran_lain = lama.isi.get("lampiran_berkas") != baru.isi.get("lampiran_berkas")
        return {
            "versi": list(reversed(semua)),
            "lama": lama,
            "baru": baru,
            "beda": beda,
            "lampiran_lain": lampiran_lain,
        }


class NaskahUbah(Ubah):
    model, form, permission = Naskah, NaskahForm, UBAH
    judul, daftar = "Ubah konsep surat", DAFTAR
    template = "arsip/naskah_form.html"

    def objek(self, request: Permintaan, pk: Any) -> Naskah:
        """The draft with what its form needs."""
        naskah: Naskah = objek_atau_404(request, Naskah, pk, hubungan=("templat", "penandatangan"))
        return naskah

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Naskah:
        """What was approved before is void."""
        return services.naskah_ubah(naskah=objek, isian=form.isian(), oleh=request.user)


@dengan_izin(SETUJUI)
def naskah_antrean(request: Permintaan) -> HttpResponse:
    """What waits for one's initials or signature, oldest first: by keyboard or with one thumb."""
    naskah = menunggu(request.user).select_related("templat", "konseptor", "penandatangan", "unit")
    massal = massal_menunggu(request.user).select_related("templat", "konseptor")
    isi: dict[str, Any] = {
        "naskah": list(naskah.order_by("diubah_pada", "pk")[:50]),
        "massal": list(massal.order_by("pk")[:20]),
    }
    instansi = Instansi.kini()
    for n in isi["naskah"]:
        n.terbaca = naskah_terbaca(n, instansi)
    isi |= {"judul": "Naskah menunggu Anda", "banyak": len(isi["naskah"]) + len(isi["massal"])}
    return render(request, "arsip/naskah_antrean.html", isi)


@dengan_izin(NOMORI)
def naskah_siap(request: Permintaan) -> HttpResponse:
    """Approved letters that wait for a number."""
    baris = (
        siap_dinomori(request.user)
        .select_related("templat", "konseptor", "unit", "penandatangan")
        .order_by("disetujui_pada", "pk")
    )
    return render(request, "arsip/naskah_siap.html", {"judul": "Menunggu nomor", "baris": list(baris[:100])})


def _surat(request: Permintaan, pk: int) -> tuple[Naskah, Any]:
    hubungan = ("templat", "unit", "penandatangan", "surat_keluar__nomor", "surat_keluar__dokumen__berkas")
    naskah: Naskah = objek_atau_404(request, Naskah, pk, hubungan=hubungan)
    keluar = naskah.surat_keluar
    if keluar is None:
        return naskah, surat_naskah(naskah)
    return naskah, surat_naskah(naskah, nomor=keluar.nomor.teks, tanggal=keluar.tanggal)


def _sudah_musnah(request: Permintaan, berkas: BerkasTersimpan) -> HttpResponse:
    """No letter is drawn under a number whose words are gone."""
    isi = {"judul": "Berkas sudah dimusnahkan", "berkas": berkas}
    return render(request, "inti/berkas_musnah.html", isi, status=410)


@dengan_izin(LIHAT)
def naskah_pdf(request: Permintaan, pk: int) -> HttpResponse:
    """The draft as it will be printed, marked KONSEP, with its attachments behind it."""
    naskah, surat = _surat(request, pk)
    if naskah.berkas_musnah is not None:
        return _sudah_musnah(request, naskah.berkas_musnah)
    isi = gambar_surat(surat, judul=naskah.hal)
    lampiran = list(naskah.lampiran_set.hidup().select_related("berkas").order_by("pk"))
    if lampiran and "lampiran" in request.GET:
        jilid = [
            ("Surat", isi, "application/pdf"),
            *((str(x), berkas_baca(x.berkas), x.berkas.jenis_isi) for x in lampiran),
        ]
        isi, _gagal = satu_pdf(jilid)
    jejak_catat(request, JejakBaca.Jenis.UNDUH, naskah, "konsep, pdf")
    return balasan_berkas(isi, f"konsep {slugify(naskah.hal)[:60]}.pdf", "application/pdf", buatan_sendiri=True)


@dengan_izin(LIHAT)
def naskah_docx(request: Permintaan, pk: int) -> HttpResponse:
    """An editable copy."""
    naskah, surat = _surat(request, pk)
    if naskah.berkas_musnah is not None:
        return _sudah_musnah(request, naskah.berkas_musnah)
    jejak_catat(request, JejakBaca.Jenis.UNDUH, naskah, "salinan, docx")
    return balasan_berkas(surat_docx(surat, judul=naskah.hal), f"{slugify(naskah.hal)[:60]}.docx", DOCX)


@verb(
    Naskah,
    permission=UBAH,
    form=AjukanForm,
    judul="Ajukan konsep",
    tombol="Ajukan",
    hubungan=("konseptor", "penandatangan__pengguna"),
)
def naskah_ajukan(request: Permintaan, naskah: Naskah, form: AjukanForm) -> HttpResponse:
    """To those who check it."""
    services.naskah_ajukan(naskah=naskah, pemeriksa=form.pemeriksa(), oleh=request.user)
    return selesai(request, naskah, "Konsep diajukan.")


@verb(
    Naskah,
    permission=SETUJUI,
    form=ParafForm,
    judul="Paraf naskah",
    tombol="Paraf",
    hubungan=("konseptor", "penandatangan__pengguna"),
)
def naskah_paraf(request: Permintaan, naskah: Naskah, form: ParafForm) -> HttpResponse:
    services.naskah_paraf(naskah=naskah, oleh=request.user, catatan=form.cleaned_data["catatan"])
    return selesai(request, ANTREAN, "Naskah diparaf.")


@verb(Naskah, permission=SETUJUI, judul="Setujui naskah", tombol="Setujui", hubungan=("konseptor", "penandatangan"))
def naskah_setujui(request: Permintaan, naskah: Naskah) -> HttpResponse:
    """The signer's approval."""
    services.naskah_setujui(naskah=naskah, oleh=request.user)
    return selesai(request, ANTREAN, "Naskah disetujui; menunggu nomor.")


@verb(
    Naskah, permission=SETUJUI, form=AlasanForm, judul="Kembalikan konsep", tombol="Kembalikan", hubungan=("konseptor",)
)
def naskah_kembalikan(request: Permintaan, naskah: Naskah, form: AlasanForm) -> HttpResponse:
    """Back to the writer."""
    services.naskah_kembalikan(naskah=naskah, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, ANTREAN, "Konsep dikembalikan kepada konseptor.")


@verb(Naskah, permission=UBAH, judul="Tarik konsep", tombol="Tarik")
def naskah_tarik(request: Permintaan, naskah: Naskah) -> HttpResponse:
    """The writer takes it back."""
    services.naskah_tarik(naskah=naskah, oleh=request.user)
    return selesai(request, naskah, "Konsep ditarik; ubah lalu ajukan kembali.")


@verb(Naskah, permission=NOMORI, form=NomoriForm, judul="Beri nomor", tombol="Beri nomor", template="arsip/naskah_nomori.html",
      hubungan=("templat", "unit", "penandatangan", "konseptor"))  # fmt: skip
def naskah_nomori(request: Permintaan, naskah: Naskah, form: NomoriForm) -> HttpResponse:
    """Number, print, archive copy."""
    hasil = services.naskah_terbitkan(naskah=naskah, oleh=request.user, **form.pilihan_nomor())
    return selesai(
        request, hasil.surat_keluar, f"Surat bernomor {hasil.surat_keluar.nomor}. Cetak, lalu mintakan tanda tangan."
    )


@verb(Naskah, permission=UBAH, form=AlasanForm, judul="Batalkan konsep", tombol="Batalkan konsep", bahaya=True)
def naskah_batalkan(request: Permintaan, naskah: Naskah, form: AlasanForm) -> HttpResponse:
    """It will not be sent."""
    services.naskah_batalkan(naskah=naskah, alasan=form.cleaned_data["alasan"], oleh=request.user)
    return selesai(request, naskah, "Konsep dibatalkan.")


class LampiranTambah(Tambah):
    model, form, permission = LampiranNaskah, LampiranForm, UBAH
    judul, daftar, pesan = "Tambah lampiran", DAFTAR, "Lampiran tersimpan."
    naskah: Naskah

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Of a draft without a number that the user may meet."""
        if request.user.is_authenticated:
            naskah: Naskah = objek_atau_404(request, Naskah, kwargs["pk"])
            if naskah.status in {Naskah.Status.TERBIT, Naskah.Status.DIBATALKAN}:
                raise Http404
            self.naskah = naskah
        return super().dispatch(request, *args, **kwargs)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> LampiranNaskah:
        """An approval given before is void."""
        p = form.cleaned_data["pindaian"]
        return services.lampiran_tambah(
            naskah=self.naskah,
            judul=form.cleaned_data["judul"],
            berkas=berkas_unggahan(p, oleh=request.user),
            oleh=request.user,
        )


@verb(LampiranNaskah, permission=UBAH, judul="Lepas lampiran", tombol="Lepas", bahaya=True)
def lampiran_lepas(request: Permintaan, lampiran: LampiranNaskah) -> HttpResponse:
    """Take it off."""
    services.lampiran_lepas(lampiran=lampiran, oleh=request.user)
    return redirect(lampiran)
