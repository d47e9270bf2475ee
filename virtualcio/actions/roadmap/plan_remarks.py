"""What a proposal says beside its starts: bad input, what is left out, what more would bring."""

from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

from virtualcio import formats
from virtualcio.actions.roadmap.best_plan_words import share_words
from virtualcio.actions.roadmap.load_words import days_words
from virtualcio.analysis.planning.left_out import LeftOut, LeftOutKind
from virtualcio.analysis.planning.problem import PlanProblem, Reason, Unplannable
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import Initiative, ResourcePool
from virtualcio.solver.more import MORE_DAYS, MORE_MONEY, Gain
from virtualcio.texts import _, join_names

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class Way(NamedTuple):
    """A sentence, and the button that leads to what it is about."""

    text: str
    title: str
    page: str
    tab: str
    record: str
    column: str = ""


def name_of(company: "OpenCompany", key: str | None) -> str:
    """Of an initiative or a pool; "" if it is gone."""
    record = company.data.get(Initiative, key) or company.data.get(ResourcePool, key)
    return "" if record is None else record.name


def remark(company: "OpenCompany", found: Unplannable) -> Way:
    """One piece of bad input: what is wrong, what the plan does about it, and where to put it right."""
    names = join_names([_("“{name}”").format(name=name_of(company, key)) for key in found.others], 4)
    text = _SENTENCES[found.reason]().format(name=name_of(company, found.key), others=names)
    if found.left_out:
        text = " ".join((text, _("It is not planned.")))
    if found.reason is Reason.NO_CAPACITY:
        return Way(text, _("Enter capacity"), "roadmap", "pools", found.others[0], "days_per_month")
    column = {Reason.HARD_END_PAST: "hard_end", Reason.TOO_LONG: "months"}.get(found.reason, "")
    return Way(text, _("Show"), "priorities", "initiatives", found.key, column)


_SENTENCES = {
    Reason.WITHOUT_POOL: lambda: _("“{name}” needs days of nobody in particular; these are not planned for."),
    Reason.NO_CAPACITY: lambda: _("“{name}” needs {others}, and there are no days in any month."),
    Reason.PREREQUISITE_DROPPED: lambda: _("“{name}” waits for something that is not done any more."),
    Reason.PREREQUISITE_OUTSIDE: lambda: _(
        "“{name}” waits for {others}, which is not finished within the months of the plan."
    ),
    Reason.HARD_END_PAST: lambda: _(
        "The day by which “{name}” has to be done is past; it is planned anyway."
    ),
    Reason.TOO_LONG: lambda: _("“{name}” does not fit into the months of the plan."),
    Reason.CIRCLE: lambda: _("{others} wait for each other; these dependencies are passed over."),
}


def left_out_words(company: "OpenCompany", problem: PlanProblem, found: LeftOut) -> str:
    """Why the plan does without an initiative."""
    params = {
        "name": name_of(company, found.key),
        "other": name_of(company, found.other),
        "limit": formats.number(problem.parallel),
    }
    return _LEFT_OUT[found.kind]().format(**params)


_LEFT_OUT = {
    LeftOutKind.PREREQUISITE: lambda: _("“{name}” is left out, because “{other}” is, which it needs."),
    LeftOutKind.NO_MONTHS: lambda: _("“{name}” is left out: its dates leave too few months."),
    LeftOutKind.DAYS: lambda: _("“{name}” is left out: “{other}” has too few free days for it."),
    LeftOutKind.PLACES: lambda: _("“{name}” is left out: {limit} others always run at the same time."),
    LeftOutKind.MONEY: lambda: _("“{name}” is left out: the money does not suffice for it."),
    LeftOutKind.NOT_WORTH: lambda: _("“{name}” is left out: it would add no benefit."),
}


def gain_words(company: "OpenCompany", worth: Fraction | None, gain: Gain) -> str:
    """What a little more of something would bring, as a share of what the plan is worth."""
    if gain.pool is None:
        more = _("{money} more a year").format(money=formats.money_short(amount_of(MORE_MONEY)))
    else:
        more = _("{days} more a month of “{name}”").format(
            days=days_words(amount_of(MORE_DAYS)), name=name_of(company, gain.pool)
        )
    if gain.exact and gain.found == 0:
        return _("{more}: brings nothing").format(more=more)
    if not worth:
        return _("{more}: brings {points} points").format(more=more, points=_points(gain.found))
    found = share_words(gain.found / abs(worth))
    if gain.exact:
        return _("{more}: {share} more benefit").format(more=more, share=found)
    if gain.most is None:
        return _("{more}: {share} more benefit at least").format(more=more, share=found)
    return _("{more}: about {share} more benefit, at most {most}").format(
        more=more, share=found, most=share_words(gain.most / abs(worth))
    )


def _points(value: Fraction) -> str:
    return formats.number(amount_of(round(value * 100)), 1)
