"""The first two stations: key figures with what changed, and how far people have come with new systems."""

from collections.abc import Mapping
from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.goals.goal_cards import goal_cards
from virtualcio.actions.goals.kpi_words import places_of, quantity
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.review.adoption import AdoptionState
from virtualcio.analysis.review.changes import Changes, FigureChange
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.model import Initiative, Kpi
from virtualcio.model.review import AdoptionStage, SnapshotSubject
from virtualcio.texts import _, mark, translate_count
from virtualcio.ui.review.station_content import Cell, Content, Fact, Rows

_URGENT = {Tone.ACT: 0, Tone.WATCH: 1, Tone.NEUTRAL: 2, Tone.GOOD: 3}
_REACHED_WELL, _REACHED_SO_SO = Decimal(80), Decimal(50)  # per cent of the users that were promised
STAGE_TITLES = {
    AdoptionStage.KNOWING: mark("Know it"),
    AdoptionStage.WANTING: mark("Want it"),
    AdoptionStage.ABLE: mark("Can use it"),
    AdoptionStage.USING: mark("Use it"),
    AdoptionStage.KEEPING: mark("Keep using it"),
}
_WITHIN = {  # the same within a sentence
    AdoptionStage.KNOWING: mark("know it"),
    AdoptionStage.WANTING: mark("want it"),
    AdoptionStage.ABLE: mark("can use it"),
    AdoptionStage.USING: mark("use it"),
    AdoptionStage.KEEPING: mark("keep using it"),
}


def figure_of(changes: Changes, figure: Figure) -> FigureChange | None:
    """A key figure before and now; None where neither is known."""
    return next((one for one in changes.figures if one.key is figure), None)


def since_words(change: FigureChange | None, last: str, places: int = 0, unit: str = "") -> str:
    """'Q3 2026: 11'; "" where there is no earlier one or it is the same."""
    if change is None or change.before is None or change.before == change.after:
        return ""
    return f"{last}: {_amount(change.before, places, unit)}"


def _amount(value: Decimal, places: int, unit: str) -> str:
    if unit == "€":
        return formats.money_short(value)
    return formats.with_unit(formats.number(value, places), unit)


def tone_of(change: FigureChange | None) -> Tone:
    """Green for better, amber for worse, none for the same or what is neither."""
    if change is None or change.better is None:
        return Tone.NEUTRAL
    return Tone.GOOD if change.better else Tone.WATCH


def counted_fact(
    company: OpenCompany, changes: Changes, figure: Figure, title: str, unit: str = "", places: int = 0
) -> Fact | None:
    """A key figure with what it was at the last review; None if it is not known."""
    change = figure_of(changes, figure)
    if change is None or change.after is None:
        return None
    value = _amount(change.after, places, unit)
    return Fact(title, value, since_words(change, last_name(company), places, unit), tone_of(change))


def last_name(company: OpenCompany) -> str:
    """Name of the last closed review; "" without one."""
    last = company.results.last_closed
    return "" if last is None else last.name


def known(*facts: Fact | None) -> tuple[Fact, ...]:
    return tuple(fact for fact in facts if fact is not None)


def kpi_station(company: OpenCompany) -> Content:
    """KPIs of open goals, the ones behind first, with the change since the last review."""
    changes, before = company.results.changes(), _values_before(company)
    last = last_name(company)
    lines = [line for card in goal_cards(company) if not card.closed for line in card.kpis]
    lines.sort(key=lambda line: _URGENT[line.tone])
    header = [_("KPI"), _("Now and target"), _("Status")]
    rows = [[Cell(line.name), Cell(line.values), Cell(line.status, line.tone)] for line in lines]
    if before:
        header.insert(2, _("since {review}").format(review=last))
        for row, line in zip(rows, lines, strict=True):
            row.insert(2, Cell(_difference(company, line.kpi_id, before)))
    kpis = Rows(
        _("Are we coming closer to our goals?"),
        tuple(header),
        tuple(tuple(row) for row in rows),
        tuple((Kpi, line.kpi_id) for line in lines),
        right=(1, 2) if before else (1,),
        empty=_("There are no KPIs yet. Without them nobody can say whether the goals come closer."),
    )
    facts = known(
        counted_fact(company, changes, Figure.KPIS_ON_PLAN, _("KPIs on plan")),
        counted_fact(company, changes, Figure.KPIS_BEHIND, _("KPIs behind")),
        counted_fact(company, changes, Figure.BACKLOG, _("Investment backlog"), "€"),
        counted_fact(company, changes, Figure.OPEN_FINDINGS, _("Open findings")),
    )
    return Content(facts, (kpis,))


def _values_before(company: OpenCompany) -> Mapping[str, Decimal | None]:
    last = company.results.last_closed
    if last is None:
        return {}
    rows = company.results.snapshot_of(last)
    return {row.subject_key: row.amount for row in rows if row.subject is SnapshotSubject.KPI}


def _difference(company: OpenCompany, kpi_id: str, before: Mapping[str, Decimal | None]) -> str:
    """'+0,8 Tage', '—' where one of the two is not known."""
    kpi = company.data.find(Kpi, kpi_id)
    now, then = company.results.kpi_state(kpi).current, before.get(kpi_id)
    if now is None or then is None:
        return formats.NO_VALUE
    if now == then:
        return _("unchanged")
    change = now - then
    sign = "+" if change > 0 else ""
    return sign + quantity(change, kpi.unit, places_of(now, then))


def adoption_station(company: OpenCompany) -> Content:
    """Each new system with the people of each stage, and where most are lost."""
    states = company.results.adoption
    header = (_("System or initiative"), *(_(STAGE_TITLES[stage]) for stage in AdoptionStage), _("Promised"))
    rows = tuple(_adoption_row(company, state) for state in states)
    counted = translate_count("{count} initiative counted", "{count} initiatives counted", len(states))
    uses = Rows(
        _("Do people use what we have paid for?"),
        header,
        rows,
        tuple((Initiative, state.initiative_id) for state in states),
        right=tuple(range(1, 6)),
        note=counted if states else "",
        empty=_("Nothing is counted yet. In the tab “Use” you enter how many people know, want and use it."),
    )
    said = tuple((sentence, Tone.WATCH) for state in states if (sentence := lost_sentence(company, state)))
    return Content((), (uses,), said=said[:3], said_title=_("Where it sticks"))


def _adoption_row(company: OpenCompany, state: AdoptionState) -> tuple[Cell, ...]:
    name = company.data.find(Initiative, state.initiative_id).name
    stages = (formats.percent(state.shares[stage]) for stage in AdoptionStage)
    return (Cell(name), *(Cell(share) for share in stages), promised_cell(state))


def promised_cell(state: AdoptionState) -> Cell:
    """'14 von 20' with the tone of how much of the promise is reached."""
    if state.promised_users is None or state.reached_percent is None:
        return Cell(_("nothing promised"))
    words = _("{number} of {count}").format(number=state.users, count=state.promised_users)
    well, so_so = state.reached_percent >= _REACHED_WELL, state.reached_percent >= _REACHED_SO_SO
    return Cell(words, Tone.GOOD if well else Tone.WATCH if so_so else Tone.ACT)


def lost_sentence(company: OpenCompany, state: AdoptionState) -> str:
    """Where most people are lost, in words; "" if nobody is."""
    stage = state.lost_after
    if stage is None:
        return ""
    stages = list(AdoptionStage)
    following = stages[stages.index(stage) + 1]
    words = _("{initiative}: {first} {stage}, but only {second} {following}.")
    return words.format(
        initiative=company.data.find(Initiative, state.initiative_id).name,
        first=state.reached[stage],
        second=state.reached[following],
        stage=_(_WITHIN[stage]),
        following=_(_WITHIN[following]),
    )
