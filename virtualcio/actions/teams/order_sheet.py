"""The printed sheet of a work order: what, why, until when, and how it is accepted."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.exchange.work_order_document import WorkOrderDocument, write_work_order_pdf
from virtualcio.model import Initiative, Person, Supplier, WorkOrder
from virtualcio.texts import _, language

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def write_order(company: "OpenCompany", order: WorkOrder, path: Path) -> None:
    """The sheet as PDF in the language of the interface. RefusedFile if the file cannot be written."""
    write_work_order_pdf(order_document(company, order), company.today, path)


def order_document(company: "OpenCompany", order: WorkOrder) -> WorkOrderDocument:
    """What the sheet says; what is not known yet has a line to write on."""
    number = _("Work order {number}").format(number=order.number) if order.number else _("Work order")
    until = (formats.long_day(order.due_on),) if order.due_on is not None else ()
    return WorkOrderDocument(
        language=language(),
        company=company.data.company.name,
        kind=number,
        title=order.name,
        made=_("As of {day}").format(day=formats.day(company.today)),
        facts=tuple(_facts(company, order)),
        parts=(
            (_("What is to be there in the end"), _lines(order.what)),
            (_("Why"), _lines(order.why)),
            (_("Until when"), until),
            (_("How it is accepted"), _lines(order.acceptance)),
        ),
        signing=(_("Day, ordered by"), _("Day, taken on by"), _("Day, accepted by")),
    )


def _facts(company: "OpenCompany", order: WorkOrder) -> Iterator[tuple[str, str]]:
    data = company.data
    supplier, owner = data.get(Supplier, order.supplier_id), data.get(Person, order.owner_id)
    initiative = data.get(Initiative, order.initiative_id)
    if supplier is not None:
        customer = _("customer number {number}").format(number=supplier.customer_number)
        parts = (supplier.name, supplier.contact, customer if supplier.customer_number else "")
        yield _("Provider"), " · ".join(part for part in parts if part)
    if owner is not None:
        contact = (owner.name, owner.role, owner.email, owner.phone)
        yield _("Ordered by"), " · ".join(part for part in contact if part)
    if initiative is not None:
        yield _("Initiative"), initiative.name
    if order.amount is not None:
        yield _("Price (net)"), formats.money(order.amount)
    if order.ordered_on is not None:
        yield _("Ordered on"), formats.day(order.ordered_on)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.strip().splitlines() if line.strip())
