"""The inherited case of a resource: what every list with its record, form, trash, export and import must do.

A subclass names the model, where its pages begin, and three dictionaries:

- `siapa`: who may do all of it (`pemegang`), who meets the pages and changes nothing (`pembaca`), who meets none of them
  (`asing`), and who proposes instead of doing (`pengusul`), each by the name of his fixture; `pembaca`, `pengusul` may lack;
- `baru`: what is typed for a new record (`None`: the noun has no form for a new one, `buat` makes it);
- `ubahan`: fields that are changed, with what is typed.

`unik` are the fields that must differ between records; `luar` moves a record out of the holder's reach (nothing: the
noun is the whole office's); `impor` names the kind that its export comes back by.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from inti.models import JejakBaca, Pengguna, Perubahan, Usulan
from inti.services.usulan import usulan_setujui
from inti.sheets.impor import impor_berkas
from tests.kepercayaan.penyerang import klien_peran

Ambil = Callable[[str], Any]


class UjiSumber:
    """Inherit as `class TestX(UjiSumber)`; a test that cannot hold for the noun is skipped by what its attributes lack."""

    model: ClassVar[Any]
    depan: ClassVar[str]
    siapa: ClassVar[dict[str, str]]
    baru: ClassVar[dict[str, Any] | None]
    ubahan: ClassVar[dict[str, Any]]
    unik: ClassVar[tuple[str, ...]] = ("nama",)
    impor: ClassVar[str] = ""
    sampah: ClassVar[bool] = True

    @pytest.fixture(autouse=True)
    def _siapkan(self, request: pytest.FixtureRequest, db: None, instansi: Any) -> None:
        self.ambil: Ambil = request.getfixturevalue
        self.orang = {n: request.getfixturevalue(f) for n, f in self.siapa.items()}

    # --- what a subclass may say better ---------------------------------------------------------------------------

    def isian(self) -> dict[str, Any]:
        """`baru`, with keys of records that fixtures made."""
        return dict(self.baru or {})

    def buat(self, n: int = 0) -> Any:
        """A record within the holder's reach; `n` tells it from others."""
        isi = self.isian()
        for f in self.unik:
            isi[f] = f"{isi[f]} {n}" if n else isi[f]
        fk = {f.attname for f in self.model._meta.concrete_fields if f.is_relation}
        return self.model.objects.create(**{f"{k}_id" if f"{k}_id" in fk else k: v for k, v in isi.items()})

    def luar(self, objek: Any) -> bool:
        """Move it out of the holder's reach. False: the noun is the whole office's."""
        return False

    def tampak(self, objek: Any) -> str:
        """How its list calls it."""
        return str(objek)

    # --- helpers --------------------------------------------------------------------------------------------------

    def klien(self, siapa: str = "pemegang") -> Client:
        if siapa not in self.orang:
            pytest.skip(f"tidak ada {siapa}")
        return klien_peran(self.orang[siapa])

    def alamat(self, objek: Any = None, ekor: str = "") -> str:
        return f"{self.depan}{objek.pk}/{ekor}" if objek is not None else f"{self.depan}{ekor}"

    def kiriman(self, objek: Any) -> dict[str, Any]:
        """What the change form would send: the record's values with the changes."""
        halaman = self.klien().get(self.alamat(objek, "ubah/"))
        form = halaman.context["form"]
        isi = {n: form[n].value() for n in form.fields}
        kirim = {n: v for n, v in isi.items() if v is not None and v is not False} | self.ubahan
        return kirim | {"versi": objek.versi}

    def nilai(self, objek: Any) -> dict[str, str]:
        segar = self.model._base_manager.get(pk=objek.pk)
        return {n: str(getattr(segar, n)) for n in self.ubahan}

    # --- list and record ------------------------------------------------------------------------------------------

    def test_the_list_and_the_record_show_it(self) -> None:
        objek = self.buat()
        for jalur in (self.alamat(ekor="?semua=1"), self.alamat(objek)):
            balasan = self.klien().get(jalur)
            assert balasan.status_code == 200, jalur
            assert self.tampak(objek) in balasan.content.decode()

    def test_whoever_has_no_right_meets_no_page(self) -> None:
        objek = self.buat()
        for ekor in ("", "ubah/", *(["buang/"] if self.sampah else [])):
            assert self.klien("asing").get(self.alamat(objek, ekor)).status_code in {403, 404}, ekor
        assert self.klien("asing").get(self.alamat()).status_code == 403

    def test_a_reader_changes_nothing(self) -> None:
        objek, klien = self.buat(), self.klien("pembaca")
        kirim = self.kiriman(objek)
        assert klien.get(self.alamat(objek)).status_code == 200
        assert self.alamat(objek, "ubah/") not in klien.get(self.alamat(objek)).content.decode()
        assert klien.post(self.alamat(objek, "ubah/"), kirim).status_code == 403
        assert self.model._base_manager.get(pk=objek.pk).versi == objek.versi

    def test_what_lies_beyond_ones_reach_is_not_found(self) -> None:
        objek = self.buat()
        kirim = self.kiriman(objek)
        if not self.luar(objek):
            pytest.skip("milik seluruh kantor")
        for ekor in ("", "ubah/", *(["buang/"] if self.sampah else [])):
            assert self.klien().get(self.alamat(objek, ekor)).status_code == 404, ekor
        assert self.klien().post(self.alamat(objek, "ubah/"), kirim).status_code == 404
        assert str(objek) not in self.klien().get(self.alamat(ekor="?semua=1")).content.decode()

    def test_the_list_costs_the_same_for_three_and_for_thirty(self) -> None:
        klien = self.klien()
        for n in range(3):
            self.buat(n)
        klien.get(self.alamat(ekor="?semua=1"))
        with CaptureQueriesContext(connection) as tiga:
            klien.get(self.alamat(ekor="?semua=1"))
        for n in range(3, 30):
            self.buat(n)
        with CaptureQueriesContext(connection) as banyak:
            klien.get(self.alamat(ekor="?semua=1"))
        assert len(banyak) == len(tiga)

    # --- changes --------------------------------------------------------------------------------------------------

    def test_a_new_record_is_one_act_with_its_history(self) -> None:
        if self.baru is None:
            pytest.skip("tidak ada formulir baru")
        kirim = self.isian() | {"kunci_kirim": "a" * 20}
        for _ in range(2):  # a double click is one record
            assert self.klien().post(self.alamat(ekor="baru/"), kirim).status_code == 302
        (objek,) = self.model.objects.all()
        assert objek.riwayat.count() == 1
        baris = [objek._meta.label_lower, objek.pk, "+"]
        assert sum(baris in p.objek for p in Perubahan.objects.all()) == 1

    def test_an_empty_form_says_what_lacks(self) -> None:
        if self.baru is None:
            pytest.skip("tidak ada formulir baru")
        balasan = self.klien().post(self.alamat(ekor="baru/"), {})
        assert balasan.status_code == 422
        assert "invalid-feedback" in balasan.content.decode()
        assert not self.model.objects.exists()

    def test_a_change_is_kept_and_an_old_page_is_refused(self) -> None:
        objek = self.buat()
        kirim = self.kiriman(objek)
        assert self.klien().post(self.alamat(objek, "ubah/"), kirim).status_code == 302
        assert self.model._base_manager.get(pk=objek.pk).versi == objek.versi + 1
        sesudah = self.nilai(objek)
        balasan = self.klien().post(self.alamat(objek, "ubah/"), kirim)
        assert balasan.status_code == 409, "somebody saved it meanwhile"
        assert self.nilai(objek) == sesudah

    def test_the_trash_gives_it_back(self) -> None:
        if not self.sampah:
            pytest.skip("tidak dibuang")
        objek = self.buat()
        kirim = {"versi": objek.versi, "sebab": "keliru"}
        assert self.klien().post(self.alamat(objek, "buang/"), kirim).status_code == 302
        assert self.klien().get(self.alamat(objek)).status_code == 404
        assert str(objek) in self.klien().get(self.alamat(ekor="sampah/")).content.decode()
        self.klien().post(self.alamat(ekor="sampah/"), {"pk": objek.pk})
        assert self.klien().get(self.alamat(objek)).status_code == 200

    def test_a_proposal_waits_and_is_carried_out(self) -> None:
        objek, klien = self.buat(), self.klien("pengusul")
        kirim, sebelum = self.kiriman(objek), self.nilai(objek)
        assert klien.post(self.alamat(objek, "ubah/"), kirim).status_code == 302
        assert self.nilai(objek) == sebelum
        usulan_setujui(usulan=Usulan.objects.get(), oleh=self.orang["pemegang"])
        assert self.nilai(objek) != sebelum

    # --- out and in -----------------------------------------------------------------------------------------------

    def test_the_export_holds_it_and_leaves_one_line(self, tmp_path: Any) -> None:
        objek, klien = self.buat(), self.klien()
        balasan = klien.get(self.alamat(ekor="?ekspor=csv"))
        if balasan.headers.get("Content-Disposition") is None:
            pytest.skip("tidak diekspor")
        isi = balasan.content.decode("utf-8-sig")
        assert self.tampak(objek).split(",")[0] in isi
        assert JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR, oleh=self._pemegang()).count() == 1

    def test_what_goes_out_comes_in_unchanged(self, tmp_path: Any) -> None:
        if not self.impor:
            pytest.skip("tidak diimpor")
        self.buat()
        berkas = tmp_path / "keluar.csv"
        from django.core.management import call_command

        call_command("ekspor", self.impor, "--ke", str(berkas))
        hasil = impor_berkas(self.impor, berkas, simpan=True)
        assert (hasil.baru, hasil.berubah, hasil.ditolak) == (0, 0, 0)
        assert hasil.sama >= 1

    def _pemegang(self) -> Pengguna:
        pengguna: Pengguna = self.orang["pemegang"]
        return pengguna
