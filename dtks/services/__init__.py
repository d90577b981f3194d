"""Every change of the counter and of its letters."""
