"""Destruction: every step in its order, every block by every route, what stays and what is gone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from arsip.models import BerkasArsip, Pemusnahan
from arsip.services import pemusnahan as layanan_pemusnahan
from arsip.services import pinjam as layanan_pinjam
from arsip.services import rekam as layanan_rekam
from arsip.services import retensi as layanan_retensi
from inti import registry
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Pengguna, UnitKerja
from inti.services.rekam import rekam_buang
from tests.arsip.contoh_rekam import jadwal, laksana, nilai, panitia, rekam, scan, setuju, tetap, usul

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def dua(arsiparis: Pengguna, unit: UnitKerja, instansi: Any) -> list[BerkasArsip]:
    jadwal(None)
    return [rekam(arsiparis, unit, f"SPJ-{n}") for n in (2, 10)]


def segar(b: BerkasArsip) -> BerkasArsip:
    return BerkasArsip.objects.get(pk=b.pk)


def halangi(macam: str, b: BerkasArsip, oleh: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    b = segar(b)
    if macam == "DITAHAN":
        layanan_rekam.arsip_tahan(berkas=b, alasan="Perkara", oleh=oleh)
    elif macam == "DALAM_PEMERIKSAAN":
        layanan_rekam.arsip_periksa_mulai(berkas=b, alasan="BPK", oleh=oleh)
    elif macam == "DIPINJAM":
        layanan_pinjam.pinjam_catat(
            berkas=b, peminjam=None, nama="Wira", instansi="Inspektorat", keperluan="Perlu",
            jatuh_tempo=timezone.localdate(), oleh=oleh,
        )  # fmt: skip
    elif macam == "PERMINTAAN_SUBJEK":
        BerkasArsip.objects.filter(pk=b.pk).update(objek_label="x.y", objek_id="7")
        monkeypatch.setattr(registry, "yang_beku", lambda label, kunci: dict.fromkeys(kunci, "Beku."))
    elif macam == "NO_RETENTION":
        layanan_rekam.berkas_arsip_ubah(berkas=b, isian={"klasifikasi": "800"}, oleh=oleh)
    elif macam == "BELUM_JATUH_TEMPO":
        layanan_rekam.peristiwa_catat(berkas=[b], tanggal=timezone.localdate(), oleh=oleh)
    elif macam == "PERMANEN":
        baris = b.retensi
        assert baris is not None
        layanan_retensi.jadwal_ubah(jadwal=baris, isian={"nasib": "permanen"}, oleh=oleh)


MACAM = (
    "DITAHAN",
    "DALAM_PEMERIKSAAN",
    "DIPINJAM",
    "PERMINTAAN_SUBJEK",
    "NO_RETENTION",
    "BELUM_JATUH_TEMPO",
    "PERMANEN",
)


@pytest.mark.parametrize("macam", MACAM)
@pytest.mark.parametrize("tahap", ["usul", "setuju", "laksana"])
def test_what_is_blocked_is_refused_at_every_step(
    tahap: str, macam: str, dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    p = None
    if tahap != "usul":
        p = nilai(usul(dua, arsiparis, unit), arsiparis)
    if tahap == "laksana":
        assert p is not None
        p = tetap(setuju(p, pimpinan), pimpinan)
    halangi(macam, dua[1], arsiparis, monkeypatch)
    with pytest.raises(AturanDilanggar) as galat:
        if tahap == "usul":
            usul([segar(b) for b in dua], arsiparis, unit)
        elif tahap == "setuju":
            setuju(p, pimpinan)  # type: ignore[arg-type]
        else:
            laksana(p, arsiparis)  # type: ignore[arg-type]
    assert galat.value.kode == macam
    assert "SPJ-" in galat.value.pesan
    assert {segar(b).status for b in dua} <= {"aktif", "inaktif"}


def test_the_whole_way_leaves_tombstones_and_papers(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    berkas = scan(arsiparis)
    layanan_rekam.pindaian_tambah(berkas=segar(dua[0]), pindaian=berkas, oleh=arsiparis)
    di_cakram = Path(settings.BERKAS_DIR) / berkas.jalur
    assert di_cakram.exists()
    p = usul([segar(b) for b in dua], arsiparis, unit)
    assert [b.berkas.nomor for b in p.butir.order_by("pk")] == ["SPJ-2", "SPJ-10"]
    p = tetap(setuju(nilai(p, arsiparis), pimpinan), pimpinan)
    assert p.setuju_dari == "kepala_daerah" and p.usul is not None
    with django_capture_on_commit_callbacks(execute=True):
        p = laksana(p, arsiparis)
    for b in dua:
        s = segar(b)
        assert (s.status, s.pemusnahan, s.musnah_pada, s.tempat) == ("musnah", p, timezone.localdate(), None)
        assert (s.nomor, s.uraian, s.tanggal) == (b.nomor, b.uraian, b.tanggal)
    assert not di_cakram.exists()
    assert p.berita_acara is not None and p.berita_acara.nomor.startswith("BA-PMS/001/")
    klien = masuk_sebagai(arsiparis)
    assert klien.get(f"/berkas/{berkas.pk}/").status_code == 410
    assert "dimusnahkan" in klien.get(f"/arsip/berkas/{dua[0].pk}/").content.decode()
    assert klien.post(f"/arsip/pemusnahan/{p.pk}/cetak-berita-acara/", {"alasan": ""}).content[:4] == b"%PDF"


def test_a_tombstone_is_changed_by_nothing(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    p = laksana(tetap(setuju(nilai(usul(dua, arsiparis, unit), arsiparis), pimpinan), pimpinan), arsiparis)
    b = segar(dua[0])
    for coba in (
        lambda: layanan_rekam.berkas_arsip_ubah(berkas=b, isian={"uraian": "x"}, oleh=arsiparis),
        lambda: layanan_rekam.arsip_tahan(berkas=b, alasan="x", oleh=arsiparis),
        lambda: layanan_rekam.peristiwa_catat(berkas=[b], tanggal=None, oleh=arsiparis),
        lambda: laksana(p, arsiparis),
        lambda: layanan_pemusnahan.pemusnahan_batalkan(pemusnahan=p, alasan="x", oleh=arsiparis),
        lambda: usul([b], arsiparis, unit),
    ):
        with pytest.raises(AturanDilanggar):
            coba()
    assert segar(b).uraian == "Pertanggungjawaban"


def test_the_database_itself_refuses_a_destruction_without_its_papers(
    dua: list[BerkasArsip], arsiparis: Pengguna
) -> None:
    for isi in ({"status": "musnah"}, {"status": "musnah", "musnah_pada": timezone.localdate()}):
        with pytest.raises(IntegrityError), transaction.atomic():
            BerkasArsip.objects.filter(pk=dua[0].pk).update(**isi)
    layanan_rekam.arsip_tahan(berkas=segar(dua[0]), alasan="Perkara", oleh=arsiparis)
    from django.core.exceptions import ValidationError

    with pytest.raises(ValidationError):
        rekam_buang(objek=segar(dua[0]), oleh=arsiparis)


def test_whoever_proposed_does_not_approve(dua: list[BerkasArsip], arsiparis: Pengguna, unit: UnitKerja) -> None:
    p = nilai(usul(dua, arsiparis, unit), arsiparis)
    with pytest.raises(AturanDilanggar) as galat:
        setuju(p, arsiparis)
    assert galat.value.kode == "PENYETUJU_PENGUSUL"
    with pytest.raises(IntegrityError), transaction.atomic():
        Pemusnahan.objects.filter(pk=p.pk).update(setuju_oleh=arsiparis)


def test_ten_years_go_to_the_national_archive(arsiparis: Pengguna, unit: UnitKerja, instansi: Any) -> None:
    jadwal(None, aktif_tahun=2, inaktif_tahun=8)
    b = rekam(arsiparis, unit, tanggal=dt.date(2010, 1, 4))
    assert nilai(usul([b], arsiparis, unit), arsiparis).setuju_dari == "kepala_anri"


def test_committee_witnesses_and_order_of_days(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    isi = panitia(unit)
    with pytest.raises(AturanDilanggar) as galat:
        layanan_pemusnahan.pemusnahan_usulkan(
            uraian="x", berkas=dua, oleh=arsiparis, **(isi | {"anggota": [isi["ketua"]]})
        )
    assert galat.value.kode == "PANITIA_KURANG"
    p = nilai(usul(dua, arsiparis, unit), arsiparis)
    kemarin, besok = timezone.localdate() - dt.timedelta(days=1), timezone.localdate() + dt.timedelta(days=1)
    for hari, kode in ((kemarin, "TANGGAL_URUT"), (besok, "TANGGAL_NANTI")):
        with pytest.raises(AturanDilanggar) as galat:
            layanan_pemusnahan.pemusnahan_setujui(
                pemusnahan=p, nomor="1", tanggal=hari, pindaian=scan(pimpinan), oleh=pimpinan
            )
        assert galat.value.kode == kode
    p = tetap(setuju(p, pimpinan), pimpinan)
    for saksi in ([], [["Dwi", "A"]], [["Dwi", "A"], ["dwi", "B"]], [["Dwi", "A"], ["Tirta", ""]]):
        with pytest.raises(AturanDilanggar) as galat:
            laksana(p, arsiparis, saksi=saksi)
        assert galat.value.kode == "SAKSI_KURANG"


def test_a_record_is_on_one_open_list_and_may_be_taken_off(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    p = nilai(usul(dua, arsiparis, unit), arsiparis)
    with pytest.raises(AturanDilanggar) as galat:
        usul([dua[0]], arsiparis, unit)
    assert galat.value.kode == "SUDAH_DIUSULKAN"
    layanan_rekam.arsip_tahan(berkas=segar(dua[0]), alasan="Perkara", oleh=pimpinan)
    butir = p.butir.get(berkas=dua[0])
    butir.pemusnahan = p
    p = layanan_pemusnahan.butir_keluarkan(butir=butir, alasan="Ada perkara", oleh=arsiparis)
    p = laksana(tetap(setuju(p, pimpinan), pimpinan), arsiparis)
    assert (segar(dua[0]).status, segar(dua[1]).status) == ("aktif", "musnah")


def test_a_stale_page_destroys_nothing(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja
) -> None:
    p = tetap(setuju(nilai(usul(dua, arsiparis, unit), arsiparis), pimpinan), pimpinan)
    lama = Pemusnahan.objects.get(pk=p.pk)
    lama.versi -= 1
    with pytest.raises(VersiBerubah):
        laksana(lama, arsiparis)
    assert segar(dua[0]).status == "aktif"


def test_the_pages_name_the_reason_and_offer_no_way_round(
    dua: list[BerkasArsip], arsiparis: Pengguna, pimpinan: Pengguna, unit: UnitKerja, masuk_sebagai: Masuk
) -> None:
    p = nilai(usul(dua, arsiparis, unit), arsiparis)
    layanan_rekam.arsip_tahan(berkas=segar(dua[1]), alasan="Perkara <b>7</b>", oleh=pimpinan)
    klien = masuk_sebagai(pimpinan)
    isi = klien.get(f"/arsip/pemusnahan/{p.pk}/").content.decode()
    assert "DITAHAN" in isi and "Perkara &lt;b&gt;7" in isi
    gambar = Path(settings.BERKAS_DIR) / scan(pimpinan).jalur
    with gambar.open("rb") as berkas:
        berkas_form = {
            "nomor": "1",
            "tanggal": f"{timezone.localdate():%d-%m-%Y}",
            "pindaian": berkas,
            "versi": p.versi,
        }
        balasan = klien.post(f"/arsip/pemusnahan/{p.pk}/setujui/", berkas_form)
    assert balasan.status_code == 409 and "tidak dapat dimusnahkan" in balasan.content.decode()
    massal = masuk_sebagai(arsiparis).post("/arsip/pemusnahan/baru/", {"pilih": [dua[1].pk]})
    assert "DITAHAN" in massal.content.decode()
    assert masuk_sebagai(pimpinan).get(f"/arsip/pemusnahan/{p.pk}/laksanakan/").status_code == 403
