"""The columns of 90-day plans and of work orders."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.teams.ninety_day_status import plan_status, plan_template, tasks_done
from virtualcio.actions.teams.order_status import order_status
from virtualcio.model import Initiative, Person, Supplier
from virtualcio.texts import mark

_BASICS = mark("Basics")
_NOTE = Column("note", mark("Note"), Kind.LONG_TEXT, field="note", group=mark("Note"), shown=False,
               width=200, import_names=("notiz", "bemerkung", "bemerkungen"))  # fmt: skip

PLAN_FIRST = ("starts_on", "owner", "done")

PLAN_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("90-day plan"), Kind.TEXT, field="name", required=True, group=_BASICS, width=220,
           import_names=("name", "plan", "bezeichnung")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=plan_status, group=_BASICS, width=180),
    Column("starts_on", mark("Day 1"), Kind.DATE, field="starts_on", group=_BASICS, width=105,
           help=mark("Another first day moves all tasks along that are still to be done."),
           import_names=("beginn", "start", "ab", "tag 1")),
    Column("owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           width=140, import_names=("verantwortlich", "zuständig")),
    Column("done", mark("Done"), Kind.TEXT, compute=tasks_done, group=_BASICS, width=110),
    Column("template", mark("Template"), Kind.TEXT, field="template", group=_BASICS, shown=False, width=140,
           help=mark("The short name of the template it was made from; empty for one of your own.")),
    Column("template_name", mark("Made from"), Kind.TEXT, compute=plan_template, group=_BASICS, shown=False,
           width=180),
    _NOTE,
)  # fmt: skip

ORDER_FIRST = ("what", "why", "due_on", "acceptance", "supplier", "amount")

ORDER_COLUMNS: tuple[Column, ...] = (
    Column("name", mark("Work order"), Kind.TEXT, field="name", required=True, group=_BASICS, width=230,
           help=mark("What a service provider shall do for an initiative, on one sheet."),
           import_names=("name", "auftrag", "arbeitsauftrag", "bezeichnung")),
    Column("status", mark("Where it stands"), Kind.STATUS, compute=order_status, group=_BASICS, width=180),
    Column("number", mark("Number"), Kind.TEXT, field="number", group=_BASICS, shown=False, width=90,
           import_names=("nummer", "auftragsnummer")),
    Column("supplier", mark("Provider"), Kind.REFERENCE, field="supplier_id", target=Supplier, group=_BASICS,
           width=160, import_names=("dienstleister", "lieferant", "anbieter")),
    Column("initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
           group=_BASICS, width=160, spare=True, import_names=("vorhaben", "projekt")),
    Column("owner", mark("Ordered by"), Kind.REFERENCE, field="owner_id", target=Person, group=_BASICS,
           shown=False, width=140, import_names=("auftraggeber", "bestellt von")),
    Column("what", mark("What"), Kind.LONG_TEXT, field="what", group=mark("What is ordered"), shown=False,
           width=240, help=mark("What is to be there in the end, in words that leave nothing open."),
           import_names=("was", "leistung", "umfang")),
    Column("why", mark("Why"), Kind.LONG_TEXT, field="why", group=mark("What is ordered"), shown=False,
           width=220, help=mark("What it is good for; so the provider can think along."),
           import_names=("warum", "wozu", "ziel")),
    Column("due_on", mark("Until"), Kind.DATE, field="due_on", group=mark("What is ordered"), width=105,
           import_names=("bis", "termin", "frist")),
    Column("acceptance", mark("How it is accepted"), Kind.LONG_TEXT, field="acceptance",
           group=mark("What is ordered"), shown=False, width=240,
           help=mark("How everybody sees that it is done: what is tried, by whom, with which result."),
           import_names=("abnahme", "abnahmekriterium")),
    Column("amount", mark("Price (net)"), Kind.MONEY, field="amount", least=0, group=_BASICS, width=110,
           import_names=("preis", "betrag", "auftragswert")),
    Column("ordered_on", mark("Ordered on"), Kind.DATE, field="ordered_on", group=_BASICS, shown=False,
           width=105, import_names=("beauftragt am", "bestellt am")),
    Column("accepted_on", mark("Accepted on"), Kind.DATE, field="accepted_on", group=_BASICS, shown=False,
           width=105, import_names=("abgenommen am",)),
    _NOTE,
)  # fmt: skip
