"""Forms of the PDF tools: files checked by content, ranges of pages as people write them."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from inti.galat import AturanDilanggar
from inti.olah.rentang import RentangSalah, baca_rentang
from inti.services.berkas import MB, siapkan_unggahan

TERBANYAK = 40
TERBESAR = 100 * MB
TERKUNCI = "terkunci kata sandi. Simpan dahulu tanpa kata sandi."


class _Masukan(forms.FileInput):
    allow_multiple_selected = True


class BerkasPdfField(forms.FileField):
    """One PDF, or with `banyak` several PDFs and pictures. Cleaned, a list of (name, content, MIME) in their order."""

    def __init__(self, *, banyak: bool = False, **kwargs: Any) -> None:
        self.banyak = banyak
        jenis = ".pdf,.jpg,.jpeg,.png" if banyak else ".pdf"
        kwargs["widget"] = _Masukan(attrs={"accept": jenis} | ({"multiple": True} if banyak else {}))
        kwargs.setdefault("label", "Berkas")
        kwargs.setdefault("error_messages", {"required": "Pilih berkas lebih dahulu."})
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Raises ValidationError with what is wrong with which file."""
        semua = [d for d in (data if isinstance(data, list | tuple) else [data]) if d]
        if not semua:
            super().clean(None, initial)
        if len(semua) > (TERBANYAK if self.banyak else 1):
            raise forms.ValidationError(
                f"Paling banyak {TERBANYAK if self.banyak else 1} berkas sekali kerja.", code="BERKAS_BANYAK"
            )
        if sum(b.size or 0 for b in semua) > TERBESAR:
            raise forms.ValidationError(
                "Semua berkas bersama lebih dari 100 MB. Kerjakan bertahap.", code="BERKAS_BESAR"
            )
        return [self._satu(b, initial) for b in semua]

    def _satu(self, berkas: Any, initial: Any) -> tuple[str, bytes, str]:
        super().clean(berkas, initial)
        mentah = berkas.read()
        try:
            isi, jenis = siapkan_unggahan(mentah)
        except AturanDilanggar as galat:
            kata = TERKUNCI if b"/Encrypt" in mentah and galat.kode == "BERKAS_AKTIF" else galat.kalimat
            raise forms.ValidationError(f"{berkas.name}: {kata}", code=galat.kode) from galat
        if not self.banyak and jenis != "application/pdf":
            raise forms.ValidationError(f"{berkas.name}: bukan PDF.", code="BERKAS_JENIS")
        return str(berkas.name), isi, jenis


class RentangField(forms.CharField):
    """Pages as "1-3, 5". Cleaned, a list of pairs."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Halaman")
        kwargs.setdefault("error_messages", {"required": "Sebutkan halamannya, misalnya 1-3, 5."})
        super().__init__(max_length=300, **kwargs)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        """Nothing to complete."""
        return {**super().widget_attrs(widget), "autocomplete": "off"}

    def clean(self, value: Any) -> Any:
        """Raises ValidationError with the sentence for the field."""
        try:
            rentang = baca_rentang(str(super().clean(value)))
        except RentangSalah as galat:
            raise forms.ValidationError(galat.pesan, code="RENTANG_SALAH") from galat
        if self.required and not rentang:
            raise forms.ValidationError("Sebutkan halamannya, misalnya 1-3, 5.", code="RENTANG_KOSONG")
        return rentang


class AlatForm(forms.Form):
    """A tool: files, and what the child takes besides (`isian`)."""

    macam: ClassVar[str]
    judul: ClassVar[str]
    penjelasan: ClassVar[str]
    tombol: ClassVar[str]
    ikon: ClassVar[str]
    berkas: Any = BerkasPdfField(label="Berkas PDF")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id=f"{self.macam}_%s", label_suffix="", **kwargs)

    def isian(self) -> dict[str, Any]:
        """What was typed besides the files."""
        isi = {n: v for n, v in self.cleaned_data.items() if n not in {"berkas", "halaman"}}
        return isi | ({"rentang": self.cleaned_data["halaman"]} if "halaman" in self.fields else {})


class GabungForm(AlatForm):
    macam, judul, tombol, ikon = "gabung", "Gabungkan", "Gabungkan", "document-plus"
    penjelasan = "Beberapa PDF dan foto menjadi satu PDF, menurut urutan pilihan berkas."
    berkas = BerkasPdfField(
        banyak=True, label="Berkas PDF, JPG, atau PNG", help_text="Tekan Ctrl untuk memilih beberapa berkas."
    )


class PisahForm(AlatForm):
    macam, judul, tombol, ikon = "pisah", "Pisahkan", "Pisahkan", "scissors"
    penjelasan = "Ambil halaman tertentu. Tiap rentang menjadi satu berkas; beberapa berkas dikemas dalam satu zip."
    halaman = RentangField(help_text="Misalnya 1-3, 5.")
    satu = forms.BooleanField(label="Jadikan satu berkas saja", required=False)


class PutarForm(AlatForm):
    macam, judul, tombol, ikon = "putar", "Putar halaman", "Putar", "arrow-path"
    penjelasan = "Tegakkan halaman yang terpindai miring atau terbalik."
    halaman = RentangField(required=False, help_text="Misalnya 2, 4-6. Kosongkan untuk semua halaman.")
    sudut = forms.TypedChoiceField(
        label="Arah", coerce=int, choices=[("90", "Ke kanan 90°"), ("180", "Terbalik 180°"), ("270", "Ke kiri 90°")]
    )


class UrutForm(AlatForm):
    macam, judul, tombol, ikon = "urut", "Urutkan halaman", "Urutkan", "arrows-up-down"
    penjelasan = "Susun ulang halaman. Halaman yang tidak disebut mengikuti di belakang."
    halaman = RentangField(label="Urutan baru", help_text="Misalnya 3, 1-2. Tulis 5-1 untuk membalik.")


ALAT: dict[str, type[AlatForm]] = {f.macam: f for f in (GabungForm, PisahForm, PutarForm, UrutForm)}
