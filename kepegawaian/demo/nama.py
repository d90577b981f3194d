"""Invented names of staff."""

from __future__ import annotations

import random

PRIA = (
    "Adi", "Beni", "Candra", "Dimas", "Eko", "Farid", "Galih", "Hari", "Indra", "Joko", "Kusno", "Lukito", "Mulyadi",
    "Nanda", "Oki", "Prasetyo", "Rahmat", "Surya", "Teguh", "Utomo", "Wawan", "Yusuf", "Zainal", "Bayu", "Ridwan",
)  # fmt: skip
WANITA = (
    "Ayu", "Bunga", "Citra", "Dian", "Erna", "Fitri", "Gita", "Heni", "Indah", "Jihan", "Kartika", "Lina", "Maya",
    "Nur", "Oktavia", "Putri", "Ratih", "Sari", "Tari", "Umi", "Vina", "Wulan", "Yanti", "Zahra", "Mega",
)  # fmt: skip
BELAKANG = (
    "Anggara", "Basuki", "Cahyono", "Darmawan", "Efendi", "Firmansyah", "Gunadi", "Hartanto", "Iskandar", "Jatmiko",
    "Kurniawan", "Laksono", "Mahendra", "Nugraha", "Permana", "Rahardjo", "Santosa", "Triyono", "Utama", "Wibisono",
    "Handayani", "Lestari", "Maharani", "Puspitasari", "Rahayu", "Safitri", "Utami", "Widyastuti",
)  # fmt: skip
GELAR = {"S1": ("S.Sos.", "S.E.", "S.A.P.", "S.Kom.", "S.H."), "S2": ("S.Sos., M.Si.", "S.E., M.M."), "D3": ("A.Md.",)}


def nama_baru(acak: random.Random, kelamin: str, didik: str) -> str:
    """Two words and the degree that goes with the education."""
    depan = acak.choice(PRIA if kelamin == "L" else WANITA)
    belakang = acak.choice(BELAKANG[:20] if kelamin == "L" else BELAKANG[20:] + BELAKANG[:6])
    gelar = GELAR.get(didik)
    return f"{depan} {belakang}, {acak.choice(gelar)}" if gelar else f"{depan} {belakang}"
