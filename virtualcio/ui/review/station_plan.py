"""The station of the initiatives: what moved, became dearer, was dropped, is done, and what runs now."""

from collections.abc import Iterator
from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.plan_rows import PlanRow, plan_of
from virtualcio.actions.tone import Tone
from virtualcio.analysis.calendar_days import ONE_DAY
from virtualcio.analysis.review.changes import Changes, Moved
from virtualcio.model import Initiative
from virtualcio.texts import _, translate_count
from virtualcio.ui.review.station_content import Cell, Content, Fact, Rows, Target
from virtualcio.ui.review.station_goals import last_name

Line = tuple[tuple[Cell, ...], Target]


def initiatives_station(company: OpenCompany) -> Content:
    """Figures on top, then the differences, then what is being worked on."""
    changes, today = company.results.changes(), company.today
    rows = plan_of(company).rows
    running = [row for row in rows if not row.done and row.start <= today < row.end]
    late = [row for row in rows if not row.done and row.end <= today]
    facts = (
        Fact(_("In progress"), formats.number(len(running) + len(late)), *_late_words(len(late))),
        Fact(_("Done"), formats.number(len(changes.done))),
        Fact(_("Moved"), formats.number(len(changes.moved)), *_later_words(changes)),
        Fact(_("Dearer"), formats.number(len(changes.dearer)), _dearer_words(changes)),
    )
    lists = (_what_changed(company, changes), _running(company, (*late, *running)))
    return Content(facts, lists)


def _late_words(count: int) -> tuple[str, Tone]:
    if not count:
        return "", Tone.NEUTRAL
    return _("{count} of them late").format(count=count), Tone.ACT


def _later_words(changes: Changes) -> tuple[str, Tone]:
    later = [one for one in changes.moved if one.later]
    if not later:
        return "", Tone.NEUTRAL
    return _("{count} of them later").format(count=len(later)), Tone.WATCH


def _dearer_words(changes: Changes) -> str:
    worst = changes.dearer[0] if changes.dearer else None
    if worst is None:
        return ""
    amount = formats.money_short(worst.difference)
    return _("at most +{amount}").format(amount=amount)


def _what_changed(company: OpenCompany, changes: Changes) -> Rows:
    lines = list(_changed(changes))
    last = last_name(company)
    title = _("Changed since {review}").format(review=last) if last else _("Changed since the last review")
    return Rows(
        title,
        (_("Initiative"), _("What"), _("Before → now")),
        tuple(cells for cells, _target in lines),
        tuple(target for _cells, target in lines),
        empty=_("Nothing changed since the last review.") if last else _("This is the first review: "
              "from the next one on you see here what moved, became dearer or was dropped."),
    )  # fmt: skip


def _changed(changes: Changes) -> Iterator[Line]:
    for one in changes.moved:
        tone = Tone.WATCH if one.later else Tone.GOOD
        what = _("later") if one.later else _("earlier")
        yield (Cell(one.name), Cell(what, tone), Cell(_days(one))), (Initiative, one.initiative_id)
    for cost in changes.dearer:
        words = f"{formats.money_short(cost.before)} → {formats.money_short(cost.after)}"
        yield (Cell(cost.name), Cell(_("dearer"), Tone.WATCH), Cell(words)), (Initiative, cost.initiative_id)
    for named in changes.dropped:
        yield _plain(named.name, _("dropped"), Tone.NEUTRAL, named.key)
    for named in changes.done:
        yield _plain(named.name, _("done"), Tone.GOOD, named.key)
    for cost in changes.cheaper:
        words = f"{formats.money_short(cost.before)} → {formats.money_short(cost.after)}"
        yield (Cell(cost.name), Cell(_("cheaper"), Tone.GOOD), Cell(words)), (Initiative, cost.initiative_id)
    for named in changes.new:
        yield _plain(named.name, _("new"), Tone.NEUTRAL, named.key)


def _plain(name: str, what: str, tone: Tone, key: str) -> Line:
    return (Cell(name), Cell(what, tone), Cell("")), (Initiative, key)


def _days(one: Moved) -> str:
    """Its last month before and now."""
    before = formats.month(one.end_before)
    now = formats.month(one.end_after) if one.end_after is not None else _("off the roadmap")
    return f"{before} → {now}"


def _running(company: OpenCompany, rows: tuple[PlanRow, ...]) -> Rows:
    note = translate_count("{count} initiative", "{count} initiatives", len(rows)) if rows else ""
    return Rows(
        _("In progress"),
        (_("Initiative"), _("Goal"), _("Until"), _("Done so far"), _("State")),
        tuple(_running_row(company, row) for row in rows),
        tuple((Initiative, row.initiative_id) for row in rows),
        right=(2, 3),
        note=note,
        empty=_("Nothing is in progress."),
    )


def _running_row(company: OpenCompany, row: PlanRow) -> tuple[Cell, ...]:
    over = row.end <= company.today
    state = Cell(_("late"), Tone.ACT) if over else Cell(_("in progress"), Tone.GOOD)
    if not over and row.tone is not Tone.NEUTRAL:
        state = Cell(_("does not fit"), row.tone)
    return (
        Cell(row.name),
        Cell(row.goal or formats.NO_VALUE),
        Cell(formats.month(row.end - ONE_DAY)),
        Cell(formats.percent(Decimal(row.percent))),
        state,
    )
