"""NIP of civil servants (PNS) and of contract staff (PPPK): 18 digits in two layouts.

PNS: birth YYYYMMDD, appointment YYYYMM, sex 1/2, serial 3.
PPPK: birth YYYYMMDD, year YYYY, contract sequence 2 (21; 24 for part-time), sex 1/2, serial 3.
Digits 13-14 of a PPPK are no month: reading them so would refuse every PPPK.
"""

from __future__ import annotations

from datetime import date

from inti.formats.nomor import Cacat, HasilNomor, baku_kelamin, periksa_panjang, rapikan_nomor, tanggal_atau_tiada

_TANGGAL_MUSTAHIL = Cacat("NIP_TANGGAL_MUSTAHIL", "Tanggal lahir di dalam NIP tidak ada pada kalender.")
_TANGGAL_BEDA = Cacat("NIP_TANGGAL_BEDA", "Tanggal lahir di dalam NIP berbeda dari tanggal lahir yang diisi.")
_KELAMIN_MUSTAHIL = Cacat("NIP_KELAMIN_MUSTAHIL", "Angka jenis kelamin di dalam NIP bukan 1 atau 2.")
_KELAMIN_BEDA = Cacat("NIP_KELAMIN_BEDA", "Jenis kelamin di dalam NIP berbeda dari yang diisi.")
_BENTUK = Cacat("NIP_BENTUK_TAK_DIKENAL", "Angka ke-13 dan ke-14 NIP bukan bulan pengangkatan dan bukan urutan PPPK.")


def jenis_nip(nip: str) -> str:
    """Kind of an 18-digit number by digits 13-14: "PNS" (01-12), "PPPK" (21-29), else ""."""
    urutan = rapikan_nomor(nip)[12:14]
    if "01" <= urutan <= "12":
        return "PNS"
    return "PPPK" if "21" <= urutan <= "29" else ""


def periksa_nip(nilai: object, *, tanggal_lahir: date | None = None, jenis_kelamin: str | None = None) -> HasilNomor:
    """Check the NIP of a PNS or PPPK in any printed form; the value comes back as 18 bare digits.

    Codes that refuse: NIP_KOSONG, NIP_SEL_ANGKA, NIP_BUKAN_ANGKA, NIP_PANJANG. Warn: NIP_TANGGAL_MUSTAHIL,
    NIP_TANGGAL_BEDA, NIP_BENTUK_TAK_DIKENAL, NIP_KELAMIN_MUSTAHIL, NIP_KELAMIN_BEDA.
    """
    bersih = rapikan_nomor(nilai)
    galat = periksa_panjang("NIP", "NIP", nilai, bersih, (18,), "SK pengangkatan")
    if galat is not None:
        return HasilNomor(bersih, (galat,))
    peringatan = []
    lahir = tanggal_atau_tiada(bersih[:4], bersih[4:6], bersih[6:8])
    if lahir is None:
        peringatan.append(_TANGGAL_MUSTAHIL)
    elif tanggal_lahir is not None and lahir != tanggal_lahir:
        peringatan.append(_TANGGAL_BEDA)
    if not jenis_nip(bersih):
        peringatan.append(_BENTUK)
    kelamin = {"1": "L", "2": "P"}.get(bersih[14], "")
    diisi = baku_kelamin(jenis_kelamin)
    if not kelamin:
        peringatan.append(_KELAMIN_MUSTAHIL)
    elif diisi and diisi != kelamin:
        peringatan.append(_KELAMIN_BEDA)
    return HasilNomor(bersih, (), tuple(peringatan))


def format_nip(nip: str | None) -> str:
    """One printed form of a NIP: `19681029 199303 1 004`. Anything that is not 18 digits comes back as given."""
    bersih = rapikan_nomor(nip)
    if len(bersih) != 18 or not bersih.isdigit():
        return nip or ""
    return f"{bersih[:8]} {bersih[8:14]} {bersih[14]} {bersih[15:]}"
