"""The public check: who gets an answer, that the three refusals are one, and that nothing of a person gets out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from dtks.models import Individu
from dtks.queries import cek as kueri
from inti.models import Percobaan

pytestmark = pytest.mark.django_db
SEGEL = re.compile(rb'name="csrfmiddlewaretoken" value="[^"]+"')
PAYLOAD = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7|add:7 }}{% debug %}",
    "'; DROP TABLE dtks_individu; --",
    "Slamet\u202e<b>Nugroho",
)


@pytest.fixture
def orang(aturan: None, buat_warga: Callable[..., Individu]) -> Individu:
    return buat_warga(alamat="DUKUH KENARI RAHASIA", tempat_lahir="BURUNG")


def cek(nomor: str, nama: str, **lain: Any) -> Any:
    return Client().post("/cek/", {"nomor": nomor, "nama": nama}, **lain)


def polos(balasan: Any) -> bytes:
    """The reply without the one thing that differs by design: the token against forged requests."""
    return SEGEL.sub(b"", balasan.content)


def test_the_form_asks_for_a_number_and_a_name_and_is_never_kept(instansi: Any) -> None:
    balasan = Client().get("/cek/")
    assert balasan.status_code == 200
    assert balasan.headers["Cache-Control"] == "no-store, private"
    assert balasan.headers["Referrer-Policy"] == "same-origin"
    isi = balasan.content.decode()
    assert 'for="id_nomor"' in isi and 'for="id_nama"' in isi and "<script>" not in isi


@pytest.mark.parametrize("nama", ["Slamet Nugroho", "NUGROHO SLAMET", "H. Slamet Nugroho, S.Pd.", "Salmet Nugroho"])
def test_a_number_with_its_name_is_answered(orang: Individu, nama: str) -> None:
    for nomor in (orang.nik, f"{orang.nik[:4]} {orang.nik[4:8]}.{orang.nik[8:12]}-{orang.nik[12:]}", orang.no_kk):
        Percobaan.objects.all().delete()
        isi = cek(nomor, nama).content.decode()
        assert "Terdaftar, peserta PBI" in isi and "S••••• N••••••" in isi
        assert "DTSEN 2026 triwulan 3" in isi and "Reaktivasi dapat diajukan." in isi
        assert "SURAT-FASKES" in isi, "papers come from the dated rules"


def test_a_family_card_needs_the_name_of_a_member(orang: Individu, buat_warga: Callable[..., Individu]) -> None:
    buat_warga("SRI HANDAYANI", keluarga=orang.keluarga, pbi_jk=False, hubungan="ISTRI")
    isi = cek(orang.no_kk, "Sri Handayani").content.decode()
    assert "S•• H••••••••" in isi and "bukan peserta PBI" in isi
    assert "tidak dapat ditampilkan" in cek(orang.no_kk, "Dewi Lestari").content.decode()


def test_of_two_people_on_one_nik_the_name_decides(orang: Individu, buat_warga: Callable[..., Individu]) -> None:
    buat_warga("DEWI LESTARI", nik=orang.nik, pbi_jk=False, jenis_kelamin="P")
    assert "D••• L••••••" in cek(orang.nik, "Dewi Lestari").content.decode()
    assert "S••••• N••••••" in cek(orang.nik, "Slamet Nugroho").content.decode()


@pytest.mark.parametrize(
    ("isian", "ada"),
    [
        ({"terdaftar": False}, "Tidak lagi terdaftar"),
        ({"desil": 9}, "belum termasuk sasaran"),
        ({"dikecualikan": True}, "musyawarah desa"),
        ({"desil": None}, "belum lengkap"),
        ({"pbi_jk": False}, "bukan peserta PBI"),
    ],
)
def test_other_states_in_words(aturan: None, buat_warga: Callable[..., Individu], isian: dict, ada: str) -> None:
    assert ada in cek(buat_warga(**isian).nik, "Slamet Nugroho").content.decode()


def test_unknown_another_name_and_not_shown_are_one_answer_to_the_byte(
    orang: Individu, buat_warga: Callable[..., Individu], monkeypatch: pytest.MonkeyPatch
) -> None:
    terlarang = buat_warga("RAHASIA SEKALI")
    monkeypatch.setattr(kueri, "boleh_tampil", lambda o: o.pk != terlarang.pk)
    balasan = [
        cek("9971019999999999", "Slamet Nugroho"),  # nobody has it
        cek(orang.nik, "Budi Santoso"),  # somebody else's name
        cek(orang.no_kk, "Slamet"),  # half a name, a family card
        cek(terlarang.nik, "Rahasia Sekali"),  # right, but not to be shown
        cek(terlarang.no_kk, "Rahasia Sekali"),
    ]
    assert {b.status_code for b in balasan} == {200}
    assert len({polos(b) for b in balasan}) == 1
    kepala = [{k: v for k, v in b.headers.items() if k != "Set-Cookie"} for b in balasan]
    assert all(k == kepala[0] for k in kepala)
    assert len({len(b.headers["Content-Length"]) for b in balasan if "Content-Length" in b.headers}) <= 1
    assert "Pengajuan baru sedang dibuka" in balasan[0].content.decode(), "it helps an honest person all the same"


def test_a_restricted_person_is_as_unknown(orang: Individu) -> None:
    import datetime as dt

    from django.utils import timezone

    tak_dikenal = polos(cek("9971019999999999", "Slamet Nugroho"))
    orang.dibatasi_sampai = timezone.localdate()
    orang.save()
    assert polos(cek(orang.nik, "Slamet Nugroho")) == tak_dikenal
    orang.dibatasi_sampai = timezone.localdate() - dt.timedelta(days=1)
    orang.save()
    assert "S•••••" in cek(orang.nik, "Slamet Nugroho").content.decode()


def test_nothing_of_a_person_stands_in_any_reply(orang: Individu, buat_warga: Callable[..., Individu]) -> None:
    lain = buat_warga("SRI HANDAYANI", keluarga=orang.keluarga, hubungan="ISTRI")
    for nomor, nama in (
        (orang.nik, "Slamet Nugroho"),
        (orang.no_kk, "Slamet Nugroho"),
        (orang.nik, "Budi Santoso"),
        (orang.nik[:15], "Slamet Nugroho"),
        (orang.nik, "."),
    ):
        balasan = cek(nomor, nama)
        teks = balasan.content.decode() + str(dict(balasan.headers))
        for rahasia in (
            orang.nik, orang.no_kk, orang.id_dtks, lain.nik, "SLAMET", "HANDAYANI", "Handayani", "KENARI", "BURUNG",
            "SUMBERJO", "Sumberjo", "1984", "15-03", "esil 3", "003",
        ):  # fmt: skip
            assert rahasia not in teks, (nomor[:4], nama, rahasia)
        assert not re.search(r"\d{16}", teks)


def test_an_address_is_never_an_answer(orang: Individu) -> None:
    balasan = Client().get("/cek/", {"nik": orang.nik, "nomor": orang.nik, "nama": orang.nama})
    assert polos(balasan) == polos(Client().get("/cek/"))
    assert not Percobaan.objects.exists()
    assert polos(Client().get("/cek/permohonan/", {"kode": "A" * 16})) == polos(Client().get("/cek/permohonan/"))


@pytest.mark.parametrize(
    ("nomor", "nama", "pesan"),
    [
        ("", "Slamet", "Isi NIK atau nomor KK."),
        ("99710115038400", "Slamet", "yang diisi 14"),
        ("99710115O3840001", "Slamet", "angka saja"),
        ("٩٩٧١٠١١٥٠٣٨٤٠٠٠١", "Slamet", "angka saja"),
        ("9971011503840001", "", "Isi Nama sesuai KTP."),
        ("9971011503840001", "?", "nama lengkap"),
    ],
)
def test_input_that_cannot_be_right_says_what_to_do(instansi: Any, nomor: str, nama: str, pesan: str) -> None:
    balasan = cek(nomor, nama)
    assert balasan.status_code == 422 and pesan in balasan.content.decode()
    assert 'aria-invalid="true"' in balasan.content.decode()
    assert not Percobaan.objects.exists(), "a slip of the finger costs no try"


@pytest.mark.parametrize("jahat", PAYLOAD)
def test_markup_in_a_field_stays_text(aturan: None, jahat: str) -> None:
    for balasan in (
        cek("9971011503840001", jahat),
        cek("123", jahat),
        Client().post("/cek/permohonan/", {"kode": jahat}),
    ):
        assert balasan.status_code in {200, 404, 422}
        assert jahat not in balasan.content.decode() or "<" not in jahat
        assert b"<script>" not in balasan.content and b"<img" not in balasan.content


def test_the_number_of_queries_is_pinned(orang: Individu, django_assert_num_queries: Any) -> None:
    cek("9971019999999998", "Slamet Nugroho")  # the dated rules are read once
    with django_assert_num_queries(2):  # is the app in use, have the rules changed
        Client().get("/cek/")
    with django_assert_num_queries(
        5
    ):  # is the app in use, counts, have the rules changed, who has the number, the person
        cek(orang.nik, "Slamet Nugroho")
    with django_assert_num_queries(4):
        cek("9971019999999999", "Slamet Nugroho")


def test_a_changed_rule_shows_at_once(orang: Individu) -> None:
    from dtks.models import PeriodePengajuan, SyaratBerkas

    assert "sedang dibuka" in cek("9971019999999999", "Slamet Nugroho").content.decode()
    periode = PeriodePengajuan.objects.get()
    periode.berlaku_sampai = periode.berlaku_mulai
    periode.save()
    assert "belum dibuka" in cek("9971019999999999", "Slamet Nugroho").content.decode()
    SyaratBerkas.objects.filter(kode="sktm").delete()
    assert "SKTM" not in cek("9971019999999999", "Slamet Nugroho").content.decode()


def test_without_rules_or_hours_the_page_still_answers(instansi: Any, buat_warga: Callable[..., Individu]) -> None:
    isi = cek(buat_warga().nik, "Slamet Nugroho").content.decode()
    assert "Tanyakan di loket" in isi
    assert "Pengajuan baru belum dibuka." in cek("9971019999999999", "Slamet Nugroho").content.decode()


def test_a_form_without_its_token_is_refused(orang: Individu) -> None:
    klien = Client(enforce_csrf_checks=True)
    assert klien.post("/cek/", {"nomor": orang.nik, "nama": orang.nama}).status_code == 403


def test_questions_flow_and_hours_come_from_the_data(aturan: None) -> None:
    import datetime as dt

    from dtks.models import JamLayanan

    JamLayanan.objects.create(
        hari_awal=1,
        hari_akhir=4,
        buka=dt.time(7, 30),
        tutup=dt.time(16),
        berlaku_mulai=dt.date(2022, 1, 1),
        dasar_hukum="uji",
    )
    isi = Client().get("/cek/tanya/").content.decode()
    assert "Sedang dibuka" in isi and "SKTM (bila ada)" in isi and "07.30–16.00" in isi and "Jumat–Minggu" in isi
    assert "Alur layanan" in Client().get("/cek/alur/").content.decode()
