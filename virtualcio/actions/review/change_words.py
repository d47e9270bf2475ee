"""What is different since a review, one sentence each, what weighs most first."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.review.changes import Changes, CostChange, KpiChange, Moved, Named
from virtualcio.analysis.review.slips import Slip
from virtualcio.texts import _, join_names, translate_count

_MONTHS = 30  # days: from here on a delay is told in months


@dataclass(frozen=True)
class ChangeWords:
    """One difference in the language of the interface, and the keys of the things it is about."""

    text: str
    tone: Tone
    keys: tuple[str, ...] = ()


def changes_words(changes: Changes) -> Sequence[ChangeWords]:
    """Renewals, initiatives, KPIs; nothing where nothing is different. Figures are a table of their own."""
    return [*_renewals(changes), *_initiatives(changes), *_kpis(changes)]


def renewal_words(changes: Changes) -> Sequence[ChangeWords]:
    """About what is overdue: '2 Systeme sind nicht mehr überfällig (−14.200 €): …'."""
    return list(_renewals(changes))


def initiative_words(changes: Changes) -> Sequence[ChangeWords]:
    """What is done, new, later or earlier, dearer or cheaper, dropped."""
    return list(_initiatives(changes))


def _renewals(changes: Changes) -> Iterator[ChangeWords]:
    if changes.renewed:
        text = translate_count(
            "{count} thing is no longer overdue", "{count} things are no longer overdue", len(changes.renewed)
        )
        yield _group(text, changes.renewed, Tone.GOOD, -1)
    if changes.newly_overdue:
        text = translate_count(
            "{count} thing is newly overdue", "{count} things are newly overdue", len(changes.newly_overdue)
        )
        yield _group(text, changes.newly_overdue, Tone.WATCH, 1)
    for slip in changes.slipped:
        yield ChangeWords(slip_words(slip), Tone.ACT if slip.times > 1 else Tone.WATCH, (slip.thing_id,))


def _initiatives(changes: Changes) -> Iterator[ChangeWords]:
    groups: tuple[tuple[Sequence[Named], Tone, Callable[[int], str]], ...] = (
        (
            changes.done,
            Tone.GOOD,
            lambda n: translate_count("{count} initiative is done", "{count} initiatives are done", n),
        ),
        (
            changes.dropped,
            Tone.NEUTRAL,
            lambda n: translate_count(
                "{count} initiative was dropped", "{count} initiatives were dropped", n
            ),
        ),
        (
            changes.new,
            Tone.NEUTRAL,
            lambda n: translate_count("{count} initiative is new", "{count} initiatives are new", n),
        ),
    )
    yield from (ChangeWords(moved_words(one), _of_move(one), (one.initiative_id,)) for one in changes.moved)
    for cost in (*changes.dearer, *changes.cheaper):
        tone = Tone.WATCH if cost.difference > 0 else Tone.GOOD
        yield ChangeWords(cost_words(cost), tone, (cost.initiative_id,))
    for things, tone, words in groups:
        if things:
            yield _group(words(len(things)), things, tone, 0)


def _kpis(changes: Changes) -> Iterator[ChangeWords]:
    tones = {True: Tone.GOOD, False: Tone.ACT, None: Tone.NEUTRAL}
    for one in changes.kpis:
        if one.better is not None:
            yield ChangeWords(kpi_words(one), tones[one.better], (one.kpi_id,))


def _group(words: str, things: Sequence[Named], tone: Tone, sign: int) -> ChangeWords:
    """With the money that goes or comes with them (sign), and their names."""
    money = total(one.amount for one in things if one.amount is not None) * sign
    if money:
        words = _("{words} ({money})").format(words=words, money=signed_money(money))
    names = join_names(one.name for one in things)
    return ChangeWords(_("{words}: {names}").format(words=words, names=names), tone, _keys(things))


def _keys(things: Sequence[Named]) -> tuple[str, ...]:
    return tuple(one.key for one in things)


def signed_money(amount: Decimal) -> str:
    """'+9.800 €' or '−14.200 €'."""
    return f"+{formats.money_short(amount)}" if amount > 0 else formats.money_short(amount)


def slip_words(slip: Slip) -> str:
    """'„Telefonanlage“ wurde 2-mal verschoben, zusammen um 9 Monate'."""
    words = _("“{name}” was put off").format(name=slip.name)
    if slip.times > 1:
        words = _("“{name}” was put off {count} times").format(
            name=slip.name, count=formats.number(slip.times)
        )
    elif slip.planned_on is None:
        words = _("“{name}” was taken off the plan").format(name=slip.name)
    if not slip.days:
        return words
    return _("{words}, by {span} in all").format(words=words, span=span_words(slip.days))


def span_words(days: int) -> str:
    """'12 Tage', from a month on '3 Monate' (30 days each, rounded)."""
    if days < _MONTHS:
        return translate_count("{count} day", "{count} days", days)
    return translate_count("{count} month", "{count} months", (days + _MONTHS // 2) // _MONTHS)


def _of_move(one: Moved) -> Tone:
    return Tone.WATCH if one.later else Tone.GOOD


def moved_words(one: Moved) -> str:
    """'„Kundenportal“ endet 2 Monate später: 30.06.2027'."""
    params = {"name": one.name, "day": formats.day(one.end_after)}
    if one.start_after is None:
        return _("“{name}” is off the roadmap").format(**params)
    months = one.end_months or 0
    if months:
        span = translate_count("{count} month", "{count} months", abs(months))
        text = (
            _("“{name}” ends {span} later: {day}") if months > 0 else _("“{name}” ends {span} earlier: {day}")
        )
        return text.format(span=span, **params)
    return _("“{name}” begins on {start} instead of {before}").format(
        name=one.name, start=formats.day(one.start_after), before=formats.day(one.start_before)
    )


def cost_words(one: CostChange) -> str:
    """'„Kundenportal“ kostet 46.000 € statt 38.000 € (+8.000 €)'."""
    return _("“{name}” costs {after} instead of {before} ({difference})").format(
        name=one.name,
        after=formats.money_short(one.after),
        before=formats.money_short(one.before),
        difference=signed_money(one.difference),
    )


def kpi_words(one: KpiChange) -> str:
    """'„Lieferzeit“ liegt jetzt hinter dem Plan'."""
    text = {
        "behind": _("“{name}” is behind plan now"),
        "close": _("“{name}” is close to plan now"),
        "on_plan": _("“{name}” is on plan now"),
    }[one.after]
    return text.format(name=one.name)
