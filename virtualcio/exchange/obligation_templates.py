"""Duties by law and contract to choose from (resources/facts/obligation_templates.csv), with their source."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from virtualcio.analysis.goals.obligation_rules import Rule
from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


@dataclass(frozen=True)
class ObligationTemplate:
    """A duty. `due_on`: by when the law wants it met, if it says so; `rule`: who it is meant for."""

    key: str
    names: InBoth
    bases: InBoth
    due_on: date | None
    countries: frozenset[str]
    rule: Rule
    certainty: str
    source: str

    @property
    def name(self) -> str:
        return str(self.names)

    @property
    def legal_basis(self) -> str:
        return str(self.bases)


@lru_cache(maxsize=1)
def obligation_templates() -> tuple[ObligationTemplate, ...]:
    """The program's list of duties."""
    return tuple(
        ObligationTemplate(
            key=row["key"],
            names=in_both(row, "name"),
            bases=in_both(row, "basis"),
            due_on=date.fromisoformat(row["due_on"]) if row["due_on"] else None,
            countries=frozenset(row["countries"].split("|")),
            rule=Rule(row["rule"]),
            certainty=row["certainty"],
            source=row["source"],
        )
        for row in program_rows("facts", "obligation_templates.csv")
    )
