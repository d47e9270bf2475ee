"""Numbers of work orders."""

from typing import TYPE_CHECKING

from virtualcio.model import WorkOrder

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def next_number(company: "OpenCompany") -> str:
    """'2026-03': the year and the next free number of it, beginning with 01."""
    taken = {order.number for order in company.data.all(WorkOrder)}
    count = 1
    while (number := f"{company.today.year}-{count:02d}") in taken:
        count += 1
    return number
