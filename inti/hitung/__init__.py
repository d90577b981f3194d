"""Worked examples and single questions put to an app's own rules, with the reference data as shipped.

An app declares its functions as data in one line of its `apps.py`: the kind of question and a pure function.

    hitung=(".hitung.kgb",)  # in isi.py

    def kgb(masukan: Masukan, tanggal: date | None) -> Jawaban: ...

A function reads no database: the command lets none be asked.
"""
