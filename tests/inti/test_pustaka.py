"""The lock, and the audit of what is installed against it; each fault is planted."""

import json

import pytest
from django.core.management import call_command

from inti.pustaka.indeks import IndeksGagal, baca_laporan
from inti.pustaka.kunci import Pustaka, baca_pustaka, tulis_kunci

HASH = "sha256:" + "a" * 64


def _pasang(folder, **versi):
    for nama, v in versi.items():
        info = folder / f"{nama}-{v}.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {nama}\nVersion: {v}\n")


def _audit(tmp_path, capsys, kunci, minta="satu==1.0\n", **versi):
    (tmp_path / "requirements.txt").write_text(minta)
    (tmp_path / "requirements.lock").write_text(kunci)
    lingkungan = tmp_path / "site"
    lingkungan.mkdir()
    _pasang(lingkungan, **versi)
    with pytest.raises(SystemExit) as akhir:
        call_command("audit_pustaka", "--json", folder=tmp_path, lingkungan=str(lingkungan))
    hasil = json.loads(capsys.readouterr().out)
    return akhir.value.code, {(t["kode"], t["nama"]) for t in hasil["temuan"]}, hasil


BAIK = f"satu==1.0 \\\n    --hash={HASH}\n"


def test_what_agrees_passes_and_is_counted(tmp_path, capsys):
    kode, temuan, hasil = _audit(tmp_path, capsys, BAIK, satu="1.0", pip="23.0")
    assert (kode, temuan, hasil["terpasang"], hasil["terkunci"]) == (0, set(), 1, 1)


@pytest.mark.parametrize(
    ("kunci", "minta", "versi", "harus"),
    [
        (BAIK, "satu==1.0", {"satu": "1.1"}, ("BEDA_VERSI", "satu")),
        (BAIK, "satu==1.0", {"satu": "1.0", "dua": "2"}, ("TIDAK_DIKUNCI", "dua")),
        (BAIK, "satu==1.0", {"dua": "2"}, ("TIDAK_TERPASANG", "satu")),
        (BAIK, "satu>=1.0", {"satu": "1.0"}, ("TANPA_VERSI", "satu")),
        (f"satu==1.* --hash={HASH}\n", "satu==1.0", {"satu": "1.0"}, ("TANPA_VERSI", "satu")),
        ("satu==1.0\n", "satu==1.0", {"satu": "1.0"}, ("TANPA_HASH", "satu")),
        (BAIK, "satu==1.2", {"satu": "1.0"}, ("KUNCI_TERTINGGAL", "satu")),
        (BAIK, "satu==1.0", {}, ("KOSONG", "-")),
        ("", "", {"satu": "1.0"}, ("KOSONG", "-")),
        ("", "", {}, ("KOSONG", "-")),
    ],
)
def test_each_fault_is_found(tmp_path, capsys, kunci, minta, versi, harus):
    kode, temuan, _ = _audit(tmp_path, capsys, kunci, minta, **versi)
    assert kode == 1 and harus in temuan


def test_a_lock_is_read_as_it_was_written(tmp_path):
    isi = [
        Pustaka("dua", "2", (HASH,), 'sys_platform != "win32"'),
        Pustaka("satu", "1.0", (HASH, "sha256:" + "b" * 64)),
    ]
    (tmp_path / "x.lock").write_text(tulis_kunci(reversed(isi), nama="x.lock"))
    assert baca_pustaka(tmp_path / "x.lock") == isi


@pytest.mark.parametrize(
    "unduhan",
    [
        {"url": "file:///tmp/satu.whl", "archive_info": {"hashes": {"sha256": "a" * 64}}},
        {"url": "https://indeks.example/satu.whl", "archive_info": {}},
    ],
)
def test_a_file_not_of_the_index_or_without_hash_is_not_locked(unduhan):
    laporan = {"install": [{"metadata": {"name": "satu", "version": "1"}, "download_info": unduhan}]}
    with pytest.raises(IndeksGagal, match="satu"):
        baca_laporan(json.dumps(laporan))
