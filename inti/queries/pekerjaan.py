"""Work of the kernel: proposals, requests of data subjects, incidents, alarms, jobs that failed."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from inti.models import AlarmBaca, Insiden, Pengguna, PermintaanSubjek, Tugas, Usulan
from inti.queries.meja import Kerja, lipat


def usulan_baris(pengguna: Pengguna, kueri: QuerySet[Usulan]) -> list[Kerja]:
    """Proposals to decide (`inti.queries.usulan.menunggu`)."""
    baris = [
        Kerja(str(u), f"usulan {u.pengusul.nama}", "Periksa", u.get_absolute_url(), sejak=u.diajukan_pada)
        for u in kueri.select_related("pengusul")
    ]
    return lipat(baris, "usulan", "Periksa berurutan", reverse("usulan_antrean"))


def usulan_kembali(pengguna: Pengguna) -> QuerySet[Usulan]:
    """One's own proposals that came back."""
    return Usulan.objects.hidup().filter(pengusul=pengguna, status=Usulan.Status.DIKEMBALIKAN)


def usulan_kembali_baris(pengguna: Pengguna, kueri: QuerySet[Usulan]) -> list[Kerja]:
    """Each with what is to be mended; its page opens the form as it was filled in."""
    baris = [
        Kerja(str(u), f"dikembalikan: {u.catatan}", "Perbaiki usulan", u.get_absolute_url(), sejak=u.diperiksa_pada)
        for u in kueri.order_by("diperiksa_pada", "id")
    ]
    return lipat(baris, "usulan dikembalikan", "Perbaiki", f"{reverse('usulan_daftar')}?status=dikembalikan")


def permintaan(pengguna: Pengguna) -> QuerySet[PermintaanSubjek]:
    """Requests of data subjects that nobody answered yet."""
    return PermintaanSubjek.objects.untuk(pengguna).filter(status=PermintaanSubjek.Status.DITERIMA)


def permintaan_baris(pengguna: Pengguna, kueri: QuerySet[PermintaanSubjek]) -> list[Kerja]:
    """Their limit is the law's: 3 x 24 hours from the receipt."""
    baris = [
        Kerja(
            f"Permintaan data pribadi: {p.get_jenis_display().lower()}",
            p.nomor.teks,
            "Jawab permintaan",
            p.get_absolute_url(),
            timezone.localtime(p.batas_pada),
            p.diterima_pada,
        )
        for p in kueri.select_related("nomor").order_by("batas_pada", "id")
    ]
    daftar = f"{reverse('privasi_daftar')}?status=diterima"
    return lipat(baris, "permintaan data pribadi", "Jawab berurutan", daftar)


def insiden(pengguna: Pengguna) -> QuerySet[Insiden]:
    """Incidents that nobody reported yet."""
    return Insiden.objects.untuk(pengguna).filter(status=Insiden.Status.TERBUKA)


def insiden_baris(pengguna: Pengguna, kueri: QuerySet[Insiden]) -> list[Kerja]:
    """Their limit is the law's: 3 x 24 hours from when it was known."""
    baris = [
        Kerja(
            i.judul,
            f"insiden data {i.nomor.teks}",
            "Catat pelaporan",
            i.get_absolute_url(),
            timezone.localtime(i.batas_pada),
            i.diketahui_pada,
        )
        for i in kueri.select_related("nomor").order_by("batas_pada", "id")
    ]
    return lipat(baris, "insiden data pribadi", "Laporkan berurutan", f"{reverse('insiden_daftar')}?status=terbuka")


def alarm(pengguna: Pengguna) -> QuerySet[AlarmBaca]:
    """Alarms on others that nobody looked at."""
    return AlarmBaca.objects.untuk(pengguna).filter(ditinjau_pada__isnull=True).exclude(pengguna=pengguna)


def alarm_baris(pengguna: Pengguna, kueri: QuerySet[AlarmBaca]) -> list[Kerja]:
    """Who, and how far beyond the limit."""
    baris = [
        Kerja(str(a), f"alarm pembacaan, {a.jumlah} dari batas {a.ambang}", "Tinjau", a.get_absolute_url(), sejak=a.jam)
        for a in kueri.select_related("pengguna").order_by("jam", "id")
    ]
    return lipat(baris, "alarm pembacaan", "Tinjau berurutan", f"{reverse('alarm_daftar')}?ditinjau=belum")


def tugas_gagal(pengguna: Pengguna) -> QuerySet[Tugas]:
    """Jobs that failed and were not put into the queue again."""
    return Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL)


def tugas_baris(pengguna: Pengguna, kueri: QuerySet[Tugas]) -> list[Kerja]:
    """What failed, and whose it was."""
    baris = [
        Kerja(
            t.judul,
            f"tugas latar gagal, {t.oleh.nama if t.oleh else 'dari sistem'}",
            "Ulangi tugas",
            t.get_absolute_url(),
            sejak=t.dibuat_pada,
        )
        for t in kueri.select_related("oleh").order_by("dibuat_pada", "id")
    ]
    return lipat(baris, "tugas latar gagal", "Periksa", f"{reverse('tugas_daftar')}?keadaan=gagal")
