"""Many scans at once: each is judged by its name and its content before anything enters a file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.services.berkas import berkas_simpan, siapkan_unggahan
from kepegawaian.models import KategoriBerkas, Pegawai
from kepegawaian.rules.nama_berkas import NamaBerkas, baca_nama
from kepegawaian.services.zip import TERBANYAK, TERBESAR, isi_zip, jumlah_halaman


@dataclass
class Rencana:
    """What becomes of one scan. `galat` empty: it is ready; `berkas` is its key in the store."""

    nama: str
    orang: str = ""
    kategori: str = ""
    pegawai_id: int = 0
    kategori_id: int = 0
    berkas: str = ""
    halaman: int = 1
    galat: str = ""
    kode: str = ""

    def sebagai_data(self) -> dict[str, Any]:
        """What the session keeps until the user says yes."""
        return {
            "pegawai": self.pegawai_id,
            "kategori": self.kategori_id,
            "berkas": self.berkas,
            "halaman": self.halaman,
        }


def siapkan_massal(unggahan: Sequence[Any], *, oleh: Pengguna) -> list[Rencana]:
    """Judge files or zips by name and content; the good ones go into the store. In order of their names.

    Raises AturanDilanggar: UNGGAHAN_KOSONG, UNGGAHAN_BANYAK, ZIP_* (a zip that can't be used at all).
    """
    if not unggahan:
        raise AturanDilanggar("UNGGAHAN_KOSONG", "Belum ada berkas yang dipilih.", "Pilih berkas atau satu zip.")
    if sum(u.size or 0 for u in unggahan) > TERBESAR:
        raise AturanDilanggar(
            "UNGGAHAN_BESAR", "Semua berkas bersama lebih dari 200 MB.", "Bagi menjadi beberapa kiriman."
        )
    orang: dict[str, Pegawai] = {}
    for p in Pegawai.objects.untuk(oleh).order_by("id"):
        orang |= {n: p for n in (p.nip, p.nik) if n}
    kategori = {k.kode: k for k in KategoriBerkas.objects.hidup()}
    nama_orang = {n: p.nama for n, p in orang.items()}
    hasil: list[Rencana] = []
    for nama, isi in _semua(unggahan):
        if len(hasil) >= TERBANYAK:
            raise AturanDilanggar(
                "UNGGAHAN_BANYAK", f"Lebih dari {TERBANYAK} berkas.", "Bagi menjadi beberapa kiriman."
            )
        baca = baca_nama(nama, nama_orang, kategori)
        hasil.append(_nilai(baca, isi, orang.get(baca.nip), kategori.get(baca.kategori), oleh))
    _tandai_ganda(hasil)
    return sorted(hasil, key=lambda r: (not r.galat, r.nama))


def _semua(unggahan: Sequence[Any]) -> Iterator[tuple[str, bytes]]:
    for u in unggahan:
        isi = u.read()
        if isi[:4] == b"PK\x03\x04" or str(u.name).lower().endswith(".zip"):
            yield from isi_zip(isi)
        else:
            yield str(u.name), isi


def _nilai(
    baca: NamaBerkas, mentah: bytes, orang: Pegawai | None, kategori: KategoriBerkas | None, oleh: Pengguna
) -> Rencana:
    if baca.galat or orang is None or kategori is None:
        return Rencana(baca.nama, galat=baca.galat, kode=baca.kode)
    if kategori.berkedaluwarsa:
        kalimat = f"{kategori} mempunyai masa berlaku. Tambahkan satu per satu."
        return Rencana(baca.nama, orang.nama, kategori.nama, galat=kalimat, kode="PERLU_MASA_BERLAKU")
    try:
        isi, jenis = siapkan_unggahan(mentah)
        halaman = jumlah_halaman(isi, jenis)
    except AturanDilanggar as galat:
        return Rencana(baca.nama, orang.nama, kategori.nama, galat=galat.kalimat, kode=galat.kode)
    berkas = berkas_simpan(isi=isi, nama=baca.nama, jenis_isi=jenis, oleh=oleh)
    return Rencana(baca.nama, orang.nama, kategori.nama, orang.pk, kategori.pk, str(berkas.pk), halaman)


def _tandai_ganda(semua: list[Rencana]) -> None:
    """Two scans for one place: neither is filed, since nobody knows which is right."""
    tempat: dict[tuple[int, int], list[Rencana]] = {}
    for r in semua:
        if not r.galat:
            tempat.setdefault((r.pegawai_id, r.kategori_id), []).append(r)
    for sama in tempat.values():
        for r in sama if len(sama) > 1 else ():
            lain = ", ".join(s.nama for s in sama if s is not r)
            r.galat, r.kode = f"Kategori yang sama dengan {lain}. Kirim satu saja.", "GANDA"
