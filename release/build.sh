#!/usr/bin/env bash
# Makes what a release consists of: the sdist, the wheel (from that sdist), the bill of materials and the checksums.
#
# Usage: release/build.sh EMPTY_FOLDER [--packages-only]
#
# With --packages-only it makes just the sdist and the wheel.
set -euo pipefail
cd "$(dirname "$0")/.."
mkdir -p "$1"
out=$(realpath "$1")
if [ -n "$(ls -A "$out")" ]; then
  echo "$out is not empty" >&2
  exit 1
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
pip_quietly() { "$1/bin/pip" install --quiet --disable-pip-version-check "${@:2}"; }

python3 -m venv "$work/tools"
pip_quietly "$work/tools" build
"$work/tools/bin/python" -m build --outdir "$out" . >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 1; }

if [ "${2:-}" != --packages-only ]; then
  python3 -m venv "$work/b1check"
  pip_quietly "$work/b1check" --only-binary :all: --no-compile "$(echo "$out"/*.whl)[lsp]"
  "$work/b1check/bin/pip" uninstall --quiet --yes pip
  pip_quietly "$work/tools" cyclonedx-bom
  # It takes what the bill is about from pyproject.toml, where the version does not stand.
  version=$(basename "$out"/*.whl | cut -d- -f2)
  sed "s/^dynamic = .*/version = \"$version\"/" pyproject.toml >"$work/pyproject.toml"
  "$work/tools/bin/cyclonedx-py" environment "$work/b1check/bin/python" --pyproject "$work/pyproject.toml" --gather-license-texts \
    --output-reproducible --output-format JSON --output-file "$out/b1check.cdx.json" --validate
  (cd "$out" && sha256sum -- * >"$work/SHA256SUMS" && mv "$work/SHA256SUMS" .)
fi
ls -l "$out"
