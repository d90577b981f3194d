"""The bill of materials names exactly what is locked, and refuses what is not so."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from inti.pustaka.kunci import baca_pustaka
from inti.pustaka.sbom import BukanYangTerkunci, sbom

KUNCI = baca_pustaka(Path(settings.BASE_DIR) / "requirements.lock")


def test_every_locked_library_is_in_it_with_its_hashes(capsys):
    call_command("sbom")
    isi = {k["purl"]: k for k in json.loads(capsys.readouterr().out)["components"]}
    assert set(isi) == {f"pkg:pypi/{p.kunci}@{p.versi}" for p in KUNCI if p.berlaku}
    for p in KUNCI:
        sidik = isi[f"pkg:pypi/{p.kunci}@{p.versi}"]["externalReferences"][0]["hashes"]
        assert {f"sha256:{h['content']}" for h in sidik} == set(p.hash) != set()


def test_another_version_a_missing_library_and_an_empty_lock_are_refused():
    for isi in ([replace(KUNCI[0], versi="0.0.1")], [replace(KUNCI[0], nama="tidak-ada-ini")], []):
        with pytest.raises(BukanYangTerkunci):
            sbom(isi)
