"""What fills a letter, and what waits for whom."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import QuerySet

from arsip.models import Naskah, SuratKeluar, SuratMassal
from arsip.models.pilihan import Keamanan, Kecepatan
from inti.formats import hari_tanggal, rupiah, tanggal_panjang
from inti.models import Instansi, Nomor, Pengguna, UnitKerja
from inti.olah.beda import BedaTeks, bandingkan, ganti_utuh
from inti.rules.isian import BERTANGGAL, Bidang, isi_bidang
from inti.rules.tulisan import Potongan, sel_tabel, urai
from kepegawaian.models import Pegawai

ISI = (
    "tujuan", "alamat", "telepon", "judul", "hal", "klasifikasi", "keamanan", "kecepatan", "lampiran", "isi",
    "penutup", "tembusan", "sebutan", "atas_nama", "pihak_kedua_nama", "pihak_kedua_jabatan",
)  # fmt: skip


def isi_naskah(naskah: Naskah) -> dict[str, Any]:
    """What a draft says, as plain data: for versions and for the fingerprint of an approval."""
    lampiran = naskah.lampiran_set.hidup().order_by("pk").values_list("judul", "berkas__sha256") if naskah.pk else ()
    return {
        **{n: getattr(naskah, n) for n in ISI},
        "penandatangan": str(naskah.penandatangan),
        "penandatangan_id": naskah.penandatangan_id,
        "lampiran_berkas": [[judul, sidik[:16]] for judul, sidik in lampiran],
    }


def beda_isi(nama: str, lama: Any, baru: Any) -> BedaTeks:
    """What changed in one field of two stored versions: texts word by word, choices as a whole and by their words."""
    pilihan = {"keamanan": Keamanan, "kecepatan": Kecepatan, "sebutan": Naskah.Sebutan}.get(nama)
    if pilihan is None:
        return bandingkan(str(lama), str(baru))
    kata = {str(k): str(v) for k, v in pilihan.choices}
    return ganti_utuh(kata.get(str(lama), str(lama)), kata.get(str(baru), str(baru)))


def sidik_naskah(naskah: Naskah) -> str:
    """Fingerprint of everything that the reader of a draft sees."""
    return hashlib.sha256(json.dumps(isi_naskah(naskah), sort_keys=True).encode()).hexdigest()


def nilai_bidang(bidang: Sequence[Bidang], isian: Mapping[str, Any]) -> dict[str, str]:
    """A template's own blanks as text, by their kind."""
    return {b.nama: _teks(b.jenis, isian.get(b.nama)) for b in bidang}


def _teks(jenis: str, nilai: Any) -> str:
    if nilai is None or nilai == "":
        return ""
    if jenis in BERTANGGAL and isinstance(nilai, dt.date):
        return hari_tanggal(nilai) if jenis == "hari" else tanggal_panjang(nilai)
    if jenis == "uang":
        return rupiah(int(nilai))
    return str(nilai).strip()


def nilai_pegawai(orang: Sequence[Pegawai]) -> dict[str, str]:
    """Blanks that chosen staff fill: the first one's data, and a table of all."""
    if not orang:
        return {}
    satu = orang[0]
    baris = ["| No | Nama | NIP | Pangkat/golongan | Jabatan |"]
    for n, p in enumerate(orang, 1):
        sel = (n, p.nama, p.nip_tampil or "-", p.pangkat_tampil or "-", p.jabatan)
        baris.append("| " + " | ".join(sel_tabel(s) for s in sel) + " |")
    return {
        "daftar_pegawai": "\n".join(baris),
        "pegawai_nama": satu.nama,
        "pegawai_nip": satu.nip_tampil or "-",
        "pegawai_pangkat": satu.pangkat_tampil or "-",
        "pegawai_jabatan": satu.jabatan,
        "pegawai_unit": satu.unit.nama,
    }


def nilai_kantor(unit: UnitKerja, instansi: Instansi | None = None) -> dict[str, str]:
    """Blanks about the office itself, filled as soon as a draft is made."""
    instansi = instansi or Instansi.kini()
    return {
        "instansi": instansi.nama,
        "pemerintah": instansi.pemerintah,
        "kota": instansi.kota,
        "alamat_instansi": instansi.alamat,
        "unit": unit.nama,
    }


def nilai_baku(naskah: Any, *, nomor: str, tanggal: dt.date | None, instansi: Instansi | None = None) -> dict[str, str]:
    """Blanks that every letter has. `naskah`: a draft, or what is like one."""
    ttd = naskah.penandatangan
    return {
        **nilai_kantor(naskah.unit, instansi),
        "nomor": nomor,
        "tanggal": tanggal_panjang(tanggal) if tanggal else "…",
        "tahun": str(tanggal.year) if tanggal else "…",
        "tujuan": naskah.tujuan,
        "hal": naskah.hal,
        "penandatangan": ttd.nama,
        "jabatan_penandatangan": ttd.jabatan,
        "pangkat_penandatangan": ttd.pangkat_surat,
        "nip_penandatangan": ttd.nip_tampil,
        "pihak_kedua": naskah.pihak_kedua_nama,
        "jabatan_pihak_kedua": naskah.pihak_kedua_jabatan,
    }


def naskah_terbaca(naskah: Naskah, instansi: Instansi) -> list[Potongan]:
    """Body and closing in the parts that are drawn, blanks filled as far as is known before there is a number."""
    nilai = nilai_baku(naskah, nomor="…", tanggal=None, instansi=instansi)
    return urai(isi_bidang(f"{naskah.isi}\n\n{naskah.penutup}", nilai))


def menunggu(pengguna: Pengguna) -> QuerySet:
    """Drafts that wait for this user's initials or signature."""
    return Naskah.objects.menunggu(pengguna)


def massal_menunggu(pengguna: Pengguna) -> QuerySet:
    """Batches that wait for this user's signature."""
    return SuratMassal.objects.hidup().filter(status=SuratMassal.Status.MENUNGGU, penandatangan__pengguna=pengguna)


def siap_dinomori(pengguna: Pengguna) -> QuerySet:
    """Approved drafts without a number, within the user's scope."""
    return Naskah.objects.untuk(pengguna).filter(status=Naskah.Status.DISETUJUI)


def pemeriksa_untuk(pengguna: Pengguna) -> QuerySet:
    """Who may check a draft of this user: officials of the office who check drafts, himself left out."""
    return (
        Pengguna.objects.filter(is_active=True, groups__name__in=["penyelia", "pimpinan"])
        .exclude(pk=pengguna.pk)
        .distinct()
        .order_by("nama", "pk")
    )


def penandatangan_surat() -> QuerySet:
    """Who may sign letters now."""
    return Pegawai.objects.aktif().filter(boleh_menandatangani=True).order_by("nama", "pk")


def cadangan_untuk(naskah: Naskah, hari: dt.date) -> QuerySet:
    """Numbers reserved in the book that this draft belongs to."""
    from arsip.services.pola import seri_surat

    kode, _ = seri_surat(naskah.seri, klasifikasi=naskah.klasifikasi, unit=naskah.unit, hari=hari)
    return Nomor.objects.filter(seri__kode=kode, seri__tahun=hari.year, keadaan=Nomor.Keadaan.DICADANGKAN).order_by(
        "urut"
    )


def sarankan_tujuan(pengguna: Pengguna, teks: str) -> list[SuratKeluar]:
    """Earlier addressees that begin with or hold what was typed, the latest letter of each; at most ten."""
    if not teks.strip():
        return []
    kueri = SuratKeluar.objects.untuk(pengguna).filter(tujuan__icontains=teks.strip())
    hasil: dict[str, SuratKeluar] = {}
    for s in kueri.order_by("-tanggal", "-pk")[:80]:
        hasil.setdefault(s.tujuan.casefold(), s)
    return list(hasil.values())[:10]
