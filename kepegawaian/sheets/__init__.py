"""Spreadsheets in and out of the staff files."""
