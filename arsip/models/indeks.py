"""The index of everything that is sought in the archive, how far it has come, and the text of stored files."""

from __future__ import annotations

import datetime as dt

from django.db import models

GESER_HARI, GESER_SUMBER = 40, 36  # bits of a row's key below the day, below the source


def kunci_indeks(tanggal: dt.date, sumber: int, objek: int) -> int:
    """Key of a row: day, source, record. So the order of keys is the order by date, in both full-text indexes."""
    return (tanggal.toordinal() << GESER_HARI) | (sumber << GESER_SUMBER) | objek


def kunci_hari(tanggal: dt.date) -> int:
    """The least key of a day."""
    return tanggal.toordinal() << GESER_HARI


class IndeksArsip(models.Model):
    """One record as it is sought and shown. `kata` holds its words once; `vektor` (PostgreSQL) comes from it.

    Never decides who may see what: a row is shown only when the record's own scope lets the reader have it.
    """

    id = models.BigIntegerField(primary_key=True)
    label = models.CharField("sumber", max_length=40)
    objek_id = models.BigIntegerField()
    objek_diubah = models.DateTimeField()
    tanggal = models.DateField("tanggal")
    jenis = models.CharField("jenis", max_length=20)
    klasifikasi = models.CharField("kode klasifikasi", max_length=20, blank=True)
    keamanan = models.CharField("keamanan", max_length=8)
    nomor = models.CharField("nomor", max_length=120, blank=True)
    judul = models.CharField("hal", max_length=300)
    pihak = models.CharField("pengirim atau tujuan", max_length=260, blank=True)
    kata = models.TextField()
    teks = models.TextField()

    class Meta:
        verbose_name = "indeks arsip"
        verbose_name_plural = "indeks arsip"
        permissions = [("cari_indeksarsip", "Mencari isi arsip")]
        constraints = [models.UniqueConstraint(fields=["label", "objek_id"], name="indeksarsip_objek")]
        indexes = [models.Index(fields=["klasifikasi", "id"], name="indeksarsip_klasifikasi")]

    def __str__(self) -> str:
        return f"{self.jenis} {self.nomor}".strip()


class TandaIndeks(models.Model):
    """How far a source has been read: the time of the last change that was taken in."""

    label = models.CharField("sumber", max_length=40, unique=True)
    diubah_pada = models.DateTimeField(null=True)
    objek_id = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "tanda indeks"
        verbose_name_plural = "tanda indeks"

    def __str__(self) -> str:
        return self.label


class TeksBerkas(models.Model):
    """The text of a stored file by its content, read once: a file that can't be read isn't tried again."""

    class Keadaan(models.TextChoices):
        TERBACA = "terbaca", "Terbaca"
        KOSONG = "kosong", "Tanpa teks"
        TERKUNCI = "terkunci", "Terkunci sandi"
        RUSAK = "rusak", "Rusak"
        BESAR = "terlalu_besar", "Terlalu besar"
        LAIN = "lain", "Bukan naskah"

    sha256 = models.CharField(max_length=64, unique=True)
    keadaan = models.CharField("keadaan", max_length=14, choices=Keadaan)
    dikenali = models.BooleanField("dikenali dari gambar", default=False)
    teks = models.TextField(blank=True)
    dibaca_pada = models.DateTimeField("dibaca", auto_now_add=True)

    class Meta:
        verbose_name = "teks berkas"
        verbose_name_plural = "teks berkas"
        permissions = [("olah_teksberkas", "Memakai alat PDF")]

    def __str__(self) -> str:
        return f"{self.sha256[:12]} {self.keadaan}"
