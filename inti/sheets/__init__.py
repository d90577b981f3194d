"""Spreadsheets in and out. This package root stays free of Django: the parsing child imports it."""
