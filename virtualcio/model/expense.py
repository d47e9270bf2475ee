"""What money is spent on, in which way, and what for: the axes of every expense (rules.md section 5)."""

from enum import StrEnum


class BudgetCategory(StrEnum):
    HARDWARE = "hardware"
    SOFTWARE = "software"
    SERVICES = "services"
    PROJECTS = "projects"
    TRAINING = "training"
    SECURITY = "security"
    TELECOM = "telecom"
    OTHER = "other"


class CostKind(StrEnum):
    """How the books take it. That it recurs is the other axis and stands in the payment period."""

    CAPEX = "capex"  # capitalised and depreciated
    OPEX = "opex"  # expensed at once


class Purpose(StrEnum):
    GOAL = "goal"
    DUTY = "duty"
    OPERATION = "operation"
