"""`show FILE roadmap|load`: what happens when, what does not fit, and how busy the people are."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Tone
from virtualcio.actions.roadmap.conflict_words import words_of_conflict
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.actions.roadmap.month_words import span_words
from virtualcio.actions.roadmap.start_words import start_words
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.roadmap.bars import Bar
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.analysis.roadmap.loads import PoolLoad
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import SIGNS, named
from virtualcio.model import Goal, Initiative, ResourcePool
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_roadmap(company: "OpenCompany", as_json: bool) -> int:
    """The bars by start, what waits for a month, and the conflicts with what mends them."""
    if as_json:
        print_json(_json_roadmap(company))
        return FINE
    roadmap = company.results.roadmap
    titles = (_("Initiative"), _("When"), _("Done"), _("Goal"), _("Why not earlier"))
    print_table(titles, [_bar_row(company, bar) for bar in roadmap.bars], frozenset({2}))
    if roadmap.unplanned:
        print_title(_("Not on the roadmap yet:"))
        print_wrapped(", ".join(_name(company, key) for key in roadmap.unplanned), "  ")
    _print_conflicts(company)
    return FINE


def _name(company: "OpenCompany", key: str) -> str:
    return company.data.find(Initiative, key).name


def _goal(company: "OpenCompany", bar: Bar) -> str:
    goal = company.data.get(Goal, bar.goal_id)
    return "" if goal is None else goal.name


def _bar_row(company: "OpenCompany", bar: Bar) -> tuple[str, ...]:
    initiative = company.data.find(Initiative, bar.initiative_id)
    must = f"{_('Must')}: " if bar.is_must else ""
    return (
        must + initiative.name,
        span_words(bar.start, bar.months),
        formats.percent(Decimal(bar.percent_done)),
        _goal(company, bar),
        start_words(company, initiative),
    )


def _print_conflicts(company: "OpenCompany") -> None:
    conflicts = company.results.conflicts
    count = len(conflicts)
    print_title(
        translate_count("{count} conflict in the plan", "{count} conflicts in the plan", count)
        if conflicts
        else _("Nothing stands in the way of this plan.")
    )
    for conflict in conflicts:
        words = words_of_conflict(company, conflict)
        print_title(SIGNS[Tone(conflict.severity)] + words.title)
        print_wrapped(words.reason, "  ")
        if words.mend_title is not None:
            print_wrapped(f"→ {words.mend_title}", "  ")


def _json_roadmap(company: "OpenCompany") -> dict[str, object]:
    results = company.results
    roadmap, start = results.roadmap, company.data.company.fiscal_year_start
    return {
        "first_month": roadmap.first_month,
        "months": roadmap.months,
        "bars": [_json_bar(company, bar) for bar in roadmap.bars],
        "unplanned": [named(key, _name(company, key)) for key in roadmap.unplanned],
        "without_days": [named(key, _name(company, key)) for key in roadmap.without_days],
        "parallel": results.parallel,
        "money": [
            {
                "year": one.label_year,
                "year_words": fiscal_year_words(one.label_year, start),
                "planned": one.planned,
                "limit": one.limit,
                "without_cost": [named(key, _name(company, key)) for key in one.without_cost],
            }
            for one in results.yearly_money
        ],
        "conflicts": [json_conflict(company, one) for one in results.conflicts],
        "remedied_on": results.remedied_on,
    }


def _json_bar(company: "OpenCompany", bar: Bar) -> dict[str, object]:
    initiative = company.data.find(Initiative, bar.initiative_id)
    return {
        "id": bar.initiative_id,
        "name": initiative.name,
        "start": bar.start,
        "months": bar.months,
        "end": bar.end,
        "percent_done": bar.percent_done,
        "done": bar.done,
        "must": bar.is_must,
        "pinned": initiative.pinned,
        "goal": None if bar.goal_id is None else named(bar.goal_id, _goal(company, bar)),
        "held_back": start_words(company, initiative),
    }


def json_conflict(company: "OpenCompany", conflict: Conflict) -> dict[str, object]:
    """One conflict with its words and the move that mends it."""
    words, mend = words_of_conflict(company, conflict), conflict.mend
    pool = company.data.get(ResourcePool, conflict.pool_id)
    return {
        "kind": conflict.kind,
        "severity": conflict.severity,
        "title": words.title,
        "reason": words.reason,
        "initiatives": [named(key, _name(company, key)) for key in conflict.initiative_ids],
        "pool": None if pool is None else named(pool.id, pool.name),
        "month": conflict.month,
        "last_month": conflict.last_month,
        "params": conflict.params,
        "mend": None
        if mend is None
        else {
            "title": words.mend_title,
            "initiative": named(mend.initiative_id, _name(company, mend.initiative_id)),
            "start": mend.start,
            "months": mend.months,
            "along": [
                {**named(key, _name(company, key)), "start": start, "months": months}
                for key, start, months in mend.along
            ],
            "whole": mend.whole,
        },
    }


def show_load(company: "OpenCompany", as_json: bool) -> int:
    """Person-days by pool and month: planned of what there is; "■" where it is too much."""
    loads = company.results.pool_loads
    if as_json:
        print_json([_json_load(company, load) for load in loads])
        return FINE
    if not loads:
        print(_("There are no teams yet."))
        return FINE
    names = [company.data.find(ResourcePool, load.pool_id).name for load in loads]
    rows = [
        (formats.month(month), *(_load_words(load, at) for load in loads))
        for at, month in enumerate(loads[0].months)
    ]
    print_table((_("Month"), *names), rows, frozenset(range(1, len(names) + 1)))
    return FINE


def _load_words(load: PoolLoad, at: int) -> str:
    wanted, free = load.load[at], load.capacity[at]
    sign = SIGNS[Tone(Severity.ACT)] if wanted > free else ""
    return sign + _("{load} of {free}").format(load=formats.number(wanted, 2), free=days_words(free))


def _json_load(company: "OpenCompany", load: PoolLoad) -> dict[str, object]:
    return {
        **named(load.pool_id, company.data.find(ResourcePool, load.pool_id).name),
        "months": load.months,
        "capacity": load.capacity,
        "load": load.load,
        "over": load.over,
        "initiatives": [
            {**named(key, _name(company, key)), "days": days} for key, days in load.by_initiative.items()
        ],
    }
