"""Whether teams can decide and products have somebody, for cells, chips and the line above their tables."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Status, Tone
from virtualcio.analysis.teams.product_state import ProductState
from virtualcio.analysis.teams.team_state import TeamState
from virtualcio.model import Product, Team
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def state_of_team(company: "OpenCompany", team: Team) -> TeamState:
    """What `results` know of a team."""
    return company.results.team_states[team.id]


def state_of_product(company: "OpenCompany", product: Product) -> ProductState:
    """What `results` know of a product."""
    return company.results.product_states[product.id]


def people_count(company: "OpenCompany", team: Team) -> int:
    """The lead and the members, each once."""
    return len(state_of_team(company, team).people)


def departments_of(company: "OpenCompany", team: Team) -> tuple[str, ...]:
    """Keys of the departments its own people come from."""
    return state_of_team(company, team).departments


def team_status(company: "OpenCompany", team: Team) -> Status:
    """'ohne Product Owner', 'nur eine Abteilung', 'entscheidet bis 5.000 €'; the first that is missing."""
    state = state_of_team(company, team)
    if not state.active:
        return Status(_("ended {day}").format(day=formats.day(team.ended_on)), Tone.NEUTRAL, 6)
    if not state.people:
        return Status(_("nobody in it yet"), Tone.ACT, 0)
    if state.without_product_owner:
        return Status(_("without product owner"), Tone.WATCH, 1)
    if not state.mixed:
        return Status(_("one department only"), Tone.WATCH, 2)
    if state.without_scope and state.without_limit:
        return Status(_("may decide nothing yet"), Tone.WATCH, 3)
    if team.decision_limit is None:
        return Status(_("can decide"), Tone.GOOD, 5)
    words = _("decides up to {amount}").format(amount=formats.money_short(team.decision_limit))
    return Status(words, Tone.GOOD, 4)


def product_status(company: "OpenCompany", product: Product) -> Status:
    """Whether somebody answers for it, and whether something is being built on it."""
    state = state_of_product(company, product)
    if not state.active:
        return Status(_("ended {day}").format(day=formats.day(product.ends_on)), Tone.NEUTRAL, 4)
    if state.left_alone:
        return Status(_("left alone"), Tone.ACT, 0)
    if state.without_owner:
        return Status(_("nobody answers for it"), Tone.WATCH, 1)
    if state.building:
        count = len(state.building)
        words = translate_count("{count} initiative works on it", "{count} initiatives work on it", count)
        return Status(words, Tone.GOOD, 2)
    return Status(_("in daily use"), Tone.GOOD, 3)


TEAMS: tuple[Chip, ...] = (
    Chip("without_product_owner", mark("Without product owner"),
         lambda company, one: _active(company, one) and state_of_team(company, one).without_product_owner,
         Tone.WATCH),
    Chip("one_department", mark("One department only"),
         lambda company, one: _active(company, one) and not state_of_team(company, one).mixed, Tone.WATCH),
    Chip("without_limit", mark("Without an amount"),
         lambda company, one: _active(company, one) and one.decision_limit is None),
    Chip("ended", mark("Ended"), lambda company, one: not _active(company, one)),
)  # fmt: skip


def _active(company: "OpenCompany", team: Team) -> bool:
    return state_of_team(company, team).active


def _nobody(company: "OpenCompany", product: Product) -> bool:
    state = state_of_product(company, product)
    return state.active and state.without_owner


PRODUCTS: tuple[Chip, ...] = (
    Chip("without_owner", mark("Nobody answers for it"), _nobody, Tone.WATCH),
    Chip("without_promise", mark("Without a promise"),
         lambda company, one: state_of_product(company, one).active
         and state_of_product(company, one).without_promise),
    Chip("building", mark("Being built on"),
         lambda company, one: bool(state_of_product(company, one).building)),
)  # fmt: skip


def teams_summary(company: "OpenCompany") -> str:
    """'3 Teams an der Arbeit'; "" without any."""
    active = [one for one in company.results.team_states.values() if one.active]
    return translate_count("{count} team at work", "{count} teams at work", len(active)) if active else ""


def products_summary(company: "OpenCompany") -> str:
    """'4 mit einer verantwortlichen Person, 1 ohne'; "" without any."""
    active = [one for one in company.results.product_states.values() if one.active]
    if not active:
        return ""
    without = len([one for one in active if one.without_owner])
    if not without:
        return _("Somebody answers for each of them")
    return translate_count(
        "{count} without anybody who answers", "{count} without anybody who answers", without
    )
