"""The tables of the review: reviews, council, decisions, tasks, outcomes, use, trends, visits."""

from virtualcio.actions.columns import Table
from virtualcio.actions.review import decision_columns, outcome_columns, review_chips, review_columns
from virtualcio.actions.review import steering_sentences as sentences
from virtualcio.model import (
    AdoptionCount,
    CouncilMeeting,
    Decision,
    OutcomeKpi,
    OutcomeReview,
    Review,
    ReviewNote,
    Task,
    Trend,
    Visit,
)
from virtualcio.texts import mark

REVIEW_TABLES: tuple[Table, ...] = (
    Table(
        "reviews", Review, mark("Review"), mark("Reviews"), review_columns.REVIEW_COLUMNS,
        review_chips.REVIEWS, first=review_columns.REVIEW_FIRST, summary=review_chips.reviews_summary,
        sentence=sentences.review_sentence, page="review", newest_first=True,
        empty_text=mark("Once a quarter an hour is enough to keep the plan true; these reviews stand here."),
        empty_example=mark("Q4 2026 · planned for 9 Dec 2026 · Anna Weber, Jens Krüger"),
    ),
    Table(
        "council_meetings", CouncilMeeting, mark("Council meeting"), mark("Council"),
        review_columns.MEETING_COLUMNS, review_chips.MEETINGS, name_field="held_on",
        first=review_columns.MEETING_FIRST, summary=review_chips.meetings_summary,
        sentence=sentences.meeting_sentence,
        page="review", newest_first=True,
        empty_text=mark("Once a month one person of each department meets IT; what they talk about and "
                        "decide stands here."),
        empty_example=mark("8 Oct 2026 · telephone system · sales, production, IT"),
    ),
    Table(
        "decisions", Decision, mark("Decision"), mark("Decisions"), decision_columns.DECISION_COLUMNS,
        review_chips.DECISIONS, first=decision_columns.DECISION_FIRST,
        summary=review_chips.decisions_summary, sentence=sentences.decision_sentence, page="review",
        empty_text=mark("What was decided about IT belongs here, with who sees to it and until when."),
        empty_example=mark("Replace the telephone system · €14,200 · Jens Krüger · by 31 Mar 2027"),
    ),
    Table(
        "tasks", Task, mark("Task"), mark("Tasks"), decision_columns.TASK_COLUMNS, review_chips.TASKS,
        first=decision_columns.TASK_FIRST, summary=review_chips.tasks_summary,
        sentence=sentences.task_sentence, page="review",
        empty_text=mark("What somebody has promised to do until a day belongs here; the program reminds of "
                        "it."),
        empty_example=mark("Get three offers for the telephone system · Anna Weber · by 31 Oct 2026"),
    ),
    Table(
        "outcomes", OutcomeReview, mark("Outcome review"), mark("Outcome reviews"),
        outcome_columns.OUTCOME_COLUMNS, review_chips.OUTCOMES, name_field="initiative_id",
        first=outcome_columns.OUTCOME_FIRST, summary=review_chips.outcomes_summary,
        sentence=sentences.outcome_sentence,
        page="review",
        empty_text=mark("What a finished initiative promised and what arrived belongs here, 90 days after "
                        "its end."),
        empty_example=mark("Customer portal · promised 4.0 days, arrived 5.3 · €2,000 dearer"),
    ),
    Table(
        "adoption", AdoptionCount, mark("Count of use"), mark("Use"), outcome_columns.ADOPTION_COLUMNS,
        review_chips.ADOPTION, name_field="initiative_id", sentence=sentences.adoption_sentence,
        first=outcome_columns.ADOPTION_FIRST, page="review",
        empty_text=mark("How many people know, want, can and use something new belongs here, department by "
                        "department."),
        empty_example=mark("Customer portal · sales · 7 of 12 use it"),
    ),
    Table(
        "trends", Trend, mark("Trend"), mark("Trends"), decision_columns.TREND_COLUMNS,
        review_chips.TRENDS, sentence=sentences.trend_sentence, page="review",
        empty_text=mark("Developments outside belong here, and whether you wait, try them out or introduce "
                        "them."),
        empty_example=mark("AI in offers · try out · for “Answer inquiries faster”"),
    ),
    Table(
        "visits", Visit, mark("Visit"), mark("Visits"), review_columns.VISIT_COLUMNS, review_chips.VISITS,
        name_field="held_on", summary=review_chips.visits_summary, page="review", newest_first=True,
        empty_text=mark("The days on which the external CIO is there belong here, the next one too."),
        empty_example=mark("3 Nov 2026 · half a day · prepare the review"),
    ),
    Table(
        "review_notes", ReviewNote, mark("Note of the review"), mark("Notes of the review"),
        review_columns.NOTE_COLUMNS, name_field="station", page="review", parent_table="reviews",
        parent_field="review_id", in_details=False, copied=False,
    ),
    Table(
        "outcome_kpis", OutcomeKpi, mark("What arrived"), mark("What arrived"),
        outcome_columns.OUTCOME_KPI_COLUMNS, name_field="kpi_id", page="review", parent_table="outcomes",
        parent_field="outcome_id",
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
REVIEW_NEW_NAMES: dict[str, str] = {
    "decisions": mark("New decision"),
    "tasks": mark("New task"),
    "trends": mark("New trend"),
}
