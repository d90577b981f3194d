"""What villages filed and what the intern proposed in the demonstration office, by the services that the pages call."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from django.urls import reverse
from django.utils import timezone
from PIL import Image, ImageDraw

from dtks.demo.registri import TETAP
from dtks.forms.layanan import anggota_dari
from dtks.models import AnggotaPermohonan, Individu, JenisPermohonan, Pemeriksaan, Permohonan
from dtks.services import loket
from dtks.services.desa import permohonan_ajukan
from inti.formats import samar_nik
from inti.galat import Diusulkan
from inti.konteks import DAFTAR_LAYANAN, mengusulkan
from inti.models import BerkasTersimpan, Pengguna, Usulan
from inti.services.berkas import berkas_simpan, siapkan_unggahan
from inti.services.usulan import Pengajuan, usulan_kembalikan, usulan_setujui

REAKTIVASI = JenisPermohonan.REAKTIVASI
DIKENAL = [
    orang[0] for orang in TETAP
]  # the family of the guide comes to the counter itself: nobody files for it before


def isi_desa() -> None:
    """Four requests of a village: two wait, one came back, one is accepted."""
    if Permohonan.objects.filter(asal=Permohonan.Asal.DESA).exists():
        return
    petugas = Pengguna.objects.get(username="loket")
    for nama, banyak in (("desa", 4), ("desa2", 2)):
        admin = Pengguna.objects.select_related("desa").get(username=nama)
        warga = (
            Individu.objects.untuk(admin).filter(terdaftar=True, dikecualikan=False, desil__lte=5).exclude(id_dtks="")
        )
        istri = warga.filter(hubungan="ISTRI").exclude(nama__in=DIKENAL)
        for n, orang in enumerate(istri.select_related("desa").order_by("-id")[:banyak]):
            permohonan = _ajukan(orang, admin, n)
            if n == 1:
                permohonan.berkas.filter(syarat__kode="surat-faskes").update(ada=False, berkas=None)
                loket.permohonan_tunda(
                    permohonan=permohonan, oleh=petugas, catatan="Foto surat faskes tidak terbaca; potret lagi."
                )
            elif n == 2:
                loket.permohonan_terima(permohonan=permohonan, oleh=petugas)


def _ajukan(orang: Individu, admin: Pengguna, n: int) -> Permohonan:
    hari = timezone.localdate()
    return permohonan_ajukan(
        pemeriksaan=_periksa(orang, admin),
        jenis=REAKTIVASI,
        anggota=[anggota_dari(orang)],
        isian={
            "pengantar_nomor": f"140/{310 + n}/{hari.month}/{hari.year}",
            "pengantar_tanggal": hari - dt.timedelta(days=1),
            "faskes_nama": "Puskesmas Wanasari Barat",
            "faskes_nomor": f"445/{2100 + n}",
            "faskes_tanggal": hari - dt.timedelta(days=2),
            "keperluan": "pelayanan kesehatan",
        },
        pindaian={kode: _foto(kode, admin) for kode in ("ktp", "kk", "surat-faskes")},
        oleh=admin,
    )


def _foto(kode: str, oleh: Pengguna) -> BerkasTersimpan:
    """A drawn picture that says it is an example."""
    gambar = Image.new("RGB", (900, 570), "#e9ecef")
    ImageDraw.Draw(gambar).text((60, 60), f"CONTOH\n{kode.upper()}", fill="#495057", font_size=90)
    keluaran = BytesIO()
    gambar.save(keluaran, "JPEG")
    isi, jenis = siapkan_unggahan(keluaran.getvalue())
    return berkas_simpan(isi=isi, nama=f"{kode}.jpg", jenis_isi=jenis, oleh=oleh)


def isi_usulan() -> None:
    """The intern's proposals: three requests taken at the counter, one of them returned, and one accepted already."""
    if Usulan.objects.exists():
        return
    magang = Pengguna.objects.select_related("unit", "atasan").get(username="magang")
    penyelia = Pengguna.objects.select_related("unit").get(username="penyelia")
    warga = Individu.objects.filter(terdaftar=True, dikecualikan=False, desil__lte=5, hubungan="ISTRI").exclude(
        id_dtks=""
    )
    terikat = AnggotaPermohonan.objects.filter(mengikat=True, individu__isnull=False).values("individu")
    for n, orang in enumerate(
        warga.exclude(pk__in=terikat).exclude(nama__in=DIKENAL).select_related("desa").order_by("id")[:4]
    ):
        usulan = _usulkan(orang, magang, n)
        if n == 1:
            usulan_kembalikan(
                usulan=usulan, oleh=penyelia, catatan="Nomor surat pengantar tidak sama dengan lembar aslinya."
            )
        elif n == 0:
            usulan_setujui(usulan=usulan, oleh=penyelia)


def _usulkan(orang: Individu, magang: Pengguna, n: int) -> Usulan:
    periksa = _periksa(orang, magang)
    hari = timezone.localdate()
    pengantar, tanggal = f"140/{420 + n}/{hari.month}/{hari.year}", hari - dt.timedelta(days=1)
    argumen: dict[str, Any] = {
        "pemeriksaan": periksa,
        "jenis": str(REAKTIVASI),
        "anggota": [anggota_dari(orang)],
        "isian": {
            "pengantar_nomor": pengantar,
            "pengantar_tanggal": tanggal,
            "id_pada_pengantar": True,
            "faskes_nama": "RSUD Wanasari",
            "keperluan": "pelayanan kesehatan",
        },
        "berkas_ada": ["ktp", "kk", "surat-faskes"],
        "pindaian": {},
        "oleh": magang,
    }
    kiriman = [
        [f"pilih_{orang.pk}", "on"],
        ["pengantar_nomor", pengantar],
        ["pengantar_tanggal", f"{tanggal:%d-%m-%Y}"],
        ["id_pada_pengantar", "on"],
        ["faskes_nama", "RSUD Wanasari"],
        ["keperluan", "pelayanan kesehatan"],
        *[[f"ada_{k}", "on"] for k in ("ktp", "kk", "surat-faskes")],
    ]
    alamat = reverse("dtks:permohonan_baru", args=[periksa.pk, REAKTIVASI])
    pengajuan = Pengajuan(magang, "dtks.add_permohonan", alamat, kiriman)
    try:
        with mengusulkan(pengajuan.simpan):
            DAFTAR_LAYANAN["dtks.permohonan_catat"].panggil(**argumen)
    except Diusulkan as kabar:
        return kabar.usulan
    raise AssertionError("usulan contoh tidak tersimpan")


def _periksa(orang: Individu, oleh: Pengguna) -> Pemeriksaan:
    return loket.pemeriksaan_catat(
        cara=Pemeriksaan.Cara.NIK,
        dicari_samar=samar_nik(orang.nik),
        hasil=Pemeriksaan.Hasil.DITEMUKAN,
        individu=orang,
        oleh=oleh,
    )
