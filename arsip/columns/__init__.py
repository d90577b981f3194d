"""Declared columns."""
