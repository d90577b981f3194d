"""The outbox: nothing leaves before the commit, nothing twice knowingly, nothing of a person in a subject."""

from __future__ import annotations

import datetime as dt
import smtplib
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar

import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.db import connection
from django.test import Client
from django.utils import timezone

from inti import registry
from inti.galat import AturanDilanggar
from inti.jobs.jalan import jalankan
from inti.jobs.pos import _satu
from inti.models import Pengguna, PosKeluar, Tugas
from inti.pendaftaran.macam import JenisPos
from inti.periksa.pos import periksa
from inti.perubahan import layanan
from inti.rules.pos import JEDA, coba_lagi, samar_alamat, temuan_perihal
from inti.services.berkas import berkas_simpan
from inti.services.pos import pos_batalkan, pos_bila_waktunya, pos_kirim, pos_kirim_lagi, pos_sesudah_pulih
from inti.services.sapu import berkas_tinggal_musnahkan, pos_kosongkan

pytestmark = pytest.mark.django_db
ISIAN = {"nama": "Rina & Bagas", "nomor": "400.9/0012/2026"}
ALAMAT = "rina@wanasari.example"


class Palsu(BaseEmailBackend):
    """A mail server that takes what comes, unless it is told to fail when opened or when given something."""

    buka: ClassVar[BaseException | None] = None
    serah: ClassVar[BaseException | None] = None
    diterima: ClassVar[list[Any]] = []

    def open(self) -> bool:
        if Palsu.buka is not None:
            raise Palsu.buka
        return True

    def send_messages(self, email_messages: Any) -> int:
        if Palsu.serah is not None:
            raise Palsu.serah
        Palsu.diterima += email_messages
        return len(email_messages)


@pytest.fixture(autouse=True)
def kantor(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """An office that sends mail, with one kind of it declared."""
    templat = settings.TEMPLATES[0]
    folder = Path(__file__).resolve().parents[1] / "templat"
    settings.TEMPLATES = [{**templat, "DIRS": [*templat["DIRS"], folder]}]
    settings.POS_MENYALA, settings.EMAIL_BACKEND = True, "tests.inti.test_pos.Palsu"
    uji = JenisPos("uji", "Surat siap", "Surat {nomor} siap", "uji/surat_siap.txt", "nama")
    monkeypatch.setattr(registry, "jenis_pos", {"uji": uji}.get)
    Palsu.buka, Palsu.serah, Palsu.diterima = None, None, []


def kirim(kunci: str = "1", **lain: Any) -> PosKeluar:
    p: PosKeluar = pos_kirim(**{"jenis": "uji", "kepada": ALAMAT, "isian": ISIAN, "kunci": kunci, "oleh": None} | lain)
    return p


def kerjakan() -> None:
    """A beat of the worker, and the job that it queues."""
    pos_bila_waktunya()
    for tugas in Tugas.objects.filter(jenis="pos-antar", keadaan="antre"):
        jalankan(str(tugas.pk))


def segar(pos: PosKeluar) -> PosKeluar:
    return PosKeluar.objects.get(pk=pos.pk)


def majukan(**lama: Any) -> None:
    """As if so much time had passed."""
    for p in PosKeluar.objects.all():
        semua = {
            n: getattr(p, n) - dt.timedelta(**lama)
            for n in ("coba_pada", "diserahkan_pada", "diubah_pada")
            if getattr(p, n)
        }
        PosKeluar.objects.filter(pk=p.pk).update(**semua)


# --- rules ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("perihal", "pribadi", "kode"),
    [
        ("Surat 400.9/0012/2026 siap", ["Rina Puspita"], []),
        ("Surat 9971015706900001", [], ["PERIHAL_ANGKA"]),
        ("KPJ 12345678901", [], ["PERIHAL_ANGKA"]),
        ("Nomor 9971 0157-0690.0001 diterima", [], ["PERIHAL_ANGKA"]),
        ("Telepon 0812345678", [], []),
        ("Untuk rina  PUSPITA", ["Rina Puspita"], ["PERIHAL_PRIBADI"]),
        ("Untuk Rinaldi", ["Rina"], []),
        ("Tanpa nama", ["", "-"], []),
        ("x" * 161, [], ["PERIHAL_PANJANG"]),
    ],
)
def test_a_subject_tells_nothing_of_a_person(perihal: str, pribadi: list[str], kode: list[str]) -> None:
    assert temuan_perihal(perihal, pribadi) == kode


def test_pauses_grow_and_end() -> None:
    kini = timezone.now()
    jeda = [coba_lagi(n, kini) for n in range(1, len(JEDA) + 2)]
    assert [(j - kini).seconds // 60 for j in jeda[:-1] if j] == sorted(JEDA)
    assert jeda[-1] is None
    assert (samar_alamat(ALAMAT), samar_alamat("")) == ("r…@wanasari.example", "")


def test_a_kind_whose_subject_names_a_person_is_not_declared() -> None:
    with pytest.raises(ValueError, match="nama"):
        JenisPos("x", "X", perihal="Untuk {nama}", templat="x.txt", pribadi="nama nik")


@pytest.mark.parametrize(
    ("lain", "kode"),
    [
        ({"jenis": "lain"}, "POS_TAK_DIKENAL"),
        ({"kepada": "rina"}, "ALAMAT_POS"),
        ({"kepada": "rina@x.example\nBcc: y@x.example"}, "ALAMAT_POS"),
        ({"isian": ISIAN | {"nomor": "9971015706900001"}}, "PERIHAL_ANGKA"),
        ({"isian": ISIAN | {"nomor": "Rina & Bagas"}}, "PERIHAL_PRIBADI"),
    ],
)
def test_what_may_not_go_out_is_refused_and_kept_nowhere(lain: dict[str, Any], kode: str) -> None:
    with pytest.raises(AturanDilanggar) as galat:
        kirim(**lain)
    assert galat.value.kode == kode
    assert not PosKeluar.objects.exists()


# --- putting in -----------------------------------------------------------------------------------------------------


@layanan("Surat uji disiapkan")
def surat_siapkan(*, gagal: bool, oleh: Pengguna) -> PosKeluar:
    """Plays an app's act that sends a mail."""
    p = kirim(sebab=oleh, oleh=oleh)
    if gagal:
        raise AturanDilanggar("UJI", "Tidak jadi.")
    return p


def test_an_act_that_is_undone_sends_nothing(staf: Pengguna) -> None:
    with pytest.raises(AturanDilanggar):
        surat_siapkan(gagal=True, oleh=staf)
    kerjakan()
    assert (PosKeluar.objects.count(), Tugas.objects.count(), Palsu.diterima) == (0, 0, [])
    surat_siapkan(gagal=False, oleh=staf)
    assert Palsu.diterima == [], "it waits for the worker, who sees what is committed"
    kerjakan()
    assert len(Palsu.diterima) == 1


def test_the_worker_sends_it_once(staf: Pengguna) -> None:
    berkas = berkas_simpan(isi=b"%PDF-1.4 uji", nama="surat.pdf", jenis_isi="application/pdf", oleh=staf)
    pos = kirim(sebab=staf, lampiran=berkas, oleh=staf)
    assert (pos.status, pos.sebab) == ("antre", f"Pengguna {staf.pk}")
    kerjakan()
    kerjakan()
    (surat,) = Palsu.diterima
    assert (surat.subject, surat.to) == ("Surat 400.9/0012/2026 siap", [ALAMAT])
    assert surat.body == "Yth. Rina & Bagas,\nSurat 400.9/0012/2026 siap diambil di loket.\n"
    assert surat.attachments == [("surat.pdf", b"%PDF-1.4 uji", "application/pdf")]
    assert segar(pos).status == "terkirim" and segar(pos).terkirim_pada is not None
    assert [r.status for r in pos.riwayat.order_by("history_id")] == ["antre", "diserahkan", "terkirim"]
    assert not {"kepada", "isi", "lampiran_id"} & {f.attname for f in pos.riwayat.model._meta.concrete_fields}


def test_the_same_key_is_one_mail() -> None:
    assert kirim("7").pk == kirim("7").pk != kirim("8").pk
    assert PosKeluar.objects.count() == 2


@pytest.mark.keduanya
@pytest.mark.django_db(transaction=True)
def test_the_same_mail_from_two_at_once_is_one() -> None:
    hasil: list[int] = []
    mulai = threading.Barrier(2)

    def satu() -> None:
        mulai.wait(10)
        hasil.append(kirim("9").pk)
        connection.close()

    semua = [threading.Thread(target=satu) for _ in range(2)]
    for t in semua:
        t.start()
    for t in semua:
        t.join(30)
    assert len(hasil) == 2 and len(set(hasil)) == 1
    assert PosKeluar.objects.count() == 1


def test_without_a_server_all_is_held_and_the_page_says_so(
    settings: Any, administrator: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    dulu = kirim("dulu")
    settings.POS_MENYALA = False
    kini = kirim("kini")
    kerjakan()
    assert (segar(dulu).status, segar(kini).status, Palsu.diterima) == ("ditahan", "ditahan", [])
    klien = masuk_sebagai(administrator)
    assert "belum dinyalakan" in klien.get("/kantor/pos/?semua=1").content.decode()
    balasan = klien.post(f"/kantor/pos/{kini.pk}/kirim_lagi/", {"versi": kini.versi}, follow=True)
    assert "Isi EMAIL_URL" in balasan.content.decode() and segar(kini).status == "ditahan"
    settings.POS_MENYALA = True
    assert "belum dinyalakan" not in klien.get("/kantor/pos/?semua=1").content.decode()
    kerjakan()
    assert Palsu.diterima == [], "what was held leaves when somebody says so"
    klien.post(f"/kantor/pos/{kini.pk}/kirim_lagi/", {"versi": kini.versi})
    kerjakan()
    assert (segar(kini).status, len(Palsu.diterima)) == ("terkirim", 1)


# --- failures -------------------------------------------------------------------------------------------------------


def test_a_server_that_is_away_is_tried_again_until_the_limit() -> None:
    pos = kirim()
    Palsu.buka = ConnectionRefusedError()
    for n in range(1, len(JEDA) + 1):
        kerjakan()
        p = segar(pos)
        assert (p.status, p.percobaan, p.galat) == ("antre", n, "ConnectionRefusedError")
        kerjakan()
        assert segar(pos).percobaan == n, "not before its pause is over"
        majukan(minutes=JEDA[n - 1] + 1)
    kerjakan()
    assert (segar(pos).status, segar(pos).percobaan) == ("gagal", len(JEDA) + 1)
    Palsu.buka = None
    majukan(days=2)
    kerjakan()
    assert Palsu.diterima == []


@pytest.mark.parametrize(
    ("galat", "status"),
    [
        (smtplib.SMTPRecipientsRefused({ALAMAT: (550, b"no such user rina")}), "gagal"),
        (smtplib.SMTPRecipientsRefused({ALAMAT: (450, b"busy")}), "antre"),
        (smtplib.SMTPDataError(554, b"spam"), "gagal"),
        (smtplib.SMTPDataError(451, b"later"), "antre"),
        (smtplib.SMTPServerDisconnected(), "tak_pasti"),
        (TimeoutError(), "tak_pasti"),
    ],
)
def test_only_what_was_certainly_not_sent_is_sent_again(galat: Exception, status: str) -> None:
    pos = kirim()
    Palsu.serah = galat
    kerjakan()
    p = segar(pos)
    assert p.status == status
    assert type(galat).__name__ in p.galat and "rina" not in p.galat
    Palsu.serah = None
    majukan(days=2)
    kerjakan()
    assert len(Palsu.diterima) == (status == "antre")


def test_a_lost_attachment_fails_with_its_reason(staf: Pengguna, settings: Any) -> None:
    berkas = berkas_simpan(isi=b"x", nama="x.pdf", jenis_isi="application/pdf", oleh=staf)
    pos = kirim(lampiran=berkas)
    (Path(settings.BERKAS_DIR) / berkas.jalur).unlink()
    kerjakan()
    assert (segar(pos).status, segar(pos).galat) == ("gagal", "Berkas tidak ada di penyimpanan.")


def test_a_killed_workers_mail_is_doubtful_and_waits_for_a_person(administrator: Pengguna) -> None:
    pos = kirim()
    Palsu.serah = KeyboardInterrupt()
    with pytest.raises(KeyboardInterrupt):
        kerjakan()
    Palsu.serah = None
    assert segar(pos).status == "diserahkan", "marked before it was handed over"
    Tugas.objects.update(keadaan="antre", pemegang="", percobaan=0)
    kerjakan()
    assert Palsu.diterima == []
    majukan(minutes=11)
    kerjakan()
    assert (segar(pos).status, Palsu.diterima) == ("tak_pasti", [])
    pos_kirim_lagi(pos=segar(pos), oleh=administrator)
    kerjakan()
    assert (segar(pos).status, len(Palsu.diterima)) == ("terkirim", 1)


def test_of_two_workers_one_sends() -> None:
    pos = kirim()
    dua = [PosKeluar.objects.get(pk=pos.pk) for _ in range(2)]
    assert [_satu(p, Palsu()) for p in dua] == [True, None]
    assert len(Palsu.diterima) == 1


def test_a_mail_sent_again_bears_the_same_id(administrator: Pengguna) -> None:
    pos = kirim()
    kerjakan()
    PosKeluar.objects.filter(pk=pos.pk).update(status="tak_pasti")
    pos_kirim_lagi(pos=segar(pos), oleh=administrator)
    kerjakan()
    satu, dua = (s.extra_headers["Message-ID"] for s in Palsu.diterima)
    assert satu == dua


# --- people, time, checks -------------------------------------------------------------------------------------------


def test_only_the_administrator_meets_it_and_nobody_reads_it(
    administrator: Pengguna, pimpinan: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    pos = kirim()
    for jalur in ("/kantor/pos/?semua=1", f"/kantor/pos/{pos.pk}/", f"/kantor/pos/{pos.pk}/riwayat/"):
        balasan = masuk_sebagai(administrator).get(jalur)
        isi = balasan.content.decode()
        assert balasan.status_code == 200 and "Surat 400.9/0012/2026 siap" in isi
        assert ALAMAT not in isi and "siap diambil" not in isi and "Bagas" not in isi
        assert masuk_sebagai(pimpinan).get(jalur).status_code == 403
    assert masuk_sebagai(administrator).get("/kantor/pos/baru/").status_code == 404
    assert masuk_sebagai(administrator).get(f"/kantor/pos/{pos.pk}/ubah/").status_code == 404
    balasan = masuk_sebagai(administrator).post(f"/kantor/pos/{pos.pk}/batalkan/", {"versi": pos.versi})
    assert balasan.status_code == 302
    kerjakan()
    assert (segar(pos).status, Palsu.diterima) == ("batal", [])


def test_text_and_address_go_after_ninety_days(administrator: Pengguna, staf: Pengguna) -> None:
    berkas = berkas_simpan(isi=b"x", nama="x.pdf", jenis_isi="application/pdf", oleh=staf)
    terkirim, batal = kirim("1", lampiran=berkas), kirim("2")
    pos_batalkan(pos=batal, oleh=administrator)
    kerjakan()
    antre = kirim("3")
    assert pos_kosongkan() == 0
    majukan(days=89)
    assert pos_kosongkan() == 0
    majukan(days=2)
    assert berkas_tinggal_musnahkan() == 0
    assert pos_kosongkan() == 2
    p = segar(terkirim)
    assert (p.kepada, p.isi, p.lampiran, p.perihal) == ("", "", None, "Surat 400.9/0012/2026 siap")
    assert segar(antre).kepada == ALAMAT
    with pytest.raises(AturanDilanggar) as galat:
        PosKeluar.objects.filter(pk=p.pk).update(status="gagal")
        pos_kirim_lagi(pos=segar(p), oleh=administrator)
    assert galat.value.kode == "POS_KOSONG"


def test_the_check_finds_what_is_stuck() -> None:
    satu, dua = kirim("1"), kirim("2")
    assert list(periksa()) == []
    PosKeluar.objects.filter(pk=dua.pk).update(status="diserahkan", diserahkan_pada=timezone.now())
    majukan(hours=2)
    assert {(t.kode, t.baris) for t in periksa()} == {("POS_MACET", str(satu.pk)), ("POS_MACET", str(dua.pk))}
    pos_bila_waktunya()
    assert {(t.kode, t.baris, t.sifat) for t in periksa()} == {
        ("POS_MACET", str(satu.pk), "salah"),
        ("POS_TAK_PASTI", str(dua.pk), "catatan"),
    }


def test_what_waited_when_a_backup_was_made_is_not_sent_by_itself() -> None:
    pos = kirim()
    assert pos_sesudah_pulih() == 1
    kerjakan()
    assert (segar(pos).status, Palsu.diterima, mail.outbox) == ("tak_pasti", [], [])
