"""Whether a large initiative pays: from the check that asks for it to the chance that it does not, with mouse
and keys in the real window; every figure is worked out by hand.
"""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import one_sentence
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.test_bad_plan import finding, refused
from tests.journeys.walk import CTRL, Walk, a_walk, in_file
from virtualcio.model import CaseInput
from virtualcio.model.business_case import CaseInputKind
from virtualcio.store.verify import verify
from virtualcio.ui.business_case.case_part import CasePart

CRM, SAVING = "CRM-Umstieg", "Keine doppelten Eingaben"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return company_with_goals(tmp_path / "brandt.vcio")


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def cases(walk: Walk) -> CasePart:
    hands.turn_to(walk, "budget", "business_case")
    part = hands.part(walk)
    assert isinstance(part, CasePart)
    return part


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


def said(walk: Walk) -> str:
    return plain(cases(walk).details.sentence.text.text())


def figures(walk: Walk) -> dict[str, str]:
    """The key figures that are shown, by title."""
    shown = [button.figure for button in cases(walk).details.figures.buttons if button.isVisible()]
    return {one.title: plain(one.value) for one in shown}


def rows(walk: Walk) -> list[list[str]]:
    """Name, amounts and years of each input."""
    return [[name, *rest] for name, _kind, *rest in hands.child_texts(cases(walk).details.inputs)]


def open_checks(walk: Walk) -> set[str]:
    return {one.check_id for one in walk.place.company.results.findings}


def a_large_initiative(walk: Walk) -> None:
    """30,000 € once, 2,400 € a year after six months, and ten days of the own team at 500 €."""
    hands.turn_to(walk, "priorities", "initiatives")
    hands.add_row(walk, CRM)
    hands.fill_row(walk, CRM, one_off_cost="30000", running_cost="2400", months="6")
    child = hands.table_of_tab(walk).inspector.children_tables["efforts"]
    hands.add_child(walk, child, "Eigene IT")
    hands.fill_child(walk, child, 0, days="10")
    assert hands.child_texts(child)[0][:2] == ["Eigene IT", "10"]


def type_in(walk: Walk, row: str, **typed: str) -> None:
    """Into the row of the inputs with this name."""
    child = cases(walk).details.inputs
    at = [texts[0] for texts in hands.child_texts(child)].index(row)
    hands.fill_child(walk, child, at, **typed)


def test_a_large_initiative_gets_its_business_case(walk: Walk, path: Path) -> None:
    a_large_initiative(walk)
    finding(walk, "case_missing", CRM).button.click()
    assert walk.place.place == ("budget", "business_case")
    # 30,000 + 1,200 of the first year, in which it runs for six months, + 4 × 2,400
    assert said(walk) == "Was es bringt, ist noch nicht eingetragen. Es kostet 40.800 € in 5 Jahren."

    walk.click("Beträge des Vorhabens übernehmen")
    assert rows(walk) == [
        ["Einmalige Kosten", "", "30.000 €", "", "0", "0"],
        ["Laufende Kosten", "", "1.200 €", "", "1", "1"],
        ["Laufende Kosten", "", "2.400 €", "", "2", "5"],
        ["Eigene Personentage", "", "5.000 €", "", "0", "0"],
    ]
    assert "case_missing" in open_checks(walk)  # what it costs does not say what it brings
    walk.click("Kosten oder Nutzen")
    hands.write(walk, SAVING)
    type_in(walk, SAVING, expected="12000")
    # -30,000, +10,800, 4 × +9,600: after three years nothing of what was spent is missing
    assert said(walk).startswith("Rechnet sich nach 3 Jahren. ")
    assert "case_missing" not in open_checks(walk)

    type_in(walk, SAVING, worst="7 T€", best="15000")
    type_in(walk, "Einmalige Kosten", worst="36000", best="28000")
    the_three_cases(walk)
    both_ranges_move_it(walk)
    assert hands.undo_all_and_redo(walk, path) == 16
    walk.end()
    assert_the_case_is_there(path)


def the_three_cases(walk: Walk) -> None:
    """At 6 % a year: Σ flow ÷ 1.06ⁿ. The ten days of the own team are shown and stand in no sum."""
    assert figures(walk) == {
        "Kapitalwert": "11.571 €", "Interner Zins": "19,6 %", "Zurück nach": "3 Jahre",
        "Kosten in 5 Jahren": "40.800 €", "Nutzen in 5 Jahren": "60.000 €", "Eigene Personentage": "5.000 €",
        "Risiko, dass es sich nicht rechnet": "17 %",
    }  # fmt: skip
    walk.click("Schlechtester Fall")  # -36,000, +5,800, 4 × +4,600
    worst = figures(walk)
    assert (worst["Kapitalwert"], worst["Zurück nach"]) == ("−15.491 €", "nicht in 5 Jahren")
    assert (worst["Kosten in 5 Jahren"], worst["Nutzen in 5 Jahren"]) == ("46.800 €", "35.000 €")
    walk.click("Bester Fall")  # -28,000, +13,800, +12,600: 1,600 are left for two months of the third year
    best = figures(walk)
    assert (best["Kapitalwert"], best["Zurück nach"]) == ("26.208 €", "2 Jahre, 2 Monate")
    assert said(walk) == "Rechnet sich nach 3 Jahren; in 17 von 100 Fällen nicht."  # as before


def both_ranges_move_it(walk: Walk) -> None:
    """4.21236, what 1 € a year for five years is worth, times 5,000 less or 3,000 more of the saving."""
    [case] = walk.place.company.results.business_cases
    first, second, *others = case.tornado
    assert first.of.name == SAVING
    assert (first.at_worst, first.at_best) == (Decimal("-9491.05"), Decimal("24207.86"))
    assert (second.at_worst, second.at_best) == (Decimal("5570.77"), Decimal("13570.77"))
    assert [one.width for one in others] == [0, 0]
    assert abs(case.chance_percent - Decimal("16.92")) < 1  # of the two triangles, by integration
    assert cases(walk).details.tornado.isVisible() and cases(walk).details.spread.isVisible()


def assert_the_case_is_there(path: Path) -> None:
    """Opened afresh; then in English in the window: the same draws, the last step can still be taken back."""
    saved = [one for one in in_file(path, CaseInput) if isinstance(one, CaseInput)]
    assert {(one.name, one.kind, one.worst, one.expected, one.best) for one in saved} == {
        ("Einmalige Kosten", CaseInputKind.ONE_OFF, *map(Decimal, ("36000", "30000", "28000"))),
        ("Laufende Kosten", CaseInputKind.RUNNING, None, Decimal(1200), None),
        ("Laufende Kosten", CaseInputKind.RUNNING, None, Decimal(2400), None),
        ("Eigene Personentage", CaseInputKind.INTERNAL, None, Decimal(5000), None),
        (SAVING, CaseInputKind.SAVING, *map(Decimal, ("7000", "12000", "15000"))),
    }
    assert verify(path).ok
    with a_walk("en") as again:
        assert again.window.tasks.open_path(path)
        assert said(again) == "Pays back after 3 years; in 17 of 100 cases it does not."
        again.press(Qt.Key.Key_Z, CTRL)
        assert "28,000" not in str(rows(again)) and "36,000" in str(rows(again))


def test_amounts_that_cannot_be_are_refused_beside_the_cell_and_the_case_stays(walk: Walk) -> None:
    hands.turn_to(walk, "priorities", "initiatives")
    hands.add_row(walk, CRM)
    hands.fill_row(walk, CRM, one_off_cost="30000")
    cases(walk)
    walk.click("Kosten oder Nutzen")
    hands.write(walk, SAVING)
    type_in(walk, SAVING, expected="12000")
    before = said(walk)
    for column, text, words in (
        ("worst", "13000", "der schlechteste Fall der niedrigste"),
        ("expected", "-5", "0"),
        ("first_year", "6", "5"),
        ("last_year", "0", "beide Jahre"),
    ):
        child = cases(walk).details.inputs
        at = child.rows.column_at(column)
        assert at is not None
        child.table.setFocus()
        child.table.go_to(child.rows.index(0, at))
        one_sentence(refused(walk, text), words)
    assert said(walk) == before
