"""Daily performance: written, copied, proposed, approved or returned by the superior of the date, handed over, rated."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from inti.galat import AturanDilanggar, SudahDikirim, VersiBerubah
from inti.konteks import kiriman
from inti.models import Pemberitahuan, Pengguna, UnitKerja
from kepegawaian.models import AtasanKhusus, KegiatanHarian, Pegawai, PenilaianBulanan, TargetKinerja
from kepegawaian.queries.kinerja import ringkasan_saya, target_tahun
from kepegawaian.services import kinerja as layanan_kinerja
from kepegawaian.services import kinerja_nilai as layanan_kinerja_nilai
from tests.conftest import buat_pengguna
from tests.kepegawaian.conftest import jabat

pytestmark = pytest.mark.django_db
KINI = dt.datetime(2026, 11, 20, 10, 0)  # a Friday
HARI = KINI.date()
JUMAT, KAMIS = HARI, HARI - dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def hari_tetap(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every test on the same Friday."""
    saat = timezone.make_aware(KINI)
    monkeypatch.setattr(timezone, "now", lambda: saat)
    yield


@pytest.fixture
def kepala(dinas: UnitKerja, pegawai_baru: Callable[..., Pegawai]) -> Pegawai:
    return pegawai_baru("Ratna", dinas, buat_pengguna("pimpinan", "pimpinan", unit=dinas), memimpin=True)


@pytest.fixture
def atasan(unit: UnitKerja, kepala: Pegawai, pegawai_baru: Callable[..., Pegawai]) -> Pegawai:
    return pegawai_baru("Hendra", unit, buat_pengguna("penyelia", "penyelia", unit=unit), memimpin=True)


@pytest.fixture
def atasan_lain(unit_lain: UnitKerja, kepala: Pegawai, pegawai_baru: Callable[..., Pegawai]) -> Pegawai:
    return pegawai_baru("Sulastri", unit_lain, buat_pengguna("penyelia2", "penyelia", unit=unit_lain), memimpin=True)


@pytest.fixture
def laras(unit: UnitKerja, staf: Pengguna, atasan: Pegawai, pegawai_baru: Callable[..., Pegawai]) -> Pegawai:
    return pegawai_baru("Laras", unit, staf)


def baris(kegiatan: str = "Memadankan data", **lain: Any) -> dict[str, Any]:
    return {
        "id": 0, "versi": 0, "kegiatan": kegiatan, "target": None, "jumlah": 3, "satuan": "data", "menit": 120,
        "tautan": "", "bukti": None, "hapus": False, **lain,
    }  # fmt: skip


def tulis(p: Pegawai, *isi: dict[str, Any], tanggal: dt.date = JUMAT, ajukan: bool = False) -> Any:
    return layanan_kinerja.hari_simpan(
        pegawai=p, tanggal=tanggal, baris=list(isi) or [baris()], oleh=p.pengguna, ajukan=ajukan
    )


def kode(panggil: Callable[[], Any]) -> str:
    with pytest.raises(AturanDilanggar) as galat:
        panggil()
    return galat.value.kode


def test_a_day_is_written_in_one_act_and_changed_rows_alone_get_a_new_version(laras: Pegawai) -> None:
    tulis(laras, baris("Satu"), baris("Dua"))
    satu, dua = KegiatanHarian.objects.order_by("id")
    semula = [{**baris(k.kegiatan), "id": k.pk, "versi": k.versi} for k in (satu, dua)]
    tulis(laras, semula[0], {**semula[1], "menit": 60})
    assert list(KegiatanHarian.objects.order_by("id").values_list("versi", "menit")) == [(1, 120), (2, 60)]
    tulis(laras, {**semula[0], "hapus": True})
    assert KegiatanHarian.objects.hidup().get().kegiatan == "Dua"


def test_the_same_form_twice_writes_once(laras: Pegawai) -> None:
    kunci = str(uuid.uuid4())
    with kiriman(kunci):
        tulis(laras)
    with kiriman(kunci), pytest.raises(SudahDikirim):
        tulis(laras)
    assert KegiatanHarian.objects.count() == 1


def test_a_stale_row_is_refused(laras: Pegawai) -> None:
    k = tulis(laras)
    tulis(laras, baris(id=k.pk, versi=1, menit=60))
    with pytest.raises(VersiBerubah):
        tulis(laras, baris(id=k.pk, versi=1, menit=90))


@pytest.mark.parametrize(
    ("isi", "tanggal", "kode_galat"),
    [
        ({"menit": 721}, JUMAT, "MENIT_BERLEBIH"),
        ({}, JUMAT + dt.timedelta(days=1), "TANGGAL_DEPAN"),
        ({}, JUMAT - dt.timedelta(days=8), "LEWAT_BATAS_ISI"),
        ({}, dt.date(2019, 12, 31), "BELUM_BEKERJA"),
        ({"id": 999}, JUMAT, "KEGIATAN_HILANG"),
    ],
)
def test_what_a_day_refuses(laras: Pegawai, isi: dict[str, Any], tanggal: dt.date, kode_galat: str) -> None:
    assert kode(lambda: tulis(laras, baris(**isi), tanggal=tanggal)) == kode_galat
    assert not KegiatanHarian.objects.exists()


def test_nobody_writes_for_another(laras: Pegawai, atasan: Pegawai) -> None:
    k = lambda: layanan_kinerja.hari_simpan(pegawai=laras, tanggal=JUMAT, baris=[baris()], oleh=atasan.pengguna)  # noqa: E731
    assert kode(k) == "BUKAN_DIRI"


def test_anothers_target_is_refused(laras: Pegawai, atasan: Pegawai) -> None:
    asing = TargetKinerja.objects.create(pegawai=atasan, tahun=2026, uraian="A", satuan="data", jumlah=1)
    assert kode(lambda: tulis(laras, baris(target=asing))) == "TARGET_ASING"


def test_yesterday_is_copied_once_as_drafts_without_evidence(laras: Pegawai) -> None:
    tulis(laras, baris("Satu", tautan="map"), baris("Dua"), tanggal=KAMIS, ajukan=True)
    tulis(laras, baris("Dua"))
    layanan_kinerja.hari_salin(pegawai=laras, dari=KAMIS, tanggal=JUMAT, oleh=laras.pengguna)
    kini = KegiatanHarian.objects.filter(tanggal=JUMAT).order_by("id")
    assert list(kini.values_list("kegiatan", "status", "tautan")) == [("Dua", "konsep", ""), ("Satu", "konsep", "")]
    salin = lambda: layanan_kinerja.hari_salin(pegawai=laras, dari=KAMIS, tanggal=JUMAT, oleh=laras.pengguna)  # noqa: E731
    assert kode(salin) == "TIDAK_ADA_DISALIN"


def test_proposed_it_waits_for_the_superior_and_approved_it_is_locked(laras: Pegawai, atasan: Pegawai) -> None:
    k = tulis(laras, ajukan=True)
    k.refresh_from_db()
    assert (k.status, k.atasan) == ("diajukan", atasan)
    layanan_kinerja.kegiatan_setujui(kegiatan=[k], oleh=atasan.pengguna)
    k.refresh_from_db()
    assert (k.status, k.diputus_oleh) == ("disetujui", atasan.pengguna)
    assert kode(lambda: tulis(laras, baris(id=k.pk, versi=k.versi, menit=1))) == "KEGIATAN_TERKUNCI"
    assert kode(lambda: layanan_kinerja.kegiatan_setujui(kegiatan=[k], oleh=atasan.pengguna)) == "KEADAAN_TIDAK_SESUAI"


def test_returned_with_a_note_it_is_mended_and_goes_back_to_the_same_superior(laras: Pegawai, atasan: Pegawai) -> None:
    k = tulis(laras, ajukan=True)
    k.refresh_from_db()
    layanan_kinerja.kegiatan_kembalikan(kegiatan=k, catatan="Lampirkan daftar", oleh=atasan.pengguna)
    assert "Lampirkan daftar" in Pemberitahuan.objects.get(pengguna=laras.pengguna).teks
    k.refresh_from_db()
    tulis(laras, baris(id=k.pk, versi=k.versi, tautan="daftar"), ajukan=True)
    k.refresh_from_db()
    assert (k.status, k.atasan, k.tautan) == ("diajukan", atasan, "daftar")


def test_nobody_approves_his_own_nor_what_waits_for_another(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai
) -> None:
    k = tulis(laras, ajukan=True)
    k.refresh_from_db()
    assert kode(lambda: layanan_kinerja.kegiatan_setujui(kegiatan=[k], oleh=laras.pengguna)) == "PERSETUJUAN_SENDIRI"
    k.refresh_from_db()
    assert kode(lambda: layanan_kinerja.kegiatan_setujui(kegiatan=[k], oleh=atasan_lain.pengguna)) == "BUKAN_ATASAN"


def test_after_a_transfer_in_mid_week_each_day_goes_to_the_superior_of_that_day(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai, unit_lain: UnitKerja
) -> None:
    jabat(laras, unit_lain, JUMAT)
    for hari in (KAMIS, JUMAT):
        tulis(laras, tanggal=hari, ajukan=True)
    assert [k.atasan for k in KegiatanHarian.objects.order_by("tanggal")] == [atasan, atasan_lain]


def test_a_wrong_superior_is_derived_anew_by_the_owner_once_the_history_is_mended(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai
) -> None:
    k = tulis(laras, ajukan=True)
    k.refresh_from_db()
    alih = lambda: layanan_kinerja.kegiatan_alihkan(kegiatan=[k], alasan="Keliru", oleh=laras.pengguna)  # noqa: E731
    assert kode(alih) == "ATASAN_SAMA"
    AtasanKhusus.objects.create(pegawai=laras, atasan=atasan_lain, tmt=KAMIS, alasan="Tim khusus")
    k.refresh_from_db()
    alih()
    k.refresh_from_db()
    assert (k.atasan, k.status) == (atasan_lain, "diajukan")
    assert Pemberitahuan.objects.filter(pengguna=atasan_lain.pengguna).count() == 1
    assert k.riwayat.count() == 3
    tentukan = lambda: layanan_kinerja.kegiatan_alihkan(  # noqa: E731
        kegiatan=[k], alasan="Mau dia", atasan=atasan, oleh=laras.pengguna
    )
    assert kode(tentukan) == "TIDAK_BERWENANG"


def test_the_personnel_desk_names_the_right_superior_but_never_the_person_himself(
    laras: Pegawai, atasan_lain: Pegawai, personalia: Pengguna
) -> None:
    k = tulis(laras, ajukan=True)
    k.refresh_from_db()
    layanan_kinerja.kegiatan_alihkan(kegiatan=[k], alasan="Salah", atasan=atasan_lain, oleh=personalia)
    k.refresh_from_db()
    assert k.atasan == atasan_lain
    sendiri = lambda: layanan_kinerja.kegiatan_alihkan(kegiatan=[k], alasan="x", atasan=laras, oleh=personalia)  # noqa: E731
    assert kode(sendiri) == "ATASAN_SENDIRI"


def test_whoever_has_no_superior_keeps_drafts(kepala: Pegawai) -> None:
    assert kode(lambda: tulis(kepala, ajukan=True)) == "ATASAN_TIDAK_ADA"
    tulis(kepala)
    assert KegiatanHarian.objects.get().status == "konsep"


def test_progress_counts_approved_amounts_alone(laras: Pegawai, atasan: Pegawai) -> None:
    t = layanan_kinerja.target_tambah(
        pegawai=laras, isian={"tahun": 2026, "uraian": "Data", "satuan": "data", "jumlah": 10}, oleh=laras.pengguna
    )
    tulis(laras, baris("Satu", target=t, jumlah=4), baris("Dua", target=t, jumlah=5), ajukan=True)
    layanan_kinerja.kegiatan_setujui(kegiatan=[KegiatanHarian.objects.get(kegiatan="Satu")], oleh=atasan.pengguna)
    assert [(x.tercapai, x.persen) for x in target_tahun(laras, 2026)] == [(4, 40)]  # type: ignore[attr-defined]
    ubah = lambda: layanan_kinerja.target_ubah(target=t, isian={"satuan": "berkas"}, oleh=laras.pengguna)  # noqa: E731
    assert kode(ubah) == "TARGET_DIPAKAI"
    t.refresh_from_db()
    layanan_kinerja.target_tutup(target=t, oleh=laras.pengguna)
    assert kode(lambda: layanan_kinerja.target_tutup(target=t, oleh=laras.pengguna)) == "TARGET_TUTUP"


OKTOBER = dt.date(2026, 10, 1)


def nilai(p: Pegawai, oleh: Any, bulan: dt.date = OKTOBER, **lain: Any) -> PenilaianBulanan:
    return layanan_kinerja_nilai.penilaian_beri(
        pegawai=p, bulan=bulan, hasil="atas", perilaku="sesuai", oleh=oleh, rujukan_ekinerja="EK-1", **lain
    )


def test_a_month_is_rated_by_the_superior_of_its_last_day(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai, unit_lain: UnitKerja
) -> None:
    jabat(laras, unit_lain, dt.date(2026, 10, 15))
    assert kode(lambda: nilai(laras, atasan.pengguna)) == "BUKAN_ATASAN"
    n = nilai(laras, atasan_lain.pengguna)
    assert (n.predikat, n.atasan) == ("baik", atasan_lain)
    assert kode(lambda: nilai(laras, laras.pengguna)) == "PENILAIAN_SENDIRI"
    assert kode(lambda: nilai(laras, atasan_lain.pengguna, dt.date(2026, 11, 1))) == "BULAN_BELUM_SELESAI"
    lama = PenilaianBulanan.objects.get(pk=n.pk)
    nilai(laras, atasan_lain.pengguna, penilaian=n, catatan="Bagus")
    with pytest.raises(VersiBerubah):
        nilai(laras, atasan_lain.pengguna, penilaian=lama)


Masuk = Callable[[Pengguna], Client]


def kiriman_hari(*isi: dict[str, Any], awal: int = 0, **lain: Any) -> dict[str, Any]:
    data: dict[str, Any] = {"b-TOTAL_FORMS": len(isi), "b-INITIAL_FORMS": awal, **lain}
    for n, b in enumerate(isi):
        data |= {f"b-{n}-{k}": v for k, v in b.items()}
    return data


def test_the_grid_saves_proposes_and_says_what_is_wrong(laras: Pegawai, instansi: Any, masuk_sebagai: Masuk) -> None:
    klien, alamat = masuk_sebagai(laras.pengguna), f"/kepegawaian/kinerja/?hari={JUMAT}"  # type: ignore[arg-type]
    kurang = klien.post(alamat, kiriman_hari({"kegiatan": "Rapat"}, {"kegiatan": "", "menit": ""}))
    assert kurang.status_code == 422 and "Isi waktu dalam menit." in kurang.content.decode()
    terlalu = klien.post(alamat, kiriman_hari({"kegiatan": "Rapat", "menit": 721}))
    assert terlalu.status_code == 422 and "paling banyak 720 menit" in terlalu.content.decode()
    balasan = klien.post(alamat, kiriman_hari({"kegiatan": "Rapat", "menit": 60}, ajukan=1), follow=True)
    assert "Kegiatan diajukan" in balasan.content.decode()
    k = KegiatanHarian.objects.get()
    assert (k.status, k.jumlah, k.satuan) == ("diajukan", 1, "kegiatan")


def test_evidence_goes_to_whoever_may_see_the_activity(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai, instansi: Any, masuk_sebagai: Masuk, settings: Any,
    tmp_path: Any,
) -> None:  # fmt: skip
    from io import BytesIO

    from django.core.files.uploadedfile import SimpleUploadedFile
    from PIL import Image

    settings.BERKAS_DIR = str(tmp_path)
    isi = BytesIO()
    Image.new("RGB", (4, 4)).save(isi, "PNG")
    foto = SimpleUploadedFile("rapat.png", isi.getvalue(), "image/png")
    masuk_sebagai(laras.pengguna).post(  # type: ignore[arg-type]
        f"/kepegawaian/kinerja/?hari={JUMAT}",
        kiriman_hari({"kegiatan": "Rapat", "menit": 60, "berkas": foto}, ajukan=1),
    )
    k = KegiatanHarian.objects.get()
    assert k.bukti is not None
    for siapa, status in ((laras, 200), (atasan, 200), (atasan_lain, 404)):
        assert masuk_sebagai(siapa.pengguna).get(f"/berkas/{k.bukti_id}/").status_code == status  # type: ignore[arg-type]


def test_the_queue_approves_what_was_seen_and_is_closed_to_others(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai, instansi: Any, masuk_sebagai: Masuk
) -> None:
    tulis(laras, baris("Satu"), baris("Dua"), ajukan=True)
    satu, dua = KegiatanHarian.objects.order_by("id")
    asing, klien = masuk_sebagai(atasan_lain.pengguna), masuk_sebagai(atasan.pengguna)  # type: ignore[arg-type]
    assert "Satu" not in asing.get("/kepegawaian/kinerja/antrean/").content.decode()
    for jalur in ("kembalikan/", ""):
        assert asing.get(f"/kepegawaian/kinerja/kegiatan/{satu.pk}/{jalur}").status_code == 404
    data = {"pilih": satu.pk, f"versi_{satu.pk}": satu.versi}
    asing.post("/kepegawaian/kinerja/antrean/setujui/", data)
    satu.refresh_from_db()
    assert satu.status == "diajukan"
    basi = klien.post("/kepegawaian/kinerja/antrean/setujui/", data | {f"versi_{satu.pk}": 1}, follow=True)
    assert "berubah sesudah Anda membukanya" in basi.content.decode()
    klien.post("/kepegawaian/kinerja/antrean/setujui/", data)
    klien.post(f"/kepegawaian/kinerja/kegiatan/{dua.pk}/kembalikan/", {"catatan": "Kurang", "versi": dua.versi})
    assert list(KegiatanHarian.objects.order_by("id").values_list("status", flat=True)) == ["disetujui", "dikembalikan"]


def test_the_late_view_shows_what_waits_more_than_three_working_days(
    laras: Pegawai, atasan: Pegawai, instansi: Any, masuk_sebagai: Masuk
) -> None:
    tulis(laras, baris("Baru"), ajukan=True)
    tulis(laras, baris("Lama"), tanggal=KAMIS, ajukan=True)
    KegiatanHarian.objects.filter(kegiatan="Lama").update(
        diajukan_pada=timezone.make_aware(dt.datetime(2026, 11, 13, 15, 0))
    )
    isi = masuk_sebagai(atasan.pengguna).get("/kepegawaian/kinerja/antrean/?tampil=terlambat").content.decode()  # type: ignore[arg-type]
    assert "Lama" in isi and "Baru" not in isi


def test_a_month_is_closed_to_strangers_and_drafts_to_all_but_their_owner(
    laras: Pegawai, atasan: Pegawai, atasan_lain: Pegawai, instansi: Any, masuk_sebagai: Masuk
) -> None:
    tulis(laras, baris("Rahasia konsep"))
    alamat = f"/kepegawaian/kinerja/pegawai/{laras.pk}/"
    isi = {s.nama: masuk_sebagai(s.pengguna).get(alamat) for s in (laras, atasan, atasan_lain)}  # type: ignore[arg-type]
    assert [isi[n].status_code for n in ("Laras", "Hendra", "Sulastri")] == [200, 200, 404]
    assert "Rahasia konsep" in isi["Laras"].content.decode()
    assert "Rahasia konsep" not in isi["Hendra"].content.decode()
    nilai_ = f"{alamat}nilai/?bulan=2026-10"
    assert masuk_sebagai(atasan_lain.pengguna).get(nilai_).status_code == 404  # type: ignore[arg-type]
    balasan = masuk_sebagai(atasan.pengguna).post(nilai_, {"hasil": "atas", "perilaku": "atas"}, follow=True)  # type: ignore[arg-type]
    assert "Predikat: Sangat Baik." in balasan.content.decode()


@pytest.mark.parametrize("bentuk", ["pdf", "xlsx", "csv"])
def test_month_and_recap_leave_as_files(
    bentuk: str, laras: Pegawai, atasan: Pegawai, instansi: Any, masuk_sebagai: Masuk
) -> None:
    tulis(laras, ajukan=True)
    klien = masuk_sebagai(atasan.pengguna)  # type: ignore[arg-type]
    alamat = [
        "/kepegawaian/kinerja/rekap/",
        *([f"/kepegawaian/kinerja/pegawai/{laras.pk}/"] if bentuk == "pdf" else []),
    ]
    for a in alamat:
        balasan = klien.get(f"{a}?bulan=2026-11&bentuk={bentuk}")
        assert balasan.status_code == 200
        assert balasan.content.startswith({"pdf": b"%PDF", "xlsx": b"PK", "csv": "\ufeffBulan;".encode()}[bentuk])


@pytest.mark.parametrize(
    ("jalur", "siapa", "kueri"),
    [
        ("?hari=2026-11-20", "staf", 20),
        ("target/", "staf", 9),
        ("kegiatan/?semua=1", "staf", 11),
        ("antrean/", "penyelia", 12),
        ("alihkan/", "staf", 11),
        ("rekap/?bulan=2026-11", "penyelia", 12),
    ],
)
def test_pages_ask_the_same_number_of_queries_however_much_there_is(
    jalur: str, siapa: str, kueri: int, laras: Pegawai, atasan: Pegawai, instansi: Any, masuk_sebagai: Masuk,
    django_assert_num_queries: Any, pegawai_baru: Callable[..., Pegawai], unit: UnitKerja,
) -> None:  # fmt: skip
    klien = masuk_sebagai(Pengguna.objects.get(username=siapa))
    alamat = f"/kepegawaian/kinerja/{jalur}"
    tulis(laras, baris("A"), ajukan=True)
    klien.get(alamat)
    with django_assert_num_queries(kueri):
        klien.get(alamat)
    tulis(laras, *(baris(f"B{n}", menit=20) for n in range(8)), ajukan=True)
    lain = pegawai_baru("Budi", unit, buat_pengguna("budi", "staf", unit=unit))
    tulis(lain, ajukan=True)
    tulis(laras, *(baris(f"C{n}", menit=20) for n in range(7)))
    with django_assert_num_queries(kueri):
        klien.get(alamat)


def test_ones_own_page_says_what_came_back(laras: Pegawai, atasan: Pegawai) -> None:
    tulis(laras, ajukan=True)
    layanan_kinerja.kegiatan_kembalikan(kegiatan=KegiatanHarian.objects.get(), catatan="Ulangi", oleh=atasan.pengguna)
    r = ringkasan_saya(laras)
    assert (r["menit_hari_ini"], r["menit_disetujui"], r["norma"]) == (120, 0, 450)
    assert [k.catatan for k in r["dikembalikan"]] == ["Ulangi"]
