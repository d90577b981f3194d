"""Columns of a DTKS/DTSEN workbook, in the order of `dtks.rules.baris.URUTAN`, and its staging table."""

from inti.sheets.kolom import NOMOR, KolomLembar
from inti.sheets.kolom import TANGGAL as HARI
from inti.sheets.tahap import BULAT, LOGIS, TANGGAL, TEKS

KOLOM = (
    KolomLembar(
        "id_dtks", "ID_DTKS", ("ID DTSEN", "IDDTKS", "ID BDT", "ID INDIVIDU"), wajib=False, contoh="331708000000001"
    ),
    KolomLembar("nik", "NIK", ("NO NIK", "NOMOR NIK", "NO KTP", "NOMOR KTP"), rahasia=True, contoh="9971015503840031"),
    KolomLembar(
        "no_kk", "NO_KK", ("NOMOR KK", "KK", "NOMOR KARTU KELUARGA", "NKK"), rahasia=True, contoh="9971010107150002"
    ),
    KolomLembar(
        "nama",
        "NAMA",
        ("NAMA LENGKAP", "NAMA PENDUDUK", "NAMA ART", "NAMA INDIVIDU", "NAMA LENGKAP SESUAI KTP", "NAMA SESUAI KTP"),
        contoh="SRI HANDAYANI",
    ),
    KolomLembar("tempat_lahir", "TEMPAT_LAHIR", ("TMP LAHIR", "TEMPAT LHR"), wajib=False, contoh="REMBANG"),
    KolomLembar(
        "tanggal_lahir", "TANGGAL_LAHIR", ("TGL LAHIR", "TGL LHR", "TANGGAL LHR"), contoh="15-03-1984", rupa=HARI
    ),
    KolomLembar("jenis_kelamin", "JENIS_KELAMIN", ("L/P", "JK", "KELAMIN", "SEX", "GENDER"), contoh="P"),
    KolomLembar("alamat", "ALAMAT", ("ALAMAT LENGKAP", "ALAMAT JALAN"), wajib=False, contoh="DUKUH KRAJAN"),
    KolomLembar("rt", "RT", ("NO RT",), wajib=False, contoh="001", rupa=NOMOR),
    KolomLembar("rw", "RW", ("NO RW",), wajib=False, contoh="002", rupa=NOMOR),
    KolomLembar(
        "desa",
        "DESA",
        ("DESA/KELURAHAN", "KELURAHAN", "KEL/DESA", "KELURAHAN/DESA", "NAMA DESA", "DESA/KEL"),
        wajib=False,
        contoh="DESA SUMBER 1",
    ),
    KolomLembar("kecamatan", "KECAMATAN", ("KEC", "NAMA KECAMATAN"), wajib=False, contoh="SUMBER"),
    KolomLembar(
        "hubungan",
        "HUBUNGAN_KELUARGA",
        ("HUBUNGAN DALAM KELUARGA", "HUBUNGAN", "HUB KELUARGA", "SHDK", "STATUS HUBUNGAN DALAM KELUARGA"),
        wajib=False,
        contoh="KEPALA KELUARGA",
    ),
    KolomLembar(
        "desil", "DESIL", ("DESIL NASIONAL", "DESIL KESEJAHTERAAN", "PERINGKAT DESIL"), wajib=False, contoh="3"
    ),
    KolomLembar("pbi_jk", "PBI_JK", ("PBI", "PBI JKN", "PBIJK"), wajib=False, contoh="YA"),
    KolomLembar("pkh", "PKH", wajib=False, contoh="TIDAK"),
    KolomLembar("bpnt", "BPNT", ("SEMBAKO", "BPNT/SEMBAKO"), wajib=False, contoh="YA"),
    KolomLembar(
        "dikecualikan", "DIKECUALIKAN", ("EXCLUDE", "STATUS EXCLUDE", "PENGECUALIAN"), wajib=False, contoh="TIDAK"
    ),
    KolomLembar("sumber", "SUMBER", ("SUMBER DATA",), wajib=False, contoh="DTSEN"),
    KolomLembar("periode", "PERIODE", ("PERIODE DATA",), contoh="2026-TW3"),
)

TAHAP = (
    ("baris", BULAT),
    ("kelompok", BULAT),  # the first row of the same person within the file
    ("id_dtks", TEKS),
    ("nik", TEKS),
    ("no_kk", TEKS),
    ("nama", TEKS),
    ("tempat_lahir", TEKS),
    ("tanggal_lahir", TANGGAL),
    ("jenis_kelamin", TEKS),
    ("alamat", TEKS),
    ("rt", TEKS),
    ("rw", TEKS),
    ("desa_id", BULAT),
    ("desa_teks", TEKS),
    ("kecamatan_teks", TEKS),
    ("hubungan", TEKS),
    ("desil", BULAT),
    ("pbi_jk", LOGIS),
    ("pkh", LOGIS),
    ("bpnt", LOGIS),
    ("dikecualikan", LOGIS),
    ("sumber", TEKS),
    ("periode", TEKS),
    ("periode_urut", BULAT),
    ("kunci_nama", TEKS),
)
TAMBAHAN = (
    ("individu_id", BULAT),  # the person already in the registry
    ("peran", BULAT),  # NULL: current state; 1: an earlier period only; 0: said again by a later row
)
# Sheet column -> columns of Individu and KeadaanPeriode that it feeds, with the staged expression where it differs.
# A delivered blank never blanks a known ID, birth date, sex or village.
INDIVIDU = {
    "id_dtks": {"id_dtks": "COALESCE(NULLIF(t.id_dtks, ''), i.id_dtks)"},
    "nik": {"nik": "t.nik"},
    "no_kk": {"no_kk": "t.no_kk"},
    "nama": {"nama": "t.nama", "kunci_nama": "t.kunci_nama"},
    "tempat_lahir": {"tempat_lahir": "t.tempat_lahir"},
    "tanggal_lahir": {"tanggal_lahir": "COALESCE(t.tanggal_lahir, i.tanggal_lahir)"},
    "jenis_kelamin": {"jenis_kelamin": "COALESCE(NULLIF(t.jenis_kelamin, ''), i.jenis_kelamin)"},
    "alamat": {"alamat": "t.alamat"},
    "rt": {"rt": "t.rt"},
    "rw": {"rw": "t.rw"},
    "desa": {"desa_id": "COALESCE(t.desa_id, i.desa_id)", "desa_teks": "t.desa_teks"},
    "kecamatan": {"kecamatan_teks": "t.kecamatan_teks"},
    "hubungan": {"hubungan": "t.hubungan"},
    "desil": {"desil": "t.desil"},
    "pbi_jk": {"pbi_jk": "t.pbi_jk"},
    "pkh": {"pkh": "t.pkh"},
    "bpnt": {"bpnt": "t.bpnt"},
    "dikecualikan": {"dikecualikan": "t.dikecualikan"},
    "sumber": {"sumber_data": "t.sumber"},
    "periode": {"periode_data": "t.periode", "periode_urut": "t.periode_urut"},
}
KEADAAN = {
    "no_kk": ("no_kk",),
    "hubungan": ("hubungan",),
    "alamat": ("alamat",),
    "rt": ("rt",),
    "rw": ("rw",),
    "desa": ("desa_id", "desa_teks"),
    "desil": ("desil",),
    "pbi_jk": ("pbi_jk",),
    "pkh": ("pkh",),
    "bpnt": ("bpnt",),
    "dikecualikan": ("dikecualikan",),
    "sumber": ("sumber",),
}
