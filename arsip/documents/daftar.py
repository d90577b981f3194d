"""Lists of the archive on paper: upright, drawn and signed as those of the staff files."""

from __future__ import annotations

from functools import partial

from kepegawaian.documents.daftar import daftar_pdf as daftar_kantor

daftar_pdf = partial(daftar_kantor, berdiri=True)
