"""Tables of letters and archives."""

from arsip.models.boks import (
    Boks,
)
from arsip.models.disposisi import (
    Disposisi,
    InstruksiDisposisi,
)
from arsip.models.indeks import (
    IndeksArsip,
    TandaIndeks,
    TeksBerkas,
)
from arsip.models.jra import (
    JadwalRetensi,
    ParameterArsip,
)
from arsip.models.keluar import (
    Ekspedisi,
    SuratKeluar,
)
from arsip.models.klasifikasi import (
    Klasifikasi,
    VersiKlasifikasi,
)
from arsip.models.massal import (
    SuratMassal,
)
from arsip.models.masuk import (
    SuratMasuk,
)
from arsip.models.naskah import (
    LampiranNaskah,
    Naskah,
    VersiNaskah,
)
from arsip.models.nomor import (
    PolaNomor,
    Seri,
)
from arsip.models.opname import (
    Opname,
    TemuanOpname,
)
from arsip.models.pemusnahan import (
    AnggotaPanitia,
    ButirPemusnahan,
    Pemusnahan,
    SaksiPemusnahan,
)
from arsip.models.pilihan import (
    TERTUTUP,
    Keamanan,
    Kecepatan,
)
from arsip.models.pinjam import (
    Peminjaman,
)
from arsip.models.rekam import (
    BerkasArsip,
    JenisArsip,
    PindaianArsip,
)
from arsip.models.templat import (
    Bentuk,
    SumberData,
    TemplatSurat,
)

__all__ = [
    "TERTUTUP",
    "AnggotaPanitia",
    "Bentuk",
    "BerkasArsip",
    "Boks",
    "ButirPemusnahan",
    "Disposisi",
    "Ekspedisi",
    "IndeksArsip",
    "InstruksiDisposisi",
    "JadwalRetensi",
    "JenisArsip",
    "Keamanan",
    "Kecepatan",
    "Klasifikasi",
    "LampiranNaskah",
    "Naskah",
    "Opname",
    "ParameterArsip",
    "Peminjaman",
    "Pemusnahan",
    "PindaianArsip",
    "PolaNomor",
    "SaksiPemusnahan",
    "Seri",
    "SumberData",
    "SuratKeluar",
    "SuratMassal",
    "SuratMasuk",
    "TandaIndeks",
    "TeksBerkas",
    "TemplatSurat",
    "TemuanOpname",
    "VersiKlasifikasi",
    "VersiNaskah",
]
