"""Careers: every fact with its decree enters here, and the person's present state follows in the same act."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.utils import timezone

from inti.galat import AturanDilanggar
from inti.models import BerkasTersimpan, Pengguna, UnitKerja
from inti.perubahan import layanan, perubahan, simpan_baru
from inti.services.berkas import berkas_miliki
from kepegawaian.models import JAUH, Fakta, JabatanPegawai, Jenis, Keadaan, PangkatPegawai, Pegawai, StatusPegawai
from kepegawaian.queries.karier import karier_pegawai, nilai_aturan
from kepegawaian.rules.karier import KeadaanPegawai, keadaan_pada
from kepegawaian.rules.urutan import periksa_jabatan, periksa_pangkat, periksa_status

FAKTA = {
    "status": "kepegawaian.statuspegawai",
    "pangkat": "kepegawaian.pangkatpegawai",
    "jabatan": "kepegawaian.jabatanpegawai",
    "kgb": "kepegawaian.gajiberkala",
    "pendidikan": "kepegawaian.pendidikanpegawai",
    "pelatihan": "kepegawaian.diklatpegawai",
    "penghargaan": "kepegawaian.penghargaanpegawai",
    "hukuman": "kepegawaian.hukumanpegawai",
}
"""Kinds of facts by the word in their addresses."""


@layanan("Pegawai dicatat")
def pegawai_terima(
    *, isian: dict[str, Any], status: dict[str, Any], jabatan: dict[str, Any], pangkat: dict[str, Any], oleh: Pengguna
) -> Pegawai:
    """A new member of staff with the facts he begins with. `pangkat` may be empty (Non-PNS).

    Raises AturanDilanggar as `fakta_tambah`, ValidationError.
    """
    pegawai = simpan_baru(Pegawai(**isian, jenis=status["jenis"], jabatan=jabatan["nama"], unit=jabatan["unit"]))
    simpan_baru(StatusPegawai(pegawai=pegawai, **status))
    simpan_baru(JabatanPegawai(pegawai=pegawai, **jabatan))
    if pangkat:
        simpan_baru(PangkatPegawai(pegawai=pegawai, **pangkat))
    return segarkan(pegawai, oleh)


@layanan("Riwayat karier dicatat")
def fakta_tambah(
    *, macam: str, pegawai: Pegawai, isian: dict[str, Any], oleh: Pengguna, pindaian: BerkasTersimpan | None = None
) -> Fakta:
    """A dated fact of the kind `macam` (see FAKTA), with the scan of its decree.

    Raises AturanDilanggar: STATUS_TUMPANG, STATUS_SEHARI, STATUS_MUNDUR, KONTRAK_TANPA_AKHIR, PANGKAT_MUNDUR,
    PANGKAT_SEHARI, JABATAN_SEHARI (each names both entries).
    """
    baru: Fakta = apps.get_model(FAKTA[macam])(pegawai=pegawai, **isian)
    baru.berkas = pindaian
    simpan_baru(baru)
    if pindaian is not None:
        berkas_miliki([pindaian], label=baru._meta.label_lower, pk=baru.pk)
    periksa_riwayat(pegawai)
    segarkan(pegawai, oleh)
    return baru


@layanan("Riwayat karier diubah")
def fakta_ubah(
    *, fakta: Fakta, isian: dict[str, Any], oleh: Pengguna, pindaian: BerkasTersimpan | None = None, alasan: str = ""
) -> Fakta:
    """Mend a fact. Raises as `fakta_tambah`, and VersiBerubah."""
    with perubahan(fakta, oleh=oleh, sebab=alasan) as segar:
        for nama, isi in isian.items():
            setattr(segar, nama, isi)
        segar.berkas = pindaian or segar.berkas
    if pindaian is not None:
        berkas_miliki([pindaian], label=segar._meta.label_lower, pk=segar.pk)
    periksa_riwayat(segar.pegawai)
    segarkan(segar.pegawai, oleh)
    return segar


@layanan("Riwayat karier dibuang")
def fakta_buang(*, fakta: Fakta, oleh: Pengguna, alasan: str) -> Fakta:
    """Throw a wrong fact away; the state is what the others say."""
    with perubahan(fakta, oleh=oleh, sebab=alasan) as segar:
        segar.dibuang_pada = timezone.now()
    segarkan(segar.pegawai, oleh)
    return segar


@layanan("Keadaan pegawai disegarkan", tanpa_usul=True, diri=True)
def pegawai_segarkan(*, pegawai: list[Pegawai], oleh: Pengguna | None) -> Pegawai | None:
    """Bring the present state of these people in step with their facts on today's date. Gives the first changed."""
    nilai, karier, hari = nilai_aturan(), karier_pegawai(pegawai), timezone.localdate()
    unit = {u.pk: u for u in UnitKerja.objects.all()}
    pertama = None
    for p in pegawai:
        beda = keadaan_baru(p, keadaan_pada(karier[p.pk], hari, nilai), unit)
        if beda:
            _terapkan(p, beda, oleh)
            pertama = pertama or p
    return pertama


def segarkan(pegawai: Pegawai, oleh: Pengguna | None) -> Pegawai:
    """Bring one person's state in step with his facts, within the act under way. Gives him fresh."""
    hari = timezone.localdate()
    pegawai = Pegawai._base_manager.select_related("unit").get(pk=pegawai.pk)
    keadaan = keadaan_pada(karier_pegawai([pegawai])[pegawai.pk], hari, nilai_aturan())
    unit = {u.pk: u for u in UnitKerja.objects.filter(pk=keadaan.jabatan.unit_id)} if keadaan.jabatan else {}
    if beda := keadaan_baru(pegawai, keadaan, unit):
        _terapkan(pegawai, beda, oleh)
    return pegawai


def keadaan_baru(pegawai: Pegawai, k: KeadaanPegawai, unit: dict[int, UnitKerja]) -> dict[str, Any]:
    """Columns of the present state that differ from what the facts say. Where no fact speaks, what is there stays."""
    isi: dict[str, Any] = {
        "pensiun_pada": k.pensiun.tanggal if k.pensiun else JAUH,
        "kgb_pada": k.kgb.tanggal if k.kgb else JAUH,
        "naik_pada": k.naik.tanggal if k.naik else JAUH,
        "kontrak_sampai": k.kontrak.tanggal if k.kontrak else JAUH,
    }
    if k.masa_kerja_mulai is not None:
        isi["mk_pada"] = k.masa_kerja_mulai
    if k.didik:
        isi["pendidikan"] = k.didik
    if k.status is not None:
        isi |= {"jenis": k.status.jenis, "keadaan": k.status.keadaan}
        if k.status.jenis not in {Jenis.PNS, Jenis.CPNS}:
            isi["pangkat"] = ""
        if k.status.jenis in {Jenis.NON_PNS, Jenis.PPPK_PW}:
            isi |= {"golongan": "", "pangkat_tmt": None}
    if k.pangkat is not None and (k.status is None or _cocok(k.status.jenis, k.pangkat.pangkat)):
        isi |= {"pangkat": k.pangkat.pangkat, "golongan": k.pangkat.golongan, "pangkat_tmt": k.pangkat.tmt}
    if (j := k.jabatan) is not None:
        isi |= {
            "jabatan": j.nama,
            "jenis_jabatan": j.jenis,
            "jenjang": j.jenjang,
            "eselon": j.eselon,
            "jabatan_tmt": j.tmt,
            "memimpin": j.memimpin,
            "unit": unit[j.unit_id],
        }
    if k.status is not None and k.status.keadaan != Keadaan.AKTIF:
        isi |= {"memimpin": False, "boleh_menandatangani": False}
    return {n: v for n, v in isi.items() if getattr(pegawai, n) != v}


def _cocok(jenis: str, pangkat: str) -> bool:
    """Whether a rank belongs to the kind of staff: pangkat for PNS and CPNS, a grade for PPPK."""
    return bool(pangkat) == (jenis in {Jenis.PNS, Jenis.CPNS})


def _terapkan(pegawai: Pegawai, beda: dict[str, Any], oleh: Pengguna | None) -> None:
    """Store the new state; the account follows the posting, for which these facts are the authority."""
    with perubahan(pegawai, oleh=oleh) as segar:
        for nama, isi in beda.items():
            setattr(segar, nama, isi)
            setattr(pegawai, nama, isi)
    akun = segar.pengguna
    if akun is not None and "unit" in beda and akun.unit_id != segar.unit_id:
        with perubahan(akun, oleh=oleh) as a:
            a.unit = segar.unit
    if akun is not None and not segar.aktif and akun.is_active:
        with perubahan(akun, oleh=oleh, sebab=f"Pegawai {segar.get_keadaan_display().lower()}") as a:
            a.is_active = False


def periksa_riwayat(pegawai: Pegawai) -> None:
    """Refuse a history that can't be; the first contradiction is told, with both entries named."""
    karier = karier_pegawai([pegawai])[pegawai.pk]
    for bentrok in (
        *periksa_status(karier.status, pegawai.tanggal_lahir),
        *periksa_pangkat(karier.pangkat),
        *periksa_jabatan(karier.jabatan),
    ):
        raise AturanDilanggar(bentrok.kode, bentrok.kalimat, bentrok.langkah)
