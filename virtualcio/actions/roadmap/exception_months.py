"""A span of months moves along when its first month is typed after its last one."""

from virtualcio.model import PoolException

FIRST_MONTH = "first_month"


def move_last_month_along(row: PoolException) -> None:
    """A new row spans this month; who types a later first month has not come to the last one yet."""
    if row.last_month is not None and row.last_month < row.first_month:
        row.last_month = row.first_month
