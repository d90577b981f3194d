"""What the registry and the counter hold of one person, for a request of his own (`inti.queries.subjek`).

Only his own data: members of his family are other people, and no table names them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.apps import apps

from dtks.models import (
    AnggotaPermohonan,
    Individu,
    KeadaanPeriode,
    Pembatasan,
    Pemeriksaan,
    Permohonan,
    SuratRekomendasi,
)
from dtks.queries.registri import cari_nik
from inti.formats.waktu import hari, saat
from inti.models import BatchImpor, JejakBaca, NilaiLama, Pengguna
from inti.queries.subjek import OrangSubjek, TabelSubjek
from inti.rules.nama import nilai_kecocokan

ORANG, ANGGOTA = "orang", "anggota"
_DATA = (
    "nik", "no_kk", "id_dtks", "nama", "tempat_lahir", "tanggal_lahir", "jenis_kelamin", "hubungan", "alamat", "rt",
    "rw", "desa_teks", "kecamatan_teks", "desil", "pbi_jk", "pkh", "bpnt", "dikecualikan", "terdaftar", "sumber_data",
    "periode_data", "dibatasi_sampai",
)  # fmt: skip


def cari_subjek(pengguna: Pengguna, nik: str, nama: str) -> list[OrangSubjek]:
    """Who is found under a NIK within the user's scope: in the registry, else on a request of somebody not in it."""
    boleh = Individu.objects.lingkup(pengguna)
    orang = [o for o in cari_nik(nik) if boleh.filter(pk=o.pk).exists()]
    hasil = [
        OrangSubjek(
            kode="dtks",
            kunci=f"{ORANG}-{o.pk}",
            nama=o.nama,
            keterangan=", ".join(t for t in (hari(o.tanggal_lahir), o.desa_teks.title(), "data terpadu") if t),
            cocok=nilai_kecocokan(nama, o.nama).cocok,
            dibatasi=o.dibatasi,
            alamat=o.get_absolute_url(),
        )
        for o in orang
    ]
    if hasil:
        return hasil
    anggota = AnggotaPermohonan.objects.filter(
        nik=nik, individu__isnull=True, permohonan__in=Permohonan.objects.untuk(pengguna)
    ).select_related("permohonan")
    cocok = [a for a in anggota.order_by("id") if nilai_kecocokan(nama, a.nama).cocok]
    return [
        OrangSubjek("dtks", f"{ANGGOTA}-{a.pk}", a.nama, "permohonan, belum terdaftar", True, False,
                    a.permohonan.get_absolute_url())
        for a in cocok[:1]
    ]  # fmt: skip


def kunci_orang(kunci: str) -> list[int]:
    """Registry entries of the person behind a key: his own and those joined to it; none for one not in it."""
    jenis, _, pk = kunci.partition("-")
    if jenis != ORANG:
        return []
    return [int(pk), *Individu.objects.filter(digabung_ke_id=int(pk)).order_by("pk").values_list("pk", flat=True)]


def salinan_subjek(kunci: str) -> list[TabelSubjek]:
    """All that is held of the person behind a key of `cari_subjek`, and who read or changed it."""
    pk = kunci_orang(kunci)
    anggota = list(_anggota(kunci, pk))
    permohonan = [a.permohonan for a in anggota]
    return [
        *(_tabel_orang(o) for o in Individu.objects.filter(pk__in=pk).order_by("pk")),
        _tabel_periode(pk),
        _tabel_permohonan(anggota),
        _tabel_surat(permohonan),
        _tabel_pembatasan(pk),
        _tabel_pemeriksaan(pk),
        _tabel_baca(pk, permohonan),
        _tabel_perubahan(permohonan),
        _tabel_impor(pk),
    ]


def _anggota(kunci: str, pk: Sequence[int]) -> Iterable[AnggotaPermohonan]:
    semua = AnggotaPermohonan.objects.select_related("permohonan__nomor").order_by("permohonan__tanggal", "id")
    if pk:
        return semua.filter(individu__in=pk)
    satu = AnggotaPermohonan.objects.get(pk=int(kunci.partition("-")[2]))
    return [a for a in semua.filter(nik=satu.nik, individu__isnull=True) if nilai_kecocokan(satu.nama, a.nama).cocok]


def _tabel_orang(o: Individu) -> TabelSubjek:
    baris = []
    for nama in _DATA:
        bidang: Any = Individu._meta.get_field(nama)
        nilai = getattr(o, f"get_{nama}_display")() if bidang.choices else getattr(o, nama)
        baris.append((str(bidang.verbose_name)[:1].upper() + str(bidang.verbose_name)[1:], _teks(nilai)))
    judul = "Data terpadu" if o.digabung_ke_id is None else f"Data terpadu (digabungkan, {o.pk})"
    return TabelSubjek(judul, ("Isian", "Nilai"), baris)


def _tabel_periode(pk: Sequence[int]) -> TabelSubjek:
    baris = [
        (k.periode, k.sumber, k.desa_teks.title(), _teks(k.desil), _teks(k.pbi_jk), _teks(k.pkh), _teks(k.bpnt),
         _teks(k.terdaftar))
        for k in KeadaanPeriode.objects.filter(individu__in=pk).order_by("periode_urut", "id")
    ]  # fmt: skip
    kepala = ("Periode", "Sumber", "Desa", "Desil", "PBI-JK", "PKH", "BPNT", "Terdaftar")
    return TabelSubjek("Menurut tiap periode data", kepala, baris)


def _tabel_permohonan(anggota: Sequence[AnggotaPermohonan]) -> TabelSubjek:
    baris = [
        (str(a.permohonan.nomor), a.permohonan.get_jenis_display(), hari(a.permohonan.tanggal),
         a.permohonan.get_status_display(), a.permohonan.get_alasan_display(), hari(a.permohonan.diputus_pada))
        for a in anggota
    ]  # fmt: skip
    kepala = ("Nomor", "Jenis", "Tanggal", "Status", "Alasan penolakan", "Diputus")
    return TabelSubjek("Permohonan", kepala, baris)


def _tabel_surat(permohonan: Sequence[Permohonan]) -> TabelSubjek:
    semua = SuratRekomendasi.objects.filter(permohonan__in=permohonan).select_related("surat_keluar__nomor")
    baris = [
        (str(s.surat_keluar.nomor) if s.surat_keluar else "belum bernomor", hari(s.diminta_pada), s.tujuan,
         s.get_status_display(), hari(s.diserahkan_pada))
        for s in semua.order_by("id")
    ]  # fmt: skip
    return TabelSubjek("Surat rekomendasi", ("Nomor", "Diminta", "Tujuan", "Status", "Diserahkan"), baris)


def _tabel_pembatasan(pk: Sequence[int]) -> TabelSubjek:
    semua = Pembatasan.objects.filter(individu__in=pk).select_related("permintaan__nomor").order_by("id")
    baris = [
        (str(p.permintaan.nomor), hari(p.mulai), hari(p.sampai) or "sampai dicabut", hari(p.dicabut_pada), p.alasan)
        for p in semua
    ]
    return TabelSubjek("Pembatasan", ("Permintaan", "Mulai", "Sampai", "Dicabut", "Alasan"), baris)


def _tabel_pemeriksaan(pk: Sequence[int]) -> TabelSubjek:
    semua = Pemeriksaan.objects.filter(individu__in=pk).select_related("oleh__unit").order_by("waktu", "id")
    baris = [(saat(p.waktu), f"Dicari dengan {p.get_cara_display()}", *_siapa(p.oleh)) for p in semua]
    return TabelSubjek("Pencarian di loket", ("Waktu", "Perbuatan", "Petugas", "Unit"), baris, jejak=True)


def _tabel_baca(pk: Sequence[int], permohonan: Sequence[Permohonan]) -> TabelSubjek:
    """Readings of his page and of his requests, from the read log."""
    semua: list[JejakBaca] = []
    for model, kunci in ((Individu, pk), (Permohonan, [p.pk for p in permohonan])):
        if kunci:
            semua += JejakBaca.objects.filter(
                objek_label=model._meta.label_lower, objek_id__in=[str(k) for k in kunci]
            ).select_related("oleh__unit")
    semua.sort(key=lambda j: (j.waktu, j.pk))
    baris = [(saat(j.waktu), j.get_jenis_display(), *_siapa(j.oleh), j.keterangan) for j in semua]
    return TabelSubjek("Siapa membuka data", ("Waktu", "Perbuatan", "Petugas", "Unit", "Sebab"), baris, jejak=True)


def _tabel_perubahan(permohonan: Sequence[Permohonan]) -> TabelSubjek:
    """Acts on his requests and their letters, from their histories."""
    surat = SuratRekomendasi.objects.filter(permohonan__in=permohonan)
    baris = []
    for model, objek in ((Permohonan, permohonan), (SuratRekomendasi, surat)):
        riwayat = apps.get_model(model._meta.app_label, f"Riwayat{model.__name__}")
        versi = riwayat.objects.filter(id__in=[o.pk for o in objek]).select_related("perubahan", "history_user__unit")
        for v in versi.order_by("history_id"):
            sebutan = v.perubahan.sebutan if v.perubahan else str(model._meta.verbose_name)
            baris.append((v.history_date, (sebutan, *_siapa(v.history_user))))
    baris.sort(key=lambda b: b[0])
    isi = [(saat(waktu), *sisa) for waktu, sisa in baris]
    return TabelSubjek("Siapa mengubah permohonan dan surat", ("Waktu", "Perbuatan", "Petugas", "Unit"), isi, True)


def _tabel_impor(pk: Sequence[int]) -> TabelSubjek:
    """Deliveries that brought or altered his row."""
    if not pk:
        return TabelSubjek("Impor data", ())
    dari_periode = KeadaanPeriode.objects.filter(individu__in=pk, batch__isnull=False).values("batch_id")
    dari_nilai = NilaiLama.objects.filter(model=Individu._meta.label_lower, objek_id__in=pk).values("batch_id")
    batch = BatchImpor.objects.filter(pk__in=dari_periode) | BatchImpor.objects.filter(pk__in=dari_nilai)
    baris = [
        (saat(b.waktu), f"Impor {b.nama_berkas}", *_siapa(b.oleh))
        for b in batch.distinct().select_related("oleh__unit").order_by("waktu", "pk")
    ]
    return TabelSubjek("Impor yang memuat data", ("Waktu", "Perbuatan", "Petugas", "Unit"), baris, jejak=True)


def _siapa(oleh: Pengguna | None) -> tuple[str, str]:
    return (oleh.nama, str(oleh.unit or oleh.desa or "")) if oleh is not None else ("Sistem", "")


def _teks(nilai: Any) -> str:
    if nilai is None or nilai == "":
        return "kosong"
    if isinstance(nilai, bool):
        return "Ya" if nilai else "Tidak"
    return hari(nilai) if hasattr(nilai, "year") else str(nilai)
