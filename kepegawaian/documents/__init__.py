"""What is printed from the staff files."""
