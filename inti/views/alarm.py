"""Alarms on heavy reading: the list, what was read in that hour, the review."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from inti.access import boleh
from inti.columns.privasi import AlarmColumns, AlarmFilter
from inti.columns.sistem import objek_jejak
from inti.forms.privasi import TinjauForm
from inti.models import AlarmBaca
from inti.pages import Aksi, Bagian, Daftar, Rincian, selesai, verb
from inti.permintaan import Permintaan
from inti.queries.privasi import bacaan_alarm
from inti.services.alarm import alarm_tinjau

LIHAT, TINJAU = "inti.view_alarmbaca", "inti.tinjau_alarmbaca"
HUBUNGAN = ("pengguna__unit", "ditinjau_oleh")


class AlarmDaftar(Daftar):
    model, columns, filters, permission = AlarmBaca, AlarmColumns, AlarmFilter, LIHAT
    judul, urut_awal = "Alarm pembacaan", "-jam"
    cari_di, cari_petunjuk = ("pengguna__nama",), "Nama pengguna"
    tampilan = (("Belum ditinjau", "ditinjau=belum"),)
    ekspor_izin = LIHAT
    keterangan = "Timbul sendiri bila seseorang membuka data jauh lebih banyak daripada pekerjaannya dalam satu jam."
    kosong = ("Belum ada alarm", "Pembacaan diperiksa setiap lima menit; yang melewati batas tampil di sini.")


class AlarmRincian(Rincian):
    model, permission, hubungan = AlarmBaca, LIHAT, HUBUNGAN
    daftar = ("Alarm pembacaan", "alarm_daftar")
    bagian = (Bagian("ringkasan", "Ringkasan", "inti/alarm_ringkasan.html"),)

    def isi(self, request: Permintaan, objek: AlarmBaca, bagian: str) -> dict[str, Any]:
        """What was read in the hour, by kind and key."""
        return {"bacaan": [(j, objek_jejak(j)) for j in bacaan_alarm(objek)]}

    def aksi(self, request: Permintaan, objek: AlarmBaca) -> list[Aksi]:
        """Review by somebody else."""
        if objek.ditinjau_pada or objek.pengguna_id == request.user.pk or not boleh(request.user, TINJAU):
            return []
        return [Aksi("Ditinjau", reverse("alarm_tinjau", args=[objek.pk]), "check", utama=True)]


@verb(AlarmBaca, permission=TINJAU, form=TinjauForm, judul="Tinjau alarm", tombol="Ditinjau", hubungan=HUBUNGAN)
def alarm_ditinjau(request: Permintaan, objek: AlarmBaca, form: TinjauForm) -> HttpResponse:
    """Note what the review found."""
    hasil = alarm_tinjau(alarm=objek, catatan=form.cleaned_data["catatan"], oleh=request.user)
    return selesai(request, hasil, "Alarm ditinjau.")
