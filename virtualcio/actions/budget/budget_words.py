"""The words for the axes of an expense: what it is spent on, in which way, what for. Message ids."""

from enum import StrEnum

from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.texts import mark

CATEGORY_TITLES: dict[StrEnum, str] = {
    BudgetCategory.HARDWARE: mark("Devices"),
    BudgetCategory.SOFTWARE: mark("Software and cloud"),
    BudgetCategory.SERVICES: mark("Services"),
    BudgetCategory.PROJECTS: mark("Projects"),
    BudgetCategory.TRAINING: mark("Training"),
    BudgetCategory.SECURITY: mark("Security"),
    BudgetCategory.TELECOM: mark("Telephone and internet"),
    BudgetCategory.OTHER: mark("Other"),
}

KIND_TITLES: dict[StrEnum, str] = {
    CostKind.CAPEX: mark("Capital investment"),
    CostKind.OPEX: mark("Expense at once"),
}

PURPOSE_TITLES: dict[StrEnum, str] = {
    Purpose.GOAL: mark("For a goal"),
    Purpose.DUTY: mark("For a duty"),
    Purpose.OPERATION: mark("For daily operation"),
}
