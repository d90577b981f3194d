"""Leave of the demonstration office, last year's and this one's, in every state; invented and without overlaps."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import Any

from django.db import transaction
from django.utils import timezone
from PIL import Image, ImageDraw

from inti.models import BerkasTersimpan, Pengguna
from inti.queries.kalender import libur_antara
from inti.rules.alur import KEMBALIKAN, SETUJUI, TERUSKAN, TOLAK
from inti.rules.kalender import AKHIR_PEKAN, tambah_bulan, tambah_hari_kerja
from inti.services.alur import alur_ajukan, alur_maju, alur_tutup
from inti.services.berkas import berkas_miliki, berkas_simpan, siapkan_unggahan
from inti.services.nomor import nomor_ambil
from kepegawaian.models import AturanCuti, Pegawai, PengajuanCuti, SaldoAwalCuti
from kepegawaian.queries.cuti import pejabat_cuti
from kepegawaian.rules.cuti import KELOMPOK, hitung
from kepegawaian.services.aturan_cuti import aturan_cuti_isi
from kepegawaian.services.cuti import POLA, SERI, formulir_terbitkan

S, H = PengajuanCuti.Status, PengajuanCuti.Hasil
TERBANYAK, BERFORMULIR = 24, 5
LALU = (S.DISETUJUI, S.DISETUJUI, S.DITARIK, S.TIDAK_DISETUJUI, S.DISETUJUI, S.DITANGGUHKAN)
NANTI = (S.DIPERTIMBANGKAN, S.DIAJUKAN, S.DISETUJUI, S.PERUBAHAN, S.DIAJUKAN, S.DIBATALKAN)
ALASAN = ("Urusan keluarga", "Mengantar anak mendaftar sekolah", "Menghadiri pernikahan saudara", "Istirahat tahunan")


@transaction.atomic  # numbers are taken inside
def isi() -> None:
    """Rules, opening balances, applications. Idempotent."""
    aturan_cuti_isi(oleh=None)
    if PengajuanCuti.objects.exists():
        return
    hari = timezone.localdate()
    libur = libur_antara(dt.date(hari.year - 1, 1, 1), dt.date(hari.year + 1, 12, 31))
    orang = list(
        Pegawai.objects.hidup().filter(jenis__in=KELOMPOK).select_related("unit", "pengguna").order_by("id")[:TERBANYAK]
    )
    rencana = []
    for n, p in enumerate(orang):
        SaldoAwalCuti.objects.get_or_create(
            pegawai=p,
            tahun=hari.year - 1,
            defaults={"sisa_n1": (n * 2) % 7 if KELOMPOK[p.jenis] == "PNS" else 0, "keterangan": "Buku cuti (contoh)"},
        )
        pasangan = pejabat_cuti(p, hari) if p.pengguna is not None else None
        if pasangan is not None:
            rencana += [(p, pasangan, *r) for r in _tanpa_tindih(_rencana(n, p, hari, libur))]
    # Numbers follow the day of filing, as in an office.
    rencana.sort(key=lambda r: (r[4], r[0].pk))
    jadi = [_buat(libur, *r) for r in rencana]
    for c in [c for c in jadi if c.putus_pada is not None][-BERFORMULIR:]:
        formulir_terbitkan(c, c.putus_oleh)
        c.save()


def _rencana(n: int, p: Pegawai, hari: dt.date, libur: Any) -> list[tuple[str, dt.date, dt.date, dt.date, str]]:
    """(kind, filed, first day, last day, state) of one person; the order of the list gives way on overlaps."""

    def kerja(mulai: dt.date, banyak: int) -> tuple[dt.date, dt.date]:
        awal = tambah_hari_kerja(mulai, 0, libur)
        return awal, tambah_hari_kerja(awal, banyak - 1, libur) if banyak > 1 else awal

    lalu = dt.date(hari.year - 1, 1, 1)
    satu = kerja(tambah_bulan(lalu, 1 + n % 10) + dt.timedelta(days=n % 11), 3 + n % 4)
    hasil: list[tuple[str, dt.date, dt.date, dt.date, str]] = [
        ("tahunan", satu[0] - dt.timedelta(days=9), *satu, S.DISETUJUI)
    ]
    dua = kerja(hari - dt.timedelta(days=14 + (n * 37) % 170), 2 + n % 3)
    hasil.append(("tahunan", dua[0] - dt.timedelta(days=8), *dua, LALU[n % len(LALU)]))
    tiga = kerja(hari + dt.timedelta(days=9 + (n * 3) % 12), 3 + n % 2)
    hasil.append(("tahunan", hari - dt.timedelta(days=1 + n % 3), *tiga, NANTI[n % len(NANTI)]))
    if n % 3 == 0:
        sakit = hari - dt.timedelta(days=16 + 3 * n)
        hasil.append(("sakit", sakit, sakit, sakit + dt.timedelta(days=1 + n % 2), S.DISETUJUI))
    if n == 2:
        anak = hari - dt.timedelta(days=200)
        hasil.append(("melahirkan", anak, anak, tambah_bulan(anak, 3) - dt.timedelta(days=1), S.DISETUJUI))
    if n == 4 and KELOMPOK[p.jenis] == "PNS":
        penting = hari + dt.timedelta(days=40)
        hasil.append(("penting", hari, penting, penting + dt.timedelta(days=6), S.DIAJUKAN))
    return hasil


def _tanpa_tindih(
    rencana: list[tuple[str, dt.date, dt.date, dt.date, str]],
) -> list[tuple[str, dt.date, dt.date, dt.date, str]]:
    hasil: list[tuple[str, dt.date, dt.date, dt.date, str]] = []
    for r in rencana:
        if all(r[3] < lain[2] or r[2] > lain[3] for lain in hasil):
            hasil.append(r)
    return hasil


def _buat(
    libur: Any,
    p: Pegawai,
    pasangan: tuple[Pegawai, Pegawai],
    jenis: str,
    diajukan: dt.date,
    mulai: dt.date,
    sampai: dt.date,
    status: str,
) -> PengajuanCuti:
    atasan, pejabat = pasangan
    satuan = AturanCuti.Satuan.HARI_KERJA if jenis == "tahunan" else AturanCuti.Satuan.BULAN
    berakhir = sampai
    if status == S.DITARIK:  # called back before its last working day
        berakhir = max(mulai, sampai - dt.timedelta(days=1))
        while berakhir > mulai and (berakhir in libur or berakhir.weekday() in AKHIR_PEKAN):
            berakhir -= dt.timedelta(days=1)
    if atasan.pk == pejabat.pk and status == S.DIPERTIMBANGKAN:
        status = S.DIAJUKAN  # one act does both steps
    h = hitung(mulai, berakhir, satuan, libur)
    nomor = nomor_ambil(
        seri=SERI, pola=POLA, tanggal=diajukan, oleh=p.pengguna, objek_label="kepegawaian.pengajuancuti"
    )
    surat = _surat_dokter(p.pengguna) if jenis == "sakit" else None
    c = PengajuanCuti(
        nomor=nomor,
        pegawai=p,
        tanggal=diajukan,
        jenis=jenis,
        mulai=mulai,
        sampai=sampai,
        berakhir=berakhir,
        hari=h.hari,
        per_tahun={str(t): n for t, n in h.per_tahun.items()},
        rincian={
            "tidak_dihitung": [{"sebab": s, "tanggal": [d.isoformat() for d in hari]} for s, hari in h.tidak_dihitung],
            "kabar": [],
        },
        satuan=satuan,
        alasan={"sakit": "Demam", "melahirkan": "Persalinan", "penting": "Orang tua dirawat di rumah sakit"}.get(
            jenis, ALASAN[p.pk % len(ALASAN)]
        ),
        alamat="Jalan Kenanga 5, Wanasari",
        telepon=f"+62812000{p.pk:05d}",
        kelahiran_ke=2 if jenis == "melahirkan" else None,
        surat_jenis="dokter" if surat else "",
        surat=surat,
        atasan=atasan,
        pejabat=pejabat,
        status=status,
        **_jejak(status, atasan, pejabat, diajukan),
    )
    c.save()
    nomor.objek_id = str(c.pk)
    nomor.save(update_fields=["objek_id"])
    if surat is not None:
        berkas_miliki([surat], label="kepegawaian.pengajuancuti", pk=c.pk)
    _alur(c)
    return c


def _alur(c: PengajuanCuti) -> None:
    """Who had it, as far as its state has come."""
    pengaju, saat = c.pegawai.pengguna, timezone.make_aware(dt.datetime.combine(c.tanggal, dt.time(8, 40)))
    alur_ajukan(c, oleh=pengaju, pada=saat)
    if c.status == S.DIBATALKAN:
        alur_tutup(c, oleh=pengaju, catatan=c.alasan_batal, pada=saat + dt.timedelta(hours=2))
    if c.timbang_oleh is not None:
        verba = KEMBALIKAN if c.timbang == H.PERUBAHAN else TERUSKAN
        alur_maju(
            c,
            tahap="pertimbangan",
            verba=verba,
            oleh=c.timbang_oleh,
            putusan=c.get_timbang_display(),
            catatan=c.timbang_catatan,
            pada=c.timbang_pada,
        )
    if c.putus_oleh is not None:
        verba = SETUJUI if c.timbang == H.SETUJU else TOLAK
        alur_maju(
            c,
            tahap="keputusan",
            verba=verba,
            oleh=c.putus_oleh,
            putusan=c.get_timbang_display(),
            catatan=c.putus_catatan,
            pada=c.putus_pada,
        )


def _jejak(status: str, atasan: Pegawai, pejabat: Pegawai, diajukan: dt.date) -> dict[str, Any]:
    """Who said what, as far as the state has come."""
    saat = timezone.make_aware(dt.datetime.combine(diajukan, dt.time(9, 12)))
    if status == S.DIAJUKAN:
        return {}
    if status == S.DIBATALKAN:
        return {"alasan_batal": "Keperluannya sudah selesai."}
    timbang = {"timbang_oleh": atasan.pengguna, "timbang_pada": saat + dt.timedelta(hours=3)}
    if status == S.PERUBAHAN:
        return timbang | {"timbang": H.PERUBAHAN, "timbang_catatan": "Geser satu minggu; ada verifikasi data."}
    hasil = {S.DITANGGUHKAN: H.DITANGGUHKAN, S.TIDAK_DISETUJUI: H.TIDAK}.get(S(status), H.SETUJU)
    catatan = {
        S.DITANGGUHKAN: "Ditangguhkan; sedang penyaluran bantuan.",
        S.TIDAK_DISETUJUI: "Bersamaan dengan rekan seunit.",
    }.get(S(status), "")
    isi = timbang | {"timbang": hasil, "timbang_catatan": catatan}
    if status == S.DIPERTIMBANGKAN:
        return isi
    putus = saat + dt.timedelta(hours=26)
    isi |= {"putus_oleh": pejabat.pengguna, "putus_pada": putus, "putus_catatan": catatan}
    if status == S.DITARIK:
        isi |= {
            "tarik_alasan": "Pemeriksaan mendadak dari inspektorat.",
            "tarik_oleh": pejabat.pengguna,
            "tarik_pada": putus + dt.timedelta(days=8),
        }
    return isi


def _surat_dokter(oleh: Pengguna | None) -> BerkasTersimpan:
    """An invented doctor's letter as a phone would photograph it."""
    gambar = Image.new("RGB", (600, 400), "#f7f4ec")
    tulis = ImageDraw.Draw(gambar)
    tulis.text(
        (40, 40), "KLINIK CONTOH WANASARI\n\nSURAT KETERANGAN SAKIT (contoh)\n\nPerlu istirahat.", fill="#22242c"
    )
    keluaran = BytesIO()
    gambar.save(keluaran, "JPEG", quality=80)
    isi, jenis = siapkan_unggahan(keluaran.getvalue())
    return berkas_simpan(isi=isi, nama="surat-dokter.jpg", jenis_isi=jenis, oleh=oleh)
