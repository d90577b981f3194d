"""Invented companies. No NPP, NIB or tax office begins with 99, so no invented number can be anybody's."""

from __future__ import annotations

from simple_history.utils import bulk_create_with_history

from inti.models import Perusahaan

# name, and which numbers the office knows of it: P = NPP, B = NIB, W = NPWP
PERUSAHAAN = (
    ("PT Samudra Tekstil Abadi", "PBW"),
    ("CV Maju Tenteram", "PBW"),
    ("PT Wanasari Karya Logam", "PBW"),
    ("PT Lembayung Pangan Sejahtera", "PB"),
    ("Koperasi Tani Tegalrejo Makmur", "PB"),
    ("UD Sumber Rejeki Banyubiru", "P"),
    ("CV Griya Bambu Lestari", "PW"),
    ("PT Margasari Jaya Konstruksi", "PBW"),
    ("Yayasan Pendidikan Giri Mulya", "PW"),
    ("PT Angkutan Purwodadi Sentosa", "PB"),
    ("Rumah Makan Karanganyar Asri", "B"),
    ("PT Cahaya Wanasari Medika", "BW"),
)


def isi_perusahaan() -> None:
    """Companies that are not there yet, by their names."""
    ada = set(Perusahaan.objects.values_list("nama", flat=True))
    baru = [
        Perusahaan(
            nama=nama,
            npp=f"99{i:06d}" if "P" in nomor else "",
            nib=f"99{i:011d}" if "B" in nomor else "",
            npwp=f"099{i:010d}000" if "W" in nomor else "",
        )
        for i, (nama, nomor) in enumerate(PERUSAHAAN, 1)
        if nama not in ada
    ]
    bulk_create_with_history(baru, Perusahaan)
