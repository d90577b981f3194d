"""Run by tests/inti/test_kertas.py: declared papers from their verb to `/v/`, by people who may, may propose, may not."""

import threading
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, connection, transaction
from django.utils import timezone
from pypdf import PdfReader

from inti import registry
from inti.formats import tanggal_panjang
from inti.galat import AturanDilanggar, VersiBerubah
from inti.models import Cetakan, Dokumen, JejakBaca, Nomor, Pengguna, Perubahan, Usulan
from inti.pages.kertas import rute_kertas
from inti.queries.riwayat import riwayat_objek
from inti.services import kertas as layanan_kertas
from inti.services.berkas import berkas_baca
from inti.services.kertas import kertas_batalkan, kertas_cetak, kertas_terbitkan
from inti.services.usulan import usulan_setujui
from tests.percobaan.kertas import Kutipan, TandaTerima
from tests.percobaan.models import Titipan

PANGKAL, KODE = "/percobaan/barang/", TandaTerima.kode
SEMUA = ("view", "change", "delete")


def beri(pengguna: Pengguna, *kata: str) -> Pengguna:
    """Rights on things left at the desk, by a group of the user's own: the trial app has no table of roles."""
    grup = Group.objects.get_or_create(name=f"meja-{pengguna.pk}")[0]
    pengguna.groups.add(grup)
    jenis = ContentType.objects.get_or_create(app_label="percobaan", model="titipan")[0]
    for k in kata:
        izin = Permission.objects.get_or_create(content_type=jenis, codename=f"{k}_titipan", defaults={"name": k})[0]
        grup.permissions.add(izin)
    return Pengguna.objects.get(pk=pengguna.pk)


@pytest.fixture
def petugas(staf, instansi):
    return beri(staf, *SEMUA)


@pytest.fixture
def barang(titipan):
    return titipan[0]


def segar(t):
    return Titipan.objects.get(pk=t.pk)


def terbit(t, oleh, kode=KODE):
    return kertas_terbitkan(objek=segar(t), kertas=kode, oleh=oleh)


def teks(pdf):
    return " ".join(" ".join(h.extract_text() for h in PdfReader(BytesIO(pdf)).pages).split())


pytestmark = pytest.mark.django_db


# --- from its verb to the public page ---------------------------------------------------------------------------------


def test_it_is_issued_printed_printed_again_with_a_reason_and_cancelled(barang, petugas, masuk_sebagai, client):
    klien, alamat = masuk_sebagai(petugas), f"{PANGKAL}{barang.pk}/"
    isi = klien.get(alamat).content.decode()
    assert "Terbitkan tanda terima titipan" in isi and "Cetak" not in isi.split("<main")[1].split("tu-tampilan")[0]
    assert "Belum ada yang terbit" in klien.get(f"{alamat}cetakan/").content.decode()
    balasan = klien.post(f"{alamat}tanda-terima/", {"versi": 1}, follow=True)
    d = Dokumen.objects.get()
    assert d.nomor == f"TT/001/{timezone.localdate().year}" and d.nomor in balasan.content.decode()
    assert (d.jenis, d.objek_label, d.objek_id, d.tunggal) == (KODE, "percobaan.titipan", str(barang.pk), True)
    assert barang.uraian in teks(berkas_baca(d.berkas)) and f"/v/{d.kode_tampil}/" in teks(berkas_baca(d.berkas))

    isi = klien.get(alamat).content.decode()
    assert "Cetak tanda terima" in isi and "Batalkan tanda terima" in isi and "Terbitkan tanda" not in isi
    cetak = klien.post(f"{alamat}cetak-tanda-terima/")
    assert cetak.headers["Content-Type"] == "application/pdf" and "cetakan ke-1" in teks(cetak.content)
    assert "Cetak ulang tanda terima" in klien.get(alamat).content.decode()
    tanpa = klien.post(f"{alamat}cetak-tanda-terima/", {"alasan": " "})
    assert tanpa.status_code == 409 and "Tulis alasan mencetak ulang" in tanpa.content.decode()
    ulang = klien.post(f"{alamat}cetak-tanda-terima/", {"alasan": "Basah"})
    assert "Salinan ke-2" in teks(ulang.content)
    assert list(Cetakan.objects.values_list("ke", "alasan")) == [(1, ""), (2, "Basah")]
    assert JejakBaca.objects.filter(jenis="unduh", objek_id=str(barang.pk), oleh=petugas).count() == 2
    tab = klien.get(f"{alamat}cetakan/").content.decode()
    assert "Cetakan ke-2" in tab and "Basah" in tab and "Berlaku" in tab

    umum = client.get(f"/v/{d.kode}/").content.decode()
    assert "Dokumen asli dan berlaku" in umum and d.nomor in umum and "Tanda terima titipan" in umum
    assert barang.uraian not in umum and "Linjamsos" not in umum, "nothing of what the paper says"
    klien.post(f"{alamat}tanda-terima-batal/", {"alasan": "Salah barang", "versi": segar(barang).versi})
    d.refresh_from_db()
    assert (d.keadaan, Nomor.objects.get().keadaan, Nomor.objects.get().alasan) == (
        "dibatalkan",
        "dibatalkan",
        "Salah barang",
    )
    umum = client.get(f"/v/{d.kode}/").content.decode()
    assert "Dokumen sudah dibatalkan" in umum and "Salah barang" not in umum
    assert klien.post(f"{alamat}cetak-tanda-terima/", follow=True).status_code == 409, "a void paper isn't printed"
    assert klien.post(f"{alamat}tanda-terima/", {"versi": segar(barang).versi}).status_code == 302
    assert Dokumen.objects.filter(keadaan="berlaku").get().nomor.startswith("TT/002/"), "the number isn't used again"
    tab = klien.get(f"{alamat}cetakan/").content.decode()
    assert tab.count("Kode periksa") == 2 and "Dibatalkan" in tab and "Salah barang" in tab


def test_the_history_names_the_paper(barang, petugas):
    terbit(barang, petugas)
    kertas_cetak(objek=[barang], kertas=KODE, oleh=petugas)
    kertas_batalkan(objek=segar(barang), kertas=KODE, alasan="Salah", oleh=petugas)
    kata = ["Tanda terima titipan diterbitkan", "Tanda terima titipan dicetak", "Tanda terima titipan dibatalkan"]
    assert [p.sebutan for p in Perubahan.objects.order_by("pk")] == kata
    assert [(p.sebutan, p.sebab) for p in riwayat_objek(barang)][:2] == [(kata[2], "Salah"), (kata[0], "")]


def test_a_paper_past_its_last_day_says_so(barang, petugas, client, masuk_sebagai):
    terbit(barang, petugas)
    d = Dokumen.objects.get()
    assert (d.berlaku_sampai - timezone.localdate()).days == 30
    assert f"berlaku sampai dengan {tanggal_panjang(d.berlaku_sampai)}." in teks(berkas_baca(d.berkas))
    Dokumen.objects.update(berlaku_sampai=timezone.localdate() - timezone.timedelta(days=1))
    assert "masa berlakunya lewat" in client.get(f"/v/{d.kode}/").content.decode()
    tab = masuk_sebagai(petugas).get(f"{PANGKAL}{barang.pk}/cetakan/").content.decode()
    assert "Masa berlakunya lewat" in tab


def test_a_paper_without_a_number_has_none_anywhere(barang, petugas, client):
    terbit(barang, petugas, Kutipan.kode)
    d = Dokumen.objects.get()
    assert (d.nomor, d.berkas.nama_asli, Nomor.objects.count()) == ("", "Kutipan buku titipan.pdf", 0)
    umum = client.get(f"/v/{d.kode}/").content.decode()
    assert "<dt>Nomor</dt>" not in umum and "Cocokkan tanggal dan penanda tangan" in umum


# --- who may ----------------------------------------------------------------------------------------------------------


def test_without_the_right_403_out_of_reach_404(titipan, petugas, staf_lain, loket, masuk_sebagai):
    barang, lain = titipan
    terbit(barang, petugas)
    verba = ("tanda-terima", "cetak-tanda-terima", "tanda-terima-batal")
    for v in verba:
        assert masuk_sebagai(loket).post(f"{PANGKAL}{barang.pk}/{v}/", {"alasan": "x"}).status_code == 403, v
        assert masuk_sebagai(petugas).post(f"{PANGKAL}{lain.pk}/{v}/", {"alasan": "x"}).status_code == 404, v
    assert masuk_sebagai(loket).post(f"{PANGKAL}cetak-tanda-terima/", {"pilih": [barang.pk]}).status_code == 403
    asing = masuk_sebagai(beri(staf_lain, *SEMUA)).post(
        f"{PANGKAL}cetak-tanda-terima/", {"pilih": [barang.pk]}, follow=True
    )
    assert "Belum ada yang dipilih" in asing.content.decode(), "what is out of reach isn't there"
    pelihat = masuk_sebagai(beri(loket, "view"))
    isi = pelihat.get(f"{PANGKAL}{barang.pk}/").content.decode()
    assert "Cetak tanda terima" in isi and "Batalkan" not in isi and "Terbitkan" not in isi
    assert not Cetakan.objects.exists() and Dokumen.objects.get().keadaan == "berlaku"


def test_who_may_only_propose_sends_the_same_act_to_be_decided(barang, petugas, magang, masuk_sebagai):
    klien = masuk_sebagai(beri(magang, "view", "usul_change", "usul_delete"))
    assert "Terbitkan tanda terima" in klien.get(f"{PANGKAL}{barang.pk}/").content.decode()
    klien.post(f"{PANGKAL}{barang.pk}/tanda-terima/", {"versi": 1})
    usulan = Usulan.objects.get()
    assert (usulan.sebutan, usulan.sasaran) == ("Tanda terima titipan diterbitkan", barang.uraian)
    assert not Dokumen.objects.exists() and not Nomor.objects.exists(), "the trial took nothing"
    usulan_setujui(usulan=usulan, oleh=petugas)
    d = Dokumen.objects.get()
    assert d.oleh == petugas and d.nomor.startswith("TT/001/")
    klien.post(f"{PANGKAL}{barang.pk}/tanda-terima-batal/", {"alasan": "Keliru", "versi": segar(barang).versi})
    assert Dokumen.objects.get().keadaan == "berlaku"
    usulan_setujui(usulan=Usulan.objects.latest("pk"), oleh=petugas)
    assert Dokumen.objects.get().keadaan == "dibatalkan"


def test_a_stored_call_with_a_record_of_another_kind_is_refused(barang, petugas, magang, unit):
    for layanan, lain in ((kertas_terbitkan, {}), (kertas_batalkan, {"alasan": "x"})):
        with pytest.raises(TypeError):
            layanan(objek=magang, kertas=KODE, oleh=petugas, **lain)
    with pytest.raises(TypeError):
        kertas_cetak(objek=[unit], kertas=KODE, oleh=petugas)
    assert not Dokumen.objects.exists()


# --- refusals leave nothing -------------------------------------------------------------------------------------------


def test_its_own_refusal_comes_before_a_number_is_taken(barang, petugas, masuk_sebagai):
    Titipan.objects.filter(pk=barang.pk).update(status="diambil")
    with pytest.raises(AturanDilanggar, match="TIDAK_ADA"):
        terbit(barang, petugas)
    assert not Nomor.objects.exists() and not Dokumen.objects.exists()
    klien = masuk_sebagai(petugas)
    assert "Terbitkan tanda terima" not in klien.get(f"{PANGKAL}{barang.pk}/").content.decode()
    balasan = klien.post(f"{PANGKAL}{barang.pk}/tanda-terima/", {"versi": 1}, follow=True)
    assert "tidak ada lagi di meja" in balasan.content.decode()


def test_a_second_valid_one_is_refused_by_the_service_and_by_the_database(barang, petugas, monkeypatch):
    terbit(barang, petugas)
    with pytest.raises(AturanDilanggar, match="SUDAH_TERBIT"):
        terbit(barang, petugas)
    d = Dokumen.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        Dokumen.objects.create(
            kode="X" * 16, snapshot={}, tanggal=d.tanggal, tata_letak="x", berkas=d.berkas, jenis=d.jenis,
            objek_label=d.objek_label, objek_id=d.objek_id, tunggal=True,
        )  # fmt: skip
    monkeypatch.setattr(layanan_kertas, "dokumen_berlaku", lambda *_: {})  # somebody was faster behind the check
    with pytest.raises(AturanDilanggar, match="DATA_BENTROK"):
        terbit(barang, petugas)
    assert Nomor.objects.count() == 1, "the second number went back"


def test_of_a_kind_that_may_stand_often_one_is_chosen(barang, petugas, masuk_sebagai):
    for _ in range(2):
        terbit(barang, petugas, Kutipan.kode)
    lama, _ = Dokumen.objects.order_by("pk")
    klien, alamat = masuk_sebagai(petugas), f"{PANGKAL}{barang.pk}/cetak-kutipan/"
    assert 'name="dokumen"' in klien.get(alamat).content.decode()
    assert klien.post(alamat, {"dokumen": lama.pk}).headers["Content-Type"] == "application/pdf"
    assert Cetakan.objects.get().dokumen == lama
    terbit(barang, petugas)
    bukan = Dokumen.objects.latest("pk")
    assert klien.post(alamat, {"dokumen": bukan.pk, "alasan": "x"}).status_code == 422, "a paper of another kind"
    with pytest.raises(AturanDilanggar, match="DOKUMEN_BATAL"):
        kertas_cetak(objek=[barang], kertas=Kutipan.kode, dokumen=bukan, oleh=petugas)


@pytest.mark.django_db(transaction=True)
def test_two_who_issue_at_once_leave_one_paper_and_one_number(titipan, petugas):
    mulai, hasil = threading.Barrier(4), []

    def satu():
        t = segar(titipan[0])
        mulai.wait(10)
        try:
            hasil.append(kertas_terbitkan(objek=t, kertas=KODE, oleh=petugas).pk)
        except AturanDilanggar as galat:
            hasil.append(galat.kode)
        connection.close()

    semua = [threading.Thread(target=satu) for _ in range(4)]
    for t in semua:
        t.start()
    for t in semua:
        t.join(30)
    assert len(hasil) == 4 and hasil.count(titipan[0].pk) == 1
    assert set(hasil) <= {titipan[0].pk, "SUDAH_TERBIT", "VERSI_BERUBAH", "DATA_BENTROK"}
    assert Dokumen.objects.count() == Nomor.objects.count() == 1


# --- many at once -----------------------------------------------------------------------------------------------------


def test_a_list_prints_its_papers_into_one_pdf_and_logs_each(barang, unit, petugas, masuk_sebagai):
    lain = [Titipan.objects.create(uraian=f"Helm {n}", unit=unit) for n in range(3)]
    semua = [barang, *lain]
    for t in semua[:3]:
        terbit(t, petugas)
    klien, alamat = masuk_sebagai(petugas), f"{PANGKAL}cetak-tanda-terima/"
    assert f'formaction="{alamat}"' in klien.get(f"{PANGKAL}?semua=1").content.decode()
    belum = klien.post(alamat, {"pilih": [t.pk for t in semua]}, follow=True).content.decode()
    assert "Tanda terima titipan untuk Helm 2 belum terbit" in belum and not Cetakan.objects.exists(), "all or none"
    pilih = {"pilih": [t.pk for t in semua[:3]]}
    pdf = klien.post(alamat, pilih)
    assert len(PdfReader(BytesIO(pdf.content)).pages) == 3
    assert pdf.headers["Content-Disposition"] == 'inline; filename="3 tanda terima titipan.pdf"'
    assert Cetakan.objects.count() == 3 == JejakBaca.objects.filter(jenis="unduh").count()
    tanya = klien.post(alamat, pilih)
    assert tanya.status_code == 409 and tanya.content.decode().count('name="pilih"') == 3
    assert klien.post(alamat, pilih | {"alasan": "Hilang"}).status_code == 200
    assert Cetakan.objects.filter(ke=2, alasan="Hilang").count() == 3


# --- what was issued stays as it was ----------------------------------------------------------------------------------


def test_other_words_in_the_class_change_no_issued_paper(barang, petugas, monkeypatch):
    terbit(barang, petugas)
    d = Dokumen.objects.get()
    assert registry.tata_letak(KODE).gambar([d.snapshot], kaki=[""]) == berkas_baca(d.berkas), "byte for byte"
    monkeypatch.setattr(TandaTerima, "bagian", classmethod(lambda cls, data: ()))
    assert barang.uraian in teks(kertas_cetak(objek=[barang], kertas=KODE, oleh=petugas))


@pytest.mark.parametrize("tata_letak", ["titip-0", None])
def test_a_layout_of_another_version_or_of_no_declared_paper_prints_its_archive_copy(
    barang, petugas, monkeypatch, tata_letak
):
    terbit(barang, petugas)
    if tata_letak:
        Dokumen.objects.update(tata_letak=tata_letak)
    else:
        monkeypatch.setattr(registry, "tata_letak", lambda kode: {}[kode])
    monkeypatch.setattr(TandaTerima, "gambar", None)
    isi = teks(kertas_cetak(objek=[barang], kertas=KODE, oleh=petugas))
    assert barang.uraian in isi and "cetakan ke-1" in isi


def test_it_is_drawn_on_the_office_s_paper(barang, petugas, instansi):
    ukuran = {}
    for kertas in ("A4", "F4"):
        instansi.kertas = kertas
        instansi.save()
        terbit(barang, petugas, Kutipan.kode)
        kotak = PdfReader(BytesIO(berkas_baca(Dokumen.objects.latest("pk").berkas))).pages[0].mediabox
        ukuran[kertas] = (round(float(kotak.width) / 72 * 25.4), round(float(kotak.height) / 72 * 25.4))
    assert ukuran == {"A4": (210, 297), "F4": (215, 330)}


# --- declared or not at all -------------------------------------------------------------------------------------------


def test_a_paper_that_no_isi_names_gets_no_routes():
    class Asing(TandaTerima):
        kode, sebutan = "percobaan.asing", "Asing"

    with pytest.raises(ImproperlyConfigured, match=r"Asing belum disebut pada 'kertas' di isi\.py"):
        rute_kertas((Asing,), "x/", "x")


def test_a_paper_is_not_issued_of_a_record_that_changed_meanwhile(barang, petugas):
    with pytest.raises(VersiBerubah):
        kertas_terbitkan(objek=Titipan(pk=barang.pk, versi=7), kertas=KODE, oleh=petugas)
    assert not Dokumen.objects.exists()
