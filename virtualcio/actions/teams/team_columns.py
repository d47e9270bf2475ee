"""The columns of teams and of their members."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.teams.team_choice_titles import ROLES
from virtualcio.actions.teams.team_status import departments_of, people_count, team_status
from virtualcio.model import Department, Initiative, Person, Product, Team
from virtualcio.model.teams import TeamRole
from virtualcio.texts import mark

_BASICS = mark("Basics")
_DECIDES = mark("What it decides")

TEAM_FIRST = ("aim", "lead", "decision_scope", "decision_limit")

TEAM_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Team"), Kind.TEXT, field="name", required=True, group=_BASICS, width=190,
           help=mark("People from several departments who decide and work together."),
           import_names=("name", "team", "bezeichnung")),
    Column("status", mark("Able to decide"), Kind.STATUS, compute=team_status, group=_BASICS, width=180,
           help=mark("Whether it has a product owner, people from two departments and a scope of its own.")),
    Column("aim", mark("What for"), Kind.LONG_TEXT, field="aim", group=_BASICS, width=220, spare=True,
           help=mark("What the team is there for, in one sentence."),
           import_names=("zweck", "wofür", "auftrag")),
    Column("lead", mark("Lead"), Kind.REFERENCE, field="lead_id", target=Person, group=_BASICS, width=130,
           help=mark("Who calls the team together and speaks for it."), import_names=("leitung", "leiter")),
    Column("people", mark("People"), Kind.INTEGER, compute=people_count, group=_BASICS, width=70,
           help=mark("The lead and the members, each counted once.")),
    Column("departments", mark("Departments"), Kind.LINKS, target=Department, compute=departments_of,
           group=_BASICS, width=170, spare=True,
           help=mark("Where its people come from; external people speak for none.")),
    Column("decision_scope", mark("Decides alone"), Kind.LONG_TEXT, field="decision_scope", group=_DECIDES,
           width=200, spare=True, help=mark("What the team decides without asking anybody."),
           import_names=("entscheidungsspielraum", "entscheidet allein", "spielraum")),
    Column("decision_limit", mark("Up to (net)"), Kind.MONEY, field="decision_limit", least=0,
           group=_DECIDES, width=110, help=mark("Up to this amount for one decision, without VAT."),
           import_names=("grenze", "bis betrag", "entscheidungsgrenze")),
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           group=mark("Linked"), width=160, spare=True, import_names=("vorhaben", "projekt")),
    Column("product", mark("Product or service"), Kind.REFERENCE, field="product_id", target=Product,
           group=mark("Linked"), shown=False, width=160, import_names=("produkt", "dienst")),
    Column("since", mark("Since"), Kind.DATE, field="since", group=_BASICS, shown=False, width=105,
           import_names=("seit", "beginn")),
    Column("ended_on", mark("Ended on"), Kind.DATE, field="ended_on", group=_BASICS, shown=False, width=105,
           help=mark("Up to this day it decides; then its tasks are over or others have them."),
           import_names=("beendet am", "ende")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip

MEMBER_COLUMNS: tuple[Column, ...] = (
    Column("person", mark("Person"), Kind.REFERENCE, field="person_id", target=Person, group=_BASICS,
           width=150, import_names=("person", "name", "wer")),
    Column("role", mark("Role"), Kind.CHOICE, field="role", choices=TeamRole, choice_titles=ROLES,
           group=_BASICS, width=140,
           help=mark("The product owner says what is to be done; the business technology partner speaks for "
                     "business and technology alike; the capability owner answers for what is needed "
                     "beyond this team."),
           import_names=("rolle", "funktion")),
    Column("days_per_month", mark("Days a month"), Kind.NUMBER, field="days_per_month", least=0, most=31,
           places=2, group=_BASICS, width=100, help=mark("How many days a month are agreed for this team."),
           import_names=("tage pro monat", "tage")),
    Column("team", mark("Team"), Kind.REFERENCE, field="team_id", target=Team, required=True, group=_BASICS,
           width=150, import_names=("team",)),
)  # fmt: skip
