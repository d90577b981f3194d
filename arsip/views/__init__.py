"""Pages of letters and archives."""
