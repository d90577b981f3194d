"""Requests of data subjects: take down, answer, refuse, freeze and unfreeze; a word to the supervisor in time."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone
from django.utils.module_loading import import_string

from inti import registry
from inti.formats import periksa_nik
from inti.galat import AturanDilanggar
from inti.models import Pengguna, PermintaanSubjek
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries.privasi import pemegang_peran
from inti.queries.subjek import cari_subjek
from inti.rules.privasi import MENDESAK, batas_waktu
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import ingatkan_sekali

POLA_NOMOR = "SD-{tahun}-{urut:04d}"
S = PermintaanSubjek.Status


@layanan("Permintaan data pribadi dicatat")
def permintaan_catat(*, isian: dict[str, Any], oleh: Pengguna) -> PermintaanSubjek:
    """Take a request down: its number, its clock from `diterima_pada`. `isian` holds the form's fields.

    Raises AturanDilanggar (no NIK, received in the future, the user has no unit).
    """
    if cacat := periksa_nik(isian["nik"]).galat:
        raise AturanDilanggar(cacat[0].kode, cacat[0].pesan, "Periksa kartu yang diperlihatkan.")
    _tidak_nanti(isian["diterima_pada"])
    if oleh.unit is None:
        raise AturanDilanggar("TANPA_UNIT", "Akun Anda tidak mempunyai unit kerja.", "Hubungi administrator.")
    nomor = nomor_ambil(
        seri="inti.permintaan-subjek",
        pola=POLA_NOMOR,
        tanggal=timezone.localdate(),
        oleh=oleh,
        objek_label="inti.permintaansubjek",
    )
    hasil = simpan_baru(
        PermintaanSubjek(
            **isian, nomor=nomor, unit=oleh.unit, dicatat_oleh=oleh, batas_pada=batas_waktu(isian["diterima_pada"])
        )
    )
    nomor.objek_id = str(hasil.pk)
    nomor.save(update_fields=["objek_id"])
    return hasil


@layanan("Permintaan data pribadi dijawab")
def permintaan_jawab(*, permintaan: PermintaanSubjek, cara: str, jawaban: str, oleh: Pengguna) -> PermintaanSubjek:
    """Close a request with its answer and how it was given. A late answer is still an answer; the clock shows it."""
    with perubahan(permintaan, oleh=oleh) as segar:
        segar.jawab()
        _tutup(segar, jawaban, oleh)
        segar.cara_jawab = cara
    return segar


@layanan("Permintaan data pribadi ditolak")
def permintaan_tolak(*, permintaan: PermintaanSubjek, alasan: str, oleh: Pengguna) -> PermintaanSubjek:
    """Refuse with a written reason. Raises AturanDilanggar without one."""
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Penolakan memerlukan alasan.", "Tulis alasannya.")
    with perubahan(permintaan, oleh=oleh, sebab=alasan) as segar:
        segar.tolak()
        _tutup(segar, alasan, oleh)
    return segar


def _tutup(segar: PermintaanSubjek, jawaban: str, oleh: Pengguna) -> None:
    segar.jawaban, segar.dijawab_oleh, segar.dijawab_pada = jawaban.strip(), oleh, timezone.now()


@layanan("Data pribadi dibatasi")
def subjek_batasi(
    *, permintaan: PermintaanSubjek, sampai: dt.date | None, alasan: str, cara: str, oleh: Pengguna
) -> PermintaanSubjek:
    """Freeze what every app holds of the person until `sampai` (None: until lifted), and answer the request.

    Raises AturanDilanggar: another kind of request, a day gone by, nobody found under the NIK and name, or only data
    that the law obliges the office to use.
    """
    if permintaan.jenis != PermintaanSubjek.Jenis.PEMBATASAN:
        raise AturanDilanggar("BUKAN_PEMBATASAN", "Yang diminta bukan pembatasan.", "Catat permintaan pembatasan.")
    if sampai is not None and sampai < timezone.localdate():
        raise AturanDilanggar("SAMPAI_LEWAT", "Tanggal itu sudah lewat.", "Tulis tanggal mendatang atau kosongkan.")
    terdaftar = {s.kode: import_string(s.batasi) for s in registry.semua_subjek() if s.batasi}
    ditemukan = [o for o in cari_subjek(oleh, permintaan) if o.cocok]
    orang = [o for o in ditemukan if o.kode in terdaftar]
    banyak = sum(
        terdaftar[o.kode](permintaan=permintaan, kunci=o.kunci, sampai=sampai, alasan=alasan, oleh=oleh) for o in orang
    )
    if not banyak and ditemukan and not orang:
        raise AturanDilanggar(
            "DATA_WAJIB",
            "Data pegawai dipakai kantor karena kewajiban hukum dan tidak dapat dibatasi.",
            "Tolak permintaan dengan alasan itu.",
        )
    if not banyak:
        raise AturanDilanggar(
            "SUBJEK_TIDAK_ADA", "Tidak ada data dengan NIK dan nama itu.", "Jawab permintaan dengan keterangan itu."
        )
    akhir = f"sampai {sampai:%d-%m-%Y}" if sampai else "sampai dicabut"
    return permintaan_jawab(permintaan=permintaan, cara=cara, jawaban=f"Data dibatasi {akhir}: {alasan}", oleh=oleh)


@layanan("Pembatasan data pribadi dicabut")
def subjek_cabut(*, permintaan: PermintaanSubjek, alasan: str, oleh: Pengguna) -> PermintaanSubjek:
    """Lift what was frozen for this request. Raises AturanDilanggar when nothing is frozen for it."""
    with perubahan(permintaan, oleh=oleh, sebab=alasan) as segar:
        banyak = sum(
            import_string(s.cabut)(permintaan=segar, alasan=alasan, oleh=oleh)
            for s in registry.semua_subjek()
            if s.cabut
        )
        if not banyak:
            raise AturanDilanggar("TIDAK_DIBATASI", "Tidak ada pembatasan untuk permintaan ini.", "Muat ulang halaman.")
    return segar


def ingatkan_permintaan(kini: dt.datetime | None = None) -> int:
    """Tell the supervisors of the unit once when less than 24 hours are left. Called by the worker. Out: how many."""
    kini = kini or timezone.now()
    tunggu = PermintaanSubjek.objects.hidup().filter(
        status=S.DITERIMA, diingatkan_pada__isnull=True, batas_pada__lt=kini + MENDESAK
    )
    return sum(
        ingatkan_sekali(
            satu,
            bidang="diingatkan_pada",
            kini=kini,
            kepada=pemegang_peran("penyelia", satu.unit),
            teks=f"{satu}: batas jawaban kurang dari 24 jam",
        )
        for satu in tunggu.select_related("unit", "nomor")
    )


def _tidak_nanti(saat: dt.datetime) -> None:
    if saat > timezone.now():
        raise AturanDilanggar("WAKTU_NANTI", "Waktu diterima belum tiba.", "Periksa tanggal dan jamnya.")
