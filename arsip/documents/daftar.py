"""Lists of the archive on paper: upright, signed by whoever heads the reader's unit."""

from __future__ import annotations

from functools import partial

from inti.documents.daftar import daftar_pdf as daftar_kantor
from kepegawaian.queries.tanda_tangan import ttd_kepala

daftar_pdf = partial(daftar_kantor, berdiri=True, ttd=ttd_kepala)
