"""What the public page says of a person. Plain data in, words out; the recommendation itself is that of the counter.

No desil, no address, no birth date and no full name stand here: a flag or a desil shows only as what to do next.
"""

from __future__ import annotations

from dataclasses import dataclass

from dtks.rules.alasan import SEMUA
from dtks.rules.putusan import LENGKAPI, TERIMA, Putusan
from inti.formats import samar_nama
from inti.rules.ejaan import urai_nama
from inti.rules.nama import nilai_kecocokan

BAIK, AWAS, NETRAL = "baik", "awas", "netral"
PENGANTAR = "Surat pengantar desa/kelurahan"

# For the page of citizens: some codes in words that tell a passer-by nothing of a family's rank or marks.
UMUM: dict[str, tuple[str, str]] = {
    "SUDAH_TERDAFTAR": (
        "Anda sudah terdaftar. Pengajuan baru tidak diperlukan.",
        "Bila kartu JKN (KIS) tidak aktif dan Anda perlu berobat, pakai reaktivasi.",
    ),
    "PERIODE_BELUM_DIBUKA": (
        "Pengajuan baru belum dibuka.",
        "Siapkan berkasnya. Ajukan lewat admin desa atau loket setelah dibuka.",
    ),
    "TIDAK_TERDAFTAR": (
        "Reaktivasi hanya untuk warga yang masih terdaftar.",
        "Pakai pengajuan baru, atau minta pemutakhiran data kepada admin desa.",
    ),
    "DESIL_DI_LUAR_SASARAN": (
        "Menurut data saat ini, keluarga Anda belum termasuk sasaran bantuan iuran.",
        "Bila keadaan keluarga berubah, minta pemutakhiran data kepada admin desa.",
    ),
    "DESIL_TIDAK_DIKETAHUI": (
        "Data keluarga Anda belum lengkap.",
        "Tanyakan di loket; petugas memeriksanya lebih dahulu.",
    ),
    "DIKECUALIKAN": (
        "Ada catatan pada data yang perlu diselesaikan di desa lebih dahulu.",
        "Ajukan sanggahan lewat musyawarah desa, dengan bukti keadaan keluarga.",
    ),
}


@dataclass(frozen=True)
class Keperluan:
    """One need of a citizen: can it be asked for, why not, what to do in order; `bawa`: show the papers to bring."""

    jenis: str
    judul: str
    kelas: str
    kalimat: tuple[str, ...]
    langkah: tuple[str, ...]
    bawa: bool


@dataclass(frozen=True)
class Ringkasan:
    """The head of an answer: its title, kind (baik, awas), and what it means."""

    judul: str
    kelas: str
    kalimat: str


def nama_sesuai(diketik: str, tercatat: str) -> bool:
    """Whether the whole typed name is the recorded one: the counter's verdict, and no word left over on either side.

    A search at the counter forgives a missing word ("Slamet" finds Slamet Nugroho); whoever asks here must know it.
    """
    nilai = nilai_kecocokan(diketik, tercatat)
    if nilai.tingkat == "sama":
        return True
    return nilai.cocok and len(urai_nama(diketik)) == len(urai_nama(tercatat))


def samar_nama_umum(nama: str) -> str:
    """A name for a page that anybody reads: first letters only, and never a whole name of one letter."""
    samar = samar_nama(nama)
    return samar if samar != " ".join(nama.split()) else "•"


def periode_dalam_kata(periode: str) -> str:
    """2026-TW3 gives "2026 triwulan 3"; 2022-06 and anything else stay as delivered."""
    tahun, _, triwulan = periode.partition("-TW")
    return f"{tahun} triwulan {triwulan}" if triwulan else periode


def ringkas(*, terdaftar: bool, pbi: bool) -> Ringkasan:
    """What the registry says, in a title and a sentence."""
    if not terdaftar:
        return Ringkasan(
            "Tidak lagi terdaftar",
            AWAS,
            "Nama ini pernah terdaftar, tetapi tidak ada lagi dalam data terpadu yang terbaru.",
        )
    if pbi:
        return Ringkasan(
            "Terdaftar, peserta PBI‑JK",
            BAIK,
            "Iuran JKN (KIS) Anda ditanggung pemerintah menurut data ini. Bila kartu aktif, Anda tidak perlu datang.",
        )
    return Ringkasan(
        "Terdaftar, bukan peserta PBI‑JK",
        AWAS,
        "Nama Anda ada dalam data terpadu, tetapi iuran JKN (KIS) tidak tercatat ditanggung pemerintah.",
    )


def keperluan_reaktivasi(putusan: Putusan | None, *, perlu_faskes: bool) -> Keperluan:
    """Whether an inactive card can be made active again. `putusan` None: the office has no rule in force."""
    judul = "Kartu JKN (KIS) tidak aktif"
    if putusan is None:
        tanya = ("Tanyakan di loket atau kantor desa.",)
        return Keperluan("reaktivasi", judul, NETRAL, ("Aturannya sedang diperbarui.",), tanya, bawa=False)
    halangan = _halangan(putusan)
    if putusan.saran == TERIMA:
        langkah = [f"Minta {PENGANTAR.lower()} di kantor desa."]
        if perlu_faskes:
            langkah.insert(0, "Minta surat keterangan membutuhkan layanan di puskesmas atau rumah sakit.")
        langkah.append("Serahkan semua berkas kepada admin desa, atau bawa ke loket kami.")
        return Keperluan("reaktivasi", judul, BAIK, ("Reaktivasi dapat diajukan.",), tuple(langkah), bawa=True)
    return Keperluan(
        "reaktivasi",
        judul,
        AWAS,
        tuple(k for k, _ in halangan),
        tuple(dict.fromkeys(langkah for _, langkah in halangan)),
        bawa=putusan.saran == LENGKAPI,
    )


def keperluan_baru(putusan: Putusan, *, sampai: str = "", dibuka: str = "") -> Keperluan:
    """Whether somebody can be proposed anew. `sampai` and `dibuka`: last day of the open period, first of the next."""
    judul = "Ingin didaftarkan"
    if putusan.saran == TERIMA:
        return Keperluan(
            "pengajuan_baru",
            judul,
            BAIK,
            (f"Pengajuan baru sedang dibuka{f' sampai {sampai}' if sampai else ''}.",),
            (
                f"Minta {PENGANTAR.lower()} di kantor desa.",
                "Serahkan semua berkas kepada admin desa, atau bawa ke loket kami.",
            ),
            bawa=True,
        )
    kode = {t.kode for t in putusan.temuan if t.sifat in {"tidak", "ragu"}}
    if "SUDAH_TERDAFTAR" in kode:
        kalimat, langkah = UMUM["SUDAH_TERDAFTAR"]
        return Keperluan("pengajuan_baru", judul, NETRAL, (kalimat,), (langkah,), bawa=False)
    kalimat, langkah = UMUM["PERIODE_BELUM_DIBUKA"]
    kapan = f"Dibuka {dibuka}." if dibuka else "Tanggal pembukaan diumumkan oleh kantor desa dan loket kami."
    return Keperluan("pengajuan_baru", judul, AWAS, (kalimat, kapan), (langkah,), bawa=True)


def dalam_kata_umum(kode: str) -> tuple[str, str]:
    """Sentence and next step of a code for citizens."""
    if kode in UMUM:
        return UMUM[kode]
    alasan = SEMUA[kode]
    tempat = alasan.tempat.replace("Loket ini", "loket kami")
    return alasan.kalimat, f"{alasan.langkah} Tempat: {tempat}." if alasan.langkah else ""


def _halangan(putusan: Putusan) -> list[tuple[str, str]]:
    tolak = [t.kode for t in putusan.temuan if t.sifat == "tidak"]
    return [dalam_kata_umum(k) for k in tolak or [t.kode for t in putusan.temuan if t.sifat == "ragu"]]
