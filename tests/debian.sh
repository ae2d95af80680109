#!/bin/sh
# Installs the Debian packages that the tests call, with `audit` those of the other engines that learners have;
# silent and without effect where they are there.
set -eu

missing=''
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need chromium-headless-shell chromium-headless-shell
need xmllint libxml2-utils
need zip zip
need unzip unzip
need python3 python3
# What the measured Python tool is installed with.
python3 -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
# A font with a MATH table, so that formulas are laid out as on a learner's machine.
[ -n "$(find /usr/share/fonts -iname '*stix*math*' 2>/dev/null | head -n 1)" ] || missing="$missing fonts-stix"

if [ "${1:-}" = audit ]; then
    need firefox-esr firefox-esr
    need WebKitWebDriver webkit2gtk-driver
    need Xvfb xvfb
fi

[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "these Debian packages are missing:$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
# shellcheck disable=SC2086 # a list of names
apt-get install --quiet=2 --yes --no-install-recommends $missing
