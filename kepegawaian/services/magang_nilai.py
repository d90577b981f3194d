"""Marks and papers of interns: dated rules, marks by them, acceptance letter, certificate."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import Dokumen, Nomor, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries import aturan as inti_aturan
from inti.services.aturan import aturan_simpan, aturan_ubah
from inti.services.dokumen import dokumen_batalkan, dokumen_cetak, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_ambil, nomor_batalkan
from inti.services.pemberitahuan import beritahu
from kepegawaian.documents.magang import data_surat, snapshot_surat
from kepegawaian.documents.magang_sertifikat import data_sertifikat, snapshot_sertifikat
from kepegawaian.models import AturanNilai, KomponenNilai, Pegawai, PenilaianMagang, PesertaMagang, SkalaNilai
from kepegawaian.rules.magang import nilai_akhir, periksa_aturan, predikat
from kepegawaian.services.magang import bimbingan

S = PesertaMagang.Status
POLA_SURAT = "MG/{urut:03d}/{bulan_romawi}/{tahun}"
POLA_SERTIFIKAT = "SM/{urut:03d}/{bulan_romawi}/{tahun}"


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


@layanan("Surat penerimaan magang ditandatangani")
def surat_magang_terbitkan(*, peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    """The letter to the school: number, page, snapshot. Raises AturanDilanggar(BUKAN_PENANDATANGAN, SURAT_ADA)."""
    pegawai, hari, kode = _penanda_tangan(oleh), timezone.localdate(), kode_baru()
    with perubahan(peserta, oleh=oleh) as segar:
        if segar.surat_id is not None:
            raise AturanDilanggar("SURAT_ADA", "Surat penerimaan sudah terbit.", "Muat ulang halaman.")
        if not segar.terbuka:
            raise AturanDilanggar("MAGANG_DITUTUP", f"Magang {segar} sudah ditutup.", "Surat tidak diterbitkan lagi.")
        nomor = _nomor("magang-terima", POLA_SURAT, hari, segar, oleh)
        segar.surat = dokumen_terbitkan(
            data=data_surat(nomor.teks, hari, pegawai),
            kode=kode,
            snapshot=snapshot_surat(peserta=segar, nomor=nomor.teks, tanggal=hari, pegawai=pegawai, kode=kode),
            objek=segar,
            oleh=oleh,
        )
    return segar


@layanan("Sertifikat magang ditandatangani")
def sertifikat_terbitkan(*, peserta: PesertaMagang, oleh: Pengguna) -> PesertaMagang:
    """The certificate of a finished internship with marks: number, page, snapshot.

    Raises AturanDilanggar(BUKAN_PENANDATANGAN, SERTIFIKAT_ADA, MAGANG_BELUM_SELESAI, NILAI_BELUM_ADA), VersiBerubah.
    """
    pegawai, hari, kode = _penanda_tangan(oleh), timezone.localdate(), kode_baru()
    with perubahan(peserta, oleh=oleh) as segar:
        if segar.sertifikat_id is not None:
            raise AturanDilanggar("SERTIFIKAT_ADA", "Sertifikat sudah terbit.", "Muat ulang halaman.")
        if segar.status != S.SELESAI:
            raise AturanDilanggar(
                "MAGANG_BELUM_SELESAI", f"Magang {segar} belum selesai.", "Selesaikan magangnya dahulu."
            )
        nilai = PenilaianMagang.objects.filter(peserta=segar).first()
        if nilai is None:
            raise AturanDilanggar("NILAI_BELUM_ADA", f"{segar} belum dinilai.", "Minta pembimbing mengisi nilai.")
        nomor = _nomor("magang-sertifikat", POLA_SERTIFIKAT, hari, segar, oleh)
        segar.sertifikat = dokumen_terbitkan(
            data=data_sertifikat(nomor.teks, hari, pegawai),
            kode=kode,
            snapshot=snapshot_sertifikat(
                peserta=segar, nilai=nilai, nomor=nomor.teks, tanggal=hari, pegawai=pegawai, kode=kode
            ),
            objek=segar,
            oleh=oleh,
        )
    beritahu(segar.pembimbing.pengguna, f"Sertifikat magang {segar} sudah ditandatangani.", segar)
    return segar


@layanan("Sertifikat magang dibatalkan")
def sertifikat_batalkan(*, peserta: PesertaMagang, alasan: str, oleh: Pengguna) -> PesertaMagang:
    """No longer valid from now on; its number stays taken. Raises AturanDilanggar(SERTIFIKAT_BELUM_ADA)."""
    with perubahan(peserta, oleh=oleh, sebab=alasan) as segar:
        if segar.sertifikat is None:
            raise AturanDilanggar("SERTIFIKAT_BELUM_ADA", "Sertifikat belum terbit.", "Muat ulang halaman.")
        dokumen_batalkan(dokumen=segar.sertifikat, alasan=alasan)
        nomor = Nomor.objects.get(seri__kode="magang-sertifikat", teks=segar.sertifikat.nomor)
        nomor_batalkan(nomor=nomor, alasan=alasan, oleh=oleh)
        segar.sertifikat = None
    return segar


@layanan("Surat magang dicetak", tanpa_usul=True)
def magang_cetak(*, peserta: PesertaMagang, dokumen: Dokumen | None, oleh: Pengguna, alasan: str = "") -> bytes:
    """Print the letter or the certificate; a further copy needs a reason.

    Raises AturanDilanggar(SURAT_BELUM_ADA, ALASAN_CETAK_ULANG, DOKUMEN_BATAL).
    """
    if dokumen is None or dokumen.pk not in {peserta.surat_id, peserta.sertifikat_id}:
        raise AturanDilanggar("SURAT_BELUM_ADA", "Suratnya belum terbit.", "Tunggu tanda tangan pejabat.")
    return dokumen_cetak(dokumen=[dokumen], oleh=oleh, alasan=alasan)


def _penanda_tangan(oleh: Pengguna) -> Pegawai:
    pegawai = Pegawai.objects.hidup().filter(pengguna=oleh, boleh_menandatangani=True).first()
    if pegawai is None:
        raise AturanDilanggar(
            "BUKAN_PENANDATANGAN",
            "Akun Anda tidak tercatat sebagai penanda tangan surat.",
            "Minta penyelia mencatatnya di Pegawai.",
        )
    return pegawai


def _nomor(seri: str, pola: str, hari: dt.date, peserta: PesertaMagang, oleh: Pengguna) -> Nomor:
    return nomor_ambil(
        seri=seri,
        pola=pola,
        tanggal=hari,
        oleh=oleh,
        objek_label=peserta._meta.label_lower,
        objek_id=str(peserta.pk),
    )
