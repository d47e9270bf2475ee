"""What accounts of the usual charts (SKR03, SKR04) say about IT: from resources/facts/skr_accounts.csv."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from virtualcio.exchange.header_words import normal
from virtualcio.exchange.program_rows import program_rows
from virtualcio.model.expense import BudgetCategory, CostKind

CHARTS = ("skr03", "skr04")
_SHORTEST_WORD = 5
_IT_WORDS: tuple[tuple[BudgetCategory, re.Pattern[str]], ...] = tuple(
    (category, re.compile(pattern, re.IGNORECASE))
    for category, pattern in (
        (BudgetCategory.TRAINING, r"(?:\bit|\bedv)\W.*(?:schulung|fortbildung|seminar)"),
        (BudgetCategory.SECURITY, r"it-sicherheit|cyber|virenschutz|datensicherung"),
        (BudgetCategory.TELECOM, r"telefon|telekom|internet|mobilfunk|glasfaser"),
        (BudgetCategory.SOFTWARE, r"software|lizenz|\bapps?\b|saas|cloud|hosting|domain|webseite|homepage"),
        (BudgetCategory.HARDWARE, r"hardware|computer|\bserver|notebook|drucker|\bpcs?\b|netzwerk"),
        (BudgetCategory.SERVICES, r"\bit\b|\bit-|\bedv|datenverarbeitung|rechenzentrum|systemhaus"),
    )
)  # fmt: skip


@dataclass(frozen=True)
class AccountFact:
    """How an account is usually read. `counts`: False for what the plan counts elsewhere (depreciation);
    `mixed`: in most companies more of other things than of IT stands in it (office supplies, lawyers, cars).
    """

    numbers: Mapping[str, tuple[str, ...]]  # by chart
    words: frozenset[str]  # normalised words of its usual names
    category: BudgetCategory
    kind: CostKind
    counts: bool
    mixed: bool


@lru_cache(maxsize=1)
def account_facts() -> tuple[AccountFact, ...]:
    """The table that comes with the program, read once."""
    return tuple(
        AccountFact(
            {chart: tuple(row[chart].split("|")) for chart in CHARTS if row[chart]},
            frozenset(words_of(row["names_de"].replace("|", " "))),
            BudgetCategory(row["category"]),
            CostKind(row["kind"]),
            row["counts"] != "no",
            row["counts"] == "mixed",
        )
        for row in program_rows("facts", "skr_accounts.csv")
    )


def words_of(text: str) -> list[str]:
    """Words that tell one account from another."""
    words = [normal(one) for one in re.split(r"[\s/,;().:\-]+", text)]
    return [one for one in words if len(one) >= _SHORTEST_WORD]


def fact_of(number: str, name: str, chart: str) -> AccountFact | None:
    """The account of this chart with this number, if its name says the same too."""
    for fact in account_facts():
        if number in fact.numbers.get(chart, ()) and _alike(words_of(name), fact.words):
            return fact
    return None


def chart_of(accounts: Iterable[tuple[str, str]]) -> str:
    """The chart to which most of the accounts (number, name) belong."""
    known = list(accounts)
    counted = {chart: sum(fact_of(*one, chart) is not None for one in known) for chart in CHARTS}
    return max(CHARTS, key=lambda chart: counted[chart])


def it_category(name: str) -> BudgetCategory | None:
    """What kind of IT a name speaks of, None if it does not."""
    return next((category for category, pattern in _IT_WORDS if pattern.search(name)), None)


def _alike(words: Iterable[str], known: frozenset[str]) -> bool:
    """'Wartungskosten' and 'Wartung' begin alike."""
    return any(one.startswith(other) or other.startswith(one) for one in words for other in known)
