"""Pages of the search in the archive and of the PDF tools."""

from django.urls import path

from arsip.views import alat_pdf, cari

cari_dan_alat = [
    path("cari/", cari.cari_arsip, name="cari"),
    path("alat-pdf/", alat_pdf.alat_pdf, name="alat_pdf"),
    path("alat-pdf/hasil/<uuid:pk>/", alat_pdf.alat_pdf_hasil, name="alat_pdf_hasil"),
    path("alat-pdf/kenali/<int:pk>/", alat_pdf.alat_pdf_kenali, name="alat_pdf_kenali"),
    path("alat-pdf/<slug:macam>/", alat_pdf.alat_pdf_kerjakan, name="alat_pdf_kerjakan"),
]
