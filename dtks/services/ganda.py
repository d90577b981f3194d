"""Doubles: join, take apart again, keep apart; wrong NIKs: note, send, take the answer in."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from dtks.models import Individu, NikBermasalah, Penggabungan, TinjauGanda
from dtks.rules.ganda import masalah_nik
from dtks.services.privasi import selaraskan_batas
from inti.formats import periksa_nik
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru

M, S = NikBermasalah.Masalah, NikBermasalah.Status


@layanan("Data ganda digabungkan")
def individu_gabung(
    *, utama: Individu, lain: Individu, alasan: str, oleh: Pengguna, tinjauan: TinjauGanda | None = None
) -> Penggabungan:
    """Join two entries of one person: `lain` is found as `utama`; requests, letters and periods of both stay.

    Can be taken apart again. Raises AturanDilanggar (the same entry, one of them joined elsewhere already).
    """
    kunci = list(Individu.objects.select_for_update().filter(pk__in=[utama.pk, lain.pk]).order_by("pk"))
    if len(kunci) < 2:
        raise AturanDilanggar("DATA_SAMA", "Keduanya data yang sama.", "Pilih dua data yang berbeda.")
    if any(o.digabung_ke_id for o in kunci):
        raise AturanDilanggar("SUDAH_DIGABUNG", "Salah satu data sudah digabungkan.", "Muat ulang halaman.")
    if Individu.objects.filter(digabung_ke=lain).exists():
        raise AturanDilanggar(
            "PUNYA_GABUNGAN", f"Ada data lain yang digabungkan ke {lain}.", "Pakai data itu sebagai yang utama."
        )
    hasil = simpan_baru(Penggabungan(utama=utama, lain=lain, alasan=alasan, tinjauan=tinjauan))
    Individu.objects.filter(pk=lain.pk).update(digabung_ke=utama)
    selaraskan_batas([utama.pk])
    terkait = TinjauGanda.objects.filter(status=TinjauGanda.Status.MENUNGGU, jenis=TinjauGanda.Jenis.NIK_GANDA)
    _tutup(terkait.filter(individu__in=[utama, lain], lain__in=[utama, lain]), TinjauGanda.Putusan.GABUNG, alasan, oleh)
    return hasil


@layanan("Penggabungan dibatalkan")
def individu_pisah_kembali(*, penggabungan: Penggabungan, alasan: str, oleh: Pengguna) -> Penggabungan:
    """Take two joined entries apart again; the review waits anew. Raises AturanDilanggar, VersiBerubah."""
    with perubahan(penggabungan, oleh=oleh, sebab=alasan) as segar:
        if not segar.berlaku:
            raise AturanDilanggar("SUDAH_DIPISAH", "Penggabungan ini sudah dibatalkan.", "Muat ulang halaman.")
        segar.berlaku = False
    Individu.objects.filter(pk=segar.lain_id, digabung_ke=segar.utama_id).update(digabung_ke=None)
    selaraskan_batas([segar.utama_id, segar.lain_id])
    TinjauGanda.objects.filter(individu__in=[segar.utama_id, segar.lain_id], putusan=TinjauGanda.Putusan.GABUNG).update(
        status=TinjauGanda.Status.MENUNGGU, putusan="", diputus_pada=None
    )
    return segar


@layanan("Tinjauan diputus: dua orang berbeda")
def tinjauan_pisah(*, tinjauan: TinjauGanda, salah: Individu | None, catatan: str, oleh: Pengguna) -> TinjauGanda:
    """Keep apart. `salah` is whose NIK is wrong: it goes on the recap for the population office."""
    segar = _tunggu(tinjauan)
    _tutup([segar], TinjauGanda.Putusan.BEDA, catatan, oleh)
    if salah is not None:
        if salah.pk not in {segar.individu_id, segar.lain_id}:
            raise AturanDilanggar("BUKAN_PIHAK", "Orang itu bukan bagian dari tinjauan ini.", "Muat ulang halaman.")
        _catat(salah, M.GANDA, catatan, oleh)
    return segar


@layanan("Tinjauan selesai")
def tinjauan_selesai(*, tinjauan: TinjauGanda, catatan: str, oleh: Pengguna) -> TinjauGanda:
    """Looked at; nothing to do (a family whose members changed)."""
    segar = _tunggu(tinjauan)
    _tutup([segar], TinjauGanda.Putusan.BIARKAN, catatan, oleh)
    return segar


def _tunggu(tinjauan: TinjauGanda) -> TinjauGanda:
    segar = TinjauGanda.objects.select_for_update().get(pk=tinjauan.pk)
    if segar.status != TinjauGanda.Status.MENUNGGU:
        raise AturanDilanggar("SUDAH_DITINJAU", "Tinjauan ini sudah diputus.", "Muat ulang halaman.")
    return segar


def _tutup(tinjauan: Iterable[TinjauGanda], putusan: str, catatan: str, oleh: Pengguna) -> None:
    for satu in tinjauan:
        satu.status, satu.putusan, satu.catatan = TinjauGanda.Status.SELESAI, putusan, catatan[:300]
        satu.oleh, satu.diputus_pada = oleh, timezone.now()
        satu.save(update_fields=["status", "putusan", "catatan", "oleh", "diputus_pada"])


def _catat(orang: Individu, masalah: str, keterangan: str, oleh: Pengguna | None) -> NikBermasalah | None:
    if NikBermasalah.objects.filter(individu=orang, nik=orang.nik).exists():
        return None
    return simpan_baru(
        NikBermasalah(individu=orang, nik=orang.nik, masalah=masalah, keterangan=keterangan[:200], dicatat_oleh=oleh)
    )


@layanan("NIK bermasalah dicatat")
def nik_catat(*, individu: Individu, masalah: str, keterangan: str, oleh: Pengguna) -> NikBermasalah:
    """Note one by hand. Raises AturanDilanggar when it is on the list already."""
    hasil = _catat(individu, masalah, keterangan, oleh)
    if hasil is None:
        raise AturanDilanggar("SUDAH_TERCATAT", "NIK ini sudah ada di rekap.", "Lihat daftar NIK bermasalah.")
    return hasil


@layanan("NIK bermasalah dikumpulkan dari data")
def nik_kumpulkan(*, individu: list[int], oleh: Pengguna | None) -> list[NikBermasalah]:
    """Note those of `individu` whose number contradicts the birth date or sex of the registry. Out: the new rows."""
    hasil = []
    for orang in Individu.objects.filter(pk__in=individu, digabung_ke__isnull=True).order_by("pk"):
        temuan = masalah_nik(orang.nik, orang.tanggal_lahir, orang.jenis_kelamin)
        if temuan is not None and (baru := _catat(orang, temuan.masalah, temuan.keterangan, oleh)) is not None:
            hasil.append(baru)
    return hasil


@layanan("Rekap NIK dikirim")
def nik_kirim(*, nik: list[NikBermasalah], oleh: Pengguna) -> list[NikBermasalah]:
    """Mark what the recap that goes out today holds."""
    hasil = []
    for satu in nik:
        with perubahan(satu, oleh=oleh) as segar:
            segar.kirim()
            segar.dikirim_pada = timezone.localdate()
        hasil.append(segar)
    return hasil


@layanan("Jawaban Disdukcapil dicatat")
def nik_jawab(*, nik: NikBermasalah, nik_benar: str, jawaban: str, oleh: Pengguna | None) -> NikBermasalah:
    """Take the answer in: the right number, by which the person is found from now on, or that it was right.

    Raises AturanDilanggar when the number given is none.
    """
    if nik_benar and (cacat := periksa_nik(nik_benar).galat):
        raise AturanDilanggar(cacat[0].kode, cacat[0].pesan, "Periksa jawaban Disdukcapil.")
    with perubahan(nik, oleh=oleh) as segar:
        if nik_benar and nik_benar != segar.nik:
            segar.jawab()
            segar.nik_benar = nik_benar
        else:
            segar.benarkan()
        segar.jawaban, segar.dijawab_pada = jawaban[:200], timezone.localdate()
    return segar
