"""The columns of what belongs to one initiative: contributions, effort, risks it lowers, what it needs."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.model import Goal, Initiative, ResourcePool, Risk
from virtualcio.texts import mark

_BASICS = mark("Basics")
_INITIATIVE = Column(
    "initiative", mark("Initiative"), Kind.REFERENCE, field="initiative_id", target=Initiative,
    required=True, group=_BASICS, width=180, import_names=("vorhaben", "initiative"),
)  # fmt: skip

CONTRIBUTION_COLUMNS: tuple[Column, ...] = (
    Column("goal", mark("Goal"), Kind.REFERENCE, field="goal_id", target=Goal, required=True, group=_BASICS,
           width=180, import_names=("ziel", "goal")),
    Column("strength", mark("Strength"), Kind.INTEGER, field="strength", least=0, most=3,
           group=_BASICS, width=105, help=mark("0: nothing. 1: a little. 2: clearly. 3: strongly."),
           import_names=("stärke", "beitrag")),
    _INITIATIVE,
)  # fmt: skip

EFFORT_COLUMNS: tuple[Column, ...] = (
    Column("pool", mark("Team"), Kind.REFERENCE, field="pool_id", target=ResourcePool, group=_BASICS,
           width=170, help=mark("Whose working days it takes."), import_names=("team", "kapazität", "wer")),
    Column("days", mark("Days"), Kind.NUMBER, field="days", least=0, most=100_000, places=2,
           group=_BASICS, width=80, help=mark("Person-days, all together."),
           import_names=("personentage", "pt", "tage", "aufwand")),
    _INITIATIVE,
)  # fmt: skip

RISK_SHARE_COLUMNS: tuple[Column, ...] = (
    Column("risk", mark("Risk"), Kind.REFERENCE, field="risk_id", target=Risk, required=True, group=_BASICS,
           width=190, import_names=("risiko", "risk")),
    Column("share", mark("Share (%)"), Kind.INTEGER, field="share", least=0, most=100, group=_BASICS,
           width=95, help=mark("How much of the lower risk is due to this initiative, if several lower it."),
           import_names=("anteil", "anteil %")),
    _INITIATIVE,
)  # fmt: skip

DEPENDENCY_COLUMNS: tuple[Column, ...] = (
    Column("prerequisite", mark("Finished before"), Kind.REFERENCE, field="prerequisite_id",
           target=Initiative, required=True, group=_BASICS, width=190,
           import_names=("voraussetzung", "benötigt")),
    Column("lag_months", mark("Months between"), Kind.INTEGER, field="lag_months", least=0, most=60,
           group=_BASICS, width=115,
           help=mark("How many months have to pass between its end and the start here."),
           import_names=("abstand", "abstand (monate)")),
    _INITIATIVE,
)  # fmt: skip
