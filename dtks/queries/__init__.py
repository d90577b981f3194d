"""Reads of the registry and of the counter."""
