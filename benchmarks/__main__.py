"""`make bench`: all measurements, medians and ratios; exit code 1 if a limit is broken.

`python -m benchmarks memory` measures only the memory of the window, in half a minute.
"""

import sys

from benchmarks import big_window, starts, tax_workbook


def main() -> int:
    if sys.argv[1:] == ["memory"]:
        return 0 if big_window.report_memory() else 1
    print("Starts (each in a process of its own, in turns)")
    kept = starts.report()
    print("\nThe tax advisor's workbook")
    kept = tax_workbook.report() and kept
    print(
        "\n10,000 assets, 2,000 contracts, 300 initiatives, 330 KPIs with 40,000 values, 1,000 budget lines, "
        "three years of actual costs and of reviews"
    )
    return 0 if big_window.report() and kept else 1


if __name__ == "__main__":
    sys.exit(main())
