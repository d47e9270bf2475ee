"""What the workbook says of steering: frozen key figures, what changed, the self-check, the first talk."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.first_talk.typed_answers import shown_answer
from virtualcio.actions.inventory.export_figures import Row
from virtualcio.actions.inventory.security_words import REPLY_TITLES, points_words
from virtualcio.actions.review.review_words import changes_words, figure_title
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.exchange.security_questions import SecurityQuestion, security_questions
from virtualcio.exchange.talk_questions import talk_questions
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Initiative
from virtualcio.model.review import SnapshotSubject
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.analysis.review.snapshot import SnapshotRow

_MONEY = (Figure.BACKLOG, Figure.BUDGET)


def review_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of steering: title, value and what it rests on."""
    results = company.results
    due = results.review_due
    yield _("Next review"), due.due_on, formats.quarter(due.quarter_start)
    yield _("Open tasks"), len(results.open_tasks), ""
    yield _("Overdue tasks and decisions"), results.overdue_count, ""
    score = results.security
    if score.answered:
        yield _("Security score"), points_words(score.points, score.possible), ""


def figures_sheet(company: "OpenCompany") -> Sheet:
    """A column for each closed review, the oldest first, and one for today. Nothing before the first one."""
    closed = list(company.results.closed_reviews)
    found = [
        *(_figures(company.results.snapshot_of(review)) for review in closed),
        _figures(company.results.snapshot_now),
    ]
    columns = (
        SheetColumn(_("Key figure"), CellKind.TEXT, 36),
        *(SheetColumn(review.name, CellKind.ANY, 14) for review in closed),
        SheetColumn(formats.day(company.today), CellKind.ANY, 14),
    )
    rows = [
        (figure_title(figure), *(_value(figure, one.get(figure.value)) for one in found))
        for figure in Figure
        if closed and any(figure.value in one for one in found)
    ]
    return Sheet(_("Key figures of reviews"), columns, rows)


def _figures(rows: "tuple[SnapshotRow, ...]") -> dict[str, Decimal | None]:
    return {row.subject_key: row.amount for row in rows if row.subject is SnapshotSubject.FIGURE}


def _value(figure: Figure, value: Decimal | None) -> object:
    """As a cell reckons with it: euros, percent in words, everything else is a count."""
    if value is None or figure in _MONEY:
        return value
    return formats.percent(value, 1) if figure is Figure.ASSIGNED_PERCENT else int(value)


def changes_sheet(company: "OpenCompany") -> Sheet:
    """What was different at each review against the one before, and what is today; the newest first."""
    columns = (
        SheetColumn(_("Review"), CellKind.TEXT, 18),
        SheetColumn(_("Closed on"), CellKind.DATE, 16),
        SheetColumn(_("What changed"), CellKind.LONG_TEXT, 100),
    )
    rows: list[Row] = [
        (_("since then"), None, words.text) for words in changes_words(company.results.changes())
    ]
    for review in reversed(company.results.closed_reviews):
        rows += [
            (review.name, review.closed_on, words.text)
            for words in changes_words(company.results.changes(after=review))
        ]
    return Sheet(_("Changes between reviews"), columns, rows)


def security_sheet(company: "OpenCompany") -> Sheet:
    """All questions of the self-check once one is answered, also those without an answer."""
    columns = (
        SheetColumn(_("No."), CellKind.INTEGER, 6),
        SheetColumn(_("Area"), CellKind.TEXT, 28),
        SheetColumn(_("Question"), CellKind.LONG_TEXT, 70),
        SheetColumn(_("Answer"), CellKind.TEXT, 18),
        SheetColumn(_("Answered on"), CellKind.DATE, 16),
        SheetColumn(_("Initiative"), CellKind.TEXT, 34),
        SheetColumn(_("Note"), CellKind.LONG_TEXT, 50),
    )
    questions = security_questions() if company.results.security.answered else ()
    return Sheet(_("Security self-check"), columns, [_question(company, one) for one in questions])


def _question(company: "OpenCompany", question: SecurityQuestion) -> Row:
    answer = company.results.security.replies.get(question.number)
    head = question.number, question.area, question.text
    if answer is None:
        return (*head, "", None, "", "")
    initiative = company.data.get(Initiative, answer.initiative_id)
    return (
        *head,
        _(REPLY_TITLES[answer.reply]),
        answer.answered_on,
        "" if initiative is None else initiative.name,
        answer.note,
    )


def talk_sheet(company: "OpenCompany") -> Sheet:
    """What was answered in the first talk."""
    columns = (
        SheetColumn(_("Question"), CellKind.LONG_TEXT, 70),
        SheetColumn(_("Answer"), CellKind.LONG_TEXT, 60),
    )
    said = company.results.first_talk.said
    rows = [(one.title, shown_answer(one, said[one.key])) for one in talk_questions() if one.key in said]
    return Sheet(_("First talk"), columns, rows)
