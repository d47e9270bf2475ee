"""What the priorities page does without a window: proposals from what is overdue, layers, the risk map."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.dependency_plan import PlanLine, _boxes, dependency_plan
from virtualcio.actions.priorities.remedy_proposals import proposed_remedies, take_remedies
from virtualcio.actions.priorities.risk_map import cell_of, risk_map
from virtualcio.model import (
    Application,
    Asset,
    Company,
    Initiative,
    InitiativeAsset,
    InitiativeDependency,
    Record,
    Risk,
)
from virtualcio.model.initiatives import ChangeKind, InitiativeState
from virtualcio.model.inventory import AssetCategory, RemedyKind
from virtualcio.store.workspace import Workspace

TODAY = date(2026, 11, 22)


def company_of(folder: Path, records: list[Record]) -> OpenCompany:
    workspace = Workspace.create(folder / "betrieb.vcio", Company(name="Muster GmbH"), records=records)
    return OpenCompany(workspace, TODAY)


def old(key: str, category: AssetCategory, cost: str | None, **fields: Any) -> Asset:
    """Bought so long ago that it is overdue by age."""
    amount = None if cost is None else Decimal(cost)
    return Asset(
        id=key, name=key, category=category, purchase_date=date(2012, 1, 10), cost=amount,
        remedy_cost=amount, **fields,
    )  # fmt: skip


@pytest.fixture
def overdue(tmp_path: Path) -> Iterator[OpenCompany]:
    records: list[Record] = [
        old("pc1", AssetCategory.DESKTOP, "900.00"),
        old("pc2", AssetCategory.DESKTOP, "1800.00", quantity=2),
        old("pc3", AssetCategory.DESKTOP, None),
        old("server", AssetCategory.SERVER, "11240.00"),
        old("kept", AssetCategory.SWITCH, "500.00", remedy=RemedyKind.ACCEPT),
        old("planned", AssetCategory.FIREWALL, "700.00"),
        Initiative(id="firewall", name="Firewall ersetzen", state=InitiativeState.PLANNED),
        InitiativeAsset(initiative_id="firewall", asset_id="planned"),
        Application(id="crm", name="CRM", support_end=date(2025, 1, 1), remedy=RemedyKind.UPGRADE),
    ]
    company = company_of(tmp_path, records)
    yield company
    company.close()


def test_like_devices_become_one_initiative_the_dearest_first(overdue: OpenCompany) -> None:
    found = proposed_remedies(overdue)
    assert [one.name for one in found] == [
        "server ersetzen", "4 × Desktop-PC ersetzen", "CRM auf eine neue Version heben",
    ]  # fmt: skip
    computers = found[1]
    assert computers.asset_ids == ("pc1", "pc2", "pc3")
    assert computers.cost == Decimal("2700.00")  # 900 and 1,800; the third has no price
    assert computers.without_value == 1
    assert "Nicht in den Kosten: 1 ohne Wert" in computers.why
    assert found[2].cost is None


def test_what_is_accepted_or_remedied_already_is_not_proposed(overdue: OpenCompany) -> None:
    proposed = {key for one in proposed_remedies(overdue) for key in one.asset_ids}
    assert proposed == {"pc1", "pc2", "pc3", "server"}


def test_chosen_proposals_become_initiatives_with_links_and_cost_in_one_step(overdue: OpenCompany) -> None:
    computers = proposed_remedies(overdue)[1]
    (made,) = take_remedies(overdue, {computers.key})
    assert made.one_off_cost == Decimal("2700.00") and made.change_kind is ChangeKind.RUN
    links = overdue.data.where(InitiativeAsset, "initiative_id", made.id)
    assert {row.asset_id for row in links} == {"pc1", "pc2", "pc3"}
    assert computers.key not in {one.key for one in proposed_remedies(overdue)}
    overdue.workspace.undo()
    assert overdue.data.get(Initiative, made.id) is None
    assert computers.key in {one.key for one in proposed_remedies(overdue)}


def test_nothing_chosen_changes_nothing(overdue: OpenCompany) -> None:
    before = overdue.workspace.undo_label
    assert take_remedies(overdue, set()) == []
    assert overdue.workspace.undo_label == before


def test_finished_initiatives_are_not_in_the_picture(tmp_path: Path) -> None:
    records: list[Record] = [
        Initiative(id="a", name="A", state=InitiativeState.DONE),
        Initiative(id="b", name="B"),
        Initiative(id="c", name="C"),
        InitiativeDependency(initiative_id="b", prerequisite_id="a"),
        InitiativeDependency(initiative_id="c", prerequisite_id="b", lag_months=2),
    ]
    company = company_of(tmp_path, records)
    plan = dependency_plan(company)
    company.close()
    assert [(box.initiative_id, box.layer) for box in plan.boxes] == [("b", 0), ("c", 1)]
    assert [line.lag_months for line in plan.lines] == [2]


pairs = st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=14)


@given(pairs)
@settings(max_examples=60, deadline=None)
def test_each_box_has_a_place_of_its_own_right_of_what_it_needs(drawn: list[tuple[int, int]]) -> None:
    """Only lines from a smaller to a larger number: no circles."""
    steps = {(str(min(pair)), str(max(pair))) for pair in drawn if pair[0] != pair[1]}
    lines = [PlanLine(f"{a}{b}", a, b, 0, False) for a, b in sorted(steps)]
    keys = sorted({key for step in steps for key in step})
    boxes = {box.initiative_id: box for box in _boxes(keys, lines)}
    assert set(boxes) == set(keys)
    assert len({(box.layer, box.row) for box in boxes.values()}) == len(boxes)
    for first, second in steps:
        assert boxes[first].layer < boxes[second].layer


@given(pairs)
@settings(max_examples=60, deadline=None)
def test_circles_bring_no_picture_down(drawn: list[tuple[int, int]]) -> None:
    lines = [PlanLine(f"{a}{b}", str(a), str(b), 0, False) for a, b in drawn]
    keys = sorted({key for line in lines for key in (line.prerequisite_id, line.initiative_id)})
    boxes = _boxes(keys, lines)
    assert {box.initiative_id for box in boxes} == set(keys)


def test_a_risk_without_a_value_after_its_measures_stays_where_it_is() -> None:
    risk = Risk(name="Ausfall", likelihood=4, impact=5, impact_after=2)
    assert cell_of(risk, after=False) == (4, 5)
    assert cell_of(risk, after=True) == (4, 2)


def test_the_bearable_level_is_not_above_itself(tmp_path: Path) -> None:
    company = company_of(tmp_path, [Risk(id="nine", name="Neun", likelihood=3, impact=3)])
    found = risk_map(company, after=False)
    company.close()
    assert found.bearable == 9
    assert not found.above and found.is_above((2, 5))
