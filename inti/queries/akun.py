"""What is known of a user's credentials."""

from __future__ import annotations

from django_otp.plugins.otp_totp.models import TOTPDevice

from inti.models import Pengguna


def penahu_sandi(pengguna: Pengguna) -> int | None:
    """Key of the account that gave this user's password, and so could sign in as him; None when that is nobody.

    A second factor that stood before the password was given is out of that person's hands: then the password alone
    opens nothing. One that was set up afterwards may be his own.
    """
    pada = pengguna.sandi_oleh_pada
    if pengguna.sandi_oleh_id is None or pada is None:
        return None
    dahulu = TOTPDevice.objects.filter(user=pengguna, confirmed=True, created_at__lt=pada)
    return None if dahulu.exists() else pengguna.sandi_oleh_id
