"""The rules in force and the usual categories of papers, for an office that begins. What is there stays."""

from __future__ import annotations

import datetime as dt

from inti.models import Pengguna
from inti.models.bertanggal import ASAL_BAWAAN
from inti.perubahan import layanan, simpan_baru
from kepegawaian.models import AturanKepegawaian, Jenis, KategoriBerkas, SyaratBerkas

H = dt.date
PENSIUN = "PP 11/2017 jo. PP 17/2020; UU 20/2023"
KGB = "PP 7/1977 jo. PP 5/2024"
PUNCAK = "PP 99/2000 jo. PP 12/2002"
ESELON = "PP 13/2002 lampiran; PP 99/2000"
_PENSIUN = (
    ("jpt", 60, "Batas usia pensiun pimpinan tinggi"),
    ("administrator", 58, "Batas usia pensiun administrator"),
    ("pengawas", 58, "Batas usia pensiun pengawas"),
    ("pelaksana", 58, "Batas usia pensiun pelaksana"),
    ("fungsional.ahli_utama", 65, "Batas usia pensiun fungsional ahli utama"),
    ("fungsional.ahli_madya", 60, "Batas usia pensiun fungsional ahli madya"),
    *(
        (f"fungsional.{j}", 58, f"Batas usia pensiun fungsional {j.replace('_', ' ')}")
        for j in ("ahli_muda", "ahli_pertama", "penyelia", "mahir", "terampil", "pemula")
    ),
)
_LANGKAH = {
    "0:2:26": ("I/a",),
    "3:2:27": ("I/b", "I/c", "I/d"),
    "0,1:2:33": ("II/a",),
    "3:2:33": ("II/b", "II/c", "II/d"),
    "0:2:32": ("III/a", "III/b", "III/c", "III/d", "IV/a", "IV/b", "IV/c", "IV/d", "IV/e"),
}
_PUNCAK = {
    "SD": "II/a", "SLTP": "II/c", "SLTA": "III/b", "D1": "III/b", "D2": "III/b", "D3": "III/c", "D4": "III/d",
    "S1": "III/d", "S2": "IV/a", "S3": "IV/b",
}  # fmt: skip
_PUNCAK_ESELON = {
    "II.a": "IV/d", "II.b": "IV/c", "III.a": "IV/b", "III.b": "IV/a", "IV.a": "III/d", "IV.b": "III/c",
}  # fmt: skip
KINERJA = "PermenPANRB 6/2022; kebijakan kantor"
_KINERJA = (
    ("menit_sehari", 450, "Waktu kerja efektif sehari (menit)"),
    ("menit_paling_banyak", 720, "Kegiatan sehari paling banyak (menit)"),
    ("batas_hari", 7, "Batas mengisi kegiatan yang lewat (hari kalender)"),
    ("hari_setuju", 3, "Batas menunggu persetujuan kegiatan (hari kerja)"),
)
_PPPK = ("I", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI", "XVII")
KATEGORI = (
    ("SK_CPNS", "SK CPNS", "PNS CPNS", ""),
    ("SK_PNS", "SK PNS", "PNS", ""),
    ("SK_PANGKAT", "SK pangkat terakhir", "PNS", ""),
    ("SK_JABATAN", "SK jabatan", "PNS PPPK", ""),
    ("KGB", "SK kenaikan gaji berkala", "PNS PPPK", ""),
    ("SKP", "Sasaran kinerja pegawai", "PNS CPNS PPPK", "banyak"),
    ("SK_PPPK", "SK pengangkatan PPPK", "PPPK PPPK_PW", ""),
    ("KONTRAK", "Kontrak kerja", "PPPK PPPK_PW NON_PNS", "kedaluwarsa"),
    ("IJAZAH", "Ijazah", "PNS CPNS PPPK PPPK_PW NON_PNS", "banyak"),
    ("SERTIFIKAT", "Sertifikat", "", "banyak"),
    ("KTP", "KTP", "PNS CPNS PPPK PPPK_PW NON_PNS", ""),
    ("KK", "Kartu keluarga", "PNS CPNS PPPK PPPK_PW NON_PNS", ""),
    ("NPWP", "NPWP", "PNS CPNS PPPK PPPK_PW", ""),
    ("AKTA", "Akta nikah atau akta anak", "", "banyak"),
    ("SIM", "Surat izin mengemudi", "", "kedaluwarsa"),
    ("HUKUMAN", "Surat hukuman disiplin", "", "banyak rahasia"),
)


def baris_awal() -> list[AturanKepegawaian]:
    """Rule values in force, with what was in force before where the past needs it."""
    lama = H(1990, 1, 1)
    isi: list[tuple[str, str, str, H, H | None, str]] = [
        *((f"pensiun.{k}", str(n), kata, lama, None, PENSIUN) for k, n, kata in _PENSIUN),
        *(
            (f"kgb.langkah.{g}", nilai, f"Langkah masa kerja KGB golongan {g}", lama, None, KGB)
            for nilai, semua in _LANGKAH.items()
            for g in semua
        ),
        *(
            (f"kgb.langkah.PPPK.{g}", "0:2:32", f"Langkah masa kerja KGB PPPK golongan {g}", H(2021, 1, 1), None,
             "Perpres 98/2020 jo. Perpres 11/2024")
            for g in _PPPK
        ),
        ("pangkat.tahun", "4", "Lama dalam pangkat sebelum kenaikan reguler (tahun)", lama, None, PUNCAK),
        ("pangkat.bulan", "4,10", "Bulan periode kenaikan pangkat", lama, H(2023, 12, 31), "PP 99/2000"),
        ("pangkat.bulan", "2,4,6,8,10,12", "Bulan periode kenaikan pangkat", H(2024, 1, 1), H(2025, 9, 30), "PerBKN 4/2023"),
        ("pangkat.bulan", "1,2,3,4,5,6,7,8,9,10,11,12", "Bulan periode kenaikan pangkat", H(2025, 10, 1), None, "PerBKN 4/2025"),
        *((f"pangkat.puncak.{t}", p, f"Pangkat puncak reguler pendidikan {t}", lama, None, PUNCAK) for t, p in _PUNCAK.items()),
        *(
            (f"pangkat.puncak.eselon.{e}", p, f"Pangkat puncak eselon {e}", lama, None, ESELON)
            for e, p in _PUNCAK_ESELON.items()
        ),
        *((f"kinerja.{k}", str(n), kata, H(2022, 6, 1), None, KINERJA) for k, n, kata in _KINERJA),
    ]  # fmt: skip
    return [
        AturanKepegawaian(
            kode=k,
            nilai=n,
            keterangan=ket,
            berlaku_mulai=mulai,
            berlaku_sampai=sampai,
            dasar_hukum=dasar,
            asal=ASAL_BAWAAN,
        )
        for k, n, ket, mulai, sampai, dasar in isi
    ]


@layanan("Aturan dan kategori awal diisi")
def aturan_awal_isi(*, oleh: Pengguna | None) -> AturanKepegawaian | None:
    """Fill rules and categories that are not there yet. Gives the first rule made, None when all were there."""
    ada = set(AturanKepegawaian.objects.values_list("kode", "berlaku_mulai"))
    baru = [b for b in baris_awal() if (b.kode, b.berlaku_mulai) not in ada]
    for b in baru:
        simpan_baru(b)
    dikenal = set(KategoriBerkas.objects.values_list("kode", flat=True))
    for n, (kode, nama, wajib, sifat) in enumerate(KATEGORI, 1):
        if kode in dikenal:
            continue
        k = simpan_baru(
            KategoriBerkas(
                kode=kode,
                nama=nama,
                urut=n * 10,
                boleh_banyak="banyak" in sifat,
                berkedaluwarsa="kedaluwarsa" in sifat,
                rahasia="rahasia" in sifat,
            )
        )
        for jenis in wajib.split():
            simpan_baru(SyaratBerkas(kategori=k, jenis=Jenis(jenis), berlaku_mulai=H(2020, 1, 1), asal=ASAL_BAWAAN))
    return baru[0] if baru else None
