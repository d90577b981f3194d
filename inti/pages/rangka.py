"""What the frame of every page needs: the office, the way into each app with what waits there, and the user's notices."""

from __future__ import annotations

import functools
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self, cast

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from inti.access import boleh
from inti.gerbang.berurutan import KUNCI
from inti.models import Instansi
from inti.permintaan import Permintaan
from inti.queries.meja import BELUM_DIBACA, hitung_menunggu, per_aplikasi
from inti.registry import Menu, alamat_rute, semua_aplikasi, semua_isi, semua_menu, semua_pekerjaan

UTAMA = 7  # lines of an app's short menu between "Menunggu saya" and "Semua halaman"
BERANDA = "beranda"


@dataclass(frozen=True)
class Tautan:
    """A place on the rail or a line of a menu; `banyak` things wait there."""

    teks: str
    ikon: str
    alamat: str
    kini: bool = False
    banyak: int = 0
    kaki: bool = False  # stands apart at the end


def rangka(request: HttpRequest) -> dict[str, Any]:
    """Context for templates/base.html; queries run only when a page uses the frame."""
    pengguna = getattr(request, "user", None)
    isi: dict[str, Any] = {"instansi": SimpleLazyObject(Instansi.kini)}
    if pengguna is not None and pengguna.is_authenticated:
        isi["nav"] = SimpleLazyObject(lambda: Navigasi.milik(cast(Permintaan, request)))
        isi["belum_dibaca"] = SimpleLazyObject(lambda: Navigasi.milik(cast(Permintaan, request)).hitungan[BELUM_DIBACA])
        isi["sebutan_peran"] = SimpleLazyObject(lambda: _sebutan(pengguna))
        isi["tema"] = pengguna.tema
    return isi


def _sebutan(pengguna: Any) -> str:
    return ", ".join(n.capitalize() for n in pengguna.nama_peran) or "Tanpa peran"


class Navigasi:
    """The rail of apps that this user may enter, the short menu of the open one, and what waits in each."""

    def __init__(self, request: Permintaan) -> None:
        self.request, self.pengguna = request, request.user

    @classmethod
    def milik(cls, request: Permintaan) -> Self:
        """The request's own, made once."""
        ada = getattr(request, "_navigasi", None)
        if ada is None:
            ada = request._navigasi = cls(request)  # type: ignore[attr-defined]
        return cast(Self, ada)

    @cached_property
    def baris(self) -> dict[str, list[Menu]]:
        """Lines that the user may follow, by app in the order of the rail; the desk itself is none of them."""
        hasil: dict[str, list[Menu]] = defaultdict(list)
        for m in semua_menu():
            if m.rute != BERANDA and boleh(self.pengguna, m.izin):
                hasil[m.app].append(m)
        return {n: hasil[n] for n in semua_aplikasi() if n in hasil}

    @cached_property
    def hitungan(self) -> dict[str, int]:
        """What waits, by kind of work. One query."""
        return hitung_menunggu(self.pengguna)

    @cached_property
    def per_app(self) -> dict[str, int]:
        """What waits, by app."""
        return per_aplikasi(self.hitungan)

    @cached_property
    def jumlah(self) -> int:
        """All that waits."""
        return sum(self.per_app.values())

    @property
    def tunggal(self) -> bool:
        """Whether there is but one app to be in: no rail then, its lines are tabs."""
        return len(self.baris) < 2

    @cached_property
    def app(self) -> str:
        """Label of the open app; empty on the desk and on pages of no app."""
        cocok = self.request.resolver_match
        if cocok is None:
            return ""
        rute = cocok.url_name or ""
        if self.tunggal:
            return next(iter(self.baris), "")
        if rute == "halaman":
            app = cocok.kwargs.get("app", "")
        elif rute == BERANDA:
            app = self.request.GET.get("app", "")
        elif cocok.namespace:
            app = _ruang().get(cocok.namespace, "")
        else:
            app = "inti" if self._kini("inti") is not None else ""
        return app if app in self.baris else ""

    @property
    def nama(self) -> str:
        """The open app's word on the rail."""
        return semua_aplikasi()[self.app].singkat if self.app else ""

    @cached_property
    def rel(self) -> list[Tautan]:
        """The desk, then the apps."""
        meja = Tautan("Meja", "home", alamat_rute(BERANDA), self._di_meja, self.jumlah)
        return [meja, *(self._petak(n) for n in self.baris)]

    @cached_property
    def menu(self) -> list[Tautan]:
        """At most nine lines of the open app: what waits, seven of its pages, and the index of all."""
        if not self.app:
            return []
        baris = self.baris[self.app]
        utama = [m for m in baris if m.utama][:UTAMA]
        kini = self._kini(self.app)
        hasil = [self._menunggu()] if self._ada_pekerjaan() else []
        hasil += [Tautan(m.teks, m.ikon, alamat_rute(m.rute), m is kini) for m in utama]
        if len(utama) < len(baris):
            rute = self.request.resolver_match
            di_indeks = rute is not None and rute.url_name == "halaman"
            teks = f"Semua halaman {self.nama.lower()}"
            hasil.append(Tautan(teks, "squares-plus", reverse("halaman", args=[self.app]), di_indeks, kaki=True))
        return hasil

    @property
    def berurutan(self) -> bool:
        """Whether the desk is being worked off in order."""
        return KUNCI in self.request.session

    @property
    def sisa_urut(self) -> int:
        """How much still waits in the order being worked off."""
        app = self.request.session[KUNCI]["app"]
        return self.per_app.get(app, 0) if app else self.jumlah

    @property
    def _di_meja(self) -> bool:
        rute = self.request.resolver_match
        return rute is not None and rute.url_name == BERANDA and not self.app

    def _petak(self, app: str) -> Tautan:
        a, baris = semua_aplikasi()[app], self.baris[app]
        pertama = next((m for m in baris if m.utama), None)
        alamat = alamat_rute(pertama.rute) if pertama else reverse("halaman", args=[app])
        return Tautan(a.singkat, a.ikon, alamat, app == self.app, self.per_app.get(app, 0), a.kaki)

    def _ada_pekerjaan(self) -> bool:
        return any(a == self.app and boleh(self.pengguna, p.izin) for a, p in semua_pekerjaan())

    def _menunggu(self) -> Tautan:
        alamat = alamat_rute(BERANDA) if self.tunggal else f"{alamat_rute(BERANDA)}?app={self.app}"
        rute = self.request.resolver_match
        kini = rute is not None and rute.url_name == BERANDA
        return Tautan("Menunggu saya", "inbox", alamat, kini, self.per_app.get(self.app, 0))

    def _kini(self, app: str) -> Menu | None:
        jalur = self.request.path
        cocok = [m for m in self.baris.get(app, ()) if jalur.startswith(alamat_rute(m.rute))]
        return max(cocok, key=lambda m: len(alamat_rute(m.rute)), default=None)


@functools.cache
def _ruang() -> dict[str, str]:
    """Label of the app to which a namespace of routes belongs."""
    return {(n if i.ruang is None else i.ruang): n for n, i in semua_isi().items()}
