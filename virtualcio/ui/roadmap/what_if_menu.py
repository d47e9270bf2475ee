"""What a plan could be asked for other than today's figures: money, days, parallel work, months, aim."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from virtualcio import formats
from virtualcio.actions.roadmap.best_plan import AS_IT_IS, PlanWish
from virtualcio.actions.roadmap.best_plan_words import aim_words
from virtualcio.actions.roadmap.month_words import duration_words
from virtualcio.analysis.planning.problem import PlanProblem
from virtualcio.texts import _, translate_count

_LESS, _MORE = Decimal("0.8"), Decimal("1.2")
_MORE_MONEY = 1_000_000  # cents
_MONTHS = (24, 36, 48, 60)


def fill_what_if(
    menu: QMenu, wish: PlanWish, problem: PlanProblem, choose: Callable[[PlanWish], object]
) -> None:
    """Each entry is what it would be if; what is supposed already is ticked, and chosen again it is not."""
    menu.clear()

    def offer(title: str, wanted: PlanWish, *, on: bool, off: PlanWish) -> None:
        action = QAction(title, menu, checkable=True, checked=on)
        action.triggered.connect(lambda _checked=False: choose(off if on else wanted))
        menu.addAction(action)

    if problem.money is not None:
        usual = replace(wish, money=Decimal(1), more_money=0)
        offer(_("20% less money"), replace(usual, money=_LESS), on=wish.money == _LESS, off=usual)
        more = _("{money} more a year").format(money=formats.money_short(Decimal(_MORE_MONEY) / 100))
        on = wish.more_money == _MORE_MONEY
        offer(more, replace(usual, more_money=_MORE_MONEY), on=on, off=usual)
        menu.addSeparator()
    usual = replace(wish, days=Decimal(1))
    offer(_("20% fewer person-days"), replace(usual, days=_LESS), on=wish.days == _LESS, off=usual)
    offer(_("20% more person-days"), replace(usual, days=_MORE), on=wish.days == _MORE, off=usual)
    menu.addSeparator()
    _offer_parallel(wish, problem, offer)
    menu.addSeparator()
    for months in _MONTHS:
        on = wish.months == months
        if on or months != problem.months:
            title = _("Look ahead {months}").format(months=duration_words(months))
            offer(title, replace(wish, months=months), on=on, off=replace(wish, months=None))
    menu.addSeparator()
    for aim, title in aim_words().items():
        offer(_("Aim: {aim}").format(aim=title), replace(wish, aim=aim), on=wish.aim is aim, off=wish)
    menu.addSeparator()
    on = wish.may_leave_out
    offer(
        _("What is no must may be left out"),
        replace(wish, may_leave_out=True),
        on=on,
        off=replace(wish, may_leave_out=False),
    )
    back = menu.addAction(_("As entered"), lambda: choose(AS_IT_IS))
    back.setEnabled(wish != AS_IT_IS)


def _offer_parallel(wish: PlanWish, problem: PlanProblem, offer: Callable[..., None]) -> None:
    """One more or one fewer than now."""
    off = replace(wish, parallel=None)
    now = problem.parallel
    choices = [now] if wish.parallel is not None else [count for count in (now - 1, now + 1) if count >= 1]
    for count in choices:
        title = translate_count("{count} initiative at a time", "{count} initiatives at a time", count)
        offer(title, replace(wish, parallel=count), on=wish.parallel == count, off=off)
