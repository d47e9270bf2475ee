"""What contract lists say: term, renewal, notice, kind and seats, and rules over a whole row."""

import re
from collections.abc import Hashable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.exchange.cell_readers import (
    choice_reader,
    date_reader,
    integer_reader,
    money_reader,
    text_reader,
)
from virtualcio.exchange.choice_words import words_for
from virtualcio.exchange.contract_terms import notice_reader, renewal_reader, term_reader
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading, RowDraft
from virtualcio.exchange.import_plan import Named
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.contracts import ContractKind, PaymentPeriod, RenewalKind
from virtualcio.texts import Message, mark

_UNIT_COST, _LICENCE_KEY = "unit_cost", "licence_key"
FILE_WORDS = ("vertrag", "vertraege", "contract", "lizenz")
_SEATS = re.compile(
    r"(\d[\d.]*)\s*(?:x\s*)?(?:Nutzer|Benutzer|User|Geräte|Plätze|Lizenzen|Arbeitsplätze|Seats|Clients|Endgeräte|devices)",
    re.IGNORECASE,
)
# The first that fits. Sure words name the kind; the others only hint at it.
_KINDS: tuple[tuple[ContractKind, bool, re.Pattern[str]], ...] = tuple(
    (kind, sure, re.compile(pattern, re.IGNORECASE))
    for kind, sure, pattern in (
        (ContractKind.LEASING, True, r"leasing"),
        (ContractKind.INSURANCE, True, r"versicherung|insurance"),
        (ContractKind.MAINTENANCE, True, r"wartung|pflege|maintenance|instandhaltung"),
        (
            ContractKind.TELECOM,
            True,
            r"internet|mobilfunk|telefon|glasfaser|dsl\b|sip\b|standleitung|telecom|5g\b|lte\b",
        ),
        (ContractKind.RENTAL, True, r"\bmiet|vermietung|rental"),
        (ContractKind.CLOUD, True, r"cloud|hosting|saas|\b365\b|online|azure|aws\b"),
        (ContractKind.SUPPORT, True, r"support|betreuung|hotline|service-?vertrag|dienstleistung"),
        (ContractKind.LICENCE, True, r"lizenz|licen[cs]e|subscription|abonnement"),
        (ContractKind.LICENCE, False, r"protection|antivirus|virenschutz|software|endpoint"),
        (ContractKind.MAINTENANCE, False, r"klick|click|drucker|kopierer"),
    )
)


def special_fields() -> tuple[ImportField, ...]:
    """Fields with readers of their own; the names of those that the table has are its columns'."""
    renewal_names = ("verlaengerung", "verlaengerungum", "autoverlaengerung", "renewal", "verlaengertsichum")
    return (
        ImportField("term_months", "", (), term_reader("term_months")),
        ImportField("renewal", "", renewal_names, renewal_reader("renewal", "renewal_months")),
        ImportField("notice_count", "", (), notice_reader("notice_count", "notice_unit", "anchor")),
        ImportField("name", "", ("objektname",), text_reader("name")),
        ImportField("kind", "", ("objekttyp",), _kind_reader()),
        ImportField("start", "", ("startdatum",), date_reader("start")),
        ImportField("agreed_end", "", ("ablaufdatum",), date_reader("agreed_end")),
        ImportField("seats_bought", "", ("anzahl",), integer_reader("seats_bought")),
        ImportField(_UNIT_COST, mark("Price per piece"), ("einzelpreis", "stueckpreis"),
                    money_reader(_UNIT_COST), amount=True),
        ImportField(_LICENCE_KEY, mark("Licence key"), ("lizenzschluessel", "licencekey", "licensekey",
                    "productkey"), licence_key_reader, weak=True),
    )  # fmt: skip


def _kind_reader() -> Reader:
    """The words that lists use for kinds; the constant of an exported licence."""
    words = {**words_for(ContractKind), normal("C__OBJTYPE__LICENCE"): ContractKind.LICENCE}
    return choice_reader("kind", words, mark("Kind"))


def licence_key_reader(cell: RawCell, _hints: Hints) -> Reading:
    """What has a key is a licence; the key stays in the note."""
    return Reading() if cell.empty else Reading({"kind": ContractKind.LICENCE}, keep=True)


def multiply_unit_cost(draft: RowDraft, _today: date) -> None:
    """The model holds the price of all seats together."""
    each = draft.values.pop(_UNIT_COST, None)
    if each is None or draft.value("cost") is not None:
        return
    seats = draft.value("seats_bought")
    count = seats if isinstance(seats, int) else 1
    total = each.value * count if isinstance(each.value, Decimal) else None
    draft.values["cost"] = replace(each, value=total)


def name_from_supplier(draft: RowDraft, _today: date) -> None:
    supplier = draft.value("supplier")
    if not draft.value("name") and isinstance(supplier, Named):
        said = Message(mark("Without a name of its own: named after the supplier."))
        draft.propose("name", supplier.name, said, raw=supplier.name)


def kind_from_words(draft: RowDraft, _today: date) -> None:
    """What kind of contract it is, from its name and supplier, unless the list says so itself."""
    if draft.value("kind") is not None:
        return
    name, supplier = str(draft.value("name") or ""), str(draft.value("supplier") or "")
    for kind, sure, pattern in _KINDS:
        found = pattern.search(name) or pattern.search(supplier)
        if found:
            said = Message(mark("The kind is guessed from “{text}”."), {"text": found[0]})
            draft.propose("kind", kind, *(() if sure else (said,)), raw=found[0])
            return
    said = Message(mark("What kind of contract it is does not show: taken as “other”."))
    draft.propose("kind", ContractKind.OTHER, said, raw=name)


def seats_from_name(draft: RowDraft, _today: date) -> None:
    """'… 48 Nutzer' says how many seats are paid for."""
    found = _SEATS.search(str(draft.value("name") or ""))
    if found and draft.value("seats_bought") is None:
        said = Message(mark("“{text}” is taken as seats bought."), {"text": found[0]})
        draft.propose("seats_bought", int(found[1].replace(".", "")), said, raw=found[0])


def unsaid_terms(draft: RowDraft, _today: date) -> None:
    """What a contract needs to have and the list does not say is assumed, and said."""
    if draft.value("renewal") is None:
        said = Message(mark("What happens after the term is not said: it counts as open-ended."))
        draft.propose("renewal", RenewalKind.INDEFINITE, said)
    if draft.value("cost") is not None and draft.value("cost_period") is None:
        said = Message(mark("How often it is paid is not said: once a year is assumed."))
        draft.propose("cost_period", PaymentPeriod.YEAR, said)


def contradictions(draft: RowDraft, today: date) -> None:
    """What a contract cannot be, or what decides its dates and is not said."""
    start, end = draft.value("start"), draft.value("agreed_end")
    if isinstance(start, date) and isinstance(end, date) and end < start:
        draft.take_out("agreed_end", Message(mark("The contract would end before it starts.")))
    if isinstance(start, date) and start > today:
        draft.doubt("start", Message(mark("The contract starts in the future.")))
    if draft.value("renewal") is RenewalKind.NONE and not draft.value("term_months") and end is None:
        draft.doubt("renewal", Message(mark("Neither a term nor a renewal: it counts as open-ended.")))


RULES = (
    multiply_unit_cost,
    name_from_supplier,
    kind_from_words,
    seats_from_name,
    unsaid_terms,
    contradictions,
)


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The contract number with the supplier; without one: supplier, name and start."""
    supplier = str(values.get("supplier") or "").casefold()
    number = str(values.get("number") or "").casefold()
    if number:
        return (supplier, number)
    name = str(values.get("name") or "").casefold()
    return (supplier, name, values.get("start")) if name else None
