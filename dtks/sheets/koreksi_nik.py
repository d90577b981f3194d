"""Import `koreksi-nik`: the population office's answer on the recap of wrong NIKs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

from inti.models import BatchImpor, Pengguna
from inti.sheets.hasil import Rekap, TemuanBaris, di_luar
from inti.sheets.impor import Importir
from inti.sheets.kolom import KolomLembar
from inti.sheets.tahap import BULAT, TEKS, Tahap


class ImporKoreksiNik(Importir):
    """Answers by the recap's ID; the number on record must still be the one that was sent."""

    jenis = "koreksi-nik"
    sebab_tak_batal = "Jawaban sudah dicatat pada tiap orang. Kembalikan dari riwayat orangnya."
    kolom = (
        KolomLembar("id", "ID REKAP", ("ID",), contoh="12"),
        KolomLembar("nik", "NIK TERCATAT", ("NIK LAMA",), rahasia=True, contoh="9971015003840001"),
        KolomLembar("nik_benar", "NIK BENAR", ("NIK BARU",), rahasia=True, contoh="9971011503840001"),
        KolomLembar("jawaban", "JAWABAN", ("KETERANGAN DISDUKCAPIL",), wajib=False, contoh="sesuai KTP-el"),
    )
    tahap = (("baris", BULAT), ("rekap", BULAT), ("nik", TEKS), ("benar", TEKS), ("jawaban", TEKS))
    penilai = "dtks.rules.koreksi_nik:penilai"
    tambahan: ClassVar = ()

    def periksa_akhir(self, tahap: Tahap) -> Iterator[TemuanBaris]:
        """Refuse an ID that is not on the recap (REKAP_TIDAK_ADA) or names another number (NIK_BUKAN_REKAP), or twice."""
        from dtks.models import NikBermasalah

        semua = tahap.ambil("SELECT baris, rekap, nik FROM tahap_koreksi_nik ORDER BY baris")
        ada = dict(NikBermasalah.objects.filter(pk__in=[r for _, r, _ in semua]).values_list("pk", "nik"))
        dilihat: set[int] = set()
        for baris, rekap, nik in semua:
            if rekap not in ada:
                yield TemuanBaris(baris, "id", rekap, "REKAP_TIDAK_ADA", "ID ini tidak ada pada rekap.", menolak=True)
            elif ada[rekap] != nik:
                pesan = "NIK tercatat berbeda dengan yang dikirim. Pakai berkas rekap yang asli."
                yield TemuanBaris(baris, "nik", nik, "NIK_BUKAN_REKAP", pesan, menolak=True)
            elif rekap in dilihat:
                yield TemuanBaris(baris, "id", rekap, "REKAP_GANDA", "ID ini sudah ada pada baris lain.", menolak=True)
            dilihat.add(rekap)

    def di_luar_lingkup(self, tahap: Tahap, pengguna: Pengguna) -> Iterator[TemuanBaris]:
        """Recaps that the user's own list doesn't show."""
        from dtks.models import NikBermasalah

        semua = tahap.ambil("SELECT baris, rekap FROM tahap_koreksi_nik ORDER BY baris")
        boleh = NikBermasalah.objects.untuk(pengguna).filter(pk__in=[r for _, r in semua])
        ada = set(boleh.values_list("pk", flat=True))
        yield from (di_luar(baris, "id", rekap) for baris, rekap in semua if rekap not in ada)

    def _jawaban(self, tahap: Tahap) -> list[tuple[int, str, str, bool]]:
        """Answers in order: recap's key, right number, words, whether it says something new."""
        from dtks.models import NikBermasalah

        semua = tahap.ambil("SELECT rekap, benar, jawaban FROM tahap_koreksi_nik ORDER BY baris")
        kini = {n.pk: n for n in NikBermasalah.objects.filter(pk__in=[r for r, _, _ in semua])}
        hasil = []
        for rekap, benar, jawaban in semua:
            n = kini[rekap]
            baru = bool(benar or jawaban) and (n.jawaban != jawaban or (n.nik_benar or n.nik) != (benar or n.nik))
            hasil.append((rekap, benar, jawaban, baru and n.status not in {"benar"}))
        return hasil

    def bandingkan(self, tahap: Tahap) -> tuple[Rekap, Iterable[TemuanBaris]]:
        """A row without an answer changes nothing."""
        semua = self._jawaban(tahap)
        berubah = sum(baru for *_, baru in semua)
        return Rekap(0, berubah, len(semua) - berubah), ()

    def gabung(self, tahap: Tahap, batch: BatchImpor) -> None:
        """One act for each answer, so that each person's history tells of it."""
        from dtks.models import NikBermasalah
        from dtks.services.ganda import nik_jawab

        for rekap, benar, jawaban, baru in self._jawaban(tahap):
            if baru:
                nik_jawab(nik=NikBermasalah.objects.get(pk=rekap), nik_benar=benar, jawaban=jawaban, oleh=batch.oleh)
