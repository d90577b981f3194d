"""The disposition sheet: the letter's facts, what was ticked, and the chain as far as it has come."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import timezone

from arsip.models import Disposisi, InstruksiDisposisi, Keamanan, Kecepatan, SuratMasuk
from arsip.queries.disposisi import Simpul
from inti.documents import Blok, Judul, Kotak, Surat, gambar_surat
from inti.formats import jam, tanggal_panjang, tanggal_pendek
from inti.formats.waktu import hari, saat
from inti.models import Instansi, Pengguna
from inti.queries.kantor import kertas_instansi, kop_instansi

BARIS_KOSONG = 4  # lines for handwriting on a sheet that nobody has filled in


def lembar_pdf(surat: SuratMasuk, rantai: Sequence[Simpul], *, oleh: Pengguna) -> bytes:
    """One page (more for a long chain). Before the first disposition it is a form to be filled in by hand."""
    instansi, kini = Instansi.kini(), timezone.localtime()
    isi = Surat(
        kop=kop_instansi(instansi),
        kertas=kertas_instansi(instansi),
        judul=Judul("LEMBAR DISPOSISI"),
        isi=(*_surat(surat), *_perintah(rantai), _jalan(rantai)),
        ttd=(),
        batal="BATAL" if surat.status == SuratMasuk.Status.DIBATALKAN else "",
        kaki=f"Dicetak {tanggal_pendek(kini)} {jam(kini)} oleh {oleh.nama}",
    )
    return gambar_surat(isi, judul="Lembar disposisi")


def _surat(s: SuratMasuk) -> list[Blok]:
    aman = ("Keamanan", *(f"{_centang(s.keamanan == k)} {kata}" for k, kata in Keamanan.choices))
    cepat = ("Kecepatan", *(f"{_centang(s.kecepatan == k)} {kata}" for k, kata in Kecepatan.choices), "")
    return [
        Kotak(
            "",
            (1, 2.4, 1, 1.6),
            (
                ("Surat dari", s.pengirim, "Nomor agenda", s.nomor.teks),
                ("Nomor surat", s.nomor_surat or "tanpa nomor", "Diterima", tanggal_panjang(s.diterima)),
                ("Tanggal surat", tanggal_panjang(s.tanggal_surat), "Kode klasifikasi", s.klasifikasi or "-"),
                ("Lampiran", s.lampiran or "-", "Ditujukan kepada", s.ditujukan_kepada.nama),
            ),
        ),
        Kotak("", (1, 5), (("Hal", s.hal),)),
        Kotak("KEAMANAN DAN KECEPATAN", (0.9, 1, 1, 1, 1.2), (aman, cepat)),
    ]


def _perintah(rantai: Sequence[Simpul]) -> list[Blok]:
    """Whom the head told and what, all his dispositions of the letter together."""
    pokok = [n.disposisi for n in rantai if n.dalam == 0 and n.disposisi.status != Disposisi.Status.DITARIK]
    tanda = {i for d in pokok for i in d.instruksi}
    kalimat = list(InstruksiDisposisi.objects.hidup().order_by("urut", "pk").values_list("nama", flat=True))
    kalimat += sorted(tanda - set(kalimat))
    sel = [f"{_centang(k in tanda)} {k}" for k in kalimat]
    sel += [""] * (len(sel) % 2)
    tujuan = "\n".join(f"{n}. {_orang(d.kepada)}" for n, d in enumerate(pokok, start=1)) or "\n" * BARIS_KOSONG
    catatan = list(dict.fromkeys(d.catatan for d in pokok if d.catatan))
    batas = sorted({d.batas for d in pokok if d.batas})
    if batas:
        catatan.append(f"Batas waktu: {', '.join(tanggal_panjang(b) for b in batas)}.")
    isi_catatan = "\n".join(catatan) or ("-" if pokok else "\n" * BARIS_KOSONG)
    return [
        Kotak("DITERUSKAN KEPADA", (1,), ((tujuan,),)),
        Kotak("DENGAN HORMAT HARAP", (1, 1), tuple(zip(sel[::2], sel[1::2], strict=True)) or (("", ""),)),
        Kotak("CATATAN", (1,), ((isi_catatan,),)),
    ]


def _jalan(rantai: Sequence[Simpul]) -> Kotak:
    """Every step: from whom to whom, when, what came of it."""
    baris = [("Dari", "Kepada", "Dikirim", "Perintah", "Keadaan dan hasil")]
    for n in rantai:
        d = n.disposisi
        keadaan = d.get_status_display()
        if d.selesai_pada:
            keadaan += f" {hari(d.selesai_pada)}: {d.hasil}"
        elif d.alasan_tarik:
            keadaan += f": {d.alasan_tarik}"
        baris.append((d.dari.nama, d.kepada.nama, saat(d.dikirim_pada), d.perintah or "-", keadaan))
    if not rantai:
        baris += [("\n", "", "", "", "")] * 2
    return Kotak("JALANNYA DISPOSISI", (1.3, 1.3, 1, 2, 2), tuple(baris))


def _orang(p: Pengguna) -> str:
    return f"{p.nama}, {p.unit.nama}" if p.unit is not None else p.nama


def _centang(ya: bool) -> str:
    return "[\u00a0V\u00a0]" if ya else "[\u00a0\u00a0\u00a0\u00a0]"
