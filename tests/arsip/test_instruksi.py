"""Sentences of the disposition sheet: a lookup table of the whole office."""

from arsip.models import InstruksiDisposisi
from tests.sumber import UjiSumber


class TestInstruksi(UjiSumber):
    model, depan = InstruksiDisposisi, "/arsip/disposisi/instruksi/"
    siapa = {"pemegang": "arsiparis", "pembaca": "pimpinan", "asing": "loket"}
    baru = {"nama": "Untuk ditindaklanjuti", "urut": 10}
    ubahan = {"urut": 20}
