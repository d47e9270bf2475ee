"""At most three decisions: what is most urgent, none twice, none that was answered."""

from datetime import date
from decimal import Decimal

from virtualcio.analysis.checks.all_checks import CHECKS
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.review.proposals import KINDS, Proposal, ProposalKind, proposals
from virtualcio.model import (
    Asset,
    Company,
    Contract,
    Decision,
    Initiative,
    InitiativeAsset,
    Record,
    Review,
    Risk,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import DecisionState

TODAY = date(2026, 11, 22)
REVIEW = Review(name="Q4 2026", quarter_start=date(2026, 10, 1), held_on=TODAY)


def finding(check: str, *about: Record, money: str | None = None, watch: bool = False) -> Finding:
    severity = Severity.WATCH if watch else Severity.ACT
    amount = None if money is None else Decimal(money)
    return Finding(check, severity, tuple((type(one), one.id) for one in about), {"count": 1}, amount, TODAY)


def proposed(found: list[Finding], *records: Record) -> tuple[Proposal, ...]:
    data = CompanyData([Company(name="Test"), REVIEW, *records])
    return proposals(data, found, REVIEW, TODAY)


def test_every_check_that_asks_for_a_decision_is_there() -> None:
    assert set(KINDS) <= {one.id for one in CHECKS}


def test_what_only_has_to_be_entered_is_no_decision() -> None:
    asset = Asset(name="HV01")
    found = [finding("without_date", asset), finding("overdue_without_plan", asset, money="9300.00")]
    (one,) = proposed(found, asset)
    assert (one.kind, one.amount, one.due_on) == (ProposalKind.RENEW, Decimal("9300.00"), TODAY)


def test_three_at_most_and_no_two_about_the_same_thing() -> None:
    assets = [Asset(name=f"A{n}") for n in range(4)]
    found = [
        finding("unsupported_under_critical", assets[0]),
        finding("single_point_of_failure", assets[0]),
        *(finding("overdue_without_plan", one) for one in assets[1:]),
    ]
    assert [one.objects[0][1] for one in proposed(found, *assets)] == [one.id for one in assets[:3]]


def test_what_has_an_initiative_that_waits_becomes_its_start() -> None:
    asset = Asset(name="HV01")
    move = Initiative(
        name="ERP-Umzug",
        state=InitiativeState.PLANNED,
        start=date(2027, 1, 1),
        one_off_cost=Decimal("46000.00"),
    )
    link = InitiativeAsset(initiative_id=move.id, asset_id=asset.id)
    urgent = finding("unsupported_under_critical", asset)
    (one,) = proposed([urgent], asset, move, link)
    assert (one.kind, one.objects) == (ProposalKind.START, ((Initiative, move.id),))
    assert (one.due_on, one.amount) == (date(2027, 1, 1), Decimal("46000.00"))
    assert (one.finding, one.severity) == (urgent, Severity.ACT)


def test_initiatives_that_begin_soon_come_after_what_is_urgent_and_before_what_is_watched() -> None:
    def planned(name: str, start: date) -> Initiative:
        state = InitiativeState.PLANNED
        return Initiative(name=name, state=state, start=start, one_off_cost=Decimal("100.00"))

    last = planned("letzter Tag", date(2027, 3, 31))
    far = planned("zu weit", date(2027, 4, 1))
    past = planned("vorbei", date(2026, 11, 1))
    contract, risk = Contract(name="ERP"), Risk(name="Ausfall", likelihood=5, impact=5)
    found = [finding("contract_decide", contract), finding("risk_above_bearable", risk, watch=True)]
    kinds = [(one.kind, one.objects[0][1]) for one in proposed(found, contract, risk, last, far, past)]
    assert kinds == [
        (ProposalKind.CONTRACT, contract.id),
        (ProposalKind.START, last.id),
        (ProposalKind.MEASURE, risk.id),
    ]


def answered(one: Proposal, state: DecisionState, **fields: object) -> Decision:
    return Decision(name="x", state=state, proposed_by=one.key, **fields)


def test_what_this_review_answered_is_not_proposed_again_and_takes_its_place() -> None:
    assets = [Asset(name=f"A{n}") for n in range(5)]
    found = [finding("overdue_without_plan", one) for one in assets]
    first = proposed(found, *assets)[0]
    rejected = answered(first, DecisionState.REJECTED, review_id=REVIEW.id)
    left = proposed(found, *assets, rejected)
    assert [one.objects[0][1] for one in left] == [assets[1].id, assets[2].id]


def test_what_is_being_carried_out_or_was_put_off_to_a_later_day_rests() -> None:
    asset = Asset(name="A")
    found = [finding("overdue_without_plan", asset)]
    (one,) = proposed(found, asset)
    tomorrow = date(2026, 11, 23)
    assert proposed(found, asset, answered(one, DecisionState.DECIDED)) == ()
    assert proposed(found, asset, answered(one, DecisionState.DECIDED, done_on=TODAY)) == (one,)
    assert proposed(found, asset, answered(one, DecisionState.DEFERRED, due_on=tomorrow)) == ()
    assert proposed(found, asset, answered(one, DecisionState.DEFERRED, due_on=TODAY)) == (one,)
    # rejected in an earlier review, and still urgent: it is asked again
    assert proposed(found, asset, answered(one, DecisionState.REJECTED)) == (one,)
