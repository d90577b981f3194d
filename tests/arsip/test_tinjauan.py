"""What a review of letters and records found: each of these let something through once."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader

from arsip.models import BerkasArsip, JenisArsip, Naskah, SuratMassal, SuratMasuk, TemplatSurat
from arsip.services import disposisi as layanan_disposisi
from arsip.services import massal as layanan_massal
from arsip.services import masuk as layanan_masuk
from arsip.services import naskah as layanan_naskah
from arsip.services import pemusnahan as layanan_pemusnahan
from arsip.services import rekam as layanan_rekam
from arsip.services import retensi as layanan_retensi
from arsip.services import templat as layanan_templat
from inti.galat import AturanDilanggar
from inti.konteks import DAFTAR_LAYANAN
from inti.models import Pemberitahuan, Pengguna, UnitKerja, Usulan
from inti.perubahan import coba_layanan
from kepegawaian.models import Pegawai
from tests.arsip.contoh_keluar import naskah, templat, terbit
from tests.arsip.contoh_masuk import catat, isian, kirim, kiriman, segar
from tests.arsip.contoh_rekam import boks, jadwal, jenis, laksana, nilai, rekam, scan, setuju, tetap, usul
from tests.conftest import buat_pengguna

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def surat_arsip(instansi: Any) -> None:
    for kode in ("surat-masuk", "surat-keluar"):
        JenisArsip.objects.create(kode=kode, nama=kode.replace("-", " ").capitalize())


@pytest.mark.parametrize("dengan", ["isi", "lampiran", "lepas"])
def test_a_signer_who_changed_the_draft_does_not_approve_it(
    dengan: str, instansi: Any, staf: Pengguna, penyelia: Pengguna
) -> None:
    n = naskah(staf, penyelia)
    if dengan == "isi":
        n = layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "Lain sama sekali."}, oleh=penyelia)
    else:
        x = layanan_naskah.lampiran_tambah(
            naskah=n, judul="Lampiran", berkas=scan(staf), oleh=penyelia if dengan == "lampiran" else staf
        )
        if dengan == "lepas":
            layanan_naskah.lampiran_lepas(lampiran=x, oleh=penyelia)
    n = layanan_naskah.naskah_ajukan(naskah=segar(n), pemeriksa=[], oleh=penyelia)
    with pytest.raises(AturanDilanggar) as galat:
        layanan_naskah.naskah_setujui(naskah=segar(n), oleh=penyelia)
    assert galat.value.kode == "MENULIS_SENDIRI" and segar(n).status == "menunggu"
    n = layanan_naskah.naskah_kembalikan(naskah=segar(n), alasan="Tulis sendiri", oleh=penyelia)
    n = layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "Menurut konseptor."}, oleh=staf)
    n = layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf)
    assert layanan_naskah.naskah_setujui(naskah=n, oleh=penyelia).status == "disetujui"


def test_who_changed_the_draft_does_not_initial_it(
    instansi: Any, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna
) -> None:
    n = layanan_naskah.naskah_ubah(naskah=naskah(staf, pimpinan), isian={"isi": "Lain."}, oleh=penyelia)
    n = layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[penyelia], oleh=staf)
    with pytest.raises(AturanDilanggar) as galat:
        layanan_naskah.naskah_paraf(naskah=n, oleh=penyelia)
    assert galat.value.kode == "MENULIS_SENDIRI" and segar(n).status == "diperiksa"


def _massal(t: TemplatSurat, oleh: Pengguna, penanda: Pengguna) -> SuratMassal:
    return layanan_massal.massal_buat(
        nama="Kumpulan", templat=t, unit=oleh.unit, penandatangan=Pegawai.objects.get(pengguna=penanda),
        klasifikasi="000.1", baris=[{"tujuan": "Camat", "acara": "rapat", "hari": "Senin"}], oleh=oleh,
    )  # fmt: skip


def test_closed_letters_are_not_made_in_batches(instansi: Any, staf: Pengguna, pimpinan: Pengguna) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        _massal(templat(keamanan="rahasia"), staf, pimpinan)
    assert galat.value.kode == "TEMPLAT_TERTUTUP"


def test_a_batch_is_issued_as_it_was_approved_whatever_its_template_became(
    instansi: Any, staf: Pengguna, pimpinan: Pengguna
) -> None:
    t = templat(keamanan="terbatas", kecepatan="segera")
    m = _massal(t, staf, pimpinan)
    with pytest.raises(AturanDilanggar) as galat:
        layanan_massal.massal_terbitkan_satu(massal=m, n=0, oleh=pimpinan)
    assert galat.value.kode == "BELUM_DISETUJUI"
    m = layanan_massal.massal_setujui(massal=layanan_massal.massal_ajukan(massal=m, oleh=staf), oleh=pimpinan)
    layanan_templat.templat_ubah(
        templat=t, oleh=staf,
        isian={"bentuk": "keputusan", "seri": "sk", "keamanan": "biasa", "hal": "Lain", "isi": "Lain", "bidang": []},
    )  # fmt: skip
    surat = layanan_massal.massal_terbitkan_satu(massal=SuratMassal.objects.get(pk=m.pk), n=0, oleh=pimpinan)
    assert (surat.keamanan, surat.kecepatan, surat.hal) == ("terbatas", "segera", "Undangan rapat")
    assert surat.dokumen is not None and "KEPUTUSAN" not in str(surat.dokumen.snapshot)


def test_the_record_of_a_closed_letter_does_not_tell_its_subject(
    surat_arsip: None, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, arsiparis: Pengguna, unit: UnitKerja,
    masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    m = layanan_disposisi.surat_masuk_lewatkan(
        surat=catat(staf, unit, keamanan="rahasia", hal="Kanari perkara", pengirim="Kanari dinas"), alasan="x",
        oleh=penyelia,
    )  # fmt: skip
    a = layanan_rekam.surat_masuk_simpan(surat=m, klasifikasi="000.1", tempat=None, lembar=1, oleh=penyelia)
    k = terbit(naskah(penyelia, pimpinan, keamanan="rahasia", hal="Kanari teguran"), pimpinan, penyelia).surat_keluar
    b = layanan_rekam.surat_keluar_simpan(surat=segar(k), klasifikasi="000.1", tempat=None, lembar=1, oleh=penyelia)
    klien = masuk_sebagai(arsiparis)
    for alamat in ("/arsip/berkas/?semua=1", f"/arsip/berkas/{a.pk}/", f"/arsip/berkas/{b.pk}/", "/cari/?q=Kanari",
                   "/arsip/berkas/?ekspor=csv"):  # fmt: skip
        balasan: Any = klien.get(alamat)
        isi = b"".join(balasan.streaming_content) if balasan.streaming else balasan.content
        assert balasan.status_code == 200 and b"Kanari perkara" not in isi and b"teguran" not in isi, alamat
    assert "Kanari teguran" in masuk_sebagai(penyelia).get(f"/arsip/berkas/{b.pk}/").content.decode()


def test_a_letter_that_is_closed_after_it_was_filed_closes_its_record(
    surat_arsip: None, staf: Pengguna, penyelia: Pengguna, unit: UnitKerja
) -> None:
    m = layanan_disposisi.surat_masuk_lewatkan(surat=catat(staf, unit, hal="Kanari"), alasan="x", oleh=penyelia)
    b = layanan_rekam.surat_masuk_simpan(surat=m, klasifikasi="000.1", tempat=None, lembar=1, oleh=penyelia)
    assert "Kanari" in b.uraian
    layanan_masuk.surat_masuk_ubah(surat=segar(m), isian=isian(unit, hal="Kanari", keamanan="rahasia"), oleh=staf)
    assert (segar(b).keamanan, "Kanari" in segar(b).uraian) == ("rahasia", False)


def test_a_withdrawn_disposition_opens_no_closed_letter(
    instansi: Any, staf: Pengguna, penyelia: Pengguna, pimpinan: Pengguna, staf_lain: Pengguna, dinas: UnitKerja,
    arsiparis: Pengguna, masuk_sebagai: Masuk,
) -> None:  # fmt: skip
    m = catat(arsiparis, dinas, keamanan="rahasia", hal="Kanari")
    (d,) = kirim(m, pimpinan, staf_lain)
    assert SuratMasuk.objects.untuk(staf_lain).filter(pk=m.pk).exists()
    layanan_disposisi.disposisi_tarik(disposisi=d, alasan="Salah orang", oleh=pimpinan)
    klien = masuk_sebagai(staf_lain)
    for alamat in (f"/arsip/surat-masuk/{m.pk}/", f"/arsip/disposisi/{d.pk}/", f"/arsip/disposisi/{d.pk}/riwayat/"):
        assert klien.get(alamat).status_code == 404, alamat


def test_interns_propose_nothing_closed(
    instansi: Any, magang: Pengguna, staf: Pengguna, pimpinan: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(magang)
    balasan = klien.post("/arsip/surat-masuk/baru/", kiriman(unit, keamanan="rahasia", hal="Kanari"))
    assert balasan.status_code == 422 and not Usulan.objects.exists()
    n = naskah(staf, pimpinan)
    isi = {"jenis": jenis(), "nomor": "R-1", "uraian": "x", "tanggal": timezone.localdate(), "unit": unit}
    for nama, argumen in (
        ("arsip.naskah_ubah", {"naskah": n, "isian": {"keamanan": "rahasia"}}),
        ("arsip.berkas_arsip_tambah", {"isian": {**isi, "keamanan": "sangat"}}),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            coba_layanan(DAFTAR_LAYANAN[nama], {**argumen, "oleh": magang}, lambda *_: None)
        assert galat.value.kode == "USUL_TERTUTUP"
    assert klien.post("/arsip/surat-masuk/baru/", kiriman(unit)).status_code == 302 and Usulan.objects.count() == 1


def test_a_notice_about_a_closed_draft_does_not_tell_its_subject(
    instansi: Any, staf: Pengguna, pimpinan: Pengguna
) -> None:
    n = naskah(staf, pimpinan, keamanan="rahasia", hal="Kanari teguran")
    n = layanan_naskah.naskah_setujui(
        naskah=layanan_naskah.naskah_ajukan(naskah=n, pemeriksa=[], oleh=staf), oleh=pimpinan
    )
    layanan_naskah.naskah_ubah(naskah=n, isian={"isi": "Lain"}, oleh=staf)
    assert Pemberitahuan.objects.count() >= 3
    assert not Pemberitahuan.objects.filter(teks__contains="Kanari").exists()
    assert Naskah.objects.get().status == "konsep"


def test_the_paper_in_a_box_tells_nobody_another_units_subjects(
    instansi: Any, arsiparis: Pengguna, unit: UnitKerja, staf: Pengguna, staf_lain: Pengguna, masuk_sebagai: Masuk
) -> None:
    bx = boks(arsiparis)
    rekam(arsiparis, unit, "A-1", uraian="Kanari bidang", tempat=bx.tempat)
    for siapa, terlihat in ((staf, True), (arsiparis, True), (staf_lain, False)):
        pdf = masuk_sebagai(siapa).get(f"/arsip/boks/{bx.pk}/cetak/").content
        assert ("Kanari" in PdfReader(BytesIO(pdf)).pages[0].extract_text()) is terlihat, siapa


def test_what_was_assessed_is_what_is_destroyed(
    instansi: Any, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    jadwal(None)
    b = rekam(arsiparis, unit)
    p = tetap(setuju(nilai(usul([b], arsiparis, unit), arsiparis), pimpinan), pimpinan)
    for coba in (
        lambda: layanan_rekam.berkas_arsip_ubah(berkas=segar(b), isian={"uraian": "Akta tanah"}, oleh=arsiparis),
        lambda: layanan_rekam.pindaian_tambah(berkas=segar(b), pindaian=scan(arsiparis), oleh=arsiparis),
    ):
        with pytest.raises(AturanDilanggar) as galat:
            coba()
        assert galat.value.kode == "DALAM_PEMUSNAHAN"
    layanan_pemusnahan.pemusnahan_batalkan(pemusnahan=p, alasan="x", oleh=arsiparis)
    assert layanan_rekam.berkas_arsip_ubah(berkas=segar(b), isian={"uraian": "Lain"}, oleh=arsiparis).uraian == "Lain"


def test_a_longer_retention_after_the_approval_asks_for_the_national_archives(
    instansi: Any, arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    baris = jadwal(None)
    b = rekam(arsiparis, unit, tanggal=timezone.localdate().replace(year=2005, month=1, day=4))
    p = tetap(setuju(nilai(usul([b], arsiparis, unit), arsiparis), pimpinan), pimpinan)
    assert p.setuju_dari == "kepala_daerah"
    layanan_retensi.jadwal_ubah(jadwal=baris, isian={"inaktif_tahun": 10}, oleh=None)
    with pytest.raises(AturanDilanggar) as galat:
        laksana(p, arsiparis)
    assert galat.value.kode == "PERSETUJUAN_KURANG" and BerkasArsip.objects.get().status != "musnah"


def test_django_admin_shows_no_closed_letter(
    instansi: Any, staf: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, masuk_sebagai: Masuk
) -> None:
    tutup, buka = catat(staf, unit, keamanan="rahasia", hal="Kanari"), catat(staf, unit, 2)
    akar = buat_pengguna("akar", "admin", unit=unit_lain, is_superuser=True, is_staff=True)
    klien = masuk_sebagai(akar)
    assert klien.get(f"/admin/arsip/suratmasuk/{tutup.pk}/change/").status_code == 302
    assert klien.get(f"/admin/arsip/suratmasuk/{buka.pk}/change/").status_code == 200
