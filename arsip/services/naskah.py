"""A letter from its first draft to its number: every step by whom it is due from, back with a reason.

Approval binds to the content: whatever changes afterwards takes it away again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from arsip.documents.naskah import data_naskah, snapshot_naskah
from arsip.models import Bentuk, LampiranNaskah, Naskah, TemplatSurat, VersiNaskah
from arsip.models.pilihan import TERTUTUP
from arsip.queries.naskah import (
    isi_naskah,
    nilai_bidang,
    nilai_kantor,
    nilai_pegawai,
    penandatangan_surat,
    sidik_naskah,
)
from arsip.services.keluar import surat_keluar_terbitkan
from arsip.services.tertutup import sebutan_hal, tolak_usul_tertutup
from inti.galat import AturanDilanggar
from inti.konteks import penyusun_kini
from inti.models import BerkasTersimpan, Nomor, Pengguna, UnitKerja
from inti.perubahan import layanan, pastikan_tak_tetap, perubahan, simpan_baru
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, Pemegang
from inti.rules.isian import BAKU, Bidang, bidang_asing, isi_bidang, tanpa_kosong
from inti.rules.tulisan import rapikan
from inti.services.alur import alur_ajukan, alur_maju, alur_selaraskan, alur_tarik, alur_tutup
from inti.services.berkas import berkas_miliki
from inti.services.pemberitahuan import beritahu
from kepegawaian.models import Pegawai

TEKS = ("judul", "hal", "isi", "penutup", "tembusan")


@layanan("Konsep surat dibuat", diri=True)  # a letter may name its drafter; somebody else signs it
def naskah_buat(
    *,
    templat: TemplatSurat,
    unit: UnitKerja,
    isian: dict[str, Any],
    bidang: dict[str, Any],
    pegawai: Sequence[Pegawai],
    oleh: Pengguna,
) -> Naskah:
    """A draft out of a template. In: fields of the draft, the template's own blanks, the staff it names.

    Raises ValidationError for braces that name no blank.
    """
    milik = [Bidang(**b) for b in templat.bidang]
    nilai = {**nilai_kantor(unit), **nilai_bidang(milik, bidang), **nilai_pegawai(pegawai)}
    teks = {n: tanpa_kosong(isi_bidang(v, nilai), v) for n, v in templat.teks.items()}
    naskah = Naskah(
        **{
            "templat": templat,
            "bentuk": templat.bentuk,
            "seri": templat.seri,
            "unit": unit,
            "konseptor": penyusun_kini(oleh),
            "keamanan": templat.keamanan,
            "kecepatan": templat.kecepatan,
            **teks,
            **isian,
        }
    )
    tolak_usul_tertutup(naskah.keamanan, oleh)
    _periksa_teks(naskah)
    simpan_baru(naskah)
    _catat_versi(naskah, oleh)
    return naskah


@layanan("Konsep surat diubah")
def naskah_ubah(*, naskah: Naskah, isian: dict[str, Any], oleh: Pengguna) -> Naskah:
    """Change what a draft says; initials and approval given before are void. Raises NASKAH_TERBIT, VersiBerubah."""
    with perubahan(naskah, oleh=oleh) as segar:
        pastikan_tak_tetap(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        tolak_usul_tertutup(segar.keamanan, oleh)
        if segar.keamanan in TERTUTUP and segar.konseptor.hanya_mengusul:
            segar.konseptor = oleh  # an intern's draft that was closed is no longer his to read
        _periksa_teks(segar)
        _gugurkan(segar, oleh)
        alur_selaraskan(segar)  # it may have another writer now
    _catat_versi(segar, oleh)
    return segar


@layanan("Konsep surat diajukan")
def naskah_ajukan(*, naskah: Naskah, pemeriksa: Sequence[Pengguna], oleh: Pengguna) -> Naskah:
    """Send a draft to those who initial it, in order, then to the signer.

    Raises AturanDilanggar: TUJUAN_KOSONG, PENANDATANGAN_TANPA_AKUN, PEMERIKSA_SENDIRI, SUDAH_DIAJUKAN.
    """
    if naskah.bentuk in {Bentuk.SURAT, Bentuk.NOTA} and not naskah.tujuan.strip():
        raise AturanDilanggar("TUJUAN_KOSONG", "Tujuan surat belum diisi.", "Ubah konsep, isi tujuannya.")
    penyetuju = naskah.penandatangan.pengguna
    if penyetuju is None or not penyetuju.is_active:
        raise AturanDilanggar(
            "PENANDATANGAN_TANPA_AKUN",
            f"{naskah.penandatangan} belum mempunyai akun untuk menyetujui.",
            "Pilih penanda tangan lain, atau minta administrator membuat akunnya.",
        )
    urut = [p for p in dict.fromkeys(pemeriksa) if p.pk != penyetuju.pk]
    if any(p.pk == naskah.konseptor_id for p in urut):
        raise AturanDilanggar("PEMERIKSA_SENDIRI", "Konseptor tidak memaraf naskahnya sendiri.", "Pilih orang lain.")
    with perubahan(naskah, oleh=oleh) as segar:
        if segar.status != Naskah.Status.KONSEP:  # from "diperiksa" a second sending would pass by who checks it
            raise AturanDilanggar(
                "SUDAH_DIAJUKAN", f"Naskah ini sudah {segar.get_status_display().lower()}.", "Tarik dahulu, lalu ubah."
            )
        segar.alasan_kembali = ""
        rencana = [*(("paraf", Pemegang(p)) for p in urut), *segar.alur.rencana(segar)]
        alur_ajukan(segar, oleh=oleh, rencana=rencana)
        if urut:
            segar.ajukan_periksa()
        else:
            segar.ajukan_setuju()
    beritahu(urut[0] if urut else penyetuju, f"Konsep surat menunggu Anda: {sebutan_hal(segar)}", segar)
    return segar


@layanan("Konsep surat diparaf")
def naskah_paraf(*, naskah: Naskah, oleh: Pengguna, catatan: str = "") -> Naskah:
    """One's initials, when it is one's turn. Raises AturanDilanggar(BUKAN_GILIRAN, MENULIS_SENDIRI), VersiBerubah."""
    with perubahan(naskah, oleh=oleh, sebab=catatan) as segar:
        berikut = alur_maju(segar, tahap="paraf", verba=TERUSKAN, catatan=catatan, oleh=oleh)
        _bukan_penulis(segar, oleh)
        assert berikut is not None  # the signer comes behind them
        if berikut.tahap == "setuju":
            segar.ajukan_setuju()
    beritahu(berikut.pemegang, f"Konsep surat menunggu Anda: {sebutan_hal(segar)}", segar)
    return segar


@layanan("Naskah disetujui")
def naskah_setujui(*, naskah: Naskah, oleh: Pengguna) -> Naskah:
    """The signer approves what he has read and did not write.

    Raises BUKAN_PENANDATANGAN, MEMERIKSA_SENDIRI, MENULIS_SENDIRI, VersiBerubah.
    """
    with perubahan(naskah, oleh=oleh) as segar:
        alur_maju(segar, tahap="setuju", verba=SETUJUI, oleh=oleh)
        segar.setujui()
        _bukan_penulis(segar, oleh)
        segar.disetujui_oleh, segar.disetujui_pada, segar.sidik = oleh, timezone.now(), sidik_naskah(segar)
    beritahu(segar.konseptor, f"Naskah disetujui, menunggu nomor: {sebutan_hal(segar)}", segar)
    return segar


@layanan("Konsep surat dikembalikan")
def naskah_kembalikan(*, naskah: Naskah, alasan: str, oleh: Pengguna) -> Naskah:
    """Back to the writer with what must be mended, by whose turn it is. Raises BUKAN_GILIRAN, VersiBerubah."""
    if not Naskah.objects.menunggu(oleh).filter(pk=naskah.pk).exists():
        raise AturanDilanggar("BUKAN_GILIRAN", "Naskah ini tidak menunggu Anda.", "Muat ulang antrean.")
    with perubahan(naskah, oleh=oleh, sebab=alasan) as segar:
        alur_maju(segar, verba=KEMBALIKAN, catatan=alasan, oleh=oleh)
        _gugurkan(segar, oleh)
        segar.alasan_kembali = alasan
    beritahu(segar.konseptor, f"Konsep dikembalikan: {sebutan_hal(segar)}. {alasan}", segar)
    return segar


@layanan("Konsep surat ditarik")
def naskah_tarik(*, naskah: Naskah, oleh: Pengguna) -> Naskah:
    """The writer, or his supervisor, takes a draft back while it has no number. Raises BUKAN_KONSEPTOR, BELUM_DIAJUKAN."""
    if not naskah.boleh_ditarik(oleh):
        raise AturanDilanggar(
            "BUKAN_KONSEPTOR", "Hanya konseptor atau atasannya yang menarik naskah ini.", "Hubungi konseptornya."
        )
    with perubahan(naskah, oleh=oleh) as segar:
        if segar.status == Naskah.Status.KONSEP:
            raise AturanDilanggar("BELUM_DIAJUKAN", "Konsep ini belum diajukan.", "Ubah langsung isinya.")
        segar.kembalikan()
        _bersihkan(segar, oleh)
    return segar


@layanan("Naskah diberi nomor")
def naskah_terbitkan(
    *,
    naskah: Naskah,
    tanggal: dt.date,
    oleh: Pengguna,
    sisip_sesudah: int | None = None,
    cadangan: Nomor | None = None,
    alasan: str = "",
) -> Naskah:
    """Number the approved letter, draw it, and keep that print as the archive copy.

    Raises AturanDilanggar: BELUM_DISETUJUI, PERSETUJUAN_GUGUR, TANGGAL_DEPAN, TANGGAL_MUNDUR (only an inserted or a
    reserved number is back-dated), and what the number refuses.
    """
    hari = timezone.localdate()
    if tanggal > hari:
        raise AturanDilanggar("TANGGAL_DEPAN", "Tanggal surat belum tiba.", "Beri nomor pada harinya.")
    if tanggal < hari and sisip_sesudah is None and cadangan is None:
        raise AturanDilanggar(
            "TANGGAL_MUNDUR",
            "Surat bertanggal lampau tidak mengambil nomor baru.",
            "Sisipkan sesudah nomor pada tanggal itu, atau pakai nomor cadangan.",
        )
    with perubahan(naskah, oleh=oleh, sebab=alasan) as segar:
        if segar.status != Naskah.Status.DISETUJUI:
            raise AturanDilanggar(
                "BELUM_DISETUJUI", f"Naskah ini {segar.get_status_display().lower()}.", "Tunggu persetujuannya."
            )
        if segar.sidik != sidik_naskah(segar):
            raise AturanDilanggar(
                "PERSETUJUAN_GUGUR", "Isi naskah tidak sama dengan yang disetujui.", "Ajukan kembali untuk disetujui."
            )
        alur_maju(segar, tahap="nomor", verba=TERUSKAN, oleh=oleh)
        surat = surat_keluar_terbitkan(
            tanggal=tanggal,
            tujuan=segar.tujuan or segar.pihak_kedua_nama or "-",
            hal=segar.hal,
            klasifikasi=segar.klasifikasi,
            unit=segar.unit,
            penandatangan=segar.penandatangan,
            data=lambda nomor: data_naskah(segar, nomor, tanggal),
            snapshot=lambda nomor, kode: snapshot_naskah(segar, nomor=nomor, tanggal=tanggal, kode=kode),
            oleh=oleh,
            seri=segar.seri,
            lain={n: getattr(segar, n) for n in ("alamat", "telepon", "keamanan", "kecepatan")},
            sisip_sesudah=sisip_sesudah,
            cadangan=cadangan,
            alasan=alasan,
        )
        segar.surat_keluar = surat
        segar.terbitkan()
    beritahu(segar.konseptor, f"Surat {surat.nomor} sudah bernomor; siap dicetak.", surat)
    return segar


@layanan("Konsep surat dibatalkan")
def naskah_batalkan(*, naskah: Naskah, alasan: str, oleh: Pengguna) -> Naskah:
    """It will not be sent; it stays with its versions and the reason."""
    with perubahan(naskah, oleh=oleh, sebab=alasan) as segar:
        segar.batalkan()
        segar.alasan_kembali = alasan
        alur_tutup(segar, oleh=oleh, catatan=alasan)
    return segar


@layanan("Lampiran ditambahkan")
def lampiran_tambah(*, naskah: Naskah, judul: str, berkas: BerkasTersimpan, oleh: Pengguna) -> LampiranNaskah:
    """Attach a file; an approval given before is void. Raises NASKAH_TERBIT."""
    _sentuh(naskah, oleh)
    lampiran = simpan_baru(LampiranNaskah(naskah=naskah, judul=judul, berkas=berkas))
    berkas_miliki([berkas], label="arsip.lampirannaskah", pk=lampiran.pk)
    _catat_versi(naskah, oleh)
    return lampiran


@layanan("Lampiran dilepas")
def lampiran_lepas(*, lampiran: LampiranNaskah, oleh: Pengguna) -> Naskah:
    """Take an attachment off; an approval given before is void. Raises NASKAH_TERBIT."""
    naskah = Naskah.objects.get(pk=lampiran.naskah_id)
    _sentuh(naskah, oleh)
    with perubahan(lampiran, oleh=oleh) as segar:
        segar.dibuang_pada = timezone.now()
    _catat_versi(naskah, oleh)
    return naskah


def _sentuh(naskah: Naskah, oleh: Pengguna) -> None:
    naskah_ubah(naskah=naskah, isian={}, oleh=oleh)


def _periksa_teks(naskah: Naskah) -> None:
    salah = {}
    for nama in (*TEKS, "alamat"):  # browsers send other line breaks than templates hold
        setattr(naskah, nama, rapikan(str(getattr(naskah, nama))))
    if not penandatangan_surat().filter(pk=naskah.penandatangan_id).exists():
        salah["penandatangan"] = ValidationError("Pilih pejabat yang boleh menandatangani surat.", code="BUKAN_PEJABAT")
    for nama in TEKS:
        if asing := bidang_asing(str(getattr(naskah, nama)), BAKU):
            salah[nama] = ValidationError(
                f"Bidang tidak dikenal: {', '.join(asing[:10])}. Tulis langsung isinya.", code="BIDANG_TAK_DIKENAL"
            )
    if salah:
        raise ValidationError(salah)


def _bukan_penulis(naskah: Naskah, oleh: Pengguna) -> None:
    """Whoever wrote what is to be judged does not judge it: the draft as it stands is its last version."""
    akhir = naskah.versi_set.order_by("-ke").first()
    if akhir is not None and akhir.oleh_id == oleh.pk:
        raise AturanDilanggar(
            "MENULIS_SENDIRI",
            "Isi naskah ini terakhir Anda sendiri yang mengubahnya.",
            "Kembalikan dengan catatan, biar konseptor yang mengubah.",
        )


def _gugurkan(naskah: Naskah, oleh: Pengguna) -> None:
    """Back to a draft without initials and approval; whoever had approved is told."""
    if naskah.status == Naskah.Status.KONSEP:
        return
    if naskah.disetujui_oleh is not None and naskah.disetujui_oleh != oleh:
        kabar = f"Naskah berubah sesudah Anda setujui; persetujuan gugur: {sebutan_hal(naskah)}"
        beritahu(naskah.disetujui_oleh, kabar, naskah)
    naskah.kembalikan()
    _bersihkan(naskah, oleh)


def _bersihkan(naskah: Naskah, oleh: Pengguna) -> None:
    alur_tarik(naskah, oleh=oleh)
    naskah.disetujui_oleh, naskah.disetujui_pada, naskah.sidik = None, None, ""


def _catat_versi(naskah: Naskah, oleh: Pengguna) -> None:
    """Keep what the draft says now, unless its last version says the same."""
    isi = isi_naskah(naskah)
    akhir = naskah.versi_set.order_by("-ke").first()
    if akhir is None or akhir.isi != isi:
        VersiNaskah.objects.create(naskah=naskah, ke=akhir.ke + 1 if akhir else 1, isi=isi, oleh=penyusun_kini(oleh))
