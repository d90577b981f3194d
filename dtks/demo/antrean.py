"""The waiting room of the demonstration office: three counters, two screens, and a morning's tickets."""

from __future__ import annotations

import datetime as dt
import random

from django.utils import timezone

from dtks.models import Layar, Meja, Tiket
from dtks.services import antrean as services
from inti.models import Pengguna, UnitKerja
from inti.services.rekam import rekam_tambah


def isi_antrean() -> None:
    """Counters and screens once; tickets for a day that has none yet."""
    unit = UnitKerja.objects.get(kode="linjamsos")
    penyelia = Pengguna.objects.get(username="penyelia")
    if not Meja.objects.exists():
        for n in (1, 2, 3):
            rekam_tambah(model="dtks.meja", isian={"nama": f"Loket {n}", "unit": unit}, oleh=penyelia)
        for nama, jenis in (("Tablet pintu masuk", Layar.Jenis.TIKET), ("Televisi ruang tunggu", Layar.Jenis.PAPAN)):
            rekam_tambah(model="dtks.layar", isian={"nama": nama, "jenis": jenis, "unit": unit}, oleh=penyelia)
    if Tiket.objects.filter(unit=unit, tanggal=timezone.localdate()).exists():
        return
    acak = random.Random(7)  # noqa: S311
    keperluan = list(Tiket.Keperluan.values)
    for n in range(14):
        services.tiket_ambil(unit=unit, keperluan=acak.choice(keperluan), prioritas="lansia" if n % 5 == 2 else "")
    meja = list(Meja.objects.filter(unit=unit).order_by("nama"))
    loket, loket2 = Pengguna.objects.get(username="loket"), Pengguna.objects.get(username="loket2")
    for n in range(6):
        tiket = services.antrean_panggil(meja=meja[n % 2], oleh=(loket, loket2)[n % 2])
        if n == 3:
            services.tiket_lewati(tiket=tiket, oleh=loket2)
        elif n < 5:
            services.tiket_layani(tiket=tiket, oleh=(loket, loket2)[n % 2])
    _mundurkan(unit)


def _mundurkan(unit: UnitKerja) -> None:
    """Spread the morning's tickets over the last hour; their history follows. Only the demonstration does this."""
    kini = timezone.now()
    for tiket in Tiket.objects.filter(unit=unit, tanggal=timezone.localdate()):
        ambil = kini - dt.timedelta(minutes=max(2, 62 - 4 * tiket.urut))
        isi = {"diambil_pada": ambil}
        if tiket.dipanggil_pada:
            isi["dipanggil_pada"] = min(kini, ambil + dt.timedelta(minutes=9 + tiket.urut))
        if tiket.mulai_pada:
            isi["mulai_pada"] = min(kini, isi["dipanggil_pada"] + dt.timedelta(minutes=1))
        if tiket.mulai_pada and tiket.selesai_pada:
            isi["selesai_pada"] = isi["mulai_pada"] + dt.timedelta(minutes=6 + tiket.urut % 4)
        Tiket.objects.filter(pk=tiket.pk).update(**isi)
        terakhir = Tiket.riwayat.filter(id=tiket.pk).order_by("-history_id").first()
        if terakhir is not None:
            Tiket.riwayat.filter(pk=terakhir.pk).update(**isi)
