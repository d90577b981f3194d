"""Daily performance: a day written, copied, proposed; approved or returned by the superior of that date; handed over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.gerbang.diri import pastikan_bukan_diri
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import KegiatanHarian, Pegawai, TargetKinerja
from kepegawaian.queries.atasan import atasan_pada
from kepegawaian.queries.karier import nilai_aturan
from kepegawaian.queries.kinerja import bekerja_pada
from kepegawaian.rules.kinerja import BatasKinerja, batas_pada, periksa_batas_isi, periksa_hari, periksa_menit

S = KegiatanHarian.Status
LABEL = "kepegawaian.kegiatanharian"
ISI = ("kegiatan", "target", "jumlah", "satuan", "menit", "tautan")


@layanan("Kegiatan harian disimpan", diri=True)
def hari_simpan(
    *, pegawai: Pegawai, tanggal: dt.date, baris: Sequence[dict[str, Any]], oleh: Pengguna, ajukan: bool = False
) -> KegiatanHarian | None:
    """Write all rows of one's day in one act, and propose it with `ajukan`.

    A row bears `id` and `versi` (0: a new one), kegiatan, target, jumlah, satuan, menit, tautan, `bukti` (a stored
    file or None) and `hapus`. Rows that did not change are left alone. Gives the day's first activity.
    Raises AturanDilanggar: BUKAN_DIRI, KEGIATAN_HILANG, KEGIATAN_TERKUNCI, TARGET_ASING, the limits of rules.kinerja,
    ATASAN_TIDAK_ADA; VersiBerubah.
    """
    batas = _siapkan(pegawai, tanggal, oleh)
    ada = {k.pk: k for k in _hari(pegawai, tanggal)}
    for b in baris:
        if b["target"] is not None and (b["target"].pegawai_id, b["target"].tahun) != (pegawai.pk, tanggal.year):
            raise AturanDilanggar("TARGET_ASING", "Target itu bukan target Anda tahun ini.", "Pilih target lain.")
        if b["id"]:
            _ubah(ada.get(b["id"]), b, oleh, batas)
        else:
            periksa_batas_isi(tanggal, timezone.localdate(), batas)
            baru = KegiatanHarian(pegawai=pegawai, tanggal=tanggal, bukti=b["bukti"], **{n: b[n] for n in ISI})
            _miliki(simpan_baru(baru))
    periksa_menit([k.menit for k in _hari(pegawai, tanggal)], batas)
    if ajukan:
        return _ajukan(pegawai, tanggal, oleh, batas)
    return _hari(pegawai, tanggal).first()


def _siapkan(pegawai: Pegawai, tanggal: dt.date, oleh: Pengguna) -> BatasKinerja:
    """Refuse whoever writes for another, and impossible days; hold the person, so that two windows can't pass a limit."""
    if pegawai.pengguna_id != oleh.pk:
        raise AturanDilanggar("BUKAN_DIRI", "Kinerja harian hanya diisi oleh orangnya sendiri.", "")
    Pegawai.objects.select_for_update().get(pk=pegawai.pk)
    periksa_hari(tanggal, timezone.localdate(), bekerja=bekerja_pada(pegawai, tanggal))
    return batas_pada(nilai_aturan(), tanggal)


def _hari(pegawai: Pegawai, tanggal: dt.date) -> Any:
    return KegiatanHarian.objects.hidup().filter(pegawai=pegawai, tanggal=tanggal).order_by("id")


def _ubah(k: KegiatanHarian | None, b: dict[str, Any], oleh: Pengguna, batas: BatasKinerja) -> None:
    if k is None:
        raise AturanDilanggar("KEGIATAN_HILANG", "Satu kegiatan sudah dihapus.", "Muat ulang halaman.")
    beda = {n: b[n] for n in ISI if getattr(k, n) != b[n]} | ({"bukti": b["bukti"]} if b["bukti"] else {})
    if not beda and not b["hapus"]:
        return
    k.versi = b["versi"]
    with perubahan(k, oleh=oleh) as segar:
        if not segar.dapat_ditulis:
            raise AturanDilanggar(
                "KEGIATAN_TERKUNCI",
                f"{segar} sudah {segar.get_status_display().lower()}.",
                "Hanya konsep dan yang dikembalikan dapat diubah.",
            )
        _dalam_batas(segar, batas)
        for nama, isi in beda.items():
            setattr(segar, nama, isi)
        if b["hapus"]:
            segar.dibuang_pada = timezone.now()
    _miliki(segar)


def _dalam_batas(k: KegiatanHarian, batas: BatasKinerja) -> None:
    kembali = timezone.localdate(k.diputus_pada) if k.status == S.DIKEMBALIKAN and k.diputus_pada else None
    periksa_batas_isi(k.tanggal, timezone.localdate(), batas, kembali)


def _miliki(k: KegiatanHarian) -> None:
    if k.bukti is not None and not k.bukti.pemilik_label:
        berkas_miliki([k.bukti], label=LABEL, pk=k.pk)


def _ajukan(pegawai: Pegawai, tanggal: dt.date, oleh: Pengguna, batas: BatasKinerja) -> KegiatanHarian:
    siap = list(_hari(pegawai, tanggal).filter(status__in=[S.KONSEP, S.DIKEMBALIKAN]))
    if not siap:
        raise AturanDilanggar("TIDAK_ADA_DIAJUKAN", "Tidak ada konsep pada hari ini.", "Isi kegiatan dahulu.")
    atasan = atasan_pada(pegawai, tanggal)
    for k in siap:
        with perubahan(k, oleh=oleh) as segar:
            _dalam_batas(segar, batas)
            # What was returned goes back to the one who returned it: he may have been set by hand.
            if segar.status == S.KONSEP or segar.atasan is None:
                segar.atasan = _wajib_ada(atasan, tanggal)
            segar.diajukan_pada = timezone.now()
            segar.ajukan()
    return siap[0]


def _wajib_ada(atasan: Pegawai | None, tanggal: dt.date) -> Pegawai:
    if atasan is None:
        raise AturanDilanggar(
            "ATASAN_TIDAK_ADA",
            f"Atasan Anda pada {tanggal:%d-%m-%Y} tidak ditemukan dari riwayat jabatan.",
            "Simpan sebagai konsep, lalu minta pengelola kepegawaian menetapkan atasan Anda.",
        )
    return atasan


@layanan("Kegiatan harian diajukan", diri=True)
def hari_ajukan(*, pegawai: Pegawai, tanggal: dt.date, oleh: Pengguna) -> KegiatanHarian:
    """Propose a day's drafts and returned activities to the superior of that date. Raises as `hari_simpan`."""
    batas = _siapkan(pegawai, tanggal, oleh)
    return _ajukan(pegawai, tanggal, oleh, batas)


@layanan("Kegiatan disalin dari hari sebelumnya", diri=True)
def hari_salin(*, pegawai: Pegawai, dari: dt.date, tanggal: dt.date, oleh: Pengguna) -> KegiatanHarian:
    """Copy the activities of `dari` as drafts of `tanggal`, without evidence; those already there are left out.

    Raises AturanDilanggar(TIDAK_ADA_DISALIN) and the limits of rules.kinerja.
    """
    batas = _siapkan(pegawai, tanggal, oleh)
    periksa_batas_isi(tanggal, timezone.localdate(), batas)
    sudah = set(_hari(pegawai, tanggal).values_list("kegiatan", flat=True))
    baru = []
    for k in _hari(pegawai, dari).select_related("target"):
        if k.kegiatan in sudah:
            continue
        target = k.target if k.target and k.target.aktif and k.target.tahun == tanggal.year else None
        isi = {n: getattr(k, n) for n in ("kegiatan", "jumlah", "satuan", "menit")}
        baru.append(simpan_baru(KegiatanHarian(pegawai=pegawai, tanggal=tanggal, target=target, **isi)))
    if not baru:
        raise AturanDilanggar(
            "TIDAK_ADA_DISALIN", f"Tidak ada kegiatan {dari:%d-%m-%Y} yang belum tersalin.", "Isi kegiatan di bawah."
        )
    periksa_menit([k.menit for k in _hari(pegawai, tanggal)], batas)
    return baru[0]


@layanan("Kegiatan harian disetujui", diri=True)
def kegiatan_setujui(*, kegiatan: Sequence[KegiatanHarian], oleh: Pengguna) -> KegiatanHarian:
    """Approve what was put before one as superior; all or none. Approved activities are locked.

    Raises AturanDilanggar(TIDAK_ADA_DIPILIH | PERSETUJUAN_SENDIRI | BUKAN_ATASAN | KEADAAN_TIDAK_SESUAI), VersiBerubah.
    """
    if not kegiatan:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada kegiatan yang dipilih.", "Centang dahulu.")
    for k in kegiatan:
        with perubahan(k, oleh=oleh) as segar:
            _putuskan(segar, oleh)
            segar.catatan = ""
            segar.setujui()
    return kegiatan[0]


@layanan("Kegiatan harian dikembalikan", diri=True)
def kegiatan_kembalikan(*, kegiatan: KegiatanHarian, catatan: str, oleh: Pengguna) -> KegiatanHarian:
    """Return an activity with a note; its owner is told. Raises as `kegiatan_setujui`."""
    with perubahan(kegiatan, oleh=oleh, sebab=catatan) as segar:
        _putuskan(segar, oleh)
        segar.catatan = catatan
        segar.kembalikan()
    beritahu(segar.pegawai.pengguna, f"Kegiatan {segar.tanggal:%d-%m-%Y} dikembalikan: {catatan}", segar)
    return segar


def _putuskan(k: KegiatanHarian, oleh: Pengguna) -> None:
    if k.pegawai.pengguna_id == oleh.pk:
        raise AturanDilanggar("PERSETUJUAN_SENDIRI", "Kegiatan sendiri tidak dapat disetujui sendiri.", "")
    if k.atasan is None or k.atasan.pengguna_id != oleh.pk:
        raise AturanDilanggar("BUKAN_ATASAN", f"Anda bukan atasan pada {k}.", "Muat ulang halaman.")
    k.diputus_oleh, k.diputus_pada = oleh, timezone.now()


@layanan("Atasan kegiatan dialihkan", diri=True)
def kegiatan_alihkan(
    *, kegiatan: Sequence[KegiatanHarian], alasan: str, oleh: Pengguna, atasan: Pegawai | None = None
) -> KegiatanHarian:
    """Correct the superior of waiting activities: derived anew for each date, or the one the personnel desk names.

    Those whose superior is right stay as they are. New superiors with an account are told once. Raises
    AturanDilanggar: TIDAK_ADA_DIPILIH, TIDAK_BERWENANG, ATASAN_SENDIRI, ATASAN_TIDAK_ADA, ATASAN_SAMA,
    DIRI_SENDIRI, KEADAAN_TIDAK_SESUAI; VersiBerubah.
    """
    if not kegiatan:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada kegiatan yang dipilih.", "Centang dahulu.")
    pengelola = oleh.has_perm("kepegawaian.alihkan_kegiatanharian")
    beralih: dict[int, list[KegiatanHarian]] = {}
    for k in kegiatan:
        if not pengelola and (atasan is not None or k.pegawai.pengguna_id != oleh.pk):
            raise AturanDilanggar("TIDAK_BERWENANG", "Atasan hanya dapat ditentukan pengelola kepegawaian.", "")
        if atasan is not None:
            pastikan_bukan_diri(k, oleh)  # one's own are only derived anew; who judges them names somebody else
        baru = _wajib_ada(atasan or atasan_pada(k.pegawai, k.tanggal), k.tanggal)
        if baru.pk == k.pegawai_id:
            raise AturanDilanggar("ATASAN_SENDIRI", "Atasan tidak boleh orangnya sendiri.", "Pilih orang lain.")
        if baru.pk != k.atasan_id:
            _alihkan_satu(k, baru, alasan, oleh)
            beralih.setdefault(baru.pk, []).append(k)
    if not beralih:
        raise AturanDilanggar(
            "ATASAN_SAMA",
            "Menurut riwayat jabatan, atasannya sudah benar.",
            "Bila keliru, minta pengelola kepegawaian menetapkan atasan yang lain.",
        )
    _beri_tahu(beralih)
    return kegiatan[0]


def _alihkan_satu(k: KegiatanHarian, baru: Pegawai, alasan: str, oleh: Pengguna) -> None:
    with perubahan(k, oleh=oleh, sebab=alasan) as segar:
        if segar.status != S.DIAJUKAN:
            raise AturanDilanggar(
                "KEADAAN_TIDAK_SESUAI",
                f"{segar} sudah {segar.get_status_display().lower()}.",
                "Muat ulang halaman.",
            )
        segar.atasan = baru


def _beri_tahu(beralih: dict[int, list[KegiatanHarian]]) -> None:
    for p in Pegawai.objects.filter(pk__in=beralih).select_related("pengguna"):
        semua = beralih[p.pk]
        beritahu(p.pengguna, f"{len(semua)} kegiatan {_nama(semua)} dialihkan kepada Anda.", semua[0])


def _nama(semua: Iterable[KegiatanHarian]) -> str:
    nama = sorted({k.pegawai.nama for k in semua})
    return nama[0] if len(nama) == 1 else f"dari {len(nama)} orang"


@layanan("Target kinerja ditambahkan", diri=True)
def target_tambah(*, pegawai: Pegawai, isian: dict[str, Any], oleh: Pengguna) -> TargetKinerja:
    """A target of one's own. Raises AturanDilanggar(BUKAN_DIRI), ValidationError."""
    if pegawai.pengguna_id != oleh.pk:
        raise AturanDilanggar("BUKAN_DIRI", "Target diisi oleh orangnya sendiri.", "")
    return simpan_baru(TargetKinerja(pegawai=pegawai, **isian))


@layanan("Target kinerja diubah", diri=True)
def target_ubah(*, target: TargetKinerja, isian: dict[str, Any], oleh: Pengguna) -> TargetKinerja:
    """Change one's target; year and unit of output stay once activities point to it.

    Raises AturanDilanggar(BUKAN_DIRI | TARGET_DIPAKAI), VersiBerubah, ValidationError.
    """
    with perubahan(target, oleh=oleh) as segar:
        _target_sendiri(segar, oleh)
        tetap = (segar.tahun, segar.satuan)
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
        if (segar.tahun, segar.satuan) != tetap and segar.kegiatan_set.hidup().exists():
            raise AturanDilanggar(
                "TARGET_DIPAKAI",
                "Tahun dan satuan tidak dapat diubah: sudah ada kegiatan pada target ini.",
                "Tutup target ini dan buat yang baru.",
            )
    return segar


@layanan("Target kinerja ditutup", diri=True)
def target_tutup(*, target: TargetKinerja, oleh: Pengguna) -> TargetKinerja:
    """No further activity is put to it; what was done counts. Raises AturanDilanggar(BUKAN_DIRI | TARGET_TUTUP)."""
    with perubahan(target, oleh=oleh) as segar:
        _target_sendiri(segar, oleh)
        if not segar.aktif:
            raise AturanDilanggar("TARGET_TUTUP", "Target ini sudah ditutup.", "")
        segar.aktif = False
    return segar


def _target_sendiri(target: TargetKinerja, oleh: Pengguna) -> None:
    if target.pegawai.pengguna_id != oleh.pk:
        raise AturanDilanggar("BUKAN_DIRI", "Target diubah oleh orangnya sendiri.", "")
