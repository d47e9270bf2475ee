"""Plans of 90 days to begin with (resources/templates/ninety_days.csv): tasks with day, role and KPI."""

from dataclasses import dataclass
from functools import lru_cache

from virtualcio.exchange.program_rows import InBoth, in_both, program_rows


@dataclass(frozen=True)
class TemplateRole:
    """Who does a task. `words` are parts of what people with this role are called; none: whoever leads."""

    key: str
    names: InBoth
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(self.names)


@dataclass(frozen=True)
class TemplateTask:
    """A task up to a day of the plan (1 to 90). `kpi` is a key of the catalogue, "" for none."""

    day: int
    names: InBoth
    notes: InBoth
    role: TemplateRole
    kpi: str

    @property
    def name(self) -> str:
        return str(self.names)

    @property
    def note(self) -> str:
        return str(self.notes)


@dataclass(frozen=True)
class PlanTemplate:
    """A plan to begin with; its tasks by day."""

    key: str
    names: InBoth
    tasks: tuple[TemplateTask, ...]

    @property
    def name(self) -> str:
        return str(self.names)


@lru_cache(maxsize=1)
def plan_templates() -> tuple[PlanTemplate, ...]:
    """All of them, in the order of the table."""
    roles = {
        row["key"]: TemplateRole(
            row["key"], in_both(row, "name"), tuple(word for word in row["words"].split("|") if word)
        )
        for row in program_rows("templates", "ninety_day_roles.csv")
    }
    found: dict[str, tuple[InBoth, list[TemplateTask]]] = {}
    for row in program_rows("templates", "ninety_days.csv"):
        _names, tasks = found.setdefault(row["template"], (in_both(row, "plan"), []))
        tasks.append(
            TemplateTask(
                int(row["day"]), in_both(row, "task"), in_both(row, "note"), roles[row["role"]], row["kpi"]
            )
        )
    return tuple(PlanTemplate(key, names, tuple(tasks)) for key, (names, tasks) in found.items())


def template_of(key: str) -> PlanTemplate | None:
    """The template of this key; None for "" and for one that the program does not know any more."""
    return next((one for one in plan_templates() if one.key == key), None)
