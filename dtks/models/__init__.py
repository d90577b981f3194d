"""Tables of the social registry and of the counter."""
