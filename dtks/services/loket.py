"""At the counter: look up, take a request, decide. One act of the office is one function, one transaction."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.utils import timezone

from dtks.models import (
    AnggotaPermohonan,
    BerkasPermohonan,
    Individu,
    Kunjungan,
    Pemeriksaan,
    Permohonan,
    SuratRekomendasi,
)
from dtks.queries.antrean import kunjungan_berjalan, kunjungan_untuk
from dtks.queries.aturan import aturan_pada, syarat_pada
from dtks.queries.penilaian import nilai_permohonan
from dtks.rules.alasan import PENOLAKAN, SEMUA
from dtks.rules.putusan import LENGKAPI, TERIMA, TOLAK, Putusan
from dtks.services.antrean import kunjungan_tutup
from dtks.services.identitas import identitas_pastikan, identitas_permohonan
from dtks.services.ikatan import ikatan_pastikan, lepas_ikatan
from dtks.services.privasi import tolak_dibatasi
from dtks.services.putusan import buka_putusan
from dtks.services.surat import surat_minta
from inti.formats import samar_nik
from inti.formats.waktu import saat
from inti.galat import AturanDilanggar
from inti.models import Pengguna
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from inti.services.nomor import nomor_ambil
from inti.services.pemberitahuan import beritahu

POLA_NOMOR = "P-{tahun}-{urut:06d}"


def pemeriksaan_catat(
    *,
    cara: str,
    dicari_samar: str,
    hasil: str,
    oleh: Pengguna,
    individu: Individu | None = None,
    calon: list[int] | None = None,
    kunjungan: Kunjungan | None = None,
) -> Pemeriksaan:
    """Record one look-up with the source and period of what was found. `dicari_samar` is what was sought, masked."""
    return Pemeriksaan.objects.create(
        cara=cara,
        dicari_samar=dicari_samar[:60],
        hasil=hasil,
        individu=individu,
        calon=calon or [],
        oleh=oleh,
        kunjungan=kunjungan,
        sumber_data=individu.sumber_data if individu else "",
        periode_data=individu.periode_data if individu else "",
    )


def _rincian_permohonan(permohonan: Permohonan) -> list[tuple[str, str]]:
    """Members and papers of a request, for who checks a proposal."""
    anggota = [(f"Anggota {a.urutan}", f"{a.nama}, NIK {samar_nik(a.nik)}") for a in permohonan.anggota.all()]
    berkas = [b.syarat.nama for b in permohonan.berkas.select_related("syarat") if b.ada]
    return [*anggota, ("Berkas dibawa", ", ".join(berkas) or "belum ada")]


@layanan("Permohonan dicatat", rincian=_rincian_permohonan)
def permohonan_catat(
    *,
    pemeriksaan: Pemeriksaan,
    jenis: str,
    anggota: list[dict[str, Any]],
    isian: dict[str, Any],
    berkas_ada: list[str],
    oleh: Pengguna,
    pindaian: dict[str, Any] | None = None,
) -> Permohonan:
    """Take a request during a visit: members, the village's letter, papers handed in (codes in `berkas_ada`).

    `anggota` are dictionaries with the fields of AnggotaPermohonan (`individu` a record or None); the first is the
    applicant. Raises AturanDilanggar without members or with a member twice.
    """
    _periksa_anggota(anggota)
    kunjungan = _kunjungan(pemeriksaan, anggota[0])
    dasar = {"kunjungan": kunjungan, "unit": kunjungan.unit}
    permohonan = buat_permohonan(pemeriksaan, jenis, anggota, isian | dasar, oleh)
    catat_berkas(permohonan, set(berkas_ada), pindaian or {}, oleh)
    return permohonan


def buat_permohonan(
    pemeriksaan: Pemeriksaan, jenis: str, anggota: list[dict[str, Any]], isian: dict[str, Any], oleh: Pengguna
) -> Permohonan:
    """A numbered request with its members, within the act of a service. Raises AturanDilanggar as those say."""
    _periksa_anggota(anggota)
    tolak_dibatasi(anggota)
    identitas_pastikan(jenis=jenis, anggota=anggota, oleh=oleh)
    ikatan_pastikan(jenis, [(a["nama"], a["nik"], o.pk if (o := a.get("individu")) else None) for a in anggota])
    hari = timezone.localdate()
    aturan_pada(jenis, hari)
    nomor = nomor_ambil(seri="dtks.permohonan", pola=POLA_NOMOR, tanggal=hari, oleh=oleh, objek_label="dtks.permohonan")
    permohonan = simpan_baru(
        Permohonan(
            nomor=nomor,
            jenis=jenis,
            pemeriksaan=pemeriksaan,
            pemohon=anggota[0]["nama"],
            tanggal=hari,
            desa_id=anggota[0].get("desa_id"),
            **isian,
        )
    )
    nomor.objek_id = str(permohonan.pk)
    nomor.save(update_fields=["objek_id"])
    AnggotaPermohonan.objects.bulk_create(
        AnggotaPermohonan(permohonan=permohonan, jenis=jenis, urutan=i, **a) for i, a in enumerate(anggota, 1)
    )
    return permohonan


def _periksa_anggota(anggota: list[dict[str, Any]]) -> None:
    if not anggota:
        raise AturanDilanggar("ANGGOTA_KOSONG", "Belum ada orang yang dimohonkan.", "Pilih paling sedikit satu orang.")
    if len({a["nik"] for a in anggota}) < len(anggota):
        raise AturanDilanggar("ANGGOTA_GANDA", "Orang yang sama dipilih dua kali.", "Hapus salah satunya.")


@layanan("Berkas permohonan diperbarui", rincian=_rincian_permohonan)
def permohonan_berkas(
    *,
    permohonan: Permohonan,
    isian: dict[str, Any],
    berkas_ada: list[str],
    oleh: Pengguna,
    pindaian: dict[str, Any] | None = None,
) -> Permohonan:
    """Note papers that came later, or mend what was typed. A request that lacked something is looked at again."""
    with perubahan(permohonan, oleh=oleh) as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        for nama, nilai in isian.items():
            setattr(segar, nama, nilai)
        catat_berkas(segar, set(berkas_ada), pindaian or {}, oleh)
        if segar.status == Permohonan.Status.BELUM_LENGKAP:
            _perbarui_temuan(segar, lengkap=lambda saran: saran != LENGKAPI)
    return segar


def _perbarui_temuan(permohonan: Permohonan, *, lengkap: Callable[[str], bool]) -> None:
    """What the slip and the public page say still lacks follows what came meanwhile; nothing lacks: looked at again."""
    putusan = nilai_permohonan(permohonan)
    permohonan.saran, permohonan.temuan = putusan.saran, temuan_sebagai_data(putusan)
    if lengkap(putusan.saran):
        permohonan.lengkapi()


def _rincian_lepas(permohonan: Permohonan) -> list[tuple[str, str]]:
    """Who goes and who stays, for who checks a proposal."""
    return [("Dilepas", permohonan.dilepas), *_rincian_permohonan(permohonan)]


@layanan("Anggota dilepas dari permohonan", rincian=_rincian_lepas)
def anggota_lepas(*, permohonan: Permohonan, anggota: AnggotaPermohonan, karena: str, oleh: Pengguna) -> Permohonan:
    """Take a person off an open request who can't be asked for with the others; the next in line becomes the applicant.

    Raises AturanDilanggar (SUDAH_DIPUTUS, ANGGOTA_TERAKHIR, BUKAN_ANGGOTA).
    """
    dilepas = f"{anggota.nama}. {karena}"
    with perubahan(permohonan, oleh=oleh, sebab=f"Dilepas: {dilepas}") as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        semua = list(segar.anggota.all())
        tinggal = [a for a in semua if a.pk != anggota.pk]
        if len(tinggal) == len(semua):
            raise AturanDilanggar("BUKAN_ANGGOTA", "Orang itu tidak ada pada permohonan ini.", "Muat ulang halaman.")
        if not tinggal:
            raise AturanDilanggar("ANGGOTA_TERAKHIR", "Permohonan tidak boleh kosong.", "Tolak permohonan ini.")
        segar.anggota.filter(pk=anggota.pk).delete()
        for urutan, satu in enumerate(tinggal, 1):
            satu.urutan = urutan
        AnggotaPermohonan.objects.bulk_update(tinggal, ["urutan"])
        segar.pemohon, segar.desa_id, segar.dilepas = tinggal[0].nama, tinggal[0].desa_id, dilepas
        if segar.status == Permohonan.Status.BELUM_LENGKAP:
            _perbarui_temuan(segar, lengkap=lambda saran: saran != LENGKAPI)
    return segar


@layanan("ID-DTKS dilengkapi dari data terpadu")
def permohonan_lengkapi_id(*, permohonan: Permohonan, oleh: Pengguna) -> Permohonan:
    """Complete the ID that the village's letter leaves out from the registry, instead of sending the citizen home."""
    with perubahan(permohonan, oleh=oleh) as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        orang = [a for a in segar.anggota.select_related("individu") if a.individu is not None]
        tanpa = [a.nama for a in orang if a.individu and not a.individu.id_dtks]
        if tanpa or not orang:
            raise AturanDilanggar(
                "ID_TIDAK_ADA_DI_DATA",
                "ID-DTKS tidak ada di data terpadu.",
                "Minta pengantar baru yang mencantumkan ID.",
            )
        for a in orang:
            a.id_dtks = a.individu.id_dtks if a.individu else ""
        AnggotaPermohonan.objects.bulk_update(orang, ["id_dtks"])
        segar.id_dilengkapi_oleh = oleh
        if segar.status == Permohonan.Status.BELUM_LENGKAP:
            _perbarui_temuan(segar, lengkap=lambda saran: saran == TERIMA)
    return segar


@layanan("Permohonan diterima")
def permohonan_terima(
    *, permohonan: Permohonan, oleh: Pengguna, catatan: str = "", boleh_simpang: bool = False
) -> Permohonan:
    """Accept; the letter waits for approval, or is issued at once where the office's rule says so.

    `boleh_simpang`: the caller checked that this user may decide otherwise than recommended (needs `catatan`).
    """
    with perubahan(permohonan, oleh=oleh, sebab=catatan) as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        _putus(segar, TERIMA, oleh, catatan, boleh_simpang)
        segar.terima()
    surat_minta(permohonan=segar, oleh=oleh)
    kabari_desa(segar, "diterima; suratnya sedang disiapkan")
    return segar


@layanan("Permohonan ditolak")
def permohonan_tolak(
    *, permohonan: Permohonan, oleh: Pengguna, alasan: str, catatan: str = "", boleh_simpang: bool = False
) -> Permohonan:
    """Refuse with a coded reason. Raises AturanDilanggar if it was decided meanwhile or the reason is unknown."""
    if alasan not in PENOLAKAN:
        raise AturanDilanggar("ALASAN_TIDAK_DIKENAL", "Alasan penolakan tidak dikenal.", "Pilih alasan dari daftar.")
    with perubahan(permohonan, oleh=oleh, sebab=catatan) as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        segar.alasan = alasan
        _putus(segar, TOLAK, oleh, catatan, boleh_simpang)
        segar.tolak()
        lepas_ikatan(segar)
    for kembali in segar.surat.filter(status=SuratRekomendasi.Status.DIKEMBALIKAN):
        with perubahan(kembali, oleh=oleh, sebab="Permohonannya ditolak") as surat:
            surat.batalkan()
    kabari_desa(segar, f"ditolak. {SEMUA[alasan].kalimat}")
    return segar


@layanan("Penolakan dibuka kembali")
def penolakan_buka(*, permohonan: Permohonan, oleh: Pengguna, alasan: str) -> Permohonan:
    """A refusal that was a mistake: the request is decided anew under its own number, and its visit stays one visit.

    Raises AturanDilanggar (BUKAN_PENOLAKAN) when it was not refused here.
    """
    if not permohonan.dapat_dibuka:
        raise AturanDilanggar(
            "BUKAN_PENOLAKAN",
            "Permohonan ini tidak sedang ditolak, atau berasal dari buku register lama.",
            "Muat ulang halaman; untuk isi buku lama catat permohonan baru.",
        )
    pemutus = permohonan.diputus_oleh
    segar = buka_putusan(permohonan, oleh, alasan)
    if pemutus is not None and pemutus != oleh:
        beritahu(pemutus, f"Penolakan {segar.nomor.teks} dibuka kembali: {alasan}", segar)
    kabari_desa(segar, "diperiksa lagi; penolakannya dibuka kembali")
    return segar


@layanan("Permohonan dikembalikan untuk dilengkapi")
def permohonan_tunda(*, permohonan: Permohonan, oleh: Pengguna, catatan: str = "") -> Permohonan:
    """Send back once: all that lacks is on one slip. Raises AturanDilanggar when nothing lacks."""
    with perubahan(permohonan, oleh=oleh, sebab=catatan) as segar:
        if not segar.terbuka:
            raise sudah_diputus(segar)
        putusan = nilai_permohonan(segar)
        if not any(t.sifat == "ragu" for t in putusan.temuan):
            raise AturanDilanggar("TIDAK_ADA_KEKURANGAN", "Tidak ada yang kurang.", "Terima atau tolak permohonan ini.")
        segar.saran, segar.temuan, segar.catatan = putusan.saran, temuan_sebagai_data(putusan), catatan
        segar.tunda()
    kurang = " ".join(t.kalimat for t in putusan.temuan if t.sifat == "ragu")
    kabari_desa(segar, f"dikembalikan untuk dilengkapi. {kurang}")
    return segar


@layanan("Kunjungan ditolak di loket")
def kunjungan_tolak(
    *, pemeriksaan: Pemeriksaan, jenis: str, anggota: dict[str, Any], alasan: str, oleh: Pengguna
) -> Permohonan:
    """Turn a visitor away at once for the recommended reason: visit, request and refusal in one act."""
    permohonan = permohonan_catat(
        pemeriksaan=pemeriksaan, jenis=jenis, anggota=[anggota], isian={}, berkas_ada=[], oleh=oleh
    )
    return permohonan_tolak(permohonan=permohonan, oleh=oleh, alasan=alasan)


def _putus(permohonan: Permohonan, keputusan: str, oleh: Pengguna, catatan: str, boleh_simpang: bool) -> None:
    """Write a decision; one that differs from the recommendation needs the right to and a written reason."""
    identitas_permohonan(permohonan, oleh, bersurat=keputusan == TERIMA)
    putusan = nilai_permohonan(permohonan)
    menyimpang = putusan.saran != keputusan and not (keputusan == TOLAK and _beralasan(putusan, permohonan.alasan))
    if menyimpang and not boleh_simpang:
        raise AturanDilanggar(
            "PERLU_PENYELIA",
            "Keputusan ini berbeda dari saran sistem.",
            "Minta penyelia memutus dengan alasan tertulis.",
        )
    if menyimpang and not catatan.strip():
        raise AturanDilanggar(
            "PERLU_ALASAN", "Keputusan yang berbeda dari saran memerlukan alasan tertulis.", "Isi catatan."
        )
    permohonan.saran, permohonan.temuan, permohonan.menyimpang = putusan.saran, temuan_sebagai_data(putusan), menyimpang
    permohonan.catatan, permohonan.diputus_oleh, permohonan.diputus_pada = catatan.strip(), oleh, timezone.now()


def _beralasan(putusan: Putusan, alasan: str) -> bool:
    """A refusal for a reason that the findings themselves name is not against the recommendation."""
    return any(t.kode == alasan and t.sifat in {"tidak", "ragu"} for t in putusan.temuan)


def temuan_sebagai_data(putusan: Putusan) -> list[dict[str, str]]:
    """Findings as a request keeps them."""
    return [{"kode": t.kode, "sifat": t.sifat, "bukti": t.bukti} for t in putusan.temuan]


def _kunjungan(pemeriksaan: Pemeriksaan, pemohon: dict[str, Any]) -> Kunjungan:
    """The visit of this citizen: the one under way while it is his, else a new one, and the last one ends."""
    lama = pemeriksaan.kunjungan
    if lama is not None and kunjungan_untuk(lama, pemohon["no_kk"]) is not None:
        return _beri_desa(lama, pemohon.get("desa_id"), pemeriksaan.oleh)
    petugas = pemeriksaan.oleh  # who looked up serves, also where a penyelia's approval takes the request
    if petugas.unit is None:
        raise AturanDilanggar("TANPA_UNIT", "Akun Anda belum mempunyai unit kerja.", "Hubungi administrator.")
    lewat = (lama, kunjungan_berjalan(petugas, pemeriksaan.waktu))
    for satu in {k.pk: k for k in lewat if k is not None}.values():
        kunjungan_tutup(kunjungan=satu, oleh=petugas)
    kunjungan = simpan_baru(
        Kunjungan(
            waktu=pemeriksaan.waktu,
            unit=petugas.unit,
            desa_id=pemohon.get("desa_id"),
            dilayani_oleh=petugas,
            selesai_pada=timezone.now(),
        )
    )
    Pemeriksaan.objects.filter(pk=pemeriksaan.pk).update(kunjungan=kunjungan)
    pemeriksaan.kunjungan = kunjungan
    return kunjungan


def _beri_desa(kunjungan: Kunjungan, desa: int | None, oleh: Pengguna) -> Kunjungan:
    """A visit that began with a ticket learns its village from the citizen who is served."""
    if kunjungan.desa_id is not None or desa is None:
        return kunjungan
    with perubahan(kunjungan, oleh=oleh) as segar:
        segar.desa_id = desa
    return segar


def catat_berkas(permohonan: Permohonan, ada: set[str], pindaian: dict[str, Any], oleh: Pengguna) -> None:
    """Bring the checklist of the request's date up to what was handed in; scans stay once they came."""
    kini = timezone.now()
    lama = {b.syarat_id: b for b in permohonan.berkas.all()}
    for syarat in syarat_pada(permohonan.jenis, permohonan.tanggal):
        baris = lama.get(syarat.pk) or BerkasPermohonan(permohonan=permohonan, syarat=syarat)
        baris.ada = syarat.kode in ada or syarat.kode in pindaian
        baris.diperiksa_oleh, baris.diperiksa_pada = oleh, kini
        if syarat.kode in pindaian:
            baris.berkas = pindaian[syarat.kode]
        baris.save()
    if pindaian:
        berkas_miliki(pindaian.values(), label="dtks.permohonan", pk=permohonan.pk)


def kabari_desa(permohonan: Permohonan, apa: str) -> None:
    """Tell the village that filed a request what became of it, so that nobody has to telephone."""
    if permohonan.diajukan_oleh is not None:
        beritahu(permohonan.diajukan_oleh, f"Permohonan {permohonan.nomor.teks} {apa}", permohonan)


def sudah_diputus(permohonan: Permohonan) -> AturanDilanggar:
    """The refusal that names who decided, when and why."""
    oleh = permohonan.diputus_oleh.nama if permohonan.diputus_oleh else "petugas lain"
    pukul = saat(permohonan.diputus_pada) or "tadi"
    sebab = f" Alasan: {SEMUA[permohonan.alasan].kalimat}" if permohonan.alasan else ""
    return AturanDilanggar(
        "SUDAH_DIPUTUS",
        f"Permohonan sudah {permohonan.get_status_display().lower()} oleh {oleh} pada {pukul}.{sebab}",
        "Muat ulang halaman.",
    )
