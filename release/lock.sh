#!/usr/bin/env bash
# Writes release/lock.txt: one version of everything that developing b1check needs, with its hashes, for every system
# and each Python from 3.11. Run it when pyproject.toml asks for something new, and before a release.
#
# Usage: release/lock.sh [--upgrade]      with --upgrade everything gets its newest version
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/tools"
"$work/tools/bin/pip" install --quiet --disable-pip-version-check uv
"$work/tools/bin/uv" pip compile pyproject.toml --all-extras --universal --python-version 3.11 --generate-hashes --quiet \
  --no-annotate --custom-compile-command release/lock.sh --output-file release/lock.txt "$@" >/dev/null
