#!/usr/bin/env bash
# Installs a wheel of b1check in a clean environment on each Python that is here, and uses it there as a user would:
# the command, the language server, and on the first Python also the example of a package with parts for b1check. The
# reports about our sample letters must be the same on each Python.
#
# Usage: release/try.sh PATH_OF_WHEEL
set -euo pipefail
cd "$(dirname "$0")/.."
wheel=$(realpath "$1")
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONDONTWRITEBYTECODE PYTHONPATH

# Fails with what the command said, when it does not say what it should.
expect() {
  local wanted=$1 said
  shift
  said=$("$@" 2>&1) || true
  if ! grep -q "$wanted" <<<"$said"; then
    printf 'expected "%s" from: %s\n%s\n' "$wanted" "$*" "$said" >&2
    exit 1
  fi
}

megabytes() { du -sm --apparent-size "$@" | cut -f1; }

first=yes
while read -r -u 3 version python; do
  "$python" -m venv "$work/$version"
  bin="$work/$version/bin"
  before=$(megabytes "$work/$version")
  # Only wheels: where one is missing pip would need a compiler, and a municipality has none.
  "$bin/pip" install --quiet --disable-pip-version-check --only-binary :all: "${wheel}[lsp]"
  size=$(($(megabytes "$work/$version") - before))
  cd "$work" # outside the checkout, so that nothing of it is used
  expect "‘Indien’ is een formeel woord" bash -c "printf 'Indien u vragen heeft, kunt u ons bellen.' | '$bin/b1check' check - --stdin-name brief.txt"
  expect "van b1check" "$bin/b1check" --version --verbose
  expect "^b1check " "$bin/b1check-lsp" --version
  "$bin/python" "$root/release/ask_server.py" "$bin/b1check-lsp"
  "$bin/b1check" check "$root/corpora/brieven" --no-config --no-cache --format json --fail-on geen --output "$work/report.json"
  report=$(sha256sum <"$work/report.json")
  if [ "${reports:=$report}" != "$report" ]; then
    echo "on Python $version the reports are others than on the first" >&2
    exit 1
  fi
  echo "Python $version: installed from wheels only, $size MB with bytecode; the command and the server work, the reports are the same"
  if [ -n "$first" ]; then
    "$bin/pip" install --quiet --disable-pip-version-check "$root/docs/voorbeelden/plugin[test]"
    cp -r "$root/docs/voorbeelden/plugin/tests" "$work/plugin_tests"
    "$bin/python" -m pytest -q --rootdir "$work" "$work/plugin_tests"
    first=""
  fi
  rm -rf "${work:?}/$version" # 300 MB each
  cd "$root"
done 3< <(release/pythons.sh)
if [ -n "$first" ]; then
  echo "there is no Python here to try the wheel on" >&2
  exit 1
fi
