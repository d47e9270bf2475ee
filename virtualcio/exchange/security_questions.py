"""The questions of the security self-check in our own words (resources/templates/security_questions.csv)."""

from dataclasses import dataclass
from functools import lru_cache

from virtualcio.analysis.inventory.security import SecurityRule
from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


@dataclass(frozen=True)
class SecurityQuestion:
    """A question, how one can tell, and what a no leads to."""

    rule: SecurityRule
    areas: InBoth
    questions: InBoth
    hints: InBoth
    initiatives: InBoth  # name of the initiative that turns a no into a yes
    source: str

    @property
    def number(self) -> int:
        return self.rule.number

    @property
    def area(self) -> str:
        return str(self.areas)

    @property
    def text(self) -> str:
        return str(self.questions)

    @property
    def hint(self) -> str:
        return str(self.hints)

    @property
    def initiative(self) -> str:
        return str(self.initiatives)


@lru_cache(maxsize=1)
def security_questions() -> tuple[SecurityQuestion, ...]:
    """All of them, by number."""
    return tuple(_question(row) for row in program_rows("templates", "security_questions.csv"))


def _question(row: dict[str, str]) -> SecurityQuestion:
    rule = SecurityRule(
        number=int(row["number"]),
        area=int(row["area"]),
        top=row["top"] == "yes",
        conditional=row["conditional"] == "yes",
        points_yes=int(row["points_yes"]),
        points_no=int(row["points_no"]),
    )
    return SecurityQuestion(
        rule,
        in_both(row, "area"),
        in_both(row, "question"),
        in_both(row, "hint"),
        in_both(row, "initiative"),
        row["source"],
    )
