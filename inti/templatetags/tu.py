"""Template tags of the house: icons, masked numbers, dates, states, and the hidden fields of every form. Builtin."""

from __future__ import annotations

import functools
import uuid
from typing import Any

import heroicons
from django import template
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from inti import formats
from inti.formats.waktu import hari as hari_pendek
from inti.formats.waktu import saat as saat_setempat
from inti.registry import semua_aplikasi

register = template.Library()


@functools.cache
def _gambar_ikon(nama: str, kecil: bool) -> SafeString:
    kelas = "ikon-k" if kecil else "ikon"
    # Markup of the heroicons package for a name from our own templates and menus.
    svg = heroicons._render_icon("micro" if kecil else "mini", nama, None, {"class": kelas, "aria-hidden": "true"})
    return mark_safe(svg)  # noqa: S308


@register.simple_tag
def ikon(nama: str, kecil: int = 0) -> SafeString:
    """An inline icon, decorative: the word beside it says what it means."""
    return _gambar_ikon(str(nama), bool(kecil))


@register.simple_tag(takes_context=True)
def kunci_kirim(context: Any) -> SafeString:
    """The key that makes a second sending of this form harmless, and the proposal that this form mends."""
    kunci = format_html('<input type="hidden" name="kunci_kirim" value="{}">', str(uuid.uuid4()))
    usulan = getattr(context.get("request"), "usulan", None)
    if usulan is None:
        return kunci
    return kunci + format_html(
        '<input type="hidden" name="usulan" value="{}"><input type="hidden" name="usulan_versi" value="{}">',
        usulan.pk,
        usulan.versi,
    )


@register.simple_tag
def versi_kirim(objek: Any) -> SafeString:
    """The version this form was opened with; a stale one is refused."""
    versi = getattr(objek, "versi", None)
    return format_html('<input type="hidden" name="versi" value="{}">', versi) if versi else SafeString("")


@register.filter
def nik(nilai: str) -> SafeString:
    """A NIK or No KK masked to its first and last four."""
    if not nilai:
        return SafeString("kosong")
    return format_html(
        '<span class="tu-nik"><span class="visually-hidden">disamarkan: </span>{}</span>', formats.samar_nik(str(nilai))
    )


@register.filter
def tgl(nilai: Any) -> str:
    """20-11-2026; a time stamp in local time."""
    return hari_pendek(nilai or None)


@register.filter
def tgl_panjang(nilai: Any) -> str:
    """20 November 2026."""
    return formats.tanggal_panjang(timezone.localtime(nilai) if hasattr(nilai, "hour") else nilai) if nilai else ""


@register.filter
def hari_tanggal(nilai: Any) -> str:
    """Jumat, 20 November 2026."""
    return formats.hari_tanggal(nilai) if nilai else ""


@register.filter
def nama_hari(nilai: Any) -> str:
    """Sen, Sel, Rab: a weekday in a narrow place."""
    return formats.hari_tanggal(nilai)[:3] if nilai else ""


@register.filter
def bulan_tahun(nilai: Any) -> str:
    return formats.bulan_tahun(nilai) if nilai else ""


@register.filter
def jam(nilai: Any) -> str:
    return formats.jam(timezone.localtime(nilai)) if nilai else ""


@register.filter
def saat(nilai: Any) -> str:
    """20-11-2026 09.12, local."""
    return saat_setempat(nilai or None)


@register.filter
def ribuan(nilai: Any) -> str:
    return formats.ribuan(nilai)


@register.simple_tag
def status(objek: Any) -> SafeString:
    """The state of a record as its mark and word. The record has `status_tampil` -> (kind, word)."""
    jenis, kata = objek.status_tampil
    return status_html(jenis, kata)


def status_html(jenis: str, kata: str) -> SafeString:
    """State mark: konsep, 25, 50, 75, selesai, perlu, tolak or batal, always with its word."""
    return format_html('<span class="tu-status tu-status-{}">{}</span>', jenis, kata)


def label_html(jenis: str, kata: str) -> SafeString:
    """An attribute or deadline: kinds are empty, baik, awas, salah."""
    return format_html('<span class="tu-label{}">{}</span>', f" tu-label-{jenis}" if jenis else "", kata)


@register.simple_tag
def label(kata: str, jenis: str = "") -> SafeString:
    """A label in a template."""
    return label_html(jenis, kata)


@register.simple_tag
def sel_kisi(baris: Any, kolom: Any, tebal: Any = "") -> SafeString:
    """The cells of a row of a grid."""
    from inti.pages.kisi import sel_html

    return sel_html(baris, kolom, tebal=bool(tebal))


@register.filter
def butir(kamus: dict[str, Any], kunci: str) -> Any:
    """Value of a dictionary by a key held in a variable."""
    return kamus.get(kunci, "")


@functools.cache
def _gaya(nama: str) -> str:
    from django.templatetags.static import static

    return static(f"tu/{nama}.css")


@register.filter
def lembar_gaya(nama: str) -> list[str]:
    """Addresses of the house's style sheets, by part."""
    return [_gaya(n) for n in nama.split()]


@register.simple_tag
def asal_kerja(kerja: Any) -> SafeString:
    """Under a row of the desk: its app by icon and word, then where it comes from."""
    a = semua_aplikasi()[kerja.app]
    asal = f" · {kerja.asal}" if kerja.asal else ""
    return format_html("{}{}{}", _gambar_ikon(a.ikon, True), a.singkat, asal)


@register.filter
def paling(nilai: int, batas: int) -> str:
    """A count that must fit a small badge: "99+" above 99."""
    return str(nilai) if int(str(nilai)) <= batas else f"{batas}+"  # also of a lazy number of the frame


@register.filter
def samar_cari(teks: str) -> str:
    """What was sought, with long numbers masked."""
    return formats.samar_angka_panjang(teks)


@register.filter
def nama_isian(nama: str) -> str:
    """A field's name as a person reads it."""
    return nama.replace("_", " ").capitalize()


@register.filter
def umur(lahir: Any) -> int | str:
    """Age in whole years today."""
    return formats.umur(lahir, timezone.localdate()) if lahir else ""


@register.filter
def nik_utuh(nilai: str) -> str:
    """A full NIK or No KK in groups of four; only where the showing is logged."""
    return " ".join(nilai[i : i + 4] for i in range(0, len(nilai), 4))
