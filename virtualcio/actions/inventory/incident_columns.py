"""The columns of incidents: what failed, what it cost, whether an authority has to hear of it."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.inventory.incident_words import report_status
from virtualcio.model import Application, Asset, Process, Risk
from virtualcio.texts import mark

_BASICS = mark("Basics")
_LINKED = mark("Linked")
_REPORT = mark("Report to the authority")
_AFTER = mark("What remains of it")

FIRST = ("report", "outage_hours", "cost", "process", "application", "asset", "ended_on", "cause")

COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Incident"), Kind.TEXT, field="name", required=True, group=_BASICS, width=220,
           import_names=("name", "störung", "vorfall", "bezeichnung", "incident")),
    Column("started_on", mark("Began on"), Kind.DATE, field="started_on", group=_BASICS, width=105,
           import_names=("beginn", "begonnen am", "datum", "von", "start")),
    Column("noticed_on", mark("Noticed on"), Kind.DATE, field="noticed_on", group=_BASICS, shown=False,
           width=105, help=mark("The time for a report runs from this day."),
           import_names=("bemerkt am", "bemerkt", "entdeckt am")),
    Column("ended_on", mark("Over on"), Kind.DATE, field="ended_on", group=_BASICS, width=105, spare=True,
           help=mark("Empty: it goes on."), import_names=("ende", "behoben am", "beendet am", "bis")),
    Column("outage_hours", mark("Outage (hours)"), Kind.NUMBER, field="outage_hours", least=0,
           most=100_000, places=2, group=_BASICS, width=115,
           help=mark("For how many working hours people could not work, or not as usual."),
           import_names=("ausfall", "ausfall (stunden)", "stunden", "dauer")),
    Column("cost", mark("Cost (net)"), Kind.MONEY, field="cost", least=0, group=_BASICS, width=105,
           help=mark("All together: repair, lost working time, damage; without VAT."),
           import_names=("kosten", "schaden", "betrag")),
    Column("cause", mark("Cause"), Kind.LONG_TEXT, field="cause", group=_AFTER, shown=False, width=200,
           import_names=("ursache", "grund")),
    Column("asset", mark("Asset"), Kind.REFERENCE, field="asset_id", target=Asset, group=_LINKED,
           shown=False, width=150, import_names=("system", "gerät")),
    Column("application", mark("Application"), Kind.REFERENCE, field="application_id", target=Application,
           group=_LINKED, shown=False, width=150, import_names=("anwendung", "software")),
    Column("process", mark("Process"), Kind.REFERENCE, field="process_id", target=Process, group=_LINKED,
           width=140, spare=True, import_names=("prozess",)),
    Column("risk", mark("Risk"), Kind.REFERENCE, field="risk_id", target=Risk, group=_LINKED, shown=False,
           width=150, import_names=("risiko",)),
    Column("personal_data", mark("Personal data affected"), Kind.YES_NO, field="personal_data",
           group=_REPORT, shown=False, width=160,
           help=mark("Data of people was lost or seen by others: report within 72 hours (GDPR Art. 33)."),
           import_names=("personenbezogene daten", "datenschutz", "dsgvo")),
    Column("nis2", mark("NIS-2 applies"), Kind.YES_NO, field="nis2", group=_REPORT, shown=False, width=120,
           help=mark("A company under NIS-2 warns within 24 hours, reports within 72 hours and closes the "
                     "case after a month."), import_names=("nis-2", "nis2")),
    Column("report", mark("Report"), Kind.STATUS, compute=report_status, group=_REPORT, width=165,
           help=mark("Whether an authority has to hear of it, and until when.")),
    Column("reported_on", mark("Reported on"), Kind.DATE, field="reported_on", group=_REPORT, shown=False,
           width=110, import_names=("gemeldet am", "gemeldet")),
    Column("closed_report_on", mark("Final report on"), Kind.DATE, field="closed_report_on", group=_REPORT,
           shown=False, width=120, import_names=("abschlussbericht am", "abschlussbericht")),
    Column("learned", mark("What we learned"), Kind.LONG_TEXT, field="learned", group=_AFTER, shown=False,
           width=200, import_names=("gelernt", "maßnahme", "lehre")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen", "anmerkung")),
)  # fmt: skip
