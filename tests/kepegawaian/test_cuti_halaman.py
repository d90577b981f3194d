"""Pages of leave: counting, sending, the queue, scope, calendar, files, and what they cost."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from pypdf import PdfReader

from inti.galat import AturanDilanggar
from inti.models import JejakBaca, Pengguna, UnitKerja
from kepegawaian.models import AturanCuti, Pegawai, PengajuanCuti
from kepegawaian.queries.cuti import ringkasan_saya
from kepegawaian.services import cuti as services
from tests.kepegawaian.contoh_cuti import isian, sisa

pytestmark = pytest.mark.django_db
Masuk = Callable[[Pengguna], Client]


def kirim(klien: Client, alamat: str, data: dict[str, Any], **lain: Any) -> Any:
    bentuk = {k: f"{v:%d-%m-%Y}" if isinstance(v, dt.date) else "" if v is None else v for k, v in data.items()}
    return klien.post(alamat, bentuk | lain)


def test_counting_comes_before_sending_and_works_without_javascript(
    laras: Pegawai, staf: Pengguna, instansi: Any, masuk_sebagai: Masuk
) -> None:
    klien, alamat, data = masuk_sebagai(staf), "/kepegawaian/cuti/saya/ajukan/", isian()
    hitung = kirim(klien, alamat, {n: data[n] for n in ("jenis", "mulai", "sampai")}, hitung="1")
    assert hitung.status_code == 200 and "Dapat diajukan: 3 hari kerja" in hitung.content.decode()
    sidik = hitung.context["sidik"]
    langsung = kirim(klien, alamat, data, kirim="1")
    assert "Belum dikirim" in langsung.content.decode() and not PengajuanCuti.objects.exists()
    lain = kirim(klien, alamat, data | {"sampai": data["mulai"]}, kirim="1", dihitung=sidik)
    assert "Belum dikirim" in lain.content.decode() and not PengajuanCuti.objects.exists()
    assert kirim(klien, alamat, data, kirim="1", dihitung=sidik).status_code == 302
    assert PengajuanCuti.objects.get().hari == 3


def test_a_doctors_letter_is_stored_and_seen_by_those_above_only(
    laras: Pegawai,
    rina: Pegawai,
    staf: Pengguna,
    loket: Pengguna,
    penyelia: Pengguna,
    administrator: Pengguna,
    instansi: Any,
    masuk_sebagai: Masuk,
) -> None:
    keluaran = BytesIO()
    Image.new("RGB", (60, 40)).save(keluaran, "JPEG")
    keluaran.seek(0)
    keluaran.name = "surat.jpg"
    hari = timezone.localdate() - dt.timedelta(days=1)
    data = isian(jenis="sakit", mulai=hari, sampai=hari, surat_jenis="dokter")
    klien, alamat = masuk_sebagai(staf), "/kepegawaian/cuti/saya/ajukan/"
    sidik = kirim(klien, alamat, data, hitung="1").context["sidik"]
    assert kirim(klien, alamat, data, kirim="1", dihitung=sidik).status_code == 422
    assert kirim(klien, alamat, data, kirim="1", dihitung=sidik, surat=keluaran).status_code == 302
    surat = PengajuanCuti.objects.get().surat
    assert surat is not None
    for siapa, status in ((staf, 200), (penyelia, 200), (loket, 404), (administrator, 404)):
        assert masuk_sebagai(siapa).get(f"/berkas/{surat.pk}/").status_code == status, siapa


def test_who_finds_which_leave(
    cuti: PengajuanCuti,
    rina: Pegawai,
    staf: Pengguna,
    loket: Pengguna,
    penyelia: Pengguna,
    pimpinan: Pengguna,
    staf_lain: Pengguna,
    unit_lain: UnitKerja,
    masuk_sebagai: Masuk,
) -> None:
    from tests.conftest import buat_pengguna

    lain = buat_pengguna("penyelia9", "penyelia", unit=unit_lain)
    dasar = f"/kepegawaian/cuti/{cuti.pk}/"
    for siapa, status in ((staf, 200), (penyelia, 200), (pimpinan, 200), (loket, 404), (staf_lain, 404), (lain, 404)):
        assert masuk_sebagai(siapa).get(dasar).status_code == status, siapa
        assert masuk_sebagai(siapa).get(f"{dasar}formulir/").status_code == status, siapa
    for verba, boleh in (("pertimbangkan", penyelia), ("putuskan", pimpinan)):
        for siapa in (penyelia, pimpinan, lain):
            harus = 200 if siapa == boleh else 404
            assert masuk_sebagai(siapa).get(f"{dasar}{verba}/").status_code == harus, (verba, siapa)
    assert masuk_sebagai(penyelia).get(f"{dasar}batal/").status_code == 404
    assert masuk_sebagai(penyelia).get(f"{dasar}ubah/").status_code == 404
    assert masuk_sebagai(penyelia).get(f"{dasar}tarik/").status_code == 403
    for jalur in ("saldo/?unit=linjamsos", "kalender/?unit=linjamsos"):
        assert masuk_sebagai(lain).get(f"/kepegawaian/cuti/{jalur}").status_code == 404
        assert masuk_sebagai(staf).get(f"/kepegawaian/cuti/{jalur}").status_code == 403


def test_the_queue_grants_with_one_press_and_moves_on(
    cuti: PengajuanCuti, penyelia: Pengguna, pimpinan: Pengguna, staf: Pengguna, masuk_sebagai: Masuk
) -> None:
    for siapa, verba in ((penyelia, "pertimbangkan"), (pimpinan, "putuskan")):
        klien = masuk_sebagai(siapa)
        assert cuti.pegawai.nama in klien.get("/kepegawaian/cuti/antrean/").content.decode()
        assert f'href="{cuti.get_absolute_url()}"' in klien.get("/").content.decode()
        segar = PengajuanCuti.objects.get(pk=cuti.pk)
        kirim(klien, f"/kepegawaian/cuti/{cuti.pk}/{verba}/", {"hasil": "setuju", "catatan": "", "versi": segar.versi})
        assert "Tidak ada cuti yang menunggu" in klien.get("/kepegawaian/cuti/antrean/").content.decode()
    assert PengajuanCuti.objects.get().status == "disetujui"
    assert "Disetujui" in masuk_sebagai(staf).get("/kepegawaian/cuti/saya/").content.decode()


def test_the_calendar_marks_days_with_two_away(
    cuti: PengajuanCuti, rina: Pegawai, loket: Pengguna, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    services.cuti_ajukan(isian=isian(n=1), oleh=loket)
    halaman = masuk_sebagai(penyelia).get(
        f"/kepegawaian/cuti/kalender/?tahun={cuti.mulai.year}&bulan={cuti.mulai.month}"
    )
    isi = halaman.content.decode()
    assert isi.count("<strong>2!</strong>") == 1 and "Cuti tahunan, menunggu" in isi
    assert "Rina Puspita" in masuk_sebagai(penyelia).get(f"/kepegawaian/cuti/{cuti.pk}/").content.decode()
    kisi = halaman.context["kisi"]
    orang = {b.label: b for g in kisi.kelompok for b in g.baris}
    hari = cuti.mulai.day - 1
    assert orang["Laras Wulandari"].sel[hari].kode == "T?" and f'href="/kepegawaian/cuti/{cuti.pk}/"' in isi
    assert [k.libur for k in kisi.kolom][hari] is False and any(k.libur for k in kisi.kolom)


def test_the_calendar_goes_out_as_file_and_on_paper_with_a_line_in_the_read_log(
    cuti: PengajuanCuti, penyelia: Pengguna, masuk_sebagai: Masuk
) -> None:
    klien, m = masuk_sebagai(penyelia), cuti.mulai
    alamat = f"/kepegawaian/cuti/kalender/?tahun={m.year}&bulan={m.month}"
    isi = klien.get(f"{alamat}&ekspor=csv").content.decode("utf-8-sig")
    kepala, *baris = csv.reader(isi.splitlines(), delimiter=";")
    assert kepala[:2] == ["Unit", "Pegawai"] and kepala[m.day + 1] == f"{m:%d-%m-%Y}"
    assert [b[m.day + 1] for b in baris if b[1] == "Laras Wulandari"] == ["T?"]
    pdf = klien.get(f"{alamat}&bentuk=pdf")
    teks = "".join(h.extract_text() for h in PdfReader(BytesIO(pdf.getvalue())).pages)
    assert "Laras Wulandari" in teks and "T?" in teks and "T tahunan" in teks
    assert JejakBaca.objects.filter(jenis=JejakBaca.Jenis.EKSPOR).count() == 2


def test_balances_and_lists_leave_as_files(cuti: PengajuanCuti, penyelia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(penyelia)
    saldo = klien.get(f"/kepegawaian/cuti/saldo/?tahun={cuti.mulai.year}&ekspor=csv").content.decode()
    assert "Laras Wulandari" in saldo
    assert cuti.nomor.teks in klien.get("/kepegawaian/cuti/?ekspor=csv").content.decode()
    baru = {"pegawai": cuti.pegawai_id, "tahun": cuti.mulai.year, "sisa_n1": 3, "sisa_n2": 0, "keterangan": ""}
    assert klien.post("/kepegawaian/cuti/saldo/awal/baru/", baru).status_code == 302
    assert klien.post("/kepegawaian/cuti/saldo/awal/baru/", baru).status_code == 422
    assert sisa(cuti.pegawai, cuti.mulai.year) == 12


def test_an_account_without_a_staff_record_is_told(instansi: Any, staf: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(staf)
    assert "belum tercatat sebagai pegawai" in klien.get("/kepegawaian/cuti/saya/").content.decode()
    assert klien.get("/kepegawaian/cuti/saya/ajukan/").status_code == 302
    with pytest.raises(AturanDilanggar, match="BUKAN_PEGAWAI"):
        services.cuti_ajukan(isian=isian(), oleh=staf)


def test_pages_cost_the_same_for_few_and_many(
    cuti: PengajuanCuti,
    rina: Pegawai,
    loket: Pengguna,
    staf: Pengguna,
    penyelia: Pengguna,
    masuk_sebagai: Masuk,
    django_assert_max_num_queries: Any,
) -> None:
    services.cuti_ajukan(isian=isian(n=2), oleh=loket)
    services.cuti_ajukan(isian=isian(minggu=7, n=2), oleh=loket)
    services.cuti_ajukan(isian=isian(minggu=7, n=2), oleh=staf)
    for siapa, jalur, paling in (
        (penyelia, "?semua=1", 29),
        (penyelia, "saldo/", 32),
        (penyelia, "kalender/", 30),
        (penyelia, "antrean/", 31),
        (penyelia, f"{cuti.pk}/", 32),
        (staf, "saya/", 26),
        (staf, "saya/ajukan/", 37),
    ):
        klien = masuk_sebagai(siapa)
        with django_assert_max_num_queries(paling):
            assert klien.get(f"/kepegawaian/cuti/{jalur}").status_code == 200


def test_the_common_rules_are_filled_by_a_press(instansi: Any, personalia: Pengguna, masuk_sebagai: Masuk) -> None:
    klien = masuk_sebagai(personalia)
    klien.post("/kepegawaian/cuti/aturan/isi/", {"isi": "lain"})
    assert not AturanCuti.objects.exists()
    balasan = klien.post("/kepegawaian/cuti/aturan/isi/", {"isi": "baku"}, follow=True)
    assert "13 aturan ditambahkan." in balasan.content.decode()
    assert "Cuti besar" in balasan.content.decode()


def test_my_page_has_what_it_needs(cuti: PengajuanCuti, laras: Pegawai) -> None:
    isi = ringkasan_saya(laras)
    assert [c.pk for c in isi["cuti"]] == [cuti.pk] and isi["berhak"]


def test_the_demonstration_has_every_state_and_no_overlap(kantor_demo: str) -> None:
    semua = list(PengajuanCuti.objects.select_related("pegawai"))
    assert {c.status for c in semua} == set(PengajuanCuti.Status.values)
    for a in semua:
        for b in semua:
            if a.pk < b.pk and a.pegawai_id == b.pegawai_id:
                assert a.berakhir < b.mulai or a.mulai > b.berakhir, (a, b)
