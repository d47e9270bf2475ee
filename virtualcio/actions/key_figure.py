"""One key figure of the overview, with the rows, the rule and the assumptions it follows from."""

from collections.abc import Sequence
from dataclasses import dataclass

from virtualcio.actions.tone import Tone


@dataclass(frozen=True)
class Way:
    """The button below a derivation: its title in the language of the interface, and where it leads."""

    title: str
    page: str
    tab: str = ""
    chip: str = ""


@dataclass(frozen=True)
class KeyFigure:
    """In the language of the interface. `details` are (text, tone), `derivation` are (text, amount); `way`
    leads to the page on which the figure is at home, or where what is missing can be entered. `tip` explains
    words of the figure that not everybody knows.
    """

    key: str
    title: str
    value: str
    tone: Tone = Tone.NEUTRAL
    details: Sequence[tuple[str, Tone]] = ()
    derivation: Sequence[tuple[str, str]] = ()
    rule: Sequence[str] = ()
    way: Way | None = None
    tip: str = ""
