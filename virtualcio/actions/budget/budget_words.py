"""The words for the axes of an expense: what it is spent on, in which way, what for. Message ids."""

from enum import StrEnum

from virtualcio.analysis.budget.lines import LineOrigin
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind
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

CHANGE_TITLES: dict[StrEnum, str] = {
    ChangeKind.RUN: mark("Run"),
    ChangeKind.GROW: mark("Grow"),
    ChangeKind.TRANSFORM: mark("Transform"),
}

ORIGIN_TITLES: dict[StrEnum, str] = {
    LineOrigin.TYPED: mark("Typed"),
    LineOrigin.CONTRACT: mark("Contract"),
    LineOrigin.REMEDY: mark("Remedy"),
    LineOrigin.INITIATIVE: mark("Initiative"),
    LineOrigin.RUNNING: mark("After an initiative"),
    LineOrigin.DEPRECIATION: mark("Bought earlier"),
}

GROUP_TITLES: dict[StrEnum, str] = {
    GroupBy.CATEGORY: mark("Category"),
    GroupBy.GOAL: mark("Goal"),
    GroupBy.PROCESS: mark("Process"),
    GroupBy.OWNER: mark("Responsible"),
    GroupBy.SUPPLIER: mark("Supplier"),
    GroupBy.CHANGE: mark("Run, grow, transform"),
    GroupBy.KIND: mark("How the books take it"),
    GroupBy.ORIGIN: mark("Where the line comes from"),
    GroupBy.COST_CENTRE: mark("Cost centre"),
}

# What stands in a view for lines that have none of what it groups by.
WITHOUT_TITLES: dict[StrEnum, str] = {
    GroupBy.GOAL: mark("Without a goal"),
    GroupBy.PROCESS: mark("Without a process"),
    GroupBy.OWNER: mark("Nobody responsible"),
    GroupBy.SUPPLIER: mark("Without a supplier"),
    GroupBy.COST_CENTRE: mark("Without a cost centre"),
}
