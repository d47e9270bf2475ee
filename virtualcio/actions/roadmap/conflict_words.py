"""The words of a conflict in the plan: what is wrong, why, and what the one click does."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from virtualcio import formats
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.analysis.roadmap.conflict import Conflict, ConflictKind, Mend
from virtualcio.model import Initiative, ResourcePool
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class ConflictWords(NamedTuple):
    """In the language of the interface; `mend_title` None: no single move mends it. `mend_name` is the name
    of the initiative as it stands in that title, the only part of it that may be shortened.
    """

    title: str
    reason: str
    mend_title: str | None
    mend_name: str = ""


def words_of_conflict(company: "OpenCompany", conflict: Conflict) -> ConflictWords:
    """Title, reason and the name of the button that mends it."""
    title, reason = _WORDS[conflict.kind](company, conflict)
    mend = conflict.mend
    if mend is None:
        return ConflictWords(title, reason, None)
    mended, name = _mend_title(company, conflict, mend), _name(company, mend.initiative_id)
    return ConflictWords(title, reason, mended, name if name in mended else "")


def _mend_title(company: "OpenCompany", conflict: Conflict, mend: Mend) -> str:
    initiative = company.data.find(Initiative, mend.initiative_id)
    shared = (ConflictKind.OVERLOAD, ConflictKind.PARALLEL, ConflictKind.MONEY)
    own = conflict.initiative_ids[0] == initiative.id and conflict.kind not in shared
    params = {"name": initiative.name, "month": formats.long_month(mend.start)}
    if initiative.start is None:
        text = _("Plan “{name}” for {month}").format(**params)
    elif initiative.months != mend.months:
        text = _("Let it run until the end of this month")
    elif own:
        text = _("Move to {month}").format(**params)
    else:
        text = _("Move “{name}” to {month}").format(**params)
    if mend.along:
        count = len(mend.along)
        added = translate_count("{count} more moves along", "{count} more move along", count)
        text = _("{move} ({addition})").format(move=text, addition=added)
    if not mend.whole:
        text = _("{move} ({addition})").format(move=text, addition=_("helps in part"))
    return text


def _name(company: "OpenCompany", key: str) -> str:
    return company.data.find(Initiative, key).name


def _month(value: date | None) -> str:
    return formats.NO_VALUE if value is None else formats.long_month(value)


def _names(company: "OpenCompany", conflict: Conflict) -> str:
    return join_names([_name(company, key) for key in conflict.initiative_ids])


def _when(conflict: Conflict) -> str:
    if conflict.month == conflict.last_month:
        return _("in {month}").format(month=_month(conflict.month))
    return _("from {first} to {last}").format(first=_month(conflict.month), last=_month(conflict.last_month))


def _circle(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    names = [_name(company, key) for key in conflict.initiative_ids]
    steps = [
        _("“{name}” needs “{other}”").format(name=name, other=other)
        for name, other in zip(names, [*names[1:], names[0]], strict=True)
    ]
    title = _("{names} wait for each other").format(
        names=join_names([_("“{name}”").format(name=name) for name in names])
    )
    return title, _("{steps}. Remove one of these dependencies.").format(steps=", ".join(steps))


def _hard_end(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    initiative = company.data.find(Initiative, conflict.initiative_ids[0])
    title = _("“{name}” ends after the day that must not be missed").format(name=initiative.name)
    params = {"end": formats.day(conflict.params["ends_on"]), "until": formats.day(initiative.hard_end)}
    reason = _("It is planned until {end} and has to be finished by {until}.").format(**params)
    return title, f"{reason} {initiative.hard_end_reason}".strip()


def _wished_end(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    initiative = company.data.find(Initiative, conflict.initiative_ids[0])
    title = _("“{name}” ends later than wished").format(name=initiative.name)
    params = {"end": formats.day(conflict.params["ends_on"]), "until": formats.day(initiative.wished_end)}
    return title, _("It is planned until {end}, wished was {until}.").format(**params)


def _past(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    name = _name(company, conflict.initiative_ids[0])
    if conflict.params["running"]:
        title = _("“{name}” should be finished").format(name=name)
        reason = _("It was planned until {month} and is still running. Finish it or give it more months.")
        return title, reason.format(month=_month(conflict.last_month))
    title = _("“{name}” should have begun").format(name=name)
    reason = _("It was planned from {month}. Choose another month, or say that it is running.")
    return title, reason.format(month=_month(conflict.month))


def _prerequisite(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    name, other = (_name(company, key) for key in conflict.initiative_ids)
    title = _("“{name}” starts before “{other}” is finished").format(name=name, other=other)
    reason = _("It needs “{other}” and can start in {ready} at the earliest; planned is {month}.")
    params = {"ready": _month(conflict.params["ready"]), "month": _month(conflict.month)}
    return title, reason.format(other=other, **params)


def _unplanned(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    name, other = (_name(company, key) for key in conflict.initiative_ids)
    if conflict.params["dropped"]:
        title = _("“{name}” needs “{other}”, which was dropped").format(name=name, other=other)
        return title, _("Take “{other}” up again, or remove the dependency.").format(other=other)
    title = _("“{name}” needs “{other}”, which is not on the roadmap").format(name=name, other=other)
    return title, _("Give “{other}” a month before {month}, or remove the dependency.").format(
        other=other, month=_month(conflict.month)
    )


def _earliest(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    title = _("“{name}” starts before its earliest month").format(
        name=_name(company, conflict.initiative_ids[0])
    )
    params = {"earliest": _month(conflict.params["earliest"]), "month": _month(conflict.month)}
    return title, _("It can start in {earliest} at the earliest; planned is {month}.").format(**params)


def _overload(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    pool, params = company.data.find(ResourcePool, conflict.pool_id or "").name, conflict.params
    title = _("“{pool}” is overloaded {when}").format(pool=pool, when=_when(conflict))
    values = {"month": _month(params["worst_month"]), "needed": days_words(params["needed"])}
    if params["no_capacity"]:
        reason = _("It has no days for initiatives; {needed} are planned in {month}.").format(**values)
    else:
        reason = _("In {month} {needed} are planned, {free} are free.").format(
            **values, free=days_words(params["free"])
        )
    return title, f"{reason} {_involved(company, conflict)}"


def _involved(company: "OpenCompany", conflict: Conflict) -> str:
    return _("Involved: {names}.").format(names=_names(company, conflict))


def _parallel(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    params = conflict.params
    title = _("{count} initiatives at once {when}").format(count=params["most"], when=_when(conflict))
    limit = _("At most {limit} are meant to run at the same time.").format(limit=params["limit"])
    return title, f"{limit} {_involved(company, conflict)}"


def _money(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    params = conflict.params
    year = fiscal_year_words(params["year"], company.results.plan.fiscal_start)
    title = _("{amount} too much in fiscal year {year}").format(
        amount=formats.money_short(params["over"]), year=year
    )
    reason = _("{planned} are planned, {limit} are meant to be spent.").format(
        planned=formats.money_short(params["planned"]), limit=formats.money_short(params["limit"])
    )
    return title, f"{reason} {_involved(company, conflict)}"


def _without_pool(company: "OpenCompany", conflict: Conflict) -> tuple[str, str]:
    name = _name(company, conflict.initiative_ids[0])
    days = days_words(conflict.params["days"])
    title = _("Nobody is named for {days} of “{name}”").format(days=days, name=name)
    return title, _("Choose the team that works them, so that the load is right.")


_WORDS: dict[ConflictKind, Callable[["OpenCompany", Conflict], tuple[str, str]]] = {
    ConflictKind.CIRCLE: _circle,
    ConflictKind.HARD_END: _hard_end,
    ConflictKind.IN_THE_PAST: _past,
    ConflictKind.PREREQUISITE: _prerequisite,
    ConflictKind.PREREQUISITE_UNPLANNED: _unplanned,
    ConflictKind.EARLIEST_START: _earliest,
    ConflictKind.OVERLOAD: _overload,
    ConflictKind.MONEY: _money,
    ConflictKind.PARALLEL: _parallel,
    ConflictKind.WISHED_END: _wished_end,
    ConflictKind.WITHOUT_POOL: _without_pool,
}
