"""Numbers of tax, BPJS Ketenagakerjaan, the social registry, and telephones."""

from __future__ import annotations

import re

from inti.formats.nomor import Cacat, HasilNomor, angka_ascii, periksa_panjang, rapikan_nomor, sel_angka

_NPWP_LAMA = Cacat("NPWP_LAMA", "NPWP 15 angka adalah bentuk lama. Isi NPWP 16 angka bila sudah ada.")
_NPP_KOSONG = Cacat("NPP_KOSONG", "NPP belum diisi.", True)
_NPP_BENTUK = Cacat(
    "NPP_BENTUK", "NPP biasanya 8 karakter, boleh diikuti 3 angka divisi. Periksa pada sertifikat kepesertaan."
)
_NPP_SEL_ANGKA = Cacat("NPP_SEL_ANGKA", "NPP tersimpan sebagai angka; nol di depan dikembalikan. Periksa kembali.")
_KPJ_KOSONG = Cacat("KPJ_KOSONG", "Nomor KPJ belum diisi.", True)
_KPJ_PANJANG = Cacat("KPJ_PANJANG", "Nomor KPJ biasanya 11 karakter. Periksa pada kartu peserta.")
_KPJ_SEL_ANGKA = Cacat("KPJ_SEL_ANGKA", "Nomor KPJ tersimpan sebagai angka. Periksa kembali nol di depan.")
_DTKS_BUKAN_ANGKA = Cacat("ID_DTKS_BUKAN_ANGKA", "ID DTKS memuat huruf atau tanda. Periksa pada surat pengantar.")
_DTKS_SEL_ANGKA = Cacat("ID_DTKS_SEL_ANGKA", "ID DTKS tersimpan sebagai angka. Digit terakhir mungkin hilang.")
_TELEPON_BUKAN_ANGKA = Cacat("TELEPON_BUKAN_ANGKA", "Nomor telepon memuat huruf atau tanda lain. Periksa kembali.")
_TELEPON_PANJANG = Cacat("TELEPON_PANJANG", "Panjang nomor telepon tidak lazim. Periksa kembali.")

_POLA_NPP = re.compile(r"^[0-9A-Z]{8}([0-9]{3})?$")
_TANDA_TELEPON = str.maketrans("", "", "()")


def periksa_npwp(nilai: object, *, baru: bool = False) -> HasilNomor:
    """Check an NPWP of 15 (old) or 16 digits. `baru`: a new record, on which 15 digits warn.

    Codes that refuse: NPWP_KOSONG, NPWP_SEL_ANGKA, NPWP_BUKAN_ANGKA, NPWP_PANJANG. Warn: NPWP_LAMA.
    """
    bersih = rapikan_nomor(nilai)
    galat = periksa_panjang("NPWP", "NPWP", nilai, bersih, (15, 16), "kartu NPWP")
    if galat is not None:
        return HasilNomor(bersih, (galat,))
    return HasilNomor(bersih, (), (_NPWP_LAMA,) if baru and len(bersih) == 15 else ())


def format_npwp(npwp: str | None) -> str:
    """Printed form: `01.234.567.8-901.000` for 15 digits; 16 digits stay bare; anything else as given."""
    n = rapikan_nomor(npwp)
    if len(n) != 15 or not n.isdigit():
        return n if len(n) == 16 else (npwp or "")
    return f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}"


def periksa_npp(nilai: object) -> HasilNomor:
    """Check an employer's NPP: 8 characters with leading zeros (older ones have letters), optional 3-digit division.

    A number cell gets its leading zeros back and a warning. Refuses NPP_KOSONG. Warns NPP_BENTUK, NPP_SEL_ANGKA.
    """
    bersih = rapikan_nomor(nilai).upper()
    if not bersih:
        return HasilNomor("", (_NPP_KOSONG,))
    peringatan = []
    if not isinstance(nilai, str) and sel_angka(nilai):
        bersih = bersih.zfill(8)
        peringatan.append(_NPP_SEL_ANGKA)
    if not _POLA_NPP.match(bersih):
        peringatan.append(_NPP_BENTUK)
    return HasilNomor(bersih, (), tuple(peringatan))


def periksa_kpj(nilai: object) -> HasilNomor:
    """Check a BPJS member card number of 11 characters. Refuses KPJ_KOSONG. Warns KPJ_PANJANG, KPJ_SEL_ANGKA."""
    bersih = rapikan_nomor(nilai).upper()
    if not bersih:
        return HasilNomor("", (_KPJ_KOSONG,))
    peringatan = []
    if sel_angka(nilai):
        peringatan.append(_KPJ_SEL_ANGKA)
    if len(bersih) != 11:
        peringatan.append(_KPJ_PANJANG)
    return HasilNomor(bersih, (), tuple(peringatan))


def periksa_id_dtks(nilai: object) -> HasilNomor:
    """Clean an ID DTKS; legacy numbers vary in length and have no published check.

    Nothing refuses (empty is allowed). Warns ID_DTKS_BUKAN_ANGKA, ID_DTKS_SEL_ANGKA.
    """
    bersih = rapikan_nomor(nilai)
    if not bersih:
        return HasilNomor("")
    if sel_angka(nilai):
        return HasilNomor(bersih, (), (_DTKS_SEL_ANGKA,))
    return HasilNomor(bersih, (), () if angka_ascii(bersih) else (_DTKS_BUKAN_ANGKA,))


def periksa_telepon(nilai: object) -> HasilNomor:
    """Normalise a telephone number to `+62…` (foreign numbers with `+` keep their country).

    Mobiles are 08 and 8 to 11 more digits, fixed lines 7 to 11 digits after the 0. Nothing refuses (empty is
    allowed). Warns TELEPON_BUKAN_ANGKA (the cleaned text is kept), TELEPON_PANJANG.
    """
    bersih = rapikan_nomor(nilai).translate(_TANDA_TELEPON)
    if not bersih:
        return HasilNomor("")
    asing = bersih.startswith("+") and not bersih.startswith("+62")
    angka = bersih.removeprefix("+").removeprefix("00") if not asing else bersih[1:]
    if not angka_ascii(angka):
        return HasilNomor(bersih, (), (_TELEPON_BUKAN_ANGKA,))
    if asing:
        return HasilNomor(bersih, (), () if 7 <= len(angka) <= 15 else (_TELEPON_PANJANG,))
    # "62" opens an international form only when what follows can be a whole number: 62… is no Indonesian trunk.
    inti = angka.removeprefix("62") if angka.startswith("62") else angka
    inti = inti.removeprefix("0")
    if len(inti) < 7:
        return HasilNomor(angka, (), (_TELEPON_PANJANG,))
    wajar = 9 <= len(inti) <= 12 if inti.startswith("8") else 7 <= len(inti) <= 11
    return HasilNomor(f"+62{inti}", (), () if wajar else (_TELEPON_PANJANG,))
