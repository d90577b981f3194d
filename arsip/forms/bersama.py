"""Fields that several forms of the archive share."""

from __future__ import annotations

from typing import Any

from django import forms

from inti.forms.dasar import FormObjek
from inti.forms.pindaian import PindaianField
from inti.models import Tempat


def tempat_berkas() -> Any:
    """Boxes and folders that are not in a closed box: where a record may be put."""
    tertutup = Tempat.objects.filter(boks__status="ditutup", boks__dibuang_pada__isnull=True).values_list(
        "jalur", flat=True
    )
    ada = Tempat.objects.hidup().filter(jenis__in=[Tempat.Jenis.BOKS, Tempat.Jenis.FOLDER])
    di_dalam = [t.pk for t in ada if any(t.jalur.startswith(j) for j in set(tertutup))]
    return ada.exclude(pk__in=di_dalam).order_by("jalur")


class PilihTempatField(forms.ModelChoiceField):
    """A box or folder by its name and where it stands."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("label", "Boks atau folder")
        kwargs.setdefault("empty_label", "Pilih boks")
        super().__init__(Tempat.objects.none(), **kwargs)

    def label_from_instance(self, obj: Any) -> str:
        """Name first: that is what stands on the box."""
        return f"{obj.nama} ({obj})"


class UnggahForm(FormObjek):
    """A scan for a record."""

    pindaian = PindaianField(label="Pindaian")
