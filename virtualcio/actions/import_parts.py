"""What an import writes beside the record itself: things it leads to, rows that belong to it, its values."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from virtualcio.actions.import_specials import SPECIALS, ChildRows
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import name_in, table
from virtualcio.exchange.import_fields import ImportTarget
from virtualcio.exchange.plan_values import Booked, Measured, Named, Part
from virtualcio.model import ActualCost, Measurement, Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit


class ImportedParts:
    """Leads names to records, and makes those that are missing, within the open change."""

    def __init__(self, company: "OpenCompany", edit: "Edit", target: ImportTarget) -> None:
        self._company, self._edit, self._target = company, edit, target
        self._leads_to = target.leads_to
        self._children = SPECIALS[target.key].children or {}
        self._keys: dict[str, dict[str, str]] = {}
        self._later: list[tuple[Record, str, Sequence[Part], bool]] = []
        self._values: dict[str, dict[date, Measurement]] | None = None
        self.made: dict[str, tuple[str, ...]] = {}

    def key_of(self, field: str, named: Named) -> str:
        """The key of what a field names. RefusedValue if it cannot be made."""
        led_to = table(self._leads_to[field])
        known = self._keys.get(led_to.key)
        if known is None:
            records = self._company.data.all(led_to.kind)
            known = {name_in(led_to, one).casefold(): one.id for one in records}
            self._keys[led_to.key] = known
        key = known.get(named.name.casefold())
        if key is None:
            made = put_record(self._company, self._edit, led_to, {led_to.name_field: named.name})
            key = known[named.name.casefold()] = made.id
            self.made[led_to.key] = (*self.made.get(led_to.key, ()), named.name)
        return key

    def put_children(self, record: Record, given: Mapping[str, object], *, fresh: bool) -> None:
        """Make exactly the rows that the parts say; those that lead to the same table wait for `finish`."""
        for key, child in self._children.items():
            parts = given.get(key)
            if not isinstance(parts, tuple):
                continue
            if key in self._target.made_elsewhere:
                self._later.append((record, key, parts, fresh))
            else:
                self._put(record, key, child, parts, fresh=fresh)

    def finish(self) -> None:
        """Join the records of the list with each other."""
        for record, key, parts, fresh in self._later:
            self._put(record, key, self._children[key], parts, fresh=fresh)

    def _put(self, record: Record, key: str, child: ChildRows, parts: Sequence[Part], *, fresh: bool) -> None:
        link = child.link
        known = () if fresh else self._company.data.where(link.kind, link.own_field, record.id)
        rows = {getattr(row, link.other_field): row for row in known}
        kept: set[str] = set()
        for part in parts:
            other = self.key_of(key, part.named)
            kept.add(other)
            if other in rows:
                if part.amount is not None and getattr(rows[other], child.amount_field) != part.amount:
                    setattr(rows[other], child.amount_field, part.amount)
                continue
            amount = child.usual if part.amount is None else part.amount
            fields: dict[str, Any] = {link.own_field: record.id, link.other_field: other}
            fields[child.amount_field] = amount
            self._edit.add(link.kind(**fields))
        for other, row in rows.items():
            if other not in kept:
                self._edit.delete(row)

    def book(self, account: Record, booked: Booked, source: str) -> None:
        """Put in what was spent; it takes the place of what is known of months within these."""
        known = [
            one
            for one in self._company.data.where(ActualCost, "account_id", account.id)
            if booked.covers(Booked(one.first_on, one.last_on, one.amount))
        ]
        for other in known[1:]:
            self._edit.delete(other)
        if known:
            row = known[0]
            row.first_on, row.last_on, row.amount = booked.first, booked.last, booked.amount
            row.source, row.listed_company = source, booked.company
            return
        self._edit.add(
            ActualCost(
                account_id=account.id,
                first_on=booked.first,
                last_on=booked.last,
                amount=booked.amount,
                source=source,
                listed_company=booked.company,
            )
        )

    def measure(self, kpi: Record, values: Sequence[Measured]) -> None:
        """Put values in: a day that has one gets the other value, of two for one day the later one counts."""
        if not values:
            return
        if self._values is None:
            self._values = self._all_values()
        known = self._values.setdefault(kpi.id, {})
        for one in values:
            before = known.get(one.day)
            if before is None:
                known[one.day] = Measurement(day=one.day, value=one.value, kpi_id=kpi.id)
                self._edit.add(known[one.day])
            elif before.value != one.value:
                before.value = one.value

    def _all_values(self) -> dict[str, dict[date, Measurement]]:
        """By KPI and day, the one entered last: gathered once, a long list would ask for it on every row."""
        found: dict[str, dict[date, Measurement]] = {}
        for one in self._company.data.all(Measurement):
            of_kpi = found.setdefault(one.kpi_id, {})
            before = of_kpi.get(one.day)
            if before is None or one.entry >= before.entry:
                of_kpi[one.day] = one
        return found
