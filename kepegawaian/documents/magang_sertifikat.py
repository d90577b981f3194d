"""The certificate of a finished internship, its marks on the back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from inti.documents import VERSI_TATA_LETAK, Sertifikat
from inti.documents.resmi import TANDA_TANGANI, Deret, KertasResmi, Penanda, Terbitan, kepala
from inti.formats import tanggal_panjang
from inti.galat import AturanDilanggar
from inti.models import Instansi, Pengguna
from kepegawaian.documents.magang import LIHAT, TANDA, skala_kalimat, tabel_nilai
from kepegawaian.models import PenilaianMagang, PesertaMagang
from kepegawaian.queries.pejabat import penanda_tangan
from kepegawaian.queries.tanda_tangan import penanda
from kepegawaian.rules.magang import angka


class DataSertifikat(NamedTuple):
    """What a certificate tells: the intern, his marks, the units where he sat."""

    peserta: PesertaMagang
    nilai: PenilaianMagang
    bagian: list[str]


class SertifikatMagang(KertasResmi):
    """The certificate of a finished internship with marks."""

    kode, sebutan, singkat = "kepegawaian.magang-sertifikat", "Sertifikat magang", "sertifikat"
    tata_letak, kata = f"sertifikat-{VERSI_TATA_LETAK}", "sertifikat"
    model, bidang = PesertaMagang, "sertifikat"
    nomor = Deret("magang-sertifikat", "SM/{urut:03d}/{bulan_romawi}/{tahun}")
    izin, kata_terbit = {"terbit": TANDA, "cetak": LIHAT, "batal": TANDA}, TANDA_TANGANI
    kode_sudah, kode_belum = "SERTIFIKAT_ADA", "SURAT_BELUM_ADA"
    hubungan = ("sekolah", "pembimbing", "sertifikat")

    @classmethod
    def boleh_terbit(cls, objek: PesertaMagang) -> AturanDilanggar | None:
        """Only when the internship is over and has marks."""
        if objek.status != PesertaMagang.Status.SELESAI:
            return AturanDilanggar(
                "MAGANG_BELUM_SELESAI", f"Magang {objek} belum selesai.", "Selesaikan magangnya dahulu."
            )
        if not PenilaianMagang.objects.filter(peserta=objek).exists():
            return AturanDilanggar("NILAI_BELUM_ADA", f"{objek} belum dinilai.", "Minta pembimbing mengisi nilai.")
        return None

    @classmethod
    def ditawarkan(cls, objek: PesertaMagang) -> bool:
        """From the end of the internship on; whoever signs is told that marks lack."""
        return bool(objek.status == PesertaMagang.Status.SELESAI)

    @classmethod
    def penandatangan(cls, objek: PesertaMagang, oleh: Pengguna) -> Penanda:
        """The official who presses the verb."""
        return penanda(penanda_tangan(oleh))

    @classmethod
    def kabari(cls, objek: PesertaMagang) -> Sequence[Pengguna | None]:
        """The supervisor."""
        return (objek.pembimbing.pengguna,)

    @classmethod
    def data(cls, objek: PesertaMagang) -> DataSertifikat:
        """Marks, and each unit once."""
        unit = objek.penempatan.hidup().order_by("mulai", "id").values_list("unit__nama", flat=True)
        nilai = PenilaianMagang.objects.select_related("aturan").get(peserta=objek)
        return DataSertifikat(objek, nilai, list(dict.fromkeys(unit)))

    @classmethod
    def lembar(cls, data: DataSertifikat, t: Terbitan) -> Sertifikat:
        """The certificate, its marks on the back."""
        instansi, (peserta, nilai, bagian) = Instansi.kini(), data
        return Sertifikat(
            kop=kepala()[0],
            judul="Sertifikat",
            nomor=t.nomor,
            nama=peserta.nama,
            keterangan=f"NIS/NIM {peserta.nomor_induk}, {peserta.jurusan}, {peserta.sekolah.nama}",
            uraian=(
                f"telah menyelesaikan magang di {instansi.nama} pada {_deret(bagian)}\n"
                f"tanggal {tanggal_panjang(peserta.mulai)} sampai {tanggal_panjang(peserta.sampai)} "
                f"dengan nilai {angka(nilai.akhir)} dan predikat"
            ),
            predikat=nilai.predikat,
            ttd=replace(t.penanda.ttd[0], tempat_tanggal=t.tempat_tanggal),
            qr=t.qr,
            warna=instansi.warna_aksen,
            judul_balik="Daftar nilai",
            balik=tabel_nilai(nilai),
            catatan_balik=f"Predikat {nilai.predikat}. {skala_kalimat(nilai)} Dasar: {nilai.aturan.dasar_hukum}.",
        )


def _deret(kata: Sequence[str]) -> str:
    """ "A", "A dan B", "A, B, dan C"."""
    if len(kata) < 2:
        return "".join(kata)
    return f"{', '.join(kata[:-1])}{',' if len(kata) > 2 else ''} dan {kata[-1]}"
