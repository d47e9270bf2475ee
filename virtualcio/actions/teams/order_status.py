"""Where work orders stand, for cells, chips and the line above their table."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Status, Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.teams.order_state import is_late, is_under_way
from virtualcio.model import Initiative, WorkOrder
from virtualcio.texts import _, join_names, mark, translate_count

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
        if is_late(order, company.today):
            return Status(_("late since {day}").format(day=formats.day(order.due_on)), Tone.ACT, 0)
        return Status(_("ordered {day}").format(day=formats.day(order.ordered_on)), Tone.NEUTRAL, 3)
    lacking = lacking_parts(order)
    if lacking:
        return Status(_("missing: {parts}").format(parts=join_names(lacking, len(lacking))), Tone.WATCH, 1)
    return Status(_("ready to be ordered"), Tone.GOOD, 2)


def orders_of(company: "OpenCompany", initiative: Initiative) -> Sequence[WorkOrder]:
    """The work orders of an initiative, those first that somebody has to do something about."""
    orders = company.data.where(WorkOrder, "initiative_id", initiative.id)
    return sorted(orders, key=lambda one: (order_status(company, one).sort, one.name))


def orders_words(company: "OpenCompany", initiative: Initiative) -> str:
    """'Arbeitsauftrag: beauftragt 18.10.2026'; with several how many; without one that it can be made."""
    orders = orders_of(company, initiative)
    if not orders:
        return _("Make a work order from it")
    if len(orders) == 1:
        return _("Work order: {status}").format(status=order_status(company, orders[0]).text)
    return translate_count("{count} work order", "{count} work orders", len(orders))


WORK_ORDERS: tuple[Chip, ...] = (
    Chip("late", mark("Late"), lambda company, one: is_late(one, company.today), Tone.ACT),
    Chip("incomplete", mark("Something is missing"),
         lambda _company, one: one.ordered_on is None and bool(lacking_parts(one)), Tone.WATCH),
    Chip("ordered", mark("Ordered"), lambda _company, one: is_under_way(one)),
    Chip("accepted", mark("Accepted"), lambda _company, one: one.accepted_on is not None),
)  # fmt: skip


def orders_summary(company: "OpenCompany") -> str:
    """'Bestellt und noch nicht abgenommen: 12.400 €'; "" if nothing is."""
    amounts = [
        one.amount for one in company.data.all(WorkOrder) if is_under_way(one) and one.amount is not None
    ]
    if not amounts:
        return ""
    return _("Ordered and not accepted yet: {amount}").format(amount=formats.money_short(total(amounts)))
