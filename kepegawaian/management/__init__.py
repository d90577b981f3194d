"""Commands of the staff files."""
