"""Pure decisions of the registry and the counter."""
