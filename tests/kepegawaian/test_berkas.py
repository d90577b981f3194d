"""Papers: newer scans, doubles, expiry, restricted ones, one PDF of all, many at once within limits."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pypdf import PdfReader, PdfWriter

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna, UnitKerja
from kepegawaian.models import BerkasPegawai, KategoriBerkas, Pegawai
from kepegawaian.queries.berkas import berkas_kini, kelengkapan
from kepegawaian.services import aturan_awal as layanan_aturan_awal
from kepegawaian.services import berkas as layanan_berkas
from kepegawaian.services import kategori as layanan_kategori
from kepegawaian.services import zip as zip_
from tests.kepegawaian.contoh_karier import berkas, gambar, orang, pdf, simpan, unggahan

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


@pytest.fixture
def p(personalia: Pengguna, unit: UnitKerja, instansi: Any) -> Pegawai:
    layanan_aturan_awal.aturan_awal_isi(oleh=None)
    return orang(unit, personalia)


def kurang(p: Pegawai) -> set[str]:
    return {k.kode for k in kelengkapan([p], None)[p.pk].kurang}


def test_a_newer_scan_replaces_and_the_old_one_stays(p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk) -> None:
    lama = berkas(p, "KTP", personalia, pdf("lama"), nomor="K-1")
    assert "KTP" not in kurang(p)
    baru = berkas(p, "KTP", personalia, pdf("baru"))
    lama.refresh_from_db()
    assert (lama.digantikan, baru.versi_ke, baru.nomor) == (baru, 2, "K-1")
    assert list(berkas_kini(None).filter(pegawai=p)) == [baru]
    klien = masuk_sebagai(personalia)
    assert klien.get(f"/berkas/{lama.berkas_id}/").content == pdf("lama")
    assert f"/kepegawaian/berkas/{lama.pk}/" in klien.get(baru.get_absolute_url()).content.decode()
    with pytest.raises(AturanDilanggar, match="BERKAS_SAMA"):
        berkas(p, "KTP", personalia, pdf("baru"))
    assert BerkasPegawai.objects.filter(pegawai=p).count() == 2


def test_a_category_of_many_keeps_papers_of_other_numbers_side_by_side(p: Pegawai, personalia: Pengguna) -> None:
    for nomor in ("S-1", "S-2", ""):
        berkas(p, "IJAZAH", personalia, pdf(f"ijazah {nomor}"), nomor=nomor)
    ganti = berkas(p, "IJAZAH", personalia, pdf("ijazah baik"), nomor="S-2")
    assert ganti.versi_ke == 2 and berkas_kini(None).filter(pegawai=p).count() == 3


def test_an_expired_paper_lacks(p: Pegawai, personalia: Pengguna, unit: UnitKerja) -> None:
    hari = timezone.localdate()
    tks = orang(unit, personalia, 2, nip="", nik="9971015706900001", status__jenis="NON_PNS", status__sampai=hari)
    assert kurang(tks) == {"KONTRAK", "IJAZAH", "KTP", "KK"}
    b = berkas(tks, "KONTRAK", personalia, berlaku_sampai=hari)
    assert "KONTRAK" not in kurang(tks), "valid on its last day"
    layanan_berkas.berkas_ubah(berkas=b, isian={"berlaku_sampai": hari - dt.timedelta(days=1)}, oleh=personalia)
    assert "KONTRAK" in kurang(tks)


def test_a_requirement_ends_without_touching_the_past(p: Pegawai, personalia: Pengguna) -> None:
    npwp = KategoriBerkas.objects.get(kode="NPWP")
    layanan_kategori.kategori_ubah(kategori=npwp, isian={"nama": "NPWP"}, wajib=["PPPK"], oleh=personalia)
    assert "NPWP" not in kurang(p)
    dulu = npwp.syarat.get(jenis="PNS")
    assert dulu.berlaku_sampai == timezone.localdate() - dt.timedelta(days=1) and dulu.dibuang_pada is None


def test_a_restricted_paper_is_for_the_personnel_desk_alone(
    p: Pegawai, personalia: Pengguna, penyelia: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    Pegawai.objects.filter(pk=p.pk).update(pengguna=staf)
    rahasia, biasa = berkas(p, "HUKUMAN", personalia, nomor="SP-9"), berkas(p, "KTP", personalia, nomor="K-1")
    for siapa, b, status in (
        (personalia, rahasia, 200), (penyelia, rahasia, 404), (staf, rahasia, 404),
        (personalia, biasa, 200), (penyelia, biasa, 200), (staf, biasa, 200),
    ):  # fmt: skip
        klien = masuk_sebagai(siapa)
        assert klien.get(b.get_absolute_url()).status_code == status, (siapa, b)
        assert klien.get(f"/berkas/{b.berkas_id}/").status_code == status, (siapa, b)
    klien = masuk_sebagai(penyelia)
    assert "SP-9" not in klien.get(f"/kepegawaian/pegawai/{p.pk}/berkas/").content.decode()
    form = klien.get(f"/kepegawaian/pegawai/{p.pk}/berkas/baru/").context["form"]
    assert "HUKUMAN" not in {k.kode for k in form.fields["kategori"].queryset}
    isi = PdfReader(BytesIO(klien.get(f"/kepegawaian/pegawai/{p.pk}/berkas.pdf").content))
    assert [str(o.title) for o in isi.outline] == ["KTP K-1"]


def test_one_pdf_has_a_bookmark_for_each_paper(p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien, alamat = masuk_sebagai(personalia), f"/kepegawaian/pegawai/{p.pk}/berkas.pdf"
    assert klien.get(alamat).status_code == 404
    berkas(p, "KTP", personalia, pdf("ktp", 2), nomor="K-1")
    layanan_berkas.berkas_tambah(
        pegawai=p, kategori=KategoriBerkas.objects.get(kode="KK"), isian={}, halaman=1, oleh=personalia,
        pindaian=simpan(gambar(), personalia, "image/jpeg"),
    )  # fmt: skip
    berkas(p, "SK_CPNS", personalia, pdf("sk lama"))
    berkas(p, "SK_CPNS", personalia, pdf("sk"))
    balasan = klien.get(alamat)
    isi = PdfReader(BytesIO(balasan.content))
    tanda = [(str(o.title), isi.get_destination_page_number(o)) for o in isi.outline]
    assert tanda == [("SK CPNS", 0), ("KTP K-1", 1), ("Kartu keluarga", 3)] and len(isi.pages) == 4
    assert "sk 1" in isi.pages[0].extract_text()


def test_another_content_inside_is_refused_at_the_field(p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien, alamat = masuk_sebagai(personalia), f"/kepegawaian/pegawai/{p.pk}/berkas/baru/"
    ktp = KategoriBerkas.objects.get(kode="KTP").pk
    terkunci = PdfWriter(clone_from=PdfReader(BytesIO(pdf())))
    terkunci.encrypt("rahasia", algorithm="RC4-128")
    keluaran = BytesIO()
    terkunci.write(keluaran)
    for isi in (b"MZ program", b"%PDF-1.4 rusak", keluaran.getvalue(), gambar()[:40]):
        balasan = klien.post(alamat, {"kategori": ktp, "pindaian": unggahan(isi)})
        assert balasan.status_code == 422 and "pindaian" in balasan.context["form"].errors, isi[:12]
    assert not BerkasPegawai.objects.exists()
    kontrak = KategoriBerkas.objects.get(kode="KONTRAK").pk
    tanpa = klien.post(alamat, {"kategori": kontrak, "pindaian": unggahan(pdf())})
    assert "berlaku_sampai" in tanpa.context["form"].errors
    assert klien.post(alamat, {"kategori": ktp, "pindaian": unggahan(gambar())}).status_code == 302
    assert BerkasPegawai.objects.get().berkas.jenis_isi == "image/jpeg"


def zip_dari(*isi: tuple[str, bytes]) -> bytes:
    keluaran = BytesIO()
    with zipfile.ZipFile(keluaran, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, bita in isi:
            z.writestr(nama, bita)
    return keluaran.getvalue()


def periksa(klien: Client, *isi: bytes, nama: str = "berkas.zip") -> Any:
    return klien.post("/kepegawaian/berkas/massal/", {"berkas": [unggahan(b, nama) for b in isi]})


def test_a_zip_is_judged_by_name_and_content_and_saved_after_a_yes(
    p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(personalia)
    isi = zip_dari(
        (f"map/{p.nip}_KTP.pdf", pdf("ktp")),
        (f"../../etc/{p.nip}_KK.jpg", gambar()),
        (f"{p.nip}_IJAZAH.pdf", b"MZ bukan pdf"),
        (f"{p.nip}_KONTRAK.pdf", pdf()),
        (f"{p.nip}_NPWP.pdf", pdf("npwp a")),
        (f"lain/{p.nip}_npwp.pdf", pdf("npwp b")),
        ("199999992015032999_KTP.pdf", pdf()),
        (f"{p.nip}_RAPOR.pdf", pdf()),
        ("catatan.txt", b"halo"),
        ("__MACOSX/._x", b""),
        (".DS_Store", b""),
    )
    rencana = {(r.nama, r.kode) for r in periksa(klien, isi).context["rencana"]}
    assert rencana == {
        (f"{p.nip}_KTP.pdf", ""), (f"{p.nip}_KK.jpg", ""), (f"{p.nip}_IJAZAH.pdf", "BERKAS_JENIS"),
        (f"{p.nip}_KONTRAK.pdf", "PERLU_MASA_BERLAKU"), (f"{p.nip}_NPWP.pdf", "GANDA"), (f"{p.nip}_npwp.pdf", "GANDA"),
        ("199999992015032999_KTP.pdf", "NIP_TAK_DIKENAL"), (f"{p.nip}_RAPOR.pdf", "KATEGORI_TAK_DIKENAL"),
        ("catatan.txt", "JENIS_BERKAS"),
    }  # fmt: skip
    assert not BerkasPegawai.objects.exists(), "nothing enters a file before the yes"
    assert klien.post("/kepegawaian/berkas/massal/", {"simpan": "1"}).status_code == 302
    assert {b.kategori.kode for b in BerkasPegawai.objects.filter(pegawai=p)} == {"KTP", "KK"}
    klien.post("/kepegawaian/berkas/massal/", {"simpan": "1"})
    assert BerkasPegawai.objects.count() == 2, "a second press saves nothing"
    periksa(klien, isi)
    klien.post("/kepegawaian/berkas/massal/", {"simpan": "1"})
    assert BerkasPegawai.objects.count() == 2, "a scan that is there is passed"


def test_nothing_goes_into_a_file_that_left_the_scope_meanwhile(
    p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien = masuk_sebagai(personalia)
    periksa(klien, pdf(), nama=f"{p.nip}_KTP.pdf")
    kantor_lain = UnitKerja.objects.create(kode="disnaker", nama="Dinas Lain", jalur="disnaker/")
    Pegawai.objects.filter(pk=p.pk).update(unit=kantor_lain)
    klien.post("/kepegawaian/berkas/massal/", {"simpan": "1"})
    assert not BerkasPegawai.objects.exists()
    assert [r.kode for r in periksa(klien, pdf(), nama=f"{p.nip}_KK.pdf").context["rencana"]] == ["NIP_TAK_DIKENAL"]


def _tersandi() -> bytes:
    """A zip whose entry bears the mark of encryption."""
    isi = bytearray(zip_dari(("a.pdf", pdf())))
    for tanda, letak in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        isi[isi.index(tanda) + letak] |= 1
    return bytes(isi)


@pytest.mark.parametrize(
    ("isi", "kalimat"),
    [
        (lambda: zip_dari(*((f"{n}.pdf", b"") for n in range(501))), "501 berkas"),
        (lambda: zip_dari(("besar.pdf", b"\0" * (zip_.SATU + 1))), "25 MB"),
        (_tersandi, "dikunci dengan kata sandi"),
        (lambda: zip_dari(("a.pdf", pdf()))[:-30], "rusak"),
        (lambda: b"PK\x03\x04 bukan zip", "rusak"),
    ],
)
def test_a_zip_beyond_its_limits_is_refused_whole(
    isi: Callable[[], bytes], kalimat: str, p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk
) -> None:
    balasan = periksa(masuk_sebagai(personalia), isi())
    assert balasan.status_code == 422 and kalimat in balasan.content.decode()
    assert not BerkasTersimpan.objects.exists()


def test_a_zip_that_lies_about_its_size_is_stopped_while_unpacking() -> None:
    isi = bytearray(zip_dari(("a.pdf", b"\0" * 4_000_000)))
    asli, palsu = (4_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little")
    while asli in isi:
        letak = isi.index(asli)
        isi[letak : letak + 4] = palsu
    with pytest.raises(AturanDilanggar, match="ZIP_"):
        assert sum(len(b) for _, b in zip_.isi_zip(bytes(isi))) <= 10


def test_500_files_are_the_most_also_in_several_zips(
    p: Pegawai, personalia: Pengguna, masuk_sebagai: Masuk, monkeypatch: Any
) -> None:
    monkeypatch.setattr("kepegawaian.services.unggahan.TERBANYAK", 3)
    dua = zip_dari(("a.txt", b""), ("b.txt", b""))
    balasan = periksa(masuk_sebagai(personalia), dua, dua)
    assert balasan.status_code == 422 and "Lebih dari 3 berkas" in balasan.content.decode()
    assert "Belum ada berkas" in periksa(masuk_sebagai(personalia)).content.decode()
