"""The columns of goals."""

from virtualcio.actions.columns import Column, Kind, Link
from virtualcio.actions.goals.goal_status import (
    goal_initiative_count,
    goal_initiatives,
    goal_money,
    goal_share,
    goal_status,
)
from virtualcio.model import (
    Capability,
    Department,
    GoalCapability,
    GoalDepartment,
    GoalProcess,
    Initiative,
    Person,
    Process,
)
from virtualcio.texts import mark

_BASICS = mark("Basics")
_LINKED = mark("Linked")

FIRST = ("weight", "share", "target_on", "money", "owner", "departments", "capabilities", "initiatives")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Goal"), Kind.TEXT, field="name", required=True, group=_BASICS, width=230,
           help=mark("What the company wants to achieve, in its own words."),
           import_names=("name", "ziel", "bezeichnung", "goal", "titel")),
    Column("weight", mark("Weight (%)"), Kind.PERCENT, field="weight", least=0, most=1000, group=_BASICS,
           width=100,
           help=mark("How much it counts beside the other goals. The weights need not add up to 100: their "
                     "proportion counts."),
           import_names=("gewicht", "gewichtung", "weight", "anteil", "gewicht %")),
    Column("share", mark("Counts"), Kind.PERCENT, compute=goal_share, group=_BASICS, shown=False, width=90,
           help=mark("Its share among the open goals, so that all together are 100%.")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=goal_status, group=_BASICS, width=140,
           help=mark("As the worst of its KPIs.")),
    Column("target_on", mark("To be reached by"), Kind.DATE, field="target_on", group=_BASICS, width=120,
           import_names=("bis", "zieltermin", "termin", "erreichen bis", "zieldatum", "target date")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=mark("Responsible"), width=140, spare=True,
           help=mark("Who answers for it, outside IT if possible."),
           import_names=("verantwortlich", "verantwortlicher", "zuständig", "owner")),
    Column("initiative_count", mark("Initiatives"), Kind.INTEGER, compute=goal_initiative_count,
           group=_BASICS, width=95, spare=True, help=mark("How many open initiatives contribute to it.")),
    Column("money", mark("Money for it"), Kind.MONEY, compute=goal_money, group=_BASICS, width=110,
           help=mark("One-off cost of these initiatives, net.")),
    Column("growth", mark("For growth"), Kind.YES_NO, field="growth", group=_BASICS, shown=False, width=110,
           help=mark("Yes: it brings new business. No: it keeps order, safety or cost."),
           import_names=("wachstum", "wachstumsziel", "growth")),
    Column("departments", mark("Carried by"), Kind.LINKS, target=Department, group=_LINKED, spare=True,
           link=Link(GoalDepartment, "goal_id", "department_id"), width=150,
           help=mark("The departments that have to do something for it."),
           import_names=("abteilung", "abteilungen", "bereich")),
    Column("processes", mark("About processes"), Kind.LINKS, target=Process, group=_LINKED, shown=False,
           link=Link(GoalProcess, "goal_id", "process_id"), width=150,
           import_names=("prozess", "prozesse")),
    Column("capabilities", mark("Needs"), Kind.LINKS, target=Capability, group=_LINKED, shown=False,
           link=Link(GoalCapability, "goal_id", "capability_id"), width=150,
           help=mark("The systems, data, connections and people without which it cannot be reached."),
           import_names=("fähigkeit", "fähigkeiten")),
    Column("initiatives", mark("What is done for it"), Kind.LINKS, compute=goal_initiatives,
           target=Initiative, group=_LINKED, shown=False, width=170,
           help=mark("The open initiatives that contribute to it.")),
    Column("closed_on", mark("Closed on"), Kind.DATE, field="closed_on", group=_BASICS, shown=False,
           width=110, help=mark("When it was reached or given up; from then on it counts no more."),
           import_names=("abgeschlossen", "abgeschlossen am", "erledigt am")),
    Column("description", mark("Description"), Kind.LONG_TEXT, field="description", group=mark("Note"),
           shown=False, width=240, import_names=("beschreibung", "description")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip
