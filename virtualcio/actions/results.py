"""What follows from an open company's data on its day: computed when asked for, kept until its kinds change.

Pages, command line and exports read figures only from here, so that all of them show the same.
"""

from collections.abc import Mapping, Sequence

from virtualcio.actions.budget.budget_progress import budget_state
from virtualcio.actions.goals.goal_progress import goal_state
from virtualcio.actions.inventory.progress import StepState, inventory_state
from virtualcio.actions.priorities.priority_progress import priority_state
from virtualcio.actions.review.review_progress import review_state
from virtualcio.actions.roadmap.roadmap_progress import roadmap_state
from virtualcio.actions.teams.team_results import TeamResults
from virtualcio.analysis.checks.all_checks import CheckFacts, check, run_checks
from virtualcio.analysis.checks.check_facts import needing_processes
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import RECORD_KINDS, ApplicationProcess, AssetApplication, AssetProcess, Process


class Results(TeamResults):
    """Cached results of one company on one day: each step's part stands in its own folder, the later steps
    build on the earlier ones. Not to be asked within an open change.
    """

    @property
    def all_findings(self) -> Sequence[Finding]:
        """Most urgent first, those set aside among them."""
        return self.kept.whole("findings", RECORD_KINDS, lambda: run_checks(self._check_facts))

    @property
    def findings(self) -> Sequence[Finding]:
        """Open findings, most urgent first."""
        return [finding for finding in self.all_findings if finding.open]

    def objects_of_check(self, check_id: str) -> frozenset[str]:
        """Keys of everything that findings of this check are about, set aside or not."""
        known = self.kept.whole("objects_of_checks", RECORD_KINDS, dict[str, frozenset[str]])
        if check_id not in known:
            # this check alone: a chip above a table should not wait for all of them
            found = check(check_id).function(self._check_facts)
            known[check_id] = frozenset(key for one in found for _kind, key in one.objects)
        return known[check_id]

    @property
    def _check_facts(self) -> CheckFacts:
        return self.kept.whole("check_facts", RECORD_KINDS, self._new_check_facts)

    def _new_check_facts(self) -> CheckFacts:
        return CheckFacts(
            data=self.data,
            today=self.today,
            dues=self.dues,
            backlog=self.backlog,
            wave=self.wave,
            contract_dates=self.all_contract_dates,
            tables=self.tables,
            assumptions=self.assumptions,
            plan=self,
            steering=self,
            needing=self._needing_processes,
        )

    def _needing_processes(self) -> Mapping[str, Sequence[Process]]:
        """Most edits leave these links alone."""
        kinds = (Process, AssetApplication, AssetProcess, ApplicationProcess)
        return self.kept.whole("needing_processes", kinds, lambda: needing_processes(self.data))

    def step_state(self, step: str) -> StepState:
        """How complete a step is, and the one thing that would help most. KeyError for an unknown step."""
        return {
            "inventory": inventory_state,
            "goals": goal_state,
            "priorities": priority_state,
            "roadmap": roadmap_state,
            "budget": budget_state,
            "review": review_state,
        }[step](self)
