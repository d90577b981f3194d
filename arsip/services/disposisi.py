"""Dispositions: given by the head, passed on, read, done, withdrawn; the letter's state follows theirs.

Every act locks the letter before its dispositions, so that of two receivers who finish at once one closes the letter.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from contextlib import suppress

from django.db.models import Q, QuerySet
from django.utils import timezone

from arsip.models import Disposisi, InstruksiDisposisi, SuratMasuk
from arsip.queries.disposisi import calon_penerima
from arsip.rules.masuk import membawahi
from inti.formats import tanggal_pendek
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.pemberitahuan import beritahu, ingatkan_sekali

S, L = Disposisi.Status, SuratMasuk.Status
LABEL = "arsip.disposisi"
DITUTUP = "Ditutup bersama suratnya: "
INSTRUKSI = (
    "Untuk diketahui",
    "Untuk ditindaklanjuti",
    "Pelajari dan beri saran",
    "Siapkan jawaban",
    "Hadiri atau wakili",
    "Bicarakan dengan saya",
    "Koordinasikan",
    "Edarkan",
    "Simpan sebagai arsip",
)


@layanan("Surat didisposisikan")
def surat_masuk_disposisikan(
    *,
    surat: SuratMasuk,
    kepada: Sequence[Pengguna],
    instruksi: Sequence[str],
    oleh: Pengguna,
    catatan: str = "",
    batas: dt.date | None = None,
) -> SuratMasuk:
    """Tell one or more people to see to a letter, each with his own disposition.

    In: sentences as ticked, a note, a deadline (today or later). Raises AturanDilanggar (BUKAN_KEPALA,
    PENERIMA_KOSONG, PERINTAH_KOSONG, BATAS_LAMPAU, PENERIMA_TIDAK_SAH, SUDAH_MENERIMA, the state), VersiBerubah when
    another head was first.
    """
    _kepala(surat, oleh)
    with perubahan(surat, oleh=oleh) as segar:
        _kirim(segar, None, kepada, instruksi, catatan, batas, oleh)
        segar.disposisikan()
    return segar


@layanan("Disposisi diteruskan")
def disposisi_teruskan(
    *,
    disposisi: Disposisi,
    kepada: Sequence[Pengguna],
    instruksi: Sequence[str],
    oleh: Pengguna,
    catatan: str = "",
    batas: dt.date | None = None,
) -> Disposisi:
    """Pass one's own disposition on to people of one's unit or below; it stays open until one says done.

    Raises AturanDilanggar (BUKAN_PENERIMA, DISPOSISI_TUTUP, and as surat_masuk_disposisikan), VersiBerubah.
    """
    _penerima(disposisi, oleh)
    surat = _kunci(disposisi)
    with perubahan(disposisi, oleh=oleh) as segar:
        if not segar.terbuka:
            raise AturanDilanggar(
                "DISPOSISI_TUTUP", f"{segar} sudah {segar.get_status_display().lower()}.", "Muat ulang."
            )
        _kirim(surat, segar, kepada, instruksi, catatan, batas, oleh)
        if segar.status == S.DIKIRIM:
            segar.baca()
            segar.dibaca_pada = timezone.now()
    return segar


@layanan("Disposisi dibaca", tanpa_usul=True)
def disposisi_tandai_baca(*, disposisi: Disposisi, oleh: Pengguna) -> Disposisi:
    """Its receiver opened it. Raises AturanDilanggar (BUKAN_PENERIMA, the state), VersiBerubah."""
    _penerima(disposisi, oleh)
    with perubahan(disposisi, oleh=oleh) as segar:
        segar.baca()
        segar.dibaca_pada = timezone.now()
    return segar


def disposisi_baca(*, disposisi: QuerySet[Disposisi], oleh: Pengguna) -> None:
    """Note that a page with these dispositions was opened: those for this user that he hadn't read are read now."""
    for d in disposisi.filter(kepada=oleh, status=S.DIKIRIM):
        # Read on another screen or withdrawn just now: then there is nothing to note.
        with suppress(VersiBerubah, AturanDilanggar):
            disposisi_tandai_baca(disposisi=d, oleh=oleh)


@layanan("Disposisi diselesaikan")
def disposisi_selesai(
    *, disposisi: Disposisi, hasil: str, oleh: Pengguna, berkas: BerkasTersimpan | None = None
) -> Disposisi:
    """Say what came of it. The letter is done with its last open disposition.

    Raises AturanDilanggar (BUKAN_PENERIMA, HASIL_KOSONG, the state), VersiBerubah.
    """
    _penerima(disposisi, oleh)
    if not hasil.strip():
        raise AturanDilanggar("HASIL_KOSONG", "Hasil belum ditulis.", "Tulis apa yang sudah dikerjakan.")
    surat = _kunci(disposisi)
    with perubahan(disposisi, oleh=oleh) as segar:
        _tutup(segar, hasil.strip())
        segar.berkas_hasil = berkas
    if berkas is not None:
        berkas_miliki([berkas], label=LABEL, pk=segar.pk)
    beritahu(segar.dari, f"{oleh.nama} menyelesaikan {segar}.", segar)
    _selaraskan(surat, oleh)
    return segar


@layanan("Disposisi ditarik")
def disposisi_tarik(*, disposisi: Disposisi, alasan: str, oleh: Pengguna) -> Disposisi:
    """Withdraw a disposition that nobody has read yet. Without any other the letter waits again.

    Raises AturanDilanggar (BUKAN_PEMBERI, ALASAN_KOSONG, the state: once read it stands), VersiBerubah.
    """
    if disposisi.dari_id != oleh.pk:
        raise AturanDilanggar("BUKAN_PEMBERI", "Disposisi ini diberikan orang lain.", "Minta pemberinya menarik.")
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Penarikan memerlukan alasan.", "Tulis alasannya.")
    surat = _kunci(disposisi)
    with perubahan(disposisi, oleh=oleh, sebab=alasan) as segar:
        segar.tarik()
        segar.alasan_tarik = alasan.strip()
    beritahu(segar.kepada, f"{segar} ditarik oleh {oleh.nama}.")
    _selaraskan(surat, oleh)
    return segar


@layanan("Surat tidak perlu disposisi")
def surat_masuk_lewatkan(*, surat: SuratMasuk, alasan: str, oleh: Pengguna) -> SuratMasuk:
    """Nobody need see to the letter. Raises AturanDilanggar (BUKAN_KEPALA, ALASAN_KOSONG, the state), VersiBerubah."""
    _kepala(surat, oleh)
    if not alasan.strip():
        raise AturanDilanggar("ALASAN_KOSONG", "Alasan belum ditulis.", "Tulis mengapa tidak perlu disposisi.")
    with perubahan(surat, oleh=oleh, sebab=alasan) as segar:
        segar.lewatkan()
        segar.alasan_tanpa = alasan.strip()
    return segar


@layanan("Surat diselesaikan")
def surat_masuk_selesaikan(*, surat: SuratMasuk, catatan: str, oleh: Pengguna) -> SuratMasuk:
    """The head closes a letter with a note; dispositions still open are closed with it, and their receivers told.

    Raises AturanDilanggar (BUKAN_KEPALA, CATATAN_KOSONG, the state), VersiBerubah.
    """
    _kepala(surat, oleh)
    if not catatan.strip():
        raise AturanDilanggar("CATATAN_KOSONG", "Catatan belum ditulis.", "Tulis mengapa surat ini selesai.")
    with perubahan(surat, oleh=oleh, sebab=catatan) as segar:
        segar.selesaikan()
        segar.catatan_selesai, segar.selesai_pada = catatan.strip(), timezone.now()
        for d in segar.disposisi.terbuka().select_related("kepada").order_by("pk"):
            with perubahan(d, oleh=oleh) as dis:
                _tutup(dis, f"{DITUTUP}{catatan.strip()}")
            beritahu(dis.kepada, f"{dis} ditutup oleh {oleh.nama}.", dis)
    return segar


@layanan("Instruksi disposisi diisi")
def instruksi_isi(*, oleh: Pengguna | None) -> int:
    """The common sentences that the table lacks. Out: how many were added."""
    ada = set(InstruksiDisposisi.objects.hidup().values_list("nama", flat=True))
    baru = [(n, nama) for n, nama in enumerate(INSTRUKSI, start=1) if nama not in ada]
    for n, nama in baru:
        simpan_baru(InstruksiDisposisi(nama=nama, urut=n * 10))
    return len(baru)


def disposisi_ingatkan(hari: dt.date | None = None) -> int:
    """Tell each receiver of his overdue dispositions, once a day whatever the number of workers. Out: how many."""
    hari = hari or timezone.localdate()
    belum = Q(diingatkan__isnull=True) | Q(diingatkan__lt=hari)
    terlambat = Disposisi.objects.terbuka().filter(belum, batas__lt=hari).select_related("surat__nomor", "kepada")
    return sum(
        ingatkan_sekali(
            d, bidang="diingatkan", kini=hari, kepada=[d.kepada], teks=f"{d} melewati batas {tanggal_pendek(d.batas)}."
        )
        for d in terlambat.order_by("pk")
    )


def _kirim(
    surat: SuratMasuk,
    induk: Disposisi | None,
    kepada: Sequence[Pengguna],
    instruksi: Sequence[str],
    catatan: str,
    batas: dt.date | None,
    oleh: Pengguna,
) -> None:
    if not kepada:
        raise AturanDilanggar("PENERIMA_KOSONG", "Penerima belum dipilih.", "Pilih sedikitnya satu orang.")
    if not instruksi and not catatan.strip():
        raise AturanDilanggar("PERINTAH_KOSONG", "Belum ada perintah.", "Centang instruksi atau tulis catatan.")
    if batas is not None and batas < timezone.localdate():
        raise AturanDilanggar("BATAS_LAMPAU", "Batas waktu sudah lewat.", "Isi hari ini atau sesudahnya.")
    sah = {p.pk for p in calon_penerima(oleh, rantai=induk is not None).filter(pk__in=[p.pk for p in kepada])}
    if lain := [p.nama for p in kepada if p.pk not in sah]:
        raise AturanDilanggar(
            "PENERIMA_TIDAK_SAH",
            f"{', '.join(lain)} tidak dapat menerima disposisi dari Anda.",
            "Pilih pegawai yang aktif; terusan hanya kepada orang di unit Anda.",
        )
    ada = surat.disposisi.terbuka().filter(kepada__in=sah).select_related("kepada").order_by("pk")
    if memegang := [d.kepada.nama for d in ada]:
        raise AturanDilanggar(
            "SUDAH_MENERIMA",
            f"{', '.join(memegang)} masih memegang disposisi surat ini.",
            "Hapus dari pilihan.",
        )
    kini = timezone.now()
    perihal = "" if surat.tertutup else f" {surat.hal}"
    for p in {p.pk: p for p in kepada}.values():
        baru = simpan_baru(
            Disposisi(
                surat=surat,
                induk=induk,
                dari=oleh,
                kepada=p,
                instruksi=list(instruksi),
                catatan=catatan.strip(),
                batas=batas,
                dikirim_pada=kini,
            )
        )
        beritahu(p, f"Disposisi dari {oleh.nama}, surat {surat.nomor}.{perihal}", baru)


def _tutup(d: Disposisi, hasil: str) -> None:
    kini = timezone.now()
    d.selesaikan()
    d.hasil, d.selesai_pada, d.dibaca_pada = hasil[:500], kini, d.dibaca_pada or kini


def _selaraskan(surat: SuratMasuk, oleh: Pengguna) -> None:
    """The letter follows its dispositions: done with the last open one, waiting again when all were withdrawn."""
    if surat.status != L.DIDISPOSISI or surat.disposisi.terbuka().exists():
        return
    with perubahan(surat, oleh=oleh) as segar:
        if segar.disposisi.hidup().filter(status=S.SELESAI).exists():
            segar.selesaikan()
            segar.selesai_pada = timezone.now()
        else:
            segar.buka_lagi()


def _kunci(disposisi: Disposisi) -> SuratMasuk:
    return SuratMasuk.objects.select_for_update().get(pk=disposisi.surat_id)


def _penerima(disposisi: Disposisi, oleh: Pengguna) -> None:
    if disposisi.kepada_id != oleh.pk:
        raise AturanDilanggar("BUKAN_PENERIMA", "Disposisi ini untuk orang lain.", "Minta penerimanya mengisi.")


def _kepala(surat: SuratMasuk, oleh: Pengguna) -> None:
    """Only the head of the addressed unit, or of one above it, disposes of a letter."""
    if not memimpin(surat, oleh):
        raise AturanDilanggar(
            "BUKAN_KEPALA",
            f"{surat} ditujukan kepada {surat.ditujukan_kepada}.",
            "Kepala unit itu atau atasannya yang mendisposisikan.",
        )


def memimpin(surat: SuratMasuk, oleh: Pengguna) -> bool:
    """Whether this user heads the addressed unit or one above it, and may meet the letter at all."""
    return (
        oleh.unit is not None
        and oleh.has_perm("arsip.disposisikan_suratmasuk")
        and membawahi(oleh.unit.jalur, surat.ditujukan_kepada.jalur)
        and SuratMasuk.objects.untuk(oleh).filter(pk=surat.pk).exists()
    )
