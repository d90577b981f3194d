"""Lists of the office: due lists, DUK, nominative list, bezetting, statistics, organisation chart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from inti.access import boleh, dengan_izin
from inti.documents import Grafik, Kolom
from inti.formats import baca_bilangan, tanggal_panjang
from inti.models import Instansi, JejakBaca
from inti.pages import Daftar, Massal
from inti.permintaan import Permintaan
from inti.rules.bagan import Bagan, Batang, Kelompok, susun
from inti.services.ekspor import balasan_ekspor
from inti.services.jejak import jejak_catat
from inti.views.berkas import balasan_berkas
from kepegawaian.columns.pegawai import kolom_tempo
from kepegawaian.documents.daftar import KERTAS_BAGAN, bagan_pdf, daftar_pdf
from kepegawaian.filters.pegawai import filter_tempo
from kepegawaian.models import JAUH, Formasi, Jenis, Keadaan, Pegawai
from kepegawaian.queries.bagan import bagan_unit
from kepegawaian.queries.daftar import (
    JUDUL_DUK,
    JUDUL_DUK_CETAK,
    JUDUL_STATISTIK,
    TEMPO,
    baris_bezetting,
    baris_nominatif,
    bezetting,
    duk,
    kalimat_statistik,
    nominatif,
    sebab_tempo,
    statistik,
)
from kepegawaian.rules.bagan import LEBAR, TINGGI
from kepegawaian.rules.karier import tambah_bulan
from kepegawaian.views.pegawai import baca_hari

REKAP = "kepegawaian.lihat_rekap_pegawai"
PDF = "application/pdf"


class _Tempo(Daftar):
    """A due list: the date, and the rule that made it so."""

    model, permission, ekspor_izin = Pegawai, REKAP, REKAP
    macam: ClassVar[str]
    NAV = (
        ("kgb", "kepegawaian:kgb_tempo", "KGB"),
        ("pangkat", "kepegawaian:pangkat_tempo", "Kenaikan pangkat"),
        ("pensiun", "kepegawaian:pensiun_tempo", "Pensiun"),
        ("kontrak", "kepegawaian:kontrak_tempo", "Kontrak"),
    )
    template = "kepegawaian/tempo.html"
    cari_di, cari_petunjuk = ("nama", "nip"), "Nama atau NIP"
    tampilan = (
        ("Sudah lewat", "dalam=lewat"),
        ("3 bulan", "dalam=3"),
        ("6 bulan", "dalam=6"),
        ("12 bulan", "dalam=12"),
    )
    kosong = ("Tidak ada yang jatuh tempo", "Daftar terisi dari riwayat karier pegawai.")

    def kueri(self, request: Permintaan) -> QuerySet:
        """Active staff to whom such a date is known."""
        kolom = TEMPO[self.macam][0]
        return super().kueri(request).filter(keadaan=Keadaan.AKTIF, **{f"{kolom}__lt": JAUH})

    def lengkapi(self, baris: list[Any]) -> None:
        """Why each is on the list."""
        sebab_tempo(baris, self.macam)


def _tempo(macam: str, judul: str, kolom: str, massal: tuple[Massal, ...] = ()) -> type[_Tempo]:
    bidang = TEMPO[macam][0]
    isi = {
        "macam": macam,
        "judul": judul,
        "columns": kolom_tempo(bidang, kolom),
        "filters": filter_tempo(bidang),
        "urut_awal": bidang,
        "massal": massal,
        "keterangan": "Dihitung dari riwayat karier dan aturan yang berlaku.",
    }
    return type("TempoDaftar", (_Tempo,), isi)


KgbDaftar = _tempo(
    "kgb",
    "Kenaikan gaji berkala",
    "KGB",
    (Massal("Terbitkan surat KGB", "kepegawaian:kgb_surat", "kepegawaian.terbitkan_surat_pegawai", "envelope", True),),
)
NaikDaftar = _tempo("pangkat", "Kenaikan pangkat", "Periode")
PensiunDaftar = _tempo("pensiun", "Pensiun", "Pensiun")
KontrakDaftar = _tempo("kontrak", "Kontrak berakhir", "Sampai")
JUDUL_TEMPO = {
    "kgb": "Daftar kenaikan gaji berkala",
    "pangkat": "Daftar usul kenaikan pangkat",
    "pensiun": "Daftar pegawai yang akan pensiun",
    "kontrak": "Daftar kontrak yang akan berakhir",
}


@dengan_izin(REKAP)
def tempo_cetak(request: Permintaan, macam: str) -> HttpResponse:
    """A due list of the next twelve months on paper: the proposal list for promotions, and the others."""
    if macam not in TEMPO:
        raise Http404
    kolom = TEMPO[macam][0]
    hari = timezone.localdate()
    kueri = Pegawai.objects.untuk(request.user).filter(
        keadaan=Keadaan.AKTIF, **{f"{kolom}__lte": tambah_bulan(hari, 12)}
    )
    orang = list(kueri.select_related("unit").order_by(kolom, "nama"))
    sebab_tempo(orang, macam)
    jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"{JUDUL_TEMPO[macam]}, pdf")
    pdf = daftar_pdf(
        judul=f"{JUDUL_TEMPO[macam]}\ndua belas bulan sejak {tanggal_panjang(hari)}",
        kolom=(
            Kolom("No.", 10, "kanan"),
            Kolom("Nama dan NIP", 62),
            Kolom("Pangkat/golongan", 40),
            Kolom("Jabatan dan unit"),
            Kolom("Tanggal", 24),
            Kolom("Sebab", 70),
        ),
        baris=[
            (
                str(n),
                f"{p.nama}\n{p.nip_tampil}",
                p.pangkat_tampil,
                f"{p.jabatan}\n{p.unit.nama}",
                getattr(p, kolom).strftime("%d-%m-%Y"),
                getattr(p, "sebab", ""),
            )
            for n, p in enumerate(orang, 1)
        ],
        oleh=request.user,
        pengantar="" if orang else "Tidak ada yang jatuh tempo dalam waktu ini.",
    )
    return balasan_berkas(pdf, f"{macam}.pdf", PDF, buatan_sendiri=True)


KELOMPOK_DUK = {"pns": ((Jenis.PNS, Jenis.CPNS), "Daftar urut kepangkatan PNS"), "pppk": ((Jenis.PPPK,), "Daftar PPPK")}


@dengan_izin(REKAP)
def duk_halaman(request: Permintaan) -> HttpResponse:
    """DUK of PNS, or the like list of PPPK: on the page, as workbook, as landscape PDF."""
    kode = request.GET.get("kelompok", "pns")
    kode = kode if kode in KELOMPOK_DUK else "pns"
    jenis, judul = KELOMPOK_DUK[kode]
    hari = timezone.localdate()
    orang = duk(Pegawai.objects.untuk(request.user), jenis, hari)
    bentuk = request.GET.get("bentuk", "")
    if bentuk in {"xlsx", "csv"}:
        isi = ([*b.sel(n)] for n, b in enumerate(orang, 1))
        return balasan_ekspor(request, nama=f"duk-{kode}", judul=list(JUDUL_DUK), baris=isi, bentuk=bentuk)
    if bentuk == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"{judul}, pdf")
        kolom = [Kolom(j, w, "kanan" if j == "No." else "kiri") for j, w in JUDUL_DUK_CETAK]
        pdf = daftar_pdf(
            judul=f"{judul}\nkeadaan {tanggal_panjang(hari)}",
            kolom=kolom,
            baris=[b.sel_cetak(n) for n, b in enumerate(orang, 1)],
            oleh=request.user,
        )
        return balasan_berkas(pdf, f"duk-{kode}.pdf", PDF, buatan_sendiri=True)
    tampil = request.GET.get("hal", "1")
    awal = (max(baca_bilangan(tampil, paling_panjang=3) or 1, 1) - 1) * 200
    return render(
        request,
        "kepegawaian/duk.html",
        {
            "judul": judul,
            "kode": kode,
            "jumlah": len(orang),
            "awal": awal,
            "orang": list(enumerate(orang, 1))[awal : awal + 200],
            "halaman_semua": range(1, (len(orang) - 1) // 200 + 2),
            "hal": awal // 200 + 1,
            "boleh_ekspor": boleh(request.user, "kepegawaian.ekspor_pegawai"),
        },
    )


@dengan_izin(REKAP)
def nominatif_halaman(request: Permintaan) -> HttpResponse:
    """Who worked here on a day, by unit, with what each was then."""
    hari = baca_hari(request.GET.get("pada", "")) or timezone.localdate()
    staf = Pegawai.objects.untuk(request.user)
    bentuk = request.GET.get("bentuk", "")
    if bentuk in {"xlsx", "csv"}:
        judul, sel = baris_nominatif(staf, hari)
        return balasan_ekspor(request, nama=f"nominatif-{hari:%Y-%m-%d}", judul=judul, baris=sel, bentuk=bentuk)
    if bentuk == "pdf":
        judul, sel = baris_nominatif(staf, hari)
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan=f"Daftar nominatif {hari:%d-%m-%Y}, pdf")
        kolom = (Kolom("No.", 10, "kanan"), *(Kolom(j) for j in judul))
        pdf = daftar_pdf(
            judul=f"Daftar nominatif pegawai\nkeadaan {tanggal_panjang(hari)}",
            kolom=kolom,
            baris=[(str(n), *b) for n, b in enumerate(sel, 1)],
            oleh=request.user,
        )
        return balasan_berkas(pdf, "nominatif.pdf", PDF, buatan_sendiri=True)
    isi = {
        "judul": "Daftar nominatif",
        "hari": hari,
        "orang": nominatif(staf, hari),
        "kini": hari == timezone.localdate(),
    }
    return render(request, "kepegawaian/nominatif.html", isi)


@dengan_izin(REKAP)
def bezetting_halaman(request: Permintaan) -> HttpResponse:
    """Posts needed against filled."""
    formasi, staf = Formasi.objects.untuk(request.user), Pegawai.objects.untuk(request.user)
    baris = bezetting(formasi, staf)
    judul, sel = baris_bezetting(formasi, staf)
    bentuk = request.GET.get("bentuk", "")
    butuh, terisi = sum(b.kebutuhan for b in baris), sum(b.terisi for b in baris)
    if bentuk in {"xlsx", "csv"}:
        return balasan_ekspor(request, nama="bezetting", judul=judul, baris=sel, bentuk=bentuk)
    if bentuk == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan="Bezetting, pdf")
        pdf = daftar_pdf(
            judul=f"Bezetting pegawai\nkeadaan {tanggal_panjang(timezone.localdate())}",
            kolom=(
                Kolom("No.", 10, "kanan"),
                *(Kolom(j, None, "kanan" if n > 1 else "kiri") for n, j in enumerate(judul)),
            ),
            baris=[(str(n), *(str(s) for s in b)) for n, b in enumerate(sel, 1)],
            jumlah=("", "Jumlah", "", "", str(butuh), str(terisi), str(terisi - butuh)),
            oleh=request.user,
        )
        return balasan_berkas(pdf, "bezetting.pdf", PDF, buatan_sendiri=True)
    isi = {"judul": "Bezetting", "baris": baris, "butuh": butuh, "terisi": terisi, "selisih": terisi - butuh}
    return render(request, "kepegawaian/bezetting.html", isi)


def bagan_statistik(tabel: dict[str, list[tuple[str, int, int]]]) -> dict[str, Bagan]:
    """A lying chart for each table, men and women in two shades."""
    kunci = (("b1", "Laki-laki"), ("b2", "Perempuan"))
    return {
        kode: Bagan(
            JUDUL_STATISTIK[kode],
            "; ".join(f"{kata} {pria + wanita}" for kata, pria, wanita in baris),
            tuple(Kelompok(_pendek(kata), (Batang((("b1", pria), ("b2", wanita))),)) for kata, pria, wanita in baris),
            kunci,  # type: ignore[arg-type]
            datar=True,
        )
        for kode, baris in tabel.items()
        if baris and kode != "unit"
    }


def _pendek(kata: str) -> str:
    return kata if len(kata) <= 22 else f"{kata[:21]}…"


@dengan_izin(REKAP)
def statistik_halaman(request: Permintaan) -> HttpResponse:
    """Staff in figures, with charts."""
    s = statistik(Pegawai.objects.untuk(request.user), timezone.localdate())
    bagan = bagan_statistik(s.tabel)
    bentuk = request.GET.get("bentuk", "")
    judul = ["Tabel", "Rincian", "Laki-laki", "Perempuan", "Jumlah"]
    sel = [
        [JUDUL_STATISTIK[k], kata, pria, wanita, pria + wanita]
        for k, baris in s.tabel.items()
        for kata, pria, wanita in baris
    ]
    if bentuk in {"xlsx", "csv"}:
        return balasan_ekspor(request, nama="statistik-pegawai", judul=judul, baris=sel, bentuk=bentuk)
    if bentuk == "pdf":
        jejak_catat(request, JejakBaca.Jenis.EKSPOR, keterangan="Statistik pegawai, pdf")
        semua = list(bagan.values())
        pdf = daftar_pdf(
            judul=f"Statistik pegawai\nkeadaan {tanggal_panjang(timezone.localdate())}",
            kolom=tuple(Kolom(j, None, "kanan" if n > 1 else "kiri") for n, j in enumerate(judul)),
            baris=[[str(x) for x in b] for b in sel],
            pengantar=kalimat_statistik(s),
            oleh=request.user,
            berdiri=True,
            grafik=[Grafik(tuple(semua[n : n + 2])) for n in range(0, len(semua), 2)],
        )
        return balasan_berkas(pdf, "statistik-pegawai.pdf", PDF, buatan_sendiri=True)
    bagian: Sequence[tuple[str, Any, Any, Any]] = [
        (JUDUL_STATISTIK[k], baris, bagan.get(k), susun(bagan[k]) if k in bagan else None)
        for k, baris in s.tabel.items()
    ]
    isi = {"judul": "Statistik pegawai", "bagian": bagian, "kalimat": kalimat_statistik(s), "jumlah": s.jumlah}
    return render(request, "kepegawaian/statistik.html", isi)


@dengan_izin("kepegawaian.view_pegawai")
def bagan_halaman(request: Permintaan) -> HttpResponse:
    """The organisation chart on the screen; a box opens the unit's staff."""
    bagan = bagan_unit(request.user)
    besar = request.GET.get("besar", "100")
    besar = besar if besar in {"50", "75", "100", "150"} else "100"
    alamat = reverse("kepegawaian:pegawai_daftar")
    isi = {
        "judul": "Bagan organisasi",
        "bagan": bagan,
        "besar": besar,
        "lebar": bagan.lebar * int(besar) / 100,
        "tinggi": bagan.tinggi * int(besar) / 100,
        "alamat": alamat,
        "pandang": f"-2 -2 {bagan.lebar + 4:.0f} {bagan.tinggi + 4:.0f}",
        "lebar_kotak": LEBAR,
        "tinggi_kotak": TINGGI,
        "ukuran": ("50", "75", "100", "150"),
    }
    return render(request, "kepegawaian/bagan.html", isi)


@dengan_izin("kepegawaian.view_pegawai")
def bagan_cetak(request: Permintaan) -> HttpResponse:
    """The chart on one page, A4, F4 or A3."""
    kertas = request.GET.get("kertas", "A4")
    kertas = kertas if kertas in KERTAS_BAGAN else "A4"
    instansi = Instansi.kini()
    pdf = bagan_pdf(
        bagan_unit(request.user),
        judul="BAGAN ORGANISASI",
        kantor=f"{instansi.nama} {instansi.daerah}, keadaan {tanggal_panjang(timezone.localdate())}",
        kertas=kertas,
    )
    return balasan_berkas(pdf, "bagan-organisasi.pdf", PDF, buatan_sendiri=True)
