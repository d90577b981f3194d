"""What happened to some records of the demonstration office: loans, a stocktake, scans, destructions."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from arsip.models import BerkasArsip, Boks, Opname, Peminjaman, PindaianArsip, TemuanOpname
from arsip.services.pemusnahan import (
    pemusnahan_laksanakan,
    pemusnahan_nilai,
    pemusnahan_setujui,
    pemusnahan_tetapkan,
    pemusnahan_usulkan,
)
from arsip.services.pinjam import LABEL, POLA, SERI
from arsip.services.rekam import arsip_tahan
from inti.documents.jilid import lembar_contoh
from inti.models import BerkasTersimpan, Pengguna
from inti.services.berkas import berkas_miliki, berkas_simpan
from inti.services.nomor import nomor_ambil
from kepegawaian.models import Pegawai

PERLU = ("Pemeriksaan inspektorat", "Menjawab surat warga", "Bahan laporan tahunan", "Mencocokkan data")


def isi_pinjaman(oleh: Pengguna, hari: dt.date) -> None:
    """Returned, out, overdue and asked for."""
    orang = list(Pegawai.objects.hidup().order_by("id")[:8])
    berkas = list(BerkasArsip.objects.filter(jenis__kode__in=["keuangan", "klaim"]).order_by("-tanggal", "id")[:15])
    staf = Pengguna.objects.filter(username="staf").first()
    siap = [(n, b, hari - dt.timedelta(days=50 - 3 * n)) for n, b in enumerate(berkas) if orang]
    pinjaman = []
    for n, b, mulai in siap:
        nomor = nomor_ambil(seri=SERI, pola=POLA, tanggal=mulai, oleh=oleh, objek_label=LABEL)
        tempo = mulai + dt.timedelta(days=7)
        luar = n % 7 == 6
        isi = {
            "nomor": nomor,
            "berkas": b,
            "peminjam": None if luar else orang[n % len(orang)],
            "nama": "Wira Kencana" if luar else "",
            "instansi": "Inspektorat Wanasari" if luar else "",
            "keperluan": PERLU[n % len(PERLU)],
        }
        if n == len(siap) - 1:
            p = Peminjaman(**isi, diminta_oleh=staf or oleh)
        elif n < 8:
            p = Peminjaman(
                **isi, diminta_oleh=oleh, dipinjam_pada=mulai, jatuh_tempo=tempo, status=Peminjaman.Status.KEMBALI,
                kembali_pada=tempo - dt.timedelta(days=n % 3), kondisi="Lengkap dan baik",
            )  # fmt: skip
        else:
            p = Peminjaman(
                **isi, diminta_oleh=oleh, dipinjam_pada=mulai, jatuh_tempo=tempo, status=Peminjaman.Status.DIPINJAM
            )
        pinjaman.append(p)
    bulk_create_with_history(pinjaman, Peminjaman)
    for p in Peminjaman.objects.select_related("nomor"):
        p.nomor.objek_id = str(p.pk)
        p.nomor.save(update_fields=["objek_id"])


def isi_opname(oleh: Pengguna, hari: dt.date) -> None:
    """A stocktake of the second rack, closed: one box stood elsewhere, one record was not found."""
    saat = timezone.make_aware(dt.datetime.combine(hari - dt.timedelta(days=12), dt.time(9, 5)))
    boks = list(Boks.objects.select_related("tempat__induk").order_by("tempat__jalur"))
    milik = [b for b in boks if b.tempat.induk is not None and b.tempat.induk.nama == "Rak 2"]
    if not milik:
        return
    opname = Opname(
        tempat=milik[0].tempat.induk, petugas=oleh, mulai_pada=saat, status=Opname.Status.DITUTUP,
        ditutup_pada=saat + dt.timedelta(hours=2), catatan="Satu berkas dicari; satu boks salah rak.",
    )  # fmt: skip
    opname.save()
    H = TemuanOpname.Hasil
    temuan = [TemuanOpname(opname=opname, tempat=b.tempat, hasil=H.ADA, waktu=saat) for b in milik]
    asing = next(b for b in boks if b not in milik)
    temuan.append(TemuanOpname(opname=opname, tempat=asing.tempat, hasil=H.ASING, waktu=saat))
    hilang = BerkasArsip.objects.filter(tempat=milik[0].tempat_id).order_by("id").last()
    if hilang is not None:
        temuan.append(TemuanOpname(opname=opname, berkas=hilang, hasil=H.HILANG, waktu=opname.ditutup_pada))
    bulk_create_with_history(temuan, TemuanOpname)


def isi_pindaian(oleh: Pengguna) -> None:
    """A few scans."""
    for b in BerkasArsip.objects.filter(jenis__kode="klaim").order_by("-tanggal", "id")[:4]:
        pindaian = _pdf(f"Pindaian {b.nomor}", b.uraian, oleh)
        PindaianArsip(berkas_arsip=b, berkas=pindaian, halaman=1).save()
        berkas_miliki([pindaian], label="arsip.berkasarsip", pk=b.pk)


def isi_pemusnahan(oleh: Pengguna, hari: dt.date) -> None:
    """Invitations of long ago destroyed; accounts proposed, with two that can't go."""
    pimpinan = Pengguna.objects.filter(username="pimpinan").first()
    orang = list(Pegawai.objects.hidup().exclude(pengguna=pimpinan).order_by("id")[:4])
    if pimpinan is None or len(orang) < 4:
        return
    habis = BerkasArsip.objects.filter(inaktif_sampai__lt=hari, status="inaktif").order_by("tanggal", "id")
    undangan = list(habis.filter(klasifikasi="000.1.1")[:12])
    keuangan = list(habis.filter(klasifikasi="900.1.5", peminjaman__isnull=True)[:8])
    if not undangan or len(keuangan) < 3:
        return
    panitia = {"ketua": orang[0], "sekretaris": orang[1], "anggota": orang[2:4]}
    satu = pemusnahan_usulkan(uraian="Undangan yang habis masa simpannya", berkas=undangan, oleh=oleh, **panitia)
    pertama = satu.butir.order_by("pk").first()
    satu = pemusnahan_nilai(
        pemusnahan=satu,
        nomor=f"PAN/01/{hari.year}",
        tanggal=hari,
        teks="Panitia telah memeriksa arsip satu per satu. Yang tidak lagi bernilai guna dapat dimusnahkan.",
        simpan=[pertama.pk],
        oleh=oleh,
    )
    satu = pemusnahan_setujui(
        pemusnahan=satu, nomor=f"045/112/{hari.year}", tanggal=hari, oleh=pimpinan,
        pindaian=_pdf("Persetujuan pemusnahan", "Contoh pindaian", pimpinan),
    )  # fmt: skip
    satu = pemusnahan_tetapkan(
        pemusnahan=satu, nomor=f"100.3.2/7/{hari.year}", tanggal=hari, oleh=pimpinan,
        pindaian=_pdf("Keputusan pemusnahan", "Contoh pindaian", pimpinan),
    )  # fmt: skip
    pemusnahan_laksanakan(
        pemusnahan=satu,
        tanggal=hari,
        tempat="Halaman belakang kantor",
        cara="cacah",
        saksi=[["Dwi Hapsari", "Pejabat Bagian Hukum"], ["Tirta Wijaya", "Pejabat Inspektorat"]],
        oleh=oleh,
    )
    dua = pemusnahan_usulkan(uraian="Pertanggungjawaban keuangan lama", berkas=keuangan, oleh=oleh, **panitia)
    pemusnahan_nilai(
        pemusnahan=dua,
        nomor=f"PAN/02/{hari.year}",
        tanggal=hari,
        teks="Arsip keuangan yang habis masa simpannya. Sebagian masih diperiksa silang.",
        simpan=[],
        oleh=oleh,
    )
    arsip_tahan(
        berkas=BerkasArsip.objects.get(pk=keuangan[0].pk), alasan="Barang bukti perkara perdata contoh", oleh=pimpinan
    )


def _pdf(judul: str, isi: str, oleh: Pengguna) -> BerkasTersimpan:
    return berkas_simpan(
        isi=lembar_contoh([judul, isi, "Contoh, bukan arsip sungguhan"]), nama=f"{judul}.pdf",
        jenis_isi="application/pdf", oleh=oleh,
    )  # fmt: skip
