#!/usr/bin/env bash
# Installs a release of b1check in a clean environment on each Python that is here, first the wheel and then the sdist,
# and uses it there as a user would: the command, the language server, and on the first Python also the example of a
# package with parts for b1check, and whether the version comes from the tag. The reports about our sample letters must be
# the same on each Python, the sdist must give the same files as the wheel, and the bill of materials must name what pip
# installed.
#
# Usage: release/try.sh FOLDER_THAT_BUILD_SH_MADE
set -euo pipefail
cd "$(dirname "$0")/.."
dist=$(realpath "$1")
wheel=$(echo "$dist"/b1check-*.whl)
sdist=$(echo "$dist"/b1check-*.tar.gz)
root=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
unset PYTHONDONTWRITEBYTECODE PYTHONPATH
(cd "$dist" && sha256sum --check --quiet SHA256SUMS)

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

same() { # a name, its value, and of what it is
  declare -n first_value="first_$1"
  if [ "${first_value:=$2}" != "$2" ]; then
    echo "$3 gives another $1 than the first" >&2
    exit 1
  fi
}

megabytes() { du -sm --apparent-size "$@" | cut -f1; }
pip_quietly() { "$bin/pip" install --quiet --disable-pip-version-check "$@"; }

use() { # as a user does
  expect "‘Indien’ is een formeel woord" bash -c "printf 'Indien u vragen heeft, kunt u ons bellen.' | '$bin/b1check' check - --stdin-name brief.txt"
  expect "^b1check $(basename "$wheel" | cut -d- -f2)$" "$bin/b1check" --version
  expect "van b1check" "$bin/b1check" --version --verbose
  expect "^b1check " "$bin/b1check-lsp" --version
  "$bin/python" "$root/release/ask_server.py" "$bin/b1check-lsp"
}

report() { # the hash of all we say about the sample letters
  "$bin/b1check" check "$work/letters" --no-config --no-cache --format json --fail-on geen --output "$work/report.json"
  sha256sum <"$work/report.json"
}

files() { # the hash of the list of files that pip wrote, each with its hash
  # Not the folder with metadata: that says where it came from.
  grep -hE '^(b1check|lsp_server)/' "$work/$version"/lib/python*/site-packages/b1check-*.dist-info/RECORD | grep -v __pycache__ | sort | sha256sum
}

# A copy, so that nobody changes them meanwhile; of the texts only the first letters, because all of them take minutes.
mkdir "$work/letters"
find corpora/brieven -type f -not -name '?-*.txt' -exec cp {} "$work/letters" ';'

first=yes
while read -r -u 3 version python; do
  "$python" -m venv "$work/$version"
  bin="$work/$version/bin"
  before=$(megabytes "$work/$version")
  # Only wheels: where one is missing pip would need a compiler, and a municipality has none.
  pip_quietly --only-binary :all: "${wheel}[lsp]"
  size=$(($(megabytes "$work/$version") - before))
  cd "$work" # outside the checkout, so that nothing of it is used
  use
  told=$(report)
  same reports "$told" "Python $version"
  written=$(files)
  same files "$written" "the wheel on Python $version"
  "$bin/python" "$root/release/bill.py" "$dist/b1check.cdx.json"
  if [ -n "$first" ]; then
    pip_quietly "$root/docs/voorbeelden/plugin[test]"
    cp -r "$root/docs/voorbeelden/plugin/tests" "$work/plugin_tests"
    "$bin/python" -m pytest -q --rootdir "$work" "$work/plugin_tests"
  fi
  pip_quietly --no-deps --force-reinstall "$sdist"
  use
  written=$(files)
  same files "$written" "the sdist on Python $version"
  echo "Python $version: the wheel takes $size MB with bytecode, all from wheels; the sdist gives the same files; both work"
  if [ -n "$first" ]; then
    "$root/release/tagged.sh" "$bin"
    first=""
  fi
  cd "$root"
  rm -rf "${work:?}/$version" # 300 MB each
done 3< <(release/pythons.sh)
if [ -n "$first" ]; then
  echo "there is no Python here to try the release on" >&2
  exit 1
fi
