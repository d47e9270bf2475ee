"""What importing the window costs."""

import subprocess
import sys

CODE = """
import linecache
import virtualcio.ui.shell.main_window
import virtualcio.ui.overview.overview_page
print([name for name in linecache.cache if "virtualcio" in name and name.endswith(".py")])
"""


def test_importing_pages_leaves_no_source_lines_in_memory() -> None:
    said = subprocess.run(
        [sys.executable, "-c", CODE], capture_output=True, text=True, check=True, timeout=60
    ).stdout

    assert said.strip() == "[]"
