"""Why an initiative does not start a month earlier, in words."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, month_number
from virtualcio.model import Initiative, ResourcePool
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def start_words(company: "OpenCompany", initiative: Initiative) -> str:
    """One sentence for a planned initiative; "" for one that is not on the roadmap, over or dropped."""
    task = company.results.plan.tasks.get(initiative.id)
    if task is None or not task.planned or initiative.start is None:
        return ""
    held = company.results.holds_back(initiative)
    if held is None:
        return _("“{name}” could start a month earlier.").format(name=initiative.name)
    return held_words(company, initiative.name, initiative.start, held)


def held_words(
    company: "OpenCompany", name: str, start: date, held: HoldsBack, parallel: int | None = None
) -> str:
    """One sentence: what holds an initiative back that starts in the month of `start`. `parallel`: another
    limit of parallel work than that of the company.
    """
    params = {"name": name, "start": formats.long_month(start)}
    return _sentence(company, held).format(**params, **_params(company, held, parallel))


def _sentence(company: "OpenCompany", held: HoldsBack) -> str:
    match held.kind:
        case HoldsBackKind.RUNNING:
            return _("“{name}” has been running since {start}.")
        case HoldsBackKind.FIRST_MONTH:
            if held.month is not None and held.month < company.today.replace(day=1):
                return _("“{name}” was to start in {start}.")
            return _("“{name}” starts this month; earlier is not possible.")
        case HoldsBackKind.PINNED:
            return _("“{name}” is pinned to {start}.")
        case HoldsBackKind.EARLIEST_START:
            return _("“{name}” is not to start before {month}.")
        case HoldsBackKind.PREREQUISITE:
            return _("“{name}” starts only in {start}, because it needs “{other}”.")
        case HoldsBackKind.POOL:
            return _("“{name}” starts only in {start}, because “{other}” has too few free days in {month}.")
        case HoldsBackKind.PARALLEL:
            return _(
                "“{name}” starts only in {start}, because enough others run in {month} (at most {limit})."
            )
        case HoldsBackKind.MONEY:
            return _(
                "“{name}” starts only in {start}, because the money of fiscal year {year} does not suffice."
            )


def _params(company: "OpenCompany", held: HoldsBack, parallel: int | None) -> dict[str, object]:
    plan = company.results.plan
    record = company.data.get(Initiative, held.record_id) or company.data.get(ResourcePool, held.record_id)
    year = 0 if held.month is None else fiscal_year(month_number(held.month), plan.fiscal_start)
    return {
        "month": "" if held.month is None else formats.long_month(held.month),
        "other": "" if record is None else record.name,
        "limit": plan.parallel if parallel is None else parallel,
        "year": fiscal_year_words(year, plan.fiscal_start),
    }
