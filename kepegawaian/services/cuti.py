"""Leave: asked for, considered, decided, called back, given up. Nobody decides his own."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from inti.formats import tanggal_panjang
from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.queries.kalender import libur_antara
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, TOLAK
from inti.services.alur import alur_ajukan, alur_maju, alur_tutup
from inti.services.berkas import berkas_miliki
from inti.services.dokumen import dokumen_batalkan, dokumen_cetak, dokumen_terbitkan, kode_baru
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import beritahu
from kepegawaian.documents.cuti import data_formulir, snapshot_cuti
from kepegawaian.models import Pegawai, PengajuanCuti
from kepegawaian.queries.cuti import HasilHitung, hitung_pengajuan, pegawai_dari, pejabat_cuti, saldo_pegawai
from kepegawaian.rules.cuti import hitung
from kepegawaian.services.cuti_hitung import hitungan_isi, pegawai_kunci

S, H = PengajuanCuti.Status, PengajuanCuti.Hasil
SERI, POLA = "cuti", "CUTI/{urut:04d}/{tahun}"


@layanan("Cuti diajukan", tanpa_usul=True, diri=True)
def cuti_ajukan(
    *, isian: dict[str, Any], oleh: Pengguna, surat: BerkasTersimpan | None = None, tanggal: dt.date | None = None
) -> PengajuanCuti:
    """File the user's own leave; its days are counted and kept. `tanggal` is the day of filing, today when None.

    Raises AturanDilanggar (BUKAN_PEGAWAI, ATASAN_TIDAK_ADA, or the first refusal of rules.cuti.nilai).
    """
    pegawai = pegawai_dari(oleh)
    if pegawai is None:
        raise AturanDilanggar(
            "BUKAN_PEGAWAI",
            "Akun Anda belum tercatat sebagai pegawai.",
            "Minta pengelola kepegawaian menghubungkannya.",
        )
    hari = tanggal or timezone.localdate()
    pegawai_kunci(pegawai)
    hasil = _periksa(pegawai, isian, tanggal=hari, surat=surat)
    atasan, pejabat = _pejabat(pegawai, hari)
    nomor = nomor_ambil(seri=SERI, pola=POLA, tanggal=hari, oleh=oleh, objek_label="kepegawaian.pengajuancuti")
    cuti = PengajuanCuti(
        nomor=nomor, pegawai=pegawai, tanggal=hari, atasan=atasan, pejabat=pejabat, surat=surat, **isian
    )
    _isi_hitungan(cuti, hasil)
    cuti = simpan_baru(cuti)
    nomor.objek_id = str(cuti.pk)
    nomor.save(update_fields=["objek_id"])
    if surat is not None:
        berkas_miliki([surat], label="kepegawaian.pengajuancuti", pk=cuti.pk)
    alur_ajukan(cuti, oleh=oleh)
    beritahu(atasan.pengguna, f"{pegawai.nama} mengajukan {cuti.get_jenis_display().lower()}, {cuti.lama}.", cuti)
    return cuti


@layanan("Cuti diubah dan diajukan lagi", tanpa_usul=True, diri=True)
def cuti_ubah(
    *, cuti: PengajuanCuti, isian: dict[str, Any], oleh: Pengguna, surat: BerkasTersimpan | None = None
) -> PengajuanCuti:
    """Change an application as the superior asked, and file it again. Raises AturanDilanggar, VersiBerubah."""
    _pemilik(cuti, oleh)
    pegawai_kunci(cuti.pegawai)
    with perubahan(cuti, oleh=oleh) as segar:
        segar.ajukan_lagi()
        surat = surat or segar.surat
        hasil = _periksa(segar.pegawai, isian, tanggal=segar.tanggal, surat=surat, kecuali=segar.pk)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        segar.surat = surat
        segar.atasan, segar.pejabat = _pejabat(segar.pegawai, timezone.localdate())
        _isi_hitungan(segar, hasil)
        alur_ajukan(segar, oleh=oleh)
    if surat is not None:
        berkas_miliki([surat], label="kepegawaian.pengajuancuti", pk=segar.pk)
    beritahu(segar.atasan.pengguna, f"{segar.pegawai.nama} mengajukan lagi {segar} setelah diubah.", segar)
    return segar


@layanan("Cuti dipertimbangkan", diri=True)
def cuti_pertimbangkan(*, cuti: PengajuanCuti, hasil: str, oleh: Pengguna, catatan: str = "") -> PengajuanCuti:
    """The superior's word. With `perubahan` it goes back to its writer; else the authorised officer decides.

    Raises AturanDilanggar (BUKAN_ATASAN, CATATAN_KOSONG, the state; of one's own the course's CUTI_SENDIRI), VersiBerubah.
    """
    with perubahan(cuti, oleh=oleh, sebab=catatan) as segar:
        _timbang(segar, hasil, catatan, oleh)
    penerima = segar.pegawai.pengguna if segar.status == S.PERUBAHAN else segar.pejabat.pengguna
    kata = "perlu diubah" if segar.status == S.PERUBAHAN else "menunggu keputusan Anda"
    beritahu(penerima, f"{segar} ({segar.pegawai.nama}) {kata}.", segar)
    return segar


@layanan("Cuti diputus", diri=True)
def cuti_putuskan(*, cuti: PengajuanCuti, hasil: str, oleh: Pengguna, catatan: str = "") -> PengajuanCuti:
    """The authorised officer's decision with its form. Who is superior as well considers and decides in one act.

    Raises AturanDilanggar (BUKAN_PEJABAT, CUTI_SENDIRI, CATATAN_KOSONG, the state, what rules.cuti.nilai refuses
    by now), VersiBerubah.
    """
    pegawai_kunci(cuti.pegawai)
    with perubahan(cuti, oleh=oleh, sebab=catatan) as segar:
        if segar.sekaligus and segar.status == S.DIAJUKAN:
            _timbang(segar, hasil, catatan, oleh)
        if segar.status != S.PERUBAHAN:
            _putus(segar, hasil, catatan, oleh)
    kata = "perlu diubah" if segar.status == S.PERUBAHAN else segar.get_status_display().lower()
    beritahu(segar.pegawai.pengguna, f"{segar} {kata}.", segar)
    return segar


def _timbang(segar: PengajuanCuti, hasil: str, catatan: str, oleh: Pengguna) -> None:
    verba = KEMBALIKAN if hasil == H.PERUBAHAN else TERUSKAN
    _perlu_catatan(hasil, catatan)
    alur_maju(segar, tahap="pertimbangan", verba=verba, putusan=H(hasil).label, catatan=catatan, oleh=oleh)
    if hasil == H.PERUBAHAN:
        segar.minta_ubah()
    else:
        segar.pertimbangkan()
    segar.timbang, segar.timbang_catatan = hasil, catatan
    segar.timbang_oleh, segar.timbang_pada = oleh, timezone.now()


def _putus(segar: PengajuanCuti, hasil: str, catatan: str, oleh: Pengguna) -> None:
    if hasil == H.PERUBAHAN:
        raise AturanDilanggar(
            "KEPUTUSAN_TIDAK_DIKENAL", "Perubahan diminta oleh atasan langsung.", "Pilih keputusan yang lain."
        )
    _perlu_catatan(hasil, catatan)
    verba = SETUJUI if hasil == H.SETUJU else TOLAK
    alur_maju(segar, tahap="keputusan", verba=verba, putusan=H(hasil).label, catatan=catatan, oleh=oleh)
    if hasil == H.SETUJU:
        segar.setujui()
        isian = {n: getattr(segar, n) for n in ("jenis", "mulai", "sampai", "kelahiran_ke", "surat_jenis")}
        ulang = _periksa(segar.pegawai, isian, tanggal=segar.tanggal, surat=segar.surat, kecuali=segar.pk)
        _isi_hitungan(segar, ulang)
    elif hasil == H.DITANGGUHKAN:
        segar.tangguhkan()
    else:
        segar.tolak()
    segar.putus_catatan, segar.putus_oleh, segar.putus_pada = catatan, oleh, timezone.now()
    formulir_terbitkan(segar, oleh)


def formulir_terbitkan(segar: PengajuanCuti, oleh: Pengguna | None) -> None:
    """Draw and keep the decided form; the caller saves the leave. Call it inside the service that decides."""
    kode = kode_baru()
    tahun = segar.mulai.year
    saldo = saldo_pegawai([segar.pegawai], tahun)[segar.pegawai_id][tahun]
    segar.dokumen = dokumen_terbitkan(
        data=data_formulir(segar),
        kode=kode,
        snapshot=snapshot_cuti(cuti=segar, saldo=saldo, kode=kode),
        objek=segar,
        oleh=oleh,
    )


@layanan("Dipanggil kembali dari cuti")
def cuti_tarik(*, cuti: PengajuanCuti, terakhir: dt.date, alasan: str, oleh: Pengguna) -> PengajuanCuti:
    """Call somebody back: `terakhir` is the last day of leave he takes (the day before it begins gives all back).

    The days after it are his again. Raises AturanDilanggar (DIRI_SENDIRI, TANGGAL_TARIK, the state), VersiBerubah.
    """
    if not cuti.mulai - dt.timedelta(days=1) <= terakhir < cuti.berakhir:
        raise AturanDilanggar(
            "TANGGAL_TARIK",
            f"Hari cuti terakhir harus sebelum {tanggal_panjang(cuti.berakhir)}.",
            f"Bila belum dijalani sama sekali, isi {tanggal_panjang(cuti.mulai - dt.timedelta(days=1))}.",
        )
    pegawai_kunci(cuti.pegawai)
    with perubahan(cuti, oleh=oleh, sebab=alasan) as segar:
        segar.tarik()
        segar.berakhir = terakhir
        baru = hitung(segar.mulai, terakhir, segar.satuan, libur_antara(segar.mulai, terakhir))
        hitungan_isi(segar, baru, segar.satuan, segar.rincian.get("kabar", ()))
        segar.tarik_alasan, segar.tarik_oleh, segar.tarik_pada = alasan, oleh, timezone.now()
    beritahu(
        segar.pegawai.pengguna, f"Anda dipanggil kembali dari {segar}; sisa harinya kembali menjadi hak Anda.", segar
    )
    return segar


@layanan("Cuti dibatalkan", tanpa_usul=True, diri=True)
def cuti_batal(*, cuti: PengajuanCuti, alasan: str, oleh: Pengguna) -> PengajuanCuti:
    """Give up one's own application before it is decided. Raises AturanDilanggar, VersiBerubah."""
    _pemilik(cuti, oleh)
    with perubahan(cuti, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_batal = alasan
        alur_tutup(segar, oleh=oleh, catatan=alasan)
        if segar.dokumen is not None:
            dokumen_batalkan(dokumen=segar.dokumen, alasan=alasan)
    return segar


@layanan("Formulir cuti dicetak", tanpa_usul=True, diri=True)
def cuti_cetak(*, cuti: PengajuanCuti, oleh: Pengguna, alasan: str = "") -> bytes:
    """Print the decided form; a further copy needs a reason. One decided before forms were drawn gets its form now.

    Raises AturanDilanggar (CUTI_BELUM_DIPUTUS, ALASAN_CETAK_ULANG).
    """
    if cuti.putus_pada is None:
        raise AturanDilanggar("CUTI_BELUM_DIPUTUS", "Cuti ini belum diputus.", "Gunakan pratinjau formulir.")
    dokumen = cuti.dokumen
    if dokumen is None:
        with perubahan(cuti, oleh=oleh) as segar:
            formulir_terbitkan(segar, oleh)
        dokumen = segar.dokumen
    assert dokumen is not None
    return dokumen_cetak(dokumen=[dokumen], oleh=oleh, alasan=alasan)


def _periksa(
    pegawai: Pegawai,
    isian: dict[str, Any],
    *,
    tanggal: dt.date,
    surat: BerkasTersimpan | None,
    kecuali: int | None = None,
) -> HasilHitung:
    """Count, and refuse with the first finding that refuses."""
    hasil = hitung_pengajuan(
        pegawai,
        jenis=isian["jenis"],
        mulai=isian["mulai"],
        sampai=isian["sampai"],
        surat=isian.get("surat_jenis", "") if surat is not None else "",
        kelahiran_ke=isian.get("kelahiran_ke"),
        kecuali=kecuali,
        tanggal=tanggal,
    )
    for t in hasil.penolakan[:1]:
        raise AturanDilanggar(t.kode, t.kalimat, t.langkah)
    return hasil


def _isi_hitungan(cuti: PengajuanCuti, hasil: HasilHitung) -> None:
    assert hasil.hitungan is not None  # nothing refused it
    cuti.berakhir = cuti.sampai
    hitungan_isi(cuti, hasil.hitungan, hasil.satuan, [t.kalimat for t in hasil.temuan])


def _pejabat(pegawai: Pegawai, hari: dt.date) -> tuple[Pegawai, Pegawai]:
    pasangan = pejabat_cuti(pegawai, hari)
    if pasangan is None:
        raise AturanDilanggar(
            "ATASAN_TIDAK_ADA",
            "Tidak ada pejabat di atas Anda di kantor ini.",
            "Ajukan kepada kepala daerah di luar aplikasi.",
        )
    return pasangan


def _pemilik(cuti: PengajuanCuti, oleh: Pengguna) -> None:
    if cuti.pegawai.pengguna_id != oleh.pk:
        raise AturanDilanggar(
            "BUKAN_PEMILIK", "Hanya pengaju yang dapat melakukannya.", "Minta kepada yang bersangkutan."
        )


def _perlu_catatan(hasil: str, catatan: str) -> None:
    if hasil != H.SETUJU and not catatan.strip():
        raise AturanDilanggar("CATATAN_KOSONG", "Selain persetujuan memerlukan alasan.", "Tulis alasannya.")
