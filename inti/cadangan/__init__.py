"""Backup and restore: one instant of the database, table by table as portable CSV, with the files of that instant.

The same format from SQLite and PostgreSQL, so that either restores the other's (docs/keputusan/0006).
"""

BENTUK = 1  # version of the format; a reader refuses what it does not know
# Of the running system, not of the office: who is signed in just now, which worker breathes.
TAK_DIBAWA = {"django_session", "inti_sesi", "inti_detakpekerja"}
# Filled by `migrate` itself: a system with no more than these is empty, and a restore replaces them.
ISI_MIGRASI = {"django_content_type", "auth_permission", "auth_group", "auth_group_permissions"}
