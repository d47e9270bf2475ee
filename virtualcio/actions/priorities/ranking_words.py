"""Why an initiative stands where it stands, in words: kind, reasons line by line, a verdict."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence
from virtualcio.actions.priorities.must_words import must_sentence, must_target
from virtualcio.actions.priorities.must_words import must_words as must_words
from virtualcio.actions.tone import Tone
from virtualcio.analysis.inventory.dependencies import processes_behind
from virtualcio.analysis.priorities.contributions import Contribution, ContributionKind
from virtualcio.analysis.priorities.effort import Unknown
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model import (
    Asset,
    Goal,
    Initiative,
    InitiativeAsset,
    InitiativeEffort,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.texts import _, join_names, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

KIND_TITLES: dict[StrEnum, str] = {
    InitiativeKind.QUICK_WIN: mark("Quick win"),
    InitiativeKind.STRATEGIC: mark("Strategy"),
    InitiativeKind.ON_THE_SIDE: mark("On the side"),
    InitiativeKind.DEFER: mark("Defer"),
    InitiativeKind.PLATFORM: mark("Platform"),
    InitiativeKind.NICE_TO_HAVE: mark("Nice-to-have"),
}
KIND_TONES: dict[InitiativeKind, Tone] = {
    InitiativeKind.QUICK_WIN: Tone.GOOD,
    InitiativeKind.NICE_TO_HAVE: Tone.WATCH,
}
_STRENGTHS = {1: mark("weak"), 2: mark("medium"), 3: mark("strong")}
_VERDICTS: dict[InitiativeKind, str] = {
    InitiativeKind.QUICK_WIN: mark("Rank {rank}: much benefit for little effort."),
    InitiativeKind.STRATEGIC: mark("Rank {rank}: much benefit, but a large piece of work."),
    InitiativeKind.ON_THE_SIDE: mark("Rank {rank}: little benefit, little effort. Something for in between."),
    InitiativeKind.DEFER: mark("Rank {rank}: much effort for little benefit. It can wait."),
    InitiativeKind.PLATFORM: mark("Rank {rank}: others wait for it ({names})."),
    InitiativeKind.NICE_TO_HAVE: mark(
        "Rank {rank}: nice-to-have. It serves no goal, lowers no risk and is not urgent."
    ),
}
_SOON_DAYS = 90  # a hard date this near is to be acted on


@dataclass(frozen=True)
class WhyLine:
    """`points` of the benefit (None for a remark), `text` in the language of the interface, and the record
    that it leads to.
    """

    points: Decimal | None
    text: str
    target: tuple[type[Record], str] | None = None

    @property
    def points_text(self) -> str:
        """'+44,25'."""
        return "" if self.points is None else f"+{formats.number(self.points, 2)}"


def kind_words(ranked: Ranked) -> tuple[str, Tone]:
    """'Muss' or the kind, and its tone."""
    if ranked.is_must:
        return _("Must"), Tone.ACT
    return _(KIND_TITLES[ranked.kind]), KIND_TONES.get(ranked.kind, Tone.NEUTRAL)


def why_title(company: "OpenCompany", ranked: Ranked) -> str:
    """The question that `why_rank` answers."""
    name = _name(company, ranked.initiative_id)
    if ranked.is_must:
        return _("Why does “{name}” have to be done?").format(name=name)
    if ranked.benefit == 100:
        return _("Why is “{name}” the most useful?").format(name=name)
    return _("Why is “{name}” on rank {rank}?").format(name=name, rank=ranked.rank)


def why_rank(company: "OpenCompany", ranked: Ranked) -> Sequence[WhyLine]:
    """First what must be done about it, then the parts of its benefit, which add up to it exactly, then
    what else its place follows from.
    """
    lines = [_must_line(company, ranked, number) for number in range(len(ranked.must_reasons))]
    lines += [_contribution_line(company, ranked, one) for one in ranked.contributions]
    lines += [WhyLine(None, text) for text in _place_words(company, ranked)]
    lines += [
        WhyLine(None, _("Needs “{name}” first").format(name=_name(company, key)), (Initiative, key))
        for key in ranked.needs
    ]
    lines += [WhyLine(None, text) for text in (*unknown_words(company, ranked), *_span_words(ranked))]
    return lines


def _waits_for_a_process(company: "OpenCompany", ranked: Ranked) -> bool:
    """Whether it renews systems of which nobody has said what needs them: only then urgency can be told."""
    things = [
        company.data.find(Asset, link.asset_id)
        for link in company.data.where(InitiativeAsset, "initiative_id", ranked.initiative_id)
    ]
    return bool(things) and not any(processes_behind(company.data, thing) for thing in things)


def verdict(company: "OpenCompany", ranked: Ranked) -> Sentence:
    """What its place means, for the head of the inspector; the lines behind it as `why`."""
    why = [f"{line.points_text} {line.text}".lstrip() for line in why_rank(company, ranked)]
    if ranked.is_must:
        text = _("It has to be done: {reason}.").format(reason=must_words(company, ranked))
        near = ranked.hard_date is not None and (ranked.hard_date - company.today).days <= _SOON_DAYS
        return Sentence(text, Tone.ACT if near else Tone.WATCH, why)
    names = join_names(_name(company, key) for key in ranked.enables)
    text = _(_VERDICTS[ranked.kind]).format(rank=ranked.rank, names=names)
    tone = KIND_TONES.get(ranked.kind, Tone.NEUTRAL)
    if ranked.kind is InitiativeKind.NICE_TO_HAVE and _waits_for_a_process(company, ranked):
        text = _(
            "Rank {rank} for now: no process is entered that needs the systems it renews. Name it there, "
            "then it shows whether this is urgent."
        ).format(rank=ranked.rank)
    if not ranked.effort_known:
        text = _("Rank {rank} for now: nobody has estimated the effort yet.").format(rank=ranked.rank)
        tone = Tone.WATCH
    return Sentence(text, tone, why)


def unknown_words(company: "OpenCompany", ranked: Ranked) -> Sequence[str]:
    """What is missing in its effort, one sentence each; none if nothing is."""
    if not ranked.effort_known:
        return [_("The effort is not estimated yet; until then it counts as large.")]
    rows = company.data.where(InitiativeEffort, "initiative_id", ranked.initiative_id)
    pools = {row.pool_id: company.data.get(ResourcePool, row.pool_id) for row in rows if row.days}
    without_rate = join_names(pool.name for pool in pools.values() if pool and pool.day_rate is None)
    sentences = {
        Unknown.COST: _("The external cost is not entered; without any, enter 0."),
        Unknown.POOL: _("For some of the person-days it is not said who works them; they are not priced."),
        Unknown.RATE: _("There is no day rate for: {names}. These days are not priced.").format(
            names=without_rate
        ),
    }
    return [sentences[kind] for kind in ranked.effort_unknown]


def _must_line(company: "OpenCompany", ranked: Ranked, number: int) -> WhyLine:
    reason = ranked.must_reasons[number]
    return WhyLine(None, must_sentence(company, reason), (must_target(company, reason)[0], reason.record_id))


def _contribution_line(company: "OpenCompany", ranked: Ranked, one: Contribution) -> WhyLine:
    key = one.record_id
    if key is None:
        day = formats.day(ranked.hard_date)
        return WhyLine(one.points, _("urgent: hard date {day}").format(day=day))
    if one.kind is ContributionKind.GOAL:
        text = _("Goal “{name}” ({strength})").format(
            name=company.data.find(Goal, key).name, strength=_(_STRENGTHS[one.strength or 1])
        )
        return WhyLine(one.points, text, (Goal, key))
    if one.kind is ContributionKind.RISK:
        text = _("lowers the risk “{name}”").format(name=company.data.find(Risk, key).name)
        return WhyLine(one.points, text, (Risk, key))
    text = _("makes “{name}” possible").format(name=_name(company, key))
    return WhyLine(one.points, text, (Initiative, key))


def _place_words(company: "OpenCompany", ranked: Ranked) -> Iterator[str]:
    """Why less useful ones stand before it, or more useful ones behind it; the circle it stands in."""
    found = company.results.ranking
    if ranked.rank is not None:
        before = [one for one in found.ranked[: ranked.rank - 1] if one.benefit < ranked.benefit]
        behind = [one for one in found.ranked[ranked.rank :] if one.benefit > ranked.benefit]
        if before:
            names = join_names(_name(company, one.initiative_id) for one in before)
            text = _("Rank {rank}, because these are smaller: {names}")
            yield text.format(rank=ranked.rank, names=names)
        if behind:
            names = join_names(_name(company, one.initiative_id) for one in behind)
            yield _("Before these, because it is smaller: {names}").format(names=names)
    for circle in found.circles:
        if ranked.initiative_id in circle:
            chain = " → ".join(_name(company, key) for key in (*circle, circle[0]))
            yield _("Stands in a circle in which each waits for the next: {chain}").format(chain=chain)


def _span_words(ranked: Ranked) -> Iterator[str]:
    if ranked.best_rank is None:
        return
    if ranked.best_rank == ranked.worst_rank:
        yield _("Rank {rank} with other weights too").format(rank=ranked.rank)
    else:
        yield _("With other weights between rank {best} and {worst}").format(
            best=ranked.best_rank, worst=ranked.worst_rank
        )


def _name(company: "OpenCompany", initiative_id: str) -> str:
    return company.data.find(Initiative, initiative_id).name
