#!/usr/bin/env bash
# Tries that the version is the tag in git: makes a release v9.9.9 of the last commit in a clone, and installs it in an
# environment that holds what b1check needs. The checkout itself gets no tag.
#
# Usage: release/tagged.sh PATH_TO_BIN_OF_THE_VIRTUAL_ENVIRONMENT
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$(realpath "$1")
version=9.9.9
if ! git rev-parse --verify --quiet HEAD >/dev/null; then
  echo "skipped: a version from a tag, because this is no checkout of git with a commit"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet --no-local . "$work/clone"
git -C "$work/clone" -c user.name=b1check -c user.email=b1check@example.org tag -a "v$version" -m "b1check $version"
"$work/clone/release/build.sh" "$work/dist" --packages-only >"$work/build.txt" || { cat "$work/build.txt" >&2; exit 1; }
for file in "b1check-$version-py3-none-any.whl" "b1check-$version.tar.gz"; do
  if [ ! -e "$work/dist/$file" ]; then
    echo "the tag v$version gave no $file, but $(ls "$work/dist")" >&2
    exit 1
  fi
done
"$bin/pip" install --quiet --disable-pip-version-check --no-deps --force-reinstall "$work/dist/b1check-$version-py3-none-any.whl"
cd "$work"
for said in "$("$bin/b1check" --version)" "$("$bin/b1check" --version --verbose | head -n 1)" "$("$bin/b1check-lsp" --version)"; do
  if [ "$said" != "b1check $version" ]; then
    echo "made from the tag v$version, and says: $said" >&2
    exit 1
  fi
done
echo "the tag v$version gives b1check $version: the wheel, the sdist, --version and the language server"
