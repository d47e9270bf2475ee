"""A newcomer in the real window: a new company, then the whole first talk with the keyboard alone, or a list,
or neither. What stands in the file afterwards is asserted.
"""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys.walk import Walk, a_walk, answering, fields, file_name, in_file, wait_until
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    Company,
    Contract,
    Goal,
    Incident,
    Obligation,
    Person,
    Process,
    Record,
    Risk,
    Supplier,
    TalkAnswer,
)
from virtualcio.model.operations import CioModel
from virtualcio.store.verify import verify
from virtualcio.ui.first_talk.talk_page import FirstTalkPage
from virtualcio.ui.overview.overview_page import OverviewPage

SAMPLES = Path(__file__).resolve().parents[1] / "samples"

# What is typed or which number keys are pressed, by question; trade and people were said before.
TYPED: dict[str, dict[str, str]] = {
    "de": {
        "revenue": "3,2 Mio.", "fiscal_year": "1", "direction": "Mehr Service, weniger Bau",
        "main_app": "TopKontor", "main_since": "2014", "main_process": "Auftragsannahme",
        "outage_hours": "6", "outage_cost": "4.000 €", "restore": "nie", "contract": "Telefonanlage",
        "contract_end": "31.03.2027", "decider": "Karin Brandt", "contact": "Tom Lenz", "partner": "keine",
    },
    "en": {
        "revenue": "3.2 million", "fiscal_year": "1", "direction": "More service, less building",
        "main_app": "TopKontor", "main_since": "2014", "main_process": "Orders",
        "outage_hours": "6", "outage_cost": "€4,000", "restore": "never", "contract": "Telephones",
        "contract_end": "31 March 2027", "decider": "Karin Brandt", "contact": "Tom Lenz", "partner": "none",
    },
}  # fmt: skip
PRESSED = {
    "aims": "26", "contracts": "1", "surprises": "2", "projects": "3", "one_person": "1",
    "nobody_says_no": "0", "own_buying": "3", "it_hears_late": "2", "no_results": "1", "server": "1",
    "duties": "13", "planning": "1",
}  # fmt: skip
BUTTONS = {"de": ("Gespräch beginnen", "Wählen"), "en": ("Begin the talk", "Choose")}


def new_company(walk: Walk, path: Path) -> OverviewPage:
    with answering(fields("Schlosserei Brandt", "Metallbau", "24"), file_name(path)):
        walk.window.run("new")
    page = walk.place.current_page
    assert isinstance(page, OverviewPage) and page.empty.isVisible()
    return page


def talk(walk: Walk) -> FirstTalkPage:
    page = walk.place.current_page
    assert isinstance(page, FirstTalkPage)
    return page


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_whole_talk_is_done_with_the_keyboard_and_fills_the_file(tmp_path: Path, language: str) -> None:
    path = tmp_path / "brandt.vcio"
    asked = []
    with a_walk(language) as walk:
        new_company(walk, path)
        walk.click(BUTTONS[language][0])
        page = talk(walk)
        walk.press(Qt.Key.Key_Return)  # the button "Begin" has the keyboard
        for _round in range(40):
            if page.current_tab() != "questions":
                break
            key = page.question.key
            asked.append(key)
            walk.type(PRESSED[key] if key in PRESSED else TYPED[language][key])
            walk.press(Qt.Key.Key_Return)
            assert not page.question.refusal.text(), (key, page.question.refusal.text())
        assert page.current_tab() == "result"
        assert set(asked) == {*PRESSED, *TYPED[language]} and len(asked) == len(set(asked))
        result = walk.place.company.results.first_talk
        assert result.complete and (result.answered, result.total) == (28, 28)
        assert page.result.sites is not None and len(page.result.sites.buttons) == 5
        assert page.result.models is not None
        page.result.models.buttons[1].setFocus()
        walk.press(Qt.Key.Key_Return)
    assert_what_was_said_stands_in(path, language)
    assert verify(path).ok


def names(path: Path, kind: type[Record]) -> list[str]:
    return [str(getattr(one, "name", "")) for one in in_file(path, kind)]


def assert_what_was_said_stands_in(path: Path, language: str) -> None:
    [company] = in_file(path, Company)
    assert isinstance(company, Company)
    assert (company.revenue, company.employees) == (Decimal(3_200_000), 24)
    assert company.direction == TYPED[language]["direction"]
    assert (company.cio_model, company.cio_days_per_month) == (CioModel.EXTERNAL, Decimal(3))
    assert names(path, Application) == ["TopKontor"] and len(in_file(path, ApplicationProcess)) == 1
    assert names(path, Process) == [TYPED[language]["main_process"]] and names(path, Asset) == ["Server"]
    assert len(in_file(path, Goal)) == 2 and len(in_file(path, Risk)) == 2
    assert names(path, Person) == ["Karin Brandt", "Tom Lenz"] and not in_file(path, Supplier)
    [incident], [contract] = in_file(path, Incident), in_file(path, Contract)
    assert isinstance(incident, Incident) and incident.outage_hours == 6 and incident.cost == 4000
    assert isinstance(contract, Contract) and contract.agreed_end == date(2027, 3, 31)
    # what applies for sure is ticked already; the first and the third were taken out again
    assert len(in_file(path, Obligation)) == 3 and len(in_file(path, TalkAnswer)) == 26


def test_a_talk_broken_off_is_gone_on_with_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        new_company(walk, path)
        walk.click("Gespräch beginnen")
        walk.press(Qt.Key.Key_Return)
        page = talk(walk)
        walk.type("viel")
        walk.press(Qt.Key.Key_Return)
        assert page.question.key == "revenue" and "viel" in page.question.refusal.text()
        for _letter in "viel":
            walk.press(Qt.Key.Key_Backspace)
        walk.press(Qt.Key.Key_Return)  # an empty field: not known
        assert page.question.key == "fiscal_year"
        walk.press(Qt.Key.Key_PageUp)
        assert page.question.key == "revenue"
        walk.press(Qt.Key.Key_PageUp)  # what was known before can be corrected on the way back
        assert page.question.key == "employees" and page.question.given() == "24"
        walk.type("26")
        walk.press(Qt.Key.Key_Return)
        assert page.question.key == "fiscal_year"
        walk.press(Qt.Key.Key_PageDown)  # later
        assert page.question.key == "direction"
        walk.page("overview")
        overview = walk.place.current_page
        assert isinstance(overview, OverviewPage)
        assert overview.empty.talk_button.text() == "Gespräch fortsetzen"
    [company] = in_file(path, Company)
    assert isinstance(company, Company) and (company.employees, company.revenue) == (26, None)
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        walk.page("overview")
        walk.click("Gespräch fortsetzen")
        assert talk(walk).question.key == "fiscal_year"
        walk.tab("result")
        assert "4 von 28" not in talk(walk).question.progress.text()
        assert walk.place.company.results.first_talk.answered == 3


def test_the_other_way_is_a_list_and_leads_to_the_figures(tmp_path: Path) -> None:
    path = tmp_path / "brandt.vcio"
    with a_walk() as walk:
        overview = new_company(walk, path)
        assert [way.button.text() for way in overview.empty.ways] == ["Gespräch beginnen", "Liste wählen …"]
        walk.place.go("import", record=str(SAMPLES / "geraeteliste.xlsx"))
        wait_until(lambda: walk.importing.preview.plan is not None, "the preview of the list")
        walk.click("37 Zeilen übernehmen")
        walk.page("overview")
        QApplication.processEvents()
        assert not overview.empty.isVisible() and len(overview.figures) >= 4
        walk.page("first_talk")
        assert "main_app" not in walk.place.company.results.first_talk.said


def test_who_wants_neither_looks_around(tmp_path: Path) -> None:
    with a_walk() as walk:
        new_company(walk, tmp_path / "brandt.vcio")
        walk.click("Selbst umsehen")
        assert walk.place.current_page is walk.inventory
