#!/usr/bin/env bash
# Prints the Pythons that b1check must run on and that are here: for each version a line with the version and the program.
# A version that is not here is named on standard error, as skipped.
set -euo pipefail

for version in 3.11 3.12 3.13; do
  found=""
  for program in "python$version" python3 "$HOME/.pyenv/versions/$version".*/bin/python /opt/hostedtoolcache/Python/"$version".*/x64/bin/python; do
    # A name on PATH may be a shim of pyenv, which fails where the version is not chosen.
    if "$program" -c "import sys, venv, ensurepip; sys.exit('%d.%d' % sys.version_info[:2] != '$version')" >/dev/null 2>&1; then
      found=$(command -v "$program")
      break
    fi
  done
  if [ -n "$found" ]; then
    echo "$version $found"
  else
    echo "skipped: Python $version, because it is not on this computer" >&2
  fi
done
