"""Pages of the dated rules of the counter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.utils import timezone

from dtks.models import AturanLayanan, JamLayanan, PeriodePengajuan, SyaratBerkas
from inti.models import Pengguna, Usulan
from inti.services.usulan import usulan_setujui
from tests.sumber import UjiSumber

D = dt.date
SIAPA = {"pemegang": "pimpinan", "pembaca": "loket", "asing": "arsiparis"}


def berurutan(n: int) -> dict[str, Any]:
    """Days of the n-th row: one a month, so that they never meet."""
    return {"berlaku_mulai": D(2020 + n // 12, n % 12 + 1, 1), "berlaku_sampai": D(2020 + n // 12, n % 12 + 1, 20)}


class _Bertanggal(UjiSumber):
    siapa, unik = SIAPA, ()

    def buat(self, n: int = 0) -> Any:
        objek = self.model.objects.create(**self.isian() | berurutan(n))
        objek.refresh_from_db()
        return objek


class TestAturanLayanan(_Bertanggal):
    model, depan = AturanLayanan, "/dtks/aturan/"
    baru = {
        "jenis": "reaktivasi", "berlaku_mulai": "2025-01-01", "desil_min": 1, "desil_max": 5, "masa_berlaku_surat": 30,
        "persetujuan": "pejabat", "tujuan_surat": "Kepala BPJS", "kode_klasifikasi": "400.9", "dasar_hukum": "Uji",
    }  # fmt: skip
    ubahan = {"desil_max": 4}

    def tampak(self, objek: Any) -> str:
        return "Reaktivasi PBI-JK"


class TestSyarat(_Bertanggal):
    model, depan = SyaratBerkas, "/dtks/syarat/"
    baru = {"jenis": "reaktivasi", "kode": "ktp", "nama": "KTP asli", "urutan": 1, "berlaku_mulai": "2025-01-01",
            "dasar_hukum": "Uji"}  # fmt: skip
    ubahan = {"nama": "KTP dan salinannya"}

    def tampak(self, objek: Any) -> str:
        return str(objek.nama)


class TestPeriode(_Bertanggal):
    model, depan = PeriodePengajuan, "/dtks/periode/"
    baru = {"nama": "Maret", "berlaku_mulai": "2025-03-01", "berlaku_sampai": "2025-03-31", "dasar_hukum": "Uji"}
    ubahan = {"nama": "April"}

    def tampak(self, objek: Any) -> str:
        return str(objek.nama)


class TestJam(_Bertanggal):
    model, depan = JamLayanan, "/dtks/jam/"
    baru = {"hari_awal": 1, "hari_akhir": 4, "buka": "07:30", "tutup": "16:00", "berlaku_mulai": "2025-01-01",
            "dasar_hukum": "Uji"}  # fmt: skip
    ubahan = {"tutup": "15:00"}

    def tampak(self, objek: Any) -> str:
        return str(objek.hari)


@pytest.fixture
def klien(masuk_sebagai: Callable[[Pengguna], Client], pimpinan: Pengguna, instansi: Any) -> Client:
    return masuk_sebagai(pimpinan)


KIRIM = TestAturanLayanan.baru


def test_a_row_in_place_of_another_from_a_day_on(aturan: None, klien: Client) -> None:
    lama = AturanLayanan.objects.get(jenis="reaktivasi", berlaku_sampai=None)
    assert "Ganti mulai tanggal" in klien.get(lama.get_absolute_url()).content.decode()
    form = klien.get(f"/dtks/aturan/{lama.pk}/ganti/").context["form"]
    assert "jenis" not in form.fields and form["desil_max"].value() == 5 and not form["berlaku_mulai"].value()
    kirim = {n: form[n].value() or "" for n in form.fields} | {"desil_max": 3, "dasar_hukum": "Baru"}
    kirim.pop("id_dtks_wajib")
    awal = klien.post(f"/dtks/aturan/{lama.pk}/ganti/", kirim | {"berlaku_mulai": "01-01-2025", "versi": lama.versi})
    assert awal.status_code == 422 and "Bertindih" in awal.content.decode()
    balasan = klien.post(f"/dtks/aturan/{lama.pk}/ganti/", kirim | {"berlaku_mulai": "01-07-2026", "versi": lama.versi})
    assert balasan.status_code == 302
    lama.refresh_from_db()
    baru = AturanLayanan.objects.pada(D(2026, 7, 1)).get(jenis="reaktivasi")
    assert (lama.berlaku_sampai, baru.desil_max, baru.jenis) == (D(2026, 6, 30), 3, "reaktivasi")
    assert (
        klien.post(f"/dtks/aturan/{lama.pk}/ganti/", kirim | {"berlaku_mulai": "01-09-2026", "versi": 1}).status_code
        == 409
    )


def test_an_overlap_is_said_at_the_first_day(aturan: None, klien: Client) -> None:
    balasan = klien.post("/dtks/aturan/baru/", KIRIM | {"berlaku_mulai": "01-06-2026"})
    assert balasan.status_code == 422
    assert (
        "Bertindih dengan Reaktivasi PBI-JK, 01-01-2025 seterusnya"
        in balasan.context["form"].errors["berlaku_mulai"][0]
    )
    assert AturanLayanan.objects.count() == 3


def test_the_trash_says_what_has_taken_the_place(aturan: None, klien: Client) -> None:
    lama = AturanLayanan.objects.get(jenis="pengajuan_baru")
    klien.post(f"/dtks/aturan/{lama.pk}/buang/", {"versi": lama.versi})
    klien.post("/dtks/aturan/baru/", KIRIM | {"jenis": "pengajuan_baru"})
    balasan = klien.post("/dtks/aturan/sampah/", {"pk": lama.pk}, follow=True)
    assert "Bertindih dengan Pengajuan baru, 01-01-2025 seterusnya" in balasan.content.decode()
    lama.refresh_from_db()
    assert lama.dibuang_pada is not None


def test_the_list_says_on_which_days_a_rule_lacks(aturan: None, klien: Client) -> None:
    assert "Hari tanpa aturan" not in klien.get("/dtks/aturan/?semua=1").content.decode()
    AturanLayanan.objects.filter(jenis="pengajuan_baru").update(berlaku_sampai=timezone.localdate())
    isi = klien.get("/dtks/aturan/?semua=1").content.decode()
    besok = timezone.localdate() + dt.timedelta(days=1)
    assert "Hari tanpa aturan" in isi and f"{besok:%d-%m-%Y} sampai" in isi
    assert "Hari tanpa aturan" not in klien.get("/dtks/jam/?semua=1").content.decode(), "closed days are in order"


def test_the_list_of_a_day(aturan: None, klien: Client) -> None:
    def ada(saringan: str) -> int:
        return len(klien.get(f"/dtks/aturan/?{saringan}").context["baris"])

    assert (ada("semua=1"), ada("pada=2024-12-31"), ada("pada=2021-01-01"), ada("berlaku=kini")) == (3, 2, 0, 2)
    assert (ada("berlaku=lewat"), ada("berlaku=nanti"), ada("jenis=pengajuan_baru")) == (1, 0, 1)


def test_an_intern_proposes_and_the_row_comes_with_the_approval(
    aturan: None, magang: Pengguna, pimpinan: Pengguna, instansi: Any, masuk_sebagai: Callable[[Pengguna], Client],
) -> None:  # fmt: skip
    lama = AturanLayanan.objects.get(jenis="reaktivasi", berlaku_sampai=None)
    jenis = ContentType.objects.get_for_model(AturanLayanan)
    usul, _ = Permission.objects.get_or_create(content_type=jenis, codename="usul_add_aturanlayanan")
    magang.groups.get().permissions.add(usul)
    kirim = {k: v for k, v in KIRIM.items() if k != "jenis"} | {"berlaku_mulai": "01-07-2026", "versi": lama.versi}
    balasan = masuk_sebagai(magang).post(f"/dtks/aturan/{lama.pk}/ganti/", kirim)
    assert balasan.status_code == 302
    lama.refresh_from_db()
    assert lama.berlaku_sampai is None
    usulan_setujui(usulan=Usulan.objects.get(), oleh=pimpinan)
    lama.refresh_from_db()
    assert lama.berlaku_sampai == D(2026, 6, 30)
