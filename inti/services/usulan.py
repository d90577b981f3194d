"""Maker and checker: keep a call as a proposal, send it back, mend it, replay it. Nobody decides on his own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NoReturn

from django.apps import apps
from django.utils import timezone

from inti.galat import AturanDilanggar, Diusulkan
from inti.gerbang.diri import subjek_panggilan, tolak_diri
from inti.konteks import DAFTAR_LAYANAN, Kini, Layanan, sesudah_perbuatan
from inti.models import BerkasTersimpan, Pengguna, Perubahan, Usulan
from inti.panggilan import dari_data, rujukan, sebagai_data
from inti.perubahan import coba_layanan, layanan, perubahan, simpan_baru
from inti.queries.akun import penahu_sandi
from inti.queries.riwayat import ringkasan_perbuatan
from inti.queries.usulan import pemeriksa_lain
from inti.services.berkas import berkas_miliki
from inti.services.pemberitahuan import beritahu

S = Usulan.Status
BERKAS = "inti.berkastersimpan"


@dataclass(frozen=True)
class Pengajuan:
    """How a request proposes: by whom, for want of which permission, from which form, mending which earlier proposal."""

    pengusul: Pengguna
    izin: str
    alamat: str
    kiriman: list[list[str]]
    usulan: Usulan | None = None

    def simpan(self, lay: Layanan, argumen: dict[str, Any]) -> NoReturn:
        """Keep the call in place of doing it. Raises what its guards refuse, else Diusulkan."""
        data = {k: sebagai_data(v) for k, v in argumen.items() if k != "oleh"}
        if self.usulan is not None:
            _warisi_berkas(self.usulan.argumen, data)
        beda, subjek = coba_layanan(lay, argumen, lambda kini, hasil: (_baca(lay, kini, hasil), kini.subjek))
        isi = {
            "layanan": lay.nama,
            "argumen": data,
            "izin": self.izin,
            "alamat": self.alamat[:200],
            "kiriman": self.kiriman,
            "beda": beda,
            "sasaran": _sasaran(data, beda),
            "subjek_orang_id": min(subjek_panggilan(argumen) | subjek, default=None),
        }
        raise Diusulkan(usulan_ajukan(isi=isi, oleh=self.pengusul, usulan=self.usulan))


def _baca(lay: Layanan, kini: Kini, hasil: Any) -> list[dict[str, Any]]:
    """Before and after of every record touched, and what the service itself has to show."""
    beda = ringkasan_perbuatan(kini.objek)
    if lay.rincian is not None:
        beda.insert(0, {"judul": "Pokok usulan", "baru": True, "baris": [[k, "", v] for k, v in lay.rincian(hasil)]})
    return [b for b in beda if b["baris"]]


def _sasaran(data: dict[str, Any], beda: list[dict[str, Any]]) -> str:
    """The record that the call is about, in words; of a new one its name."""
    for satu in rujukan(list(data.values())):
        if satu["versi"] is not None:
            return str(apps.get_model(satu["objek"])._base_manager.get(pk=dari_data(satu["pk"])))[:160]
    nama = {"Pemohon", "Nama", "Nama lengkap", "Judul", "Hal", "Berkas"}
    return next((sesudah[:160] for b in beda for isian, _, sesudah in b["baris"] if isian in nama), "")


def _warisi_berkas(lama: dict[str, Any], baru: dict[str, Any]) -> None:
    """A file field comes back empty from a browser: files of the earlier proposal stay unless they were replaced."""
    for nama, isi in lama.items():
        if isinstance(isi, dict) and isinstance(baru.get(nama), dict):
            baru[nama] = {k: v for k, v in isi.items() if isinstance(v, dict) and v.get("objek") == BERKAS} | baru[nama]


@layanan("Usulan diajukan", tanpa_usul=True)
def usulan_ajukan(*, isi: dict[str, Any], oleh: Pengguna, usulan: Usulan | None = None) -> Usulan:
    """Keep a call, or put the mended one in place of what was sent back. Tells the supervisor."""
    isi = isi | {"sandi_oleh_id": penahu_sandi(oleh)}
    if usulan is None:
        hasil = simpan_baru(Usulan(**isi, pengusul=oleh, unit=oleh.unit, diajukan_pada=timezone.now()))
    else:
        with perubahan(usulan, oleh=oleh) as hasil:
            _milik(hasil, oleh)
            if hasil.layanan != isi["layanan"]:
                raise AturanDilanggar("USULAN_LAIN", "Isian ini bukan untuk usulan tersebut.", "Ajukan usulan baru.")
            isi["sandi_oleh_id"] = hasil.sandi_oleh_id or isi["sandi_oleh_id"]  # mending it doesn't wash it clean
            for nama, nilai in isi.items():
                setattr(hasil, nama, nilai)
            hasil.diajukan_pada = timezone.now()
            hasil.ajukan_lagi()
    berkas = [dari_data(r["pk"]) for r in rujukan(hasil.argumen) if r["objek"] == BERKAS]
    milik = BerkasTersimpan.objects.filter(pk__in=berkas, oleh=oleh, pemilik_label__in=["", "inti.usulan"])
    berkas_miliki(milik, label="inti.usulan", pk=hasil.pk)
    if oleh.atasan is not None:
        beritahu(oleh.atasan, f"Usulan {oleh}: {hasil}", hasil)
    return hasil


@layanan("Usulan dikembalikan")
def usulan_kembalikan(*, usulan: Usulan, oleh: Pengguna, catatan: str) -> Usulan:
    """Send back with what must be mended. Raises AturanDilanggar (as `usulan_setujui`), VersiBerubah."""
    _pemeriksa_lain(usulan, oleh)
    with perubahan(usulan, oleh=oleh, sebab=catatan) as segar:
        segar.kembalikan()
        segar.catatan, segar.pemeriksa, segar.diperiksa_pada = catatan, oleh, timezone.now()
    beritahu(segar.pengusul, f"Usulan dikembalikan: {catatan}", segar)
    return segar


@layanan("Usulan ditarik", tanpa_usul=True)
def usulan_tarik(*, usulan: Usulan, oleh: Pengguna) -> Usulan:
    """Withdraw one's own proposal."""
    with perubahan(usulan, oleh=oleh) as segar:
        _milik(segar, oleh)
        segar.tarik()
    return segar


def usulan_setujui(*, usulan: Usulan, oleh: Pengguna) -> Any:
    """Replay the call in the approver's name, through the service's own guards; the proposal closes in that act.

    Raises AturanDilanggar (USULAN_SENDIRI, DIRI_SENDIRI: about oneself, SANDI_ANDA_BUAT: proposed with a password that
    the approver knows, no right to the act, out of reach, refused by the service) and VersiBerubah when the record, or the proposal, is no longer the one that was looked at. Gives the service's result.
    """
    _boleh_memutus(usulan, oleh)
    lay = DAFTAR_LAYANAN[usulan.layanan]
    argumen = dari_data(usulan.argumen)
    _dalam_lingkup(usulan, oleh)
    with sesudah_perbuatan(penutup(usulan, oleh, disunting=False), usulan.pengusul):
        return lay.panggil(**argumen, oleh=oleh)


def penutup(usulan: Usulan, oleh: Pengguna, *, disunting: bool) -> Callable[[Perubahan], None]:
    """What closes a proposal at the end of the act that fulfils it, in the same transaction."""

    def _tutup(act: Perubahan) -> None:
        _boleh_memutus(usulan, oleh)
        if act.layanan != usulan.layanan:
            raise AturanDilanggar("USULAN_LAIN", "Isian ini bukan untuk usulan tersebut.", "Buka kembali usulannya.")
        with perubahan(usulan, oleh=oleh) as segar:
            segar.setujui()
            segar.pemeriksa, segar.diperiksa_pada, segar.disunting = oleh, timezone.now(), disunting
            segar.hasil, segar.catatan = act, ""
        beritahu(segar.pengusul, f"Usulan disetujui{' setelah disunting' if disunting else ''}: {segar}", segar)

    return _tutup


def _boleh_memutus(usulan: Usulan, oleh: Pengguna) -> None:
    _pemeriksa_lain(usulan, oleh)
    if not oleh.has_perm(usulan.izin):
        raise AturanDilanggar(
            "TANPA_IZIN", "Anda sendiri tidak berwenang melakukan yang diusulkan.", "Teruskan kepada yang berwenang."
        )


def _pemeriksa_lain(usulan: Usulan, oleh: Pengguna) -> None:
    if usulan.pengusul_id == oleh.pk:
        raise AturanDilanggar(
            "USULAN_SENDIRI", "Anda tidak dapat memeriksa usulan Anda sendiri.", "Minta penyelia lain memeriksanya."
        )
    if usulan.subjek_orang_id == oleh.pk:
        tolak_diri()
    if usulan.sandi_oleh_id == oleh.pk:
        siapa = ", ".join(str(p) for p in pemeriksa_lain(usulan)[:3])
        raise AturanDilanggar(
            "SANDI_ANDA_BUAT",
            f"Kata sandi {usulan.pengusul} Anda yang membuatnya, sehingga Anda tidak dapat memeriksa usulan ini.",
            f"Yang dapat memeriksanya: {siapa}." if siapa else "Minta administrator menyetel ulang kata sandinya.",
        )


def _milik(usulan: Usulan, oleh: Pengguna) -> None:
    if usulan.pengusul_id != oleh.pk:
        raise AturanDilanggar("BUKAN_USULAN_ANDA", "Usulan ini milik orang lain.", "Ajukan usulan Anda sendiri.")


def _dalam_lingkup(usulan: Usulan, oleh: Pengguna) -> None:
    """Every record with a scope must be within the proposer's reach still, and every case within the approver's."""
    for satu in rujukan(usulan.argumen):
        kueri = apps.get_model(satu["objek"])._default_manager.all()
        if not hasattr(kueri, "untuk"):
            continue
        yang_memeriksa = [usulan.pengusul] + ([oleh] if satu["versi"] is not None else [])
        if not all(kueri.untuk(p).filter(pk=dari_data(satu["pk"])).exists() for p in yang_memeriksa):
            raise AturanDilanggar("DI_LUAR_LINGKUP", "Datanya di luar wilayah kerja.", "Kembalikan usulan ini.")
