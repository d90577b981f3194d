"""Numbers that an address or a hidden field carries: whatever is sent there is a number of ours or nothing."""

from __future__ import annotations

import pytest

from inti.formats import baca_bilangan, baca_versi


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [("0", 0), ("17", 17), ("9" * 17, 10**17 - 1), ("9" * 18, None), ("9" * 5000, None), ("", None), ("-1", None),
     ("1.5", None), (" 1", None), ("²", None), ("١٢", None), ("１２", None)],
)  # fmt: skip
def test_what_is_a_number(teks: str, hasil: int | None) -> None:
    assert baca_bilangan(teks) == hasil


def test_a_version_that_was_tampered_with_never_passes_for_the_present_one() -> None:
    assert baca_versi("", 4) == 4 and baca_versi("x", 4) == 4 and baca_versi("3", 4) == 3
    assert baca_versi("4" + "0" * 5000, 4) != 4
