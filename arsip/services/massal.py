"""Many letters at once: a list fills a template, one approval, then a job gives each row its number and its print."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from arsip.documents.naskah import data_naskah, snapshot_naskah
from arsip.models import Naskah, SuratKeluar, SuratMassal, TemplatSurat
from arsip.models.pilihan import TERTUTUP
from arsip.models.templat import TEKS_TEMPLAT
from arsip.queries.naskah import nilai_bidang
from arsip.services.keluar import surat_keluar_terbitkan
from inti.galat import AturanDilanggar
from inti.jobs import tugas_antrekan
from inti.konteks import penyusun_kini
from inti.models import Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.rules.isian import BAKU, BERTANGGAL, Bidang, bidang_asing, isi_bidang, tanpa_kosong
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai

TERBANYAK = 2000
BEKU = ("bentuk", "seri", "keamanan", "kecepatan", "bidang")  # kept with a batch beside the texts


@layanan("Surat massal dibuat")
def massal_buat(
    *,
    nama: str,
    templat: TemplatSurat,
    unit: UnitKerja,
    penandatangan: Pegawai,
    klasifikasi: str,
    baris: list[dict[str, Any]],
    oleh: Pengguna,
) -> SuratMassal:
    """A batch out of a list. In: rows {tujuan, alamat, telepon, + the template's own blanks}, each checked already.

    The template's texts and layout are kept with the batch, so that what was approved is what is issued.
    Raises AturanDilanggar: TEMPLAT_TERTUTUP, DAFTAR_KOSONG, DAFTAR_PANJANG.
    """
    if templat.keamanan in TERTUTUP:  # a batch is seen by its whole unit
        raise AturanDilanggar(
            "TEMPLAT_TERTUTUP", "Surat rahasia tidak dibuat secara massal.", "Tulis satu per satu dari templatnya."
        )
    if not baris:
        raise AturanDilanggar("DAFTAR_KOSONG", "Daftar tidak memuat satu baris pun.", "Isi daftarnya.")
    if len(baris) > TERBANYAK:
        raise AturanDilanggar("DAFTAR_PANJANG", f"Paling banyak {TERBANYAK} surat sekaligus.", "Bagi daftarnya.")
    return simpan_baru(
        SuratMassal(
            nama=nama,
            templat=templat,
            unit=unit,
            konseptor=penyusun_kini(oleh),
            penandatangan=penandatangan,
            klasifikasi=klasifikasi,
            teks={**templat.teks, **{n: getattr(templat, n) for n in BEKU}},
            baris=baris,
        )
    )


@layanan("Surat massal diajukan")
def massal_ajukan(*, massal: SuratMassal, oleh: Pengguna) -> SuratMassal:
    """Send it to its signer. Raises AturanDilanggar(PENANDATANGAN_TANPA_AKUN)."""
    penyetuju = massal.penandatangan.pengguna
    if penyetuju is None or not penyetuju.is_active:
        raise AturanDilanggar(
            "PENANDATANGAN_TANPA_AKUN",
            f"{massal.penandatangan} belum mempunyai akun untuk menyetujui.",
            "Buat kumpulan baru dengan penanda tangan lain.",
        )
    with perubahan(massal, oleh=oleh) as segar:
        segar.ajukan()
        segar.alasan_kembali = ""
    beritahu(penyetuju, f"{len(massal.baris)} surat menunggu persetujuan Anda: {massal.nama}", massal)
    return segar


@layanan("Surat massal disetujui")
def massal_setujui(*, massal: SuratMassal, oleh: Pengguna) -> SuratMassal:
    """Approve all of them; a job numbers and draws. Raises BUKAN_PENANDATANGAN, MEMERIKSA_SENDIRI."""
    if massal.penandatangan.pengguna_id != oleh.pk:
        raise AturanDilanggar(
            "BUKAN_PENANDATANGAN", "Surat ini ditandatangani pejabat lain.", "Serahkan kepada penanda tangannya."
        )
    if massal.konseptor_id == oleh.pk:
        raise AturanDilanggar("MEMERIKSA_SENDIRI", "Anda sendiri yang membuatnya.", "Minta pejabat lain.")
    with perubahan(massal, oleh=oleh) as segar:
        segar.setujui()
        segar.disetujui_oleh, segar.disetujui_pada = oleh, timezone.now()
        segar.tanggal = timezone.localdate()
        segar.tugas = tugas_antrekan(
            jenis="surat-massal",
            judul=f"Menerbitkan {len(segar.baris)} surat: {segar.nama}",
            argumen={"massal": segar.pk},
            oleh=oleh,
            jumlah=len(segar.baris),
        )
    return segar


@layanan("Surat massal dikembalikan")
def massal_kembalikan(*, massal: SuratMassal, alasan: str, oleh: Pengguna) -> SuratMassal:
    """Back to the writer. Raises BUKAN_PENANDATANGAN."""
    if massal.penandatangan.pengguna_id != oleh.pk:
        raise AturanDilanggar("BUKAN_PENANDATANGAN", "Surat ini menunggu pejabat lain.", "Muat ulang halaman.")
    with perubahan(massal, oleh=oleh, sebab=alasan) as segar:
        segar.kembalikan()
        segar.alasan_kembali = alasan
    beritahu(segar.konseptor, f"Surat massal dikembalikan: {segar.nama}. {alasan}", segar)
    return segar


@layanan("Surat massal dibatalkan")
def massal_batalkan(*, massal: SuratMassal, alasan: str, oleh: Pengguna) -> SuratMassal:
    """None of them will be sent."""
    with perubahan(massal, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_kembali = alasan
    return segar


@layanan("Surat dari kumpulan diterbitkan")
def massal_terbitkan_satu(*, massal: SuratMassal, n: int, oleh: Pengguna) -> SuratKeluar:
    """Number and draw the row `n` (from 0); a repeat finds its letter and does nothing.

    Raises AturanDilanggar(BELUM_DISETUJUI).
    """
    if massal.status not in {SuratMassal.Status.DISETUJUI, SuratMassal.Status.TERBIT}:
        raise AturanDilanggar("BELUM_DISETUJUI", f"{massal} belum disetujui.", "Tunggu persetujuannya.")
    if (ada := massal.surat_set.filter(massal_urut=n).first()) is not None:
        return ada
    naskah, tanggal = naskah_baris(massal, n), massal.tanggal or timezone.localdate()
    return surat_keluar_terbitkan(
        tanggal=tanggal,
        tujuan=naskah.tujuan,
        hal=naskah.hal,
        klasifikasi=massal.klasifikasi,
        unit=massal.unit,
        penandatangan=massal.penandatangan,
        data=lambda nomor: data_naskah(naskah, nomor, tanggal),
        snapshot=lambda nomor, kode: snapshot_naskah(naskah, nomor=nomor, tanggal=tanggal, kode=kode),
        oleh=oleh,
        seri=naskah.seri,
        lain={k: getattr(naskah, k) for k in ("alamat", "telepon", "keamanan", "kecepatan")}
        | {"massal": massal, "massal_urut": n},
    )


@layanan("Surat massal selesai")
def massal_selesai(*, massal: SuratMassal, oleh: Pengguna) -> SuratMassal:
    """Every row has its letter."""
    with perubahan(massal, oleh=oleh) as segar:
        segar.selesaikan()
    beritahu(segar.konseptor, f"{len(segar.baris)} surat terbit: {segar.nama}", segar)
    return segar


def naskah_baris(massal: SuratMassal, n: int) -> Naskah:
    """The letter of one row, not stored: the template's text as it was when the batch was made, filled."""
    templat, baris = massal.templat, massal.baris[n]
    beku = {k: massal.teks.get(k, getattr(templat, k)) for k in BEKU}
    bidang = beku.pop("bidang")
    nilai = nilai_bidang([Bidang(**b) for b in bidang if b["jenis"] not in BERTANGGAL], baris)
    nilai |= {b["nama"]: str(baris.get(b["nama"], "")) for b in bidang if b["jenis"] in BERTANGGAL}
    teks = {k: tanpa_kosong(isi_bidang(massal.teks[k], nilai), massal.teks[k]) for k in TEKS_TEMPLAT}
    return Naskah(
        templat=templat,
        unit=massal.unit,
        konseptor=massal.konseptor,
        penandatangan=massal.penandatangan,
        klasifikasi=massal.klasifikasi,
        tujuan=str(baris.get("tujuan", ""))[:160],
        alamat=str(baris.get("alamat", ""))[:400],
        telepon=str(baris.get("telepon", ""))[:20],
        **beku,
        **teks,
    )


def periksa_baris(naskah: Naskah) -> list[str]:
    """What the draft of one row lacks, in sentences: unknown braces that a value brought along, an empty addressee."""
    salah = []
    if not naskah.tujuan.strip():
        salah.append("Tujuan belum diisi.")
    for nama in ("judul", "hal", "isi", "penutup", "tembusan"):
        if asing := bidang_asing(getattr(naskah, nama), BAKU):
            salah.append(f"Tanda kurung kurawal tidak dikenal: {', '.join(asing[:3])}.")
            break
    if len(naskah.hal) > 200:
        salah.append("Hal lebih dari 200 huruf sesudah diisi.")
    return salah
