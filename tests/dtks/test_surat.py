"""Letters: approved by another, numbered without a gap, printed and logged, verified without personal data."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pytest
from django.test import Client
from pypdf import PdfReader

from arsip.models import Ekspedisi, SuratKeluar
from dtks.models import AturanLayanan, Individu, Permohonan, SuratRekomendasi
from dtks.services import loket as loket_services
from dtks.services import surat as services
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Cetakan, Dokumen, Nomor, Pemberitahuan, Pengguna
from inti.services.berkas import berkas_baca
from kepegawaian.models import Pegawai

pytestmark = pytest.mark.django_db


def teks(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(h.extract_text() for h in PdfReader(BytesIO(pdf)).pages))


def test_approval_numbers_draws_and_books_the_letter(surat: SuratRekomendasi, pimpinan: Pengguna) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    keluar = SuratKeluar.objects.get()
    assert jadi.status == "disetujui"
    assert jadi.surat_keluar == keluar
    assert keluar.nomor.teks == f"400.9/0001/{keluar.tanggal.year}"
    isi = teks(berkas_baca(keluar.dokumen.berkas))
    for bagian in (
        "DINAS SOSIAL",
        keluar.nomor.teks,
        "Slamet Nugroho",
        "997101150384",
        "Dra. Ratna Kusumawati",
        "NIP 19720914 199803 2 004",
        "Kepala BPJS Kesehatan",
        "/v/",
    ):
        assert bagian in isi


def test_nobody_approves_what_he_decided_himself(permohonan: Permohonan, penyelia: Pengguna) -> None:
    loket_services.permohonan_terima(permohonan=permohonan, oleh=penyelia)
    with pytest.raises(AturanDilanggar, match="MEMERIKSA_SENDIRI"):
        services.surat_setujui(surat=SuratRekomendasi.objects.get(), oleh=penyelia)
    assert Nomor.objects.filter(objek_label="arsip.suratkeluar").count() == 0


def test_only_a_signer_approves(surat: SuratRekomendasi, penyelia: Pengguna, pimpinan: Pengguna) -> None:
    """That somebody else may sign gives no right."""
    Pegawai.objects.filter(pengguna=penyelia).update(boleh_menandatangani=False)
    with pytest.raises(AturanDilanggar, match="BUKAN_PENANDATANGAN"):
        services.surat_setujui(surat=surat, oleh=penyelia)


def test_a_letter_changed_since_it_was_opened_is_not_approved(
    surat: SuratRekomendasi, pimpinan: Pengguna, penyelia: Pengguna, loket: Pengguna
) -> None:
    dibuka = SuratRekomendasi.objects.get(pk=surat.pk)
    kembali = services.surat_kembalikan(surat=surat, oleh=penyelia, alasan="periksa nama")
    loket_services.permohonan_terima(permohonan=kembali.permohonan, oleh=loket)
    with pytest.raises(VersiBerubah):
        services.surat_setujui(surat=dibuka, oleh=pimpinan)
    assert SuratKeluar.objects.count() == 0


def test_it_is_not_approved_twice(surat: SuratRekomendasi, pimpinan: Pengguna) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    with pytest.raises(AturanDilanggar, match="SURAT_TIDAK_MENUNGGU"):
        services.surat_setujui(surat=jadi, oleh=pimpinan)
    assert Nomor.objects.filter(objek_label="arsip.suratkeluar").count() == 1


def test_a_reprint_needs_a_reason_and_says_which_copy(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna
) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    pdf, jumlah = services.surat_cetak(surat=[jadi], oleh=loket)
    assert jumlah == 1
    assert "cetakan ke-1" in teks(pdf)
    jadi = SuratRekomendasi.objects.get(pk=jadi.pk)
    with pytest.raises(AturanDilanggar, match="ALASAN_CETAK_ULANG"):
        services.surat_cetak(surat=[jadi], oleh=loket)
    pdf, _ = services.surat_cetak(surat=[jadi], oleh=loket, alasan="lembar rusak")
    assert "Salinan ke-2" in teks(pdf)
    assert list(Cetakan.objects.values_list("ke", "alasan")) == [(1, ""), (2, "lembar rusak")]


def test_a_print_is_the_archive_copy_with_its_footer(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna
) -> None:
    from dtks.documents.surat import gambar

    dokumen = services.surat_setujui(surat=surat, oleh=pimpinan).surat_keluar.dokumen
    assert gambar([dokumen.snapshot], kaki=[""]) == berkas_baca(dokumen.berkas)


def test_a_document_of_an_older_layout_is_stamped_not_drawn_anew(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna
) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    Dokumen.objects.update(tata_letak="surat-0", snapshot={})
    pdf, _ = services.surat_cetak(surat=[jadi], oleh=loket)
    assert "Slamet Nugroho" in teks(pdf)
    assert "cetakan ke-1" in teks(pdf)


def test_markup_in_a_name_prints_literally_and_stops_no_batch(
    buat_permohonan: Callable[..., Permohonan], buat_warga: Callable[..., Individu], loket: Pengguna, pimpinan: Pengguna
) -> None:
    jadi = []
    for nama in ("PT Maju <Tbk>", "</b> Budi", '<img src="/etc/passwd">', '=HYPERLINK("x")', "Slamet & Sri"):
        p = loket_services.permohonan_terima(permohonan=buat_permohonan(buat_warga(nama=nama)), oleh=loket)
        jadi.append(services.surat_setujui(surat=SuratRekomendasi.objects.get(permohonan=p), oleh=pimpinan))
    pdf, jumlah = services.surat_cetak(surat=jadi, oleh=loket)
    isi = teks(pdf).replace(" ", "")  # a long word is broken over lines in its cell
    assert jumlah == 5
    for nama in ("<Tbk>", "</b>", "/etc/passwd", "HYPERLINK", "Slamet&Sri"):
        assert nama in isi


def test_the_verification_page_confirms_and_tells_nothing_personal(
    surat: SuratRekomendasi, pimpinan: Pengguna, client: Client, warga: Individu
) -> None:
    dokumen = services.surat_setujui(surat=surat, oleh=pimpinan).surat_keluar.dokumen
    isi = client.get(f"/v/{dokumen.kode_tampil}/").content.decode()
    assert "Dokumen asli dan berlaku" in isi
    assert dokumen.nomor in isi
    assert "Dra. Ratna Kusumawati" in isi
    for rahasia in (
        warga.nama,
        warga.nama.title(),
        warga.nik,
        warga.no_kk,
        warga.id_dtks,
        "Sumberjo",
        warga.nik[-4:] + " ",
    ):
        assert rahasia not in isi


def test_a_wrong_code_gets_the_same_answer_whatever_it_is(client: Client, instansi: object) -> None:
    jawaban = {
        re.sub(rb'csrf[^"]*', b"", client.get(f"/v/{k}/").content)
        for k in ("0000-0000-0000-0000", "AAAA", "x' or 1=1", "Z" * 16)
    }
    assert len(jawaban) == 1


def test_a_cancelled_letter_is_shown_as_cancelled_and_its_number_stays_taken(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna, client: Client
) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    services.surat_batalkan(surat=jadi, oleh=pimpinan, alasan="salah nama")
    keluar = SuratKeluar.objects.get()
    assert "sudah dibatalkan" in client.get(f"/v/{keluar.dokumen.kode}/").content.decode()
    assert keluar.nomor.keadaan == "dibatalkan"
    p = Permohonan.objects.get()
    assert p.status == "diperiksa"
    loket_services.permohonan_terima(permohonan=p, oleh=loket)
    baru = services.surat_setujui(surat=SuratRekomendasi.objects.exclude(status="dibatalkan").get(), oleh=pimpinan)
    assert baru.surat_keluar.nomor.urut == 2


def test_where_the_rule_says_so_the_counters_decision_suffices(
    buat_permohonan: Callable[..., Permohonan], warga: Individu, loket: Pengguna, pimpinan: Pengguna
) -> None:
    kepala = Pegawai.objects.get(pengguna=pimpinan)
    AturanLayanan.objects.filter(jenis="reaktivasi", berlaku_sampai=None).update(
        persetujuan="loket", penandatangan=kepala
    )
    loket_services.permohonan_terima(permohonan=buat_permohonan(warga), oleh=loket)
    jadi = SuratRekomendasi.objects.get()
    assert jadi.status == "disetujui"
    assert jadi.surat_keluar.penandatangan == kepala


def test_handing_over_needs_a_print(surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna) -> None:
    jadi = services.surat_setujui(surat=surat, oleh=pimpinan)
    with pytest.raises(AturanDilanggar, match="KEADAAN_TIDAK_SESUAI"):
        services.surat_serahkan(surat=jadi, oleh=loket, kepada="Slamet")
    services.surat_cetak(surat=[jadi], oleh=loket)
    hasil = services.surat_serahkan(surat=SuratRekomendasi.objects.get(), oleh=loket, kepada="Slamet")
    assert hasil.status == "diserahkan"
    kiriman = Ekspedisi.objects.get(surat=hasil.surat_keluar)
    assert (kiriman.diterima_oleh, kiriman.diterima_pada) == ("Slamet", kiriman.dikirim_pada), "handed over is received"


def test_a_returned_letter_is_mended_and_asked_for_again(
    surat: SuratRekomendasi, penyelia: Pengguna, pimpinan: Pengguna, loket: Pengguna
) -> None:
    services.surat_kembalikan(surat=surat, oleh=pimpinan, alasan="nama faskes salah")
    p = Permohonan.objects.get()
    assert (p.status, p.diputus_oleh) == ("diperiksa", None)
    p = loket_services.permohonan_berkas(
        permohonan=p, isian={"faskes_nama": "RSUD Wanasari"}, berkas_ada=["ktp", "surat-faskes"], oleh=loket
    )
    loket_services.permohonan_terima(permohonan=p, oleh=loket)
    lagi = SuratRekomendasi.objects.get()
    assert (lagi.pk, lagi.status) == (surat.pk, "menunggu")
    jadi = services.surat_setujui(surat=lagi, oleh=pimpinan)
    assert "RSUD Wanasari" in teks(berkas_baca(jadi.surat_keluar.dokumen.berkas))
    assert (
        Pengguna.objects.get(pk=loket.pk)
        .pemberitahuan.filter(teks__contains="dikembalikan: nama faskes salah")
        .exists()
    )


def test_refusing_after_a_return_cancels_the_letter(
    surat: SuratRekomendasi, pimpinan: Pengguna, penyelia: Pengguna
) -> None:
    services.surat_kembalikan(surat=surat, oleh=pimpinan, alasan="ragu")
    loket_services.permohonan_tolak(
        permohonan=Permohonan.objects.get(),
        oleh=penyelia,
        alasan="DATA_TIDAK_COCOK",
        catatan="KTP beda",
        boleh_simpang=True,
    )
    assert SuratRekomendasi.objects.get().status == "dibatalkan"


def test_the_receipt_says_where_the_letter_is_now(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien, alamat = masuk_sebagai(loket), f"/dtks/permohonan/{surat.permohonan_id}/lembar/"
    assert "sedang diproses" in teks(klien.get(alamat).content)
    surat = services.surat_setujui(surat=surat, oleh=pimpinan)
    services.surat_cetak(surat=[surat], oleh=loket)
    assert "dapat diambil di loket ini" in teks(klien.get(alamat).content)
    services.surat_serahkan(surat=SuratRekomendasi.objects.get(), oleh=loket, kepada="Slamet")
    isi = teks(klien.get(alamat).content)
    assert "sudah diserahkan" in isi and "belum perlu datang" not in isi


def test_who_decided_learns_why_the_letter_was_cancelled(
    surat: SuratRekomendasi, pimpinan: Pengguna, loket: Pengguna, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    surat = services.surat_setujui(surat=surat, oleh=pimpinan)
    services.surat_batalkan(surat=surat, oleh=pimpinan, alasan="Nama faskes keliru")
    assert Pemberitahuan.objects.filter(pengguna=loket, teks__contains="Nama faskes keliru").count() == 1
    klien = masuk_sebagai(loket)
    for alamat in (surat.get_absolute_url(), surat.permohonan.get_absolute_url()):
        assert "Nama faskes keliru" in klien.get(alamat).content.decode()
