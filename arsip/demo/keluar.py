"""Two years of letters out of the demonstration office: an older book, drafts in every state, a batch, sendings."""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from arsip.demo.isi_keluar import ALASAN_BATAL, KURIR, MACAM, NASKAH, PENERIMA, TUJUAN
from arsip.models import Ekspedisi, Naskah, SuratKeluar, SuratMassal, TemplatSurat
from arsip.services import keluar as layanan_keluar
from arsip.services import massal as layanan_massal
from arsip.services import naskah as layanan_naskah
from arsip.services.pola import seri_surat
from inti.documents.jilid import lembar_contoh
from inti.models import Nomor, Pengguna, SeriNomor, UnitKerja
from inti.services.berkas import berkas_simpan
from inti.services.nomor import teks_nomor
from kepegawaian.models import Pegawai

BANYAK, HARI = 2470, 730


def isi_keluar() -> None:
    """Once; the older letters in bulk, this week's through the services."""
    if SuratKeluar.objects.filter(hal__startswith=MACAM[0][2].split("{")[0]).exists():
        return
    acak = random.Random(20261)  # noqa: S311  (invented letters, the same each time)
    pengguna = {p.username: p for p in Pengguna.objects.filter(akun_demo=True)}
    if "arsiparis" not in pengguna:
        return
    buku_lama(acak, pengguna["arsiparis"])
    konsep(pengguna)
    massal(pengguna)


def buku_lama(acak: random.Random, oleh: Pengguna) -> None:
    """Letters of two years as an office has them in its book: numbers without gap, some inserted, some cancelled."""
    unit = list(UnitKerja.objects.hidup().filter(jalur__startswith="dinsos/").order_by("jalur"))
    ttd = list(Pegawai.objects.aktif().filter(boleh_menandatangani=True).order_by("pk"))
    seri: dict[tuple[str, int], SeriNomor] = {}
    baru: list[SeriNomor] = []
    baris: list[tuple[Nomor, dict[str, Any]]] = []
    for hari in _hari(acak):
        buku, kode, hal = acak.choices(MACAM, weights=[m[3] for m in MACAM])[0][:3]
        u = acak.choice(unit)
        kunci, pola = seri_surat(buku, klasifikasi=kode, unit=u, hari=hari)
        s = seri.get((kunci, hari.year)) or SeriNomor.objects.filter(kode=kunci, tahun=hari.year).first()
        if s is None:
            s = SeriNomor(kode=kunci, tahun=hari.year, pola=pola)
            baru.append(s)
        seri[(kunci, hari.year)] = s
        sisip = s.terakhir > 3 and acak.random() < 0.004
        if not sisip:
            s.terakhir += 1
        n = Nomor(
            seri=s,
            urut=s.terakhir,
            sisipan="a" if sisip else "",
            teks=teks_nomor(s, s.terakhir, hari, {"kode": kode, "unit": u.kode.upper()}, "a" if sisip else ""),
            alasan="Surat bertanggal mundur, disetujui Sekretaris" if sisip else "",
            oleh=oleh,
            objek_label="arsip.suratkeluar",
        )
        if sisip and any(b[0].seri is s and b[0].urut == n.urut and b[0].sisipan for b in baris[-400:]):
            continue
        tujuan, alamat, telepon = acak.choice(TUJUAN)
        isi = {
            "tanggal": hari,
            "hal": hal.format(n=acak.randint(1, 24), tahun=hari.year),
            "klasifikasi": kode,
            "unit": u,
        }
        baris.append(
            (n, {**isi, "tujuan": tujuan, "alamat": alamat, "telepon": telepon, "penandatangan": acak.choice(ttd)})
        )
    SeriNomor.objects.bulk_create(baru)
    SeriNomor.objects.bulk_update([s for s in seri.values() if s not in baru], ["terakhir"])
    _simpan(acak, baris)


def _hari(acak: random.Random) -> Iterator[dt.date]:
    """Working days of two years up to yesterday, one for each letter, in order."""
    kini = timezone.localdate()
    semua = [kini - dt.timedelta(days=n) for n in range(1, HARI + 1)]
    kerja = [h for h in semua if h.weekday() < 5]
    yield from sorted(acak.choice(kerja) for _ in range(BANYAK))


def _simpan(acak: random.Random, baris: list[tuple[Nomor, dict[str, Any]]]) -> None:
    kini = timezone.localdate()
    surat = []
    for nomor, isi in baris:
        umur = (kini - isi["tanggal"]).days
        k = SuratKeluar.Keadaan
        keadaan = k.DIARSIPKAN if umur > 40 else k.DIKIRIM if umur > 6 else acak.choice([k.TERBIT, k.TTD, k.DIKIRIM])
        batal = acak.random() < 0.012
        if batal:
            keadaan, nomor.keadaan, nomor.alasan = k.DIBATALKAN, Nomor.Keadaan.DIBATALKAN, acak.choice(ALASAN_BATAL)
        s = SuratKeluar(nomor=nomor, keadaan=keadaan, alasan_batal=nomor.alasan if batal else "", **isi)
        if keadaan not in {k.TERBIT, k.DIBATALKAN}:
            s.ditandatangani_pada = isi["tanggal"]
        surat.append(s)
    Nomor.objects.bulk_create([n for n, _ in baris], batch_size=500)
    tersimpan = bulk_create_with_history(surat, SuratKeluar, batch_size=500)
    for s in tersimpan:
        s.nomor.objek_id = str(s.pk)
    Nomor.objects.bulk_update([s.nomor for s in tersimpan], ["objek_id"], batch_size=500)
    terkirim = [s for s in tersimpan if s.keadaan in {SuratKeluar.Keadaan.DIKIRIM, SuratKeluar.Keadaan.DIARSIPKAN}]
    kiriman = []
    for s in terkirim[-600:]:
        kirim = min(s.tanggal + dt.timedelta(days=acak.randint(0, 2)), kini)
        terima = kirim + dt.timedelta(days=acak.randint(0, 3))
        sudah = terima <= kini and acak.random() < 0.93
        kiriman.append(
            Ekspedisi(
                surat=s,
                tujuan=s.tujuan,
                cara=acak.choices(["kurir", "pos", "langsung", "surel", "srikandi"], [5, 2, 2, 1, 1])[0],
                dikirim_pada=kirim,
                pembawa=acak.choice(KURIR),
                diterima_oleh=acak.choice(PENERIMA) if sudah else "",
                diterima_pada=terima if sudah else None,
            )
        )
    bulk_create_with_history(kiriman, Ekspedisi, batch_size=300)


def konsep(pengguna: dict[str, Pengguna]) -> None:
    """Drafts in every state, through the services: written, checked, returned, approved, numbered, sent."""
    templat = {t.kode: t for t in TemplatSurat.objects.hidup()}
    ttd = {p.pengguna.username: p for p in Pegawai.objects.select_related("pengguna") if p.pengguna}
    hari = timezone.localdate()
    for kode, siapa, penanda, isian, bidang, sampai in NASKAH:
        t, oleh, penandatangan = templat[kode], pengguna[siapa], ttd[penanda]
        milik = {n: _nilai(v, hari) for n, v in bidang.items()}
        orang = [ttd["staf"], ttd["loket"]] if t.sumber else []
        assert oleh.unit is not None
        naskah = layanan_naskah.naskah_buat(
            templat=t,
            unit=oleh.unit,
            isian={"klasifikasi": t.klasifikasi, "penandatangan": penandatangan, **isian},
            bidang=milik,
            pegawai=orang,
            oleh=oleh,
        )
        if kode == "pencairan-hibah":
            isi = lembar_contoh(["Rencana anggaran", "Panti Asuhan Kasih Bunda", "Lembar contoh"])
            berkas = berkas_simpan(isi=isi, nama="rencana-anggaran.pdf", jenis_isi="application/pdf", oleh=oleh)
            layanan_naskah.lampiran_tambah(naskah=naskah, judul="Rencana anggaran", berkas=berkas, oleh=oleh)
        _lanjutkan(naskah, sampai, pengguna, penanda)


def _nilai(nilai: Any, hari: dt.date) -> Any:
    """A number of days from today stands for a date."""
    return (
        hari + dt.timedelta(days=nilai)
        if isinstance(nilai, int) and not isinstance(nilai, bool) and abs(nilai) < 400
        else nilai
    )


def _lanjutkan(naskah: Naskah, sampai: str, pengguna: dict[str, Pengguna], penanda: str) -> None:
    """Bring a draft as far as `sampai` says."""
    tahap = ["konsep", "kembali", "diperiksa", "menunggu", "disetujui", "terbit", "ttd", "dikirim"]
    sejauh = tahap.index(sampai)
    pemeriksa = pengguna["penyelia3"]
    if sejauh >= 1:
        layanan_naskah.naskah_ajukan(
            naskah=naskah, pemeriksa=[pemeriksa] if penanda != "penyelia3" else [], oleh=naskah.konseptor
        )
    if sampai == "kembali":
        layanan_naskah.naskah_kembalikan(
            naskah=naskah, alasan="Lengkapi dasar hukumnya pada alinea pertama.", oleh=pemeriksa
        )
        naskah.refresh_from_db()
        isi = f"{naskah.isi}\n\nPelaksanaannya menyesuaikan kalender kegiatan kantor."
        layanan_naskah.naskah_ubah(naskah=naskah, isian={"isi": isi}, oleh=naskah.konseptor)
    if sejauh >= 3 and penanda != "penyelia3":
        layanan_naskah.naskah_paraf(naskah=naskah, oleh=pemeriksa, catatan="")
    if sejauh >= 4:
        layanan_naskah.naskah_setujui(naskah=naskah, oleh=pengguna[penanda])
    if sejauh >= 5:
        naskah = layanan_naskah.naskah_terbitkan(
            naskah=naskah, tanggal=timezone.localdate(), oleh=pengguna["arsiparis"]
        )
    surat = naskah.surat_keluar
    if sejauh >= 6 and surat is not None:
        hari = timezone.localdate()
        surat = layanan_keluar.surat_keluar_tandatangani(
            surat=surat, tanggal=hari, pindaian=None, oleh=pengguna["arsiparis"]
        )
        if sejauh >= 7:
            layanan_keluar.surat_keluar_kirim(
                surat=surat,
                tujuan=surat.tujuan,
                cara="kurir",
                dikirim_pada=hari,
                pembawa=KURIR[0],
                oleh=pengguna["arsiparis"],
            )


def massal(pengguna: dict[str, Pengguna]) -> None:
    """One batch that is issued and one that waits for its signer."""
    templat = TemplatSurat.objects.hidup().get(kode="pemberitahuan-iuran")
    kepala = Pegawai.objects.get(pengguna=pengguna["pimpinan"])
    batas = timezone.localdate() + dt.timedelta(days=21)
    for nama, banyak, terbit in (("Pemberitahuan iuran Oktober", 12, True), ("Pemberitahuan iuran November", 8, False)):
        baris = [
            {
                "tujuan": f"Pimpinan {tujuan}"
                if not tujuan.startswith(("Kepala", "Camat", "Ketua", "Pimpinan"))
                else tujuan,
                "alamat": alamat,
                "telepon": telepon,
                "bulan": nama.rsplit(" ", 1)[-1],
                "nilai": 1_250_000 + 175_000 * n,
                "batas": f"{batas:%d-%m-%Y}",
            }
            for n, (tujuan, alamat, telepon) in enumerate(TUJUAN[:banyak])
        ]
        unit = pengguna["staf"].unit
        assert unit is not None
        satu: SuratMassal = layanan_massal.massal_buat(
            nama=nama,
            templat=templat,
            unit=unit,
            penandatangan=kepala,
            klasifikasi="600.4",
            baris=baris,
            oleh=pengguna["staf"],
        )
        satu = layanan_massal.massal_ajukan(massal=satu, oleh=pengguna["staf"])
        if terbit:
            satu = layanan_massal.massal_setujui(massal=satu, oleh=pengguna["pimpinan"])
            for n in range(banyak):
                layanan_massal.massal_terbitkan_satu(massal=satu, n=n, oleh=pengguna["pimpinan"])
            layanan_massal.massal_selesai(massal=satu, oleh=pengguna["pimpinan"])
