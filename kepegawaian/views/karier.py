"""Facts of a career: add, change, throw away; family; an appointed superior. One set of classes for each kind."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from inti.forms.dasar import AlasanForm
from inti.pages import Tambah, Ubah, objek_atau_404, selesai, verb
from inti.permintaan import Permintaan
from inti.services import rekam
from inti.services.berkas import berkas_unggahan
from kepegawaian.forms.karier import FORM, ISI, AtasanForm, FaktaForm, KeluargaForm
from kepegawaian.models import AtasanKhusus, Fakta, KeluargaPegawai, Pegawai
from kepegawaian.services import karier as layanan_karier
from kepegawaian.services import orang as layanan_orang

UBAH = "kepegawaian.change_pegawai"
IZIN = {"hukuman": "kepegawaian.change_hukumanpegawai"}  # of a kind that isn't the file's own
DAFTAR = ("Pegawai", "kepegawaian:pegawai_daftar")


def pindaian(request: Permintaan, form: Any, nama: str = "pindaian") -> Any:
    """The scan (or photo) sent with a form, stored; None when there is none."""
    berkas = form.cleaned_data.get(nama)
    if not berkas:
        return None
    return berkas_unggahan(berkas, oleh=request.user)


class _OrangTambah(Tambah):
    """Something new in a person's file: his key stands in the address."""

    permission, daftar = UBAH, DAFTAR
    tujuan: ClassVar[str] = "karier"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The person, within the user's scope."""
        self.pegawai: Pegawai = objek_atau_404(request, Pegawai, kwargs["pk"])
        return super().dispatch(request, *args, **kwargs)

    def lembar(self, request: Permintaan, form: Any, objek: Any = None, status: int = 200) -> HttpResponse:
        """The form under the person's name."""
        isi = {"form": form, "objek": None, "subjek": self.pegawai, "batal": self.alamat(), "baru": True}
        return self.tampil(request, isi, status=status)

    template = "kepegawaian/fakta_form.html"

    def alamat(self) -> str:
        """Tab to go back to."""
        return reverse("kepegawaian:pegawai_bagian", args=[self.pegawai.pk, self.tujuan])

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """The service; then the tab."""
        self.catat(request, form)
        return self.alamat()

    def catat(self, request: Permintaan, form: Any) -> None:
        """The service call."""
        raise NotImplementedError


class _OrangUbah(Ubah):
    """A change in a person's file."""

    permission, daftar = UBAH, DAFTAR
    template = "kepegawaian/fakta_form.html"
    tujuan: ClassVar[str] = "karier"

    def objek(self, request: Permintaan, pk: Any) -> Any:
        """The row with its person."""
        return objek_atau_404(request, self.model, pk, hubungan=("pegawai",))

    def lembar(self, request: Permintaan, form: Any, objek: Any = None, status: int = 200) -> HttpResponse:
        """The form under the person's name, with the way to throw the row away."""
        batal = reverse("kepegawaian:pegawai_bagian", args=[objek.pegawai_id, self.tujuan])
        isi = {"form": form, "objek": objek, "subjek": objek.pegawai, "batal": batal, "baru": False}
        return self.tampil(request, isi | self.tambahan(objek), status=status)

    def tambahan(self, objek: Any) -> dict[str, Any]:
        """More for the template."""
        return {}

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> Any:
        """The service; then the tab."""
        self.catat(request, form, objek)
        return reverse("kepegawaian:pegawai_bagian", args=[objek.pegawai_id, self.tujuan])

    def catat(self, request: Permintaan, form: Any, objek: Any) -> None:
        """The service call."""
        raise NotImplementedError


class _FaktaTambah(_OrangTambah):
    macam: ClassVar[str]

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> FaktaForm:
        """The kind's form."""
        return FORM[self.macam](data, request.FILES if data is not None else None, pengguna=request.user)

    def catat(self, request: Permintaan, form: Any) -> None:
        layanan_karier.fakta_tambah(
            macam=self.macam,
            pegawai=self.pegawai,
            isian=form.isian(),
            oleh=request.user,
            pindaian=pindaian(request, form),
        )


class _FaktaUbah(_OrangUbah):
    macam: ClassVar[str]

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> FaktaForm:
        """The kind's form with the row's values."""
        berkas = request.FILES if data is not None else None
        return FORM[self.macam](data, berkas, instance=objek, pengguna=request.user)

    def tambahan(self, objek: Any) -> dict[str, Any]:
        """The scan that is there, and the way to throw the row away."""
        return {"buang": reverse(f"kepegawaian:{self.macam}_buang", args=[objek.pk]), "pindaian": objek.berkas}

    def catat(self, request: Permintaan, form: Any, objek: Any) -> None:
        model = type(objek)
        segar = model._base_manager.get(pk=objek.pk)
        segar.versi = objek.versi
        layanan_karier.fakta_ubah(fakta=segar, isian=form.isian(), oleh=request.user, pindaian=pindaian(request, form))


def _buang(macam: str, model: type[Fakta]) -> Any:
    @verb(model, permission=IZIN.get(macam, UBAH), form=AlasanForm, judul="Buang catatan", tombol="Buang", bahaya=True)
    def buang(request: Permintaan, fakta: Any, form: AlasanForm) -> HttpResponse:
        layanan_karier.fakta_buang(fakta=fakta, oleh=request.user, alasan=form.cleaned_data["alasan"])
        tab = reverse("kepegawaian:pegawai_bagian", args=[fakta.pegawai_id, "karier"])
        return selesai(request, tab, "Catatan dibuang; keadaan pegawai mengikuti catatan yang lain.")

    return buang


def rute() -> list[URLPattern]:
    """Three routes for each kind of fact."""
    hasil: list[URLPattern] = []
    for macam, (model, _) in ISI.items():
        sebutan = str(model._meta.verbose_name)
        isi = {"macam": macam, "model": model, "permission": IZIN.get(macam, UBAH)}
        tambah = type("FaktaTambah", (_FaktaTambah,), isi | {"judul": f"Catat {sebutan}"})
        ubah = type("FaktaUbah", (_FaktaUbah,), isi | {"judul": f"Ubah {sebutan}"})
        hasil += [
            path(f"pegawai/<int:pk>/{macam}/baru/", tambah.as_view(), name=f"{macam}_tambah"),  # type: ignore[attr-defined]
            path(f"{macam}/<int:pk>/ubah/", ubah.as_view(), name=f"{macam}_ubah"),  # type: ignore[attr-defined]
            path(f"{macam}/<int:pk>/buang/", _buang(macam, model), name=f"{macam}_buang"),
        ]
    return hasil


class KeluargaTambah(_OrangTambah):
    model, form, judul, tujuan = KeluargaPegawai, KeluargaForm, "Anggota keluarga", "keluarga"

    def catat(self, request: Permintaan, form: Any) -> None:
        layanan_orang.keluarga_tambah(pegawai=self.pegawai, isian=form.cleaned_data, oleh=request.user)


class KeluargaUbah(_OrangUbah):
    model, form, judul, tujuan = KeluargaPegawai, KeluargaForm, "Ubah anggota keluarga", "keluarga"

    def catat(self, request: Permintaan, form: Any, objek: Any) -> None:
        rekam.rekam_ubah(objek=objek, isian=form.cleaned_data, oleh=request.user)


class AtasanTambah(_OrangTambah):
    model, form, judul, permission = AtasanKhusus, AtasanForm, "Tetapkan atasan", "kepegawaian.add_atasankhusus"

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> AtasanForm:
        """Colleagues of the office, the person himself not among them."""
        awal = {"tmt": timezone.localdate()}
        return AtasanForm(data, initial=awal, pengguna=request.user, pegawai=self.pegawai)

    def alamat(self) -> str:
        """The person's page, where the superior stands."""
        return str(self.pegawai.get_absolute_url())

    def catat(self, request: Permintaan, form: Any) -> None:
        """From when until when, and why."""
        layanan_orang.atasan_tetapkan(pegawai=self.pegawai, isian=form.cleaned_data, oleh=request.user)
