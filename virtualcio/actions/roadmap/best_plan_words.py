"""A proposed plan in words: how good it is, what it brings beside today's, how far a search is."""

from collections.abc import Sequence
from decimal import ROUND_CEILING, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from virtualcio import formats
from virtualcio.actions.roadmap.best_plan import PlanAsked, PlanWish
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.actions.roadmap.month_words import duration_words
from virtualcio.analysis.planning.comparison import Comparison
from virtualcio.analysis.planning.problem import Aim, PlanProblem
from virtualcio.analysis.roadmap.holds_back import HoldsBackKind
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, month_number
from virtualcio.model import Initiative, ResourcePool
from virtualcio.solver.answer import PlanAnswer, Progress, Status
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_HUNDRED = Decimal(100)


class PlanWords(NamedTuple):
    """In the language of the interface."""

    title: str
    text: str


def title_of(answer: PlanAnswer, aim: Aim) -> str:
    """How good the answer is. “None is better” is said only of what is proven."""
    match answer.status:
        case Status.IMPOSSIBLE:
            return _("No time plan keeps all of your demands")
        case Status.NOT_FOUND:
            return _("No time plan was found in this time")
        case Status.PROVEN:
            return {
                Aim.BENEFIT: _("Proposed plan: with your figures there is no better time plan"),
                Aim.EARLY: _("Proposed plan: with your figures none is finished earlier"),
                Aim.EVEN: _("Proposed plan: with your figures none is more even"),
            }[aim]
    better = better_words(answer.value, answer.bound, answer.gap, aim)
    return _("Proposed plan: {better}").format(better=better or _("the best that was found in this time"))


def better_words(value: Fraction | None, bound: Fraction | None, gap: Fraction | None, aim: Aim) -> str:
    """How much better a plan could be at most; "" if that is not known. Rounded up, so that it is true."""
    if value is None or bound is None or gap is None:
        return ""
    if aim is Aim.EARLY:
        months = int((value - bound).__ceil__())
        return translate_count(
            "at most {count} month earlier would be possible",
            "at most {count} months earlier would be possible",
            months,
        )
    if aim is Aim.EVEN:
        gap = abs(value - bound)
    return _("at most {share} better would be possible").format(share=share_words(gap, ROUND_CEILING))


def share_words(share: Fraction, rounding: str = ROUND_HALF_UP) -> str:
    """A share as percent with one place: '0,8 %'."""
    percent = Decimal(share.numerator) * _HUNDRED / Decimal(share.denominator)
    return formats.percent(percent.quantize(Decimal("0.1"), rounding), 1)


def progress_words(progress: Progress | None, seconds: float, aim: Aim) -> str:
    """How far a search is: the best so far, how far from the bound, and how long it has been searching."""
    took = translate_count("{count} second", "{count} seconds", int(seconds))
    if progress is None or progress.value is None:
        return _("Looking for a first plan · {time}").format(time=took)
    better = better_words(progress.value, progress.bound, progress.gap, aim)
    if not better:
        return _("A first plan is there, a better one is looked for · {time}").format(time=took)
    return _("Best plan so far: {better} · {time}").format(better=better, time=took)


def wish_words(wish: PlanWish) -> str:
    """What is supposed other than the company's figures; "" for nothing."""
    parts = []
    if wish.aim is not Aim.BENEFIT:
        parts.append(aim_words()[wish.aim])
    if wish.money != 1:
        parts.append(_("{change} money").format(change=_change(wish.money)))
    if wish.more_money:
        parts.append(
            _("{money} more a year").format(money=formats.money_short(Decimal(wish.more_money) / 100))
        )
    if wish.days != 1:
        parts.append(_("{change} person-days").format(change=_change(wish.days)))
    if wish.parallel is not None:
        parts.append(
            translate_count("{count} initiative at a time", "{count} initiatives at a time", wish.parallel)
        )
    if wish.months is not None:
        parts.append(duration_words(wish.months))
    if wish.may_leave_out:
        parts.append(_("what is no must may be left out"))
    return ", ".join(parts)


def aim_words() -> dict[Aim, str]:
    """The three aims by name."""
    return {
        Aim.BENEFIT: _("most benefit"),
        Aim.EARLY: _("finished earliest"),
        Aim.EVEN: _("most even load"),
    }


def _change(factor: Decimal) -> str:
    share = formats.percent(abs(factor - 1) * _HUNDRED, 0)
    return _("{share} more").format(share=share) if factor > 1 else _("{share} less").format(share=share)


def summary_words(company: "OpenCompany", asked: PlanAsked, compared: Comparison) -> str:
    """What the proposal brings, and which initiatives cannot be planned, in a few sentences."""
    problem = asked.problem
    placed = len([one for one in compared.shifts if one.after is not None])
    without = list(dict.fromkeys(one.key for one in asked.unplannable if one.left_out))
    if compared.changes_anything:
        said = [_fits(problem, placed, len(compared.shifts) + len(without)), _earlier(compared)]
    else:
        said = [_("Today's plan is just like that.")]
    said.insert(1, _not_planned(company, without))
    said.append(_bottleneck(company, problem, compared))
    supposed = wish_words(asked.wish)
    if supposed:
        said.insert(0, _("Supposed: {what}.").format(what=supposed))
    return " ".join(filter(None, said))


def _fits(problem: PlanProblem, placed: int, count: int) -> str:
    months = max(1, problem.months)
    monthly = Decimal(sum(sum(row) for row in problem.capacity.values())) / 100 / months
    params = {
        "placed": formats.number(placed),
        "count": formats.number(count),
        "days": days_words(monthly.quantize(Decimal(1), ROUND_HALF_UP)),
        "money": formats.money_short(Decimal(max((problem.money or {0: 0}).values())) / 100),
    }
    if problem.money:
        text = _("{placed} of {count} initiatives fit into {days} a month and {money} a year.")
    else:
        text = _("{placed} of {count} initiatives fit into {days} a month.")
    return text.format(**params)


def _not_planned(company: "OpenCompany", keys: Sequence[str]) -> str:
    """What was entered so that nobody can plan it; why stands beside the comparison."""
    if not keys:
        return ""
    records = [company.data.get(Initiative, key) for key in keys]
    names = [_("“{name}”").format(name=record.name) for record in records if record is not None]
    what = translate_count(
        "{count} cannot be planned as it was entered",
        "{count} cannot be planned as they were entered",
        len(keys),
    )
    return _("{what}: {names}.").format(what=what, names=join_names(names))


def _earlier(compared: Comparison) -> str:
    mean = compared.mean_earlier
    if mean is None:
        return ""
    tenths = Decimal(mean.numerator) / Decimal(mean.denominator)
    tenths = tenths.quantize(Decimal("0.1"), ROUND_HALF_UP)
    if tenths > 0:
        return _("Benefit comes {months} earlier on average.").format(months=months_words(tenths))
    if tenths < 0 and not compared.today_fits:
        return _(
            "Benefit comes {months} later on average, for today's plan does not fit people and money."
        ).format(months=months_words(-tenths))
    if tenths < 0:
        return _("Benefit comes {months} later on average.").format(months=months_words(-tenths))
    return _("On average benefit comes as early as today.")


def months_words(months: Decimal) -> str:
    """'4 Monate', '2,5 Monate'."""
    if months == int(months):
        return duration_words(int(months))
    return _("{months} months").format(months=formats.number(months, 1))


def _bottleneck(company: "OpenCompany", problem: PlanProblem, compared: Comparison) -> str:
    found = compared.bottleneck
    if found is None:
        return ""
    month = formats.long_month(found.until)
    if found.kind is HoldsBackKind.POOL:
        pool = company.data.get(ResourcePool, found.pool)
        name = "" if pool is None else pool.name
        return _("The bottleneck is “{name}” until {month}.").format(name=name, month=month)
    if found.kind is HoldsBackKind.PARALLEL:
        limit = translate_count(
            "at most {count} initiative at a time", "at most {count} initiatives at a time", problem.parallel
        )
        return _("The bottleneck until {month} is the limit “{limit}”.").format(month=month, limit=limit)
    start_month = company.results.plan.fiscal_start
    year = fiscal_year(month_number(found.until), start_month)
    return _("The bottleneck is the money of fiscal year {year}.").format(
        year=fiscal_year_words(year, start_month)
    )


def words_of(
    company: "OpenCompany", asked: PlanAsked, answer: PlanAnswer, compared: Comparison | None
) -> PlanWords:
    """Title and text of the answer; without a plan the text says what was supposed, and where to look."""
    wish = asked.wish
    if compared is None:
        supposed = wish_words(wish)
        said = [_("Supposed: {what}.").format(what=supposed)] if supposed else []
        if answer.status is Status.IMPOSSIBLE:
            said.append(_("Below you see which demands contradict each other, and what you can give up."))
        return PlanWords(title_of(answer, wish.aim), " ".join(said))
    return PlanWords(title_of(answer, wish.aim), summary_words(company, asked, compared))
