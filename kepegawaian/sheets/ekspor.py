"""Spreadsheets out of the staff files: people and facts in the shape of their imports, and every list of the pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.apps import apps
from django.db.models import QuerySet
from django.utils import timezone

from inti.models import Pengguna
from kepegawaian.columns.pegawai import KategoriColumns, kolom_tempo
from kepegawaian.columns.surat import SuratPegawaiColumns
from kepegawaian.models import (
    JAUH,
    Formasi,
    Jenis,
    KategoriBerkas,
    Keadaan,
    Pegawai,
    StatusPegawai,
    SuratPegawai,
)
from kepegawaian.queries.berkas import jumlah_kurang, kelengkapan, syarat_kategori
from kepegawaian.queries.daftar import (
    JUDUL_DUK,
    JUDUL_STATISTIK,
    TEMPO,
    baris_bezetting,
    baris_nominatif,
    duk,
    sebab_tempo,
    statistik,
)
from kepegawaian.rules.karier import masa_kerja
from kepegawaian.services.karier import FAKTA
from kepegawaian.sheets.importir import ORANG, RIWAYAT

Tabel = tuple[list[str], Iterable[list[Any]]]


def _untuk(model: Any, pengguna: Pengguna | None) -> QuerySet:
    """Living rows within the user's scope; all of them for the command (None)."""
    return model.objects.untuk(pengguna) if pengguna is not None else model.objects.hidup()


def _tgl(hari: Any) -> str:
    return f"{hari:%d-%m-%Y}" if hari and hari != JAUH else ""


def ekspor_pegawai(pengguna: Pengguna | None) -> Tabel:
    """Active and former staff ordered by NIP then id, in the shape that the import `pegawai` reads."""
    mulai: dict[int, Any] = {}  # also of those who left: what they were last, and until when the contract ran
    status = StatusPegawai.objects.hidup().filter(keadaan=Keadaan.AKTIF).order_by("tmt", "id")
    for siapa, tmt, sampai in status.values_list("pegawai_id", "tmt", "sampai"):
        mulai[siapa] = (tmt, sampai)
    orang = _untuk(Pegawai, pengguna).select_related("unit").order_by("nip", "id")
    return [k.judul for k in ORANG], (
        _orang(p, *mulai.get(p.pk, (None, None))) for p in orang.iterator(chunk_size=2000)
    )


def _orang(p: Pegawai, mulai: Any, sampai: Any) -> list[Any]:
    tahun, bulan = masa_kerja(p.mk_pada, p.pangkat_tmt) if p.pangkat_tmt else (0, 0)
    return [
        p.nip, p.nik, p.nama, p.get_kelamin_display(), p.tempat_lahir, _tgl(p.tanggal_lahir), p.agama,
        p.get_kawin_display(), p.alamat, p.telepon, p.surel, p.get_jenis_display(), _tgl(mulai),
        _tgl(sampai), p.pangkat or p.golongan, _tgl(p.pangkat_tmt), tahun, bulan, p.jabatan,
        p.get_jenis_jabatan_display(), p.get_jenjang_display(), p.eselon, p.unit.kode,
        "Ya" if p.memimpin else "Tidak", _tgl(p.jabatan_tmt),
    ]  # fmt: skip


def ekspor_riwayat(pengguna: Pengguna | None) -> Tabel:
    """Every dated fact ordered by NIP, kind and TMT, in the shape that the import `pegawai-riwayat` reads."""
    return [k.judul for k in RIWAYAT], _riwayat(pengguna)


def _riwayat(pengguna: Pengguna | None) -> Iterator[list[Any]]:
    for macam, label in FAKTA.items():
        hubungan = ["pegawai", *(["unit"] if macam == "jabatan" else [])]
        kueri = _untuk(apps.get_model(label), pengguna).filter(pegawai__dibuang_pada__isnull=True)
        for f in kueri.select_related(*hubungan).order_by("pegawai__nip", "pegawai_id", "tmt", "id").iterator(2000):
            yield [
                f.pegawai.nip, "" if f.pegawai.nip else f.pegawai.nik, macam, _tgl(f.tmt),
                _tgl(getattr(f, "sampai", None)), *_isi(macam, f), f.sk_nomor, _tgl(f.sk_tanggal), f.sk_pejabat,
            ]  # fmt: skip


def _isi(macam: str, f: Any) -> list[Any]:
    """ISI 1 to 4 and both columns of masa kerja."""
    mk = [getattr(f, "mk_tahun", ""), getattr(f, "mk_bulan", "")]
    isi: list[Any] = {
        "status": lambda: [f.get_jenis_display(), f.get_keadaan_display()],
        "pangkat": lambda: [f.pangkat or f.golongan, f.get_cara_display()],
        "jabatan": lambda: [
            f.nama,
            f.get_jenis_display(),
            f.unit.kode,
            f"{f.get_jenjang_display()};{f.eselon};{'Ya' if f.memimpin else 'Tidak'};{f.get_sebagai_display()}",
        ],
        "kgb": lambda: [f.gaji_pokok],
        "pendidikan": lambda: [f.get_tingkat_display(), f.jurusan, f.sekolah],
        "pelatihan": lambda: [f.get_macam_display(), f.nama, f.penyelenggara, f.jam],
        "penghargaan": lambda: [f.nama, f.pemberi],
        "hukuman": lambda: [f.get_tingkat_display(), f.nama],
    }[macam]()
    return [*isi, *[""] * (4 - len(isi)), *mk]


def _duk(pengguna: Pengguna | None, jenis: tuple[str, ...]) -> Tabel:
    orang = duk(_untuk(Pegawai, pengguna), jenis, timezone.localdate())
    return list(JUDUL_DUK), ([*b.sel(n)] for n, b in enumerate(orang, 1))


def ekspor_duk(pengguna: Pengguna | None) -> Tabel:
    """DUK of PNS and CPNS."""
    return _duk(pengguna, (Jenis.PNS, Jenis.CPNS))


def ekspor_duk_pppk(pengguna: Pengguna | None) -> Tabel:
    """The like list of PPPK."""
    return _duk(pengguna, (Jenis.PPPK,))


def ekspor_nominatif(pengguna: Pengguna | None) -> Tabel:
    """Who works here today."""
    return baris_nominatif(_untuk(Pegawai, pengguna), timezone.localdate())


def ekspor_bezetting(pengguna: Pengguna | None) -> Tabel:
    """Posts needed against filled."""
    return baris_bezetting(_untuk(Formasi, pengguna), _untuk(Pegawai, pengguna))


def ekspor_statistik(pengguna: Pengguna | None) -> Tabel:
    """Staff in figures."""
    s = statistik(_untuk(Pegawai, pengguna), timezone.localdate())
    isi = (
        [JUDUL_STATISTIK[k], kata, pria, wanita, pria + wanita]
        for k, baris in s.tabel.items()
        for kata, pria, wanita in baris
    )
    return ["Tabel", "Rincian", "Laki-laki", "Perempuan", "Jumlah"], isi


def _tempo(macam: str, judul: str, pengguna: Pengguna | None) -> Tabel:
    kolom = TEMPO[macam][0]
    aktif = _untuk(Pegawai, pengguna).filter(keadaan=Keadaan.AKTIF, **{f"{kolom}__lt": JAUH})
    orang = list(aktif.select_related("unit").order_by(kolom, "id"))
    sebab_tempo(orang, macam)
    return kolom_tempo(kolom, judul).ekspor(orang)


def ekspor_kgb(pengguna: Pengguna | None) -> Tabel:
    """KGB that come next."""
    return _tempo("kgb", "KGB", pengguna)


def ekspor_naik(pengguna: Pengguna | None) -> Tabel:
    """Promotions that come next."""
    return _tempo("pangkat", "Periode", pengguna)


def ekspor_pensiun(pengguna: Pengguna | None) -> Tabel:
    """Who retires when."""
    return _tempo("pensiun", "Pensiun", pengguna)


def ekspor_kontrak(pengguna: Pengguna | None) -> Tabel:
    """Contracts that end."""
    return _tempo("kontrak", "Sampai", pengguna)


def ekspor_kurang(pengguna: Pengguna | None) -> Tabel:
    """Whose papers lack."""
    aktif = _untuk(Pegawai, pengguna).filter(keadaan=Keadaan.AKTIF)
    kurang = {pk for pk, n in jumlah_kurang(aktif).items() if n}
    orang = [p for p in aktif.select_related("unit").order_by("nama", "id") if p.pk in kurang]
    lengkap = kelengkapan(orang, None)
    isi = ([p.nama, p.nip, p.unit.nama, ", ".join(str(k) for k in lengkap[p.pk].kurang)] for p in orang)
    return ["Nama", "NIP", "Unit", "Belum ada"], isi


def ekspor_surat(pengguna: Pengguna | None) -> Tabel:
    """Letters of the personnel desk."""
    return SuratPegawaiColumns.sumber(_untuk(SuratPegawai, pengguna).order_by("id"))


def ekspor_kategori(pengguna: Pengguna | None) -> Tabel:
    """Categories of papers."""
    semua = list(KategoriBerkas.objects.hidup().order_by("urut", "kode"))
    wajib = syarat_kategori(semua)
    for k in semua:
        k.wajib = wajib[k.pk]  # type: ignore[attr-defined]
    return KategoriColumns.ekspor(semua)
