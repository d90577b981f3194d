"""Choices that several kinds of letters share."""

from django.db import models


class Keamanan(models.TextChoices):
    """How far a letter may be known. Source: Permendagri 1/2023, naskah dinas."""

    BIASA = "biasa", "Biasa"
    TERBATAS = "terbatas", "Terbatas"
    RAHASIA = "rahasia", "Rahasia"
    SANGAT_RAHASIA = "sangat", "Sangat Rahasia"


class Kecepatan(models.TextChoices):
    """How soon a letter must be answered for."""

    BIASA = "biasa", "Biasa"
    SEGERA = "segera", "Segera"
    SANGAT_SEGERA = "sangat", "Sangat Segera"


def sebutan_sifat(keamanan: str, kecepatan: str) -> str:
    """What a letter says after "Sifat": security unless it is open, speed unless it may wait; "Biasa" when neither."""
    aman = Keamanan(keamanan).label if keamanan != Keamanan.BIASA else ""
    cepat = Kecepatan(kecepatan).label if kecepatan != Kecepatan.BIASA else ""
    return ", ".join(str(b) for b in (aman, cepat) if b) or "Biasa"


TERTUTUP = (Keamanan.RAHASIA.value, Keamanan.SANGAT_RAHASIA.value)  # known to those it concerns alone
