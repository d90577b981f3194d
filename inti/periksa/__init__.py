"""`periksa`: every invariant of the data, part by part. An app adds parts in its `isi.py`."""

from inti.periksa.temuan import CATATAN, SALAH, Temuan, baris_sql, temuan_sql

__all__ = ["CATATAN", "SALAH", "Temuan", "baris_sql", "temuan_sql"]
