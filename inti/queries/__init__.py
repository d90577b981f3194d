"""Reads of the kernel that serve more than one page."""
