"""Months, quarters or years: three words of which one is chosen."""

from collections.abc import Callable

from virtualcio.texts import _
from virtualcio.ui.common.word_switch import WordSwitch
from virtualcio.ui.roadmap.time_axis import TimeScale


class ScaleSwitch(WordSwitch[TimeScale]):
    """Calls `choose` with the scale that was clicked."""

    def __init__(self, choose: Callable[[TimeScale], object]) -> None:
        titles = {
            TimeScale.MONTHS: _("Months"),
            TimeScale.QUARTERS: _("Quarters"),
            TimeScale.YEARS: _("Years"),
        }
        super().__init__(titles, choose, _("How much time is seen at once (Ctrl and the mouse wheel)"))

    def show_scale(self, scale: TimeScale) -> None:
        self.show_choice(scale)
