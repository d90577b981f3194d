"""The import `dtks`: a delivery of the social registry, judged row by row, compared and merged in sets."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, ClassVar

from django.utils import timezone

from dtks.rules.baris import Barisan, baca_teks, baku_wilayah
from dtks.sheets import banding, gabung, lengkap
from dtks.sheets.kolom import KOLOM, TAHAP, TAMBAHAN
from inti.formats import rapikan_nomor
from inti.models import BatchImpor, Wilayah
from inti.rules.nama import kunci_nama
from inti.sheets.baca import KepalaLembar
from inti.sheets.berkas import BerkasTakTerpakai
from inti.sheets.hasil import Rekap, TemuanBaris
from inti.sheets.impor import Importir
from inti.sheets.tahap import Tahap

_NAMA, _NIK, _ID = (Barisan._fields.index(k) for k in ("nama", "nik", "id_dtks"))
_KUNCI_DIINGAT = 200_000


class ImporDtks(Importir):
    """Persons of the registry with what one period says about them."""

    jenis = "dtks"
    sebab_tak_batal = "Keadaan keluarga dan antrean tinjauan ikut berubah. Impor lagi kiriman periode sebelumnya; nilai semula ada di riwayat."
    lingkup_kantor = True
    kolom = KOLOM
    tahap = TAHAP
    tambahan = TAMBAHAN
    pilihan: ClassVar = {"lengkap": "berkas memuat seluruh data periodenya; yang tidak tercantum dianggap keluar"}

    penilai = "dtks.rules.baris:penilai"

    def konteks(self) -> dict[str, Any]:
        """Villages, districts and today, for the judge."""
        return konteks_wilayah(timezone.localdate())

    def siapkan(self, kepala: KepalaLembar) -> None:
        """Remember which columns the sheet has."""
        self.kolom_dibaca = {k.nama for k, ada in zip(KOLOM, kepala.ada, strict=True) if ada}
        self.tak_jelas: list[tuple[str, str, str, str]] = []  # of refused rows: they are not absent
        self.peringatan_nik: list[banding.NikGanda] = []
        self._kunci: dict[str, str] = {}
        self._kembar = banding.Kembar()

    def terima(self, nomor: int, nilai: tuple[Any, ...]) -> tuple[Any, ...]:
        """A judged row as it is staged: a person of its own until compared, and the name's search key."""
        nama = nilai[_NAMA]
        kunci = self._kunci.get(nama)
        if kunci is None:  # names repeat; the bound keeps a file of a million different ones flat in memory
            if len(self._kunci) >= _KUNCI_DIINGAT:
                self._kunci.clear()
            kunci = self._kunci[nama] = kunci_nama(nama)
        self._kembar.lihat(nomor, nilai[_NIK], nilai[_ID])
        return (nomor, nomor, *nilai, kunci)

    def tolak(self, nomor: int, sel: Sequence[Any]) -> None:
        """A refused row still names its person when the file is the whole registry."""
        if self.opsi.get("lengkap"):
            self.tak_jelas.append(_pengenal(sel))

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """Find each person in the registry and compare. Raises BerkasTakTerpakai: `lengkap` with several periods."""
        if self.opsi.get("lengkap"):
            periode = tahap.ambil("SELECT DISTINCT periode FROM tahap_dtks")
            if len(periode) > 1:
                pesan = "Berkas lengkap harus memuat satu periode saja. Pisahkan tiap periode, lalu unggah lagi."
                raise BerkasTakTerpakai("PERIODE_LEBIH_DARI_SATU", pesan)
        banding.kenali_orang(tahap)
        nik_berulang = banding.satukan_orang(tahap, self._kembar)
        rekap = banding.hitung(tahap, self.kolom_dibaca)
        if self.opsi.get("lengkap"):
            self.angka_lain = {"tidak_tercantum": lengkap.tandai(tahap, self.tak_jelas)}
        self.peringatan_nik = banding.nik_ganda(tahap, nik_berulang)
        return rekap, self._temuan_nik()

    def _temuan_nik(self) -> Iterator[TemuanBaris]:
        for ganda in self.peringatan_nik:
            di = f"pada baris {ganda.baris_lain}" if ganda.baris_lain else "yang sudah tercatat"
            pesan = f"NIK ini juga dipakai orang lain {di}. Keduanya masuk daftar tinjauan."
            yield TemuanBaris(ganda.baris, "nik", ganda.nik, "NIK_GANDA", pesan, menolak=False)

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """Write families, persons, their state of the period, before-values and reviews."""
        gabung.gabung(tahap, batch, self)


def _pengenal(sel: Sequence[Any]) -> tuple[str, str, str, str]:
    """What a refused row still tells about its person: ID, NIK, No KK, name."""
    return rapikan_nomor(sel[0]), rapikan_nomor(sel[1]), rapikan_nomor(sel[2]), baca_teks(sel[3]).upper()


def konteks_wilayah(hari: dt.date) -> dict[str, Any]:
    """Villages by name and the loaded districts, as `dtks.rules.baris.penilai` takes them."""
    desa: list[list[Any]] = []
    tanpa_kecamatan: dict[str, list[int]] = defaultdict(list)
    isi = Wilayah.objects.filter(tingkat=Wilayah.Tingkat.DESA).values_list("id", "nama", "induk__nama")
    for pk, nama, kecamatan in isi:
        baku = baku_wilayah(nama)
        desa.append([baku, baku_wilayah(kecamatan or ""), pk])
        tanpa_kecamatan[baku].append(pk)
    desa += [[nama, "", ids[0]] for nama, ids in tanpa_kecamatan.items() if len(ids) == 1]
    kode = Wilayah.objects.filter(tingkat=Wilayah.Tingkat.KECAMATAN).values_list("kode", flat=True)
    return {"desa": desa, "kecamatan": list(kode), "hari": hari.isoformat()}
