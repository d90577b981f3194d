"""Tables of letters and archives."""

from arsip.models.disposisi import (
    Disposisi,
    InstruksiDisposisi,
)
from arsip.models.indeks import (
    IndeksArsip,
    TandaIndeks,
    TeksBerkas,
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
    ParafNaskah,
    VersiNaskah,
)
from arsip.models.nomor import (
    PolaNomor,
    Seri,
)
from arsip.models.pilihan import (
    TERTUTUP,
    Keamanan,
    Kecepatan,
)
from arsip.models.templat import (
    Bentuk,
    Sumber,
    TemplatSurat,
)

__all__ = [
    "TERTUTUP",
    "Bentuk",
    "Disposisi",
    "Ekspedisi",
    "IndeksArsip",
    "InstruksiDisposisi",
    "Keamanan",
    "Kecepatan",
    "Klasifikasi",
    "LampiranNaskah",
    "Naskah",
    "ParafNaskah",
    "PolaNomor",
    "Seri",
    "Sumber",
    "SuratKeluar",
    "SuratMassal",
    "SuratMasuk",
    "TandaIndeks",
    "TeksBerkas",
    "TemplatSurat",
    "VersiKlasifikasi",
    "VersiNaskah",
]
