"""A grid of persons by days: on a page, on paper, in a sheet."""

from __future__ import annotations

import datetime as dt
import json
import re
from io import BytesIO

import pytest
from django.template.loader import render_to_string
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from inti.documents import A4, F4, Judul, Kop, Surat, gambar_surat, surat_dari_data, surat_ke_data
from inti.documents.kertas import mendatar
from inti.documents.kisi import _potong
from inti.keluaran.kisi import BarisKisi, KelompokKisi, Kisi, KolomKisi, SelKisi, jumlah_kode
from inti.models import HariLibur
from inti.pages.kisi import kolom_hari

HADIR, SAKIT = SelKisi("H", "hadir", "baik"), SelKisi("S", "sakit <2 hari>", "awas", alamat="/a/?x=1&y=2")


def contoh(orang: int = 3, hari: int = 31) -> Kisi:
    kolom = tuple(KolomKisi(str(n), "Sen", f"Senin, {n} Agustus 2026", libur=n % 7 == 2) for n in range(1, hari + 1))
    baris = []
    for n in range(orang):
        sel = tuple(SelKisi() if k.libur else SAKIT if (n + i) % 9 == 0 else HADIR for i, k in enumerate(kolom))
        baris.append(BarisKisi(f"Pegawai & {n}", sel, sub=f"NIP {n}", jumlah=jumlah_kode(sel, ("H", "S"))))
    bagian = (KelompokKisi(tuple(baris), "Bidang <Satu>"), KelompokKisi(tuple(baris[:1]), "Bidang Dua"))
    return Kisi("Daftar hadir", "Pegawai", kolom, bagian, ("H", "S"), (("H", "hadir"), ("S", "sakit")), "Catatan.")


def halaman_pdf(kisi: Kisi, kertas=A4) -> list[str]:
    surat = Surat(kop=Kop("PEMERINTAH", "DINAS"), isi=(kisi,), ttd=(), judul=Judul("DAFTAR HADIR"), kertas=kertas)
    pdf = gambar_surat(surat, judul="Daftar hadir")
    assert gambar_surat(surat_dari_data(json.loads(json.dumps(surat_ke_data(surat)))), judul="Daftar hadir") == pdf
    return [h.extract_text() for h in PdfReader(BytesIO(pdf)).pages]


def test_the_page_is_a_table_that_says_what_letters_mean() -> None:
    isi = render_to_string("inti/_kisi.html", {"kisi": contoh()})
    assert '<th scope="rowgroup"><span>Bidang &lt;Satu&gt;</span>' in isi and isi.count('<th scope="row">') == 4
    assert isi.count('<th scope="col"') == 1 + 31 + 2 and isi.count('<td colspan="33">') == 2
    assert 'tabindex="0" role="region" aria-label="Daftar hadir"' in isi
    # each letter with its word for whoever hears the page, the link escaped
    assert 'href="/a/?x=1&amp;y=2"' in isi and '<span class="visually-hidden">sakit &lt;2 hari&gt;</span>' in isi
    assert '<td class="tu-kisi-libur"></td>' in isi and '<td class="tu-kisi-baik"' in isi
    assert "H hadir, S sakit. Catatan." in isi and "Senin, 5 Agustus 2026" in isi
    assert isi.count('<td class="n tu-kisi-jumlah">') == 8


def test_totals_and_sheet_say_the_same_as_the_cells() -> None:
    kisi = contoh()
    judul, baris = kisi.lembar(kelompok="Unit")
    assert judul[:3] == ["Unit", "Pegawai", "1"] and judul[-2:] == ["H", "S"] and len(baris) == 4
    for b in baris:
        assert len(b) == len(judul) and b[-2:] == [b[2:-2].count("H"), b[2:-2].count("S")]
    assert kisi.lembar()[0][0] == "Pegawai"
    assert jumlah_kode((HADIR, SAKIT, SelKisi()), ("H", {"H", "S"}, "X")) == (1, 2, 0)


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="Budi"):
        Kisi("x", "Nama", (KolomKisi("1"),), (KelompokKisi((BarisKisi("Budi", ()),)),))
    with pytest.raises(ValueError, match="Budi"):
        Kisi("x", "Nama", (KolomKisi("1"),), (KelompokKisi((BarisKisi("Budi", (SelKisi(),), jumlah=(1,)),)),))


@pytest.mark.parametrize("kertas", [A4, F4])
def test_a_month_fits_a_lying_page_and_repeats_its_heads(kertas) -> None:
    (satu,) = halaman_pdf(contoh(), mendatar(kertas))
    assert "31" in satu and "H hadir, S sakit. Catatan." in satu
    banyak = halaman_pdf(contoh(60), mendatar(kertas))
    assert len(banyak) > 2
    for h in banyak[:-1]:
        assert "Pegawai 1 Sen" in h and "Bidang <Satu>" in h
    semua = "".join(banyak)
    assert all(f"Pegawai & {n}\n" in semua for n in range(60))


def test_a_standing_page_takes_the_days_in_two_stretches_with_the_totals_once() -> None:
    teks = "".join(halaman_pdf(contoh(2)))
    assert teks.count("Pegawai & 1\n") == 2 and teks.count("Bidang Dua") == 2
    hari = [int(n) for n in re.findall(r"(\d+) Sen", teks)]
    assert hari == list(range(1, 32)) and len(re.findall(r"Sen H S\n", teks)) == 1


@given(st.integers(1, 400), st.integers(1, 40), st.integers(1, 40))
def test_stretches_of_days_cover_all_and_fit(banyak: int, muat: int, kurang: int) -> None:
    akhir = max(1, muat - kurang)
    potong = _potong(banyak, muat, akhir)
    assert [n for a, b in potong for n in range(a, b)] == list(range(banyak))
    assert all(b - a <= muat for a, b in potong) and potong[-1][1] - potong[-1][0] <= akhir


def test_a_paper_on_which_no_day_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="terlalu sempit"):
        _potong(3, 0, 0)


@pytest.mark.django_db
def test_days_off_are_marked_with_their_names() -> None:
    HariLibur.objects.create(tanggal=dt.date(2026, 8, 17), nama="Hari Kemerdekaan", jenis=HariLibur.Jenis.NASIONAL)
    kolom = kolom_hari(dt.date(2026, 8, 15), dt.date(2026, 8, 18), kini=dt.date(2026, 8, 18))
    assert [k.judul for k in kolom] == ["15", "16", "17", "18"] and kolom[0].sub == "Sab"
    assert [k.libur for k in kolom] == [True, True, True, False] and [k.kini for k in kolom] == [False] * 3 + [True]
    assert kolom[2].kalimat == "Senin, 17 Agustus 2026: Hari Kemerdekaan" and kolom[2].lembar == "17-08-2026"
    assert kolom[0].kalimat == "Sabtu, 15 Agustus 2026"
