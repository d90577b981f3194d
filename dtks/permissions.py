"""Permissions."""

HAK: dict[str, str] = {}
