"""The columns that assets and applications share: when something runs out, and what is done about it."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.inventory import choice_titles
from virtualcio.actions.inventory.due_status import (
    due_status,
    missing_price,
    remedy_status,
    remedy_value_amount,
)
from virtualcio.actions.inventory.waiting import waiting_amount
from virtualcio.model import Person
from virtualcio.model.inventory import AmountOrigin, RemedyKind
from virtualcio.texts import mark

_LIFE = mark("Lifetime")
_REMEDY = mark("Remedy")
_RESPONSIBLE = mark("Responsible")
_COSTS = mark("Purchase and cost")

DUE = Column(
    "due", mark("Due because"), Kind.STATUS, compute=due_status, group=_LIFE, width=145,
    help=mark("The earlier of two days: the end of security updates (support) and the end of the service "
              "life (age)."),
)  # fmt: skip

REMEDY_VALUE = Column(
    "remedy_value", mark("Renewal costs"), Kind.MONEY, compute=remedy_value_amount, group=_REMEDY, width=110,
    missing=missing_price,
    help=mark("What the remedy costs today, net: the price entered for it, or the purchase price with the "
              "yearly price increase."),
)  # fmt: skip

COST_ORIGIN = (
    Column(
        "cost_origin", mark("Price comes from"), Kind.CHOICE, field="cost_origin", choices=AmountOrigin,
        choice_titles=choice_titles.AMOUNT_ORIGINS, group=_COSTS, shown=False,
        help=mark("Shows how sure the amount is: an invoice is surer than an estimate."),
    ),
)  # fmt: skip

SUPPORT = (
    Column(
        "support_end", mark("Support until"), Kind.DATE, field="support_end", group=_LIFE, shown=False,
        help=mark("Last day with security updates. Empty: as in the program's tables for this product and "
                  "version."),
        import_names=("supportende", "support bis", "support-ende", "end of support", "eos", "eol",
                      "wartungsende"),
    ),
    Column(
        "extended_support_end", mark("Bought support until"), Kind.DATE, field="extended_support_end",
        group=_LIFE, shown=False,
        help=mark("If you have bought longer support from the maker, its last day."),
    ),
)  # fmt: skip

REMEDIES = (
    Column("planned_remedy", mark("Remedy"), Kind.STATUS, compute=remedy_status, group=_REMEDY, shown=False,
           help=mark("What is done when it runs out: your decision, or the program's proposal."), width=140),
    Column(
        "remedy", mark("Decided remedy"), Kind.CHOICE, field="remedy", choices=RemedyKind,
        choice_titles=choice_titles.REMEDIES, group=_REMEDY, shown=False,
        help=mark("Update: a newer version at no price. Upgrade: a newer version that costs a licence. "
                  "Empty: as proposed."),
    ),
    Column(
        "remedy_cost", mark("Remedy price (net)"), Kind.MONEY, field="remedy_cost", least=0,
        group=_REMEDY,
        shown=False, width=140,
        help=mark("Without VAT, for all pieces together. Empty: from the purchase price."),
        import_names=("wiederbeschaffung", "ersatzkosten", "neupreis", "wiederbeschaffungswert"),
    ),
    Column(
        "remedy_cost_on", mark("Price of the day"), Kind.DATE, field="remedy_cost_on", group=_REMEDY,
        shown=False,
        help=mark("The day of that price; from there the yearly price increase is added."),
    ),
    Column(
        "remedy_cost_origin", mark("Remedy price from"), Kind.CHOICE, field="remedy_cost_origin",
        choices=AmountOrigin, choice_titles=choice_titles.AMOUNT_ORIGINS, group=_REMEDY, shown=False,
    ),
    Column(
        "accepted_until", mark("Accepted until"), Kind.DATE, field="accepted_until", group=_REMEDY,
        shown=False,
        help=mark("Until this day you knowingly live with it; afterwards the program reminds you."),
    ),
    Column("accepted_reason", mark("Accepted because"), Kind.TEXT, field="accepted_reason", group=_REMEDY,
           shown=False, width=180),
)  # fmt: skip

WAITING = Column(
    "waiting", mark("Waiting costs a year"), Kind.MONEY, compute=waiting_amount, group=_REMEDY, shown=False,
    width=130,
    help=mark("Assumed for what is overdue: a share of the renewal cost, by the importance of the processes "
              "that depend on it. The shares stand in the settings."),
)  # fmt: skip

RETIRED_ON = Column(
    "retired_on", mark("Out of use since"), Kind.DATE, field="retired_on", group=_LIFE, shown=False,
    help=mark("First day on which it is no longer in use."),
    import_names=("ausgemustert", "ausgemustert am", "außer betrieb", "abgang", "ausgesondert",
                  "verschrottet"),
)  # fmt: skip

PEOPLE = (
    Column(
        "owner", mark("Responsible"), Kind.REFERENCE, field="owner_id", target=Person, group=_RESPONSIBLE,
        shown=False, width=130, help=mark("Who decides about it and answers for it."),
        import_names=("verantwortlich", "verantwortlicher", "verantwortliche", "zuständig", "zustaendig",
                      "ansprechpartner"),
    ),
    Column(
        "operator", mark("Run by"), Kind.REFERENCE, field="operator_id", target=Person, group=_RESPONSIBLE,
        shown=False, width=130, help=mark("Who looks after it in daily work."),
        import_names=("betreut von", "betreuer", "administrator", "admin"),
    ),
    Column(
        "deputy", mark("Deputy"), Kind.REFERENCE, field="deputy_id", target=Person, group=_RESPONSIBLE,
        shown=False, width=130, help=mark("Who can do it when the first person is away."),
        import_names=("vertretung", "vertreter", "stellvertreter", "stellvertretung"),
    ),
)  # fmt: skip
