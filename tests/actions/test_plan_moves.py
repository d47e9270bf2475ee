"""Moves on the roadmap: one undo step each, named with initiative and month; what cannot be is refused."""

from datetime import date

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap import plan_moves
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.errors import RefusedValue
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.model.initiatives import InitiativeState


def portal(**fields: object) -> Initiative:
    fields.setdefault("state", InitiativeState.PLANNED)
    fields.setdefault("start", date(2027, 1, 1))
    return Initiative(name="Kundenportal", **fields)


def label(company: OpenCompany) -> str:
    return str(company.workspace.undo_label)


def test_a_move_is_one_step_that_says_where_to(make_company: MakeCompany) -> None:
    one = portal()
    company = make_company(one)
    assert plan_moves.move(company, one, date(2027, 3, 17))
    assert one.start == date(2027, 3, 1)
    assert label(company) == "„Kundenportal“ auf März 2027 verschoben"
    company.workspace.undo()
    assert one.start == date(2027, 1, 1)


def test_where_it_stands_already_nothing_happens(make_company: MakeCompany) -> None:
    one = portal()
    company = make_company(one)
    assert not plan_moves.move(company, one, date(2027, 1, 31))
    assert not plan_moves.stretch(company, one, one.months)
    assert not plan_moves.set_pinned(company, one, False)
    assert not plan_moves.take_off(company, portal(start=None))
    assert company.workspace.undo_label is None


def test_an_idea_with_its_first_month_is_planned_in_the_same_step(make_company: MakeCompany) -> None:
    one = portal(start=None, state=InitiativeState.IDEA)
    company = make_company(one)
    plan_moves.move(company, one, date(2027, 3, 1))
    assert (one.start, one.state) == (date(2027, 3, 1), InitiativeState.PLANNED)
    assert label(company) == "„Kundenportal“ für März 2027 eingeplant"
    company.workspace.undo()
    assert (one.start, one.state) == (None, InitiativeState.IDEA)
    running = portal(start=None, state=InitiativeState.RUNNING)
    other = make_company(running)
    plan_moves.move(other, running, date(2026, 9, 1))
    assert running.state is InitiativeState.RUNNING


def test_off_the_roadmap_it_waits_again(make_company: MakeCompany) -> None:
    one = portal()
    company = make_company(one)
    assert plan_moves.move(company, one, None)
    assert (one.start, one.state) == (None, InitiativeState.PLANNED)
    assert label(company) == "„Kundenportal“ von der Roadmap genommen"
    assert company.results.roadmap.unplanned == (one.id,)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (1, "Dauer von „Kundenportal“ auf einen Monat geändert"),
        (60, "Dauer von „Kundenportal“ auf 60 Monate geändert"),
    ],
)
def test_stretching_keeps_the_start(make_company: MakeCompany, months: int, words: str) -> None:
    one = portal(pinned=True)
    company = make_company(one)
    assert plan_moves.stretch(company, one, months)
    assert (one.start, one.months, label(company)) == (date(2027, 1, 1), months, words)


@pytest.mark.parametrize("months", [0, 61])
def test_a_duration_that_cannot_be_is_refused(make_company: MakeCompany, months: int) -> None:
    one = portal()
    company = make_company(one)
    with pytest.raises(RefusedValue, match="Ein Vorhaben dauert 1 bis 60 Monate"):
        plan_moves.stretch(company, one, months)
    assert one.months == 3


def test_a_pinned_one_stays_until_it_is_let_go(make_company: MakeCompany) -> None:
    one = portal()
    company = make_company(one)
    plan_moves.set_pinned(company, one, True)
    assert label(company) == "Beginn von „Kundenportal“ festgelegt"
    for start in (date(2027, 2, 1), None):
        with pytest.raises(RefusedValue, match="Geben Sie ihn erst frei"):
            plan_moves.move(company, one, start)
    assert one.start == date(2027, 1, 1)
    plan_moves.set_pinned(company, one, False)
    assert plan_moves.move(company, one, date(2027, 2, 1))


def test_there_has_to_be_a_month_to_pin(make_company: MakeCompany) -> None:
    one = portal(start=None)
    with pytest.raises(RefusedValue, match="noch keinen Monat"):
        plan_moves.set_pinned(make_company(one), one, True)


@pytest.mark.parametrize("state", [InitiativeState.DONE, InitiativeState.DROPPED])
def test_what_is_over_stays(make_company: MakeCompany, state: InitiativeState) -> None:
    one = portal(state=state)
    company = make_company(one)
    for move in (
        lambda: plan_moves.move(company, one, date(2027, 2, 1)),
        lambda: plan_moves.stretch(company, one, 5),
        lambda: plan_moves.take_off(company, one),
    ):
        with pytest.raises(RefusedValue, match="vorbei"):
            move()
    assert (one.start, one.months) == (date(2027, 1, 1), 3)


def test_an_absurd_month_is_refused_and_nothing_has_changed(make_company: MakeCompany) -> None:
    one = portal()
    company = make_company(one)
    with pytest.raises(RefusedValue, match="Prüfen Sie das Jahr"):
        plan_moves.move(company, one, date(2227, 2, 1))
    assert (one.start, company.workspace.undo_label) == (date(2027, 1, 1), None)


def test_a_mend_with_what_moves_along_is_one_step(make_company: MakeCompany) -> None:
    erp = Initiative(name="ERP", state=InitiativeState.PLANNED, start=date(2027, 1, 1), months=4)
    one, app = portal(start=date(2027, 3, 1), months=2), portal(start=date(2027, 5, 1), months=1)
    app.name = "App"
    links = [
        InitiativeDependency(initiative_id=one.id, prerequisite_id=erp.id),
        InitiativeDependency(initiative_id=app.id, prerequisite_id=one.id),
    ]
    company = make_company(erp, one, app, *links)
    (conflict,) = company.results.conflicts
    assert conflict.kind is ConflictKind.PREREQUISITE
    assert plan_moves.apply_mend(company, conflict)
    assert (one.start, app.start) == (date(2027, 5, 1), date(2027, 7, 1))
    assert label(company) == "„Kundenportal“ auf Mai 2027 verschoben, ein weiteres mit"
    assert not company.results.conflicts
    company.workspace.undo()
    assert (one.start, app.start) == (date(2027, 3, 1), date(2027, 5, 1))


def test_a_mend_that_was_pinned_in_the_meantime_is_refused(make_company: MakeCompany) -> None:
    late = portal(start=date(2027, 6, 1), months=1, hard_end=date(2027, 3, 31))
    company = make_company(late)
    (conflict,) = company.results.conflicts
    plan_moves.set_pinned(company, late, True)
    with pytest.raises(RefusedValue, match="steht fest"):
        plan_moves.apply_mend(company, conflict)
    assert late.start == date(2027, 6, 1)
    (pinned,) = company.results.conflicts
    assert not plan_moves.apply_mend(company, pinned)


def test_what_runs_late_is_given_the_months_until_now(make_company: MakeCompany) -> None:
    late = portal(start=date(2026, 8, 1), months=2, state=InitiativeState.RUNNING, pinned=True)
    company = make_company(late)
    (conflict,) = company.results.conflicts
    assert plan_moves.apply_mend(company, conflict)
    assert (late.start, late.months) == (date(2026, 8, 1), 4)
    assert label(company) == "Dauer von „Kundenportal“ auf 4 Monate geändert"
