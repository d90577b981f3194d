"""Reads of letters and archives."""
