"""Pure decisions of letters and archives."""
