"""Whether an initiative pays."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from virtualcio.actions.first_talk.talk_results import TalkResults
from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.business_case.amounts_of_years import case_inputs, has_case
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.model import CaseInput, Initiative, InitiativeEffort, Record, ResourcePool, Setting

_ROWS: Mapping[type[Record], str] = {CaseInput: "initiative_id", InitiativeEffort: "initiative_id"}


class CaseResults(TalkResults):
    """The business cases' part of `Results`."""

    def business_case(self, initiative: Initiative) -> BusinessCase:
        """The case of any initiative, open or not. KeyError for one that is not in the file."""
        assumed = self.assumptions
        rate, seed = Fraction(assumed.discount_rate) / 100, assumed.case_seed

        def made(one: Initiative) -> BusinessCase:
            rows = self.data.where(CaseInput, "initiative_id", one.id)
            return BusinessCase(one.id, case_inputs(self.data, one), rate, seed, has_case(rows))

        extra = rate, seed, self.data.revision((ResourcePool,))
        return self.kept.each_with_rows("business_cases", Initiative, _ROWS, made, extra)[initiative.id]

    @property
    def business_cases(self) -> Sequence[BusinessCase]:
        """Of open initiatives: those with inputs, what is worth most first; then those without that are
        dearer than the limit in the settings, the dearest first.
        """
        return [self.business_case(self.data.find(Initiative, key)) for key in self._case_keys]

    @property
    def initiatives_without_case(self) -> Sequence[Initiative]:
        """The other open ones, in the order they were made."""
        listed = set(self._case_keys)
        return [one for one in self.open_initiatives if one.id not in listed]

    @property
    def _case_keys(self) -> Sequence[str]:
        kinds = (Initiative, CaseInput, InitiativeEffort, ResourcePool, Setting)
        return self.kept.whole("case_keys", kinds, self._new_case_keys)

    def _new_case_keys(self) -> Sequence[str]:
        begun, missing = [], []
        for one in self.open_initiatives:
            if self.data.where(CaseInput, "initiative_id", one.id):
                value = self.business_case(one).expected.net_present_value
                begun.append((-value, one.name, one.id))
            elif self._effort_of(one) > self.assumptions.case_from:
                missing.append((-self._effort_of(one), one.name, one.id))
        return [key for _value, _name, key in (*sorted(begun), *sorted(missing))]

    def _effort_of(self, initiative: Initiative) -> Decimal:
        ranked = self.ranked(initiative)
        return ZERO if ranked is None else ranked.effort
