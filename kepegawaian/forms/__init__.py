"""Shapes of input of the staff files."""
