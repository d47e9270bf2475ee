"""The questions of the first talk, what counts as an answer, and how far the talk has come."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

UNKNOWN = "unknown"  # "I do not know" is an answer
NONE = "none"  # "there is none" is one, too
NOTHING = frozenset({UNKNOWN, NONE, "0", "never", ""})  # answers after which nothing more is asked about it


class Block(StrEnum):
    """The parts of the talk, in their order."""

    COMPANY = "company"
    DIRECTION = "direction"
    HURTS = "hurts"
    SYSTEMS = "systems"
    DUE = "due"
    PEOPLE = "people"


class AnswerKind(StrEnum):
    """How a question is answered."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    NUMBER = "number"
    HOURS = "hours"
    MONEY = "money"
    MONTH = "month"  # 1 to 12
    YEAR = "year"
    DAY = "day"
    DAY_OR_NEVER = "day_or_never"
    GRADE = "grade"  # yes, partly, no: a symptom is there or not
    CHOICE = "choice"
    SEVERAL = "several"  # keys of choices, separated by blanks
    DUTIES = "duties"  # as SEVERAL, of the obligations proposed for this company


_SECONDS = {
    AnswerKind.GRADE: 20,
    AnswerKind.CHOICE: 20,
    AnswerKind.LONG_TEXT: 90,
    AnswerKind.DUTIES: 60,
}
_USUAL_SECONDS = 30


class Area(StrEnum):
    """What the maturity at a glance is told by."""

    STEERING = "steering"
    COOPERATION = "cooperation"
    RESULTS = "results"
    SAFETY = "safety"


class Symptom(StrEnum):
    """Whether something hurts."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


@dataclass(frozen=True)
class Question:
    """One question without its words. `needs`: asked only after an answer to that question other than
    "there is none". `urgency` 0 to 5: how much it matters if the answer is a bad one; `checks`: rules that
    say the same from the records. `symptoms`: what its choices mean, where they are symptoms.
    """

    key: str
    block: Block
    kind: AnswerKind
    needs: str = ""
    urgency: int = 0
    area: Area | None = None
    checks: frozenset[str] = frozenset()
    symptoms: Mapping[str, Symptom] | None = None

    @property
    def seconds(self) -> int:
        """How long it takes to answer: the talk is to take less than 20 minutes."""
        return _SECONDS.get(self.kind, _USUAL_SECONDS)

    def symptom(self, answer: str) -> Symptom | None:
        """What an answer says; None if nothing, or nobody knows."""
        if self.kind is AnswerKind.GRADE:
            return Symptom(answer) if answer in set(Symptom) else None
        return None if self.symptoms is None else self.symptoms.get(answer)


@dataclass(frozen=True)
class Progress:
    """How far the talk has come. `minutes` is what the rest takes, rounded up."""

    answered: int
    total: int
    minutes: int
    next_key: str | None


def asked_questions(questions: Sequence[Question], said: Mapping[str, str]) -> Sequence[Question]:
    """Those that make sense after what was said: no day of a contract that there is not."""
    return [one for one in questions if not one.needs or said.get(one.needs, "?") not in NOTHING]


def progress(questions: Sequence[Question], said: Mapping[str, str], known: Collection[str]) -> Progress:
    """`said` are the answers by question, `known` the questions that the file answers by itself."""
    asked = asked_questions(questions, said)
    still = [one for one in asked if one.key not in said and one.key not in known]
    seconds = sum(one.seconds for one in still)
    return Progress(len(asked) - len(still), len(asked), -(-seconds // 60), still[0].key if still else None)
