"""show business-case: the figures of the window, for people and for programs."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.cli.conftest import TODAY, Run


def cases(run: Run, file: Path) -> Any:
    ended = run("show", file, "business-case", "--on", TODAY, "--json")
    assert (ended.code, ended.err) == (0, "")
    return json.loads(ended.out)


def test_the_demo_has_two_cases_that_pay_and_names_those_that_lack_one(run: Run, demo: Path) -> None:
    answer = cases(run, demo)

    assert answer["rate_percent"] == "6"
    found = {case["name"]: case for case in answer["cases"]}
    erp = found["ERP-Umzug in die Cloud"]
    expected = erp["scenarios"]["expected"]
    # 46,000 € once; 9,600 € a year from month 8 on; 9,000 and 7,400 € saved, from year 2 on 12,000 € more
    assert expected["flows"] == ["-46000.00", "12400.00"] + ["18800.00"] * 4
    assert (expected["net_present_value"], expected["payback_months"]) == ("27154.70", 34)
    assert erp["draws"]["count"] == 10_000 and 0 < erp["draws"]["below_zero"] < 1000
    assert Decimal(erp["draws"]["p10"]) < Decimal(erp["draws"]["p50"]) < Decimal(erp["draws"]["p90"])
    assert [case["has_case"] for case in answer["cases"]] == [True, True, False, False, False]
    assert cases(run, demo) == answer  # drawn again, the same


def test_people_read_a_sentence_and_the_years(run: Run, demo: Path) -> None:
    said = run("show", demo, "business-case", "--on", TODAY)

    assert said.code == 0
    words = " ".join(said.out.replace("\u00a0", " ").split())
    assert "Rechnet sich nach 2 Jahren und 10 Monaten; in 3 von 100 Fällen nicht." in words
    assert "Saldo bis dahin −46.000 −33.600 −14.800 4.000 22.800 41.600" in words


def test_a_company_without_initiatives_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "leer.vcio"
    assert run("new", file, "--name", "Leer GmbH").code == 0

    assert cases(run, file)["cases"] == []
    assert "Kein Vorhaben hat eine Wirtschaftlichkeitsrechnung" in run("show", file, "business-case").out
