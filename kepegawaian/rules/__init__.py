"""Pure decisions of the staff files: plain data in, findings out."""
