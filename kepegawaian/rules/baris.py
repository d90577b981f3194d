"""Judges of one row of the imports `pegawai` and `pegawai-riwayat`. Pure; choices and units come as plain data."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from inti.formats import periksa_nik, periksa_nip, rapikan_nomor
from inti.formats.sel import SelSalah, baca_bulat, baca_hari, baca_kelamin, baca_teks, baca_ya, kosong
from inti.formats.tanggal import hari_iso
from inti.sheets.nilai import Penilai, TemuanSel

ORANG = (
    "nip", "nik", "nama", "kelamin", "tempat_lahir", "tanggal_lahir", "agama", "kawin", "alamat", "telepon", "surel",
    "jenis", "tmt_status", "kontrak", "pangkat", "tmt_pangkat", "mk_tahun", "mk_bulan", "jabatan", "jenis_jabatan",
    "jenjang", "eselon", "unit", "memimpin", "tmt_jabatan",
)  # fmt: skip
RIWAYAT = (
    "nip", "nik", "macam", "tmt", "sampai", "isi1", "isi2", "isi3", "isi4", "mk_tahun", "mk_bulan", "sk_nomor",
    "sk_tanggal", "sk_pejabat",
)  # fmt: skip
PANJANG = {"nama": 120, "jabatan": 120, "alamat": 200, "tempat_lahir": 60, "telepon": 20, "eselon": 5}


T = TypeVar("T")


def baku(teks: Any) -> str:
    """A word without case and punctuation."""
    return re.sub(r"[^a-z0-9]", "", str(teks).casefold())


class _Baris:
    """One row under judgement: cells by name in, findings gathered."""

    def __init__(self, nama: Sequence[str], sel: Sequence[Any]) -> None:
        self.sel = dict(zip(nama, sel, strict=True))
        self.temuan: list[TemuanSel] = []

    @property
    def ditolak(self) -> bool:
        return any(t[4] for t in self.temuan)

    def tolak(self, kolom: str, kode: str, pesan: str) -> None:
        self.temuan.append((kolom, self.sel.get(kolom, ""), kode, pesan, True))

    def teks(self, kolom: str) -> str:
        isi = self._baca(kolom, baca_teks) or ""
        if len(isi) > PANJANG.get(kolom, 160):
            self.tolak(kolom, "ISIAN_TERLALU_PANJANG", f"Lebih dari {PANJANG.get(kolom, 160)} huruf. Singkatkan.")
        return isi

    def kosong(self, kolom: str) -> bool:
        return kosong(self.sel[kolom])

    def hari(self, kolom: str, *, wajib: bool = False) -> str | None:
        if self.kosong(kolom) and wajib:
            self.tolak(kolom, "TANGGAL_KOSONG", "Tanggal wajib diisi.")
        hari = self._baca(kolom, baca_hari)
        return hari.isoformat() if hari else None

    def ya(self, kolom: str) -> bool:
        try:
            return bool(baca_ya(self.sel[kolom]))
        except SelSalah as salah:
            self.tolak(kolom, "PILIHAN_TAK_DIKENAL", salah.pesan)
            return False

    def pilih(self, kolom: str, pilihan: dict[str, str], sebutan: str, *, wajib: bool = False) -> str:
        isi = "" if self.kosong(kolom) else baku(self.sel[kolom])
        if not isi:
            if wajib:
                self.tolak(kolom, "PILIHAN_KOSONG", f"{sebutan} wajib diisi.")
            return ""
        if isi not in pilihan:
            sah = ", ".join(dict.fromkeys(pilihan.values()))
            self.tolak(kolom, "PILIHAN_TAK_DIKENAL", f"{sebutan} ini tidak dikenal. Yang sah: {sah}.")
            return ""
        return pilihan[isi]

    def bulat(self, kolom: str, terbesar: int, kosong: int | None = 0) -> int | None:
        try:
            nilai = baca_bulat(self.sel[kolom])
        except SelSalah:
            nilai = -1
        if nilai is None:
            return kosong
        if not 0 <= nilai <= terbesar:
            self.tolak(kolom, "BUKAN_BILANGAN", f"Isi bilangan 0 sampai {terbesar}.")
            return 0
        return nilai

    def unit(self, kolom: str, dikenal: dict[str, str]) -> str:
        """A unit's code, from its code or its name. Refuses UNIT_TAK_DIKENAL, UNIT_GANDA."""
        kode = dikenal.get(baku(self.sel[kolom]))
        if kode is None:
            self.tolak(kolom, "UNIT_TAK_DIKENAL", "Unit ini tidak ada. Tulis kode atau nama seperti pada Unit kerja.")
        elif not kode:
            self.tolak(kolom, "UNIT_GANDA", "Nama ini dipakai lebih dari satu unit. Tulis kode unitnya.")
        return kode or ""

    def _baca(self, kolom: str, baca: Callable[[Any], T]) -> T | None:
        try:
            return baca(self.sel[kolom])
        except SelSalah as salah:
            self.tolak(kolom, salah.kode, salah.pesan)
            return None

    def nomor(self, lahir: str | None, kelamin: str = "") -> tuple[str, str]:
        """NIP and NIK; at least one. What their digits say against the row's birth date and sex warns."""
        hasil = {"nip": "", "nik": ""}
        for kolom, periksa in (("nip", periksa_nip), ("nik", periksa_nik)):
            if self.kosong(kolom):
                continue
            p = periksa(self.sel[kolom], tanggal_lahir=hari_iso(lahir) if lahir else None, jenis_kelamin=kelamin)
            self.temuan += [(kolom, self.sel[kolom], c.kode, c.pesan, False) for c in p.peringatan]
            for cacat in p.galat:
                self.tolak(kolom, cacat.kode, cacat.pesan)
            hasil[kolom] = p.nilai if not p.galat else ""
        if not any(hasil.values()) and not self.ditolak:
            self.tolak("nip", "NIP_NIK_KOSONG", "Isi NIP, atau NIK bagi yang tidak mempunyai NIP.")
        return hasil["nip"], hasil["nik"]


def baca_pangkat(teks: str, konteks: dict[str, Any]) -> tuple[str, str]:
    """Rank of a PNS and grade of a PPPK from `III/c`, `IIIc`, `Penata (III/c)`, `Golongan IX`; "" for what it is not."""
    tulis = re.sub(r"[^A-Z0-9]", "", teks.upper()).removeprefix("GOLONGAN")
    ekor = re.search(r"(?:^|[^A-Za-z])(I{1,3}|IV)\s*[/.\s]?\s*([a-e])\)?$", teks.strip(), re.IGNORECASE)
    pangkat = konteks["pangkat"].get(tulis) or (
        konteks["pangkat"].get(f"{ekor[1]}{ekor[2]}".upper(), "") if ekor else ""
    )
    return pangkat, tulis if not pangkat and tulis in konteks["golongan"] else ""


def penilai_orang(konteks: dict[str, Any]) -> Penilai:
    """Judge of a row of `pegawai`. Out: (key, JSON of the cleaned row).

    Refuses with NIP_*, NIK_*, NIP_NIK_KOSONG, NAMA_KOSONG, PILIHAN_*, TANGGAL_*, UNIT_TAK_DIKENAL, PANGKAT_*,
    KONTRAK_KOSONG, NIP_KOSONG, BUKAN_BILANGAN, ISIAN_TERLALU_PANJANG.
    """
    pilihan = konteks["pilihan"]

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        b = _Baris(ORANG, sel)
        isi: dict[str, Any] = {"tanggal_lahir": b.hari("tanggal_lahir")}
        isi["kelamin"] = b._baca("kelamin", baca_kelamin) or ""
        isi["nip"], isi["nik"] = b.nomor(isi["tanggal_lahir"], isi["kelamin"])
        for kolom in ("nama", "tempat_lahir", "alamat", "surel", "jabatan", "eselon"):
            isi[kolom] = b.teks(kolom)
        isi["telepon"] = rapikan_nomor(b.teks("telepon"))
        for kolom, sebutan in (
            ("agama", "Agama"),
            ("kawin", "Status perkawinan"),
            ("jenjang", "Jenjang"),
        ):
            isi[kolom] = b.pilih(kolom, pilihan[kolom], sebutan)
        isi["jenis"] = b.pilih("jenis", pilihan["jenis"], "Jenis pegawai", wajib=True)
        isi["jenis_jabatan"] = b.pilih("jenis_jabatan", pilihan["jenis_jabatan"], "Jenis jabatan") or "pelaksana"
        isi["mk_tahun"], isi["mk_bulan"] = b.bulat("mk_tahun", 60), b.bulat("mk_bulan", 11)
        for kolom in ("tmt_status", "kontrak", "tmt_pangkat", "tmt_jabatan"):
            isi[kolom] = b.hari(kolom)
        isi["memimpin"] = b.ya("memimpin")
        for kolom, kode, pesan in _cacat_orang(b, isi, konteks):
            b.tolak(kolom, kode, pesan)
        if b.ditolak:
            return None, b.temuan
        return (isi["nip"] or isi["nik"], json.dumps(isi)), b.temuan

    return nilai


def _cacat_orang(b: _Baris, isi: dict[str, Any], konteks: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    if not isi["nama"]:
        yield "nama", "NAMA_KOSONG", "Nama wajib diisi."
    if not isi["jabatan"]:
        yield "jabatan", "JABATAN_KOSONG", "Jabatan wajib diisi."
    isi["unit"] = b.unit("unit", konteks["unit"])
    pangkat = b.teks("pangkat")
    isi["pangkat"], isi["golongan"] = baca_pangkat(pangkat, konteks)
    if pangkat and not isi["pangkat"] and not isi["golongan"]:
        yield "pangkat", "PANGKAT_TAK_DIKENAL", "Tulis golongan/ruang seperti III/c, atau golongan PPPK seperti IX."
    pns = isi["jenis"] in {"PNS", "CPNS"}
    if isi["jenis"] and pns and not isi["pangkat"] and not pangkat:
        yield "pangkat", "PANGKAT_KOSONG", "Pangkat wajib diisi untuk PNS dan CPNS."
    if isi["jenis"] and not pns and isi["pangkat"]:
        yield "pangkat", "PANGKAT_BUKAN_PNS", "Pangkat hanya untuk PNS dan CPNS."
    if isi["jenis"] not in {"NON_PNS", ""} and not isi["nip"] and not any(t[0] == "nip" and t[4] for t in b.temuan):
        yield "nip", "NIP_KOSONG", "NIP wajib diisi untuk PNS dan PPPK."
    if isi["jenis"] in {"PPPK", "PPPK_PW", "NON_PNS"} and not isi["kontrak"] and b.kosong("kontrak"):
        yield "kontrak", "KONTRAK_KOSONG", "Isi tanggal akhir kontrak."


def penilai_riwayat(konteks: dict[str, Any]) -> Penilai:
    """Judge of a row of `pegawai-riwayat`: one fact. What ISI 1 to 4 mean depends on MACAM (see the template).

    An empty cell stays empty here: it blanks nothing of a fact that is there, and a new one gets what is usual.
    """
    bentuk: dict[str, list[str]] = konteks["macam"]

    def nilai(sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, list[TemuanSel]]:
        b = _Baris(RIWAYAT, sel)
        nip, nik = b.nomor(None)
        macam = baku(b.sel["macam"])
        if macam not in bentuk:
            b.tolak("macam", "MACAM_TAK_DIKENAL", f"Isi salah satu: {', '.join(bentuk)}.")
            return None, b.temuan
        isi: dict[str, Any] = {"tmt": b.hari("tmt", wajib=True), "sk_tanggal": b.hari("sk_tanggal")}
        isi["sk_nomor"], isi["sk_pejabat"] = b.teks("sk_nomor"), b.teks("sk_pejabat")
        baca = _ISI[macam]
        baca(b, isi, konteks)
        if b.ditolak:
            return None, b.temuan
        return (nip or nik, macam, isi["tmt"], json.dumps(isi)), b.temuan

    return nilai


def _status(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["jenis"] = b.pilih("isi1", k["pilihan"]["jenis"], "Jenis pegawai (ISI 1)", wajib=True)
    isi["keadaan"] = b.pilih("isi2", k["pilihan"]["keadaan"], "Keadaan (ISI 2)")
    isi["sampai"] = b.hari("sampai")


def _pangkat(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["pangkat"], isi["golongan"] = baca_pangkat(b.teks("isi1"), k)
    if not isi["pangkat"] and not isi["golongan"]:
        b.tolak("isi1", "PANGKAT_TAK_DIKENAL", "Tulis golongan/ruang seperti III/c, atau golongan PPPK seperti IX.")
    isi["cara"] = b.pilih("isi2", k["pilihan"]["cara"], "Cara (ISI 2)")
    isi["mk_tahun"], isi["mk_bulan"] = b.bulat("mk_tahun", 60, None), b.bulat("mk_bulan", 11, None)


def _jabatan(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["nama"] = b.teks("isi1")
    if not isi["nama"]:
        b.tolak("isi1", "JABATAN_KOSONG", "Nama jabatan wajib diisi pada ISI 1.")
    isi["jenis"] = b.pilih("isi2", k["pilihan"]["jenis_jabatan"], "Jenis jabatan (ISI 2)", wajib=True)
    isi["unit"] = b.unit("isi3", k["unit"])
    rinci = [t.strip() for t in str(b.sel["isi4"]).split(";")] + ["", "", "", ""]
    isi["jenjang"] = k["pilihan"]["jenjang"].get(baku(rinci[0]), "") if rinci[0] else ""
    isi["eselon"] = rinci[1][:5]
    try:
        isi["memimpin"] = baca_ya(rinci[2])
    except SelSalah as salah:
        b.tolak("isi4", salah.kode, salah.pesan)
    isi["sebagai"] = k["pilihan"]["sebagai"].get(baku(rinci[3]), "definitif")
    isi["sampai"] = b.hari("sampai")


def _kgb(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["gaji_pokok"] = b.bulat("isi1", 100_000_000)
    isi["mk_tahun"], isi["mk_bulan"] = b.bulat("mk_tahun", 60, None), b.bulat("mk_bulan", 11, None)
    if not isi["gaji_pokok"]:
        b.tolak("isi1", "GAJI_KOSONG", "Gaji pokok baru wajib diisi pada ISI 1, tanpa titik.")


def _pendidikan(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["tingkat"] = b.pilih("isi1", k["pilihan"]["tingkat"], "Tingkat (ISI 1)", wajib=True)
    isi["jurusan"], isi["sekolah"] = b.teks("isi2"), b.teks("isi3")
    if not isi["sekolah"]:
        b.tolak("isi3", "SEKOLAH_KOSONG", "Nama sekolah wajib diisi pada ISI 3.")


def _pelatihan(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["macam"] = b.pilih("isi1", k["pilihan"]["diklat"], "Macam pelatihan (ISI 1)", wajib=True)
    isi["nama"], isi["penyelenggara"] = b.teks("isi2"), b.teks("isi3")
    isi["jam"] = b.bulat("isi4", 5000, None)
    if not isi["nama"]:
        b.tolak("isi2", "NAMA_KOSONG", "Nama pelatihan wajib diisi pada ISI 2.")


def _penghargaan(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["nama"], isi["pemberi"] = b.teks("isi1"), b.teks("isi2")
    if not isi["nama"]:
        b.tolak("isi1", "NAMA_KOSONG", "Nama penghargaan wajib diisi pada ISI 1.")


def _hukuman(b: _Baris, isi: dict[str, Any], k: dict[str, Any]) -> None:
    isi["tingkat"] = b.pilih("isi1", k["pilihan"]["berat"], "Tingkat hukuman (ISI 1)", wajib=True)
    isi["nama"] = b.teks("isi2")
    isi["sampai"] = b.hari("sampai")


_ISI: dict[str, Callable[[_Baris, dict[str, Any], dict[str, Any]], None]] = {
    "status": _status,
    "pangkat": _pangkat,
    "jabatan": _jabatan,
    "kgb": _kgb,
    "pendidikan": _pendidikan,
    "pelatihan": _pelatihan,
    "penghargaan": _penghargaan,
    "hukuman": _hukuman,
}
