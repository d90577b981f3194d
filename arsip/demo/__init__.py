"""The invented letters and records of the demonstration office."""
