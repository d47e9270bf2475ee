"""A list that is chosen on the wrong page is still taken for what it is."""

from pathlib import Path

from tests.actions.conftest import MakeCompany
from virtualcio.actions.import_file import file_context, propose_file
from virtualcio.exchange.import_plan import ImportPlan

_CONTRACTS = """Vertragspartner;Gegenstand;Vertragsnr.;Vertragsbeginn;Mindestlaufzeit;Kündigungsfrist;Kosten
Telekom;Internet;V-1;01.01.2021;12 Monate;3 Monate;89,13
Datev;Rechnungswesen;V-2;15.04.2024;24 Monate;6 Monate;253,38
Vodafone;Mobilfunk;V-3;28.06.2022;24 Monate;3 Monate;732,13
"""
_SHORT = "Name;Kosten\nDrucker;300\nScanner;200\nBeamer;900\n"


def _into(make_company: MakeCompany, path: Path, text: str, into: str) -> ImportPlan:
    path.write_text(text, encoding="utf-8")
    plan = propose_file(file_context(make_company()), path, into)
    assert isinstance(plan, ImportPlan)
    return plan


def test_contracts_chosen_beside_the_devices_become_contracts_and_it_is_said(
    make_company: MakeCompany, tmp_path: Path
) -> None:
    plan = _into(make_company, tmp_path / "liste.csv", _CONTRACTS, "assets")
    assert plan.into == "contracts" and plan.taken == 3
    assert "gehört diese Liste unter „Verträge“" in str(plan.notes[0])


def test_a_list_that_could_be_anything_goes_where_it_was_meant_for(
    make_company: MakeCompany, tmp_path: Path
) -> None:
    for into in ("assets", "applications", "contracts"):
        plan = _into(make_company, tmp_path / "liste.csv", _SHORT, into)
        assert plan.into == into
        assert not any("gehört diese Liste" in str(note) for note in plan.notes)
