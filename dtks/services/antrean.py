"""The waiting room: take a ticket, call, serve, close, no show. Two clerks never call the same person."""

from __future__ import annotations

from django.utils import timezone

from dtks.models import Kunjungan, Layar, Meja, Tiket
from dtks.rules.antrean import BERUNTUN, Menunggu, kode_tiket, pilih_berikut
from inti.galat import AturanDilanggar
from inti.models import Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.dokumen import kode_baru

S = Tiket.Status
AKTIF = (S.DIPANGGIL, S.DILAYANI)


@layanan("Tiket diambil")
def tiket_ambil(*, unit: UnitKerja, keperluan: str, prioritas: str = "", oleh: Pengguna | None = None) -> Tiket:
    """The next place of today's line; `oleh` is None for the kiosk. One at a time for each unit, so no two are equal."""
    UnitKerja.objects.select_for_update().get(pk=unit.pk)
    hari = timezone.localdate()
    terakhir = Tiket.objects.filter(unit=unit, tanggal=hari).order_by("-urut").values_list("urut", flat=True).first()
    urut = (terakhir or 0) + 1
    return simpan_baru(
        Tiket(
            unit=unit,
            tanggal=hari,
            urut=urut,
            kode=kode_tiket(bool(prioritas), urut),
            keperluan=keperluan,
            prioritas=prioritas,
            diambil_pada=timezone.now(),
        )
    )


@layanan("Antrean dipanggil", tanpa_usul=True)  # interns serve at a counter too
def antrean_panggil(*, meja: Meja, oleh: Pengguna, hadir: bool | None = None) -> Tiket:
    """Call the next one to a counter; who is still served is closed as served.

    `hadir`: whether the one who was called and not served yet came; unsaid, it is asked: a no-show is no visit.
    Raises AturanDilanggar: ANTREAN_KOSONG when nobody waits, TIKET_BELUM_DIJAWAB.
    """
    UnitKerja.objects.select_for_update().get(pk=meja.unit_id)
    hari = Tiket.objects.filter(unit_id=meja.unit_id, tanggal=timezone.localdate())
    tunggu = [
        Menunggu(pk, urut, bool(prioritas))
        for pk, urut, prioritas in hari.filter(status=S.MENUNGGU).values_list("pk", "urut", "prioritas")
    ]
    terakhir = hari.filter(dipanggil_pada__isnull=False).order_by("-dipanggil_pada")[:BERUNTUN]
    kunci = pilih_berikut(tunggu, [bool(p) for p in terakhir.values_list("prioritas", flat=True)])
    if kunci is None:
        raise AturanDilanggar("ANTREAN_KOSONG", "Tidak ada yang menunggu.", "Tunggu warga mengambil tiket.")
    for lama in Tiket.objects.filter(petugas=oleh, status__in=AKTIF):
        _akhiri(lama, oleh, hadir)
    with perubahan(Tiket.objects.get(pk=kunci), oleh=oleh) as tiket:
        tiket.panggil()
        tiket.meja, tiket.petugas, tiket.panggilan = meja, oleh, tiket.panggilan + 1
        tiket.dipanggil_pada = timezone.now()
    return tiket


@layanan("Antrean dipanggil ulang", tanpa_usul=True)
def tiket_panggil_ulang(*, tiket: Tiket, oleh: Pengguna) -> Tiket:
    """Call again; the display chimes anew."""
    with perubahan(tiket, oleh=oleh) as segar:
        if segar.status != S.DIPANGGIL:
            raise AturanDilanggar("TIKET_TIDAK_DIPANGGIL", f"{segar} sudah {segar.get_status_display().lower()}.", "")
        segar.panggilan += 1
    return segar


@layanan("Antrean dilayani", tanpa_usul=True)
def tiket_layani(*, tiket: Tiket, oleh: Pengguna) -> Tiket:
    """The person sits down: his visit begins, and what is looked up now belongs to it."""
    with perubahan(tiket, oleh=oleh) as segar:
        segar.layani()
        segar.mulai_pada = timezone.now()
        segar.kunjungan = simpan_baru(Kunjungan(waktu=segar.diambil_pada, unit=segar.unit, dilayani_oleh=oleh))
    return segar


@layanan("Antrean selesai", tanpa_usul=True)
def tiket_tutup(*, tiket: Tiket, oleh: Pengguna) -> Tiket:
    """Served: the visit ends."""
    return _tutup(tiket, oleh)


def _akhiri(tiket: Tiket, oleh: Pengguna, hadir: bool | None) -> None:
    """End what a clerk had open before the next one is called."""
    if tiket.status == S.DIPANGGIL and hadir is None:
        raise AturanDilanggar(
            "TIKET_BELUM_DIJAWAB", f"Apakah {tiket} datang?", "Tekan Layani bila datang, atau Tidak hadir."
        )
    if tiket.status == S.DIPANGGIL and not hadir:
        tiket_lewati(tiket=tiket, oleh=oleh)
    else:
        _tutup(tiket, oleh)


def _tutup(tiket: Tiket, oleh: Pengguna) -> Tiket:
    with perubahan(tiket, oleh=oleh) as segar:
        segar.tutup()
        segar.selesai_pada = timezone.now()
    if segar.kunjungan is not None:
        with perubahan(segar.kunjungan, oleh=oleh) as kunjungan:
            kunjungan.selesai_pada = segar.selesai_pada
    return segar


@layanan("Kunjungan berakhir", tanpa_usul=True)
def kunjungan_tutup(*, kunjungan: Kunjungan, oleh: Pengguna) -> Kunjungan:
    """The next citizen sits down: the visit before him ends, and with it its ticket."""
    tiket = Tiket.objects.filter(kunjungan=kunjungan, status__in=AKTIF).first()
    if tiket is not None:
        _tutup(tiket, oleh)
    elif kunjungan.selesai_pada is None:
        with perubahan(kunjungan, oleh=oleh) as segar:
            segar.selesai_pada = timezone.now()
    return kunjungan


@layanan("Tidak hadir saat dipanggil", tanpa_usul=True)
def tiket_lewati(*, tiket: Tiket, oleh: Pengguna) -> Tiket:
    """The number was called and nobody came: it leaves the queue."""
    with perubahan(tiket, oleh=oleh) as segar:
        segar.lewati()
        segar.selesai_pada = timezone.now()
    return segar


@layanan("Kembali mengantre", tanpa_usul=True)
def tiket_kembali(*, tiket: Tiket, oleh: Pengguna) -> Tiket:
    """Somebody who was not there comes back on the same day and keeps his place. Raises AturanDilanggar."""
    with perubahan(tiket, oleh=oleh) as segar:
        if segar.tanggal != timezone.localdate():
            raise AturanDilanggar("TIKET_LEWAT", "Tiket ini dari hari lain.", "Ambil tiket baru.")
        segar.kembali()
        segar.selesai_pada, segar.meja, segar.petugas, segar.dipanggil_pada = None, None, None, None
    return segar


@layanan("Alamat layar diganti")
def layar_ganti_kode(*, layar: Layar, oleh: Pengguna) -> Layar:
    """A new address for a device; the old one stops at once."""
    with perubahan(layar, oleh=oleh) as segar:
        segar.kode = kode_baru()
    return segar
