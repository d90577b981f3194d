"""Declared columns of the staff files."""
