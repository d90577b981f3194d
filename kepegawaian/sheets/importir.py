"""Imports `pegawai` (who works here, with the state of each) and `pegawai-riwayat` (dated facts)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from inti.formats.tanggal import hari_iso
from inti.gerbang.diri import tentang_diri
from inti.models import BatchImpor, Pengguna, UnitKerja
from inti.sheets.hasil import Rekap, TemuanBaris, diri_sendiri
from inti.sheets.impor import Importir
from inti.sheets.kolom import NOMOR, TANGGAL, KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap
from kepegawaian.rules.baris import baku

ORANG = (
    KolomLembar("nip", "NIP", ("NI PPPK", "NIP/NI PPPK"), rahasia=True, contoh="199006172015032003"),
    KolomLembar("nik", "NIK", (), wajib=False, rahasia=True, contoh="9971015706900001"),
    KolomLembar("nama", "NAMA", ("NAMA LENGKAP", "NAMA PEGAWAI"), contoh="Laras Wulandari, S.Sos."),
    KolomLembar("kelamin", "JENIS KELAMIN", ("L/P", "JK"), wajib=False, contoh="P"),
    KolomLembar("tempat_lahir", "TEMPAT LAHIR", wajib=False, contoh="Wanasari"),
    KolomLembar("tanggal_lahir", "TANGGAL LAHIR", ("TGL LAHIR",), wajib=False, contoh="17-06-1990", rupa=TANGGAL),
    KolomLembar("agama", "AGAMA", wajib=False, contoh="Islam"),
    KolomLembar("kawin", "STATUS PERKAWINAN", ("KAWIN",), wajib=False, contoh="Kawin"),
    KolomLembar("alamat", "ALAMAT", wajib=False, contoh="Jalan Kenanga 4"),
    KolomLembar("telepon", "TELEPON", ("HP", "NO HP"), wajib=False, contoh="0812-0000-0000"),
    KolomLembar("surel", "POS-EL", ("EMAIL", "E-MAIL"), wajib=False, contoh="laras@wanasari.example"),
    KolomLembar("jenis", "JENIS PEGAWAI", ("JENIS", "STATUS PEGAWAI"), contoh="PNS"),
    KolomLembar("tmt_status", "TMT STATUS", wajib=False, contoh="01-03-2016", rupa=TANGGAL),
    KolomLembar("kontrak", "KONTRAK SAMPAI", wajib=False, contoh="", rupa=TANGGAL),
    KolomLembar("pangkat", "PANGKAT", ("GOLONGAN", "GOL", "GOL/RUANG"), wajib=False, contoh="III/b", rupa=NOMOR),
    KolomLembar("tmt_pangkat", "TMT PANGKAT", ("TMT GOLONGAN",), wajib=False, contoh="01-04-2023", rupa=TANGGAL),
    KolomLembar("mk_tahun", "MASA KERJA TAHUN", ("MK TAHUN",), wajib=False, contoh="8"),
    KolomLembar("mk_bulan", "MASA KERJA BULAN", ("MK BULAN",), wajib=False, contoh="1"),
    KolomLembar("jabatan", "JABATAN", ("NAMA JABATAN",), contoh="Pengelola Data"),
    KolomLembar("jenis_jabatan", "JENIS JABATAN", wajib=False, contoh="Pelaksana"),
    KolomLembar("jenjang", "JENJANG", wajib=False, contoh=""),
    KolomLembar("eselon", "ESELON", wajib=False, contoh=""),
    KolomLembar("unit", "KODE UNIT", ("UNIT", "UNIT KERJA"), contoh="linjamsos"),
    KolomLembar("memimpin", "MEMIMPIN UNIT", wajib=False, contoh="Tidak"),
    KolomLembar("tmt_jabatan", "TMT JABATAN", wajib=False, contoh="01-01-2022", rupa=TANGGAL),
)
RIWAYAT = (
    KolomLembar("nip", "NIP", ("NI PPPK",), rahasia=True, contoh="199006172015032003"),
    KolomLembar("nik", "NIK", wajib=False, rahasia=True, contoh=""),
    KolomLembar("macam", "MACAM", ("JENIS RIWAYAT",), contoh="pangkat"),
    KolomLembar("tmt", "TMT", contoh="01-04-2023", rupa=TANGGAL),
    KolomLembar("sampai", "SAMPAI", wajib=False, contoh="", rupa=TANGGAL),
    KolomLembar("isi1", "ISI 1", contoh="III/b"),
    KolomLembar("isi2", "ISI 2", wajib=False, contoh="Kenaikan reguler"),
    KolomLembar("isi3", "ISI 3", wajib=False, contoh=""),
    KolomLembar("isi4", "ISI 4", wajib=False, contoh=""),
    KolomLembar("mk_tahun", "MASA KERJA TAHUN", wajib=False, contoh="8"),
    KolomLembar("mk_bulan", "MASA KERJA BULAN", wajib=False, contoh="1"),
    KolomLembar("sk_nomor", "NOMOR SK", wajib=False, contoh="823.3/114/2023", rupa=NOMOR),
    KolomLembar("sk_tanggal", "TANGGAL SK", wajib=False, contoh="15-03-2023", rupa=TANGGAL),
    KolomLembar("sk_pejabat", "PEJABAT PENETAP", wajib=False, contoh="Bupati Wanasari"),
)
SEBAB_TAK_BATAL = (
    "Pangkat, jabatan, dan status dihitung dari riwayat tiap pegawai. Kembalikan dari riwayat pegawainya satu per satu."
)
HARI = {"tanggal_lahir", "tmt_status", "kontrak", "tmt_pangkat", "tmt_jabatan", "tmt", "sampai", "sk_tanggal"}


SEBUTAN = {  # how office files spell choices, normalised as `baku` does
    "jenis": {"tks": "NON_PNS", "honorer": "NON_PNS", "nonpns": "NON_PNS", "pnsdaerah": "PNS", "pnsd": "PNS"},
    "agama": {
        "kristenprotestan": "Kristen", "protestan": "Kristen", "katholik": "Katolik", "kristenkatolik": "Katolik",
        "budha": "Buddha", "konghucu": "Khonghucu",
    },
    "kawin": {
        "menikah": "kawin", "nikah": "kawin", "belummenikah": "belum", "lajang": "belum", "ceraihidup": "cerai",
        "ceraimati": "cerai", "janda": "cerai", "duda": "cerai",
    },
    "jenis_jabatan": {
        "jfu": "pelaksana", "fungsionalumum": "pelaksana", "jft": "fungsional", "fungsionaltertentu": "fungsional",
    },
}  # fmt: skip


def unit_dikenal() -> dict[str, str]:
    """Normalised codes and names of units to their code; a name that two units bear to "". A code goes before a name."""
    semua = list(UnitKerja.objects.hidup().values_list("kode", "nama"))
    nama: dict[str, str] = {}
    for kode, sebutan in semua:
        nama[baku(sebutan)] = "" if baku(sebutan) in nama else kode
    return nama | {baku(kode): kode for kode, _ in semua}


def konteks_penilai() -> dict[str, Any]:
    """Choices, units and rank codes as plain data for the judges."""
    from kepegawaian.models import (
        DiklatPegawai,
        HukumanPegawai,
        Jenis,
        JenisJabatan,
        Jenjang,
        Keadaan,
        Pangkat,
        PangkatPegawai,
        Sebagai,
        Tingkat,
    )
    from kepegawaian.models.pegawai import AGAMA, KAWIN
    from kepegawaian.models.pilihan import ROMAWI
    from kepegawaian.services.karier import FAKTA

    def peta(pilihan: Iterable[tuple[str, Any]]) -> dict[str, str]:
        return {baku(t): kode for kode, label in pilihan for t in (kode, label)}

    return {
        "unit": unit_dikenal(),
        "pangkat": {k.upper().replace("/", ""): k for k in Pangkat.values},
        "golongan": list(ROMAWI),
        "macam": {m: [] for m in FAKTA},
        "pilihan": {
            "jenis": peta(Jenis.choices) | SEBUTAN["jenis"],
            "agama": peta(AGAMA) | SEBUTAN["agama"],
            "kawin": peta(KAWIN) | SEBUTAN["kawin"],
            "jenis_jabatan": peta(JenisJabatan.choices) | SEBUTAN["jenis_jabatan"],
            "jenjang": peta(Jenjang.choices),
            "keadaan": peta(Keadaan.choices),
            "cara": peta(PangkatPegawai.Cara.choices),
            "sebagai": peta(Sebagai.choices),
            "tingkat": peta(Tingkat.choices),
            "diklat": peta(DiklatPegawai.Macam.choices),
            "berat": peta(HukumanPegawai.Berat.choices),
        },
    }


def baca_isi(teks: str) -> dict[str, Any]:
    """A staged row: JSON with its dates made dates again."""
    isi: dict[str, Any] = json.loads(teks)
    return {n: hari_iso(v) if n in HARI and v else (v if n not in HARI else None) for n, v in isi.items()}


class _Bertahap(Importir):
    """Rows staged as JSON; few thousand people at most, so that each is stored by the services."""

    def konteks(self) -> dict[str, Any]:
        """Plain data for the judge."""
        return konteks_penilai()

    def baris(self, tahap: Tahap) -> Iterator[tuple[int, str, dict[str, Any]]]:
        """Staged rows in order: number, key, content."""
        for nomor, kunci, isi in tahap.ambil(f"SELECT baris, kunci, isi FROM {tahap.nama} ORDER BY baris"):  # noqa: S608
            yield nomor, kunci, baca_isi(isi)


class ImporPegawai(_Bertahap):
    """Upsert of people by NIP, else NIK. A changed state enters as a new fact, if its TMT is later than what is known."""

    jenis = "pegawai"
    sebab_tak_batal = SEBAB_TAK_BATAL
    kolom = ORANG
    tahap = (("baris", BULAT), ("kunci", TEKS), ("isi", TEKS))
    penilai = "kepegawaian.rules.baris:penilai_orang"

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """The same person twice names both rows; a number of somebody thrown away; a state that can't follow."""
        from kepegawaian.queries.impor import cacat_orang

        semua = list(self.baris(tahap))
        pertama: dict[str, int] = {}
        for baris, _, isi in semua:
            for bidang in ("nip", "nik"):
                nomor = isi[bidang]
                if nomor and pertama.setdefault(f"{bidang}{nomor}", baris) != baris:
                    pesan = f"Orang yang sama sudah ada pada baris {pertama[f'{bidang}{nomor}']}. Hapus salah satu."
                    yield TemuanBaris(baris, bidang, nomor, "ORANG_GANDA", pesan, menolak=True)
        yield from cacat_orang(semua)

    def di_luar_lingkup(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """People of units beyond the user's own; the personnel desk reaches the whole office."""
        from kepegawaian.queries.impor import luar_orang

        yield from luar_orang(list(self.baris(tahap)), pengguna)

    def tentang_diri(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """His own row where it changes something."""
        from kepegawaian.queries.impor import banding_orang

        for b in banding_orang(list(self.baris(tahap))):
            if b.berubah and tentang_diri(b.pegawai, pengguna):
                yield diri_sendiri(b.baris, "nip", "")

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Counts by person."""
        from kepegawaian.queries.impor import banding_orang

        hasil = banding_orang(list(self.baris(tahap)))
        baru = sum(b.pegawai is None for b in hasil)
        berubah = sum(b.pegawai is not None and b.berubah for b in hasil)
        return Rekap(baru, berubah, len(hasil) - baru - berubah), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for each person that is new or changed, so that his history tells of it."""
        from kepegawaian.queries.impor import banding_orang
        from kepegawaian.services.impor import orang_simpan

        for b in banding_orang(list(self.baris(tahap))):
            if b.pegawai is None or b.berubah:
                orang_simpan(pegawai=b.pegawai, diri=b.diri, fakta=b.fakta, oleh=batch.oleh)


class ImporRiwayat(_Bertahap):
    """Dated facts of people who are there. The same fact again changes nothing; one of the same kind and day is mended."""

    jenis = "pegawai-riwayat"
    sebab_tak_batal = SEBAB_TAK_BATAL
    kolom = RIWAYAT
    tahap = (("baris", BULAT), ("kunci", TEKS), ("macam", TEKS), ("tmt", TEKS), ("isi", TEKS))
    penilai = "kepegawaian.rules.baris:penilai_riwayat"

    def baris_riwayat(self, tahap: Tahap) -> list[tuple[int, str, str, dict[str, Any]]]:
        """Staged facts: row, key, kind, content."""
        semua = tahap.ambil("SELECT baris, kunci, macam, isi FROM tahap_pegawai_riwayat ORDER BY baris")
        return [(n, k, m, baca_isi(i)) for n, k, m, i in semua]

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """People not known; the same fact twice; a history that can't be, with both entries named."""
        from kepegawaian.queries.impor import cacat_riwayat

        yield from cacat_riwayat(self.baris_riwayat(tahap))

    def di_luar_lingkup(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """People of units beyond the user's own; the personnel desk reaches the whole office."""
        from kepegawaian.queries.impor import luar_riwayat

        yield from luar_riwayat(self.baris_riwayat(tahap), pengguna)

    def tentang_diri(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """His own facts where they are new or mended."""
        from kepegawaian.queries.impor import banding_riwayat

        for b in banding_riwayat(self.baris_riwayat(tahap)):
            if (b.fakta is None or b.beda) and tentang_diri(b.pegawai, pengguna):
                yield diri_sendiri(b.baris, "nip", "")

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Counts by fact."""
        from kepegawaian.queries.impor import banding_riwayat

        hasil = banding_riwayat(self.baris_riwayat(tahap))
        baru = sum(b.fakta is None for b in hasil)
        berubah = sum(b.fakta is not None and bool(b.beda) for b in hasil)
        return Rekap(baru, berubah, len(hasil) - baru - berubah), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for each person."""
        from kepegawaian.queries.impor import banding_riwayat
        from kepegawaian.services.impor import riwayat_simpan

        per: dict[int, list[Any]] = {}
        for b in banding_riwayat(self.baris_riwayat(tahap)):
            if b.fakta is None or b.beda:
                per.setdefault(b.pegawai.pk, []).append(b)
        for semua in per.values():
            catatan = [(b.macam, b.fakta, b.isi if b.fakta is None else b.beda) for b in semua]
            riwayat_simpan(pegawai=semua[0].pegawai, catatan_karier=catatan, oleh=batch.oleh)
