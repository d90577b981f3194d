"""Marks of interns: dated rules, and marks by them. Their papers are declared in `documents/magang*.py`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries import aturan as inti_aturan
from inti.services.aturan import aturan_simpan, aturan_ubah
from kepegawaian.models import AturanNilai, KomponenNilai, PenilaianMagang, PesertaMagang, SkalaNilai
from kepegawaian.rules.magang import nilai_akhir, periksa_aturan, predikat
from kepegawaian.services.magang import bimbingan

S = PesertaMagang.Status


@layanan("Aturan nilai magang disimpan")
def aturan_nilai_simpan(
    *,
    berlaku_mulai: dt.date,
    dasar: str,
    komponen: Sequence[tuple[str, Decimal]],
    skala: Sequence[tuple[Decimal, str]],
    oleh: Pengguna,
    aturan: AturanNilai | None = None,
) -> AturanNilai:
    """A new rule, or changes of one that no mark was given by. Weights sum to 100, the scale begins at 0.

    Raises AturanDilanggar (ATURAN_DIPAKAI and as rules.periksa_aturan), VersiBerubah, ValidationError.
    """
    periksa_aturan(komponen, skala)
    if aturan is None:
        segar = aturan_simpan(AturanNilai(berlaku_mulai=berlaku_mulai, dasar_hukum=dasar), oleh=oleh)
    else:
        if aturan.penilaian.exists():
            raise AturanDilanggar(
                "ATURAN_DIPAKAI",
                f"{aturan} sudah dipakai menilai.",
                "Buat aturan baru dengan tanggal berlaku yang baru.",
            )
        segar = aturan_ubah(objek=aturan, isian={"berlaku_mulai": berlaku_mulai, "dasar_hukum": dasar}, oleh=oleh)
        for lama in [*segar.komponen.hidup(), *segar.skala.hidup()]:
            with perubahan(lama, oleh=oleh) as buang:
                buang.dibuang_pada = timezone.now()
    for n, (nama, bobot) in enumerate(komponen, start=1):
        simpan_baru(KomponenNilai(aturan=segar, urut=n, nama=nama, bobot=bobot))
    for dari, kata in skala:
        simpan_baru(SkalaNilai(aturan=segar, dari=dari, predikat=kata))
    return segar


def aturan_pada(hari: dt.date) -> AturanNilai | None:
    """The rule in force on a day."""
    return AturanNilai.objects.pada(hari).first()


@layanan("Nilai magang diisi")
def nilai_simpan(
    *, peserta: PesertaMagang, nilai: dict[str, Decimal], oleh: Pengguna, catatan: str = ""
) -> PenilaianMagang:
    """Marks by component (key of KomponenNilai as text -> 0 to 100), by the rule in force on the last day.

    What is kept names the rule's rows as they stand now. Raises AturanDilanggar (BUKAN_PEMBIMBING, BELUM_DAPAT_DINILAI,
    SERTIFIKAT_TERBIT, ATURAN_TIDAK_ADA, NILAI_KURANG, NILAI_DI_LUAR_SKALA).
    """
    segar = PesertaMagang.objects.select_for_update().get(pk=peserta.pk)
    if not bimbingan(segar, oleh):
        raise AturanDilanggar("BUKAN_PEMBIMBING", "Anda bukan pembimbing peserta ini.", "Minta pembimbingnya menilai.")
    if segar.status not in {S.BERJALAN, S.SELESAI}:
        raise AturanDilanggar(
            "BELUM_DAPAT_DINILAI", f"Magang {segar} {segar.get_status_display().lower()}.", "Nilai diisi saat berjalan."
        )
    if segar.sertifikat_id is not None:
        raise AturanDilanggar(
            "SERTIFIKAT_TERBIT", "Sertifikat sudah terbit dengan nilai ini.", "Batalkan sertifikatnya dahulu."
        )
    isi = _hitung(segar, nilai) | {"oleh": oleh, "catatan": catatan, "tanggal": timezone.localdate()}
    ada = PenilaianMagang.objects.filter(peserta=segar).first()
    if ada is None:
        return simpan_baru(PenilaianMagang(peserta=segar, **isi))
    with perubahan(ada, oleh=oleh) as hasil:
        for nama, satu in isi.items():
            setattr(hasil, nama, satu)
    return hasil


def _hitung(peserta: PesertaMagang, nilai: dict[str, Decimal]) -> dict[str, Any]:
    aturan = inti_aturan.aturan_pada(AturanNilai, peserta.sampai)
    komponen = list(aturan.komponen.hidup())
    if kurang := [k.nama for k in komponen if nilai.get(str(k.pk)) is None]:
        raise AturanDilanggar("NILAI_KURANG", f"Belum dinilai: {', '.join(kurang)}.", "Isi semua komponen.")
    jumlah, akhir = nilai_akhir([(k.bobot, nilai[str(k.pk)]) for k in komponen])
    skala = [(s.dari, s.predikat) for s in aturan.skala.hidup()]
    return {
        "aturan": aturan,
        "butir": [{"nama": k.nama, "bobot": str(k.bobot), "nilai": str(nilai[str(k.pk)])} for k in komponen],
        "skala": [{"dari": str(d), "predikat": p} for d, p in skala],
        "jumlah": jumlah,
        "akhir": akhir,
        "predikat": predikat(skala, akhir),
    }
