#!/bin/sh
# Renews the lock files from pyproject.toml: hashes, no download addresses.
set -eu
cd "$(dirname "$0")/.."
for extra in dev:requirements.lock installer:requirements-installer.lock; do
    pip-compile --quiet --upgrade --generate-hashes --extra "${extra%%:*}" --strip-extras --allow-unsafe \
        --no-header --no-annotate --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
        --output-file "${extra##*:}" pyproject.toml
done
