"""Migrations of many operations as one, what a database's schema holds, and the folding before the first release."""
