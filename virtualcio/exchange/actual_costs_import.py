"""What lists of accounts say (totals and balances): what was spent on each account in the months of the list.

Spent is debit less credit. The opening balance is none of it; a list with balances only is taken as it is.
"""

import re
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.exchange.account_facts import chart_of, fact_of, it_category
from virtualcio.exchange.cell_readers import Money, money_reader, plain
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading, RowDraft, WholeList
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.plan_values import Booked
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.texts import Message, mark

FILE_WORDS = ("summen", "salden", "susa", "konten", "kontenliste", "istkosten")
AMOUNT = "amount"
_OPENING, _DEBIT, _CREDIT, _BALANCE, _SIDE = "opening", "debit", "credit", "balance", "side"
_SIDED = re.compile(r"(?P<amount>.*\d.*?)\s*(?P<side>[SH])\.?", re.IGNORECASE)
_ACCOUNT = re.compile(r"\d{2,10}")
_USUAL_DIGITS = 4
_FIRST_THAT_IS_NO_ASSET = "0700"  # below: fixed assets in SKR03 and SKR04
_NOTHING = Decimal("0.00")
_NOTHING_OF_IT = mark("Nothing says that IT stands in this account: it does not count. Type Yes if it does.")


def number_reader(key: str) -> Reader:
    """The number of an account; a workbook may have lost the zeros at its beginning."""

    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        value = cell.value
        if isinstance(value, int | Decimal) and not isinstance(value, bool) and value == int(value):
            return f"{int(value):0{_USUAL_DIGITS}d}", (), False
        return cell.text.strip(), (), False

    return plain(key, read)


def sided_reader(key: str) -> Reader:
    """An amount with S (debit, above 0) or H (credit, below 0) behind it, or none."""
    amount = money_reader(key)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        found = _SIDED.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
        if found is None:
            return amount(cell, hints)
        read = amount(RawCell(found["amount"]), hints)
        value = read.values.get(key)
        if found["side"].upper() == "H" and isinstance(value, Decimal):
            return replace(read, values={**read.values, key: -value})
        return read

    return reading


def special_fields() -> tuple[ImportField, ...]:
    """The columns of such lists; the table of accounts has no place for amounts."""
    fields: tuple[tuple[str, str, tuple[str, ...], Callable[[str], Reader]], ...] = (
        (AMOUNT, mark("Spent"), ("betrag", "istkosten", "ist", "verbrauch", "umsatz", "bewegung"),
         sided_reader),
        (_OPENING, mark("Opening balance"), ("ebwert", "eroeffnungsbilanzwert", "ebsaldo", "anfangsbestand",
         "eroeffnungswert", "vortrag", "saldovortrag"), sided_reader),
        (_DEBIT, mark("Debit"), ("soll", "sollumsatz", "sollkumuliert", "debit", "jvzsoll",
         "jahresverkehrszahlsoll"), sided_reader),
        (_CREDIT, mark("Credit"), ("haben", "habenumsatz", "habenkumuliert", "credit", "jvzhaben",
         "jahresverkehrszahlhaben"), sided_reader),
        (_BALANCE, mark("Balance"), ("saldo", "endsaldo", "schlusssaldo", "balance"), sided_reader),
    )  # fmt: skip
    own = tuple(
        ImportField(key, title, names, make(key), amount=True, weak=True)
        for key, title, names, make in fields
    )
    side = ImportField(_SIDE, mark("S or H"), ("sh", "sollhaben", "sollhabenkennzeichen", "kennzeichen"),
                       side_reader, weak=True)  # fmt: skip
    return (ImportField("number", "", (), number_reader("number")), *own, side)


def side_reader(cell: RawCell, _hints: Hints) -> Reading:
    """S or H in a column of its own."""
    text = cell.text.strip().upper()[:1]
    return Reading({_SIDE: text}) if text in ("S", "H") else Reading()


def amount_of_row(draft: RowDraft, _today: date) -> None:
    """Debit less credit; without them the balance less the opening one."""
    given = {key: draft.values.pop(key, None) for key in (_OPENING, _DEBIT, _CREDIT, _BALANCE, _SIDE)}
    own = draft.values.get(AMOUNT)
    if own is not None and own.corrected:
        return
    side = given[_SIDE]
    balance = _number(given[_BALANCE])
    if side is not None and side.value == "H" and balance is not None:
        balance = -abs(balance)
    debit, credit = _number(given[_DEBIT]), _number(given[_CREDIT])
    opening = _number(given[_OPENING]) or _NOTHING
    said = tuple(sentence for one in given.values() if one is not None for sentence in one.sentences)
    source = next((one.source for one in given.values() if one is not None), None)
    if debit is not None or credit is not None:
        amount = (debit or _NOTHING) - (credit or _NOTHING)
        if balance is not None and opening + amount != balance:
            odd = mark("Opening balance and bookings make {sum}, the list says {balance}: bookings count.")
            said = (*said, Message(odd, {"sum": Money(opening + amount), "balance": Money(balance)}))
    elif balance is not None:
        amount = balance - opening
        said = (*said, Message(mark("Only a balance is there: it is taken as spent.")))
    elif own is None or not isinstance(own.value, Decimal):
        if said:
            draft.values[AMOUNT] = PlanValue(None, ValueState.NOT_UNDERSTOOD, said, "", source)
        return
    else:
        amount, said, source = own.value, own.sentences, own.source
    state = ValueState.DOUBT if said else ValueState.OK
    draft.values[AMOUNT] = PlanValue(amount, state, said, str(amount), source)
    if amount < 0:
        draft.doubt(AMOUNT, Message(mark("A credit: more came back than was spent.")))


def only_accounts(draft: RowDraft, _today: date) -> None:
    """Headings of classes and sums between the rows have no number of an account."""
    number = str(draft.value("number") or "")
    if number and not _ACCOUNT.fullmatch(number.replace(" ", "")):
        said = Message(mark("“{text}” is no number of an account."), {"text": number})
        draft.take_out("number", said)


RULES = (amount_of_row, only_accounts)


def settle(whole: WholeList) -> Sequence[RowDraft]:
    """What only the whole list says: its months, its chart of accounts, and what is booked already."""
    known = {str(one.values.get("number")): one for one in whole.records}
    accounts = [(str(one.value("number") or ""), str(one.value("name") or "")) for one in whole.drafts]
    chart = chart_of(accounts)
    settled = []
    for draft, (number, name) in zip(whole.drafts, accounts, strict=True):
        own = replace(draft, values=dict(draft.values), doubts=list(draft.doubts))
        if number not in known:
            _propose(own, number, name, chart)
        record = known.get(number)
        _book(own, whole, () if record is None else _booked(record.values.get(AMOUNT)))
        settled.append(own)
    return settled


def _propose(draft: RowDraft, number: str, name: str, chart: str) -> None:
    """Category, kind and whether it counts: from the usual chart, else from the words of its name."""
    fact = fact_of(number, name, chart)
    if fact is not None:
        draft.propose("category", fact.category)
        draft.propose("kind", fact.kind)
        if fact.mixed and it_category(name) is None:
            draft.propose("counts", False, Message(_NOTHING_OF_IT))
        elif not fact.counts:
            said = mark("Depreciation and accruals are no payments: it does not count. Type Yes if it does.")
            draft.propose("counts", False, Message(said))
        return
    asset = len(number) >= _USUAL_DIGITS and number.startswith("0") and number < _FIRST_THAT_IS_NO_ASSET
    draft.propose("kind", CostKind.CAPEX if asset else CostKind.OPEX)
    category = it_category(name)
    draft.propose("category", category or BudgetCategory.OTHER)
    if category is None:
        draft.propose("counts", False, Message(_NOTHING_OF_IT))


def _book(draft: RowDraft, whole: WholeList, known: Sequence[Booked]) -> None:
    """The amount with the months of the list; what the books of the company say already stays."""
    value = draft.values.get(AMOUNT)
    facts = whole.facts
    period = None if facts is None else facts.period
    if value is None or not isinstance(value.value, Decimal) or facts is None or period is None:
        return
    booked = Booked(period.first, period.last, value.value, facts.listed_company)
    for one in known:
        if one.overlaps(booked) and not booked.covers(one):
            said = mark("{booked} is there already and reaches further or overlaps: nothing is booked.")
            draft.take_out(AMOUNT, Message(said, {"booked": one}))
            return
    draft.values[AMOUNT] = replace(value, value=booked)


def _booked(value: object) -> Sequence[Booked]:
    return value if isinstance(value, tuple) else ()


def _number(value: PlanValue | None) -> Decimal | None:
    return value.value if value is not None and isinstance(value.value, Decimal) else None


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The number: an account is there once."""
    return str(values.get("number") or "") or None
