"""Print the Debian packages that Qt's libraries and platform plugins still miss on this machine (Linux)."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path

# Which Debian package brings a library that Qt's wheel leaves to the system.
PACKAGE_OF = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libgl1",
    "libOpenGL.so.0": "libopengl0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libX11.so.6": "libx11-6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
NEEDED = (
    "lib/libQt6Widgets.so.6",
    "lib/libQt6Svg.so.6",
    "plugins/platforms/libqxcb.so",
    "plugins/platforms/libqoffscreen.so",
)


def missing_packages() -> list[str]:
    """Packages to install, sorted; a library without a known package is an error that names it."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit("PySide6 is not installed")
    qt = Path(spec.submodule_search_locations[0]) / "Qt"
    lost: set[str] = set()
    for name in NEEDED:
        told = subprocess.run(["ldd", str(qt / name)], capture_output=True, text=True, check=False).stdout
        lost |= {
            line.split()[0] for line in told.splitlines() if "not found" in line and "libQt6" not in line
        }
    packages = {PACKAGE_OF.get(library, library) for library in lost}
    if not shutil.which("fc-list") and not list(Path("/usr/share/fonts").glob("*")):
        packages |= {"fonts-dejavu-core", "fonts-inter", "fontconfig"}
    return sorted(packages)


if __name__ == "__main__":
    sys.stdout.write(" ".join(missing_packages()))
