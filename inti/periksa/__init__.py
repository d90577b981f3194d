"""`periksa`: every invariant of the data, part by part. An app adds parts in its `isi.py`."""

from inti.periksa.temuan import CATATAN, SALAH, TemuanPeriksa, baris_sql, temuan_sql

__all__ = ["CATATAN", "SALAH", "TemuanPeriksa", "baris_sql", "temuan_sql"]
