"""How large things are in the window, and how large in a meeting, where they are read from three metres."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """All in px."""

    body: float
    small: float
    title: float
    figure: float
    row: int  # of a table
    gap: int
    padding: int
    rows: int  # of a table that are shown; of the others their number
    beside_curve: int  # rows of a table above a curve
    head: int  # of a table

    @property
    def factor(self) -> float:
        """How much larger than in the window."""
        return self.body / 13


WINDOW = Sizes(
    body=13, small=12, title=13.5, figure=22, row=36, gap=16, padding=16, rows=12, beside_curve=5, head=36
)  # fmt: skip
MEETING = Sizes(
    body=20, small=18, title=23, figure=42, row=48, gap=20, padding=22, rows=5, beside_curve=3, head=42
)  # fmt: skip
# A projector with few pixels shows each of them larger: there the same letters are read from as far away.
MEETING_COARSE = Sizes(
    body=16, small=14.5, title=18, figure=32, row=38, gap=14, padding=16, rows=5, beside_curve=3, head=34
)  # fmt: skip
_COARSE_WIDTH, _COARSE_HEIGHT = 1400, 800  # px of a screen, below which it is coarse


def meeting_sizes(width: int, height: int) -> Sizes:
    """Those of a meeting on a screen of so many px."""
    return MEETING_COARSE if width < _COARSE_WIDTH or height < _COARSE_HEIGHT else MEETING
