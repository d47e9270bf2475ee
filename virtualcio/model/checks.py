"""What the user decided about findings of the checks."""

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Record


class SetAsideFinding(Record):
    """A finding that is knowingly left alone until a day, with the reason."""

    __tablename__ = "set_aside_finding"

    check_id: Mapped[str]
    object_id: Mapped[str]  # key of the first object of the finding, "" if it has none
    reason: Mapped[str]
    until: Mapped[date | None] = mapped_column(default=None)
