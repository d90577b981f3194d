"""A migration of many operations as one: the models of all apps are drawn up once, not after each operation.

Django renders every related model anew for each field or table that is added. With a hundred models, a migration of
two hundred operations took a minute and a half, on every fresh database and in every test that makes one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models
from django.db.migrations.operations import AddConstraint, AddField, AddIndex, AlterModelOptions, CreateModel
from django.db.migrations.operations.base import Operation

_BOLEH = (CreateModel, AddField, AddIndex, AddConstraint, AlterModelOptions)


class Sekaligus(Operation):
    """New tables, and new fields, indexes and constraints of tables that are there. Can't be undone.

    A new table is made with all that the operations give it; a table that is there gets all its new fields at once.
    Raises TypeError for any other kind of operation.
    """

    reversible = False

    def __init__(self, operations: Sequence[Operation]) -> None:
        asing = {type(o).__name__ for o in operations if not isinstance(o, _BOLEH)}
        if asing:
            raise TypeError(f"tidak dapat digabung: {', '.join(sorted(asing))}")
        self.operations = list(operations)

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        """As every operation."""
        return type(self).__qualname__, [self.operations], {}

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Forget the rendered models, then let each operation change the plain state."""
        state.__dict__.pop("apps", None)
        for operasi in self.operations:
            operasi.state_forwards(app_label, state)

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Make the new tables whole; give old ones their fields, then indexes and constraints."""
        baru = to_state.apps
        dibuat = {o.name_lower for o in self.operations if isinstance(o, CreateModel)}
        tambah: dict[str, list[str]] = {}
        for operasi in self.operations:
            if isinstance(operasi, AddField) and operasi.model_name_lower not in dibuat:
                tambah.setdefault(operasi.model_name_lower, []).append(operasi.name)
        # New tables first: PostgreSQL adds a foreign key with its column, so that what it points to must be there.
        for operasi in self.operations:
            if isinstance(operasi, CreateModel):
                model = baru.get_model(app_label, operasi.name)
                if self.allow_migrate_model(schema_editor.connection.alias, model):
                    schema_editor.create_model(model)
        for nama, bidang in tambah.items():
            _tambah_bidang(
                schema_editor,
                from_state.apps.get_model(app_label, nama),
                baru.get_model(app_label, nama),
                bidang,
            )
        for operasi in self.operations:
            if isinstance(operasi, (AddIndex, AddConstraint)) and operasi.model_name_lower not in dibuat:
                model = baru.get_model(app_label, operasi.model_name)
                if isinstance(operasi, AddIndex):
                    schema_editor.add_index(model, operasi.index)
                else:
                    schema_editor.add_constraint(model, operasi.constraint)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Refused: there is no way back from the first tables (`reversible` says so)."""
        raise NotImplementedError("tabel awal tidak dapat dibatalkan")

    def describe(self) -> str:
        """What `migrate` says."""
        return f"{len(self.operations)} operasi sekaligus"


class Pasang(Operation):
    """Plain SQL on fixed names, given as two functions of a schema editor: what is made, and how it is undone.

    Unlike RunPython it needs no models, so none are drawn up.
    """

    def __init__(self, pasang: Callable[[Any], None], lepas: Callable[[Any], None]) -> None:
        self.pasang, self.lepas = pasang, lepas

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Nothing that models know of."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Run the statements that create; they are safe to repeat."""
        self.pasang(schema_editor)

    def database_backwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        """Run the statements that remove what was created."""
        self.lepas(schema_editor)

    def describe(self) -> str:
        """What `migrate` says."""
        return f"{self.pasang.__module__}.{self.pasang.__name__}"


def _tambah_bidang(schema_editor: Any, lama: type[models.Model], baru: type[models.Model], nama: list[str]) -> None:
    """New fields of one table one by one; the old model grows along, so that each finds those before it."""
    for n in nama:
        bidang = baru._meta.get_field(n)
        schema_editor.add_field(lama, bidang)
        bidang.clone().contribute_to_class(lama, n)  # type: ignore[union-attr]
