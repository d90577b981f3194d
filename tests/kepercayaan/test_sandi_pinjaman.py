"""Who learnt a credential does not approve what was proposed with it (T51), on any way, until another one is given."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja, Usulan
from inti.queries.akun import penahu_sandi
from inti.queries.usulan import menunggu, pemeriksa_lain
from inti.services.pengguna import pengguna_setel_sandi, sandi_ganti
from inti.services.usulan import usulan_kembalikan, usulan_setujui
from kepegawaian.models import Pegawai
from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.magang import akun_magang_buka, magang_mulai, magang_terima
from tests.conftest import SANDI, buat_pengguna
from tests.kepegawaian.conftest import isian, pembimbing, sekolah  # noqa: F401  (fixtures)
from tests.kepegawaian.contoh_karier import orang

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def sasaran(personalia: Pengguna, unit: UnitKerja, instansi: Any) -> Pegawai:
    aturan_awal_isi(oleh=None)
    return orang(unit, personalia, 4, nama="Sasaran Usulan")


@pytest.fixture
def usul(magang: Pengguna, sasaran: Pegawai, masuk_sebagai: Masuk) -> Callable[..., Usulan]:
    """A change of the staff record that is sent from the intern's account."""

    def kirim(telepon: str = "0812-9") -> Usulan:
        sasaran.refresh_from_db()
        isi = {"nama": sasaran.nama, "nip": sasaran.nip, "surel": "", "telepon": telepon, "versi": sasaran.versi}
        masuk_sebagai(Pengguna.objects.get(pk=magang.pk)).post(f"/kepegawaian/pegawai/{sasaran.pk}/ubah/", isi)
        return Usulan.objects.latest("pk")

    return kirim


def setel(magang: Pengguna, oleh: Pengguna) -> None:
    """Reset the password, sign in with it as the intern, and set another: all by the same hand."""
    pengguna_setel_sandi(pengguna=Pengguna.objects.get(pk=magang.pk), oleh=oleh, sebab="Lupa")
    sandi_ganti(pengguna=Pengguna.objects.get(pk=magang.pk), sandi=SANDI + "x", kunci_sesi=None)


def ditolak(usulan: Usulan, oleh: Pengguna) -> AturanDilanggar:
    with pytest.raises(AturanDilanggar) as galat:
        usulan_setujui(usulan=usulan, oleh=oleh)
    with pytest.raises(AturanDilanggar, match=galat.value.kode):
        usulan_kembalikan(usulan=usulan, oleh=oleh, catatan="-")
    return galat.value


def test_who_reset_the_password_neither_approves_nor_returns_what_comes_from_it(
    magang: Pengguna, penyelia: Pengguna, unit: UnitKerja, usul: Any, sasaran: Pegawai, masuk_sebagai: Masuk
) -> None:
    rekan = buat_pengguna("penyelia9", "penyelia", unit=unit, nama="Rekan Penyelia")
    setel(magang, penyelia)
    usulan = usul()
    galat = ditolak(usulan, penyelia)
    assert galat.kode == "SANDI_ANDA_BUAT" and "Rekan Penyelia" in galat.kalimat and magang.nama in galat.kalimat
    assert usulan not in menunggu(penyelia) and usulan in menunggu(rekan)
    klien = masuk_sebagai(penyelia)
    assert f"/usulan/{usulan.pk}/setujui/" not in klien.get(f"/usulan/{usulan.pk}/").content.decode()
    klien.post("/usulan/setujui/", {"pilih": usulan.pk, f"versi_{usulan.pk}": usulan.versi})
    alamat = f"/kepegawaian/pegawai/{sasaran.pk}/ubah/"
    isi = {
        "nama": sasaran.nama,
        "nip": sasaran.nip,
        "tanggal_lahir": "17-06-1990",
        "telepon": "1",
        "versi": sasaran.versi,
    }
    klien.post(alamat, isi | {"usulan": usulan.pk, "usulan_versi": usulan.versi})  # "mend it, then approve"
    sasaran.refresh_from_db()
    usulan.refresh_from_db()
    assert usulan.status == "menunggu" and sasaran.telepon == ""
    usulan_setujui(usulan=usulan, oleh=rekan)


def test_a_password_from_another_hand_frees_what_is_proposed_from_then_on(
    magang: Pengguna, penyelia: Pengguna, administrator: Pengguna, usul: Any
) -> None:
    sebelum = usul("0812-0")
    assert sebelum in menunggu(penyelia), "what came before the reset is the owner's own"
    setel(magang, penyelia)
    tercemar = usul("0812-1")
    setel(magang, administrator)
    assert Usulan.objects.get(pk=tercemar.pk) not in menunggu(penyelia), "what was proposed with it stays so"
    ditolak(tercemar, penyelia)
    bersih = usul("0812-2")
    assert bersih.sandi_oleh == administrator and bersih in menunggu(penyelia)
    usulan_setujui(usulan=bersih, oleh=penyelia)


def test_without_anybody_else_the_refusal_says_what_the_administrator_can_do(
    magang: Pengguna, penyelia: Pengguna, usul: Any
) -> None:
    setel(magang, penyelia)
    usulan = usul()
    Pengguna.objects.filter(pk__in=[p.pk for p in pemeriksa_lain(usulan)]).update(is_active=False)
    assert "administrator" in ditolak(usulan, penyelia).kalimat


@pytest.mark.parametrize(("dahulu", "bebas"), [(True, True), (False, False)])
def test_a_second_factor_frees_only_when_it_stood_before(
    magang: Pengguna, penyelia: Pengguna, usul: Any, dahulu: bool, bebas: bool
) -> None:
    if dahulu:
        TOTPDevice.objects.create(user=magang, confirmed=True)
    setel(magang, penyelia)
    if not dahulu:
        TOTPDevice.objects.create(user=magang, confirmed=True)
    TOTPDevice.objects.filter(user=magang).update(confirmed=True)
    assert (penahu_sandi(Pengguna.objects.get(pk=magang.pk)) is None) is bebas


def test_opening_an_interns_account_is_learning_his_password(
    isian: dict[str, Any],  # noqa: F811
    unit: UnitKerja,
    penyelia: Pengguna,
    instansi: Any,
) -> None:
    baru = magang_mulai(peserta=magang_terima(isian=isian, unit=unit, oleh=penyelia), oleh=penyelia)
    peserta = akun_magang_buka(peserta=baru, username="arif", oleh=penyelia)
    assert peserta.akun is not None and Pengguna.objects.get(pk=peserta.akun_id).sandi_oleh == penyelia
