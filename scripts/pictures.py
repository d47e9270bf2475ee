"""`make pictures`: README's and the handbooks' pictures, drawn by the program itself from the demo company.

They are few, light and small: half a page wide in the text, with 256 colours, so that the repository stays
small. Run it after a change that can be seen.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
SIZE = "1280x800"
COLOURS = 256
MOST_BYTES = 150_000
START_HEIGHT = 480  # px; below, the start screen is empty
# page-tab as `virtualcio screenshots` names it → name in docs/pictures/, which gets "-de" or "-en" behind it
WANTED = {
    "start": "start",
    "import-preview": "import",
    "overview-today": "overview",
    "overview-backlog": "backlog",
    "inventory-assets": "inventory",
    "inventory-contracts": "contracts",
    "goals-goals": "goals",
    "priorities-ranking": "priorities",
    "roadmap-plan": "roadmap",
    "roadmap-compare": "proposal",
    "budget-plan": "budget",
    "budget-business_case": "business-case",
    "review-meeting": "review",
    "first_talk-result": "first-talk",
    "checks-open": "checks",
    "settings-assumptions": "assumptions",
}
README_PICTURE = "overview.png"  # the English overview


def main() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory() as folder:
        company, done = Path(folder) / "demo.vcio", Path(folder) / "done"
        done.mkdir()
        virtualcio("demo", str(company))
        for language in ("de", "en"):
            shots = Path(folder) / language
            virtualcio("screenshots", str(company), str(shots), "--lang", language, "--size", SIZE)
            for shot, name in WANTED.items():
                shrink(shots / f"light-{language}-{shot}.png", done / f"{name}-{language}.png")
        shutil.copyfile(done / "overview-en.png", done / README_PICTURE)
        shutil.rmtree(PICTURES, ignore_errors=True)
        shutil.copytree(done, PICTURES)  # only when all of them are there
    return 0


def virtualcio(*words: str) -> None:
    """SystemExit if the program refuses."""
    from virtualcio.cli.main import main as command_line

    code = command_line([*words])
    if code != 0:
        raise SystemExit(code)


def shrink(source: Path, target: Path) -> None:
    """Write `source` with its 256 most frequent colours; the few others become the nearest of them."""
    import numpy
    from PySide6.QtGui import QImage

    image = QImage(str(source)).convertToFormat(QImage.Format.Format_RGB32)
    if target.name.startswith("start-"):
        image = image.copy(0, 0, image.width(), START_HEIGHT)
    pixels = numpy.frombuffer(image.constBits(), numpy.uint32)
    colours, counts = numpy.unique(pixels, return_counts=True)
    table = [int(colour) for colour in colours[numpy.argsort(counts)[::-1]][:COLOURS]]
    small = image.convertToFormat(QImage.Format.Format_Indexed8, table)
    if not small.save(str(target), quality=0):  # 0: as small as possible
        raise SystemExit(f"{target} could not be written")
    if target.stat().st_size > MOST_BYTES:
        raise SystemExit(f"{target} has {target.stat().st_size} bytes, more than {MOST_BYTES}")
    print(f"{target.name}  {target.stat().st_size // 1000} kB")


if __name__ == "__main__":
    sys.exit(main())
