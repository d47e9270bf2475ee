"""What lists of initiatives say: effort by team, contributions to goals, what has to be finished before."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from virtualcio.exchange.cell_readers import plain, read_date
from virtualcio.exchange.dates import Precision, parse_date
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, RowDraft, WholeList
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.number_readers import efforts_reader, is_team_header, names_reader, strengths_reader
from virtualcio.exchange.plan_values import Existing, Part
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.values import parse_integer
from virtualcio.texts import Message, mark

FILE_WORDS = ("vorhaben", "projekt", "initiative", "massnahme", "project", "roadmap")
CONTRIBUTIONS, EFFORTS, PREREQUISITES = "contributions", "efforts", "prerequisites"
_YEAR_WORDS = frozenset({"jahr", "jahre", "year", "years", "j"})
_MONTH_WORDS = frozenset({"monat", "monate", "mon", "mon.", "month", "months", "m"})


def month_reader(key: str) -> Reader:
    """The first day of a month: an initiative begins in a month, not on a day."""

    def read(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        value, doubts, keep = read_date(cell, hints)
        assert isinstance(value, date)
        if isinstance(cell.value, str) and parse_date(cell.value).precision is Precision.MONTH:
            doubts, keep = (), False
        return value.replace(day=1), doubts, keep

    return plain(key, read)


def months_reader(key: str) -> Reader:
    """A duration in months: 4, '4 Monate', '1 Jahr'; under a heading in years its numbers are years."""

    def read(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        number, _blank, unit = cell.text.strip().rpartition(" ")
        word = unit.casefold()
        if word in _YEAR_WORDS | _MONTH_WORDS:
            return parse_integer(number) * (12 if word in _YEAR_WORDS else 1), (), False
        return parse_integer(cell.text.strip()) * (12 if hints.unit == "years" else 1), (), False

    return plain(key, read)


def special_fields() -> tuple[ImportField, ...]:
    """Fields with readers of their own; the last three fill rows that belong to the initiative."""
    return (
        ImportField("start", "", (), month_reader("start")),
        ImportField("months", "", (), months_reader("months")),
        ImportField(
            EFFORTS, mark("Person-days by team"), ("personentage", "pt", "aufwandpt", "aufwandintagen",
            "tage", "aufwand", "effort", "persondays", "days"), efforts_reader(EFFORTS), many=True,
            gathers=True, header_fits=is_team_header,
        ),
        ImportField(CONTRIBUTIONS, mark("Contributes to goals"), ("beitrag", "ziel", "ziele", "zielbeitrag",
                    "beitragzuzielen", "zahltein", "zahlteinauf", "goal", "goals", "contribution"),
                    strengths_reader(CONTRIBUTIONS)),
        ImportField(PREREQUISITES, mark("Finished before"), ("voraussetzung", "voraussetzungen", "benoetigt",
                    "vorgaenger", "abhaengigvon", "abhaengigkeiten", "prerequisites", "dependson", "needs"),
                    names_reader(PREREQUISITES)),
    )  # fmt: skip


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name."""
    name = str(values.get("name") or "").casefold()
    return (name,) if name else None


def settle_prerequisites(whole: WholeList) -> Sequence[RowDraft]:
    """Only initiatives of the list and of the company can be needed, and none of them in a circle."""
    names: dict[str, str] = {one.name.casefold(): one.name for one in whole.records}
    for at, draft in enumerate(whole.drafts):
        if at not in whole.left_out and draft.value("name"):
            names.setdefault(str(draft.value("name")).casefold(), str(draft.value("name")))
    needs = _known_needs(whole)
    return [_settled(draft, names, needs) for draft in whole.drafts]


def _known_needs(whole: WholeList) -> dict[str, list[str]]:
    """What initiatives of the company need already, without those that the list says anew."""
    said_anew = {str(one.value("name") or "").casefold() for one in whole.drafts if one.value(PREREQUISITES)}
    needs: dict[str, list[str]] = {}
    for record in whole.records:
        name, parts = record.name.casefold(), record.values.get(PREREQUISITES)
        if isinstance(parts, tuple) and not (whole.existing is Existing.UPDATE and name in said_anew):
            needs[name] = [one.named.name.casefold() for one in parts]
    return needs


def _settled(draft: RowDraft, names: Mapping[str, str], needs: dict[str, list[str]]) -> RowDraft:
    value, own = draft.values.get(PREREQUISITES), str(draft.value("name") or "").casefold()
    if value is None or not isinstance(value.value, tuple) or not own:
        return draft
    kept: list[Part] = []
    said: list[Message] = []
    for part in _apart(value.value, names):
        wanted = part.named.name.casefold()
        if wanted not in names:
            said.append(
                Message(mark("“{name}” is neither in the list nor among the initiatives: left out."),
                        {"name": part.named.name})
            )  # fmt: skip
            continue
        chain = _chain(wanted, own, needs)
        if chain is not None:
            circle = " → ".join(names.get(one, one) for one in (own, *chain))
            said.append(
                Message(mark("It would go round in a circle and is left out: {circle}."), {"circle": circle})
            )
            continue
        needs.setdefault(own, []).append(wanted)
        kept.append(part)
    if len(kept) == len(value.value) and not said:
        return draft
    state = ValueState.DOUBT if kept else ValueState.NOT_UNDERSTOOD
    settled = PlanValue(
        tuple(kept) or None, state if said else value.state, (*value.sentences, *said), value.raw,
        value.source, value.corrected,
    )  # fmt: skip
    return replace(draft, values={**draft.values, PREREQUISITES: settled})


def _apart(parts: Sequence[Part], names: Mapping[str, str]) -> list[Part]:
    """'A, B' are two initiatives if both are known by these names and 'A, B' is not."""
    found: list[Part] = []
    for part in parts:
        pieces = [piece.strip() for piece in part.named.name.split(",")]
        both = part.named.name.casefold() not in names and all(one.casefold() in names for one in pieces)
        found += [replace(part, named=replace(part.named, name=one)) for one in pieces] if both else [part]
    return found


def _chain(start: str, end: str, needs: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The way from `start` to `end` along what each one needs, both included; None if there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen = {start}
    while ways:
        way = ways.pop()
        if way[-1] == end:
            return way
        for following in needs.get(way[-1], ()):
            if following not in seen:
                seen.add(following)
                ways.append((*way, following))
    return None
