"""What others changed on a server, taken into the company that is open here."""

from collections.abc import Iterable

from virtualcio.model import RECORD_KINDS
from virtualcio.model.base import Record, new_key
from virtualcio.model.company_data import CompanyData
from virtualcio.model.journal import JournalKind
from virtualcio.store.changes import Change, announced
from virtualcio.store.edit import Door
from virtualcio.store.images import shape_of
from virtualcio.texts import Message, mark


def take_in(data: CompanyData, door: Door, records: Iterable[Record]) -> Change | None:
    """Make `data` say what `records` say; None if it did already."""
    fresh: dict[type[Record], dict[str, Record]] = {kind: {} for kind in RECORD_KINDS}
    for record in records:
        fresh[type(record)][record.id] = record
    touched: dict[type[Record], set[str]] = {}
    for kind, new in fresh.items():
        shape = shape_of(kind)
        old = dict(data.by_key(kind))
        different = set(old) ^ set(new)
        for key in set(old) & set(new):
            values = shape.values(new[key])
            if shape.values(old[key]) != values:
                old[key].__dict__.update(zip(shape.keys, values, strict=True))
                different.add(key)
        if not different:
            continue
        touched[kind] = different
        for key in set(old) - set(new):
            door.let_out(old[key])
        data.restore_members(kind, {key: old.get(key, record) for key, record in new.items()})
        data.touched({kind: different})
        door.let_in_all(data.all(kind))
    if not touched:
        return None
    return announced(new_key(), Message(mark("Reloaded")), JournalKind.EDIT, touched)
