"""What follows from the answers of the security self-check."""

from virtualcio.actions.inventory.contract_results import ContractResults
from virtualcio.analysis.inventory.security import SecurityScore, security_score
from virtualcio.exchange.security_questions import security_questions
from virtualcio.model import SecurityAnswer


class SecurityResults(ContractResults):
    """The self-check's part of `Results`."""

    @property
    def security(self) -> SecurityScore:
        """Points, open questions and how they changed."""
        return self.kept.whole("security", (SecurityAnswer,), self._security)

    def _security(self) -> SecurityScore:
        rules = [question.rule for question in security_questions()]
        return security_score(rules, self.data.all(SecurityAnswer), self.today)
