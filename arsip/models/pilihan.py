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


TERTUTUP = (Keamanan.RAHASIA.value, Keamanan.SANGAT_RAHASIA.value)  # known to those it concerns alone
