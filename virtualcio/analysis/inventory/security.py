"""The security self-check: points as the facts give them (rules.md section 1, after DIN SPEC 27076)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import share_percent
from virtualcio.model import SecurityAnswer
from virtualcio.model.operations import SecurityReply


@dataclass(frozen=True)
class SecurityRule:
    """What the answer to one question is worth. `top`: one of the few that count most."""

    number: int
    area: int
    top: bool
    conditional: bool  # may not apply to a company
    points_yes: int
    points_no: int


@dataclass(frozen=True)
class AreaScore:
    """Points of one area, and what could be reached in it."""

    area: int
    points: int
    possible: int
    open: int


@dataclass(frozen=True)
class SecurityScore:
    """What the answers are worth together. A question without an answer counts 0 and is named as open."""

    points: int
    possible: int  # all points less those of questions that do not apply
    answered: int
    open: tuple[int, ...]  # numbers without an answer
    top_open: tuple[int, ...]  # of the questions that count most: not answered yes, or not answered
    by_area: tuple[AreaScore, ...]
    history: tuple[tuple[date, int], ...]  # the points after each day of answers, oldest first
    replies: Mapping[int, SecurityAnswer]  # what counts today, by question

    @property
    def percent(self) -> Decimal | None:
        """Of what could be reached; below 0 counts as 0. None if nothing was answered."""
        return share_percent(Decimal(max(0, self.points)), Decimal(self.possible)) if self.answered else None


def security_score(
    rules: Sequence[SecurityRule], answers: Iterable[SecurityAnswer], today: date
) -> SecurityScore:
    """What is known on `today`: the newest answer of a question counts, of one day the one stored last."""
    told = sorted((one for one in answers if one.answered_on <= today), key=lambda one: one.answered_on)
    replies = {one.question: one for one in told}
    open_ = tuple(rule.number for rule in rules if rule.number not in replies)
    return SecurityScore(
        points=_points(rules, replies),
        possible=sum(_possible(rule, replies) for rule in rules),
        answered=len(rules) - len(open_),
        open=open_,
        top_open=tuple(rule.number for rule in rules if rule.top and not _settled(rule, replies)),
        by_area=tuple(_area(area, rules, replies) for area in sorted({rule.area for rule in rules})),
        history=tuple(_history(rules, told)),
        replies=replies,
    )


def _history(rules: Sequence[SecurityRule], told: Sequence[SecurityAnswer]) -> Iterable[tuple[date, int]]:
    known: dict[int, SecurityAnswer] = {}
    for at, answer in enumerate(told):
        known[answer.question] = answer
        if at + 1 == len(told) or told[at + 1].answered_on != answer.answered_on:
            yield answer.answered_on, _points(rules, known)


def _area(area: int, rules: Sequence[SecurityRule], replies: Mapping[int, SecurityAnswer]) -> AreaScore:
    own = [rule for rule in rules if rule.area == area]
    return AreaScore(
        area,
        _points(own, replies),
        sum(_possible(rule, replies) for rule in own),
        len([rule for rule in own if rule.number not in replies]),
    )


def _points(rules: Iterable[SecurityRule], replies: Mapping[int, SecurityAnswer]) -> int:
    return sum(_worth(rule, replies[rule.number].reply) for rule in rules if rule.number in replies)


def _worth(rule: SecurityRule, reply: SecurityReply) -> int:
    """Partly is not fulfilled: a requirement counts when all of it is met."""
    if reply is SecurityReply.NOT_APPLICABLE and rule.conditional:
        return 0
    return rule.points_yes if reply is SecurityReply.YES else rule.points_no


def _possible(rule: SecurityRule, replies: Mapping[int, SecurityAnswer]) -> int:
    answer = replies.get(rule.number)
    applies = answer is None or answer.reply is not SecurityReply.NOT_APPLICABLE or not rule.conditional
    return rule.points_yes if applies else 0


def _settled(rule: SecurityRule, replies: Mapping[int, SecurityAnswer]) -> bool:
    answer = replies.get(rule.number)
    if answer is None:
        return False
    return answer.reply is SecurityReply.YES or not _possible(rule, replies)
