"""Conflicts, mends, loads and reasons in words: what a managing director reads."""

import re
from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.conflict_words import words_of_conflict
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words, pool_sentence
from virtualcio.actions.roadmap.start_words import start_words
from virtualcio.actions.tone import Tone
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model import Initiative, InitiativeDependency, InitiativeEffort, ResourcePool, Setting
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import Message, speaking


def job(name: str, start: date | None, months: int = 1, **fields: object) -> Initiative:
    fields.setdefault("state", InitiativeState.PLANNED)
    return Initiative(name=name, start=start, months=months, **fields)


def team(days: int, name: str = "Interne IT") -> ResourcePool:
    return ResourcePool(name=name, days_per_month=Decimal(days))


def takes(initiative: Initiative, days: str, pool: ResourcePool | None) -> InitiativeEffort:
    return InitiativeEffort(
        initiative_id=initiative.id, pool_id=None if pool is None else pool.id, days=Decimal(days)
    )


def plain(text: str | None) -> str:
    """Narrow spaces as spaces."""
    return "" if text is None else text.replace("\u202f", " ").replace("\u00a0", " ")


def words(company: OpenCompany, kind: ConflictKind) -> tuple[str, str, str]:
    (conflict,) = [one for one in company.results.conflicts if one.kind is kind]
    said = words_of_conflict(company, conflict)
    return plain(said.title), plain(said.reason), plain(said.mend_title)


MARCH = date(2027, 3, 1)
EDIT = Message("")


def test_an_overload_names_days_people_and_the_way_out(make_company: MakeCompany) -> None:
    pool, erp, crm = team(12), job("ERP", MARCH), job("CRM", MARCH)
    company = make_company(pool, erp, crm, takes(erp, "10", pool), takes(crm, "4.5", pool))
    assert words(company, ConflictKind.OVERLOAD) == (
        "„Interne IT“ ist im März 2027 überlastet",
        "Im März 2027 sind 14,5 PT geplant, frei sind 12 PT. Beteiligt: ERP und CRM.",
        "„CRM“ auf April 2027 verschieben",
    )


def test_a_pool_without_days_is_said_to_have_none(make_company: MakeCompany) -> None:
    pool, erp = team(0), job("ERP", MARCH, 2)
    company = make_company(pool, erp, takes(erp, "4", pool))
    assert words(company, ConflictKind.OVERLOAD) == (
        "„Interne IT“ ist von März 2027 bis April 2027 überlastet",
        "Für Vorhaben sind keine Tage frei, geplant sind im März 2027 2 PT. Beteiligt: ERP.",
        "",
    )


def test_a_mend_that_only_helps_or_moves_others_says_so(make_company: MakeCompany) -> None:
    pool, three = team(10), [job(name, MARCH) for name in "ABC"]
    company = make_company(pool, *three, *(takes(one, "9", pool) for one in three))
    assert words(company, ConflictKind.OVERLOAD)[2] == "„A“ auf April 2027 verschieben (hilft zum Teil)"
    erp, portal, app = job("ERP", MARCH, 3), job("Portal", MARCH), job("App", date(2027, 4, 1))
    links = [
        InitiativeDependency(initiative_id=portal.id, prerequisite_id=erp.id),
        InitiativeDependency(initiative_id=app.id, prerequisite_id=portal.id),
    ]
    assert words(make_company(erp, portal, app, *links), ConflictKind.PREREQUISITE) == (
        "„Portal“ beginnt, bevor „ERP“ fertig ist",
        "Es braucht „ERP“ und kann frühestens im Juni 2027 beginnen, geplant ist März 2027.",
        "Auf Juni 2027 verschieben (1 weiteres rückt mit)",
    )


def test_the_hard_end_comes_with_its_reason(make_company: MakeCompany) -> None:
    late = job("E-Rechnung", MARCH, 2, hard_end=date(2027, 3, 31), hard_end_reason="Gesetz.")
    assert words(make_company(late), ConflictKind.HARD_END) == (
        "„E-Rechnung“ endet nach dem festen Termin",
        "Geplant ist es bis 30.04.2027, fertig sein muss es bis 31.03.2027. Gesetz.",
        "Auf Februar 2027 verschieben",
    )


def test_what_is_needed_is_planned_with_one_click(make_company: MakeCompany) -> None:
    erp, portal = job("ERP", None, 2), job("Portal", MARCH)
    link = InitiativeDependency(initiative_id=portal.id, prerequisite_id=erp.id)
    assert words(make_company(erp, portal, link), ConflictKind.PREREQUISITE_UNPLANNED) == (
        "„Portal“ braucht „ERP“, das nicht eingeplant ist",
        "Planen Sie „ERP“ vor März 2027 ein, oder lösen Sie die Abhängigkeit.",
        "„ERP“ für November 2026 einplanen",
    )


def test_a_circle_names_every_step(make_company: MakeCompany) -> None:
    a, b = job("A", MARCH), job("B", MARCH)
    links = [
        InitiativeDependency(initiative_id=one.id, prerequisite_id=other.id)
        for one, other in ((a, b), (b, a))
    ]
    title, reason, mend = words(make_company(a, b, *links), ConflictKind.CIRCLE)
    assert title in ("„A“ und „B“ warten aufeinander", "„B“ und „A“ warten aufeinander")
    assert "„A“ braucht „B“" in reason and "„B“ braucht „A“" in reason
    assert mend == ""


def test_money_is_named_by_fiscal_year(make_company: MakeCompany) -> None:
    erp = job("ERP", MARCH, one_off_cost=Decimal(12000), running_cost=Decimal(0))
    company = make_company(erp, Setting(key="initiative_money_per_year", value="10000"))
    with company.workspace.change(EDIT):
        company.data.company.fiscal_year_start = 7
    assert words(company, ConflictKind.MONEY)[:2] == (
        "2.000 € zu viel im Geschäftsjahr 2026/27",
        "Geplant sind 12.000 €, vorgesehen sind 10.000 €. Beteiligt: ERP.",
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_kind_has_its_words_in_both_languages(demo: OpenCompany, language: str) -> None:
    with speaking(language):
        for conflict in demo.results.conflicts:
            for text in words_of_conflict(demo, conflict)[:3]:
                assert text is None or (text and not re.search(r"[{}]|None", text))


def test_why_nothing_starts_earlier(make_company: MakeCompany) -> None:
    erp, portal = job("ERP", date(2026, 11, 1), 3), job("Portal", date(2027, 2, 1))
    free, pinned = job("Frei", date(2028, 3, 1)), job("Fest", MARCH, pinned=True)
    link = InitiativeDependency(initiative_id=portal.id, prerequisite_id=erp.id)
    company = make_company(erp, portal, free, pinned, link, job("Wartet", None))
    assert [start_words(company, one) for one in company.data.all(Initiative)] == [
        "„ERP“ beginnt in diesem Monat, früher geht es nicht.",
        "„Portal“ beginnt erst im Februar 2027, weil es „ERP“ braucht.",
        "„Frei“ könnte einen Monat früher beginnen.",
        "Der Beginn von „Fest“ steht fest: März 2027.",
        "",
    ]


def test_what_is_scarce_is_named_with_its_month(make_company: MakeCompany) -> None:
    pool, erp, crm = team(5), job("ERP", date(2027, 2, 1)), job("CRM", MARCH)
    company = make_company(pool, erp, crm, takes(erp, "5", pool), takes(crm, "1", pool))
    assert start_words(company, crm) == (
        "„CRM“ beginnt erst im März 2027, weil „Interne IT“ im Februar 2027 zu wenige freie Tage hat."
    )
    alone = make_company(
        job("ERP", date(2027, 2, 1)),
        last := job("CRM", MARCH),
        Setting(key="parallel_initiatives", value="1"),
    )
    assert start_words(alone, last) == (
        "„CRM“ beginnt erst im März 2027, weil im Februar 2027 schon genug Vorhaben laufen (höchstens 1)."
    )


def test_a_team_says_whether_it_can_carry_the_plan(make_company: MakeCompany) -> None:
    pool, erp = team(5), job("ERP", MARCH, 2)
    effort = takes(erp, "9", pool)
    company = make_company(pool, erp, effort)
    sentence = pool_sentence(company, pool)
    assert plain(sentence.text) == (
        "Es kann leisten, was geplant ist; im März 2027, dem vollsten Monat, sind 4,5 PT von 5 PT vergeben."
    )
    assert (sentence.tone, sentence.why) == (Tone.GOOD, ("Damit geplant: ERP.",))
    with company.workspace.change(EDIT):
        effort.days = Decimal("10.02")
    sentence = pool_sentence(company, pool)
    assert sentence.text == "In 2 Monaten ist mehr geplant, als es leisten kann, zuerst im März 2027."
    assert sentence.tone is Tone.ACT
    with company.workspace.change(EDIT):
        effort.days = Decimal("10.01")  # 5.01 and 5.00
    assert pool_sentence(company, pool).text == "Im März 2027 ist mehr geplant, als es leisten kann."
    with company.workspace.change(EDIT):
        pool.days_per_month = Decimal(0)
    assert "keine Tage für Vorhaben" in pool_sentence(company, pool).text


@pytest.mark.parametrize(
    ("days", "text"),
    [("12", "12 PT"), ("12.50", "12,5 PT"), ("0.05", "0,05 PT"), ("0", "0 PT"), ("120", "120 PT")],
)
def test_days_are_written_without_needless_zeros(days: str, text: str) -> None:
    assert plain(days_words(Decimal(days))) == text


def test_fiscal_years_have_the_name_of_their_start() -> None:
    assert [fiscal_year_words(2027, 1), fiscal_year_words(2027, 7), fiscal_year_words(2099, 2)] == [
        "2027", "2027/28", "2099/00",
    ]  # fmt: skip
