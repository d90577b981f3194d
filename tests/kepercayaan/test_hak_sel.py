"""Rights that the office decided cell by cell and that no route shows alone: reprints, history, forms of proposers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from inti.galat import AturanDilanggar
from inti.models import Cetakan, Dokumen, Pengguna, UnitKerja, Usulan
from inti.services.dokumen import dokumen_cetak
from inti.services.usulan import usulan_setujui
from kepegawaian.models import Pegawai
from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.surat import surat_kgb_terbitkan
from tests.kepegawaian.contoh_karier import orang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def laras(personalia: Pengguna, staf: Pengguna, unit: UnitKerja, pimpinan: Pengguna, instansi: Any) -> Pegawai:
    aturan_awal_isi(oleh=None)
    p = orang(unit, personalia, 1, pengguna=staf, nama="Laras Wulandari", telepon="0812-1")
    Pegawai.objects.filter(pk=p.pk).update(boleh_menandatangani=True, atas_nama="a.n. Kepala")
    return Pegawai.objects.get(pk=p.pk)


@pytest.mark.parametrize(
    ("peran", "boleh"),
    [("magang", False), ("desa", False), ("loket", True), ("staf", True), ("penyelia", True), ("pimpinan", True)],
)
def test_a_first_print_is_anybodys_who_may_print_a_second_one_not(
    peran: str, boleh: bool, request: Any, laras: Pegawai, personalia: Pengguna
) -> None:
    siapa = request.getfixturevalue("admin_desa" if peran == "desa" else peran)
    dokumen: Dokumen = surat_kgb_terbitkan(pegawai=[laras], oleh=personalia).dokumen
    assert dokumen_cetak(dokumen=[dokumen], oleh=siapa).startswith(b"%PDF")
    if boleh:
        dokumen_cetak(dokumen=[dokumen], oleh=siapa, alasan="Rusak")
    else:
        with pytest.raises(AturanDilanggar, match="TANPA_HAK_CETAK_ULANG"):
            dokumen_cetak(dokumen=[dokumen], oleh=siapa, alasan="Rusak")
    assert Cetakan.objects.filter(dokumen=dokumen).count() == 1 + boleh


def test_the_history_tab_is_for_staff_and_above(
    laras: Pegawai, staf: Pengguna, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk, peserta_sendiri: Any
) -> None:
    for siapa, ada in ((staf, True), (penyelia, True), (magang, False)):
        klien = masuk_sebagai(siapa)
        halaman = klien.get(peserta_sendiri.get_absolute_url())
        assert halaman.status_code == 200
        assert ("riwayat/" in halaman.content.decode()) is ada, siapa
        assert klien.get(f"{peserta_sendiri.get_absolute_url()}riwayat/").status_code == (200 if ada else 404)


@pytest.fixture
def peserta_sendiri(magang: Pengguna, penyelia: Pengguna, staf: Pengguna, unit: UnitKerja, instansi: Any) -> Any:
    """The intern's own record, which he reads, and so do those who guide him."""
    import datetime as dt

    from django.utils import timezone

    from kepegawaian.models import PesertaMagang, Sekolah
    from kepegawaian.services.magang import magang_mulai, magang_terima

    hari = timezone.localdate()
    isi = {
        "nama": magang.nama, "nomor_induk": "1", "jurusan": "-", "nomor_permohonan": "1",
        "sekolah": Sekolah.objects.create(nama="SMK", pimpinan="Kepala", kota="Wanasari"),
        "mulai": hari - dt.timedelta(days=2), "sampai": hari + dt.timedelta(days=20),
        "pembimbing": Pegawai.objects.get(pengguna=penyelia),
    }  # fmt: skip
    baru = magang_mulai(peserta=magang_terima(isian=isi, unit=unit, oleh=penyelia), oleh=penyelia)
    PesertaMagang.objects.filter(pk=baru.pk).update(akun=magang)
    return PesertaMagang.objects.get(pk=baru.pk)


def test_a_proposers_form_hides_what_his_page_hides_and_blanks_nothing(
    laras: Pegawai, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien, alamat = masuk_sebagai(magang), f"/kepegawaian/pegawai/{laras.pk}/ubah/"
    tutup = {"nip", "nik", "telepon", "pengguna", "boleh_menandatangani", "atas_nama", "alamat", "tanggal_lahir"}
    assert not tutup & set(klien.get(alamat).context["form"].fields)
    for halaman in (alamat, laras.get_absolute_url()):
        isi = klien.get(halaman).content.decode()
        assert laras.nip not in isi.replace(" ", "") and "0812-1" not in isi and "a.n. Kepala" not in isi
    klien.post(
        alamat, {"nama": "Laras W., S.Sos.", "nip": "1", "pengguna": magang.pk, "surel": "", "versi": laras.versi}
    )
    usulan_setujui(usulan=Usulan.objects.get(), oleh=penyelia)
    baru = Pegawai.objects.get(pk=laras.pk)
    tetap = ("nip", "telepon", "pengguna", "boleh_menandatangani", "atas_nama")
    assert baru.nama == "Laras W., S.Sos." and all(getattr(baru, n) == getattr(laras, n) for n in tetap)


def test_an_intern_neither_proposes_discipline_nor_reads_a_colleagues_file(
    laras: Pegawai, magang: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(magang)
    assert klien.get(f"/kepegawaian/pegawai/{laras.pk}/hukuman/baru/").status_code == 403
    for bagian in ("karier", "berkas", "keluarga", "riwayat"):
        assert klien.get(f"{laras.get_absolute_url()}{bagian}/").status_code == 404, bagian


def test_the_head_of_the_office_approves_what_interns_of_the_units_below_propose(
    laras: Pegawai, pimpinan: Pengguna, masuk_sebagai: Masuk
) -> None:
    assert pimpinan.has_perm("inti.setujui_usulan") and pimpinan.has_perm("dtks.putuskan_permohonan")
    assert masuk_sebagai(pimpinan).get("/usulan/antrean/").status_code == 200
