"""The questions of the first talk with their words and choices (resources/templates/first_talk*.csv)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from virtualcio.analysis.first_talk.questions import AnswerKind, Area, Block, Question, Symptom
from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


@dataclass(frozen=True)
class TalkChoice:
    """A choice of a question. An aim becomes a goal with a KPI of the catalogue; `text` is its chance."""

    key: str
    names: InBoth
    texts: InBoth
    kpi: str
    growth: bool

    @property
    def name(self) -> str:
        return str(self.names)

    @property
    def text(self) -> str:
        return str(self.texts)


@dataclass(frozen=True)
class TalkQuestion:
    """A question as it is asked. Of a bad answer: why it is a construction site, what to do, and where."""

    rule: Question
    titles: InBoth
    helps: InBoth
    sites: InBoth
    actions: InBoth
    page: str
    tab: str
    choices: tuple[TalkChoice, ...]

    @property
    def key(self) -> str:
        return self.rule.key

    @property
    def title(self) -> str:
        return str(self.titles)

    @property
    def help(self) -> str:
        return str(self.helps)

    @property
    def site(self) -> str:
        return str(self.sites)

    @property
    def action(self) -> str:
        return str(self.actions)

    def choice(self, key: str) -> TalkChoice | None:
        return next((one for one in self.choices if one.key == key), None)


@lru_cache(maxsize=1)
def talk_questions() -> tuple[TalkQuestion, ...]:
    """All questions in the order in which they are asked."""
    choices: dict[str, list[TalkChoice]] = defaultdict(list)
    symptoms: dict[str, dict[str, Symptom]] = defaultdict(dict)
    for row in program_rows("templates", "first_talk_choices.csv"):
        texts, growth = in_both(row, "text"), row["growth"] == "yes"
        choices[row["question"]].append(
            TalkChoice(row["key"], in_both(row, "name"), texts, row["kpi"], growth)
        )
        if row["symptom"]:
            symptoms[row["question"]][row["key"]] = Symptom(row["symptom"])
    return tuple(
        TalkQuestion(
            rule=_rule(row, symptoms.get(row["key"])),
            titles=in_both(row, "title"),
            helps=in_both(row, "help"),
            sites=in_both(row, "site"),
            actions=in_both(row, "action"),
            page=row["page"],
            tab=row["tab"],
            choices=tuple(choices[row["key"]]),
        )
        for row in program_rows("templates", "first_talk.csv")
    )


def _rule(row: dict[str, str], symptoms: Mapping[str, Symptom] | None) -> Question:
    return Question(
        key=row["key"],
        block=Block(row["block"]),
        kind=AnswerKind(row["kind"]),
        needs=row["needs"],
        urgency=int(row["urgency"] or 0),
        area=Area(row["area"]) if row["area"] else None,
        checks=frozenset(row["checks"].split()),
        symptoms=None if symptoms is None else MappingProxyType(symptoms),
    )


@lru_cache(maxsize=1)
def talk_rules() -> tuple[Question, ...]:
    """The questions without their words, for the rules."""
    return tuple(one.rule for one in talk_questions())


def talk_question(key: str) -> TalkQuestion:
    """KeyError if there is none."""
    return {one.key: one for one in talk_questions()}[key]
