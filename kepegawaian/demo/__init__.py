"""Invented staff of the demonstration office."""

from kepegawaian.demo.awal import isi, isi_besar

__all__ = ["isi", "isi_besar"]
