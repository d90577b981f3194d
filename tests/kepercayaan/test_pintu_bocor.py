"""What a refusal or a form gives away, numbers that no database holds, and a lock that anybody could put on a door."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django_otp.plugins.otp_totp.models import TOTPDevice

from arsip.forms.pinjam import PinjamkanForm
from inti.forms.dasar import PilihanBanyakField
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from kepegawaian.models import Pegawai
from tests.arsip.contoh_masuk import catat
from tests.conftest import SANDI
from tests.inti.pembuat_akun import kode_kini

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def test_a_twin_outside_ones_reach_is_told_without_number_or_day(
    arsiparis: Pengguna, staf: Pengguna, staf_lain: Pengguna, unit: UnitKerja, unit_lain: UnitKerja, instansi: Any
) -> None:
    lama = catat(staf_lain, unit_lain)
    with pytest.raises(AturanDilanggar, match="SURAT_KEMBAR") as galat:
        catat(staf, unit)
    assert str(lama.nomor) not in galat.value.kalimat and "agenda " not in galat.value.pesan
    with pytest.raises(AturanDilanggar, match="SURAT_KEMBAR") as galat:
        catat(staf_lain, unit_lain)
    assert str(lama.nomor) in galat.value.kalimat


def test_the_loan_form_names_nobody_outside_ones_unit(
    penyelia: Pengguna, arsiparis: Pengguna, unit: UnitKerja, unit_lain: UnitKerja
) -> None:
    dekat = Pegawai.objects.create(nama="Dekat", jenis="NON_PNS", jabatan="-", unit=unit)
    jauh = Pegawai.objects.create(nama="Jauh", jenis="NON_PNS", jabatan="-", unit=unit_lain)

    def calon(pengguna: Pengguna) -> set[Any]:
        return set(PinjamkanForm(pengguna=pengguna).fields["peminjam"].queryset)  # type: ignore[attr-defined]

    assert dekat in calon(penyelia) and jauh not in calon(penyelia)
    assert {dekat, jauh} <= calon(arsiparis), "the archive lends to the whole office"


def test_a_number_of_23_digits_is_no_choice(penyelia: Pengguna, masuk_sebagai: Masuk, instansi: Any) -> None:
    medan = PilihanBanyakField(Pegawai.objects.all())
    for nilai in (["9" * 23], ["-" + "9" * 23], ["1", "9" * 40], ["x"]):
        with pytest.raises(ValidationError):
            medan.clean(nilai)
    penyelia.groups.add(Group.objects.get(name="arsiparis"))
    isi = {"uraian": "Uji", "ketua": "9" * 23, "sekretaris": "9" * 23, "anggota": ["9" * 23]}
    assert masuk_sebagai(penyelia).post("/arsip/pemusnahan/baru/", isi).status_code < 500


def test_no_form_uses_djangos_own_field_for_several_records() -> None:
    """Django's lets the driver's OverflowError through; the house's doesn't."""
    akar = Path(settings.BASE_DIR)
    langsung = [
        str(b.relative_to(akar))
        for app in ("inti", "kepegawaian", "arsip", "dtks")
        for b in (akar / app).rglob("*.py")
        if re.search(r"forms\.ModelMultipleChoiceField|ModelMultipleChoiceFilter", b.read_text())
    ]
    assert langsung == ["inti/forms/dasar.py"]


@pytest.fixture
def terkunci(staf: Pengguna) -> str:
    """The account under a lock that a stranger put on it by ten wrong tries; gives the key of its second factor."""
    perangkat = TOTPDevice.objects.create(user=staf, confirmed=True)
    for _ in range(11):
        Client(REMOTE_ADDR="203.0.113.9").post("/masuk/", {"username": "staf", "password": "keliru"})
    assert Client().post("/masuk/", {"username": "staf", "password": SANDI}).status_code == 429
    return str(perangkat.key)


def coba(klien: Client, sandi: str, kode: str, alamat: str = "198.51.100.7") -> Any:
    return klien.post("/masuk/berkode/", {"username": " STAF ", "sandi": sandi, "kode": kode}, REMOTE_ADDR=alamat)


def test_the_second_factor_is_the_way_out_of_a_lock(terkunci: str) -> None:
    klien = Client()
    halaman = klien.post("/masuk/", {"username": "staf", "password": SANDI}).content.decode()
    assert "Masuk dengan kode" in halaman and "Masuk dengan kode" in klien.get("/masuk/").content.decode()
    salah = coba(klien, "keliru-sekali", kode_kini(terkunci))
    assert salah.status_code == 422
    assert klien.get("/").status_code == 302
    balasan = coba(klien, SANDI, kode_kini(terkunci))
    assert balasan.status_code == 302 and klien.get("/").status_code == 200
    lain = Client()
    assert lain.post("/masuk/", {"username": "staf", "password": SANDI}).status_code == 302, "the lock is off"


def test_no_way_past_without_the_code_and_no_lock_by_strangers(terkunci: str) -> None:
    jawab = {}
    for nama, (sandi, kode) in {"kode": (SANDI, "000000"), "sandi": ("keliru", kode_kini(terkunci))}.items():
        balasan = coba(Client(), sandi, kode, f"198.51.100.{20 + len(jawab)}")
        assert balasan.status_code == 422
        jawab[nama] = [str(g) for g in balasan.context["form"].non_field_errors()]
    assert jawab["kode"] == jawab["sandi"] and len(jawab["kode"]) == 1
    for _ in range(5):
        coba(Client(), "keliru", "000000", "203.0.113.9")
    assert coba(Client(), "keliru", "000000", "203.0.113.9").status_code == 429
    assert coba(Client(), "keliru", "000000", "198.51.100.77").status_code == 422, "its owner's address is another"


def test_an_account_without_a_factor_has_no_second_door(penyelia: Pengguna) -> None:
    klien = Client()
    isi = {"username": "penyelia", "sandi": SANDI, "kode": "000000"}
    assert klien.post("/masuk/berkode/", isi).status_code == 422 and klien.get("/").status_code == 302
