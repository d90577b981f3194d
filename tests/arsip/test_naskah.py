"""A letter from draft to number: whose turn it is, what voids an approval, what is refused."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from arsip.models import Naskah, PolaNomor, SuratKeluar
from arsip.services import keluar as layanan_keluar
from arsip.services import naskah as layanan_naskah
from arsip.services import templat as layanan_templat
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Nomor, Pemberitahuan, Pengguna, SeriNomor
from inti.periksa import nomor as periksa_nomor
from inti.services.aturan import aturan_tambah
from inti.services.berkas import berkas_simpan
from inti.services.nomor import nomor_cadangkan
from tests.arsip.contoh_keluar import naskah, paraf, setuju, templat, terbit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kantor(instansi: Any) -> None:
    """An office with its letterhead."""


def test_a_template_fills_a_draft_and_leaves_what_the_number_will_bring(staf: Pengguna, pimpinan: Pengguna) -> None:
    n = naskah(staf, pimpinan)
    assert n.hal == "Undangan rapat data"
    assert "30 November 2026" in n.isi and "Biaya" not in n.isi and "1. Laporan" in n.isi
    assert (n.status, n.versi_set.count(), n.unit) == ("konsep", 1, staf.unit)


def test_a_template_with_an_unknown_blank_is_refused_and_says_which(db: None) -> None:
    with pytest.raises(ValidationError) as galat:
        templat(isi="Kepada {penerima} {x.__class__}", hal="{acara}")
    assert "{penerima}" in str(galat.value) and "{x.__class__}" in str(galat.value)
    with pytest.raises(ValidationError):
        layanan_templat.templat_ubah(templat=templat(), isian={"penutup": "{{ x }}"}, oleh=None)


def test_braces_of_a_value_are_refused_in_the_draft(staf: Pengguna, pimpinan: Pengguna) -> None:
    n = naskah(staf, pimpinan)
    with pytest.raises(ValidationError, match="__class__"):
        layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "halo {x.__class__}"}, oleh=staf)


def test_the_way_with_initials_one_return_and_an_approval(
    staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna
) -> None:
    n = naskah(staf, pimpinan)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        layanan_naskah.naskah_setujui(naskah=n, oleh=pimpinan)
    with pytest.raises(AturanDilanggar, match="BUKAN_GILIRAN"):
        layanan_naskah.naskah_paraf(naskah=n, oleh=pimpinan)
    n = layanan_naskah.naskah_kembalikan(naskah=n, alasan="Perbaiki tanggalnya", oleh=penyelia)
    assert (n.status, n.alasan_kembali, paraf(n).count()) == ("konsep", "Perbaiki tanggalnya", 0)
    n = layanan_naskah.naskah_ubah(naskah=n, isian={"isi": f"{n.isi}\n\nTambahan."}, oleh=staf)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
    n = layanan_naskah.naskah_paraf(naskah=n, oleh=penyelia, catatan="baik")
    assert n.status == "menunggu" and paraf(n).get().selesai_pada is not None
    n = layanan_naskah.naskah_setujui(naskah=n, oleh=pimpinan)
    n = layanan_naskah.naskah_terbitkan(naskah=n, tanggal=timezone.localdate(), oleh=arsiparis)
    surat = n.surat_keluar
    assert surat is not None and surat.nomor.teks == f"000.1/0001/{timezone.localdate().year}"
    assert (surat.tujuan, surat.telepon, surat.keadaan, surat.dokumen is not None) == (
        "Camat Lembayung",
        "0299555212",
        "terbit",
        True,
    )
    assert [v.ke for v in n.versi_set.order_by("ke")] == [1, 2]
    assert Pemberitahuan.objects.filter(pengguna=staf).count() >= 3


def test_nobody_initials_or_approves_his_own(staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    sendiri = naskah(penyelia, penyelia)
    layanan_naskah.naskah_ajukan(naskah=sendiri, pemeriksa=[], oleh=penyelia)
    with pytest.raises(AturanDilanggar, match="MEMERIKSA_SENDIRI"):
        layanan_naskah.naskah_setujui(naskah=sendiri, oleh=penyelia)
    n = naskah(penyelia, pimpinan)
    with pytest.raises(AturanDilanggar, match="PEMERIKSA_SENDIRI"):
        layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=penyelia)
    n = naskah(staf, pimpinan)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    with pytest.raises(AturanDilanggar, match="BUKAN_PENANDATANGAN"):
        layanan_naskah.naskah_setujui(naskah=n, oleh=penyelia)


@pytest.mark.parametrize("ubah", ["isi", "lampiran", "penandatangan"])
def test_whatever_changes_after_approval_voids_it(
    ubah: str, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna
) -> None:
    n = setuju(naskah(staf, pimpinan), pimpinan)
    if ubah == "lampiran":
        berkas = berkas_simpan(isi=b"%PDF-1.4 x", nama="a.pdf", jenis_isi="application/pdf", oleh=staf)
        layanan_naskah.lampiran_tambah(naskah=n, judul="Daftar hadir", berkas=berkas, oleh=staf)
    else:
        isian = {"isi": "Lain sama sekali."} if ubah == "isi" else {"penandatangan": penyelia.pegawai}
        layanan_naskah.naskah_ubah(naskah=n, isian=isian, oleh=staf)
    n = Naskah.objects.get(pk=n.pk)
    assert (n.status, n.sidik, n.disetujui_oleh) == ("konsep", "", None)
    with pytest.raises(AturanDilanggar, match="BELUM_DISETUJUI"):
        layanan_naskah.naskah_terbitkan(naskah=n, tanggal=timezone.localdate(), oleh=arsiparis)
    assert Pemberitahuan.objects.filter(pengguna=pimpinan, teks__contains="persetujuan gugur").exists()


def test_a_row_altered_behind_the_services_gets_no_number(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna
) -> None:
    n = setuju(naskah(staf, pimpinan), pimpinan)
    Naskah.objects.filter(pk=n.pk).update(isi="Diganti diam-diam.")
    with pytest.raises(AturanDilanggar, match="PERSETUJUAN_GUGUR"):
        layanan_naskah.naskah_terbitkan(naskah=n, tanggal=timezone.localdate(), oleh=arsiparis)
    assert SuratKeluar.objects.count() == 0 and Nomor.objects.count() == 0


def test_the_checker_approves_the_version_that_he_saw(staf: Pengguna, pimpinan: Pengguna) -> None:
    n = naskah(staf, pimpinan)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    dibuka = Naskah.objects.get(pk=n.pk)
    layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "Baru."}, oleh=staf)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    with pytest.raises(VersiBerubah):
        layanan_naskah.naskah_setujui(naskah=dibuka, oleh=pimpinan)


def test_a_numbered_letter_is_changed_no_more(staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna) -> None:
    n = terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    with pytest.raises(AturanDilanggar, match="NASKAH_TERBIT"):
        layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "x"}, oleh=staf)
    with pytest.raises(AturanDilanggar, match="BELUM_DISETUJUI"):
        layanan_naskah.naskah_terbitkan(naskah=n, tanggal=timezone.localdate(), oleh=arsiparis)


def test_only_the_writer_takes_a_draft_back(staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    n = naskah(staf, pimpinan)
    with pytest.raises(AturanDilanggar, match="BELUM_DIAJUKAN"):
        layanan_naskah.naskah_tarik(naskah=n, oleh=staf)
    layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    with pytest.raises(AturanDilanggar, match="BUKAN_KONSEPTOR"):
        layanan_naskah.naskah_tarik(naskah=n, oleh=penyelia)
    assert layanan_naskah.naskah_tarik(naskah=n, oleh=staf).status == "konsep"


def test_a_back_dated_letter_is_inserted_with_its_reason_and_leaves_no_gap(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna
) -> None:
    hari = timezone.localdate()
    for _ in range(3):
        terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    n = setuju(naskah(staf, pimpinan), pimpinan)
    kemarin = max(hari - dt.timedelta(days=1), hari.replace(month=1, day=1))
    if kemarin < hari:
        with pytest.raises(AturanDilanggar, match="TANGGAL_MUNDUR"):
            layanan_naskah.naskah_terbitkan(naskah=n, tanggal=kemarin, oleh=arsiparis)
    with pytest.raises(AturanDilanggar, match="TANGGAL_DEPAN"):
        layanan_naskah.naskah_terbitkan(naskah=n, tanggal=hari + dt.timedelta(days=1), oleh=arsiparis)
    for sesudah, alasan, kode in ((2, " ", "ALASAN_KOSONG"), (9, "terlambat", "NOMOR_POKOK_TIDAK_ADA")):
        with pytest.raises(AturanDilanggar, match=kode):
            layanan_naskah.naskah_terbitkan(
                naskah=n, tanggal=kemarin, oleh=arsiparis, sisip_sesudah=sesudah, alasan=alasan
            )
    n = layanan_naskah.naskah_terbitkan(
        naskah=n, tanggal=kemarin, oleh=arsiparis, sisip_sesudah=2, alasan="Surat terlambat"
    )
    assert n.surat_keluar.nomor.teks == f"000.1/0002a/{kemarin.year}"
    lagi = setuju(naskah(staf, pimpinan), pimpinan)
    lagi = layanan_naskah.naskah_terbitkan(
        naskah=lagi, tanggal=kemarin, oleh=arsiparis, sisip_sesudah=2, alasan="Satu lagi"
    )
    assert lagi.surat_keluar.nomor.teks == f"000.1/0002b/{kemarin.year}"
    assert terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar.nomor.urut == 4
    assert list(periksa_nomor.periksa()) == []


def test_a_reserved_number_is_used_for_the_letter_that_bore_it(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna
) -> None:
    hari = timezone.localdate()
    terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    seri = SeriNomor.objects.get()
    blok = nomor_cadangkan(seri=seri, jumlah=2, tanggal=hari, oleh=arsiparis, alasan="Listrik padam")
    n = setuju(naskah(staf, pimpinan), pimpinan)
    n = layanan_naskah.naskah_terbitkan(naskah=n, tanggal=hari, oleh=arsiparis, cadangan=blok[1])
    assert n.surat_keluar.nomor.urut == 3 and n.surat_keluar.nomor.keadaan == "dipakai"
    assert "Listrik padam" in n.surat_keluar.nomor.alasan
    lain = setuju(naskah(staf, pimpinan), pimpinan)
    with pytest.raises(AturanDilanggar, match="BUKAN_CADANGAN"):
        layanan_naskah.naskah_terbitkan(naskah=lain, tanggal=hari, oleh=arsiparis, cadangan=blok[1])


def test_patterns_by_book_unit_and_day(staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna) -> None:
    tahun = timezone.localdate().year
    awal = dt.date(tahun, 1, 1)
    aturan_tambah(
        model="arsip.polanomor",
        isian={
            "seri": "surat",
            "urutan": "unit",
            "pola": "{kode}/{urut:03d}/{unit}/{bulan_romawi}/{tahun}",
            "berlaku_mulai": awal,
        },
        oleh=None,
    )
    n = terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
    assert n.surat_keluar.nomor.teks.startswith("000.1/001/LINJAMSOS/") and n.surat_keluar.nomor.teks.endswith(
        f"/{tahun}"
    )
    n = terbit(naskah(staf, pimpinan, klasifikasi="400.9"), pimpinan, arsiparis)
    assert n.surat_keluar.nomor.teks.startswith("400.9/002/LINJAMSOS/"), "one book for the unit, whatever the code"
    with pytest.raises(ValidationError):
        aturan_tambah(
            model="arsip.polanomor",
            isian={"seri": "sk", "urutan": "kode", "pola": "{urut}/{tahun}", "berlaku_mulai": awal},
            oleh=None,
        )
    assert PolaNomor.objects.count() == 1


def test_the_life_after_the_number(staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna) -> None:
    hari = timezone.localdate()
    surat = terbit(naskah(staf, pimpinan), pimpinan, arsiparis).surat_keluar
    with pytest.raises(AturanDilanggar, match="TANGGAL_TTD"):
        layanan_keluar.surat_keluar_tandatangani(
            surat=surat, tanggal=hari - dt.timedelta(days=1), pindaian=None, oleh=arsiparis
        )
    surat = layanan_keluar.surat_keluar_tandatangani(surat=surat, tanggal=hari, pindaian=None, oleh=arsiparis)
    kirim = layanan_keluar.surat_keluar_kirim(
        surat=surat, tujuan="Camat", cara="kurir", dikirim_pada=hari, oleh=arsiparis
    )
    with pytest.raises(AturanDilanggar, match="TANGGAL_TERIMA"):
        layanan_keluar.ekspedisi_terima(
            ekspedisi=kirim, diterima_oleh="Sari", diterima_pada=hari - dt.timedelta(days=1), oleh=arsiparis
        )
    kirim = layanan_keluar.ekspedisi_terima(ekspedisi=kirim, diterima_oleh="Sari", diterima_pada=hari, oleh=arsiparis)
    with pytest.raises(AturanDilanggar, match="SUDAH_DITERIMA"):
        layanan_keluar.ekspedisi_terima(ekspedisi=kirim, diterima_oleh="Lain", diterima_pada=hari, oleh=arsiparis)
    surat = SuratKeluar.objects.get(pk=surat.pk)
    assert surat.keadaan == "dikirim" and kirim.surat_id == surat.pk
    surat = layanan_keluar.surat_keluar_arsipkan(surat=surat, oleh=arsiparis)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        layanan_keluar.surat_keluar_tandatangani(surat=surat, tanggal=hari, pindaian=None, oleh=arsiparis)
    surat = layanan_keluar.surat_keluar_cabut(surat=surat, alasan="Salah tujuan", oleh=arsiparis)
    surat = SuratKeluar.objects.select_related("nomor", "dokumen").get(pk=surat.pk)
    assert (surat.keadaan, surat.nomor.keadaan, surat.dokumen.keadaan) == ("dibatalkan",) * 3
    with pytest.raises(AturanDilanggar, match="SURAT_BATAL"):
        layanan_keluar.surat_keluar_kirim(surat=surat, tujuan="Camat", cara="pos", dikirim_pada=hari, oleh=arsiparis)


def test_a_letter_of_other_work_is_cancelled_there(
    staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, unit: Any
) -> None:
    surat = layanan_keluar.surat_keluar_bukukan(
        tanggal=timezone.localdate(), tujuan="x", hal="y", klasifikasi="400.9", unit=unit,
        penandatangan=pimpinan.pegawai, oleh=staf,
    )  # fmt: skip
    with pytest.raises(AturanDilanggar, match="SURAT_LAIN"):
        layanan_keluar.surat_keluar_cabut(surat=surat, alasan="x", oleh=arsiparis)


def test_an_inserted_number_keeps_the_order_of_days(staf: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna) -> None:
    hari = timezone.localdate()
    if hari.timetuple().tm_yday < 11:
        pytest.skip("the days played here would lie in two years")
    for n in (10, 8, 1, 0):
        terbit(naskah(staf, pimpinan), pimpinan, arsiparis)
        SuratKeluar.objects.filter(pk=SuratKeluar.objects.latest("pk").pk).update(tanggal=hari - dt.timedelta(days=n))
    baru = {"tanggal": hari - dt.timedelta(days=5), "oleh": arsiparis, "alasan": "Surat terlambat"}
    n = setuju(naskah(staf, pimpinan), pimpinan)
    for sesudah in (1, 3):
        with pytest.raises(AturanDilanggar, match="SISIPAN_TANGGAL") as galat:
            layanan_naskah.naskah_terbitkan(naskah=n, sisip_sesudah=sesudah, **baru)
        assert "nomor urut 2" in galat.value.langkah
    assert layanan_naskah.naskah_terbitkan(naskah=n, sisip_sesudah=2, **baru).surat_keluar.nomor.sisipan == "a"
