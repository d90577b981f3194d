"""Proposals as they wait: the queue, what moved meanwhile."""

from __future__ import annotations

from typing import Any, cast

from django.apps import apps
from django.db.models import QuerySet

from inti.models import BerkasTersimpan, Pengguna, Usulan
from inti.panggilan import dari_data, rujukan
from inti.queries.alur import pemegang_izin
from inti.queries.riwayat import Peristiwa, sejak_versi

S = Usulan.Status


def menunggu(pengguna: Pengguna) -> QuerySet[Usulan]:
    """Proposals that this user may decide: within his units, acts that he may do himself. Oldest first.

    Neither his own, nor about himself, nor proposed with a password that he gave: those wait for somebody else.
    """
    return (
        Usulan.objects.untuk(pengguna)
        .filter(status=S.MENUNGGU, izin__in=pengguna.get_all_permissions())
        .exclude(pengusul=pengguna)
        .exclude(subjek_orang=pengguna)
        .exclude(sandi_oleh=pengguna)
        .select_related("pengusul")
        .order_by("diajukan_pada", "id")
    )


def boleh_memeriksa(usulan: Usulan, pengguna: Pengguna) -> bool:
    """Whether nothing about the proposal itself stands between it and this user: see `menunggu`."""
    return pengguna.pk not in {usulan.pengusul_id, usulan.subjek_orang_id, usulan.sandi_oleh_id}


def pemeriksa_lain(usulan: Usulan) -> list[Pengguna]:
    """Who may decide on it: they hold the right and reach its unit, and are neither proposer, subject nor in the know."""
    return [
        p
        for p in pemegang_izin(usulan.izin, None)
        if boleh_memeriksa(usulan, p)
        and p.has_perm("inti.setujui_usulan")
        and Usulan.objects.untuk(p).filter(pk=usulan.pk).exists()
    ]


def berubah_sejak(usulan: Usulan) -> list[Peristiwa]:
    """What happened to the proposal's records after it was filled in; approving it would be refused."""
    hasil: list[Peristiwa] = []
    for satu in rujukan(usulan.argumen):
        model = apps.get_model(satu["objek"])
        if satu["versi"] is None or not hasattr(model, "riwayat"):
            continue
        objek = cast(Any, model)._base_manager.filter(pk=dari_data(satu["pk"])).first()
        if objek is not None and objek.versi != satu["versi"]:
            hasil += sejak_versi(objek, satu["versi"])
    return hasil


def sudah_bergerak(usulan: list[Usulan]) -> set[int]:
    """Keys of those whose records moved since, with one query for each kind of record."""
    tempat: dict[str, dict[Any, list[tuple[int, int]]]] = {}
    for u in usulan:
        for satu in rujukan(u.argumen):
            if satu["versi"] is not None:
                tempat.setdefault(satu["objek"], {}).setdefault(dari_data(satu["pk"]), []).append((u.pk, satu["versi"]))
    hasil = set()
    for label, isi in tempat.items():
        kini = dict(apps.get_model(label)._base_manager.filter(pk__in=isi).values_list("pk", "versi"))
        hasil |= {u for pk, tunggu in isi.items() for u, versi in tunggu if kini.get(pk) != versi}
    return hasil


def lampiran(usulan: list[Usulan]) -> dict[int, list[BerkasTersimpan]]:
    """Files that came with proposals, by proposal."""
    hasil: dict[int, list[BerkasTersimpan]] = {}
    milik = BerkasTersimpan.objects.filter(pemilik_label="inti.usulan", pemilik_id__in=[str(u.pk) for u in usulan])
    for berkas in milik.order_by("nama_asli"):
        hasil.setdefault(int(berkas.pemilik_id), []).append(berkas)
    return hasil
