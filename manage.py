#!/usr/bin/env python
"""Command line of Tata Usaha. `daftar-impor` and `daftar_impor` call the same command."""

import os
import sys


def main() -> None:
    """Run a management command; the command's name may be written with dashes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    argumen = list(sys.argv)
    if len(argumen) > 1 and not argumen[1].startswith("-"):
        argumen[1] = argumen[1].replace("-", "_")
    execute_from_command_line(argumen)


if __name__ == "__main__":
    main()
