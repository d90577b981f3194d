"""T04: keys of somebody else's records in what is sent change nothing and tell nothing (pages: see test_jalan.py)."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from dtks.models import Individu, Penggabungan, Permohonan, Sekaligus, SuratRekomendasi, Tiket, TinjauGanda
from dtks.services import loket as services
from dtks.services.sekaligus import sekaligus_periksa
from inti.access import semua_rute
from inti.models import Pengguna, UnitKerja, Usulan, Wilayah
from tests.conftest import buat_pengguna

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]
KENARI = "KENARIRAHASIA"
NIK_KENARI = "9971015503849876"


@pytest.fixture
def rumah_lain(
    buat_warga: Callable[..., Individu],
    buat_permohonan: Callable[..., Permohonan],
    desa_lain: Wilayah,
    unit_lain: UnitKerja,
    aturan: None,
    magang: Pengguna,
) -> dict[str, Any]:
    """Another unit's and another village's records, a canary in every text of theirs."""
    petugas = buat_pengguna("loketlain", "loket", unit=unit_lain, nama="Petugas Lain")
    orang = buat_warga(nama=f"{KENARI} NAMA", desa=desa_lain, nik=NIK_KENARI, alamat=f"{KENARI} JALAN")
    kembar = buat_warga(nama=f"{KENARI} KEMBAR", desa=desa_lain, nik=NIK_KENARI)
    p = buat_permohonan(orang, oleh=petugas, pengantar_nomor=f"{KENARI}/1", keperluan=f"{KENARI} perlu")
    services.permohonan_terima(permohonan=p, oleh=petugas)
    usulan = Usulan.objects.create(
        pk=777_001,  # no other record bears this key: a path to the proposal never opens something of one's own
        layanan="dtks.permohonan_tunda", izin="dtks.putuskan_permohonan", alamat="/", sasaran=f"{KENARI} usul",
        beda=[{"judul": KENARI, "baru": True, "baris": [["a", "b", KENARI]]}], pengusul=petugas, unit=unit_lain,
        diajukan_pada=timezone.now(),
    )  # fmt: skip
    daftar = sekaligus_periksa(nama=f"{KENARI} daftar", jenis="reaktivasi", daftar=[NIK_KENARI], oleh=petugas)
    tiket = Tiket.objects.create(
        unit=unit_lain,
        tanggal=timezone.localdate(),
        urut=1,
        kode="P-987",
        keperluan="tanya",
        diambil_pada=timezone.now(),
    )
    tinjau = TinjauGanda.objects.create(jenis="nik_ganda", individu=orang, lain=kembar, catatan=f"{KENARI} catatan")
    gabung = Penggabungan.objects.create(utama=orang, lain=kembar, alasan=f"{KENARI} alasan")
    return {
        m._meta.label_lower: o
        for m, o in (
            (Individu, orang), (Permohonan, p), (SuratRekomendasi, SuratRekomendasi.objects.get()), (Usulan, usulan),
            (Sekaligus, daftar), (Tiket, tiket), (TinjauGanda, tinjau), (Penggabungan, gabung),
        )
    }  # fmt: skip


def isi(balasan: HttpResponse) -> str:
    """Everything that a reply says: status line aside, headers and body."""
    kepala = " ".join(f"{k}:{v}" for k, v in balasan.headers.items())
    tubuh = b"".join(balasan.streaming_content) if getattr(balasan, "streaming", False) else balasan.content  # type: ignore[attr-defined]
    return kepala + tubuh.decode("utf-8", "replace")


def alamat(rumah: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Every route with the keys of the other house's records in its path, and without any key."""
    kunci = {str(o.pk) for o in rumah.values()}
    for r in semua_rute():
        if r.jalur.startswith("/admin/") or r.nama in {"keluar", "sesi_keluarkan_lain"}:
            continue
        jalur = r.jalur
        for pola, ganti in (
            ("<uuid:pk>", str(uuid.UUID(int=7))), ("<str:kode>", "TIDAKADA"), ("<slug:jenis>", "reaktivasi"),
            ("<slug:bagian>", "riwayat"), ("<slug:verba>", "layani"),
        ):  # fmt: skip
            jalur = jalur.replace(pola, ganti)
        if "<int:pk>" in jalur:
            yield from ((r.nama, jalur.replace("<int:pk>", k)) for k in sorted(kunci))
        elif "<" not in jalur:
            yield r.nama, jalur


@pytest.mark.parametrize("peran_kini", ["desa", "loket", pytest.param("penyelia", marks=pytest.mark.lama)])
def test_foreign_keys_in_a_body_change_nothing_and_tell_nothing(
    peran_kini: str, rumah_lain: dict[str, Any], peran: dict[str, Pengguna], instansi: Any, masuk_sebagai: Masuk
) -> None:
    """T04: ids swapped in the body of every POST: bulk choices, versions, choices of keys."""
    klien = masuk_sebagai(peran[peran_kini])
    asal = {label: type(o)._base_manager.filter(pk=o.pk).values().get() for label, o in rumah_lain.items()}
    kunci = [str(o.pk) for o in rumah_lain.values()]
    for nama, jalur in alamat({"inti.usulan": rumah_lain["inti.usulan"]}):
        if nama.startswith(("tema", "akun", "masuk", "sesi", "tugas")):
            continue
        kirim = dict.fromkeys(
            ("pilih", "individu", "kunjungan", "meja", "unit", "utama", "salah", "objek", "pk"), kunci
        )
        teks = isi(klien.post(jalur, kirim | {f"versi_{k}": "1" for k in kunci} | {"versi": "1", "alasan": "x"}))
        teks = teks if peran_kini == "desa" else re.sub(f"{KENARI} (NAMA|KEMBAR|JALAN)", "", teks)
        assert KENARI not in teks, (nama, jalur)
    for label, objek in rumah_lain.items():
        segar = type(objek)._base_manager.filter(pk=objek.pk).values().get()
        assert segar == asal[label], f"{label} milik orang lain berubah"
