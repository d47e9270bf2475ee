"""Whatever is edited, refused, undone or redone: the kept ranking equals one computed from nothing."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.actions.any_edits import stay_as_computed_anew
from tests.actions.conftest import TODAY, MakeCompany
from tests.actions.portfolio import Line, Portfolio
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.results import Results
from virtualcio.model import (
    Asset,
    Company,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Process,
    ResourcePool,
    Risk,
)
from virtualcio.model.inventory import Criticality
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

SMALL = Portfolio(
    goals={"Umsatz": 60, "Ordnung": 40},
    pools={"IT": 480},
    risks={"Brand": ((4, 5), (2, 4))},
    duties={"E-Rechnung": date(2027, 1, 1)},
    unsupported={"Server": date(2023, 10, 10)},
    lines=[
        Line("A", {"IT": 8}, 5000, {"Umsatz": 3}),
        Line("B", {"IT": 3}, 0, {"Ordnung": 2}, {"Brand": 100}, needs=["A"]),
        Line("C", {}, 9000, {"Umsatz": 1}, duties=["E-Rechnung"], needs=["A"]),
        Line("D", {}, 100, remedies=["Server"]),
        Line("E", {"IT": 1}, 300, {"Ordnung": 3}, needs=["B"]),
    ],
)


def figures(results: Results) -> object:
    return results.ranking, dict(results.ranked_by_key)


def agree(company: OpenCompany) -> bool:
    return figures(company.results) == figures(Results(company.data, TODAY))


@settings(max_examples=20, deadline=None)
@given(seed=some.integers(0, 2**32))
def test_the_kept_ranking_equals_a_fresh_one_after_any_edits(seed: int) -> None:
    company = OpenCompany(Workspace.create(None, Company(name="Test"), records=SMALL.records()), TODAY)
    stay_as_computed_anew(company, figures, seed, steps=12)


def test_each_thing_that_the_ranking_reads_changes_it_at_once(make_company: MakeCompany) -> None:
    """One edit of each kind, and each gives another ranking than before."""
    company = make_company(*SMALL.records())
    data = company.data

    def first(kind, **fields):  # type: ignore[no-untyped-def]  # any kind of record
        return next(one for one in data.all(kind) if all(getattr(one, k) == v for k, v in fields.items()))

    edits = [
        (first(Initiative, name="A"), "one_off_cost", Decimal(90000)),
        (first(InitiativeGoal), "strength", 1),
        (first(InitiativeRisk), "share", 10),
        (first(InitiativeEffort), "days", Decimal(200)),
        (first(InitiativeDependency), "prerequisite_id", first(Initiative, name="D").id),
        (first(InitiativeObligation), "initiative_id", first(Initiative, name="E").id),
        (first(Obligation), "evidence", "Bericht"),
        (first(Risk), "likelihood_after", 4),
        (first(ResourcePool), "day_rate", Decimal(2000)),
        (first(Asset), "support_end", date(2030, 1, 1)),
    ]
    for record, name, value in edits:
        before = company.results.ranking
        with company.workspace.change(Message("x")):
            setattr(record, name, value)
        assert company.results.ranking != before, name
        assert agree(company), name


def test_a_process_that_is_no_longer_critical_takes_the_must_away(make_company: MakeCompany) -> None:
    company = make_company(*SMALL.records())
    assert len(company.results.ranking.must) == 3
    with company.workspace.change(Message("x")):
        company.data.all(Process)[0].criticality = Criticality.LOW
    assert len(company.results.ranking.must) == 2 and agree(company)


def test_what_the_ranking_does_not_read_leaves_it_as_it_is(make_company: MakeCompany) -> None:
    """A move on the roadmap or a note computes nothing anew; a new name does: it breaks ties."""
    company = make_company(*SMALL.records())
    before = company.results.ranking
    company.results.kept.made.clear()
    for name, value in (("start", date(2027, 3, 1)), ("months", 7), ("pinned", True), ("note", "später")):
        with company.workspace.change(Message("x")):
            setattr(company.data.all(Initiative)[0], name, value)
        assert company.results.ranking is before, name
    assert company.results.kept.made["ranking"] == 0
    with company.workspace.change(Message("x")):
        company.data.all(Initiative)[0].name = "Z"
    assert company.results.ranking is not before and company.results.kept.made["ranking"] == 1
