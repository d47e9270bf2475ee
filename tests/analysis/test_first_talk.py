"""The first talk: which questions are asked, what hurts most, how mature it is, which CIO model fits."""

from datetime import date
from decimal import Decimal

import pytest

from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.first_talk.cio_models import CioNeeds, FitReason, cio_models
from virtualcio.analysis.first_talk.questions import (
    AnswerKind,
    Area,
    Block,
    Question,
    Symptom,
    asked_questions,
    progress,
)
from virtualcio.analysis.first_talk.sites import sites, symptom_of
from virtualcio.analysis.first_talk.talk_maturity import area_levels
from virtualcio.exchange.talk_questions import talk_questions, talk_rules
from virtualcio.model import Asset
from virtualcio.model.operations import CioModel

TODAY = date(2026, 11, 22)
GRADE = AnswerKind.GRADE


def grade(key: str, urgency: int = 3, area: Area | None = None, checks: tuple[str, ...] = ()) -> Question:
    return Question(key, Block.HURTS, GRADE, urgency=urgency, area=area, checks=frozenset(checks))


def finding(
    check: str, severity: Severity = Severity.ACT, money: str = "", act_by: date | None = None
) -> Finding:
    amount = Decimal(money) if money else None
    return Finding(check, severity, ((Asset, check),), money=amount, act_by=act_by)


def test_the_talk_has_about_25_questions_in_six_blocks_and_takes_less_than_20_minutes() -> None:
    rules = talk_rules()
    assert 23 <= len(rules) <= 28 and list(dict.fromkeys(one.block for one in rules)) == list(Block)
    assert progress(rules, {}, ()).minutes < 20
    keys = [one.key for one in rules]
    assert all(not one.needs or keys.index(one.needs) < keys.index(one.key) for one in rules)


def test_every_question_has_its_words_in_both_languages_and_a_bad_answer_an_action() -> None:
    for question in talk_questions():
        assert question.titles.de and question.titles.en, question.key
        can_hurt = question.rule.kind in (GRADE, AnswerKind.DAY_OR_NEVER) or question.rule.symptoms
        words = (question.sites, question.actions)
        assert all(bool(one.de) and bool(one.en) for one in words) == bool(can_hurt), question.key
        assert bool(question.page) == bool(can_hurt)


def test_nobody_is_asked_when_a_contract_ends_that_does_not_exist() -> None:
    contract = Question("contract", Block.DUE, AnswerKind.TEXT)
    end = Question("end", Block.DUE, AnswerKind.DAY, needs="contract")
    assert asked_questions([contract, end], {}) == [contract, end]
    assert asked_questions([contract, end], {"contract": "none"}) == [contract]
    assert asked_questions([contract, end], {"contract": "unknown"}) == [contract]
    assert asked_questions([contract, end], {"contract": "Leasing"}) == [contract, end]


def test_what_the_file_knows_counts_as_answered_and_the_minutes_are_those_of_the_rest() -> None:
    rules = [Question("a", Block.COMPANY, AnswerKind.TEXT), grade("b"), grade("c"), grade("d"), grade("e")]
    one = progress(rules, {"b": "no"}, {"a"})
    assert (one.answered, one.total, one.next_key) == (2, 5, "c")
    assert one.minutes == 1  # three times 20 seconds
    assert progress(rules, {}, ()).minutes == 2  # 30 + 4 × 20 = 110 seconds


def test_sites_come_by_points_of_answers_and_rules_and_are_at_most_five() -> None:
    rules = [grade("costs", 4), grade("people", 5), grade("late", 2), grade("fine", 5), grade("open", 5)]
    said = {"costs": "yes", "people": "partly", "late": "partly", "fine": "no", "open": "unknown"}
    near, far = date(2026, 12, 1), date(2027, 6, 1)
    found = sites(
        rules,
        said,
        [
            finding("due", act_by=near, money="100"),
            finding("due", act_by=near, money="50"),
            finding("other", act_by=far),
            finding("watched", Severity.WATCH),
        ],
        TODAY,
    )
    told = [(one.points, one.question or (one.finding.check_id if one.finding else "")) for one in found]
    assert told == [(9, "due"), (8, "costs"), (8, "other"), (5, "people"), (3, "watched")]
    assert (found[0].count, found[0].money) == (2, Decimal(150))


def test_an_answer_and_a_rule_that_say_the_same_are_one_site_with_more_weight() -> None:
    rules = [grade("people", 3, checks=("one_person",))]
    [one] = sites(rules, {"people": "partly"}, [finding("one_person", money="900")], TODAY)
    assert (one.points, one.question, one.money) == (9, "people", Decimal(900))
    [alone] = sites(rules, {"people": "no"}, [finding("one_person")], TODAY)
    assert alone.finding is not None and not alone.question


@pytest.mark.parametrize(
    ("answer", "symptom"),
    [
        ("never", Symptom.YES),
        ("2025-11-22", Symptom.NO),  # a year ago to the day
        ("2025-11-21", Symptom.PARTLY),
        ("unknown", None),
        ("", None),
    ],
)
def test_a_restore_that_was_tried_within_a_year_is_fine(answer: str, symptom: Symptom | None) -> None:
    assert symptom_of(Question("r", Block.SYSTEMS, AnswerKind.DAY_OR_NEVER), answer, TODAY) is symptom


@pytest.mark.parametrize(
    ("answers", "level"),
    [
        (("no", "no", "no"), 5),
        (("yes", "yes", "yes"), 1),
        (("yes", "partly", "no"), 3),
        (("no", "no", "partly"), 4),  # 1 + 4 × 5/6 = 4.33
        (("partly", "no"), 4),  # 1 + 4 × 3/4 = 4
        (("yes", "yes", "partly"), 2),  # 1 + 4 × 1/6 = 1.67
        (("no",), None),  # one of three is too little
    ],
)
def test_maturity_follows_from_the_share_of_what_is_healthy(
    answers: tuple[str, ...], level: int | None
) -> None:
    rules = [grade(key, area=Area.STEERING) for key in "abc"]
    levels = area_levels(rules, dict(zip("abc", answers, strict=False)), TODAY)
    assert levels[0].level == level and levels[1].level is None


def needs(employees: int | None, symptoms: int = 3, *, critical: bool = False, days: str = "") -> CioNeeds:
    agreed = Decimal(days) if days else None
    return CioNeeds(employees, symptoms, critical, Decimal(146000), Decimal(1450), agreed)


@pytest.mark.parametrize(
    ("wanted", "model", "why", "external"),
    [
        (needs(62), CioModel.EXTERNAL, FitReason.BY_DAYS, "52200"),  # 3 days × 1,450 × 12
        (needs(62, 4, critical=True), CioModel.EXTERNAL, FitReason.BY_DAYS, "69600"),  # a day more
        (needs(62, 4), CioModel.EXTERNAL, FitReason.BY_DAYS, "52200"),
        (needs(12, 1), CioModel.NONE, FitReason.SMALL_AND_WELL, "17400"),
        (needs(12, 2), CioModel.EXTERNAL, FitReason.BY_DAYS, "17400"),
        (needs(249), CioModel.EXTERNAL, FitReason.BY_DAYS, "87000"),
        (needs(250), CioModel.OWN, FitReason.LARGE, "139200"),
        (needs(62, days="9"), CioModel.OWN, FitReason.CHEAPER_AS_OWN, "156600"),
        (needs(None), None, FitReason.SIZE_UNKNOWN, "17400"),
    ],
)
def test_the_fitting_cio_model_follows_from_size_symptoms_and_cost(
    wanted: CioNeeds, model: CioModel | None, why: FitReason, external: str
) -> None:
    found = {one.model: one for one in cio_models(wanted)}
    assert [one.model for one in found.values() if one.fits] == ([] if model is None else [model])
    assert found[model or CioModel.OWN].why is why
    assert found[CioModel.EXTERNAL].yearly_cost == Decimal(external)
    assert (found[CioModel.OWN].yearly_cost, found[CioModel.NONE].yearly_cost) == (
        Decimal(146000),
        Decimal(0),
    )
