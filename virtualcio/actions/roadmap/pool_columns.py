"""The columns of pools, the people who work on initiatives, and of months in which they have other days."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.roadmap.pool_status import free_days, pool_status
from virtualcio.model import Department, ResourcePool, Supplier
from virtualcio.texts import mark

_BASICS = mark("Basics")

FIRST = ("days_per_month", "support_days_per_month", "day_rate", "external")

POOL_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Team"), Kind.TEXT, field="name", required=True, group=_BASICS, width=190,
           help=mark("People who work on initiatives: your own or those of a service provider."),
           import_names=("name", "team", "kapazität", "bezeichnung")),
    Column("days_per_month", mark("Person-days a month"), Kind.NUMBER, field="days_per_month", least=0,
           most=100_000, places=2, group=_BASICS, width=150,
           help=mark("How many working days all of them together have in a month, holidays taken off."),
           import_names=("personentage", "pt pro monat", "tage pro monat", "kapazität pro monat")),
    Column("support_days_per_month", mark("Of that for support"), Kind.NUMBER,
           field="support_days_per_month", least=0, most=100_000, places=2, group=_BASICS, width=140,
           spare=True, help=mark("Days that daily business takes; they are missing for initiatives."),
           import_names=("support", "davon support", "betrieb")),
    Column("status", mark("Load"), Kind.STATUS, compute=pool_status, group=_BASICS, width=170,
           help=mark("Whether it can carry what is planned with it.")),
    Column("day_rate", mark("Price of a day (net)"), Kind.MONEY, field="day_rate", least=0, group=_BASICS,
           width=140, help=mark("What a working day costs; for your own people salary and extras."),
           import_names=("tagessatz", "preis pro tag")),
    Column("free", mark("Free in 3 months"), Kind.NUMBER, compute=free_days, places=2, group=_BASICS,
           shown=False, width=130, help=mark("Person-days without a plan, this month and the next two.")),
    Column("external", mark("External"), Kind.YES_NO, field="external", group=_BASICS, width=90, spare=True,
           help=mark("Works for another company, such as an IT service provider."),
           import_names=("extern",)),
    Column("department", mark("Department"), Kind.REFERENCE, field="department_id", target=Department,
           group=mark("Linked"), shown=False, width=140, import_names=("abteilung", "bereich")),
    Column("supplier", mark("Supplier"), Kind.REFERENCE, field="supplier_id", target=Supplier,
           group=mark("Linked"), shown=False, width=140, import_names=("lieferant", "dienstleister")),
    Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False, width=200,
           import_names=("notiz", "bemerkung", "bemerkungen")),
)  # fmt: skip

EXCEPTION_COLUMNS: tuple[Column, ...] = (
    Column("first_month", mark("From"), Kind.DATE, field="first_month", month=True, required=True,
           group=_BASICS, width=100, import_names=("von", "ab")),
    Column("last_month", mark("Until"), Kind.DATE, field="last_month", month=True, required=True,
           group=_BASICS, width=100, import_names=("bis",)),
    Column("days_per_month", mark("Days"), Kind.NUMBER, field="days_per_month", least=0,
           most=100_000, places=2, group=_BASICS, width=110,
           help=mark("Person-days a month for initiatives, support already taken off."),
           import_names=("tage", "personentage")),
    Column("reason", mark("Reason"), Kind.TEXT, field="reason", group=_BASICS, width=140, spare=True,
           import_names=("grund",)),
    Column("pool", mark("Team"), Kind.REFERENCE, field="pool_id", target=ResourcePool, required=True,
           group=_BASICS, width=150, import_names=("team",)),
)  # fmt: skip
