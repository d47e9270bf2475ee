"""How the ranking weighs and orders: the company's own choice, each change one undo step."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.assumption_settings import is_stored, put_setting, setting_text, understood
from virtualcio.analysis.assumptions import assumption
from virtualcio.errors import RefusedValue
from virtualcio.model import Setting
from virtualcio.model.company_data import CompanyData
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

WEIGHT_KEYS = ("weight_goal", "weight_risk", "weight_urgency")
ORDER_KEY = "ranking_order"
PER_SIZE, BY_BENEFIT = "per_size", "benefit"
_WEIGHTS_CHANGED = mark("Weights of the ranking changed")
_ORDER_CHANGED = mark("Order of the ranking changed")
_RANKING_CHANGED = mark("Weights and order of the ranking changed")


def ordered_by_size(data: CompanyData) -> bool:
    """By benefit ÷ size, unless the company orders by benefit alone."""
    return not any(row.value == BY_BENEFIT for row in data.where(Setting, "key", ORDER_KEY))


def shares_of(texts: Sequence[str]) -> Sequence[Decimal | None]:
    """What typed weights come to, in percent of their sum; None for one that is not understood."""
    typed = [_weight(key, text) for key, text in zip(WEIGHT_KEYS, texts, strict=True)]
    whole = sum((one for one in typed if one is not None), Decimal(0))
    return [None if one is None or not whole else one * 100 / whole for one in typed]


def set_weights(company: "OpenCompany", goal: str, risk: str, urgency: str) -> bool:
    """Take over three typed weights as one undo step; False if they were that already.

    They need not add up to 100: their shares count. RefusedValue with a sentence; nothing has changed.
    """
    return _store(company, _WEIGHTS_CHANGED, _weight_rows((goal, risk, urgency)))


def set_order(company: "OpenCompany", order: str) -> bool:
    """PER_SIZE or BY_BENEFIT as one undo step; False if it was that already. ValueError for another one."""
    if order not in (PER_SIZE, BY_BENEFIT):
        raise ValueError(f"no such order: {order}")
    return _store(company, _ORDER_CHANGED, _order_row(by_size=order == PER_SIZE))


def take_settings(company: "OpenCompany", weights: Sequence[str], dear_from: str, *, by_size: bool) -> bool:
    """Three typed weights, the line of "dear" and the order as one undo step; False if nothing is new.

    RefusedValue with a sentence; nothing has changed.
    """
    dear = assumption("dear_from")
    rows = {
        **_weight_rows(weights),
        dear.key: setting_text(dear, understood(dear.key, dear_from)),
        **_order_row(by_size=by_size),
    }
    return _store(company, _RANKING_CHANGED, rows)


def _weight(key: str, text: str) -> Decimal | None:
    try:
        return understood(key, text)
    except RefusedValue:
        return None


def _weight_rows(texts: Sequence[str]) -> Mapping[str, str]:
    values = {key: understood(key, text) for key, text in zip(WEIGHT_KEYS, texts, strict=True)}
    if not any(values.values()):
        raise RefusedValue(
            mark("One of the three weights has to be above 0. Otherwise nothing is left to order by.")
        )
    return {key: setting_text(assumption(key), value) for key, value in values.items()}


def _order_row(*, by_size: bool) -> Mapping[str, str]:
    return {ORDER_KEY: "" if by_size else BY_BENEFIT}


def _store(company: "OpenCompany", label: str, rows: Mapping[str, str]) -> bool:
    new = {key: text for key, text in rows.items() if not is_stored(company, key, text)}
    if not new:
        return False
    with company.workspace.change(Message(label)) as edit:
        for key, text in new.items():
            put_setting(company, edit, key, text)
    return True
