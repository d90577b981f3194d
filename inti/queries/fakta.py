"""Facts of the kernel beside the work of the desk."""

from __future__ import annotations

from django.urls import reverse

from inti.formats import ribuan
from inti.formats.waktu import saat
from inti.jobs import pekerja_hidup
from inti.models import BatchImpor, Nomor, Pengguna, Tugas, Usulan
from inti.queries.hitung import hitung_sekaligus
from inti.queries.meja import FaktaMeja
from inti.queries.sistem import periksa_terakhir

S = Usulan.Status


def sistem(pengguna: Pengguna) -> list[FaktaMeja]:
    """How the system is doing: accounts, workers, jobs, numbers kept back, the last check and import. No case data."""
    akun, gagal, cadangan = hitung_sekaligus(
        [
            Pengguna.objects.hidup().filter(is_active=True),
            Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL),
            Nomor.objects.filter(keadaan=Nomor.Keadaan.DICADANGKAN),
        ]
    )
    hidup = pekerja_hidup()
    tugas = f"{reverse('tugas_daftar')}?keadaan=gagal"
    return [
        FaktaMeja("Akun aktif", ribuan(akun), reverse("pengguna_daftar")),
        FaktaMeja("Pekerja", "Berjalan" if hidup else "Tidak berjalan", "", "baik" if hidup else "salah"),
        FaktaMeja("Tugas gagal", ribuan(gagal), tugas, "salah" if gagal else "baik"),
        _pemeriksaan(),
        FaktaMeja("Nomor cadangan", ribuan(cadangan), reverse("seri_daftar")),
        _impor(),
    ]


def _pemeriksaan() -> FaktaMeja:
    nama, alamat, tugas = "Pemeriksaan sistem", reverse("periksa_sistem"), periksa_terakhir()
    if tugas is None:
        return FaktaMeja(nama, "Belum pernah", alamat, "awas")
    banyak = len(tugas.hasil["temuan"]) if tugas.hasil else 0
    teks, label = (f"{ribuan(banyak)} temuan", "salah") if banyak else ("Semua baik", "baik")
    return FaktaMeja(nama, teks, alamat, label)


def _impor() -> FaktaMeja:
    b = BatchImpor.objects.defer("laporan").first()
    if b is None:
        return FaktaMeja("Impor terakhir", "belum ada")
    banyak = f"{ribuan(b.baru)} baru, {ribuan(b.berubah)} berubah, {ribuan(b.ditolak)} ditolak"
    return FaktaMeja("Impor terakhir", f"{b.nama_berkas} ({b.jenis}), {saat(b.waktu)}: {banyak}")


def usulan_saya(pengguna: Pengguna) -> list[FaktaMeja]:
    """One's own proposals: how many wait for a decision, how many became acts; nothing for who never proposes. Those that
    came back are work."""
    milik = Usulan.objects.hidup().filter(pengusul=pengguna)
    daftar = reverse("usulan_daftar")
    return [
        FaktaMeja(
            nama, "{}", f"{daftar}?status={s}", kueri=milik.filter(status=s), bila_ada=not pengguna.hanya_mengusul
        )
        for nama, s in (("Usulan menunggu penyelia", S.MENUNGGU), ("Usulan disetujui", S.DISETUJUI))
    ]
