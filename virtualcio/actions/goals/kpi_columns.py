"""The columns of KPIs, of their values and of their interim targets."""

from typing import TYPE_CHECKING, Any

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.goals import goal_choice_titles as titles
from virtualcio.actions.goals.goal_status import kpi_current, kpi_status
from virtualcio.model import Goal, Kpi, Person
from virtualcio.model.goals import Aggregation, Better, Cadence, KpiLevel, KpiSource, TargetKind
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_BASICS = mark("Basics")
_TARGET = mark("Target and start")
_MEASURING = mark("How it is measured")


def _unit(_company: "OpenCompany", kpi: Kpi) -> str:
    return kpi.unit


def _unit_of_kpi(company: "OpenCompany", row: Any) -> str:
    kpi = company.data.get(Kpi, row.kpi_id)
    return kpi.unit if kpi is not None else ""


FIRST = ("goal", "owner", "target", "target_on", "baseline", "baseline_on")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("KPI"), Kind.TEXT, field="name", required=True, group=_BASICS, width=210,
           import_names=("name", "kennzahl", "kpi", "bezeichnung", "messgröße")),
    Column("goal", mark("Goal"), Kind.REFERENCE, field="goal_id", target=Goal, group=_BASICS, width=170,
           spare=True,
           help=mark("Which goal this KPI shows the progress of."), import_names=("ziel", "goal")),
    Column("current", mark("Today"), Kind.NUMBER, compute=kpi_current, group=_TARGET, width=95, unit=_unit,
           help=mark("The last value that was measured.")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=kpi_status, group=_TARGET, width=150,
           help=mark("What was reached against what should be reached by now.")),
    Column("unit", mark("Unit"), Kind.TEXT, field="unit", group=_MEASURING, shown=False, width=80,
           help=mark("Such as days, %, € or points; all values are in it."),
           import_names=("einheit", "unit", "maßeinheit")),
    Column("target", mark("Target value"), Kind.NUMBER, field="target", group=_TARGET, width=110, unit=_unit,
           import_names=("zielwert", "soll", "zielgröße", "target")),
    Column("target_on", mark("Target date"), Kind.DATE, field="target_on", group=_TARGET, width=110,
           spare=True, import_names=("zieltermin", "zieldatum", "bis", "termin", "target date")),
    Column("baseline", mark("Starting value"), Kind.NUMBER, field="baseline", group=_TARGET, shown=False,
           width=120, unit=_unit, help=mark("What it was when you began; progress is counted from here."),
           import_names=("ausgangswert", "startwert", "basiswert", "baseline", "ist")),
    Column("baseline_on", mark("Starting value on"), Kind.DATE, field="baseline_on", group=_TARGET,
           shown=False, width=130,
           import_names=("ausgangswert am", "ausgangsdatum", "startdatum", "baseline date")),
    Column("target_kind", mark("Kind of target"), Kind.CHOICE, field="target_kind", choices=TargetKind,
           choice_titles=titles.TARGET_KINDS, group=_TARGET, shown=False, width=160,
           help=mark("Reach: a value by a day. Hold: at least as good as the target. Between: in a band."),
           import_names=("zielart", "art des ziels")),
    Column("better", mark("Direction"), Kind.CHOICE, field="better", choices=Better,
           choice_titles=titles.BETTER, group=_TARGET, shown=False, width=150,
           import_names=("richtung", "besser", "better")),
    Column("band_from", mark("Band from"), Kind.NUMBER, field="band_from", group=_TARGET, shown=False,
           width=110, unit=_unit, help=mark("The lowest value that is still good."),
           import_names=("von", "untergrenze", "minimum")),
    Column("band_to", mark("Band to"), Kind.NUMBER, field="band_to", group=_TARGET, shown=False, width=110,
           unit=_unit, help=mark("The highest value that is still good."),
           import_names=("obergrenze", "maximum")),
    Column("effect_from", mark("Effect from"), Kind.DATE, field="effect_from", group=_TARGET, shown=False,
           width=120, help=mark("Before this day nothing is expected, such as until a system is in use."),
           import_names=("wirkung ab", "effekt ab", "go-live")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person,
           group=mark("Responsible"), width=140, spare=True,
           help=mark("Who brings the values and answers for them."),
           import_names=("verantwortlich", "verantwortlicher", "zuständig", "owner")),
    Column("cadence", mark("Measured"), Kind.CHOICE, field="cadence", choices=Cadence,
           choice_titles=titles.CADENCES, group=_MEASURING, shown=False, width=130,
           import_names=("rhythmus", "turnus", "häufigkeit", "messrhythmus")),
    Column("source", mark("Values come from"), Kind.CHOICE, field="source", choices=KpiSource,
           choice_titles=titles.SOURCES, group=_MEASURING, shown=False, width=160,
           help=mark("Typed in, counted from answers, or worked out from this file."),
           import_names=("quelle", "datenquelle")),
    Column("aggregation", mark("Over a quarter"), Kind.CHOICE, field="aggregation", choices=Aggregation,
           choice_titles=titles.AGGREGATIONS, group=_MEASURING, shown=False, width=160,
           help=mark("How the values of three months become that of the quarter."),
           import_names=("zusammenfassung", "aggregation")),
    Column("level", mark("Level"), Kind.CHOICE, field="level", choices=KpiLevel,
           choice_titles=titles.LEVELS, group=_BASICS, shown=False, width=130,
           import_names=("ebene", "level", "art")),
    Column("formula", mark("What is counted"), Kind.LONG_TEXT, field="formula", group=_MEASURING,
           shown=False, width=240,
           help=mark("So that everybody counts the same, such as “from inquiry to sent offer, in days”."),
           import_names=("formel", "berechnung", "definition", "formula")),
    Column("catalogue_key", mark("From the catalogue"), Kind.TEXT, field="catalogue_key", group=_MEASURING,
           shown=False, width=130, help=mark("Its key in the program's list of KPIs, for comparisons.")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip

MEASUREMENT_COLUMNS: tuple[Column, ...] = (
    Column("day", mark("Day"), Kind.DATE, field="day", required=True, group=_BASICS, width=100,
           import_names=("datum", "tag", "date", "stichtag")),
    Column("value", mark("Value"), Kind.NUMBER, field="value", required=True, group=_BASICS, width=100,
           unit=_unit_of_kpi, import_names=("wert", "value", "ist", "messwert")),
    Column("note", mark("Note"), Kind.TEXT, field="note", group=_BASICS, width=110,
           import_names=("notiz", "bemerkung")),
    Column("weight", mark("Counts for"), Kind.NUMBER, field="weight", least=0, group=_BASICS, shown=False,
           width=90,
           help=mark("On how many cases the value rests, such as orders; it weighs months in a quarter."),
           import_names=("gewicht", "anzahl fälle")),
    Column("promoters", mark("Answers 9–10"), Kind.INTEGER, field="promoters", least=0, most=1_000_000,
           group=_BASICS, shown=False, width=100, import_names=("antworten 9–10", "promotoren")),
    Column("passives", mark("Answers 7–8"), Kind.INTEGER, field="passives", least=0, most=1_000_000,
           group=_BASICS, shown=False, width=100, import_names=("antworten 7–8", "passive")),
    Column("detractors", mark("Answers 0–6"), Kind.INTEGER, field="detractors", least=0, most=1_000_000,
           group=_BASICS, shown=False, width=100, import_names=("antworten 0–6", "detraktoren")),
    Column("entry", mark("Entry"), Kind.INTEGER, field="entry", least=0, group=_BASICS, shown=False, width=80,
           help=mark("Of several values on one day the one with the highest number counts.")),
    Column("kpi", mark("KPI"), Kind.REFERENCE, field="kpi_id", target=Kpi, required=True, group=_BASICS,
           width=160, import_names=("kennzahl", "kpi")),
)  # fmt: skip


def measurement_columns(kpi: Kpi) -> tuple[str, ...]:
    """Which columns the values of a KPI show: the counts where it is counted from answers."""
    if kpi.source is KpiSource.PROMOTERS:
        return ("day", "promoters", "passives", "detractors", "value")
    return ("day", "value", "note")


MILESTONE_COLUMNS: tuple[Column, ...] = (
    Column("day", mark("Day"), Kind.DATE, field="day", required=True, group=_BASICS, width=110,
           import_names=("datum", "tag", "bis")),
    Column("value", mark("Interim target"), Kind.NUMBER, field="value", required=True, group=_BASICS,
           width=120, unit=_unit_of_kpi, import_names=("zwischenziel", "wert")),
    Column("kpi", mark("KPI"), Kind.REFERENCE, field="kpi_id", target=Kpi, required=True, group=_BASICS,
           width=160, import_names=("kennzahl", "kpi")),
)  # fmt: skip
