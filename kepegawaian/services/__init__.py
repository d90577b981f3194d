"""Every change of the staff files."""
