"""The demonstration office of the kernel: a Dinas Sosial that does not exist, its units, regions and logins."""

from inti.demo.kantor import isi

__all__ = ["isi"]
