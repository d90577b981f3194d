"""Hostile and unlucky workbooks, made by the tests themselves. Each function writes one file and returns its path."""

import random
import struct
import zipfile
from pathlib import Path

NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
RELS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
JENIS_ISI = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
    '<Override PartName="/xl/worksheets/sheet1.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>'
)
AKAR_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
BUKU = (
    f'<?xml version="1.0"?><workbook {NS} xmlns:r="{RELS}">'
    '<sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BUKU_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{RELS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{RELS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
)


def sel(acuan: str, teks: str) -> str:
    return f'<c r="{acuan}" t="inlineStr"><is><t>{teks}</t></is></c>'


def lembar(isi: str, sebelum: str = "") -> str:
    return f'<?xml version="1.0"?><worksheet {NS}>{sebelum}<sheetData>{isi}</sheetData></worksheet>'


def xlsx(ke: Path, isi_lembar: str | bytes | None, tambahan: dict[str, str | bytes] | None = None) -> Path:
    """A workbook of one sheet, as small as a workbook can be."""
    bagian: dict[str, str | bytes] = {
        "[Content_Types].xml": JENIS_ISI,
        "_rels/.rels": AKAR_RELS,
        "xl/workbook.xml": BUKU,
        "xl/_rels/workbook.xml.rels": BUKU_RELS,
        **({} if isi_lembar is None else {"xl/worksheets/sheet1.xml": isi_lembar}),
        **(tambahan or {}),
    }
    with zipfile.ZipFile(ke, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip:
        for nama, data in bagian.items():
            arsip.writestr(nama, data)
    return ke


JUDUL = f'<row r="1">{sel("A1", "NIK")}{sel("B1", "NAMA")}</row>'


def sudut_berseberangan(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL + f'<row r="1048576">{sel("XFD1048576", "x")}</row>'))


def dua_sel_jauh(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL + f'<row r="1000000">{sel("DZ1000000", "x")}</row>'))


def sudut_tanpa_baris(ke: Path) -> Path:
    """The far corner only in the cell's own reference, in single quotes."""
    return xlsx(ke, lembar(JUDUL + "<row><c r='ZZ1000000'><v>1</v></c></row>"))


def sudut_tersembunyi(ke: Path) -> Path:
    """A far corner that the scan's fast patterns don't see, behind honest rows: the memory limit must catch it."""
    baris = "".join(
        f'<row r="{n}">{sel(f"A{n}", f"{n:016d}")}{sel(f"B{n}", f"NAMA {n * 7919}")}</row>' for n in range(2, 70_000)
    )
    return xlsx(ke, lembar(JUDUL + baris + "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))


def dimensi_palsu(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL, '<dimension ref="A1:ZZZZ99999999"/>'))


def hitungan_palsu(ke: Path) -> Path:
    sst = f'<?xml version="1.0"?><sst {NS} count="2" uniqueCount="4000000000"><si><t>NIK</t></si></sst>'
    return xlsx(ke, lembar('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {"xl/sharedStrings.xml": sst})


def mengembang(ke: Path) -> Path:
    """About 580 KB that inflate to 400 MB of cells."""
    xlsx(ke, None)
    kosong, potongan = lembar(JUDUL + "|").split("|"), b'<row><c t="inlineStr"><is><t>a</t></is></c></row>' * 10_000
    # In pieces: the memory of the test process must not be what the test measures.
    with (
        zipfile.ZipFile(ke, "a", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip,
        arsip.open("xl/worksheets/sheet1.xml", "w", force_zip64=True) as isi,
    ):
        isi.write(kosong[0].encode())
        for _ in range(800):
            isi.write(potongan)
        isi.write(kosong[1].encode())
    return ke


def bersarang(ke: Path) -> Path:
    dalam = ke.with_suffix(".dalam.zip")
    with zipfile.ZipFile(dalam, "w") as arsip:
        arsip.writestr("x", "x")
    return xlsx(ke, lembar(JUDUL), {"xl/embeddings/x.bin": dalam.read_bytes()})


def entitas(ke: Path) -> Path:
    isi = lembar(JUDUL).replace("<worksheet", '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><worksheet', 1)
    return xlsx(ke, isi.replace(">NAMA<", ">&x;<"))


def entitas_utf16(ke: Path) -> Path:
    isi = lembar(JUDUL).replace("<worksheet", '<!DOCTYPE w [<!ENTITY x "y">]><worksheet', 1)
    return xlsx(ke, isi.encode("utf-16"))


def tautan_luar(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL), {"xl/externalLinks/externalLink1.xml": f"<externalLink {NS}/>"})


def bermakro(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL), {"xl/vbaProject.bin": b"\0" * 64})


def banyak_isi(ke: Path) -> Path:
    return xlsx(ke, lembar(JUDUL), {f"xl/media/{n}.png": b"" for n in range(3_000)})


def ole(ke: Path, *aliran: str) -> Path:
    """An OLE file with these streams in its directory and nothing sound behind them."""
    kepala = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    kepala = kepala.ljust(44, b"\0") + struct.pack("<IIIIIIIII", 1, 1, 0, 4096, 2, 1, 0xFFFFFFFE, 0, 0)
    kepala = kepala.ljust(512, b"\xff")
    fat = struct.pack("<III", 0xFFFFFFFD, 0xFFFFFFFE, 0xFFFFFFFE).ljust(512, b"\xff")
    direktori = b""
    for nomor, nama in enumerate(("Root Entry", *aliran)):
        teks = (nama + "\0").encode("utf-16-le")
        entri = teks.ljust(64, b"\0") + struct.pack("<HBB", len(teks), 5 if nomor == 0 else 2, 1)
        entri += struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, 1 if nomor == 0 else 0xFFFFFFFF)
        direktori += entri.ljust(116, b"\0") + struct.pack("<III", 2, 0xFFFFFFF0, 0)
    ke.write_bytes(kepala + fat + direktori.ljust(512, b"\0"))
    return ke


def xls_acak(ke: Path, benih: int) -> Path:
    """An xls whose workbook stream is BIFF records of random kinds and lengths: what makes a parser panic."""
    acak = random.Random(benih)
    aliran = struct.pack("<HHHHHH", 0x809, 8, 0x600, 5, 0, 0) + b"\0" * 4
    while len(aliran) < 3_500:
        jenis = acak.choice((0x85, 0xFC, 0x203, 0xFD, 0x809, 0x06, 0x18, 0x3C, 0x41E, 0xE0, 0x208, 0x200, 0x0A, 0x7E))
        isi = acak.randbytes(acak.randrange(0, 40))
        aliran += struct.pack("<HH", jenis, len(isi) + acak.choice((0, 0, 0, 5))) + isi
    ole(ke, "Workbook")
    data = bytearray(ke.read_bytes())
    tempat = 1024 + 128 + 116  # the second directory entry: its first sector and size
    data[tempat : tempat + 8] = struct.pack("<II", 2, 4096)
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, 10), 0xFFFFFFFE]
    data[512 : 512 + 40] = struct.pack("<10I", *fat)
    ke.write_bytes(bytes(data) + aliran.ljust(4096, b"\0"))
    return ke


def ods(ke: Path, isi: str, mime: str = "application/vnd.oasis.opendocument.spreadsheet") -> Path:
    kepala = (
        '<?xml version="1.0"?><office:document-content '
        'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{isi}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    with zipfile.ZipFile(ke, "w", zipfile.ZIP_DEFLATED) as arsip:
        arsip.writestr("mimetype", mime)
        arsip.writestr("META-INF/manifest.xml", "<manifest/>")
        arsip.writestr("content.xml", kepala)
    return ke


def sel_ods(teks: str, atribut: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {atribut}><text:p>{teks}</text:p></table:table-cell>'


def ods_mengulang(ke: Path) -> Path:
    judul = f"<table:table-row>{sel_ods('NIK')}{sel_ods('NAMA')}</table:table-row>"
    isi = sel_ods("x", 'table:number-columns-repeated="16384"')
    return ods(ke, judul + f'<table:table-row table:number-rows-repeated="1000000">{isi}</table:table-row>')
