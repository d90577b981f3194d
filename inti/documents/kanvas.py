"""A thin layer over reportlab's canvas: text by literal operators, each string encoded once per document."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO

from reportlab.graphics import renderPDF
from reportlab.graphics.shapes import Drawing
from reportlab.lib.rl_accel import escapePDF
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from inti.documents.baris import Baris
from inti.documents.huruf import BIASA, huruf

_Kode = tuple[tuple[str, str], ...]


class Kanvas:
    """One PDF being drawn. Coordinates in points from the lower left corner; text is cleaned by the caller."""

    def __init__(self, *, judul: str, penulis: str = "", ukuran: tuple[float, float]) -> None:
        """Start a file with a title, an author (the office) and the size of the first page in points."""
        self._aliran = BytesIO()
        # The initial font is named lest reportlab puts its own, which is not embedded, into every file.
        self._c = Canvas(
            self._aliran,
            pagesize=ukuran,
            pageCompression=1,
            invariant=1,
            lang="id-ID",
            initialFontName=huruf(BIASA).nama,
        )
        self._c.setTitle(judul)
        self._c.setAuthor(penulis)
        self._c.setSubject("")
        self._c.setKeywords("")
        self._c.setCreator("Tata Usaha")
        self._c.setProducer("Tata Usaha")
        self._kode: dict[tuple[str, str], _Kode] = {}
        self._gambar: dict[bytes, ImageReader] = {}
        self._bentuk: dict[object, str] = {}

    def kode(self, op: str) -> None:
        """Add PDF operators as they are. Never built from data."""
        self._c._code.append(op)

    def _sandi(self, nama: str, teks: str) -> _Kode:
        """Operators that show a text, one pair (font, string) per font subset."""
        kunci = (nama, teks)
        ada = self._kode.get(kunci)
        if ada is None:
            doc = self._c._doc
            ada = tuple(
                (h.font.getSubsetInternalName(nomor, doc), f"({escapePDF(isi)}) Tj")
                for h, potong in huruf(nama).potongan(teks)
                for nomor, isi in h.font.splitString(potong, doc)
            )
            self._kode[kunci] = ada
        return ada

    def tulis(self, x: float, y: float, teks: str, nama: str, ukuran: float) -> None:
        """Write one line with its baseline at y, from x to the right."""
        if teks:
            isi = " ".join(f"{f} {ukuran:g} Tf {tj}" for f, tj in self._sandi(nama, teks))
            self._c._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {isi} ET")

    def tulis_baris(
        self,
        x: float,
        y: float,
        baris: Sequence[Baris],
        *,
        nama: str,
        ukuran: float,
        jarak: float,
        lebar: float,
        rata: str = "kiri",
    ) -> None:
        """Write lines downwards, the first baseline at y. `rata`: kiri, tengah, kanan, penuh (justified)."""
        ops = ["BT"]
        tulisan_kini = ""
        spasi_kini = "0"
        for teks, panjang, akhir in baris:
            if teks:
                mulai = x
                spasi = "0"
                if rata == "penuh":
                    celah = teks.count(" ")
                    # A line that is nearly empty (a cut word, a short rest) would be torn apart: leave it ragged.
                    if not akhir and celah and panjang > 0.6 * lebar:
                        spasi = f"{(lebar - panjang) / celah:.3f}"
                elif rata == "tengah":
                    mulai = x + (lebar - panjang) / 2
                elif rata == "kanan":
                    mulai = x + lebar - panjang
                if spasi != spasi_kini:
                    ops.append(f"{spasi} Tw")
                    spasi_kini = spasi
                ops.append(f"1 0 0 1 {mulai:.2f} {y:.2f} Tm")
                for f, tj in self._sandi(nama, teks):
                    if f != tulisan_kini:
                        ops.append(f"{f} {ukuran:g} Tf")
                        tulisan_kini = f
                    ops.append(tj)
            y -= jarak
        if spasi_kini != "0":
            ops.append("0 Tw")
        ops.append("ET")
        self._c._code.append(" ".join(ops))

    def garis(self, x1: float, y1: float, x2: float, y2: float, tebal: float) -> None:
        """A black line of `tebal` points."""
        self._c._code.append(f"{tebal:.2f} w {x1:.2f} {y1:.2f} m {x2:.2f} {y2:.2f} l S")

    def gambar(self, isi: bytes, x: float, y: float, lebar: float, tinggi: float, *, rata: str = "kiri") -> None:
        """A PNG or JPEG, scaled to fit the box and embedded once. Raises ValueError when it can't be read."""
        gambar = self._gambar.get(isi)
        if gambar is None:
            try:
                gambar = self._gambar[isi] = ImageReader(BytesIO(isi))
            except (OSError, ValueError, SyntaxError) as galat:
                raise ValueError("Gambar tidak terbaca. Unggah PNG atau JPEG.") from galat
        w, h = gambar.getSize()
        skala = min(lebar / w, tinggi / h)
        geser = {"kiri": 0.0, "tengah": 0.5}[rata] * (lebar - w * skala)
        self._c.drawImage(
            gambar, x + geser, y + (tinggi - h * skala) / 2, w * skala, h * skala, mask="auto", preserveAspectRatio=True
        )

    def lukisan(self, isi: Drawing, x: float, y: float) -> None:
        """A reportlab drawing with its lower left corner at (x, y); its texts are cleaned by the caller."""
        renderPDF.draw(isi, self._c, x, y)

    def sekali(self, kunci: object, ukuran: tuple[float, float], lukis: Callable[[Kanvas], None]) -> None:
        """Draw what many pages share: once as a form XObject, then by reference. `kunci` must be hashable."""
        nama = self._bentuk.get(kunci)
        if nama is None:
            nama = self._bentuk[kunci] = f"bagian{len(self._bentuk)}"
            self._c.beginForm(nama, 0, 0, *ukuran)
            lukis(self)
            self._c.endForm()
        self._c.doForm(nama)

    def cap_tembus(self) -> None:
        """Multiply what follows with what lies below, so that a stamp over a page hides nothing of it."""
        self._c.setBlendMode("Multiply")

    def halaman(self, ukuran: tuple[float, float]) -> None:
        """Set the size of the page that is being drawn."""
        self._c.setPageSize(ukuran)

    def tutup_halaman(self) -> None:
        """End the page."""
        self._c.showPage()

    def selesai(self) -> bytes:
        """End the file and return it."""
        self._c.save()
        return self._aliran.getvalue()
