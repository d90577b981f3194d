"""Papers of the trial app: one that may stand once, numbered, with a last day; one of which there may be many."""

import datetime as dt

from django.utils import timezone

from inti.documents import Isian, Paragraf
from inti.documents.resmi import Deret, KertasResmi
from inti.galat import AturanDilanggar
from tests.percobaan.models import Titipan


class TandaTerima(KertasResmi):
    kode, sebutan, tata_letak = "percobaan.tanda-terima", "Tanda terima titipan", "titip-1"
    model, nomor = Titipan, Deret("titip", "TT/{urut:03d}/{tahun}")
    izin = {
        "terbit": "percobaan.change_titipan",
        "cetak": "percobaan.view_titipan",
        "batal": "percobaan.delete_titipan",
    }
    penutup = "Barang diambil dengan menunjukkan lembar ini."
    hubungan = ("unit",)

    @classmethod
    def boleh_terbit(cls, objek):
        if objek.status == "ada":
            return None
        return AturanDilanggar("TIDAK_ADA", f"{objek} tidak ada lagi di meja.", "Periksa barangnya.")

    @classmethod
    def sah_sampai(cls, objek):
        return timezone.localdate() + dt.timedelta(days=30)

    @classmethod
    def bagian(cls, data):
        return (
            Paragraf("Telah diterima untuk dititipkan di meja depan:"),
            Isian((("Barang", data.uraian), ("Unit", data.unit.nama))),
        )


class Kutipan(KertasResmi):
    kode, sebutan, tata_letak, satu_saja = "percobaan.kutipan", "Kutipan buku titipan", "titip-1", False
    model, izin = Titipan, {"terbit": "percobaan.change_titipan", "cetak": "percobaan.change_titipan"}

    @classmethod
    def bagian(cls, data):
        return (Isian((("Barang", data.uraian),)),)
