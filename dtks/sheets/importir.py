"""The import `dtks`: a delivery of the social registry, judged row by row, compared and merged in sets."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from django.utils import timezone

from dtks.rules.baris import Barisan, Konteks, baca_teks, baku_wilayah, periksa_baris
from dtks.rules.baris import Temuan as TemuanSel
from dtks.sheets import banding, gabung, lengkap
from dtks.sheets.kolom import KOLOM, TAHAP, TAMBAHAN
from inti.formats import rapikan_nomor
from inti.models import BatchImpor, Wilayah
from inti.nama import kunci_nama
from inti.sheets.baca import KepalaLembar
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.impor import Importir, Rekap, Temuan
from inti.sheets.tahap import Tahap

# Provinces of Indonesia by the first two digits of a NIK; closed ones stay, for a NIK is never changed.
PROVINSI = frozenset(
    str(n)
    for n in (
        *range(11, 20),
        21,
        *range(31, 37),
        *range(51, 55),
        *range(61, 66),
        *range(71, 77),
        81,
        82,
        *range(91, 97),
    )
)


class WilayahNik:
    """District codes that a NIK may bear: all of a regency that the office has loaded, any of the others."""

    def __init__(self, kecamatan: Iterable[str]) -> None:
        self._kecamatan = {k.replace(".", "") for k in kecamatan}
        self._kabupaten = {k[:4] for k in self._kecamatan}

    def __contains__(self, kode: str) -> bool:
        return kode in self._kecamatan or (kode[:4] not in self._kabupaten and kode[:2] in PROVINSI)


class ImporDtks(Importir):
    """Persons of the registry with what one period says about them."""

    jenis = "dtks"
    kolom = KOLOM
    tahap = TAHAP
    tambahan = TAMBAHAN
    pilihan: ClassVar = {"lengkap": "berkas memuat seluruh data periodenya; yang tidak tercantum dianggap keluar"}

    def siapkan(self, kepala: KepalaLembar) -> None:
        """Load villages and districts; runs while the child parses."""
        self.konteks = konteks_wilayah(timezone.localdate())
        self.kolom_dibaca = {k.nama for k, ada in zip(KOLOM, kepala.ada, strict=True) if ada}
        self._id: dict[str, int] = {}
        self._orang: dict[int, int] = {}
        self._nik: dict[int, int] = {}
        self.kembar: set[int] = set()  # groups of more than one row
        self.nik_ganda: dict[str, set[int]] = defaultdict(set)  # NIK -> groups that share it
        self.banyak_kelompok = 0
        self.tak_jelas: list[tuple[str, str, str, str]] = []  # of refused rows: they are not absent
        self.peringatan_nik: list[banding.NikGanda] = []

    def periksa(self, nomor: int, sel: Sequence[Any]) -> tuple[tuple[Any, ...] | None, Iterable[Temuan]]:
        """Judge one row (`dtks.rules.baris`) and find its person among the rows before it."""
        baris, temuan = periksa_baris(sel, self.konteks)
        if baris is None:
            if self.opsi.get("lengkap"):
                self.tak_jelas.append(_pengenal(sel))
            return None, [_temuan(nomor, t) for t in temuan]
        isi = (nomor, self._kelompok(baris), *baris, kunci_nama(baris.nama))
        return isi, [_temuan(nomor, t) for t in temuan] if temuan else ()

    def _kelompok(self, baris: Barisan) -> int:
        """Same ID DTKS, else same NIK, name and birth date: the same person. Out: the person's number in the file."""
        kunci = hash((baris.nik, baris.nama.upper(), baris.tanggal_lahir))
        ketemu = self._id.get(baris.id_dtks) if baris.id_dtks else None
        if ketemu is None:
            ketemu = self._orang.get(kunci)
        if ketemu is None:
            ketemu = self.banyak_kelompok = self.banyak_kelompok + 1
        else:
            self.kembar.add(ketemu)
        if baris.id_dtks:
            self._id.setdefault(baris.id_dtks, ketemu)
        self._orang.setdefault(kunci, ketemu)
        pertama = self._nik.setdefault(int(baris.nik), ketemu)
        if pertama != ketemu:
            self.nik_ganda[baris.nik] |= {pertama, ketemu}
        return ketemu

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[Temuan]]:
        """Find each person in the registry and compare. Raises BerkasTakTerpakai: `lengkap` with several periods."""
        if self.opsi.get("lengkap"):
            periode = tahap.ambil("SELECT DISTINCT periode FROM tahap_dtks")
            if len(periode) > 1:
                pesan = "Berkas lengkap harus memuat satu periode saja. Pisahkan tiap periode, lalu unggah lagi."
                raise BerkasTakTerpakai("PERIODE_LEBIH_DARI_SATU", pesan)
        banding.kenali_orang(tahap)
        banding.satukan_orang(tahap, self.kembar)
        rekap = banding.hitung(tahap, self.kolom_dibaca)
        if self.opsi.get("lengkap"):
            self.angka_lain = {"tidak_tercantum": lengkap.tandai(tahap, self.tak_jelas)}
        self.peringatan_nik = banding.nik_ganda(tahap, self.nik_ganda)
        return rekap, self._temuan_nik()

    def _temuan_nik(self) -> Iterator[Temuan]:
        for ganda in self.peringatan_nik:
            di = f"pada baris {ganda.baris_lain}" if ganda.baris_lain else "yang sudah tercatat"
            pesan = f"NIK ini juga dipakai orang lain {di}. Keduanya masuk daftar tinjauan."
            yield Temuan(ganda.baris, "nik", ganda.nik, "NIK_GANDA", pesan, menolak=False)

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """Write families, persons, their state of the period, before-values and reviews."""
        gabung.gabung(tahap, batch, self)


def _temuan(nomor: int, temuan: TemuanSel) -> Temuan:
    kolom, nilai, cacat = temuan
    return Temuan(nomor, kolom, nilai, cacat.kode, cacat.pesan, cacat.menolak)


def _pengenal(sel: Sequence[Any]) -> tuple[str, str, str, str]:
    """What a refused row still tells about its person: ID, NIK, No KK, name."""
    return rapikan_nomor(sel[0]), rapikan_nomor(sel[1]), rapikan_nomor(sel[2]), baca_teks(sel[3]).upper()


def konteks_wilayah(hari: dt.date) -> Konteks:
    """Villages by name and district codes, out of the loaded regions."""
    desa: dict[tuple[str, str], int] = {}
    tanpa_kecamatan: dict[str, list[int]] = defaultdict(list)
    isi = Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA).values_list("id", "nama", "induk__nama")
    for pk, nama, kecamatan in isi:
        baku = baku_wilayah(nama)
        desa[baku, baku_wilayah(kecamatan or "")] = pk
        tanpa_kecamatan[baku].append(pk)
    desa |= {(nama, ""): ids[0] for nama, ids in tanpa_kecamatan.items() if len(ids) == 1}
    kecamatan = Wilayah.objects.filter(tingkat=Wilayah.Tingkat.KECAMATAN).values_list("kode", flat=True)
    return Konteks(desa, WilayahNik(kecamatan), hari)
