#!/usr/bin/env bash
# The heavy proofs: tests that drive programs which are no Python packages (a browser, editors, LanguageTool).
# Installs what it can; a proof whose parts cannot be had is skipped, and says why.
# Downloads are kept in B1CHECK_CACHE, outside the checkout, so that the next run has them.
#
# Usage: .ci/proofs.sh PATH_TO_BIN_OF_THE_VIRTUAL_ENVIRONMENT [arguments for pytest]
set -euo pipefail
cd "$(dirname "$0")/.."
bin=$1
shift
export B1CHECK_CACHE="${B1CHECK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/b1check-ci}"
mkdir -p "$B1CHECK_CACHE"

# Debian's packages, by the command that each gives. Not being root, or not on Debian, only costs the proofs that need them.
missing=()
for pair in chromium:chromium nvim:neovim emacs:emacs-nox java:default-jre-headless mvn:maven; do
  command -v "${pair%%:*}" >/dev/null || missing+=("${pair##*:}")
done
[ -e /usr/share/emacs/site-lisp/elpa-src ] && ls /usr/share/emacs/site-lisp/elpa-src | grep -q '^eglot' || missing+=(elpa-eglot)
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    apt-get update -qq || true
    for package in "${missing[@]}"; do # one by one: a package that is not to be had must not cost the others
      DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1 ||
        echo "could not install $package"
    done
  else
    echo "not installed, and this is no Debian on which we are root: ${missing[*]}"
  fi
fi

"$bin/pip" install --quiet -e '.[proofs]' || echo "could not install the extra 'proofs'; what needs it is skipped"
"$bin/pytest" -m proof -rs "$@" || { code=$?; [ $code -eq 5 ] || exit $code; }
