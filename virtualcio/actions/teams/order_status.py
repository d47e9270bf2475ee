"""Where work orders stand, for cells, chips and the line above their table."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Status, Tone
from virtualcio.analysis.amounts import total
from virtualcio.model import WorkOrder
from virtualcio.texts import _, join_names, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def lacking_parts(order: WorkOrder) -> tuple[str, ...]:
    """What the sheet does not say yet, in the language of the interface."""
    parts = (
        (order.what.strip(), _("what")),
        (order.why.strip(), _("why")),
        (order.due_on, _("until when")),
        (order.acceptance.strip(), _("how it is accepted")),
    )
    return tuple(word for value, word in parts if not value)


def order_status(company: "OpenCompany", order: WorkOrder) -> Status:
    """Accepted, late, ordered, ready to be ordered, or what the sheet lacks."""
    if order.accepted_on is not None:
        return Status(_("accepted {day}").format(day=formats.day(order.accepted_on)), Tone.GOOD, 5)
    if order.ordered_on is not None:
        if is_late(company, order):
            return Status(_("late since {day}").format(day=formats.day(order.due_on)), Tone.ACT, 0)
        return Status(_("ordered {day}").format(day=formats.day(order.ordered_on)), Tone.NEUTRAL, 3)
    lacking = lacking_parts(order)
    if lacking:
        return Status(_("missing: {parts}").format(parts=join_names(lacking, len(lacking))), Tone.WATCH, 1)
    return Status(_("ready to be ordered"), Tone.GOOD, 2)


def is_late(company: "OpenCompany", order: WorkOrder) -> bool:
    """Ordered, not accepted, and its day is over."""
    if order.ordered_on is None or order.accepted_on is not None or order.due_on is None:
        return False
    return order.due_on < company.today


WORK_ORDERS: tuple[Chip, ...] = (
    Chip("late", mark("Late"), is_late, Tone.ACT),
    Chip("incomplete", mark("Something is missing"),
         lambda _company, one: one.ordered_on is None and bool(lacking_parts(one)), Tone.WATCH),
    Chip("ordered", mark("Ordered"),
         lambda _company, one: one.ordered_on is not None and one.accepted_on is None),
    Chip("accepted", mark("Accepted"), lambda _company, one: one.accepted_on is not None),
)  # fmt: skip


def orders_summary(company: "OpenCompany") -> str:
    """'Bestellt und noch nicht abgenommen: 12.400 €'; "" if nothing is."""
    amounts = [
        one.amount
        for one in company.data.all(WorkOrder)
        if one.ordered_on is not None and one.accepted_on is None and one.amount is not None
    ]
    if not amounts:
        return ""
    return _("Ordered and not accepted yet: {amount}").format(amount=formats.money_short(total(amounts)))
