"""The security self-check: what answers are worth, counted by hand."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from virtualcio.analysis.inventory.security import SecurityScore, security_score
from virtualcio.exchange.security_questions import security_questions
from virtualcio.model import SecurityAnswer
from virtualcio.model.operations import SecurityReply

RULES = [question.rule for question in security_questions()]
DAY, TODAY = date(2026, 3, 2), date(2026, 11, 22)
TOP, ORDINARY, CONDITIONAL = 1, 2, 24
YES, PARTLY, NO, NOT = (
    SecurityReply.YES,
    SecurityReply.PARTLY,
    SecurityReply.NO,
    SecurityReply.NOT_APPLICABLE,
)


def answer(question: int, reply: SecurityReply, day: date = DAY) -> SecurityAnswer:
    return SecurityAnswer(question=question, reply=reply, answered_on=day)


def score_of(replies: Mapping[int, SecurityReply]) -> SecurityScore:
    return security_score(RULES, [answer(*one) for one in replies.items()], TODAY)


def all_yes() -> dict[int, SecurityReply]:
    return {rule.number: YES for rule in RULES}


def test_all_fulfilled_are_37_points_of_27_questions() -> None:
    score = score_of(all_yes())
    assert len(RULES) == 27
    assert (score.points, score.possible, score.answered, score.open, score.top_open) == (37, 37, 27, (), ())
    assert score.percent == 100


def test_nothing_answered_is_open_and_not_a_score() -> None:
    score = score_of({})
    assert (score.points, score.possible, score.answered) == (0, 37, 0)
    assert len(score.open) == 27 and score.top_open == (1, 5, 11, 15, 20)
    assert score.percent is None


def test_a_no_to_a_question_that_counts_most_takes_three_points_off() -> None:
    # 37 − 3 for the missing yes − 3 for the no
    score = score_of({**all_yes(), TOP: NO})
    assert score.points == 31 and score.top_open == (TOP,)


def test_partly_is_not_fulfilled() -> None:
    assert score_of({**all_yes(), ORDINARY: PARTLY}).points == 36
    assert score_of({**all_yes(), TOP: PARTLY}).points == 31


def test_what_does_not_apply_lowers_what_could_be_reached() -> None:
    score = score_of({**all_yes(), CONDITIONAL: NOT})
    assert (score.points, score.possible, score.percent) == (36, 36, Decimal(100))


def test_only_some_questions_can_be_left_out() -> None:
    # ordinary question, not conditional: the answer counts as a no
    score = score_of({**all_yes(), ORDINARY: NOT})
    assert (score.points, score.possible) == (36, 37)


def test_a_top_question_that_does_not_apply_is_not_open() -> None:
    score = score_of({**all_yes(), 11: NOT})
    assert (score.points, score.possible, score.top_open) == (34, 34, ())


def test_the_worst_is_less_than_nothing_and_counts_as_nothing_in_percent() -> None:
    score = score_of({rule.number: NO for rule in RULES})
    assert score.points == -15 and score.percent == 0


def test_the_points_of_the_areas_add_up() -> None:
    score = score_of({1: YES, 2: NO, 5: NO, 11: YES, 21: YES})
    assert score.points == 3 + 0 - 3 + 3 + 1
    assert sum(area.points for area in score.by_area) == score.points
    assert sum(area.possible for area in score.by_area) == score.possible
    assert [area.open for area in score.by_area] == [4, 3, 3, 3, 3, 6]


def test_the_newest_answer_counts_and_the_history_says_how_it_came() -> None:
    answers = [
        answer(5, YES, date(2026, 9, 20)),
        answer(5, NO, DAY),
        answer(1, YES, DAY),
        answer(2, YES, date(2026, 12, 1)),  # not yet
    ]
    score = security_score(RULES, answers, TODAY)
    assert score.points == 6
    assert score.history == ((DAY, 0), (date(2026, 9, 20), 6))
