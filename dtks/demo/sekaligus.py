"""A pasted list, a joined pair and wrong NIKs of the demonstration office, by the services that the pages call."""

from __future__ import annotations

from dtks.models import Individu, NikBermasalah, Sekaligus
from dtks.queries.ganda import calon_bermasalah
from dtks.services.ganda import nik_catat, nik_jawab, nik_kirim, nik_kumpulkan
from dtks.services.sekaligus import sekaligus_catat_satu, sekaligus_periksa, sekaligus_pilih
from inti.models import Pengguna


def isi_sekaligus() -> None:
    """A list of eight NIKs from a hospital: some may be accepted, some not, two of them taken as requests."""
    if Sekaligus.objects.exists():
        return
    loket = Pengguna.objects.select_related("unit").get(username="loket")
    warga = Individu.objects.filter(terdaftar=True, digabung_ke__isnull=True, hubungan="ANAK").exclude(id_dtks="")
    nomor = list(warga.order_by("id").values_list("nik", flat=True)[:6])
    daftar = sekaligus_periksa(
        nama="RSUD Wanasari, pasien rawat inap", jenis="reaktivasi", daftar=[*nomor, "12345", nomor[0]], oleh=loket
    )
    dapat = list(daftar.baris.filter(saran="terima").values_list("urutan", flat=True)[:2])
    if not dapat:
        return
    isian = {"pengantar_nomor": "445/990", "pengantar_tanggal": None, "faskes_nama": "RSUD Wanasari"}
    berkas = ["ktp", "kk", "surat-faskes"]
    sekaligus_pilih(sekaligus=daftar, pilih=dapat, isian=isian, berkas_ada=berkas, oleh=loket)
    for baris in daftar.baris.filter(dipilih=True):
        sekaligus_catat_satu(baris=baris, oleh=loket)


def isi_nik() -> None:
    """Wrong NIKs on their way: noted, sent, answered."""
    if NikBermasalah.objects.exists():
        return
    staf = Pengguna.objects.get(username="staf")
    nik_kumpulkan(individu=calon_bermasalah(0, 3000)[0][:4], oleh=staf)
    warga = Individu.objects.filter(digabung_ke__isnull=True, nik_bermasalah__isnull=True).order_by("-id")
    for n, orang in enumerate(warga[:3]):
        satu = nik_catat(
            individu=orang, masalah="lain", keterangan="KTP yang dibawa bernomor lain di satu angka.", oleh=staf
        )
        if n:
            (satu,) = nik_kirim(nik=[satu], oleh=staf)
        if n == 2:
            benar = f"{orang.nik[:15]}{(int(orang.nik[15]) + 1) % 10}"
            nik_jawab(nik=satu, nik_benar=benar, jawaban="sesuai basis data kependudukan", oleh=staf)
