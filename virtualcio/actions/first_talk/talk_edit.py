"""What the writers of answers share: records made by an answer are found, renamed or withdrawn again."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypeVar

from virtualcio.actions.delete import references_to
from virtualcio.actions.field_values import put_value
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table_of
from virtualcio.analysis.first_talk.questions import NOTHING
from virtualcio.model import Record, TalkAnswer
from virtualcio.model.company_data import CompanyData

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

R = TypeVar("R", bound=Record)


class TalkEdit:
    """One answer being written within an open change."""

    def __init__(self, company: "OpenCompany", edit: "Edit", row: TalkAnswer) -> None:
        self.company, self.edit, self.row = company, edit, row

    @property
    def data(self) -> CompanyData:
        return self.company.data

    @property
    def says_something(self) -> bool:
        return self.row.answer not in NOTHING

    def made(self, kind: type[R]) -> R | None:
        """The record of this kind that an earlier answer became, if it is still there."""
        for key in self.row.made.split():
            record = self.data.get(kind, key)
            if record is not None:
                return record
        return None

    def make(self, kind: type[R], values: Mapping[str, Any]) -> R:
        """A new record (column key → value), remembered as made by this answer."""
        record = put_record(self.company, self.edit, table_of(kind), values)
        assert isinstance(record, kind)
        self.row.made = " ".join((*self.row.made.split(), record.id))
        return record

    def put(self, record: Record, key: str, value: Any) -> None:
        """Set one field (by its column) of a record that stands in a table."""
        put_value(self.company, self.edit, table_of(type(record)).column(key), record, value)

    def named(self, kind: type[R], values: Mapping[str, Any] | None = None) -> R | None:
        """The record of this name: found, or made with `values`, or that of the earlier answer renamed where
        nothing else leads to it. None if the answer names nothing.
        """
        earlier = self.made(kind)
        if not self.says_something:
            if earlier is not None:
                self.withdraw(earlier)
            return None
        same = self.data.where(kind, "name", self.row.answer)
        if same:
            return same[0]
        if earlier is not None and not self.is_used(earlier):
            self.put(earlier, "name", self.row.answer)
            return earlier
        return self.make(kind, {"name": self.row.answer, **(values or {})})

    def is_used(self, record: Record) -> bool:
        """Whether another record holds its key."""
        return any(
            self.data.where(kind, field, record.id) for kind, field, _required in references_to(type(record))
        )

    def is_used_but_by(self, record: Record, own: type[Record]) -> bool:
        """As `is_used`, not counting records of the kind `own`, which belong to it."""
        return any(
            self.data.where(kind, field, record.id)
            for kind, field, _required in references_to(type(record))
            if kind is not own
        )

    def withdraw(self, record: Record) -> bool:
        """Take back what an earlier answer made, unless something leads to it by now; True if it is gone."""
        if self.is_used(record):
            return False
        self.edit.delete(record)
        self.row.made = " ".join(key for key in self.row.made.split() if key != record.id)
        return True
