"""OR-Tools' CP-SAT without pandas, which it names only in signatures not used here: 84 MB less in the built
program, 0.3 s less at each start. For a solver's own process only.
"""

import sys
import types


class _Unused:
    """Stands for pandas' types: nothing is ever one of them."""


_STAND_IN = types.ModuleType("pandas")
_STAND_IN.__dict__.update(Index=_Unused, Series=_Unused)
sys.modules.setdefault("pandas", _STAND_IN)

from ortools.sat.python import cp_model  # noqa: E402 - only after its pandas is taken care of

__all__ = ["cp_model"]
