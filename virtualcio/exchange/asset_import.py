"""What device lists say: the fields that need more than a plain reader, and rules over a whole row."""

import re
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.exchange.cell_readers import money_reader
from virtualcio.exchange.choice_words import words_for
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading, RowDraft, WholeList
from virtualcio.exchange.import_plan import Named, PlanValue, ValueState
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.remarks import asset_note_reader
from virtualcio.model.inventory import AssetCategory, Ownership
from virtualcio.texts import Message, mark

FILE_WORDS = ("geraet", "inventar", "hardware", "asset", "anlage", "device")
SECTION_FIELD = "site"
_LEASING = re.compile(r"leasing|geleast|gemietet|miete", re.IGNORECASE)
_MARKED_OLD = re.compile(r"\((?:alt|defekt|ersatz|reserve|old|spare)\)", re.IGNORECASE)
_CATEGORY_WORDS = words_for(AssetCategory)
_UNIT_COST = "unit_cost"
_WORKPLACE = "workplace"


def cost_reader(key: str) -> Reader:
    """An amount; 'siehe Leasing' says that there is none, because the thing is leased."""
    amount = money_reader(key)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        if isinstance(cell.value, str) and _LEASING.search(cell.value):
            said = Message(mark("“{text}”: taken as leased, without a price."), {"text": cell.value.strip()})
            return Reading({"ownership": Ownership.LEASED}, (said,), keep=True)
        return amount(cell, hints)

    return reading


def workplace_reader(cell: RawCell, _hints: Hints) -> Reading:
    """The workplace to which a device is assigned, another row of the list."""
    text = cell.text.strip()
    return Reading({_WORKPLACE: text}, keep=True) if text else Reading()


def special_fields() -> tuple[ImportField, ...]:
    """Fields with readers of their own; names come from the table's columns where it has the field."""
    per_piece = (
        "stueckpreis",
        "einzelpreis",
        "preisjestueck",
        "preisprostueck",
        "ekstueck",
        "preisstueck",
        "unitprice",
    )
    return (
        ImportField("cost", "", (), cost_reader("cost"), amount=True),
        ImportField(_UNIT_COST, mark("Price per piece"), per_piece, money_reader(_UNIT_COST), amount=True),
        ImportField(
            _WORKPLACE,
            mark("Workplace"),
            ("apzuweisung", "arbeitsplatzzuweisung"),
            workplace_reader,
            weak=True,
        ),
        ImportField("note", "", (), asset_note_reader(), many=True),
    )


def multiply_unit_cost(draft: RowDraft, _today: date) -> None:
    """The model holds the price of all pieces together."""
    each = draft.values.pop(_UNIT_COST, None)
    if each is None:
        return
    pieces = draft.value("quantity")
    count = pieces if isinstance(pieces, int) else 1
    total = each.value * count if isinstance(each.value, Decimal) else None
    whole = PlanValue(total, each.state, each.sentences, each.raw, each.source)
    if draft.value("cost") is None:
        draft.values["cost"] = whole


def site_from_section(draft: RowDraft, _today: date) -> None:
    """A heading such as HALLE 1 says where the rows below it stand, if they do not say so themselves."""
    if draft.section:
        said = Message(mark("From the heading “{text}” above."), {"text": draft.section})
        draft.propose(SECTION_FIELD, Named(draft.section), said, raw=draft.section)


def site_of_workplace(whole: WholeList) -> Sequence[RowDraft]:
    """What is assigned to a workplace stands where that stands."""
    if not any(draft.value(_WORKPLACE) for draft in whole.drafts):
        return whole.drafts
    sites = {str(draft.value("name")): draft.value(SECTION_FIELD) for draft in whole.drafts}
    settled = []
    for draft in whole.drafts:
        own = replace(draft, values=dict(draft.values), doubts=list(draft.doubts))
        workplace = own.values.pop(_WORKPLACE, None)
        site = None if workplace is None else sites.get(str(workplace.value))
        if site is not None:
            own.propose(SECTION_FIELD, site)
        settled.append(own)
    return settled


def category_from_name(draft: RowDraft, _today: date) -> None:
    """Without a category the words of the name may say it: 'Drucker Halle 2'."""
    if draft.value("category") is not None:
        return
    name = str(draft.value("name") or "")
    for word in re.split(r"[\s/,;()]+", name):
        found = _CATEGORY_WORDS.get(normal(word))
        if word and found is not None and found is not AssetCategory.OTHER:
            said = Message(mark("The category is taken from the name “{text}”."), {"text": name})
            draft.propose("category", found, said, raw=name)
            return


def marks_in_name(draft: RowDraft, _today: date) -> None:
    """'(alt)' can mean that it is out of use; nobody but the user knows."""
    found = _MARKED_OLD.search(str(draft.value("name") or ""))
    if found and draft.value("retired_on") is None:
        draft.doubt("name", Message(mark("“{text}” in the name: it is taken as in use."), {"text": found[0]}))


def contradictions(draft: RowDraft, today: date) -> None:
    """Dates and amounts that cannot be, or hardly, together."""
    bought, retired = draft.value("purchase_date"), draft.value("retired_on")
    if isinstance(bought, date) and isinstance(retired, date) and retired < bought:
        words = draft.values["retired_on"].raw.strip()
        draft.take_out(
            "retired_on",
            Message(mark("“{text}” lies before the purchase. It is taken as in use."), {"text": words}),
        )
    if isinstance(bought, date) and bought > today:
        draft.doubt("purchase_date", Message(mark("The purchase lies in the future.")))
    if draft.value("ownership") is Ownership.BORROWED and draft.value("cost") is not None:
        draft.doubt("cost", Message(mark("It is borrowed and has a price nevertheless.")))
    quantity = draft.values.get("quantity")
    if quantity is not None and quantity.value is None and quantity.state is ValueState.NOT_UNDERSTOOD:
        draft.doubt("quantity", Message(mark("Taken as 1.")))


RULES = (multiply_unit_cost, site_from_section, category_from_name, marks_in_name, contradictions)


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The serial number with the name; without one: name, purchase date and price."""
    name = str(values.get("name") or "").casefold()
    serial = str(values.get("serial_number") or "").casefold()
    if not name:
        return None
    return (name, serial) if serial else (name, values.get("purchase_date"), values.get("cost"))
