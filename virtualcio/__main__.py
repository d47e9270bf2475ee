"""Start of the program: `python -m virtualcio`, and the installed command `virtualcio`."""

import sys


def main() -> None:
    if sys.argv[1:2] == ["--solver-child"]:  # the built program is its own solver; nobody types this
        from virtualcio.solver.child import run_child

        run_child(sys.argv[2])
    from virtualcio.cli.main import main as run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
