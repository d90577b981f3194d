"""A letter names every member, so every member is judged; one who stands in the way is taken off the request."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from dtks.models import AnggotaPermohonan, Individu, Permohonan
from dtks.queries.penilaian import nilai_permohonan
from dtks.rules.putusan import Putusan, Temuan, dengan_anggota
from dtks.services import loket as services
from dtks.services import surat as surat_services
from inti.galat import AturanDilanggar
from inti.models import Pengguna, Usulan
from inti.services.usulan import usulan_setujui

BAIK = Putusan.dari([Temuan("TERDAFTAR", "ya"), Temuan("TIDAK_DIKECUALIKAN", "ya")])
LUAR = Putusan.dari([Temuan("TERDAFTAR", "ya"), Temuan("DIKECUALIKAN", "tidak")])
ASING = Putusan.dari([Temuan("TIDAK_TERDAFTAR", "tidak")])
DESIL = Putusan.dari([Temuan("TERDAFTAR", "ya"), Temuan("DESIL_TIDAK_DIKETAHUI", "ragu")])


@pytest.mark.parametrize(
    ("pemohon", "lain", "saran", "disebut"),
    [
        (BAIK, [], "terima", []),
        (BAIK, [("SITI", BAIK)], "terima", []),
        (BAIK, [("SITI", BAIK), ("BUDI", LUAR)], "lengkapi", ["BUDI"]),
        (BAIK, [("SITI", ASING), ("BUDI", DESIL)], "lengkapi", ["SITI", "BUDI"]),
        (LUAR, [("BUDI", LUAR)], "tolak", []),  # said once, of the applicant
        (LUAR, [("BUDI", ASING)], "tolak", ["BUDI"]),
    ],
)
def test_who_stands_in_the_way_is_named(
    pemohon: Putusan, lain: list[tuple[str, Putusan]], saran: str, disebut: list[str]
) -> None:
    hasil = dengan_anggota(pemohon, lain)
    bukti = " ".join(t.bukti for t in hasil.temuan if t.kode == "ANGGOTA_TERHALANG")
    assert hasil.saran == saran
    assert [n for n in ("SITI", "BUDI") if n in bukti] == disebut


@pytest.fixture
def berdua(
    db: None, buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu], warga: Individu
) -> Permohonan:
    """A request for a man and for his wife, whom the registry excludes."""
    istri = buat_warga("SITI AMINAH", keluarga=warga.keluarga, hubungan="ISTRI", dikecualikan=True)
    return buat_permohonan(warga, lain=(istri,))


def test_a_clerk_cannot_accept_before_the_excluded_member_is_off(berdua: Permohonan, loket: Pengguna) -> None:
    putusan = nilai_permohonan(berdua)
    assert putusan.saran == "lengkapi"
    assert putusan.temuan[-1].bukti == "SITI AMINAH (warga bertanda dikecualikan dalam data terpadu)"
    with pytest.raises(AturanDilanggar, match="PERLU_PENYELIA"):
        services.permohonan_terima(permohonan=berdua, oleh=loket)


def test_taken_off_on_the_page_and_then_accepted(
    berdua: Permohonan, loket: Pengguna, staf: Pengguna, pimpinan: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    tunda = services.permohonan_tunda(permohonan=berdua, oleh=loket)
    klien = masuk_sebagai(loket)
    alamat = f"/dtks/permohonan/{tunda.pk}/lepas-anggota/"
    assert alamat in klien.get(tunda.get_absolute_url()).content.decode()
    istri = tunda.anggota.get(nama="SITI AMINAH")
    isian = {"versi": tunda.versi, "anggota": istri.pk, "alasan": "Dikecualikan, disanggah lewat desa"}
    balasan = klien.post(alamat, isian, follow=True)
    assert "SITI AMINAH dilepas" in balasan.content.decode()
    segar = Permohonan.objects.get(pk=tunda.pk)
    assert (segar.status, segar.pemohon) == ("diperiksa", "SLAMET NUGROHO")
    assert nilai_permohonan(segar).saran == "terima"
    assert alamat not in klien.get(segar.get_absolute_url()).content.decode(), "nobody is left to be taken off"
    riwayat = masuk_sebagai(staf).get(f"{segar.get_absolute_url()}riwayat/").content.decode()
    assert "Dilepas: SITI AMINAH. Dikecualikan" in riwayat
    services.permohonan_terima(permohonan=segar, oleh=loket)
    surat = surat_services.surat_setujui(surat=segar.surat.get(), oleh=pimpinan)
    assert "SITI AMINAH" not in str(surat.surat_keluar.dokumen.snapshot)  # type: ignore[union-attr]


def test_the_next_in_line_becomes_the_applicant(berdua: Permohonan, loket: Pengguna) -> None:
    segar = services.anggota_lepas(
        permohonan=berdua, anggota=berdua.anggota.get(urutan=1), karena="diurus sendiri", oleh=loket
    )
    assert segar.pemohon == "SITI AMINAH"
    assert list(segar.anggota.values_list("nama", "urutan")) == [("SITI AMINAH", 1)]
    with pytest.raises(AturanDilanggar, match="ANGGOTA_TERAKHIR"):
        services.anggota_lepas(permohonan=segar, anggota=segar.anggota.get(), karena="x", oleh=loket)


def test_only_a_member_of_an_open_request_is_taken_off(
    berdua: Permohonan, buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu], loket: Pengguna
) -> None:
    asing: AnggotaPermohonan = buat_permohonan(buat_warga("KARNO")).anggota.get()
    with pytest.raises(AturanDilanggar, match="BUKAN_ANGGOTA"):
        services.anggota_lepas(permohonan=berdua, anggota=asing, karena="x", oleh=loket)
    ditolak = services.permohonan_tolak(
        permohonan=Permohonan.objects.get(pk=berdua.pk), oleh=loket, alasan="DATA_TIDAK_COCOK", catatan="x",
        boleh_simpang=True,
    )  # fmt: skip
    with pytest.raises(AturanDilanggar, match="SUDAH_DIPUTUS"):
        services.anggota_lepas(permohonan=ditolak, anggota=ditolak.anggota.last(), karena="x", oleh=loket)


def test_an_intern_proposes_to_take_somebody_off(
    berdua: Permohonan, magang: Pengguna, penyelia: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    istri = berdua.anggota.get(nama="SITI AMINAH")
    isian = {"versi": berdua.versi, "anggota": istri.pk, "alasan": "Dikecualikan"}
    masuk_sebagai(magang).post(f"/dtks/permohonan/{berdua.pk}/lepas-anggota/", isian)
    usulan = Usulan.objects.get()
    assert berdua.anggota.count() == 2
    assert "SITI AMINAH. Dikecualikan" in masuk_sebagai(penyelia).get(usulan.get_absolute_url()).content.decode()
    usulan_setujui(usulan=usulan, oleh=penyelia)
    assert berdua.anggota.count() == 1
    assert masuk_sebagai(penyelia).get(usulan.get_absolute_url()).status_code == 200, "though the person is off it now"
