"""Work of the kernel that waits for a user: proposals, personal data, failed jobs and mail."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from inti.formats.waktu import saat
from inti.models import AlarmBaca, Insiden, Pengguna, PermintaanSubjek, PosKeluar, Tugas, Usulan
from inti.queries.meja import Kerja, lipat
from inti.queries.sekaligus import kolom


@kolom("sasaran", "layanan", "argumen", "pengusul__nama", "diajukan_pada")
def usulan_baris(isi: Sequence[Usulan]) -> list[Kerja]:
    """Proposals to decide (`inti.queries.usulan.menunggu`)."""
    baris = [
        Kerja(
            u.sasaran or u.sebutan,
            f"{u.sebutan}, dari {u.pengusul}" if u.sasaran else f"dari {u.pengusul}",
            "Setujui atau kembalikan",
            u.get_absolute_url(),
            sejak=u.diajukan_pada,
        )
        for u in isi
    ]
    return lipat(baris, "usulan", "Periksa berurutan", reverse("usulan_antrean"))


def usulan_kembali(pengguna: Pengguna) -> QuerySet[Usulan]:
    """One's own proposals that came back."""
    return Usulan.objects.hidup().filter(pengusul=pengguna, status=Usulan.Status.DIKEMBALIKAN)


@kolom("sasaran", "layanan", "argumen", "catatan", "diperiksa_pada")
def usulan_kembali_baris(isi: Sequence[Usulan]) -> list[Kerja]:
    """Each with what must be mended."""
    baris = [
        Kerja(u.sasaran or u.sebutan, u.catatan, "Perbaiki usulan", u.get_absolute_url(), sejak=u.diperiksa_pada)
        for u in isi
    ]
    return lipat(baris, "usulan dikembalikan", "Perbaiki usulan", f"{reverse('usulan_daftar')}?status=dikembalikan")


def permintaan(pengguna: Pengguna) -> QuerySet[PermintaanSubjek]:
    """Requests of data subjects that nobody answered yet."""
    return PermintaanSubjek.objects.untuk(pengguna).filter(status=PermintaanSubjek.Status.DITERIMA)


@kolom("jenis", "nomor__teks", "batas_pada", "diterima_pada")
def permintaan_baris(isi: Sequence[PermintaanSubjek]) -> list[Kerja]:
    """Due when the law says (3 x 24 hours from the receipt); the person is not named."""
    baris = [
        Kerja(
            f"Permintaan data pribadi, {p.get_jenis_display().lower()}",
            str(p.nomor),
            "Jawab permintaan",
            p.get_absolute_url(),
            timezone.localtime(p.batas_pada),
            p.diterima_pada,
        )
        for p in isi
    ]
    daftar = f"{reverse('privasi_daftar')}?status=diterima&urut=batas_pada"
    return lipat(baris, "permintaan data pribadi", "Jawab permintaan", daftar)


def insiden(pengguna: Pengguna) -> QuerySet[Insiden]:
    """Incidents that were not reported yet."""
    return Insiden.objects.untuk(pengguna).filter(status=Insiden.Status.TERBUKA)


@kolom("judul", "nomor__teks", "batas_pada", "diketahui_pada")
def insiden_baris(isi: Sequence[Insiden]) -> list[Kerja]:
    """Due when the law says (3 x 24 hours from when it was known)."""
    baris = [
        Kerja(
            i.judul,
            f"insiden data {i.nomor}",
            "Catat pelaporan",
            i.get_absolute_url(),
            timezone.localtime(i.batas_pada),
            i.diketahui_pada,
        )
        for i in isi
    ]
    return lipat(baris, "insiden data", "Catat pelaporan", f"{reverse('insiden_daftar')}?status=terbuka")


def alarm(pengguna: Pengguna) -> QuerySet[AlarmBaca]:
    """Alarms on heavy reading that nobody looked at; one on himself is for others."""
    return AlarmBaca.objects.untuk(pengguna).filter(ditinjau_pada__isnull=True).exclude(pengguna=pengguna)


@kolom("jenis", "pengguna__nama", "jam", "dibuat_pada")
def alarm_baris(isi: Sequence[AlarmBaca]) -> list[Kerja]:
    """What, who, and when."""
    baris = [
        Kerja(str(a), f"alarm pembacaan, {saat(a.jam)}", "Tinjau alarm", a.get_absolute_url(), sejak=a.dibuat_pada)
        for a in isi
    ]
    return lipat(baris, "alarm pembacaan", "Tinjau alarm", f"{reverse('alarm_daftar')}?ditinjau=belum")


def tugas_gagal(pengguna: Pengguna) -> QuerySet[Tugas]:
    """Jobs that failed for good."""
    return Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL)


@kolom("judul", "oleh__nama", "selesai_pada")
def tugas_gagal_baris(isi: Sequence[Tugas]) -> list[Kerja]:
    """Each by its name and whose it is."""
    baris = [
        Kerja(
            t.judul,
            f"tugas latar gagal, dari {t.oleh or 'sistem'}",
            "Ulangi tugas",
            t.get_absolute_url(),
            sejak=t.selesai_pada,
        )
        for t in isi
    ]
    return lipat(baris, "tugas latar gagal", "Ulangi tugas", f"{reverse('tugas_daftar')}?keadaan=gagal")


def pos(pengguna: Pengguna) -> QuerySet[PosKeluar]:
    """Mail of which somebody has to decide; what is held because mail is switched off waits for no person."""
    perlu = [PosKeluar.Status.GAGAL, PosKeluar.Status.TAK_PASTI]
    return PosKeluar.objects.untuk(pengguna).filter(status__in=perlu)


@kolom("perihal", "status", "dibuat_pada")
def pos_baris(isi: Sequence[PosKeluar]) -> list[Kerja]:
    """By subject; neither address nor text."""
    langkah = "Kirim lagi atau batalkan"
    baris = [
        Kerja(
            p.perihal,
            f"pos keluar, {p.get_status_display().lower()}",
            langkah,
            reverse("pos", args=[p.pk]),
            sejak=p.dibuat_pada,
        )
        for p in isi
    ]
    return lipat(baris, "pos keluar", langkah, reverse("pos_daftar"))
