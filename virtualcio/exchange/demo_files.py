"""Reads the demo company from `resources/demo/*.csv` into records, with dates relative to a given day.

The files are tables that a spreadsheet opens: one row per thing, `ref` its short name inside these
files, the other columns the fields of the model. A reference stands under the field's name without
`_id`, links under the plural of what is linked; both hold refs. The object of a finding is written
`contract:c_web`, and so is the subject of a frozen or confirmed row. Days are written as `demo_days.py` says.
"""

import csv
import uuid
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer

from virtualcio import places
from virtualcio.exchange.demo_days import demo_date, demo_number, demo_words
from virtualcio.exchange.demo_tables import FILES, LINKS
from virtualcio.model import Record
from virtualcio.model.base import Exact

_SUBJECTS = ("subject", "subject_key")  # text that names a record
_DEMO = uuid.UUID("5b0c8f0e-3f0e-4f0b-9a86-6b9d6f1f6a10")


def demo_records(today: date) -> list[Record]:
    """Every row of the demo company as it stands on `today`; the same keys each time."""
    records: list[Record] = []
    for name, kind in FILES:
        with places.resource("demo", f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                records.extend(_records_of(kind, row, today))
    return records


def _key(kind: type[Record], ref: str) -> str:
    return uuid.uuid5(_DEMO, f"{kind.__tablename__}:{ref}").hex


def _key_for(kind: type[Record], field: str, ref: str) -> str:
    """The key that `field` of a `kind` holds to lead to `ref` of the table it refers to."""
    (reference,) = kind.__table__.columns[field].foreign_keys
    return uuid.uuid5(_DEMO, f"{reference.column.table.name}:{ref}").hex


def _records_of(kind: type[Record], row: Mapping[str, str], today: date) -> Iterator[Record]:
    key = _key(kind, row["ref"])
    values: dict[str, Any] = {"id": key}
    links: list[Record] = []
    for title, text in row.items():
        if title == "ref" or not text:
            continue
        link = LINKS.get((kind, title))
        if link:
            link_kind, own, other = link
            links += [
                link_kind(
                    id=_key(link_kind, f"{row['ref']}:{ref}"),
                    **{own: key, other: _key_for(link_kind, other, ref)},
                )
                for ref in text.split()
            ]
        elif title == "object":
            values["object_id"] = uuid.uuid5(_DEMO, text).hex
        elif title in _SUBJECTS and ":" in text:
            values[title] = uuid.uuid5(_DEMO, text).hex
        elif f"{title}_id" in kind.__table__.columns:
            values[f"{title}_id"] = _key_for(kind, f"{title}_id", text)
        else:
            values[title] = _value(kind, title, text, today)
    yield kind(**values)
    yield from links


def _value(kind: type[Record], field: str, text: str, today: date) -> Any:
    stored = kind.__table__.columns[field].type
    if isinstance(stored, Enum):
        assert stored.enum_class is not None
        return stored.enum_class(text)
    if isinstance(stored, Date):
        return demo_date(text, today)
    if isinstance(stored, Exact):
        return Decimal(text)
    if isinstance(stored, Boolean):
        return {"yes": True, "no": False}[text]
    return demo_number(text, today) if isinstance(stored, Integer) else demo_words(text, today)
