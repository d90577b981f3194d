"""Invented staff of the demonstration office: about 120 of all kinds, those with a login among them."""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from django.utils import timezone
from simple_history.utils import bulk_create_with_history

from inti.models import Pengguna, UnitKerja
from kepegawaian.demo.kantor import POS, Pos, isi_unit
from kepegawaian.demo.karier import CalonPegawai, karier_kontrak, karier_pns, pelatihan, pendidikan
from kepegawaian.demo.nama import nama_baru
from kepegawaian.models import (
    DiklatPegawai,
    Fakta,
    Formasi,
    GajiBerkala,
    JabatanPegawai,
    Jenis,
    Keadaan,
    KeluargaPegawai,
    PangkatPegawai,
    Pegawai,
    PendidikanPegawai,
    PenghargaanPegawai,
    StatusPegawai,
)
from kepegawaian.models.pilihan import JAUH
from kepegawaian.queries.karier import nilai_aturan
from kepegawaian.rules import karier as aturan
from kepegawaian.rules.nilai import Nilai
from kepegawaian.services.aturan_awal import aturan_awal_isi
from kepegawaian.services.karier import keadaan_baru

# login, name, NIP, unit, post as in the plan (or its own), education, may sign, on whose behalf
BERAKUN = (
    ("pimpinan", "Dra. Ratna Kusumawati, M.Si.", "197209141998032004", "dinsos", "Kepala Dinas Sosial", "S2", True, ""),
    ("penyelia", "Hendra Saputra, S.Sos.", "198103052006041007", "linjamsos", "Kepala Bidang Perlindungan dan Jaminan Sosial", "S1", True, "a.n. Kepala Dinas Sosial"),
    ("penyelia2", "Sulastri Dewanti, S.Sos.", "198307212008012011", "rehsos", "Kepala Bidang Rehabilitasi Sosial", "S1", True, "a.n. Kepala Dinas Sosial"),
    ("penyelia3", "Endang Lestari, S.E.", "197811122003122003", "umpeg", "Kepala Subbagian Umum dan Kepegawaian", "S1", True, "a.n. Kepala Dinas Sosial"),
    ("staf", "Laras Wulandari, S.Sos.", "199006172015032003", "linjamsos", "Pengelola Data Perlindungan Sosial", "S1", False, ""),
    ("staf2", "Yoga Pratama, A.Md.", "199502112020121002", "rehsos", "Pekerja Sosial Terampil", "D3", False, ""),
    ("loket", "Rina Puspita", "199204282023212018", "linjamsos", "Petugas Layanan Operasional", "SLTA", False, ""),
    ("loket2", "Bagas Pramono", "199311022023211006", "linjamsos", "Petugas Layanan Operasional", "SLTA", False, ""),
    ("arsiparis", "Siti Rahmawati, A.Md.", "199608192023212015", "umpeg", "Arsiparis Terampil", "D3", False, ""),
    ("personalia", "Wahyu Nugroho, S.A.P.", "199203142018011004", "umpeg", "Analis Sumber Daya Manusia Aparatur Ahli Muda", "S1", False, ""),
)  # fmt: skip
URUT_FAKTA: tuple[type[Fakta], ...] = (
    StatusPegawai, PangkatPegawai, JabatanPegawai, GajiBerkala, PendidikanPegawai, DiklatPegawai, PenghargaanPegawai,
)  # fmt: skip
AGAMA = ("Islam", "Islam", "Islam", "Islam", "Kristen", "Katolik", "Hindu")


def isi() -> None:
    """Rules, units, posts, and staff with their careers. What is there stays."""
    aturan_awal_isi(oleh=None)
    isi_unit()
    if Pegawai.objects.filter(nip=BERAKUN[0][2]).exists():
        return
    acak, hari, nilai = random.Random(20), timezone.localdate(), nilai_aturan()  # noqa: S311  (invented people)
    unit = {u.kode: u for u in UnitKerja.objects.all()}
    bulk_create_with_history(
        [
            Formasi(
                unit=unit[p.unit], nama=p.nama, jenis=p.jenis, jenjang=p.jenjang, eselon=p.eselon, kelas=p.kelas,
                kebutuhan=p.kebutuhan, memimpin=p.memimpin,
            )
            for p in POS
        ],
        Formasi,
    )  # fmt: skip
    calon = [_berakun(acak, b, unit, hari, nilai) for b in BERAKUN]
    terisi = {(c.orang.unit.kode, c.orang.jabatan) for c in calon}
    for pos in POS:
        if (pos.unit, pos.nama) in terisi and pos.memimpin:
            continue
        calon += [_pengisi(acak, pos, jenis, unit[pos.unit], hari, nilai) for jenis in pos.isi.split()]
    calon += [_pengisi(acak, p, "PNS", unit[p.unit], hari, nilai) for p in POS if p.nama == "Penelaah Teknis Kebijakan"]
    calon += [_purna(acak, unit, hari, nilai, akhir) for akhir in (Keadaan.PENSIUN, Keadaan.PENSIUN, Keadaan.PINDAH)]
    simpan(calon, nilai, hari)
    _tambahan(calon, acak)


def isi_besar(n: int) -> None:
    """N/100 further invented staff with careers of their own; those of an earlier run count."""
    acak, hari, nilai = random.Random(5), timezone.localdate(), nilai_aturan()  # noqa: S311
    unit = list(UnitKerja.objects.order_by("jalur"))
    ada = Pegawai.objects.filter(jabatan__endswith="(rekaan)").count()
    acak.seed(ada)
    nip = set(Pegawai.objects.exclude(nip="").values_list("nip", flat=True))
    for awal in range(ada, n // 100, 1000):
        calon: list[CalonPegawai] = []
        for _ in range(awal, min(awal + 1000, n // 100)):
            jenis = acak.choices(("PNS", "PPPK", "NON_PNS"), (6, 3, 1))[0]
            pos = Pos("", "Pengolah Data (rekaan)", "pelaksana", didik=acak.choice(("SLTA", "D3", "S1", "S1")))
            satu = _pengisi(acak, pos, jenis, acak.choice(unit), hari, nilai)
            while satu.orang.nip and satu.orang.nip in nip:  # of thousands two may be drawn alike
                satu = _pengisi(acak, pos, jenis, acak.choice(unit), hari, nilai)
            nip.add(satu.orang.nip)
            calon.append(satu)
        simpan(calon, nilai, hari)


def simpan(calon: list[CalonPegawai], nilai: Nilai, hari: dt.date) -> None:
    """Store people and facts in sets, their present state being what the facts say."""
    unit = {u.pk: u for u in UnitKerja.objects.all()}
    for c in calon:
        karier = _karier(c)
        for nama, isi in keadaan_baru(c.orang, aturan.keadaan_pada(karier, hari, nilai), unit).items():
            setattr(c.orang, nama, isi)
    tersimpan = bulk_create_with_history([c.orang for c in calon], Pegawai, batch_size=500)
    for c, orang in zip(calon, tersimpan, strict=True):
        for f in c.fakta:
            f.pegawai = orang
        c.orang = orang
    for model in URUT_FAKTA:
        semua = [f for c in calon for f in c.fakta if type(f) is model]
        bulk_create_with_history(semua, model, batch_size=1000)


def _karier(c: CalonPegawai) -> aturan.Karier:
    """Facts in memory as the rules want them."""

    def pilih(model: type[Any]) -> list[Any]:
        return [f for f in c.fakta if type(f) is model]

    return aturan.Karier(
        c.orang.tanggal_lahir,
        [aturan.Status(f.tmt, f.jenis, f.keadaan, f.sampai) for f in pilih(StatusPegawai)],
        [
            aturan.Kepangkatan(f.tmt, f.pangkat, f.golongan, f.mk_tahun * 12 + f.mk_bulan, f.cara)
            for f in pilih(PangkatPegawai)
        ],
        [
            aturan.Jabatan(f.tmt, f.nama, f.jenis, f.unit_id, f.jenjang, f.eselon, f.memimpin, f.sebagai, f.sampai)
            for f in pilih(JabatanPegawai)
        ],
        [aturan.Kgb(f.tmt, f.mk_tahun * 12 + f.mk_bulan) for f in pilih(GajiBerkala)],
        [aturan.Didik(f.tmt, f.tingkat) for f in pilih(PendidikanPegawai)],
    )


def _isi_jabatan(pos: Pos, unit: UnitKerja) -> dict[str, Any]:
    return {
        "nama": pos.nama,
        "jenis": pos.jenis,
        "jenjang": pos.jenjang,
        "eselon": pos.eselon,
        "memimpin": pos.memimpin,
        "unit": unit,
    }


def _berakun(
    acak: random.Random, b: tuple[Any, ...], unit: dict[str, UnitKerja], hari: dt.date, nilai: Nilai
) -> CalonPegawai:
    """Somebody with a login; his number says when he was born and appointed."""
    akun, nama, nip, kode, jabatan, didik, tanda, atas_nama = b
    lahir = dt.date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    pos = next((p for p in POS if (p.unit, p.nama) == (kode, jabatan)), Pos(kode, jabatan, "pelaksana", didik=didik))
    if "Terampil" in jabatan:
        pos = Pos(kode, jabatan, "fungsional", "", "terampil")
    orang = _orang(acak, nama, nip, "P" if nip[14] == "2" else "L", lahir, unit[kode], jabatan)
    orang.pengguna = Pengguna.objects.filter(username=akun, akun_demo=True).first()
    orang.boleh_menandatangani, orang.atas_nama = tanda, atas_nama
    c = CalonPegawai(orang)
    if "01" <= nip[12:14] <= "12":
        mulai = dt.date(int(nip[8:12]), int(nip[12:14]), 1)
        puncak = {"II.b": "IV/c", "III.b": "III/d", "IV.a": "III/d"}.get(pos.eselon, "")
        karier_pns(
            acak,
            c,
            mulai=mulai,
            didik=didik,
            jabatan=_isi_jabatan(pos, unit[kode]),
            hari=hari,
            nilai=nilai,
            puncak=puncak,
        )
        pelatihan(acak, c, mulai, pos.eselon, True)
    else:
        mulai = dt.date(int(nip[8:12]), 3, 1)
        karier_kontrak(
            acak, c, jenis=Jenis.PPPK, mulai=mulai, didik=didik, jabatan=_isi_jabatan(pos, unit[kode]), hari=hari
        )
    pendidikan(acak, c, lahir, didik)
    return c


def _pengisi(acak: random.Random, pos: Pos, jenis: str, unit: UnitKerja, hari: dt.date, nilai: Nilai) -> CalonPegawai:
    """Somebody invented for a post of the plan."""
    kelamin = acak.choice("LP")
    umur_mulai = acak.randrange(22, 27)
    kepala = pos.eselon or pos.jenjang in {"ahli_madya", "ahli_muda"}
    lama = acak.randrange(14, 31) if kepala else acak.randrange(1, 33 if jenis == "PNS" else 8)
    lahir = dt.date(hari.year - umur_mulai - lama, acak.randrange(1, 13), acak.randrange(1, 28))
    mulai = dt.date(hari.year - lama, acak.choice((1, 3, 12)) if jenis == "PNS" else 1, 1)
    nip = ""
    sisa = f"{1 if kelamin == 'L' else 2}{acak.randrange(1, 999):03d}"
    if jenis == "PNS":
        nip = f"{lahir:%Y%m%d}{mulai:%Y%m}{sisa}"
    elif jenis == "PPPK":
        mulai = dt.date(acak.choice((2022, 2023, 2024, 2025)), 3, 1)
        nip = f"{lahir:%Y%m%d}{mulai.year}21{sisa}"
    elif jenis == "PPPK_PW":
        mulai = dt.date(2025, 10, 1)
        lahir = lahir.replace(year=min(lahir.year, 1999))  # he was of age when he became a TKS, six years before
        nip = f"{lahir:%Y%m%d}{mulai.year}24{sisa}"
    c = CalonPegawai(_orang(acak, nama_baru(acak, kelamin, pos.didik), nip, kelamin, lahir, unit, pos.nama))
    jabatan = _isi_jabatan(pos, unit)
    if jenis == "PNS":
        karier_pns(acak, c, mulai=mulai, didik=pos.didik, jabatan=jabatan, hari=hari, nilai=nilai)
    else:
        didik = pos.didik if jenis != "PPPK" or pos.didik in {"SLTA", "D3", "S1"} else "SLTA"
        karier_kontrak(
            acak, c, jenis=jenis, mulai=mulai, didik=didik, jabatan=jabatan, hari=hari, dahulu_tks=jenis == "PPPK_PW"
        )
    pendidikan(acak, c, lahir, pos.didik)
    pelatihan(acak, c, mulai, pos.eselon, jenis == "PNS")
    return c


def _purna(
    acak: random.Random, unit: dict[str, UnitKerja], hari: dt.date, nilai: Nilai, akhir: Keadaan
) -> CalonPegawai:
    """Somebody who worked here and left this year: his file stays."""
    pos = Pos("program", "Verifikator Keuangan", "pelaksana", didik="S1")
    c = _pengisi(acak, pos, "PNS", unit["program"], dt.date(hari.year - 1, 12, 1), nilai)
    c.fakta.append(StatusPegawai(pegawai=c.orang, tmt=dt.date(hari.year, 2, 1), jenis=Jenis.PNS, keadaan=akhir))
    return c


def _orang(
    acak: random.Random, nama: str, nip: str, kelamin: str, lahir: dt.date, unit: UnitKerja, jabatan: str
) -> Pegawai:
    """Identity. Region codes begin with 99: no such province exists."""
    hari_nik = lahir.day + (40 if kelamin == "P" else 0)
    return Pegawai(
        nama=nama,
        nip=nip,
        nik=f"9971{acak.randrange(1, 5):02d}{hari_nik:02d}{lahir:%m%y}{acak.randrange(1, 9999):04d}",
        kelamin=kelamin,
        tempat_lahir=acak.choice(("Wanasari", "Lembayung", "Tegalrejo")),
        tanggal_lahir=lahir,
        agama=acak.choice(AGAMA),
        kawin="kawin" if lahir.year < 1998 else "belum",
        alamat=f"Jalan {acak.choice(('Kenanga', 'Melati', 'Cempaka', 'Flamboyan'))} {acak.randrange(1, 90)}, Wanasari",
        telepon=f"+62812000{acak.randrange(10000, 99999)}",
        unit=unit,
        jabatan=jabatan,
    )


def _tambahan(calon: list[CalonPegawai], acak: random.Random) -> None:
    """Families, then papers."""
    from kepegawaian.demo.berkas import isi_berkas

    K = KeluargaPegawai
    keluarga = []
    for c in calon:
        p = c.orang
        if p.kawin != "kawin" or p.tanggal_lahir is None:
            continue
        lain = "P" if p.kelamin == "L" else "L"
        keluarga.append(
            K(pegawai=p, hubungan="pasangan", nama=nama_baru(acak, lain, ""), kelamin=lain, tertanggung=p.kelamin == "L",
              tanggal_lahir=p.tanggal_lahir + dt.timedelta(days=400), pekerjaan="Wiraswasta")
        )  # fmt: skip
        for n in range(acak.randrange(0, 3)):
            jk = acak.choice("LP")
            keluarga.append(
                K(pegawai=p, hubungan="anak", nama=nama_baru(acak, jk, ""), kelamin=jk, tertanggung=True,
                  tanggal_lahir=p.tanggal_lahir.replace(year=p.tanggal_lahir.year + 27 + 3 * n), pekerjaan="Pelajar")
            )  # fmt: skip
    bulk_create_with_history(keluarga, K, batch_size=500)
    isi_berkas([c.orang for c in calon], acak)
    _surat()


def _surat() -> None:
    """Letters of the personnel desk: KGB that come soon, and papers that lack."""
    from kepegawaian.services.surat import surat_berkas_terbitkan, surat_kgb_terbitkan

    oleh = Pengguna.objects.filter(username="penyelia3", akun_demo=True).first()
    if oleh is None:
        return
    dekat = Pegawai.objects.aktif().filter(kgb_pada__lt=JAUH).select_related("unit").order_by("kgb_pada", "nama")
    surat_kgb_terbitkan(pegawai=list(dekat[:4]), oleh=oleh)
    kurang = Pegawai.objects.aktif().filter(unit__kode="datasos").select_related("unit").order_by("nama")
    surat_berkas_terbitkan(pegawai=list(kurang[:3]), oleh=oleh)
