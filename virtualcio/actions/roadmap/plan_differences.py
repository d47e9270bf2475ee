"""A proposed plan beside today's as rows: months before and after, by how much, and why not earlier."""

from collections.abc import Mapping, Sequence
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from virtualcio import formats
from virtualcio.actions.roadmap.best_plan import PlanAsked, why_left_out
from virtualcio.actions.roadmap.best_plan_words import share_words
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.actions.roadmap.month_words import duration_words
from virtualcio.actions.roadmap.plan_remarks import left_out_words, name_of
from virtualcio.actions.roadmap.start_words import held_words
from virtualcio.analysis.planning.comparison import Comparison, Fate, Shift
from virtualcio.analysis.planning.problem import Starts
from virtualcio.analysis.planning.why_not_earlier import why_not_earlier
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, month_number
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_FIRST = {Fate.EARLIER: 0, Fate.ADDED: 1, Fate.LATER: 2, Fate.LEFT_OUT: 3, Fate.SAME: 4}


class Difference(NamedTuple):
    """One initiative, in the language of the interface. `cells` stand under the titles; `sentence` says in
    full why it is not earlier, or left out.
    """

    key: str
    name: str
    before: str
    after: str
    change: str
    why: str
    sentence: str

    @property
    def cells(self) -> tuple[str, ...]:
        return self.name, self.before, self.after, self.change, self.why


def difference_titles() -> tuple[str, ...]:
    """The headings of the fields after the key."""
    return _("Initiative"), _("Today"), _("Proposal"), _("Change"), _("Why not earlier")


def differences(
    company: "OpenCompany", asked: PlanAsked, starts: Starts, compared: Comparison
) -> tuple[Difference, ...]:
    """All that the problem holds: what changes first, in the order of its new months."""
    why = why_not_earlier(asked.problem, starts)
    out = {
        one.key: left_out_words(company, asked.problem, one) for one in why_left_out(asked.problem, starts)
    }
    found = sorted(
        compared.shifts,
        key=lambda one: (_FIRST[one.fate], one.after or date.max, name_of(company, one.key).casefold()),
    )
    return tuple(
        Difference(
            one.key,
            name_of(company, one.key),
            formats.month(one.before) if one.before else formats.NO_VALUE,
            formats.month(one.after) if one.after else formats.NO_VALUE,
            change_words(one),
            out.get(one.key) or _short(company, asked, one, why),
            out.get(one.key) or why_words(company, asked, one, why),
        )
        for one in found
    )


def change_words(shift: Shift) -> str:
    """'3 Monate früher', 'neu eingeplant'."""
    match shift.fate:
        case Fate.EARLIER:
            return _("{months} earlier").format(months=duration_words(shift.by))
        case Fate.LATER:
            return _("{months} later").format(months=duration_words(-shift.by))
        case Fate.ADDED:
            return _("newly planned")
        case Fate.LEFT_OUT:
            return _("left out")
    return _("as today") if shift.before == shift.after else _("from this month on")


def why_words(
    company: "OpenCompany", asked: PlanAsked, shift: Shift, why: Mapping[str, Sequence[HoldsBack]]
) -> str:
    """What holds an initiative of the proposal back one month earlier: the first of its reasons."""
    if shift.after is None:
        return ""
    name, reasons = name_of(company, shift.key), why.get(shift.key, ())
    if not reasons:
        return _("“{name}” could start a month earlier, which would bring nothing.").format(name=name)
    return held_words(company, name, shift.after, reasons[0], asked.problem.parallel)


def _short(
    company: "OpenCompany", asked: PlanAsked, shift: Shift, why: Mapping[str, Sequence[HoldsBack]]
) -> str:
    """The same reason without the name, for a cell that stands beside it."""
    reasons = why.get(shift.key, ())
    if not reasons:
        return _("would bring nothing")
    held = reasons[0]
    month = formats.NO_VALUE if held.month is None else formats.long_month(held.month)
    start_month = company.results.plan.fiscal_start
    year = 0 if held.month is None else fiscal_year(month_number(held.month), start_month)
    return _SHORT[held.kind]().format(
        month=month,
        other=name_of(company, held.record_id),
        limit=formats.number(asked.problem.parallel),
        year=fiscal_year_words(year, start_month),
    )


_SHORT = {
    HoldsBackKind.RUNNING: lambda: _("is running"),
    HoldsBackKind.FIRST_MONTH: lambda: _("begins at once"),
    HoldsBackKind.PINNED: lambda: _("start is fixed"),
    HoldsBackKind.EARLIEST_START: lambda: _("not before {month}"),
    HoldsBackKind.PREREQUISITE: lambda: _("needs “{other}”"),
    HoldsBackKind.POOL: lambda: _("“{other}” is full in {month}"),
    HoldsBackKind.PARALLEL: lambda: _("{limit} others run in {month}"),
    HoldsBackKind.MONEY: lambda: _("the money of {year} is used up"),
}


def beside_lines(company: "OpenCompany", compared: Comparison) -> tuple[str, ...]:
    """What the proposal changes as a whole: benefit, money by fiscal year, fullest month of each pool."""
    lines = []
    before, after = compared.worth_before, compared.worth_after
    if before > 0 and after != before and compared.today_fits:
        share = share_words(abs(after - before) / before)
        text = (
            _("Benefit: {share} more than today") if after > before else _("Benefit: {share} less than today")
        )
        lines.append(text.format(share=share))
    if not compared.today_fits:
        lines.append(_("Today's plan does not keep all of these demands; see the conflicts."))
    start_month = company.results.plan.fiscal_start
    for year in compared.years:
        if year.before or year.after:
            text = _("Money {year}: {after}, today {before}")
            if year.before == year.after:
                text = _("Money {year}: {after} as today")
            lines.append(
                text.format(
                    year=fiscal_year_words(year.year, start_month),
                    before=formats.money_short(amount_of(year.before)),
                    after=formats.money_short(amount_of(year.after)),
                )
            )
    lines += [
        _("{name}: fullest month {after}, today {before}").format(
            name=name_of(company, pool.pool), before=_whole(pool.before), after=_whole(pool.after)
        )
        for pool in compared.pools
        if pool.before or pool.after
    ]
    return tuple(lines)


def _whole(share: Fraction) -> str:
    return formats.percent(amount_of(round(share * 10_000)))
