"""How templates read: a line fits the screen, a template its page, and the first line says what it is for."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TEMPLAT = Path(__file__).resolve().parents[1] / "templates"
LEBAR, TINGGI = 160, 150
MAKSUD = re.compile(r"\{# [A-Z][^#]{8,} #\}$")  # its purpose, then its context, which may go on in a second comment


def cela(teks: str) -> list[str]:
    """What is wrong with the shape of a template; nothing where all is well."""
    baris = teks.splitlines()
    hasil = [f"baris {n}: {len(b)} huruf" for n, b in enumerate(baris, 1) if len(b) > LEBAR]
    if len(baris) > TINGGI:
        hasil.append(f"{len(baris)} baris")
    if not baris or not MAKSUD.match(baris[0]):
        hasil.append("baris pertama bukan komentar sebaris yang menyebut maksudnya")
    return hasil


def test_every_template_fits_the_screen_and_says_what_it_is_for() -> None:
    semua = sorted(TEMPLAT.rglob("*.html"))
    assert len(semua) > 200
    assert {str(p.relative_to(TEMPLAT)): c for p in semua if (c := cela(p.read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    "teks",
    [
        "",
        "<p>Tanpa komentar.</p>\n",
        "\n{# Not on the first line. #}\n",
        "{# #}\n",
        "{# Too wide. #}\n" + "x" * 161,
        "{# Too long. #}\n" + "<br>\n" * 150,
    ],
)
def test_a_template_out_of_shape_is_noticed(teks: str) -> None:
    assert cela(teks)


def test_a_template_at_the_limits_passes() -> None:
    assert cela("{# As wide and as long as may be. #}\n" + "x" * 160 + "\n" + "<br>\n" * 148) == []
