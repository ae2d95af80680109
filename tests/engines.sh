#!/bin/sh
# Installs the other engines that `make audit` drives; silent and without effect where they are there.
set -eu

missing=''
need() { command -v "$1" >/dev/null 2>&1 || missing="$missing $2"; }
need firefox-esr firefox-esr
need WebKitWebDriver webkit2gtk-driver
need Xvfb xvfb

[ -n "$missing" ] || exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "these Debian packages are missing:$missing" >&2
    exit 1
fi
export DEBIAN_FRONTEND=noninteractive
apt-get update --quiet=2
# shellcheck disable=SC2086 # a list of names
apt-get install --quiet=2 --yes --no-install-recommends $missing
