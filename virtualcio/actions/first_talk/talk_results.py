"""What follows from the answers of the first talk."""

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from decimal import Decimal

from virtualcio.actions.first_talk.known_answers import answers_of, known_answers
from virtualcio.actions.goals.templates import goal_templates, trade_of
from virtualcio.actions.review.review_results import ReviewResults
from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.first_talk.cio_models import CioNeeds, cio_models
from virtualcio.analysis.first_talk.next_dates import next_dates
from virtualcio.analysis.first_talk.questions import Symptom, progress
from virtualcio.analysis.first_talk.sites import sites, symptom_of
from virtualcio.analysis.first_talk.talk_maturity import area_levels
from virtualcio.analysis.first_talk.talk_result import TalkResult, chances, rated_dimensions
from virtualcio.exchange.talk_questions import talk_question, talk_rules
from virtualcio.model import RECORD_KINDS, Goal, Process, Risk
from virtualcio.model.inventory import Criticality
from virtualcio.model.operations import CioModel


class TalkResults(ReviewResults):
    """The first talk's part of `Results`."""

    @property
    @abstractmethod
    def findings(self) -> Sequence[Finding]:
        """Open findings, most urgent first; `Results` knows them."""

    @property
    def known_answers(self) -> Mapping[str, str]:
        """By question of the first talk what the file says already."""
        return self.kept.whole("known_answers", RECORD_KINDS, lambda: known_answers(self.data))

    @property
    def first_talk(self) -> TalkResult:
        """The one page of the first talk, from whatever is answered so far."""
        return self.kept.whole("first_talk", RECORD_KINDS, self._first_talk)

    def _first_talk(self) -> TalkResult:
        said = {key: row.answer for key, row in answers_of(self.data).items()}
        known = self.known_answers
        rules, today = talk_rules(), self.today
        findings = self._findings_beside_answers()
        return TalkResult(
            progress=progress(rules, {**known, **said}, ()),
            said=said,
            known=frozenset(known) - frozenset(said),
            sites=sites(rules, said, findings, today),
            chances=chances(self.ranking.ranked, self.findings, self._aims(said), self._usual_goals()),
            dates=next_dates(self.data, today, self.all_contract_dates, self.dues),
            levels=area_levels(rules, said, today),
            rated=rated_dimensions(self.maturity),
            models=cio_models(self._cio_needs(said)),
        )

    def _findings_beside_answers(self) -> Sequence[Finding]:
        """Without those about a risk that an answer became: the answer itself is the construction site."""
        made = {key for row in answers_of(self.data).values() for key in row.made.split()}
        return [
            one for one in self.findings if not any(kind is Risk and key in made for kind, key in one.objects)
        ]

    def _aims(self, said: Mapping[str, str]) -> Sequence[str]:
        question = talk_question("aims")
        return [key for key in said.get("aims", "").split() if question.choice(key) is not None]

    def _usual_goals(self) -> Sequence[str]:
        """Keys of the templates of the trade whose goals the company has not."""
        trade = trade_of(self.data.company.trade)
        templates = [] if trade is None else goal_templates(trade.key)
        return [one.key for one in templates if not self.data.where(Goal, "name", one.name)]

    def _cio_needs(self, said: Mapping[str, str]) -> CioNeeds:
        company, assumed = self.data.company, self.assumptions
        signs = [symptom_of(one, said.get(one.key, ""), self.today) for one in talk_rules()]
        agreed = company.cio_days_per_month if company.cio_model is CioModel.EXTERNAL else None
        rate = company.cio_day_rate if company.cio_day_rate is not None else assumed.cio_day_rate
        return CioNeeds(
            employees=company.employees,
            symptoms=signs.count(Symptom.YES),
            critical=bool(self.data.where(Process, "criticality", Criticality.CRITICAL)),
            own_yearly=assumed.cio_own_yearly,
            day_rate=Decimal(rate),
            agreed_days=agreed,
        )
