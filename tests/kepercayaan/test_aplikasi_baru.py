"""An app that nobody has heard of is walked, sown with marks and judged: no list anywhere names what is covered."""

from __future__ import annotations

from tests.percobaan import jalankan


def test_a_new_app_is_covered_by_being_installed() -> None:
    assert "16 passed" in jalankan("uji_percobaan.py")
