"""What the benchmark edits in the window, on which page."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

# What is edited where: page, tab, table, column, and the value of a round.
EDITS: tuple[tuple[str, str, str, str, Callable[[int], object]], ...] = (
    ("inventory", "assets", "assets", "cost", lambda n: Decimal(1_000 + n)),
    ("goals", "goals", "goals", "weight", lambda n: Decimal(5 + n % 9)),
    ("goals", "kpis", "measurements", "value", lambda n: Decimal(40 + n)),
    ("goals", "capabilities", "capabilities", "note", lambda n: f"Notiz {n}"),
    ("priorities", "ranking", "efforts", "days", lambda n: Decimal(10 + n)),
    ("priorities", "initiatives", "initiatives", "one_off_cost", lambda n: Decimal(5_000 + n)),
    ("priorities", "risks", "risks", "likelihood", lambda n: 1 + n % 5),
    ("roadmap", "plan", "initiatives", "start", lambda n: date(2027, 1 + n % 12, 1)),
    ("roadmap", "load", "efforts", "days", lambda n: Decimal(20 + n)),
    ("roadmap", "teams", "people", "name", lambda n: f"Person {n} neu"),
    ("budget", "plan", "budget_lines", "amount", lambda n: Decimal(2_000 + n)),
    ("budget", "plan", "contracts", "cost", lambda n: Decimal(300 + n)),
    ("budget", "budget_lines", "budget_lines", "first_on", lambda n: date(2027, 1 + n % 12, 1)),
    ("budget", "actual_costs", "actual_costs", "amount", lambda n: Decimal(900 + n)),
    ("budget", "accounts", "accounts", "name", lambda n: f"Konto {n}"),
    ("budget", "depreciation", "assets", "cost", lambda n: Decimal(3_000 + n)),
    ("budget", "business_case", "initiatives", "one_off_cost", lambda n: Decimal(6_000 + n)),
    ("budget", "responsibilities", "people", "approval_limit", lambda n: Decimal(7_000 + n)),
    ("review", "reviews", "tasks", "done_on", lambda n: date(2026, 11, 1 + n % 20)),
    ("review", "council_meetings", "council_meetings", "topic", lambda n: f"Thema {n}"),
    ("review", "tasks", "tasks", "due_on", lambda n: date(2026, 12, 1 + n % 20)),
    ("review", "decisions", "decisions", "amount", lambda n: Decimal(700 + n)),
    ("review", "adoption", "adoption", "note", lambda n: f"Stand {n}"),
    ("checks", "", "budget_lines", "name", lambda n: f"Ausgabe {n}"),
    ("checks", "", "contracts", "cost", lambda n: Decimal(400 + n)),
)
