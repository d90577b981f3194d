"""The access matrix from a second source: a table written from what the offices do, never from permissions.py.

Each line names routes (ids and slugs as `#`), who must be let in, who besides may, and why. `magang?` means that what
an intern sends there has to become a proposal. Every route is covered by exactly one line.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from django.apps import apps
from django.contrib import admin
from django.test import Client

from inti.access import PERAN
from inti.management.commands.peta_hak import peta_hak
from inti.models import Instansi, Pengguna

SEMUA = " ".join(PERAN)
KANTOR = "pimpinan penyelia staf loket konselor magang"  # people of the office with its cases
UBAH_ATURAN = "/baru/|/sampah/|/#/ubah/|/#/ganti/|/#/buang/"
LIHAT = "/|/#/|/#/#/"

# routes | must | may besides | from where in the domain
TABEL = f"""
/|/cari/|/palet/|/meja/.*|/halaman/#/|/pemberitahuan/|/akun/.*|/keluar/|/masuk/kode/ | {SEMUA} | | an account's own pages
/masuk/|/masuk/berkode/|/cek/|/cek/permohonan/|/cek/tanya/|/cek/alur/|/v/|/v/#/|/warna.css|/-/sehat|/-/siap|/kantor/instansi/lambang.png | publik | | (public): check a status, follow a request, verify a document
/antrean/#/|/antrean/#/papan/|/antrean/#/tiket/#/ | publik | | the door of the waiting room and its screen: citizens without an account
/kantor/pengguna/.* | admin | | admin: users
/kantor/tempat({UBAH_ATURAN}) | penyelia personalia arsiparis | | where papers lie
/kantor/tempat({LIHAT}) | penyelia personalia arsiparis | pimpinan staf | where papers lie
/kantor/perusahaan({UBAH_ATURAN}) | penyelia | admin | companies are told apart by those who answer for the work
/kantor/perusahaan({LIHAT}) | penyelia | admin pimpinan staf | companies: identity only, of the whole office
/kantor/unit({UBAH_ATURAN}) | admin | | admin: settings
/kantor/unit({LIHAT}) | admin | pimpinan penyelia staf | the tree of the office; nobody from outside
/kantor/instansi/ubah/ | admin | | admin: settings
/kantor/instansi/|/kantor/instansi/#/ | admin | pimpinan | admin: settings
/kantor/aplikasi/ | admin | pimpinan | admin: settings
/kantor/jejak/ | | admin pimpinan | every act is logged: whoever answers for it reads the log
/kantor/periksa/ | admin | pimpinan | the system's own health
/kantor/tugas/ | admin | | admin: jobs
/kantor/pos/.* | admin | | admin: the outbox runs; nobody reads mail there
/tugas/#/.* | {SEMUA} | | whoever ordered a job follows it; the rest is 404
/kantor/nomor/|/kantor/nomor/#/ | | admin pimpinan penyelia arsiparis | books of numbers
/kantor/nomor/#/cadangkan/|/kantor/nomor/satu/#/cocokkan/ | penyelia arsiparis | pimpinan | a block reserved for a power cut
/kantor/nomor/satu/#/batalkan/ | penyelia | pimpinan | correct, reject: never the system's admin, staff or interns
/usulan/|/usulan/#/|/usulan/#/#/ | penyelia magang | pimpinan | interns propose, a penyelia approves
/usulan/antrean/|/usulan/setujui/|/usulan/#/setujui/|/usulan/#/kembalikan/ | penyelia pimpinan | | a penyelia approves; the head for the units below
/usulan/#/tarik/ | magang | penyelia pimpinan | one's own proposal
/berkas/#/|/perubahan/#/kembalikan/|/impor/#/.* | {SEMUA} | | decided inside, by the kind of record (test_matriks)
/kantor/privasi/|/kantor/privasi/#/|/kantor/privasi/#/#/ | penyelia | pimpinan staf | a data subject may ask: a duty of the office, with its clock
/kantor/privasi/baru/ | penyelia | staf | somebody of the office writes down what he asks
/kantor/privasi/#/(jawab|tolak|batasi|cabut)/|/kantor/privasi/#/salinan/#/ | penyelia | pimpinan | approve, correct, reject; a copy of a person's data is case data
/kantor/insiden/.*|/kantor/alarm/.* | pimpinan | admin penyelia | an incident form with its clock
/kantor/gabung-lembar/.* | | penyelia staf loket | sheets merged by the staff
/kepegawaian/saya/|/kepegawaian/saya/berkas.pdf | staf loket penyelia pimpinan | konselor personalia | one's own data and papers
/kepegawaian/saya/ubah/ | staf? loket? pimpinan? penyelia? | konselor? personalia? | one asks to have it mended, with evidence; somebody else approves
/kepegawaian/pegawai({LIHAT}) | personalia penyelia | pimpinan staf magang | staff files: the personnel desk and people of the unit; no counter
/kepegawaian/pegawai/(baru|sampah)/|/kepegawaian/pegawai/#/(buang|atasan)/ | personalia | | the personnel desk takes in, throws away, names a superior
/kepegawaian/pegawai/#/ubah/|/kepegawaian/pegawai/#/(status|pangkat|jabatan|kgb|pendidikan|pelatihan|penghargaan|keluarga)/baru/|/kepegawaian/(status|pangkat|jabatan|kgb|pendidikan|pelatihan|penghargaan)/#/(ubah|buang)/|/kepegawaian/keluarga/#/ubah/ | penyelia personalia magang? | | correct; every change by an intern is a proposal
/kepegawaian/pegawai/#/hukuman/baru/|/kepegawaian/hukuman/#/(ubah|buang)/ | penyelia personalia | | discipline is proposed by no intern
/kepegawaian/pegawai/#/berkas/baru/|/kepegawaian/berkas/#/ubah/ | penyelia personalia | | papers kept in order by category
/kepegawaian/berkas/massal/|/kepegawaian/berkas/#/buang/ | personalia | | papers kept in order by category
/kepegawaian/pegawai/#/berkas.pdf | penyelia personalia | pimpinan | a whole file at once
/kepegawaian/berkas/#/|/kepegawaian/berkas/#/#/ | penyelia personalia staf loket | pimpinan konselor | one's own papers, the unit's for whoever leads it: decided inside
/kepegawaian/(berkas/kelengkapan|berkas/kurang|kgb|kenaikan-pangkat|pensiun|kontrak|duk|nominatif|bezetting|statistik)/|/kepegawaian/jatuh-tempo/#/cetak/ | personalia penyelia pimpinan | | who is due, DUK, figures: of the units below
/kepegawaian/bagan/(cetak/)? | personalia pimpinan penyelia staf | magang | the organisation chart hangs on the wall
/kepegawaian/(berkas/kurang|kgb)/surat/ | personalia | pimpinan | letters of the personnel desk
/kepegawaian/surat({LIHAT})|/kepegawaian/surat/#/cetak/ | personalia | pimpinan penyelia | letters of the personnel desk
/kepegawaian/aturan({LIHAT})|/kepegawaian/berkas/kategori({LIHAT}) | admin personalia | pimpinan penyelia | rule tables, and whoever works by them
/kepegawaian/aturan({UBAH_ATURAN})|/kepegawaian/aturan/awal/|/kepegawaian/berkas/kategori({UBAH_ATURAN}) | admin personalia | | an administrator adds the next row
/kepegawaian/formasi({LIHAT}) | personalia | pimpinan penyelia | the plan of posts
/kepegawaian/formasi({UBAH_ATURAN}) | personalia | | the plan of posts
/kantor/kalender({LIHAT}) | | admin pimpinan penyelia staf loket konselor personalia arsiparis magang | days off: everyone who works here
/kantor/kalender({UBAH_ATURAN})|/kantor/kalender/isi/ | admin | personalia | an administrator keeps the calendar
/kepegawaian/cuti/|/kepegawaian/cuti/#/|/kepegawaian/cuti/#/#/|/kepegawaian/cuti/#/(ubah|batal|cetak|formulir)/|/kepegawaian/cuti/saya/(ajukan/)? | staf loket penyelia pimpinan | konselor personalia | one's own leave; whose else is decided inside
/kepegawaian/cuti/antrean/|/kepegawaian/cuti/#/(pertimbangkan|putuskan)/ | pimpinan penyelia | | approve
/kepegawaian/cuti/(saldo|kalender)/ | pimpinan penyelia | personalia | the unit's leave; the personnel desk keeps the balances
/kepegawaian/cuti/#/tarik/ | pimpinan | | call back
/kepegawaian/cuti/(#/)?hitung-ulang/ | penyelia | personalia | correct; the personnel desk keeps the balances
/kepegawaian/cuti/saldo/awal/.* | penyelia | personalia | correct; the personnel desk keeps the balances
/kepegawaian/cuti/aturan({LIHAT}) | admin penyelia | pimpinan staf loket personalia | rule tables, and whoever works by them
/kepegawaian/cuti/aturan({UBAH_ATURAN})|/kepegawaian/cuti/aturan/isi/ | admin personalia | | an administrator adds the next row
/kepegawaian/magang/|/kepegawaian/magang/#/|/kepegawaian/magang/#/#/|/kepegawaian/magang/#/cetak-(minggu|hadir|nilai)/|/kepegawaian/magang/(#/)?cetak-(surat|sertifikat)/ | penyelia staf magang | pimpinan personalia | supervise interns; an intern meets himself alone
/kepegawaian/magang/buku/.* | magang | | the intern's own logbook and attendance
/kepegawaian/magang/paraf/.*|/kepegawaian/magang/#/(nilai-isi|kehadiran-catat)/ | penyelia | pimpinan staf | the supervisor's initials and marks
/kepegawaian/magang/baru/|/kepegawaian/magang/#/(ubah|tempatkan|mulai)/|/kepegawaian/magang/penempatan/#/ubah/ | penyelia | staf personalia | who is taken in, and where he sits
/kepegawaian/magang/#/(akun|sandi|selesai|henti)/ | penyelia | | an account that starts and ends with the period
/kepegawaian/magang/#/(surat|sertifikat|sertifikat-batal)/ | pimpinan | penyelia | sign
/kepegawaian/magang/sekolah({LIHAT}) | penyelia | pimpinan staf personalia | schools
/kepegawaian/magang/(aturan|ketentuan)({LIHAT}) | penyelia admin personalia | pimpinan staf | schools, weights and scale, uniforms
/kepegawaian/magang/sekolah({UBAH_ATURAN}) | penyelia | staf personalia | schools that ask for places
/kepegawaian/magang/(aturan|ketentuan)({UBAH_ATURAN}) | admin personalia | | rule tables: admin and one named role; weights and scale, uniforms
/kepegawaian/kinerja/|/kepegawaian/kinerja/(salin|target|target/baru|target/#/ubah|target/#/tutup|alihkan|bulan)/ | staf loket penyelia pimpinan konselor | | a daily performance application: entries are made every day by the staff themselves
/kepegawaian/kinerja/kegiatan/|/kepegawaian/kinerja/kegiatan/#/|/kepegawaian/kinerja/kegiatan/#/#/|/kepegawaian/kinerja/pegawai/#/ | staf loket penyelia pimpinan konselor | personalia | one's own entries, and those put before one
/kepegawaian/kinerja/antrean/|/kepegawaian/kinerja/antrean/setujui/|/kepegawaian/kinerja/kegiatan/#/kembalikan/|/kepegawaian/kinerja/pegawai/#/nilai/ | penyelia pimpinan | | approved by the coordinator or head of section
/kepegawaian/kinerja/alihkan/semua/ | personalia | | a wrong superior is corrected by the personnel desk
/kepegawaian/kinerja/rekap/ | penyelia pimpinan personalia | | recaps of the units below
/arsip/surat-keluar({LIHAT}) | penyelia pimpinan arsiparis | staf loket magang | letters of the unit
/arsip/surat-keluar/(#/)?cetak/|/arsip/surat-keluar/amplop/ | staf arsiparis magang | penyelia pimpinan loket | interns print letters and address envelopes
/arsip/surat-keluar/saran/|/arsip/ekspedisi/|/arsip/ekspedisi/buku.pdf | arsiparis staf | penyelia pimpinan loket magang | agenda out: way of sending, courier receipt
/arsip/surat-keluar/#/(tanda-tangan|kirim|rujukan)/|/arsip/ekspedisi/#/terima/ | arsiparis | staf penyelia | agenda out: way of sending, courier receipt
/arsip/surat-keluar/#/batalkan/ | arsiparis | penyelia | cancelled numbers are kept with their reason
/arsip/surat-keluar/nomor/ | arsiparis | penyelia pimpinan | no gaps and no doubles
/arsip/konsep({LIHAT})|/arsip/konsep/#/(konsep.pdf|salinan.docx) | staf penyelia pimpinan arsiparis | magang | write letters from models: the unit's own
/arsip/konsep/baru/ | staf arsiparis magang | penyelia pimpinan | which models there are
/arsip/konsep/baru/#/|/arsip/konsep/#/ubah/ | staf arsiparis magang? | penyelia | write letters; every change by an intern is a proposal
/arsip/konsep/#/(ajukan|tarik|batalkan)/|/arsip/konsep/#/lampiran/baru/|/arsip/konsep/lampiran/#/lepas/ | staf arsiparis | penyelia magang? | the writer sends it on
/arsip/konsep/antrean/|/arsip/konsep/#/(paraf|setujui|kembalikan)/ | pimpinan penyelia | | heads who approve
/arsip/konsep/siap/|/arsip/konsep/#/nomor/ | arsiparis | penyelia pimpinan | the letter desk numbers; a closed letter it does not see, its signer
/arsip/massal({LIHAT})|/arsip/massal/#/(contoh.pdf|amplop.pdf|cetak/) | staf penyelia pimpinan arsiparis | | address envelopes, many letters at once
/arsip/massal/baru/|/arsip/massal/#/(ajukan|batalkan)/ | staf arsiparis | penyelia | many letters at once
/arsip/massal/#/(setujui|kembalikan)/ | pimpinan penyelia | | heads who approve
/arsip/templat({LIHAT})|/arsip/templat/#/(pratinjau.pdf|daftar.xlsx) | arsiparis staf penyelia | pimpinan magang | letters from models
/arsip/templat/(baru/|awal/|sampah/)|/arsip/templat/#/(ubah|buang)/ | arsiparis | penyelia | the letter desk keeps the models
/arsip/pola-nomor({LIHAT}) | arsiparis | admin penyelia pimpinan | a pattern per letter type, unit and year
/arsip/pola-nomor({UBAH_ATURAN}) | arsiparis | admin | an administrator adds the next row
/arsip/klasifikasi({LIHAT})|/arsip/klasifikasi/versi({LIHAT})|/arsip/klasifikasi/saran/ | arsiparis staf penyelia pimpinan | loket konselor magang | codes are loaded from a file; whoever writes a letter needs them
/arsip/klasifikasi({UBAH_ATURAN})|/arsip/klasifikasi/versi({UBAH_ATURAN}) | arsiparis | | the archive keeps its codes
/arsip/surat-masuk({LIHAT}) | arsiparis pimpinan penyelia staf loket | konselor magang | agenda in: the letter desk; whose letters is decided inside
/arsip/surat-masuk/baru/ | arsiparis staf magang? | penyelia | register incoming letters; every change by an intern is a proposal
/arsip/surat-masuk/saran/(pengirim|hal)/ | arsiparis staf | penyelia magang | what completes the entry
/arsip/surat-masuk/#/(ubah|pindai)/ | arsiparis staf | penyelia | the desk that registered a letter corrects it
/arsip/surat-masuk/#/batalkan/ | arsiparis | penyelia | cancelled numbers keep their reason
/arsip/surat-masuk/agenda/ | arsiparis | pimpinan penyelia staf | the agenda book of a period
/arsip/surat-masuk/#/(disposisikan|lewatkan|selesaikan)/|/arsip/disposisi/(antrean|saran)/ | pimpinan penyelia | | disposition: the head decides who sees to a letter
/arsip/disposisi/|/arsip/disposisi/saya/|/arsip/disposisi/#/|/arsip/disposisi/#/#/|/arsip/disposisi/#/tarik/|/arsip/surat-masuk/#/lembar/ | pimpinan penyelia staf loket | konselor arsiparis | disposition: one or more recipients, chained
/arsip/disposisi/#/(selesai|teruskan)/|/arsip/disposisi/saran/unit/ | pimpinan penyelia staf loket | konselor | whoever received one says what came of it
/arsip/disposisi/instruksi({LIHAT}) | arsiparis | pimpinan penyelia | instructions of the disposition sheet
/arsip/disposisi/instruksi({UBAH_ATURAN})|/arsip/disposisi/instruksi/isi/ | arsiparis | | instructions of the disposition sheet
/arsip/jra(/(jenis|parameter))?({LIHAT}) | arsiparis | pimpinan penyelia staf | the retention schedule, and whoever works by it
/arsip/jra(/(jenis|parameter))?({UBAH_ATURAN}) | arsiparis | | the archive keeps its schedule
/arsip/berkas({LIHAT})|/arsip/berkas/(gagal|gagal/surat|inaktif|jatuh-tempo|label)/|/arsip/q/#/ | arsiparis penyelia staf | pimpinan magang | find a file in a hurry; files that failed to be archived; labels with QR
/arsip/berkas/(baru|belum|tempatkan|peristiwa)/|/arsip/surat-(keluar|masuk)/#/simpan/|/arsip/berkas/#/(ubah|peristiwa|pindai)/|/arsip/berkas/(gagal/surat/arsipkan|inaktif/pindahkan|jatuh-tempo/permanen)/ | arsiparis magang? | penyelia | file documents daily; every change by an intern is a proposal
/arsip/berkas/#/(lepas|periksa-akhiri)/ | pimpinan | penyelia | lifting a hold clears the way of a destruction: not by who carries it out
/arsip/berkas/#/(tahan|periksa)/ | pimpinan | arsiparis penyelia | a legal hold, an open audit
/arsip/berkas/#/minta/ | staf | pimpinan penyelia arsiparis | loans of files: who, why
/arsip/berkas/#/pinjamkan/|/arsip/pinjam/#/(serahkan|tolak|perpanjang|kembali|tagihan|tagihan-batal)/|/arsip/pinjam/(#/)?cetak-tagihan/ | arsiparis staf | penyelia | staff lend: loans of files
/arsip/pinjam({LIHAT})|/arsip/pinjam/#/lembar/ | arsiparis staf | pimpinan penyelia | loans of files, overdue list
/arsip/boks({LIHAT})|/arsip/boks/label/|/arsip/boks/#/(cetak|label)/|/arsip/tempat/#/ | arsiparis staf | pimpinan penyelia magang | boxes and their lists and labels
/arsip/boks/baru/|/arsip/boks/#/(ubah|tutup|buka)/ | arsiparis staf | penyelia | staff box: monthly in boxes by type and code
/arsip/opname({LIHAT})|/arsip/opname/temuan/|/arsip/opname/#/cetak/ | arsiparis | pimpinan penyelia | stocktakes
/arsip/opname/mulai/|/arsip/opname/#/(lihat|tutup)/ | arsiparis | penyelia | stocktakes
/arsip/pemusnahan({LIHAT})|/arsip/pemusnahan/(#/)?cetak-(usul|berita-acara)/ | arsiparis pimpinan | penyelia | destruction: committee, list, papers
/arsip/pemusnahan/baru/|/arsip/pemusnahan/#/laksanakan/ | arsiparis | | the archive proposes and carries out
/arsip/pemusnahan/#/(nilai|kembalikan|batal)/|/arsip/pemusnahan/butir/#/keluarkan/ | penyelia arsiparis | | written assessment
/arsip/pemusnahan/#/(setujui|tetapkan)/ | pimpinan | | written approval and decree: approve, sign
/arsip/cari/ | pimpinan penyelia staf loket arsiparis | magang | find a file in a hurry; which ones is decided inside
/arsip/alat-pdf/|/arsip/alat-pdf/#/|/arsip/alat-pdf/(hasil|kenali)/#/ | staf loket arsiparis magang | penyelia | scan, copy: files of one's own, no record changes
/dtks/loket/|/dtks/loket/#/|/dtks/loket/#/pilih/ | loket staf penyelia magang | | serve citizens, check; an intern enters
/dtks/loket/#/#/ | loket staf penyelia magang? | | register
/dtks/loket/#/#/tolak/ | loket staf penyelia magang? | pimpinan | a clerk takes the decision
/dtks/permohonan/#/(terima|tolak|tunda)/ | loket staf penyelia pimpinan magang? | | a clerk takes the decision, the head may for the units below
/dtks/permohonan/#/(lengkapi-id|segarkan|ubah-berkas|lepas-anggota)/ | loket staf penyelia magang? | pimpinan | a clerk takes the decision, a penyelia may override
/dtks/permohonan/#/buka-kembali/ | penyelia pimpinan | | a refusal by mistake: who may override opens it again
/dtks/desa/|/dtks/desa/#/|/dtks/desa/#/#/|/dtks/permohonan/#/lengkapi/ | desa | | own village: check, file requests with their papers
/dtks/permohonan/|/dtks/permohonan/#/|/dtks/permohonan/#/#/|/dtks/permohonan/#/lembar/ | loket staf penyelia desa | pimpinan magang | requests of the unit, or of the village that filed them
/dtks/surat/|/dtks/surat/#/|/dtks/surat/#/#/ | loket staf penyelia pimpinan | magang desa | letters; a village gets its own so that nobody travels
/dtks/surat/antrean/|/dtks/surat/setujui/|/dtks/surat/#/setujui/|/dtks/surat/#/kembalikan/|/dtks/surat/#/batalkan/|/dtks/surat/#/terbitkan-ulang/|/dtks/sekaligus/#/setujui/ | pimpinan penyelia | | approve, sign, reject
/dtks/surat/#/cetak-ulang/ | loket staf penyelia | | a reprint is a right of its own, not of interns and villages
/dtks/surat/cetak/|/dtks/surat/#/cetak/ | loket staf penyelia magang | desa | print; a village prints what was approved for it
/dtks/surat/#/serahkan/ | loket staf penyelia magang? desa | | hand over at the counter; a village what it filed, so that nobody travels
/dtks/sekaligus/|/dtks/sekaligus/baru/|/dtks/sekaligus/#/|/dtks/sekaligus/#/terima/ | loket staf penyelia | pimpinan | many at once at the counter
/dtks/sekaligus/#/cetak/ | loket staf penyelia | magang | print: the office's own list, no village's
/dtks/bulanan/.* | pimpinan penyelia | staf | dashboards of the units below
/dtks/individu/|/dtks/individu/#/ | loket staf penyelia desa | pimpinan magang | check
/dtks/individu/#/tampilkan/ | loket staf penyelia | pimpinan | unmasking is a logged click; no intern, no village
/dtks/tinjauan/|/dtks/tinjauan/#/ | penyelia | staf | queues for review
/dtks/tinjauan/#/(gabung|pisah|selesai)/|/dtks/gabungan/#/batal/ | penyelia | | review and merge: correct
/dtks/individu/#/nik/|/dtks/nik/.* | staf penyelia | | a recap of wrong NIKs
/dtks/impor/ | staf penyelia | | the quarterly delivery
/dtks/puspaga/|/dtks/puspaga/#/|/dtks/puspaga/#/#/|/dtks/puspaga/#/cetak/ | konselor | pimpinan | children's data: restricted role
/dtks/puspaga/baru/|/dtks/puspaga/sesi/#/ubah/|/dtks/puspaga/#/(ubah|sesi|hasil|batal)/ | konselor | | children's data: restricted role
/dtks/puspaga/#/tanda-tangan/ | pimpinan | | sign
/dtks/intervensi/|/dtks/intervensi/sasaran/|/dtks/intervensi/(sasaran/)?#/|/dtks/intervensi/(sasaran/)?#/#/ | penyelia pimpinan | staf desa | planning form: families by desil; a village sees which of its own families an approved plan names
/dtks/intervensi/#/rekap/.* | penyelia pimpinan | staf | sums and money: for the office
/dtks/intervensi/(baru|sampah)/|/dtks/intervensi/#/(ubah|buang|pilih)/ | penyelia staf | | staff plan
/dtks/intervensi/#/setujui/ | pimpinan | | approve, sign
/dtks/intervensi/#/(jalankan|selesaikan)/|/dtks/intervensi/sasaran/(catat|#/hasil)/ | penyelia | staf | result of the plan
/dtks/(aturan|syarat|periode|jam)({LIHAT}) | admin penyelia loket | pimpinan staf | rule tables, and whoever works by them
/dtks/(aturan|syarat|periode|jam)({UBAH_ATURAN}) | admin pimpinan | | an administrator adds the next row
/dtks/antrean/ | loket staf penyelia magang | | serve citizens: the line, and at which desk one sits
/dtks/antrean/panggil/|/dtks/antrean/tiket/#/#/ | loket staf penyelia magang | | serve citizens: an intern calls the queue
/dtks/antrean/tiket/ | penyelia | pimpinan staf | the waiting room's book
/dtks/antrean/(meja|layar)({LIHAT}) | penyelia | admin staf | desks and screens of the unit
/dtks/antrean/(meja|layar)({UBAH_ATURAN})|/dtks/antrean/layar/#/ganti/ | penyelia | admin | desks and screens of the unit
/cek/poster/.* | loket desa | pimpinan penyelia staf magang | posters for the village meeting
/admin/login/ | publik | | Django's own address of the sign-in page
/admin/(?!login/).* | admin | | admin: the system's own data
"""


@dataclass(frozen=True)
class Baris:
    pola: re.Pattern[str]
    wajib: set[str]
    boleh: set[str]
    mengusul: set[str]

    @classmethod
    def baca(cls, teks: str) -> Baris:
        pola, wajib, boleh, _ = (b.strip() for b in re.split(r" \|(?= )", teks, maxsplit=3))
        semua = f"{wajib} {boleh}".split()
        return cls(
            re.compile(
                f"(?:{pola})".replace(".css", r"\.css")
                .replace(".png", r"\.png")
                .replace(".pdf", r"\.pdf")
                .replace(".xlsx", r"\.xlsx")
            ),
            {p.rstrip("?") for p in wajib.split()},
            {p.rstrip("?") for p in semua},
            {p.rstrip("?") for p in semua if p.endswith("?")},
        )


BARIS = [Baris.baca(b) for b in TABEL.strip().splitlines()]


def polos(jalur: str) -> str:
    """A route with each of its arguments as `#`."""
    return re.sub(r"<[^>]+>|\(\?P[^)]*\)", "#", jalur)


def test_every_route_is_in_exactly_one_line_of_the_table() -> None:
    banyak = {r["jalur"]: [b.pola.pattern for b in BARIS if b.pola.fullmatch(polos(r["jalur"]))] for r in peta_hak()}
    assert {j: b for j, b in banyak.items() if len(b) != 1} == {}


@pytest.mark.django_db
def test_the_admin_meets_no_case_in_django_admin_either(
    administrator: Pengguna, instansi: Instansi, masuk_sebagai: Callable[[Pengguna], Client]
) -> None:
    klien = masuk_sebagai(administrator)
    ada = {m._meta.label for m in admin.site._registry if m._meta.app_label not in {"inti", "auth", "axes"}}
    ada |= {"inti.PermintaanSubjek", "inti.Usulan"} & {m._meta.label for m in admin.site._registry}
    terbuka = {
        label
        for label in ada
        for m in [apps.get_model(label)]
        if klien.get(f"/admin/{m._meta.app_label}/{m._meta.model_name}/").status_code != 403
    }
    aturan = {"dtks.AturanLayanan", "dtks.SyaratBerkas", "dtks.PeriodePengajuan", "dtks.JamLayanan"}
    bukan_perkara = {"otp_totp", "otp_static", "django_tasks_db", "django_tasks_database", "sessions"}
    assert {t for t in terbuka - aturan if t.split(".")[0] not in bukan_perkara} == set()


def _beda() -> dict[tuple[str, str], str]:
    hasil = {}
    for r in peta_hak():
        baris = next((b for b in BARIS if b.pola.fullmatch(polos(r["jalur"]))), None)
        if baris is None:
            continue  # the test above names it
        if (baris.wajib == {"publik"}) is not r["tanpa_masuk"]:
            hasil[(polos(r["jalur"]), "publik")] = f"terbuka {r['tanpa_masuk']}"
        if r["tanpa_masuk"]:
            continue
        ada = {p for p in PERAN if r["peran"][p]}
        hasil |= {(polos(r["jalur"]), p): "harus boleh" for p in baris.wajib - ada}
        hasil |= {(polos(r["jalur"]), p): "tidak boleh" for p in ada - baris.boleh}
        berbuat = "POST" in r["metode"]
        hasil |= {
            (polos(r["jalur"]), p): "hanya boleh mengusul"
            for p in baris.mengusul & ada
            if p not in r["mengusul"] and berbuat
        }
    return hasil


def test_the_map_and_the_table_differ_nowhere() -> None:
    beda = _beda()
    assert beda == {}


def test_an_intern_changes_nothing_by_himself() -> None:
    """Over the resolver: where an intern may send, it is his own page, entering at the counter, printing, or a proposal."""
    sendiri = re.compile(
        r"/admin/login/|/cari/|/palet/|/meja/.*|/pemberitahuan/|/akun/.*|/keluar/|/masuk/.*|/tugas/.*|/usulan/.*|/impor/.*|/perubahan/.*|/cek/.*"
        r"|/antrean/#/|/dtks/loket/(#/(pilih/)?)?|/dtks/surat/(cetak/|#/cetak/)|/dtks/sekaligus/#/cetak/|/dtks/antrean/(panggil/|tiket/#/#/)?"  # he calls the queue; choosing a desk is kept in the session
        r"|/arsip/(berkas|boks|boks/#)/label/"  # printing labels
        r"|/kepegawaian/magang/buku/.*|/kepegawaian/magang/(#/)?cetak-(surat|sertifikat)/|/arsip/(klasifikasi|surat-keluar)/saran/|/arsip/surat-keluar/((#/)?cetak|amplop)/|/arsip/cari/|/arsip/alat-pdf/.*"  # his own logbook; printing
    )
    langsung = {
        polos(r["jalur"])
        for r in peta_hak()
        if r["peran"]["magang"] and "POST" in r["metode"] and "magang" not in r["mengusul"]
        if not sendiri.fullmatch(polos(r["jalur"])) and not _hanya_daftar(r["jalur"])
    }
    assert langsung == set()


def _hanya_daftar(jalur: str) -> bool:
    """A list takes POST for what is sought in it."""
    from django.urls import resolve

    from inti.pages import Daftar
    from tests.test_matriks import _alamat

    if jalur.startswith("/admin/"):
        return False
    kelas = getattr(resolve(_alamat(jalur)).func, "view_class", None)
    return kelas is not None and issubclass(kelas, Daftar) and kelas.post is Daftar.post


@pytest.mark.parametrize(
    ("awal", "peran"),
    [
        ("/dtks/(permohonan|surat|individu|loket|desa|sekaligus|puspaga|intervensi|tinjauan|nik)/", "admin"),
        ("/(dtks|arsip|kepegawaian|kantor|usulan|cek/poster)/", "perusahaan"),
        ("/(kantor|kepegawaian|arsip|usulan)/", "desa"),
        ("/dtks/puspaga/", "penyelia"),
        ("/dtks/puspaga/", "staf"),
        ("/dtks/puspaga/", "loket"),
        ("/dtks/(permohonan|surat|individu|loket|sekaligus|nik|tinjauan)/", "konselor"),
    ],
)
def test_whole_areas_that_a_role_never_enters(awal: str, peran: str) -> None:
    assert [
        r["jalur"] for r in peta_hak() if re.match(awal, r["jalur"]) and r["peran"][peran] and not r["tanpa_masuk"]
    ] == []
