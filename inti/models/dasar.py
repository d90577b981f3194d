"""What every record of the office has: a version, times, a trash, a narrowed queryset, and its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from simple_history.models import HistoricalRecords

from inti.galat import Tetap
from inti.konteks import id_perubahan_kini, pelaku_kini
from inti.models.lingkup import Lingkup

if TYPE_CHECKING:
    from inti.models import Pengguna


class Kueri(models.QuerySet):
    """Queryset that knows who asks. Deny by default: a model without a declared scope shows nobody anything."""

    def hidup(self) -> Self:
        """Rows that are not in the trash."""
        return self.filter(dibuang_pada__isnull=True)

    def terbuang(self) -> Self:
        """Rows in the trash."""
        return self.filter(dibuang_pada__isnull=False)

    def terbuka(self) -> Self:
        """Living rows of a model with states (`BerKeadaan`) with which something is still to be done."""
        model: Any = self.model
        return self.hidup().filter(**{f"{model.bidang_keadaan}__in": model.TERBUKA})

    def lingkup(self, pengguna: Pengguna) -> Self:
        """Rows within the user's unit, village or company, as the model declares it (`lingkup_oleh`, `lingkup_kantor`)."""
        lingkup_oleh: Lingkup | None = getattr(self.model, "lingkup_oleh", None)
        if lingkup_oleh is not None:
            return self.filter(lingkup_oleh.saringan(pengguna))
        return self.all() if getattr(self.model, "lingkup_kantor", False) else self.none()

    def untuk(self, pengguna: Pengguna) -> Self:
        """Living rows that this user may meet at all (which acts he may do is a matter of permissions)."""
        return self.lingkup(pengguna).hidup()


class RiwayatDasar(models.Model):
    """Every version belongs to the act (Perubahan) that made it."""

    perubahan = models.ForeignKey(
        "inti.Perubahan", null=True, on_delete=models.DO_NOTHING, related_name="+", default=id_perubahan_kini
    )

    class Meta:
        abstract = True


def _pelaku(instance: Any = None, request: Any = None, **_: Any) -> Pengguna | None:
    return pelaku_kini()


class Riwayat(HistoricalRecords):
    """Whole versions of a record (django-simple-history), tied to the act and its actor by the door for change."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            bases=(RiwayatDasar,),
            get_user=_pelaku,
            custom_model_name=lambda nama: f"Riwayat{nama}",
            verbose_name="riwayat",
            verbose_name_plural="riwayat",
            **kwargs,
        )


class Rekam(models.Model):
    """Base of every record that people edit. Saved only through services (`inti.perubahan`)."""

    lingkup_oleh: ClassVar[Lingkup | None] = None  # whose row it is
    lingkup_kantor = False  # True: whoever holds the permission sees every row of the office
    usulan_tanpa: ClassVar[frozenset[str]] = frozenset()  # fields of a new record that its proposal need not show
    usulan_tampil: ClassVar[bool] = True  # False: a proposal doesn't mention such a record at all

    tercatat: ClassVar[bool] = (
        False  # True: a person's own data; each page that shows the record leaves a line in the read log
    )

    orang: ClassVar[bool] = False  # True: the record is a person, not a fact about one
    subjek: ClassVar[str] = ""  # path to the key of the account whose owner it is about: "pegawai.pengguna_id"

    versi = models.PositiveIntegerField("versi", default=1, editable=False)
    dibuat_pada = models.DateTimeField("dibuat", auto_now_add=True, editable=False)
    diubah_pada = models.DateTimeField("diubah", auto_now=True, editable=False)
    dibuang_pada = models.DateTimeField("dibuang", null=True, blank=True, editable=False, db_index=True)

    objects = Kueri.as_manager()

    class Meta:
        abstract = True

    def subjek_pengguna(self) -> int | None:
        """Key of the account whose owner this record is about: he never changes it himself (`inti.gerbang.diri`).

        None where it gives nobody a right, money, leave or rank, and where the person has no account.
        """
        kini: Any = self if self.subjek else None
        for nama in self.subjek.split("."):
            kini = getattr(kini, nama, None)
        return kini

    def tetap(self) -> Tetap | None:
        """Why this record's state allows no plain editing and no throwing away; None while it does.

        Held by pages (`Rincian`, `Ubah`, `Buang`) and services (`pastikan_tak_tetap`) alike.
        """
        return None
