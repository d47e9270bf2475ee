#!/bin/sh
# Makes .venv with the locked parts and, on Debian and Ubuntu, adds the system libraries Qt needs.
set -eu
cd "$(dirname "$0")/.."

# As root or with a sudo that asks nothing; otherwise the one command to type is named.
add_packages() {
    command="apt-get install -y --no-install-recommends $*"
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Missing system packages: $*. Install them with your system's package manager and try again." >&2
        exit 1
    elif [ "$(id -u)" = 0 ]; then
        DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && $command" >/dev/null
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        sudo -n sh -c "apt-get update -qq && DEBIAN_FRONTEND=noninteractive $command" >/dev/null
    else
        echo "Some system packages are missing. Type this one command, then try again:" >&2
        echo "  sudo $command" >&2
        exit 1
    fi
}

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11 python; do
        if command -v "$name" >/dev/null 2>&1 &&
            "$name" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

python=$(find_python)
if [ -z "$python" ]; then
    echo "VirtualCIO needs Python 3.11 to 3.14; none was found." >&2
    exit 1
fi
if ! "$python" -c 'import ensurepip' 2>/dev/null; then
    add_packages python3-venv
fi

echo "Setting up .venv with $("$python" --version) …"
[ -x .venv/bin/python ] || { rm -rf .venv; "$python" -m venv .venv; }
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .

if [ "$(uname -s)" = Linux ]; then
    missing=$(.venv/bin/python scripts/system_libraries.py)
    # shellcheck disable=SC2086
    [ -z "$missing" ] || add_packages $missing
fi
touch .venv/ready
