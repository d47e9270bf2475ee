"""Changing an assumption of the rules for this company, and going back to the program's default."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.assumption_words import TITLES, assumption_text
from virtualcio.analysis.assumptions import ASSUMPTIONS, AssumptionSpec, Unit, assumption
from virtualcio.errors import RefusedValue
from virtualcio.exchange.values import parse_amount, parse_integer, parse_percent
from virtualcio.model import Setting
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit


@dataclass(frozen=True)
class AssumptionRow:
    """One assumption as it is shown. `own`: the company has said something else than the default."""

    key: str
    title: str
    text: str
    default_text: str
    range_text: str
    own: bool


def assumption_rows(company: "OpenCompany") -> Sequence[AssumptionRow]:
    """All assumptions in the order of their list, in the language of the interface."""
    return [_row(company, spec) for spec in ASSUMPTIONS]


def set_assumption(company: "OpenCompany", key: str, text: str) -> bool:
    """Take over a typed value as one undo step; False if it was that already. RefusedValue with a sentence.

    The program's default is not stored, so that a better default of a later version reaches the company.
    """
    value = understood(key, text)
    return _store(company, assumption(key), value)


def understood(key: str, text: str) -> Decimal:
    """A typed value of an assumption; empty is the default. RefusedValue with a sentence."""
    spec = assumption(key)
    value = _read(spec, text)
    if not spec.least <= value <= spec.most:
        raise RefusedValue(
            mark("“{field}” can lie between {least} and {most}."),
            field=Message(TITLES[key]),
            least=assumption_text(spec, spec.least),
            most=assumption_text(spec, spec.most),
        )
    return value


def reset_assumption(company: "OpenCompany", key: str) -> bool:
    """Back to the program's default; False if it was that already."""
    spec = assumption(key)
    return _store(company, spec, spec.default)


def _store(company: "OpenCompany", spec: AssumptionSpec, value: Decimal) -> bool:
    text = setting_text(spec, value)
    if is_stored(company, spec.key, text):
        return False
    with company.workspace.change(Message(mark("Assumption “{field}” changed"), _named(spec))) as edit:
        put_setting(company, edit, spec.key, text)
    return True


def setting_text(spec: AssumptionSpec, value: Decimal) -> str:
    """As it is stored; empty for the default, which is not."""
    return "" if value == spec.default else str(value)


def is_stored(company: "OpenCompany", key: str, text: str) -> bool:
    """Whether exactly this is stored under `key`; empty: nothing."""
    rows = company.data.where(Setting, "key", key)
    return [row.value for row in rows] == ([text] if text else [])


def put_setting(company: "OpenCompany", edit: "Edit", key: str, text: str) -> None:
    """Store `text` under `key` within an open change; empty stores nothing."""
    rows = list(company.data.where(Setting, "key", key))
    for row in rows[1:] if text else rows:
        edit.delete(row)
    if text and rows:
        rows[0].value = text
    elif text:
        edit.add(Setting(key=key, value=text))


def _named(spec: AssumptionSpec) -> dict[str, object]:
    return {"field": Message(TITLES[spec.key])}


def _read(spec: AssumptionSpec, text: str) -> Decimal:
    body = text.strip()
    if not body:
        return spec.default
    if spec.whole:
        return Decimal(parse_integer(body.split()[0]))
    if spec.unit is Unit.PERCENT:
        return parse_percent(body).value
    return parse_amount(body.split()[0] if spec.unit is Unit.FACTOR else body).value


def _row(company: "OpenCompany", spec: AssumptionSpec) -> AssumptionRow:
    own = [row.value for row in company.data.where(Setting, "key", spec.key)]
    value = Decimal(own[0]) if own else spec.default
    return AssumptionRow(
        key=spec.key,
        title=_(TITLES[spec.key]),
        text=assumption_text(spec, value),
        default_text=assumption_text(spec, spec.default),
        range_text=f"{formats.number(spec.least, _places(spec.least))} – {assumption_text(spec, spec.most)}",
        own=bool(own),
    )


def _places(value: Decimal) -> int:
    return 0 if value == value.to_integral_value() else 1
