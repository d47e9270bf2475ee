"""show depreciation: a fiscal year in either book, for people and for programs."""

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import TODAY, Run


def asked(run: Run, file: Path, *words: str) -> Any:
    ended = run("show", file, "depreciation", "--on", TODAY, "--json", *words)
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def test_both_books_differ_where_tax_law_is_faster(run: Run, demo: Path) -> None:
    tax, commercial = asked(run, demo), asked(run, demo, "--book", "hgb")
    items = {book["book"]: {one["name"]: one for one in book["items"]} for book in (tax, commercial)}

    assert (tax["book"], tax["year"], commercial["book"]) == ("tax", 2026, "hgb")
    notebooks = items["tax"]["Notebooks Vertrieb"]
    # 6,250 € of September 2024: at once by tax law; over three years, one of five sold for 420 € in August
    found = (notebooks["method"], notebooks["depreciation"], notebooks["gain"])
    assert found == ("digital", "0.00", "420.00")
    slow = items["hgb"]["Notebooks Vertrieb"]
    years = {one["year"]: one["depreciation"] for one in slow["years"]}
    # 36 months; in 2026 four pieces for 12 months (1,666.67) and one for 8 (277.78)
    assert years == {2024: "694.44", 2025: "2083.33", 2026: "1944.45", 2027: "1111.11"}
    assert slow["gain"] == "3.33"
    # taken over on 1 January 2022 with 3,303.79 € for 89 months: 445.45 € a year
    cooling = items["tax"]["Klimagerät Serverraum"]
    assert (cooling["depreciation"], cooling["years"][0]["opening"]) == ("445.45", "3303.79")
    # phones of 2024, for which the pool was chosen: a fifth of 9,900 €
    assert items["tax"]["Diensthandys Montage"]["depreciation"] == "1980.00"
    assert tax["problems"][0]["problems"] == [{"id": "life_missing"}]


def test_people_read_a_table_with_sums_and_what_is_to_be_put_right(run: Run, demo: Path) -> None:
    said = run("show", demo, "depreciation", "--on", TODAY, "--year", "2027", "--lang", "de")

    assert said.code == 0
    words = " ".join(said.out.split())
    assert "Abschreibungen 2027, Steuerrecht" in words and "Summe" in words
    assert "Zutritt und Torsteuerung: Keine Tabelle nennt eine Nutzungsdauer" in words
    assert "Nicht im Verzeichnis" in words and "Beamer Schulungsraum" in words


def test_a_year_without_books_and_options_of_other_lists_are_refused(run: Run, demo: Path) -> None:
    early = run("show", demo, "depreciation", "--on", TODAY, "--year", "1990")
    assert early.code == 3 and "1990" in early.err

    assert run("show", demo, "budget", "--book", "tax").code == 3
    assert run("show", demo, "depreciation", "--by", "goal").code == 3
    assert run("show", demo, "depreciation", "--book", "ifrs").code == 2


def test_an_empty_company_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leer.vcio"
    assert run("new", file, "--name", "Leer GmbH").code == 0

    assert asked(run, file)["items"] == []
    assert "Kaufpreis und Kaufdatum" in run("show", file, "depreciation", "--lang", "de").out


def test_applications_are_listed_with_what_they_cost_in_five_years(run: Run, demo: Path) -> None:
    ended = run("show", demo, "applications", "--on", TODAY, "--json")

    assert ended.code == 0 and "five_year_cost" in ended.out
