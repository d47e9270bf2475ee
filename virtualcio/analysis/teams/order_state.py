"""When a work order is late."""

from datetime import date

from virtualcio.model import WorkOrder


def is_late(order: WorkOrder, today: date) -> bool:
    """Ordered, not accepted, and its day is over."""
    if order.ordered_on is None or order.accepted_on is not None or order.due_on is None:
        return False
    return order.due_on < today


def is_under_way(order: WorkOrder) -> bool:
    """Ordered and not accepted yet."""
    return order.ordered_on is not None and order.accepted_on is None
