"""The one page of the first talk in words: construction sites, chances, dates, maturity, CIO models."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.finding_words import action_of, stakes_words, words_of
from virtualcio.actions.first_talk.typed_answers import shown_answer
from virtualcio.actions.goals.maturity_words import dimension_title
from virtualcio.actions.tables import name_in, place_of, table_of
from virtualcio.analysis.first_talk.cio_models import CioModelCost, FitReason
from virtualcio.analysis.first_talk.next_dates import DateKind, NextDate
from virtualcio.analysis.first_talk.questions import Area, Block, Progress
from virtualcio.analysis.first_talk.sites import Site
from virtualcio.analysis.first_talk.talk_result import Chance, ChanceKind
from virtualcio.exchange.goal_templates import all_goal_templates
from virtualcio.exchange.talk_questions import talk_question
from virtualcio.model import Goal, Initiative
from virtualcio.model.operations import CioModel
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

BLOCKS: Mapping[Block, str] = MappingProxyType(
    {
        Block.COMPANY: mark("Your company"),
        Block.DIRECTION: mark("Where it goes in three years"),
        Block.HURTS: mark("What hurts"),
        Block.SYSTEMS: mark("What the work hangs on"),
        Block.DUE: mark("What is due"),
        Block.PEOPLE: mark("Who is responsible"),
    }
)
_AREAS: Mapping[Area, str] = MappingProxyType(
    {
        Area.STEERING: mark("Overview and order"),
        Area.COOPERATION: mark("Business and IT together"),
        Area.RESULTS: mark("Results of initiatives"),
        Area.SAFETY: mark("Safety in an emergency"),
    }
)
_MODELS: Mapping[CioModel, str] = MappingProxyType(
    {
        CioModel.OWN: mark("An own CIO"),
        CioModel.EXTERNAL: mark("An external CIO by days"),
        CioModel.NONE: mark("No CIO"),
    }
)
_LEFT_UNDONE: Mapping[CioModel, str] = MappingProxyType(
    {
        CioModel.OWN: mark("Nothing. Below 250 people there is rarely enough work for a whole post."),
        CioModel.EXTERNAL: mark("Daily questions: somebody in the company has to take them."),
        CioModel.NONE: mark(
            "Planning, priorities, negotiating contracts, checking results: all of it stays with the "
            "management, or is not done."
        ),
    }
)
_FITS: Mapping[FitReason, str] = MappingProxyType(
    {
        FitReason.LARGE: mark("From 250 people on, the work fills a whole post."),
        FitReason.SMALL_AND_WELL: mark("Below 20 people and with little that hurts, the management manages."),
        FitReason.TOO_SMALL_FOR_OWN: mark("A whole post is more than a company of this size needs."),
        FitReason.CHEAPER_AS_OWN: mark("So many days from outside would cost more than an own post."),
        FitReason.HURTS: mark("Too much is left undone for nobody to see to it."),
        FitReason.BY_DAYS: mark("A few days a month are enough for a company of this size."),
        FitReason.NOT_ENOUGH_DAYS: mark("The work is more than a few days a month."),
        FitReason.NOT_NEEDED: mark("Little hurts as yet; a look once a year is enough."),
        FitReason.SIZE_UNKNOWN: mark(
            "Which model fits follows from the number of people; it is not entered."
        ),
    }
)
_DATES: Mapping[DateKind, str] = MappingProxyType(
    {
        DateKind.DECIDE: mark("Decide about “{name}”"),
        DateKind.CONTRACT_END: mark("“{name}” ends"),
        DateKind.OBLIGATION: mark("“{name}” has to be met"),
        DateKind.DUE: mark("“{name}” is due for renewal"),
    }
)


@dataclass(frozen=True)
class Lead:
    """A line of the page and where its action leads, in the language of the interface."""

    title: str
    why: str
    action: str
    page: str
    tab: str = ""
    record: str = ""
    chip: str = ""
    column: str = ""


@dataclass(frozen=True)
class Bar:
    """`level` None: too little was answered to say."""

    title: str
    level: Decimal | None
    text: str


@dataclass(frozen=True)
class ModelWords:
    title: str
    cost: str
    left_undone: str
    why: str


def progress_words(one: Progress) -> str:
    """'8 von 25, noch etwa 12 Minuten'."""
    count = _("{answered} of {total}").format(answered=one.answered, total=one.total)
    if not one.minutes:
        return count
    rest = translate_count("about {count} minute left", "about {count} minutes left", one.minutes)
    return f"{count}, {rest}"


def site_lead(company: "OpenCompany", site: Site) -> Lead:
    """Why something is a construction site, and the one thing to do about it."""
    if site.finding is None:
        question = talk_question(site.question)
        said = shown_answer(question, company.results.first_talk.said[site.question])
        why = _("“{question}” {answer}.").format(question=question.title, answer=said)
        return Lead(question.site, why, question.action, question.page, question.tab)
    words, target = words_of(company, site.finding), action_of(company, site.finding)
    title, why = words.title, words.detail or stakes_words(company, site.finding)
    if site.count > 1:
        more = translate_count("{count} more of this kind", "{count} more of this kind", site.count - 1)
        why = f"{why} ({more})" if why else more
    page, tab, record = target.page, target.tab, target.record
    return Lead(title, why, words.action_title, page, tab, record, target.chip, target.column)


def chance_lead(company: "OpenCompany", chance: Chance) -> Lead:
    """What could be won, and where to begin."""
    if chance.kind is ChanceKind.AIM:
        aim = talk_question("aims").choice(chance.key)
        assert aim is not None
        goals = company.data.where(Goal, "name", aim.name)
        key = goals[0].id if goals else ""
        return Lead(aim.name, aim.text, _("To the goal"), "goals", "goals", key)
    if chance.kind is ChanceKind.TRADE:
        template = next(one for one in all_goal_templates() if one.key == chance.key)
        why = _("{description}. Usual in your trade.").format(description=template.description)
        return Lead(template.name, why, _("To the goals"), "goals", "goals")
    if chance.kind is ChanceKind.SAVING:
        assert chance.finding is not None
        words, target = words_of(company, chance.finding), action_of(company, chance.finding)
        return Lead(
            words.title, words.detail, words.action_title, target.page, target.tab, target.record, target.chip
        )
    initiative = company.data.find(Initiative, chance.key)
    ranked = company.results.ranked_by_key[chance.key]
    effort = formats.money_short(ranked.effort) if ranked.effort_known else _("effort unknown")
    why = _("Quick win: benefit {benefit} of 100, {effort}").format(
        benefit=formats.number(ranked.benefit), effort=effort
    )
    return Lead(initiative.name, why, _("Look at"), "priorities", "initiatives", initiative.id)


def date_lead(company: "OpenCompany", one: NextDate) -> Lead:
    """A day and what happens on it."""
    record = company.data.find(one.record_kind, one.record_id)
    name = name_in(table_of(one.record_kind), record)
    page, tab, key = place_of(company, one.record_kind, one.record_id)
    return Lead(_(_DATES[one.kind]).format(name=name), formats.day(one.day), _("Look at"), page, tab, key)


def maturity_bars(company: "OpenCompany") -> list[Bar]:
    """From the ratings of departments if there are any, else from the answers."""
    result = company.results.first_talk
    if result.rated:
        return [
            Bar(dimension_title(one.dimension), one.level, formats.number(one.level, 1))
            for one in result.rated
        ]
    return [
        Bar(
            _(_AREAS[one.area]),
            None if one.level is None else Decimal(one.level),
            _("{level} of 5").format(level=one.level) if one.level is not None else _("too few answers"),
        )
        for one in result.levels
    ]


def maturity_note(company: "OpenCompany") -> str:
    """What the bars follow from."""
    if company.results.first_talk.rated:
        return _("Mean of the departments' ratings")
    return _("From your answers; 1 is the beginning, 5 the best")


def model_words(one: CioModelCost) -> ModelWords:
    """What a model costs, what stays undone with it, and why it fits or does not."""
    cost = _("{amount} a year").format(amount=formats.money_short(one.yearly_cost))
    if one.days is not None:
        places = 0 if one.days == one.days.to_integral_value() else 1
        days = (
            _("1 day a month")
            if one.days == 1
            else _("{days} days a month").format(days=formats.number(one.days, places))
        )
        cost = f"{cost} · {days}"
    return ModelWords(_(_MODELS[one.model]), cost, _(_LEFT_UNDONE[one.model]), _(_FITS[one.why]))


def models_source() -> str:
    """Where the costs come from."""
    return _(
        "Costs are assumptions: pay survey Compensation Partner 2019 (heads of IT below 100 people), "
        "day rates from practice. Both can be changed in the settings."
    )
