"""A solver in a process of its own: `python -m virtualcio.solver highs` or `cpsat`."""

import sys

from virtualcio.solver.child import run_child

if __name__ == "__main__":
    run_child(sys.argv[1])
