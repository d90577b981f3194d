"""A small delivery of the next period, checked and saved through the job that the import page uses."""

from __future__ import annotations

from dtks.models import Individu
from inti.jobs import tugas_antrekan
from inti.jobs.jalan import jalankan
from inti.models import BatchImpor, JejakBaca, Pengguna, Tugas
from inti.services.berkas import berkas_simpan

JUDUL = "ID_DTKS,NIK,NO_KK,NAMA,TEMPAT_LAHIR,TANGGAL_LAHIR,JENIS_KELAMIN,ALAMAT,RT,RW,DESA,KECAMATAN,HUBUNGAN_KELUARGA,DESIL,PBI_JK,PKH,BPNT,SUMBER,PERIODE"
BANYAK = 40


def isi_impor() -> None:
    """Two finished jobs, a batch with refused rows, and the readings that a day leaves behind."""
    if BatchImpor.objects.filter(jenis="dtks").exists():
        return
    staf = Pengguna.objects.get(username="staf")
    orang = list(
        Individu.objects.exclude(tinjauan__isnull=False)
        .exclude(id_dtks="")
        .select_related("desa")
        .order_by("-id")[:BANYAK]
    )
    baris = [_baris(i, n) for n, i in enumerate(orang)]
    isi = "\r\n".join([JUDUL, *baris, "JUMLAH," + str(len(baris))]).encode()
    berkas = berkas_simpan(isi=isi, nama="dtsen-2026-tw4-susulan.csv", jenis_isi="text/csv", oleh=staf)
    argumen = {"jenis": "dtks", "berkas": str(berkas.pk), "opsi": {}}
    periksa = tugas_antrekan(jenis="impor-periksa", judul=f"Memeriksa {berkas.nama_asli}", argumen=argumen, oleh=staf)
    jalankan(str(periksa.pk))
    simpan = tugas_antrekan(
        jenis="impor-simpan",
        judul=f"Menyimpan {berkas.nama_asli}",
        argumen={**argumen, "asal": str(periksa.pk)},
        oleh=staf,
        jumlah=len(baris),
    )
    jalankan(str(simpan.pk))
    _jejak(orang, staf, Tugas.objects.get(pk=simpan.pk))


def _baris(i: Individu, n: int) -> str:
    """The person as the next period has him; every thirteenth row is dirty."""
    nik = i.nik[:15] if n % 13 == 5 else i.nik
    desil = 11 if n % 13 == 9 else max(1, (i.desil or 5) - (1 if n % 3 == 0 else 0))
    sel = [
        i.id_dtks,
        nik,
        i.no_kk,
        i.nama,
        i.tempat_lahir,
        f"{i.tanggal_lahir:%d/%m/%Y}",
        i.jenis_kelamin,
        i.alamat,
        i.rt,
        i.rw,
        i.desa_teks,
        i.kecamatan_teks,
        i.hubungan,
        desil,
        "YA" if i.pbi_jk else "TIDAK",
        "YA" if i.pkh else "TIDAK",
        "YA" if i.bpnt else "TIDAK",
        "DTSEN",
        "2026-TW4",
    ]
    return ",".join(str(s) for s in sel)


def _jejak(orang: list[Individu], staf: Pengguna, tugas: Tugas) -> None:
    for i in orang[:6]:
        JejakBaca.objects.create(
            jenis=JejakBaca.Jenis.BUKA, oleh=staf, objek_label="dtks.individu", objek_id=str(i.pk), keterangan="loket"
        )
    JejakBaca.objects.create(
        jenis=JejakBaca.Jenis.TAMPIL,
        oleh=staf,
        objek_label="dtks.individu",
        objek_id=str(orang[0].pk),
        keterangan="Mencocokkan dengan KTP",
    )
    JejakBaca.objects.create(
        jenis=JejakBaca.Jenis.EKSPOR,
        oleh=staf,
        objek_label="inti.tugas",
        objek_id=str(tugas.pk),
        keterangan="baris galat impor dtks",
    )
