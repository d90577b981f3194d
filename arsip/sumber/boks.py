"""Boxes: filled, closed, opened again. Labels, lists of contents and what a QR opens are pages of their own."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

import django_filters as saring
from django.db.models import Count, QuerySet
from django.urls import reverse

from arsip.filters.rekam import _jenis, _tempat
from arsip.forms.boks import BoksForm, BoksUbahForm
from arsip.models import BerkasArsip, Boks
from arsip.queries.boks import isi_boks
from arsip.services.boks import boks_buka, boks_tambah, boks_ubah
from inti.access import boleh
from inti.forms.dasar import AlasanForm
from inti.models import Tempat
from inti.pages import Aksi, Bagian, Daftar, Massal, Rincian
from inti.pages.saring import PILIH, pilihan, pilihan_status
from inti.pages.sumber import K, Sumber, Verba
from inti.permintaan import Permintaan

LIHAT, KELOLA = "arsip.view_boks", "arsip.kelola_boks"
TERBANYAK = 500  # records of a box shown on its page


class BoksFilter(saring.FilterSet):
    status = pilihan_status(Boks, "Keadaan")
    jenis = saring.ModelChoiceFilter(label="Jenis", empty_label="Jenis", queryset=_jenis, widget=PILIH)
    tempat = pilihan("Letak", _tempat, method="di_tempat")

    class Meta:
        model = Boks
        fields: list[str] = []

    def di_tempat(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Boxes of a room or a rack."""
        tempat = Tempat.objects.hidup().filter(pk=nilai).first()
        return kueri.filter(tempat__jalur__startswith=tempat.jalur) if tempat else kueri.none()


def hitung_isi(boks: Iterable[Boks]) -> None:
    """Tell each box how many records lie in it (`banyak`): one query, however many boxes."""
    boks = list(boks)
    if not boks:
        return
    jalur = [b.tempat.jalur for b in boks]
    kueri = BerkasArsip.objects.ada().filter(
        tempat__jalur__gte=min(jalur), tempat__jalur__lte=max(jalur) + "\U0010ffff"
    )
    banyak = list(kueri.order_by().values_list("tempat__jalur").annotate(Count("pk")))
    for b in boks:
        b.banyak = sum(n for j, n in banyak if j.startswith(b.tempat.jalur))  # type: ignore[attr-defined]


class _DaftarBerhitung(Daftar):
    def lengkapi(self, baris: list[Any]) -> None:
        """How many records lie in each."""
        hitung_isi(baris)


class _RincianBerisi(Rincian):
    def isi(self, request: Permintaan, objek: Boks, bagian: str) -> dict[str, Any]:
        """Contents that this user may meet; how many more there are; what is on loan."""
        semua = isi_boks(objek)
        boleh_lihat = semua.filter(pk__in=BerkasArsip.objects.lingkup(request.user).values("pk"))
        baris = list(boleh_lihat[:TERBANYAK])
        dipinjam = BerkasArsip.objects.filter(pk__in=[b.pk for b in baris], peminjaman__status="dipinjam")
        keluar = dict(dipinjam.values_list("pk", "peminjaman__jatuh_tempo"))
        return {"baris": baris, "keluar": keluar, "lain": semua.count() - len(baris), "banyak_keluar": len(keluar)}

    def aksi(self, request: Permintaan, objek: Boks) -> list[Any]:
        """Papers, and closing."""

        def ke(nama: str) -> str:
            return reverse(f"arsip:boks_{nama}", args=[objek.pk])

        hasil = [Aksi("Daftar isi", ke("cetak"), "printer"), Aksi("Label", ke("label"), "qr-code")]
        if objek.status == Boks.Status.TERBUKA and boleh(request.user, KELOLA):
            hasil.append(Aksi("Tutup boks", ke("tutup"), "lock-closed", utama=True))
        return hasil


class BoksSumber(Sumber):
    model, jalur, judul = Boks, "boks/", "Boks arsip"
    ikon, jenis, sampah = "inbox-stack", "boks", False
    kolom = (
        K("tempat.nama", "Boks", utama=True),
        K("jenis", "Jenis arsip", isi=lambda o: str(o.jenis or "campuran"), kelas="hp-penuh"),
        K("bulan_tampil", "Bulan", kelas="t hp-tidak"),
        K("tempat", "Letak", isi=lambda o: str(o.tempat), kelas="tu-kode hp-tidak"),
        K("banyak", "Isi", kelas="n hp-tidak"),
        K("status", "Keadaan", urut=True),
    )  # fmt: skip
    cari, cari_petunjuk = ("tempat__nama", "tempat__kode"), "Nama atau kode boks"
    form, form_tambah = BoksUbahForm, BoksForm
    hak = {"add": KELOLA, "change": KELOLA}
    layanan = {"tambah": boks_tambah, "ubah": boks_ubah}
    fakta = ("jenis", "bulan_tampil")
    verba = (
        Verba(boks_buka, "Buka kembali", KELOLA, "Boks dibuka kembali. Tutup lagi setelah selesai.", "lock-open",
              form=AlasanForm, bila=lambda b: b.status == Boks.Status.DITUTUP),
    )  # fmt: skip
    halaman = {Daftar: _DaftarBerhitung, Rincian: _RincianBerisi}
    daftar = {
        "filters": BoksFilter,
        "ekspor_izin": LIHAT,
        "massal": (Massal("Cetak label", "arsip:boks_label_banyak", LIHAT, "qr-code", utama=True),),
        "kosong": ("Belum ada boks", "Buat boks di rak, lalu tempatkan arsip ke dalamnya."),
    }
    rincian = {
        "hubungan": ("tempat__induk", "jenis", "ditutup_oleh"),
        "bagian": (Bagian("ringkasan", "Isi", "arsip/boks_isi.html"),),
    }

    @classmethod
    def tabel(cls, pengguna: Any) -> tuple[list[str], Iterable[list[Any]]]:
        """Boxes with how many records lie in each."""
        semua = Boks.objects.hidup() if pengguna is None else Boks.objects.all().untuk(pengguna)
        boks = semua.select_related("tempat", "jenis").order_by("id").iterator(chunk_size=2000)

        def berhitung() -> Iterator[Boks]:
            while potong := list(itertools.islice(boks, 2000)):
                hitung_isi(potong)
                yield from potong

        return cls.kelas_kolom().ekspor(berhitung())
