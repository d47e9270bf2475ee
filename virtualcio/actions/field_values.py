"""Whether a field can take a value, and the one place where fields of records are set."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from sqlalchemy import Enum

from virtualcio import formats
from virtualcio.actions.all_contradictions import contradiction_in
from virtualcio.actions.business_case.case_entry import years_follow_kind
from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.goals.counted_answers import COUNTS, count_again
from virtualcio.actions.review.count_stages import fill_earlier_stages
from virtualcio.actions.review.review_contradictions import refuse_closed
from virtualcio.actions.roadmap.exception_months import FIRST_MONTH, move_last_month_along
from virtualcio.actions.teams.plan_start import STARTS_ON, move_tasks_along
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    AdoptionCount,
    CaseInput,
    Measurement,
    NinetyDayPlan,
    PoolException,
    Record,
    ServiceLife,
)
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

# No IT thing of today was bought, signed or ends outside these years; what does is a typing error.
FIRST_DAY = date(1980, 1, 1)
LAST_DAY = date(2100, 12, 31)
MOST_OF_A_SCALE = 5  # a number from 1 to 5 is a rating: both ends are said
MOST_CHARACTERS = {Kind.TEXT: 500, Kind.LONG_TEXT: 20_000}


def checked(company: "OpenCompany", kind: type[Record], column: Column, value: Any) -> Any:
    """`value` as the field takes it. RefusedValue with a sentence if it cannot."""
    if not column.editable:
        raise RefusedValue(mark("“{field}” is computed and cannot be typed."), field=_title(column))
    if column.kind is Kind.LINKS:
        return _checked_links(company, column, value)
    if value is None or value == "":
        return _checked_empty(kind, column)
    match column.kind:
        case Kind.TEXT | Kind.LONG_TEXT:
            _check_length(column, str(value))
            return str(value)
        case Kind.MONEY | Kind.PERCENT | Kind.INTEGER | Kind.NUMBER:
            _check_number(column, value)
        case Kind.DATE:
            if not FIRST_DAY <= value <= LAST_DAY:
                raise RefusedValue(
                    mark("“{field}” lies outside {first} to {last}. Check the year."),
                    field=_title(column),
                    first=FIRST_DAY.year,
                    last=LAST_DAY.year,
                )
            return value.replace(day=1) if column.month else value
        case Kind.CHOICE:
            return _checked_choice(kind, column, value)
        case Kind.REFERENCE:
            assert column.target is not None
            if company.data.get(column.target, value) is None:
                raise _gone(column)
        case Kind.YES_NO:
            return bool(value)
    return value


def put_value(company: "OpenCompany", edit: "Edit", column: Column, record: Record, value: Any) -> bool:
    """Set one field within an open change; False if it had that value. RefusedValue: it keeps its value."""
    wanted = checked(company, type(record), column, value)
    refusal = refuse_closed(company, record, column.key)
    if refusal is not None:
        raise refusal
    if column.kind is Kind.LINKS:
        return put_links(company, edit, column, record, wanted)
    assert column.field is not None
    before = getattr(record, column.field)
    if before == wanted and type(before) is type(wanted):
        return False
    _check_single(company, column, record, wanted)
    setattr(record, column.field, wanted)
    if isinstance(record, PoolException) and column.field == FIRST_MONTH:
        move_last_month_along(record)
    refusal = contradiction_in(company, record, column.field)
    if refusal is not None:
        setattr(record, column.field, before)
        raise refusal
    if isinstance(record, NinetyDayPlan) and column.field == STARTS_ON:
        move_tasks_along(company, record, before)
    if isinstance(record, Measurement) and column.field in COUNTS:
        count_again(record)
    if isinstance(record, AdoptionCount):
        fill_earlier_stages(record)
    if isinstance(record, CaseInput) and column.field == "kind":
        years_follow_kind(record)
    return True


def put_links(
    company: "OpenCompany", edit: "Edit", column: Column, record: Record, keys: Iterable[str]
) -> bool:
    """Make exactly these links, within an open change, touching no row that stays. False: nothing changed."""
    link = column.link
    assert link is not None
    known = company.data.where(link.kind, link.own_field, record.id)
    rows = {getattr(row, link.other_field): row for row in known}
    wanted = dict.fromkeys(keys)
    for key, row in rows.items():
        if key not in wanted:
            edit.delete(row)
    for key in wanted:
        if key not in rows:
            edit.add(link.kind(**{link.own_field: record.id, link.other_field: key}))
    return set(rows) != set(wanted)


def can_be_empty(kind: type[Record], column: Column) -> bool:
    """Whether the field may hold no value (a text is then "")."""
    if column.required:
        return False
    if column.field is None or _kept_as_text(kind, column):
        return True
    return bool(kind.__table__.c[column.field].nullable)


def _kept_as_text(kind: type[Record], column: Column) -> bool:
    """A text, or a choice whose words come from a table of facts: the file knows it as text."""
    if column.kind is Kind.CHOICE and column.field is not None:
        return not isinstance(kind.__table__.c[column.field].type, Enum)
    return column.kind in (Kind.TEXT, Kind.LONG_TEXT)


def _checked_empty(kind: type[Record], column: Column) -> Any:
    if not can_be_empty(kind, column):
        raise RefusedValue(mark("“{field}” must not be empty."), field=_title(column))
    return "" if _kept_as_text(kind, column) else None


def _checked_choice(kind: type[Record], column: Column, value: Any) -> str:
    assert column.choices is not None
    try:
        chosen = column.choices(value)
        return chosen.value if _kept_as_text(kind, column) else chosen
    except ValueError:
        raise RefusedValue(
            mark("“{text}” is none of the words for “{field}”."), text=value, field=_title(column)
        ) from None


def _checked_links(company: "OpenCompany", column: Column, value: Any) -> tuple[str, ...]:
    assert column.target is not None
    keys = tuple(dict.fromkeys(value or ()))
    if any(company.data.get(column.target, key) is None for key in keys):
        raise _gone(column)
    return keys


def _check_length(column: Column, text: str) -> None:
    most = MOST_CHARACTERS[column.kind]
    if len(text) > most:
        raise RefusedValue(
            mark("“{field}” takes at most {most} characters; this text has {count}. Shorten it."),
            field=_title(column),
            most=most,
            count=len(text),
        )


def _check_number(column: Column, value: Decimal | int) -> None:
    if column.kind is Kind.NUMBER and round(value, column.places) != value:
        raise RefusedValue(
            mark("“{text}” has more than {places} decimal places. Round it."),
            text=value,
            places=column.places,
        )
    if column.least is not None and column.most is not None and column.most <= MOST_OF_A_SCALE:
        if not column.least <= value <= column.most:
            raise RefusedValue(
                mark("“{field}” goes from {least} to {most}. Type a number in between."),
                field=_title(column),
                least=formats.number(column.least),
                most=formats.number(column.most),
            )
        return
    if column.least is not None and value < column.least:
        raise RefusedValue(
            mark("“{field}” cannot be below {least}. Check the sign and the digits."),
            field=_title(column),
            least=formats.number(column.least),
        )
    if column.most is not None and value > column.most:
        raise RefusedValue(
            mark("“{field}” cannot be above {most}. Check the number of digits."),
            field=_title(column),
            most=formats.number(column.most),
        )


def _check_single(company: "OpenCompany", column: Column, record: Record, wanted: Any) -> None:
    """A category has one service life; two rows would contradict each other."""
    if not isinstance(record, ServiceLife) or column.field != "category":
        return
    if any(other.id != record.id for other in company.data.where(ServiceLife, "category", wanted)):
        raise RefusedValue(mark("This category already has a service life. Change that row instead."))


def _gone(column: Column) -> RefusedValue:
    return RefusedValue(
        mark("What was chosen for “{field}” is not there any more. Choose again."), field=_title(column)
    )


def _title(column: Column) -> Message:
    return Message(column.title)
