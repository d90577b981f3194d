"""Facts of the kernel beside the work of the desk."""

from __future__ import annotations

from collections import Counter

from django.db.models import Count
from django.urls import reverse

from inti.formats import ribuan, saat
from inti.jobs import pekerja_hidup
from inti.models import BatchImpor, Nomor, Pengguna, Tugas, Usulan
from inti.queries.meja import FaktaMeja
from inti.queries.sistem import periksa_terakhir

S = Usulan.Status


def sistem(pengguna: Pengguna) -> list[FaktaMeja]:
    """How the system itself is doing: accounts, numbers still reserved, worker, jobs that failed, the last check and
    import. No case data."""
    gagal = Tugas.objects.filter(keadaan=Tugas.Keadaan.GAGAL).count()
    return [
        FaktaMeja(
            "Akun aktif", ribuan(Pengguna.objects.hidup().filter(is_active=True).count()), reverse("pengguna_daftar")
        ),
        FaktaMeja(
            "Nomor cadangan",
            ribuan(Nomor.objects.filter(keadaan=Nomor.Keadaan.DICADANGKAN).count()),
            reverse("seri_daftar"),
        ),
        FaktaMeja("Pekerja", "berjalan" if pekerja_hidup() else "tidak berjalan", "", _baik(pekerja_hidup())),
        FaktaMeja("Tugas gagal", ribuan(gagal), f"{reverse('tugas_daftar')}?keadaan=gagal", _baik(not gagal)),
        _periksa(),
        _impor(),
    ]


def _baik(ya: bool) -> str:
    return "baik" if ya else "salah"


def _periksa() -> FaktaMeja:
    periksa, alamat = periksa_terakhir(), reverse("periksa_sistem")
    if periksa is None:
        return FaktaMeja("Pemeriksaan sistem", "belum pernah", alamat, "awas")
    temuan = len(periksa.hasil["temuan"]) if periksa.hasil else 0
    return FaktaMeja(
        "Pemeriksaan sistem", f"{ribuan(temuan)} temuan" if temuan else "semua baik", alamat, _baik(not temuan)
    )


def _impor() -> FaktaMeja:
    """The newest import, with how many were refused; an import has its page at those who may run it."""
    b = BatchImpor.objects.first()
    if b is None:
        return FaktaMeja("Impor terakhir", "belum ada")
    banyak = f"{ribuan(b.baru)} baru, {ribuan(b.berubah)} berubah, {ribuan(b.ditolak)} ditolak"
    return FaktaMeja("Impor terakhir", f"{b.nama_berkas} ({b.jenis}), {saat(b.waktu)}: {banyak}")


def usulan_saya(pengguna: Pengguna) -> list[FaktaMeja]:
    """One's own proposals: how many wait for a decision, how many became acts."""
    milik = Usulan.objects.hidup().filter(pengusul=pengguna)
    banyak = Counter(dict(milik.order_by().values_list("status").annotate(Count("id"))))
    daftar = reverse("usulan_daftar")
    return [
        FaktaMeja("Usulan menunggu penyelia", ribuan(banyak[S.MENUNGGU]), f"{daftar}?status=menunggu"),
        FaktaMeja("Usulan disetujui", ribuan(banyak[S.DISETUJUI]), f"{daftar}?status=disetujui"),
    ]
