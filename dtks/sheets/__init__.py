"""Spreadsheets of the registry: the import of a delivery, and the export of all persons."""

from dtks.sheets.ekspor import ekspor_dtks
from dtks.sheets.importir import ImporDtks

__all__ = ["ImporDtks", "ekspor_dtks"]
