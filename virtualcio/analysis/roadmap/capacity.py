"""How many person-days a pool has for initiatives in each month."""

from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import units
from virtualcio.model import PoolException, ResourcePool
from virtualcio.model.company_data import CompanyData


def capacity_of(data: CompanyData, pool: ResourcePool, first: int, months: int) -> tuple[int, ...]:
    """Hundredths of person-days by month from month `first` on, never below 0. Source: rules.md section 4.

    Days a month less support days; in the months of an exception (any day of its first to any day of its
    last month) what is entered there, which is net of support. Of several exceptions in one month the
    lowest counts: holidays within the high season are still holidays.
    """
    usual = max(0, units(pool.days_per_month) - units(pool.support_days_per_month))
    row = [usual] * months
    excepted: dict[int, int] = {}
    for exception in data.where(PoolException, "pool_id", pool.id):
        days = max(0, units(exception.days_per_month))
        start = max(month_number(exception.first_month) - first, 0)
        after = min(month_number(exception.last_month) - first + 1, months)
        for month in range(start, after):
            excepted[month] = min(days, excepted.get(month, days))
    for month, days in excepted.items():
        row[month] = days
    return tuple(row)
