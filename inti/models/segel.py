"""The seal on history: sets of rows, each chained to the one before. Its head and its key live outside the database."""

from __future__ import annotations

from django.db import models


class Segel(models.Model):
    """One set of the chain. `batas` says per table up to which key, and how many rows in all, are sealed so far."""

    urut = models.PositiveBigIntegerField("urut", unique=True)
    waktu = models.DateTimeField("waktu")
    sebelum = models.CharField(max_length=64)
    batas = models.JSONField(default=dict)
    hash = models.CharField(max_length=64)
    tanda = models.CharField(max_length=64)

    class Meta:
        verbose_name = "segel"
        verbose_name_plural = "segel"
        ordering = ["urut"]
        default_permissions = ()
        permissions = [("periksa_sistem", "Memeriksa seluruh data sistem")]

    def __str__(self) -> str:
        return f"Segel {self.urut}"


class SegelBagian(models.Model):
    """A run of rows of one table within a set: see `inti.rules.segel.Bagian`."""

    segel = models.ForeignKey(Segel, on_delete=models.PROTECT, related_name="bagian")
    label = models.CharField(max_length=80)
    dari = models.BigIntegerField()
    sampai = models.BigIntegerField()
    jumlah = models.PositiveIntegerField()
    kolom = models.JSONField()
    kunci = models.BinaryField()
    jejak = models.BinaryField()
    isi = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)

    class Meta:
        verbose_name = "bagian segel"
        verbose_name_plural = "bagian segel"
        default_permissions = ()
        indexes = [models.Index(fields=["label", "id"], name="segel_bagian_label")]

    def __str__(self) -> str:
        return f"{self.label} {self.dari} sampai {self.sampai}"
