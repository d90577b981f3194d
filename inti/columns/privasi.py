"""Columns and filters of the lists on personal data. No export holds a contact, a story or a whole number."""

from __future__ import annotations

import django_filters as saring
from django.db.models import QuerySet
from django.utils import timezone

from inti.formats import samar_nik
from inti.formats.waktu import saat
from inti.models import AlarmBaca, Insiden, PermintaanSubjek
from inti.pages import Columns, Kolom, Status
from inti.pages.saring import pilihan as _pilihan
from inti.pages.saring import pilihan_status
from inti.rules.privasi import SisaWaktu
from inti.templatetags.tu import label_html
from inti.templatetags.tu import nik as nik_html


def _jam_sisa(objek: PermintaanSubjek | Insiden) -> str:
    sisa: SisaWaktu = objek.sisa
    return label_html(sisa.label, sisa.teks)


def _tepat(objek: PermintaanSubjek | Insiden) -> str:
    """For an export: the clock as it stood, which does not change from one export to the next."""
    if (objek.dijawab_pada if isinstance(objek, PermintaanSubjek) else objek.dilaporkan_pada) is None:
        return ""
    return objek.sisa.teks


class PermintaanColumns(Columns):
    hubungan = ("nomor",)
    nomor = Kolom("Nomor", lambda o: str(o.nomor), urut="id", utama=True, kelas="t")
    jenis = Kolom("Permintaan", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    nama = Kolom("Nama", "nama", kelas="hp-penuh")
    nik = Kolom("NIK", lambda o: nik_html(o.nik), kelas="t hp-tidak", ekspor=lambda o: samar_nik(o.nik))
    diterima = Kolom("Diterima", lambda o: saat(o.diterima_pada), urut="diterima_pada", kelas="t hp-tidak")
    sisa = Kolom("Sisa waktu", _jam_sisa, urut="batas_pada", kelas="hp-kanan", ekspor=_tepat)
    status = Status()
    dijawab = Kolom("Dijawab", lambda o: saat(o.dijawab_pada), kelas="t hp-tidak")


class InsidenColumns(Columns):
    hubungan = ("nomor",)
    nomor = Kolom("Nomor", lambda o: str(o.nomor), urut="id", utama=True, kelas="t")
    judul = Kolom("Pokok kejadian", "judul", kelas="hp-penuh")
    diketahui = Kolom("Diketahui", lambda o: saat(o.diketahui_pada), urut="diketahui_pada", kelas="t hp-tidak")
    data = Kolom("Data terdampak", "data_terdampak", kelas="hp-tidak")
    orang = Kolom("Orang", "jumlah_orang", kelas="n hp-tidak")
    sisa = Kolom("Sisa waktu", _jam_sisa, kelas="hp-kanan", ekspor=_tepat)
    status = Status()
    dilaporkan = Kolom("Dilaporkan", lambda o: saat(o.dilaporkan_pada), kelas="t hp-tidak")


class AlarmColumns(Columns):
    hubungan = ("pengguna__unit", "ditinjau_oleh")
    pengguna = Kolom("Pengguna", lambda o: o.pengguna.nama, utama=True)
    unit = Kolom("Unit", lambda o: str(o.pengguna.unit or ""), kelas="hp-tidak")
    jenis = Kolom("Alarm", lambda o: o.get_jenis_display(), kelas="hp-penuh")
    jam = Kolom("Jam", lambda o: saat(o.jam), urut="jam", kelas="t hp-penuh")
    jumlah = Kolom("Dalam satu jam", "jumlah", kelas="n hp-tidak")
    ambang = Kolom("Batas", "ambang", kelas="n hp-tidak")
    status = Status("Keadaan")
    oleh = Kolom("Ditinjau oleh", lambda o: o.ditinjau_oleh.nama if o.ditinjau_oleh else "", kelas="hp-tidak")
    catatan = Kolom("Hasil tinjauan", "catatan", kelas="hp-tidak")


class PermintaanFilter(saring.FilterSet):
    jenis = _pilihan("Permintaan", PermintaanSubjek.Jenis.choices)
    status = pilihan_status(PermintaanSubjek)
    lewat = _pilihan("Batas", [("ya", "Sudah lewat")], method="yang_lewat")

    class Meta:
        model = PermintaanSubjek
        fields: list[str] = []

    def yang_lewat(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Those whose time ran out unanswered."""
        return kueri.filter(status=PermintaanSubjek.Status.DITERIMA, batas_pada__lt=timezone.now())


class InsidenFilter(saring.FilterSet):
    status = pilihan_status(Insiden)

    class Meta:
        model = Insiden
        fields: list[str] = []


class AlarmFilter(saring.FilterSet):
    jenis = _pilihan("Alarm", AlarmBaca.Jenis.choices)
    ditinjau = _pilihan("Keadaan", [("belum", "Belum ditinjau"), ("sudah", "Ditinjau")], method="menurut_tinjauan")

    class Meta:
        model = AlarmBaca
        fields: list[str] = []

    def menurut_tinjauan(self, kueri: QuerySet, nama: str, nilai: str) -> QuerySet:
        """Looked at or not."""
        return kueri.filter(ditinjau_pada__isnull=nilai == "belum")
