"""Create, change, trash and restore: one form, one service call, one line of history."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import ModelForm
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from inti.galat import AturanDilanggar, DataTetap, SudahDikirim, Tetap, VersiBerubah
from inti.gerbang import diri as gerbang_diri
from inti.gerbang.pengajuan import isian_usulan
from inti.pages.dasar import Halaman, beri_galat, objek_atau_404, selesai, sudah_dikirim
from inti.permintaan import Permintaan
from inti.perubahan import kiriman_terdahulu, pastikan_tak_tetap
from inti.services import rekam
from inti.services.berkas import isian_tersimpan


class _Formulir(Halaman):
    template = "inti/formulir.html"
    model: ClassVar[type[models.Model]]
    form: ClassVar[type[ModelForm]]
    daftar: ClassVar[tuple[str, str]] = ("", "")
    kembali: ClassVar[str] = ""  # route to go to afterwards; empty: the record's own page
    pesan: ClassVar[str] = "Tersimpan."

    def buat_form(self, request: Permintaan, objek: Any = None, data: Any = None) -> Any:
        """The form, bound when `data` is given."""
        return self.form(data, request.FILES if data is not None else None, instance=objek)

    def lembar(self, request: Permintaan, form: Any, objek: Any = None, status: int = 200) -> HttpResponse:
        """Show the form."""
        batal = (
            reverse(self.kembali)
            if self.kembali
            else (objek.get_absolute_url() if objek is not None else reverse(self.daftar[1]))
        )
        return self.tampil(
            request, {"form": form, "objek": objek, "batal": batal, "baru": objek is None}, status=status
        )

    def jalankan(self, request: Permintaan, form: Any, objek: Any = None) -> HttpResponse:
        """Call the service with a valid form and end, or show the form again with what is wrong."""
        if form.is_valid():
            try:
                hasil = self.simpan(request, form, objek)
            except SudahDikirim as galat:
                return sudah_dikirim(request, galat)
            except (VersiBerubah, DataTetap):
                raise
            except (AturanDilanggar, ValidationError) as galat:
                beri_galat(form, galat)
            else:
                if "lagi" in request.POST:
                    selesai(request, request.path, self.pesan)
                    return redirect(request.path)
                return selesai(request, self.kembali or hasil, self.pesan)
        elif (terdahulu := kiriman_terdahulu(request.user)) is not None:
            return sudah_dikirim(request, SudahDikirim(terdahulu))
        return self.lembar(request, form, objek, status=422)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> models.Model:
        """The service call; an app with a service of its own overrides this."""
        raise NotImplementedError

    @staticmethod
    def isian(request: Permintaan, form: Any) -> dict[str, Any]:
        """What the form says, its uploads in the store; a file that was not sent again is not said."""
        kosong = {n for n in form.unggahan() if not form.cleaned_data.get(n)} if hasattr(form, "unggahan") else set()
        return isian_tersimpan({n: v for n, v in form.cleaned_data.items() if n not in kosong}, oleh=request.user)


def _pastikan_orang_lain(request: Permintaan, objek: Any) -> None:
    """No form is shown whose sending would be refused. Raises DataTetap for a record about oneself (but see proposing)."""
    if not request.mengusul and gerbang_diri.tentang_diri(objek, request.user):
        raise DataTetap(objek, Tetap(gerbang_diri.KODE, gerbang_diri.PESAN, gerbang_diri.LANGKAH))


class Tambah(_Formulir):
    """A new record."""

    pesan = "Data baru tersimpan."

    def get(self, request: Permintaan, **_: Any) -> HttpResponse:
        """The empty form."""
        return self.lembar(request, self.buat_form(request, data=isian_usulan(request)))

    def post(self, request: Permintaan, **_: Any) -> HttpResponse:
        return self.jalankan(request, self.buat_form(request, data=request.POST))

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> models.Model:
        """Plain creation with the form's fields."""
        return rekam.rekam_tambah(
            model=self.model._meta.label_lower, isian=self.isian(request, form), oleh=request.user
        )


class Ubah(_Formulir):
    """Change a record; refused with both versions shown when somebody saved it meanwhile, and when its state is past it."""

    pesan = "Perubahan tersimpan."
    diri: ClassVar[bool] = False  # one may open it for oneself

    def objek(self, request: Permintaan, pk: Any) -> Any:
        """The record to change, within the user's scope."""
        return objek_atau_404(request, self.model, pk)

    def get(self, request: Permintaan, pk: Any = None, **_: Any) -> HttpResponse:
        """The form with the record's values."""
        objek = self.objek(request, pk)
        pastikan_tak_tetap(objek)
        if not self.diri:
            _pastikan_orang_lain(request, objek)
        return self.lembar(request, self.buat_form(request, objek, isian_usulan(request)), objek)

    def post(self, request: Permintaan, pk: Any = None, **_: Any) -> HttpResponse:
        """Apply the fields that were changed."""
        objek = self.objek(request, pk)
        pastikan_tak_tetap(objek)
        return self.jalankan(request, self.buat_form(request, objek, request.POST), objek)

    def simpan(self, request: Permintaan, form: Any, objek: Any) -> models.Model:
        """Plain change with the form's fields."""
        return rekam.rekam_ubah(objek=objek, isian=self.isian(request, form), oleh=request.user)


class Buang(Halaman):
    """Move a record to the trash after a confirmation."""

    template = "inti/buang.html"
    model: ClassVar[type[models.Model]]
    daftar: ClassVar[tuple[str, str]] = ("", "")
    judul = "Buang data"

    def get(self, request: Permintaan, pk: Any, **_: Any) -> HttpResponse:
        objek = objek_atau_404(request, self.model, pk)
        pastikan_tak_tetap(objek)
        _pastikan_orang_lain(request, objek)
        return self.tampil(request, {"objek": objek, "galat": ""})

    def post(self, request: Permintaan, pk: Any, **_: Any) -> HttpResponse:
        """Do it, or say what still refers to it."""
        objek = objek_atau_404(request, self.model, pk)
        try:
            rekam.rekam_buang(objek=objek, oleh=request.user, sebab=request.POST.get("sebab", "")[:200])
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except (VersiBerubah, DataTetap):
            raise
        except AturanDilanggar as galat:
            return self.tampil(request, {"objek": objek, "galat": galat.kalimat}, status=409)
        return selesai(request, self.daftar[1], "Dipindahkan ke tempat sampah. Dapat dipulihkan dari sana.")


class Pulihkan(Halaman):
    """The trash of one kind of record, and taking records out of it."""

    template = "inti/sampah.html"
    model: ClassVar[type[models.Model]]
    daftar: ClassVar[tuple[str, str]] = ("", "")
    judul = "Tempat sampah"
    pulihkan: ClassVar[Any] = staticmethod(rekam.rekam_pulihkan)

    def get(self, request: Permintaan, **_: Any) -> HttpResponse:
        """What lies there, newest first (at most 100)."""
        isi = self.model._default_manager.all().lingkup(request.user).terbuang().order_by("-dibuang_pada")[:100]  # type: ignore[attr-defined]
        return self.tampil(request, {"isi": isi})

    def post(self, request: Permintaan, **_: Any) -> HttpResponse:
        objek = objek_atau_404(request, self.model, request.POST.get("pk"), terbuang=True)
        try:
            hasil = self.pulihkan(objek=objek, oleh=request.user)
        except SudahDikirim as galat:
            return sudah_dikirim(request, galat)
        except ValidationError as galat:  # its place was taken meanwhile
            messages.error(request, " ".join(galat.messages))
            return redirect(request.path)
        except VersiBerubah:
            raise
        except AturanDilanggar as galat:
            messages.error(request, galat.kalimat)
            return redirect(request.path)
        return selesai(request, hasil if hasattr(hasil, "get_absolute_url") else self.daftar[1], "Data dipulihkan.")
