"""Log lines without personal data: every run of sixteen digits is masked, whoever wrote it."""

from __future__ import annotations

import logging

from inti.formats import samar_angka_panjang


class SaringanPribadi(logging.Filter):
    """Mask long numbers in the final text of each record."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the message in place; a record is never dropped."""
        record.msg, record.args = samar_angka_panjang(record.getMessage()), ()
        if record.exc_text:
            record.exc_text = samar_angka_panjang(record.exc_text)
        return True
