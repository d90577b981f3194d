"""`periksa`: every invariant of the data, part by part. An app adds parts with `registry.daftarkan_periksa`."""

from inti.periksa.temuan import CATATAN, SALAH, Temuan, baris_sql, temuan_sql

__all__ = ["CATATAN", "SALAH", "Temuan", "baris_sql", "temuan_sql"]
