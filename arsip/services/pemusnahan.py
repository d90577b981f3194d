"""Destruction, step by step. Blocks are looked at under lock when records are put on a list, approved and destroyed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from django.utils import timezone

from arsip.documents.pemusnahan import MUSNAH, BeritaAcara, DaftarUsul, urutkan
from arsip.models import AnggotaPanitia, BerkasArsip, ButirPemusnahan, Pemusnahan, SaksiPemusnahan
from arsip.queries.halangan import halangan_berkas
from arsip.queries.parameter import parameter
from arsip.rules.musnah import pemberi_setuju
from arsip.services.musnah_isi import isi_musnahkan
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.dokumen import dokumen_batalkan
from inti.services.kertas import kertas_buat
from inti.services.nomor import nomor_ambil
from kepegawaian.models import Pegawai

SERI, POLA, LABEL = "arsip.pemusnahan", "PMS/{urut:03d}/{tahun}", "arsip.pemusnahan"
SIMPAN = ButirPemusnahan.Penilaian.SIMPAN
PERAN = AnggotaPanitia.Peran


@layanan("Pemusnahan diusulkan")
def pemusnahan_usulkan(
    *,
    uraian: str,
    berkas: Sequence[BerkasArsip],
    ketua: Pegawai,
    sekretaris: Pegawai,
    anggota: Sequence[Pegawai],
    oleh: Pengguna,
) -> Pemusnahan:
    """A list of records that are due, and its committee. Any blocked record refuses the whole list, naming why.

    Raises AturanDilanggar: TIDAK_ADA_DIPILIH, PANITIA_KURANG, SUDAH_DIUSULKAN, TANPA_UNIT, or a block's code.
    """
    if oleh.unit is None:
        raise AturanDilanggar("TANPA_UNIT", "Akun Anda tidak mempunyai unit kerja.", "Hubungi administrator.")
    semua = [ketua, sekretaris, *anggota]
    if not anggota or len({p.pk for p in semua}) != len(semua):
        raise AturanDilanggar(
            "PANITIA_KURANG", "Panitia terdiri atas ketua, sekretaris, dan paling sedikit satu anggota yang berbeda.",
            "Lengkapi panitia.",
        )  # fmt: skip
    hari = timezone.localdate()
    nomor = nomor_ambil(seri=SERI, pola=POLA, tanggal=hari, oleh=oleh, objek_label=LABEL)
    hasil = simpan_baru(Pemusnahan(nomor=nomor, uraian=uraian, tanggal=hari, unit=oleh.unit, pengusul=oleh))
    nomor.objek_id = str(hasil.pk)
    nomor.save(update_fields=["objek_id"])
    for pegawai, peran in zip(semua, [PERAN.KETUA, PERAN.SEKRETARIS, *[PERAN.ANGGOTA] * len(anggota)], strict=True):
        simpan_baru(AnggotaPanitia(pemusnahan=hasil, pegawai=pegawai, peran=peran))
    _tambah_butir(hasil, berkas)
    return hasil


@layanan("Daftar usul musnah ditambah")
def pemusnahan_tambah_butir(*, pemusnahan: Pemusnahan, berkas: Sequence[BerkasArsip], oleh: Pengguna) -> Pemusnahan:
    """More records on a list that is not yet assessed. Raises as `pemusnahan_usulkan`, and DAFTAR_TETAP."""
    with perubahan(pemusnahan, oleh=oleh) as segar:
        if segar.status != Pemusnahan.Status.USULAN:
            raise AturanDilanggar("DAFTAR_TETAP", "Daftarnya sudah dinilai.", "Kembalikan ke usulan dahulu.")
    _tambah_butir(segar, berkas)
    return segar


@layanan("Arsip dikeluarkan dari daftar musnah")
def butir_keluarkan(*, butir: ButirPemusnahan, alasan: str, oleh: Pengguna) -> Pemusnahan:
    """Keep a record after all; allowed at any time before the destruction. Raises AturanDilanggar(DAFTAR_TUTUP)."""
    with perubahan(butir.pemusnahan, oleh=oleh, sebab=alasan) as induk:
        if not induk.terbuka:
            raise AturanDilanggar("DAFTAR_TUTUP", "Pemusnahan ini sudah selesai.", "Tidak ada yang dapat dikeluarkan.")
    with perubahan(butir, oleh=oleh, sebab=alasan) as segar:
        segar.penilaian, segar.catatan = SIMPAN, alasan[:200]
    return induk


@layanan("Usul musnah dinilai")
def pemusnahan_nilai(
    *, pemusnahan: Pemusnahan, nomor: str, tanggal: dt.date, teks: str, simpan: Sequence[int], oleh: Pengguna
) -> Pemusnahan:
    """The committee's written assessment: what is not among `simpan` (keys of lines) may be destroyed.

    The list is issued as a document, to go with the request for approval. Raises AturanDilanggar: TANGGAL_NANTI,
    TANGGAL_URUT, SEMUA_DISIMPAN, the state.
    """
    with perubahan(pemusnahan, oleh=oleh) as segar:
        segar.nilai()
        _urut(segar.tanggal, tanggal)
        segar.nilai_nomor, segar.nilai_tanggal, segar.nilai_teks = nomor, tanggal, teks
        butir = _nilai_butir(segar, set(simpan), oleh)
        if not any(b.penilaian == MUSNAH for b in butir):
            raise AturanDilanggar("SEMUA_DISIMPAN", "Tidak ada yang dinilai musnah.", "Batalkan usulan ini.")
        segar.setuju_dari = penyetuju(segar, butir)
        kertas_buat(DaftarUsul, segar, oleh)
    return segar


@layanan("Usul musnah dikembalikan")
def pemusnahan_kembalikan(*, pemusnahan: Pemusnahan, alasan: str, oleh: Pengguna) -> Pemusnahan:
    """Back to the list, for another assessment; the document of the list is void."""
    with perubahan(pemusnahan, oleh=oleh, sebab=alasan) as segar:
        segar.kembalikan()
        if segar.usul is not None:
            dokumen_batalkan(dokumen=segar.usul, alasan=alasan)
            segar.usul = None
    return segar


@layanan("Pemusnahan disetujui")
def pemusnahan_setujui(
    *, pemusnahan: Pemusnahan, nomor: str, tanggal: dt.date, pindaian: BerkasTersimpan, oleh: Pengguna
) -> Pemusnahan:
    """The written approval of whoever has to give it (`setuju_dari`), with its scan. Every block is looked at again.

    Raises AturanDilanggar: PENYETUJU_PENGUSUL, TANGGAL_NANTI, TANGGAL_URUT, a block's code, the state.
    """
    if pemusnahan.pengusul_id == oleh.pk:
        raise AturanDilanggar(
            "PENYETUJU_PENGUSUL", "Pengusul tidak menyetujui usulannya sendiri.", "Minta pejabat lain."
        )
    with perubahan(pemusnahan, oleh=oleh) as segar:
        segar.setujui()
        _urut(segar.nilai_tanggal, tanggal)
        butir = _butir_musnah(segar)
        _tolak_terhalang(butir)
        segar.setuju_dari = penyetuju(segar, butir)
        segar.setuju_nomor, segar.setuju_tanggal = nomor, tanggal
        segar.setuju_pindaian, segar.setuju_oleh = pindaian, oleh
    berkas_miliki([pindaian], label=LABEL, pk=segar.pk)
    return segar


@layanan("Pemusnahan ditetapkan")
def pemusnahan_tetapkan(
    *, pemusnahan: Pemusnahan, nomor: str, tanggal: dt.date, pindaian: BerkasTersimpan, oleh: Pengguna
) -> Pemusnahan:
    """The decree of the head of the office, with its scan. Raises AturanDilanggar(TANGGAL_NANTI, TANGGAL_URUT)."""
    with perubahan(pemusnahan, oleh=oleh) as segar:
        segar.tetapkan()
        _urut(segar.setuju_tanggal, tanggal)
        segar.tetap_nomor, segar.tetap_tanggal, segar.tetap_pindaian = nomor, tanggal, pindaian
    berkas_miliki([pindaian], label=LABEL, pk=segar.pk)
    return segar


@layanan("Arsip dimusnahkan")
def pemusnahan_laksanakan(
    *,
    pemusnahan: Pemusnahan,
    tanggal: dt.date,
    tempat: str,
    cara: str,
    saksi: Sequence[Sequence[str]],
    oleh: Pengguna,
) -> Pemusnahan:
    """Destroy what is to be destroyed, before at least two witnesses (name, post): records become tombstones.

    Their scans leave the store with this act, and the berita acara is issued. Every block is looked at under the
    records' locks; one that is blocked stops the whole act.
    Raises AturanDilanggar: SAKSI_KURANG, TANGGAL_NANTI, TANGGAL_URUT, a block's code, the state.
    """
    bersih = [(n.strip(), j.strip()) for n, j in saksi if n.strip()]
    if len({n.casefold() for n, _ in bersih}) < 2 or not all(j for _, j in bersih):
        raise AturanDilanggar(
            "SAKSI_KURANG", "Pemusnahan disaksikan paling sedikit dua orang.", "Tulis nama dan jabatan mereka."
        )
    with perubahan(pemusnahan, oleh=oleh) as segar:
        segar.laksanakan()
        _urut(segar.tetap_tanggal, tanggal)
        butir = urutkan(_butir_musnah(segar))
        _tolak_terhalang(butir)
        if penyetuju(segar, butir) == Pemusnahan.Pemberi.KEPALA_ANRI != segar.setuju_dari:
            raise AturanDilanggar(
                "PERSETUJUAN_KURANG",
                "Retensi arsip pada daftar ini berubah; kini memerlukan persetujuan Kepala ANRI.",
                "Batalkan, lalu usulkan kembali.",
            )
        segar.laksana_pada, segar.laksana_tempat, segar.laksana_cara = tanggal, tempat, cara
        segar.laksana_oleh = oleh
        for nama, jabatan in bersih:
            simpan_baru(SaksiPemusnahan(pemusnahan=segar, nama=nama, jabatan=jabatan))
        kertas_buat(BeritaAcara, segar, oleh)
        for satu in butir:
            with perubahan(satu.berkas, oleh=oleh) as berkas:
                berkas.musnahkan()
                berkas.pemusnahan, berkas.musnah_pada = segar, tanggal
                berkas.tempat, berkas.urut_boks = None, None
    isi_musnahkan(berkas=[b.berkas for b in butir], oleh=oleh)
    return segar


@layanan("Pemusnahan dibatalkan")
def pemusnahan_batalkan(*, pemusnahan: Pemusnahan, alasan: str, oleh: Pengguna) -> Pemusnahan:
    """Give it up before it is carried out; the records stay."""
    with perubahan(pemusnahan, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_batal = alasan
        if segar.usul is not None:
            dokumen_batalkan(dokumen=segar.usul, alasan=alasan)
    return segar


def penyetuju(pemusnahan: Pemusnahan, butir: Iterable[ButirPemusnahan]) -> str:
    """Whose approval the list needs, by its longest retention, when proposed or now, and the
    years in force on the day of the proposal."""
    tahun = [
        max(b.tahun, b.berkas.retensi.tahun if b.berkas.retensi is not None else 0)
        for b in butir
        if b.penilaian != SIMPAN
    ]
    return pemberi_setuju(tahun, parameter("batas_anri", pemusnahan.tanggal))


def _tambah_butir(pemusnahan: Pemusnahan, berkas: Sequence[BerkasArsip]) -> None:
    if not berkas:
        raise AturanDilanggar("TIDAK_ADA_DIPILIH", "Belum ada arsip yang dipilih.", "Centang barisnya.")
    segar = list(
        BerkasArsip.objects.select_for_update(of=("self",))
        .select_related("retensi")
        .filter(pk__in=[b.pk for b in berkas])
        .order_by("urut_kode", "pk")
    )
    sudah = (
        ButirPemusnahan.objects.filter(
            berkas__in=[b.pk for b in segar], dibuang_pada__isnull=True, pemusnahan__status__in=Pemusnahan.TERBUKA
        )
        .exclude(penilaian=SIMPAN)
        .select_related("berkas", "pemusnahan__nomor")
        .first()
    )
    if sudah is not None:
        raise AturanDilanggar(
            "SUDAH_DIUSULKAN", f"{sudah.berkas} sudah ada pada {sudah.pemusnahan}.", "Keluarkan dari pilihan Anda."
        )
    # What is to be assessed again may stand on a list: assessing is what the list is for.
    _tolak_halangan(segar, dict.fromkeys((b.pk for b in segar), str(MUSNAH)))
    for b in segar:
        simpan_baru(
            ButirPemusnahan(pemusnahan=pemusnahan, berkas=b, tahun=b.retensi.tahun if b.retensi is not None else 0)
        )


def _nilai_butir(pemusnahan: Pemusnahan, simpan: set[int], oleh: Pengguna) -> list[ButirPemusnahan]:
    hasil = []
    for satu in pemusnahan.butir.hidup().select_related("berkas__jenis", "berkas__retensi"):
        with perubahan(satu, oleh=oleh) as segar:
            segar.penilaian = SIMPAN if satu.pk in simpan or satu.penilaian == SIMPAN else MUSNAH
        satu.penilaian = segar.penilaian
        hasil.append(satu)
    return hasil


def _butir_musnah(pemusnahan: Pemusnahan) -> list[ButirPemusnahan]:
    butir = pemusnahan.butir.hidup().filter(penilaian=MUSNAH)
    return list(butir.select_related("berkas__jenis", "berkas__retensi").order_by("pk"))


def _tolak_terhalang(butir: Sequence[ButirPemusnahan]) -> None:
    if not butir:
        raise AturanDilanggar("DAFTAR_KOSONG", "Tidak ada arsip yang akan dimusnahkan.", "Batalkan pemusnahan ini.")
    segar = list(BerkasArsip.objects.select_for_update().filter(pk__in=[b.berkas_id for b in butir]).order_by("pk"))
    _tolak_halangan(segar, {b.berkas_id: b.penilaian for b in butir})


def _tolak_halangan(berkas: Sequence[BerkasArsip], penilaian: dict[int, str]) -> None:
    """Refuse with the first block of the first record that has one; how many more are blocked is said too."""
    semua = halangan_berkas(berkas, timezone.localdate(), penilaian)
    kena = [(b, semua[b.pk][0]) for b in berkas if semua[b.pk]]
    if kena:
        satu, sebab = kena[0]
        lagi = f" Masih ada {len(kena) - 1} arsip lain yang terhalang." if len(kena) > 1 else ""
        raise AturanDilanggar(
            sebab.kode, f"{satu} tidak dapat dimusnahkan: {sebab.kalimat}{lagi}", "Keluarkan dari daftar."
        )


def _urut(sesudah: dt.date | None, tanggal: dt.date) -> None:
    if tanggal > timezone.localdate():
        raise AturanDilanggar("TANGGAL_NANTI", "Tanggalnya belum tiba.", "Periksa tanggalnya.")
    if sesudah is not None and tanggal < sesudah:
        raise AturanDilanggar(
            "TANGGAL_URUT", f"Tanggalnya mendahului langkah sebelumnya, {sesudah:%d-%m-%Y}.", "Periksa tanggalnya."
        )
