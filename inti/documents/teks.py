"""The one door by which text reaches a PDF.

reportlab's Paragraph obeys markup: `PT Maju <Tbk>` would lose its end, `<img src>` would embed a file of the server,
`</b>` would kill a batch. So no text goes to it but escaped here; the canvas gets text cleaned here.
"""

from __future__ import annotations

import re
from html import escape

from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph

from inti.documents.huruf import BIASA, huruf

# Control characters, soft hyphen, zero-width characters, and marks that turn the reading direction.
_BUANG = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_BARIS = re.compile("\r\n?|\u0085|\u2028|\u2029")
_PASANGAN_RUSAK = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_POLOS = re.compile(r"[ -~\n]*\Z")


def bersih(nilai: object) -> str:
    """Text of any value as it may be drawn: None is "", no control or bidi characters; line breaks are `\\n`."""
    if nilai is None:
        return ""
    teks = nilai if type(nilai) is str else str(nilai)
    if _POLOS.match(teks):
        return teks
    teks = _BARIS.sub("\n", teks).replace("\t", " ")
    return _PASANGAN_RUSAK.sub("\ufffd", _BUANG.sub("", teks))


class Teks(str):
    """Text that has passed the door: cleaned for drawing, not escaped."""

    __slots__ = ()

    def __new__(cls, nilai: object = "") -> Teks:
        """Clean any value; a `Teks` is returned as it is."""
        return nilai if isinstance(nilai, Teks) else super().__new__(cls, bersih(nilai))


def aman(nilai: object) -> str:
    """Text escaped for a reportlab Paragraph; line breaks become `<br/>`, foreign scripts get the spare font.

    This is the only producer of markup: none of it can come from the value.
    """
    potongan = []
    for h, teks in huruf(BIASA).potongan(bersih(nilai)):
        lolos = escape(teks, quote=True).replace("\n", "<br/>")
        potongan.append(lolos if h.utama else f'<font name="{h.nama}">{lolos}</font>')
    return "".join(potongan)


def paragraf(teks: object, gaya: ParagraphStyle) -> Paragraph:
    """A platypus Paragraph of literal text. Bold, size and colour come from `gaya`, never from the text."""
    return Paragraph(aman(teks), gaya)
