"""Third-party libraries: what is asked for, what is locked with hashes, what is installed, and the bill of materials."""
