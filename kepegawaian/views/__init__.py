"""Pages of the staff files."""
