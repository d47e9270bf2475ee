"""Key figures that explain themselves, progress that names the next step, and search."""

from datetime import date
from decimal import Decimal

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.inventory.progress import Progress
from virtualcio.actions.key_figures import KeyFigure, key_figures
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.search import find
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model import Application, Asset, AssetProcess, Contract, Person, Process, Supplier
from virtualcio.model.inventory import AssetCategory


def figures(company: OpenCompany) -> dict[str, KeyFigure]:
    return {figure.key: figure for figure in key_figures(company)}


def old(name: str, cost: int) -> Asset:
    return Asset(
        name=name, support_end=date(2025, 1, 31), remedy_cost=Decimal(cost), remedy_cost_on=TODAY,
        category=AssetCategory.SERVER,
    )  # fmt: skip


def euros(text: str) -> int:
    return int(text.removesuffix("\u00a0€").replace(".", "")) if "€" in text else 0


def test_the_backlog_is_the_sum_of_the_rows_shown_with_it(demo: OpenCompany) -> None:
    figure = figures(demo)["backlog"]
    assert figure.title == "Investitionsstau heute"
    assert figure.tone is Tone.ACT
    rounding = len(figure.derivation)
    assert abs(sum(euros(amount) for _text, amount in figure.derivation) - euros(figure.value)) <= rounding
    assert len(figure.derivation) == len(demo.results.backlog.items)


def test_many_rows_are_summed_up_and_still_add_up(make_company: MakeCompany) -> None:
    company = make_company(*(old(f"Server {number}", 100 + number) for number in range(60)))
    figure = figures(company)["backlog"]
    assert figure.value == "7.770\u00a0€"  # 60 × 100 + (0 + … + 59)
    assert figure.derivation[0] == ("Server 59 · 01/2025 · Support", "159\u00a0€")
    assert figure.derivation[-1] == ("20 weitere", "2.190\u00a0€")  # 100 … 119
    assert sum(euros(amount) for _text, amount in figure.derivation) == 7770


def test_a_company_in_order_says_so(make_company: MakeCompany) -> None:
    figure = figures(make_company(Asset(name="Neu", purchase_date=date(2026, 1, 1), service_life_years=5)))[
        "backlog"
    ]
    assert (figure.value, figure.tone) == ("0\u00a0€", Tone.GOOD)
    assert figure.details[0] == ("Nichts ist überfällig", Tone.GOOD)


def test_no_euro_of_backlog_is_good_news_only_if_it_is_known_when_things_are_due(
    make_company: MakeCompany,
) -> None:
    for company in (make_company(), make_company(Asset(name="Server"))):
        figure = figures(company)["backlog"]
        assert (figure.value, figure.tone) == ("—", Tone.NEUTRAL)
        assert figure.details[0] == ("Noch steht nirgends, wann etwas fällig wird", Tone.NEUTRAL)


def test_assigned_spending_tells_its_three_sums_and_the_points_since_the_last_review(
    demo: OpenCompany,
) -> None:
    figure = figures(demo)["spending"]
    # 216.683,21 of 270.416,91 €; 74,1 % were frozen at the end of the last quarter
    assert figure.value == "80\u00a0%"
    assert figure.details == [
        ("216.683\u00a0€ von 270.417\u00a0€ dienen einem Ziel oder einer Pflicht", Tone.NEUTRAL),
        ("▲ 6 Punkte seit Q3 2026", Tone.GOOD),
    ]
    *sums, whole = [euros(amount) for _text, amount in figure.derivation]
    assert len(sums) == 3 and abs(sum(sums) - whole) <= 2
    assert figure.way is not None and (figure.way.page, figure.way.tab) == ("checks", "thread")


def test_the_budget_tells_what_is_fixed_and_how_the_year_will_end(demo: OpenCompany) -> None:
    figure = figures(demo)["budget"]
    assert (figure.title, figure.value) == ("IT-Budget 2026", "175.019\u00a0€")
    assert figure.details == [
        ("67\u00a0% vertraglich fest", Tone.NEUTRAL),
        ("Prognose 4.431\u00a0€ über Plan", Tone.WATCH),
    ]
    rows = dict(figure.derivation)
    whole = euros(rows.pop("Plan"))
    parts = [euros(rows[name]) for name in list(rows)[:-2]]
    assert whole == 175_019 and abs(sum(parts) - whole) <= len(parts)


def test_the_security_check_names_its_points_and_what_is_open(demo: OpenCompany) -> None:
    figure = figures(demo)["security"]
    assert figure.value == "24 / 37"
    assert figure.details[1] == ("2 besonders wichtige Fragen offen", Tone.WATCH)
    points = [amount.split(" / ") for _area, amount in figure.derivation]
    assert sum(int(one) for one, _of in points) == 24


def test_figures_without_anything_to_count_say_what_is_missing_and_lead_there(
    make_company: MakeCompany,
) -> None:
    found = figures(make_company(Asset(name="Drucker")))
    ways = {key: (one.way.page, one.way.tab) for key, one in found.items() if one.way is not None}
    assert ways == {
        "spending": ("inventory", "contracts"),
        "budget": ("inventory", "contracts"),
        "security": ("inventory", "security"),
    }
    assert all(found[key].details[0][0] and "0" not in found[key].value for key in ways)


def test_a_budget_without_actual_costs_has_no_forecast_of_its_own(make_company: MakeCompany) -> None:
    contract = Contract(name="Internet", start=date(2026, 1, 1), cost=Decimal(100))
    figure = figures(make_company(contract))["budget"]
    assert figure.value == "100\u00a0€" and figure.details[1] == ("noch keine Ist-Kosten", Tone.NEUTRAL)


def test_an_empty_inventory_begins_with_the_device_list(make_company: MakeCompany) -> None:
    state = make_company().results.step_state("inventory")
    assert (state.progress, state.percent) == (Progress.EMPTY, 0)
    assert state.text.startswith("Beginnen Sie mit Ihrer Geräteliste")


def test_progress_names_the_one_thing_that_helps_most(make_company: MakeCompany) -> None:
    person, process = Person(name="Weber"), Process(name="Aufträge")
    first, second = old("A", 5), old("B", 5)
    company = make_company(person, first, second)
    assert company.results.step_state("inventory").text.startswith("Legen Sie die Prozesse Ihres Betriebs an")
    with_process = make_company(
        person, process, first2 := old("A", 5), second2 := old("B", 5),
        AssetProcess(asset_id=first2.id, process_id=process.id),
        AssetProcess(asset_id=second2.id, process_id=process.id),
    )  # fmt: skip
    state = with_process.results.step_state("inventory")
    # Known are process, date and value of both assets; who is in charge of two assets and a process is not.
    assert (state.percent, state.progress) == (66, Progress.BEGUN)
    assert state.text == "Sagen Sie bei 2 Systemen, wer verantwortlich ist."
    assert state.next_step is not None
    assert (state.next_step.tab, state.next_step.chip) == ("assets", "without_owner")
    assets, processes = table("assets"), table("processes")
    edit.set_values(with_process, assets, assets.column("owner"), [first2, second2], person.id)
    edit.set_value(with_process, processes, processes.column("owner"), process, person.id)
    state = with_process.results.step_state("inventory")
    assert (state.percent, state.progress, state.text) == (100, Progress.DONE, "Hier fehlt nichts.")


def test_each_gap_counts_what_its_chip_shows(demo: OpenCompany) -> None:
    for gap in demo.results.step_state("inventory").gaps:
        shown = table(gap.tab)
        (chip,) = [one for one in shown.chips if one.key == gap.chip]
        assert sum(chip.keeps(demo, record) for record in demo.data.all(shown.kind)) == gap.missing, gap.chip


def test_search_finds_names_first_then_other_texts(make_company: MakeCompany) -> None:
    company = make_company(
        Asset(name="ERP-Server HV01", serial_number="X4711"),
        Asset(name="Alter ERP-Server"),
        Application(name="Buchhaltung", note="Schnittstelle zum ERP-Server"),
        Supplier(name="Müller Systemhaus"),
        Contract(name="Wartung"),
    )
    assert [(found.table, found.name) for found in find(company, "erp")] == [
        ("assets", "ERP-Server HV01"),
        ("assets", "Alter ERP-Server"),
        ("applications", "Buchhaltung"),
    ]
    assert [found.name for found in find(company, "hv01 server")] == ["ERP-Server HV01"]
    assert [(found.name, found.where) for found in find(company, "4711")] == [("ERP-Server HV01", "X4711")]
    assert [(found.name, found.kind) for found in find(company, "MULLER")] == [
        ("Müller Systemhaus", "Lieferant")
    ]
    assert find(company, "   ") == []


def test_search_knows_a_new_name_at_once(make_company: MakeCompany) -> None:
    company = make_company()
    assets = table("assets")
    assert find(company, "nas") == []
    record = edit.add_record(company, assets, {"name": "NAS Konstruktion"})
    assert [found.record for found in find(company, "nas")] == [record.id]
    company.workspace.undo()
    assert find(company, "nas") == []
