"""Start of the program: `python -m virtualcio`, and the installed command `virtualcio`."""

import sys

from virtualcio import cli


def main() -> None:
    sys.exit(cli.main(sys.argv[1:]))


if __name__ == "__main__":
    main()
