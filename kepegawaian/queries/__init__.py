"""Reads that cross tables or serve more than one page."""
