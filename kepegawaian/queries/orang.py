"""One person's file for his page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.apps import apps

from kepegawaian.models import KeluargaPegawai, Pegawai
from kepegawaian.rules.karier import Jatuh, KeadaanPegawai
from kepegawaian.services.karier import FAKTA


@dataclass(frozen=True, slots=True)
class KelompokFakta:
    """Facts of one kind, newest first, with the address of a new one."""

    macam: str
    sebutan: str
    fakta: list[Any]


def fakta_orang(pegawai: Pegawai) -> list[KelompokFakta]:
    """All facts by kind. One query a kind."""
    hasil = []
    for macam, label in FAKTA.items():
        model = apps.get_model(label)
        hubungan = ["berkas", *(["unit"] if macam == "jabatan" else [])]
        baris = model.objects.hidup().filter(pegawai=pegawai).select_related(*hubungan).order_by("-tmt", "-id")
        hasil.append(KelompokFakta(macam, str(model._meta.verbose_name), list(baris)))
    return hasil


def keluarga_orang(pegawai: Pegawai) -> list[KeluargaPegawai]:
    """Spouse, children, parents."""
    return list(KeluargaPegawai.objects.hidup().filter(pegawai=pegawai))


def tempo_orang(k: KeadaanPegawai) -> list[tuple[str, Jatuh]]:
    """What falls due, soonest first, with its name."""
    semua = (
        ("KGB berikutnya", k.kgb),
        ("Kenaikan pangkat berikutnya", k.naik),
        ("Kontrak berakhir", k.kontrak),
        ("Pensiun", k.pensiun),
    )
    return sorted(((n, j) for n, j in semua if j is not None), key=lambda b: b[1].tanggal)
