"""Start of the program: `python -m virtualcio`, and the installed command `virtualcio`."""

import sys

from virtualcio.cli.main import main as run


def main() -> None:
    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
