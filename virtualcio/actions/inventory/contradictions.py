"""What cannot be true together in the inventory."""

from virtualcio.actions.contradictions import Contradiction, wrong_order
from virtualcio.model import Application, Asset, Contract, Interface
from virtualcio.texts import mark

CONTRADICTIONS: tuple[Contradiction, ...] = (
    Contradiction(
        (Asset, Application),
        frozenset({"purchase_date", "retired_on"}),
        lambda record: wrong_order(record, "purchase_date", "retired_on"),
        mark("It would be out of use before it was bought. Check both dates."),
    ),
    Contradiction(
        (Asset, Application),
        frozenset({"support_end", "extended_support_end"}),
        lambda record: wrong_order(record, "support_end", "extended_support_end"),
        mark("Bought support cannot end before the ordinary support. Check both dates."),
    ),
    Contradiction(
        (Contract,),
        frozenset({"start", "agreed_end"}),
        lambda record: wrong_order(record, "start", "agreed_end"),
        mark("The contract would end before it starts. Check its start and the agreed last day."),
    ),
    Contradiction(
        (Interface,),
        frozenset({"source_id", "target_id"}),
        lambda record: record.source_id == record.target_id,
        mark("An interface joins two different applications. Choose another one."),
    ),
)
