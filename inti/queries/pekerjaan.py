"""Work of the kernel that waits for a user: proposals, personal data, failed jobs and mail."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from inti.formats.waktu import saat
from inti.models import AlarmBaca, Insiden, Pengguna, PermintaanSubjek, PosKeluar, Tugas, Usulan
from inti.queries.meja import Kerja, lipat


def usulan_baris(pengguna: Pengguna, kueri: QuerySet[Usulan]) -> list[Kerja]:
    """Proposals to decide (`inti.queries.usulan.menunggu`)."""
    baris = [
        Kerja(
            u.sasaran or u.sebutan,
            f"{u.sebutan}, dari {u.pengusul}" if u.sasaran else f"dari {u.pengusul}",
            "Setujui atau kembalikan",
            u.get_absolute_url(),
            sejak=u.diajukan_pada,
        )
        for u in kueri.select_related("pengusul").defer("kiriman", "beda")
    ]
    return lipat(baris, "usulan", "Periksa berurutan", reverse("usulan_antrean"))


def usulan_kembali(pengguna: Pengguna) -> QuerySet[Usulan]:
    """One's own proposals that came back."""
    return Usulan.objects.hidup().filter(pengusul=pengguna, status=Usulan.Status.DIKEMBALIKAN)


def usulan_kembali_baris(pengguna: Pengguna, kueri: QuerySet[Usulan]) -> list[Kerja]:
    """Each with what must be mended."""
    baris = [
        Kerja(u.sasaran or u.sebutan, u.catatan, "Perbaiki usulan", u.get_absolute_url(), sejak=u.diperiksa_pada)
        for u in kueri.defer("kiriman", "beda").order_by("diperiksa_pada", "id")
    ]
    return lipat(baris, "usulan dikembalikan", "Perbaiki usulan", f"{reverse('usulan_daftar')}?status=dikembalikan")


def permintaan(pengguna: Pengguna) -> QuerySet[PermintaanSubjek]:
    """Requests of data subjects that nobody answered yet."""
    return PermintaanSubjek.objects.untuk(pengguna).filter(status=PermintaanSubjek.Status.DITERIMA)


def permintaan_baris(pengguna: Pengguna, kueri: QuerySet[PermintaanSubjek]) -> list[Kerja]:
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
        for p in kueri.select_related("nomor").order_by("batas_pada", "id")
    ]
    daftar = f"{reverse('privasi_daftar')}?status=diterima&urut=batas_pada"
    return lipat(baris, "permintaan data pribadi", "Jawab permintaan", daftar)


def insiden(pengguna: Pengguna) -> QuerySet[Insiden]:
    """Incidents that were not reported yet."""
    return Insiden.objects.untuk(pengguna).filter(status=Insiden.Status.TERBUKA)


def insiden_baris(pengguna: Pengguna, kueri: QuerySet[Insiden]) -> list[Kerja]:
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
        for i in kueri.select_related("nomor").order_by("batas_pada", "id")
    ]
    return lipat(baris, "insiden data", "Catat pelaporan", f"{reverse('insiden_daftar')}?status=terbuka")


def alarm(pengguna: Pengguna) -> QuerySet[AlarmBaca]:
    """Alarms on heavy reading that nobody looked at; one on himself is for others."""
    return AlarmBaca.objects.untuk(pengguna).filter(ditinjau_pada__isnull=True).exclude(pengguna=pengguna)


def alarm_baris(pengguna: Pengguna, kueri: QuerySet[AlarmBaca]) -> list[Kerja]:
    """What, who, and when."""
    baris = [
        Kerja(str(a), f"alarm pembacaan, {saat(a.jam)}", "Tinjau alarm", a.get_absolute_url(), sejak=a.dibuat_pada)
        for a in kueri.select_related("pengguna").order_by("jam", "id")
    ]
    return lipat(baris, "alarm pembacaan", "Tinjau alarm", f"{reverse('alarm_daftar')}?ditinjau=belum")


def tugas_gagal(pengguna: Pengguna) -> QuerySet[Tugas]:
    """Jobs that failed for good."""
    return Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL)


def tugas_gagal_baris(pengguna: Pengguna, kueri: QuerySet[Tugas]) -> list[Kerja]:
    """Each by its name and whose it is."""
    baris = [
        Kerja(
            t.judul,
            f"tugas latar gagal, dari {t.oleh or 'sistem'}",
            "Ulangi tugas",
            t.get_absolute_url(),
            sejak=t.selesai_pada,
        )
        for t in kueri.select_related("oleh").defer("argumen", "hasil").order_by("dibuat_pada", "id")
    ]
    return lipat(baris, "tugas latar gagal", "Ulangi tugas", f"{reverse('tugas_daftar')}?keadaan=gagal")


def pos(pengguna: Pengguna) -> QuerySet[PosKeluar]:
    """Mail of which somebody has to decide; what is held because mail is switched off waits for no person."""
    perlu = [PosKeluar.Status.GAGAL, PosKeluar.Status.TAK_PASTI]
    return PosKeluar.objects.untuk(pengguna).filter(status__in=perlu)


def pos_baris(pengguna: Pengguna, kueri: QuerySet[PosKeluar]) -> list[Kerja]:
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
        for p in kueri.defer("isi", "kepada").order_by("id")
    ]
    return lipat(baris, "pos keluar", langkah, reverse("pos_daftar"))
