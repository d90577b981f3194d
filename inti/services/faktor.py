"""The second factor: a code from an app (TOTP), and recovery codes for the day the telephone is lost.

Neither the secret nor a code ever becomes an argument of a recorded service.
"""

from __future__ import annotations

import math
import secrets
from base64 import b32encode
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django_otp.models import Device
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from inti.formats.nomor import angka_ascii
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan

ABJAD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to misread
PANJANG_PEMULIHAN = 10  # 50 bits, behind a throttle
BANYAK_PEMULIHAN = 10


@dataclass(frozen=True)
class HasilKode:
    """What became of a code: the device that took it, or None; `tunggu` seconds when tries came too fast."""

    perangkat: Device | None
    tunggu: int = 0


def kunci_faktor_baru() -> str:
    """A fresh secret of 160 bits, in hex."""
    return random_hex(20)


def kunci_tampil(kunci: str) -> str:
    """The secret as apps take it by hand: base 32 in groups of four."""
    teks = b32encode(bytes.fromhex(kunci)).decode()
    return " ".join(teks[i : i + 4] for i in range(0, len(teks), 4))


def alamat_faktor(*, pengguna: Pengguna, kunci: str) -> str:
    """The otpauth address that the QR carries."""
    return str(TOTPDevice(user=pengguna, key=kunci).config_url)


def punya_faktor(pengguna: Pengguna) -> bool:
    """Whether a second factor is set up."""
    return TOTPDevice.objects.filter(user=pengguna, confirmed=True).exists()


def sisa_pemulihan(pengguna: Pengguna) -> int:
    """Recovery codes not yet used."""
    return StaticToken.objects.filter(device__user=pengguna).count()


def faktor_pasang(*, pengguna: Pengguna, kunci: str, kode: str) -> tuple[TOTPDevice, list[str]]:
    """Set up the factor with a secret that the user's app holds already. Returns the device and the recovery codes.

    Raises AturanDilanggar (KODE_KELIRU, FAKTOR_SUDAH_ADA). The code that confirms is used up by it.
    """
    totp = TOTP(bytes.fromhex(kunci))
    bersih = kode.replace(" ", "")
    if not _enam_angka(bersih) or not totp.verify(int(bersih), tolerance=1):
        raise AturanDilanggar(
            "KODE_KELIRU", "Kode tidak cocok.", "Periksa jam telepon Anda, lalu tulis kode yang sedang tampil."
        )
    with transaction.atomic():
        faktor_tandai_terpasang(pengguna=pengguna, oleh=pengguna)
        TOTPDevice.objects.filter(user=pengguna).delete()
        perangkat = TOTPDevice.objects.create(
            user=pengguna, name="Aplikasi autentikator", key=kunci, drift=totp.drift, last_t=totp.t()
        )
        return perangkat, _pemulihan_baru(pengguna)


@layanan("Faktor kedua dipasang", tanpa_usul=True, diri=True)
def faktor_tandai_terpasang(*, pengguna: Pengguna, oleh: Pengguna) -> Pengguna:
    """Lock the account and put the set-up into its history. Raises AturanDilanggar when there is a factor already."""
    with perubahan(pengguna, oleh=oleh) as segar:
        if punya_faktor(segar):
            raise AturanDilanggar("FAKTOR_SUDAH_ADA", "Faktor kedua sudah terpasang.", "Muat ulang halaman.")
    return segar


@layanan("Kode pemulihan dibuat ulang", tanpa_usul=True, diri=True)
def faktor_pemulihan_ulang(*, pengguna: Pengguna, oleh: Pengguna) -> list[str]:
    """Ten fresh recovery codes; the old ones are dead. They are returned here and never again."""
    with perubahan(pengguna, oleh=oleh):
        return _pemulihan_baru(pengguna)


@layanan("Faktor kedua dilepas", diri=True)
def faktor_lepas(*, pengguna: Pengguna, oleh: Pengguna, sebab: str = "") -> Pengguna:
    """Take the factor and its recovery codes away. The caller has checked password and code, or is the administrator."""
    with perubahan(pengguna, oleh=oleh, sebab=sebab) as segar:
        if not punya_faktor(segar):
            raise AturanDilanggar("FAKTOR_TIDAK_ADA", "Faktor kedua belum terpasang.", "Muat ulang halaman.")
        TOTPDevice.objects.filter(user=segar).delete()
        StaticDevice.objects.filter(user=segar).delete()
    return segar


def faktor_periksa(*, pengguna: Pengguna, kode: str) -> HasilKode:
    """Try a code of this user: six digits of his app or one of his recovery codes. A code is used once.

    Failures are counted on the device and slow the next try down, twice as long each time.
    """
    bersih = kode.upper().replace(" ", "").replace("-", "")
    with transaction.atomic():
        if _enam_angka(bersih):
            perangkat = _milik(TOTPDevice, pengguna)
        elif len(bersih) == PANJANG_PEMULIHAN and bersih.isascii() and bersih.isalnum():
            perangkat, bersih = _milik(StaticDevice, pengguna), _sidik(pengguna, bersih)
        else:
            return HasilKode(None)
        if perangkat is None:
            return HasilKode(None)
        boleh, keterangan = perangkat.verify_is_allowed()
        if not boleh:
            sisa = (keterangan["locked_until"] - timezone.now()).total_seconds()
            return HasilKode(None, max(1, math.ceil(sisa)))
        return HasilKode(perangkat if perangkat.verify_token(bersih) else None)


def _milik(jenis: type[Device], pengguna: Pengguna) -> Device | None:
    """The user's own device, locked: of two tries with one code, one passes."""
    return jenis.objects.select_for_update().filter(user=pengguna, confirmed=True).first()


def _pemulihan_baru(pengguna: Pengguna) -> list[str]:
    StaticDevice.objects.filter(user=pengguna).delete()
    perangkat = StaticDevice.objects.create(user=pengguna, name="Kode pemulihan")
    kode = ["".join(secrets.choice(ABJAD) for _ in range(PANJANG_PEMULIHAN)) for _ in range(BANYAK_PEMULIHAN)]
    StaticToken.objects.bulk_create(StaticToken(device=perangkat, token=_sidik(pengguna, k)) for k in kode)
    return [f"{k[:5]}-{k[5:]}" for k in kode]


def _sidik(pengguna: Pengguna, kode: str) -> str:
    """What is stored of a recovery code: a keyed digest of 64 bits, so that the table opens nothing."""
    bersih = kode.replace("O", "0").replace("I", "1").replace("L", "1")
    return salted_hmac("inti.kode_pemulihan", f"{pengguna.pk}:{bersih}").hexdigest()[:16]


def _enam_angka(teks: str) -> bool:
    return len(teks) == 6 and angka_ascii(teks)
