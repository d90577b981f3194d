"""Work on files that others made: text out of them, PDFs taken apart and put together. Always in a child process.

The child (`anak`) limits its own memory and time before it loads a parser and never imports Django.
"""
