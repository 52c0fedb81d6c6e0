#!/bin/sh
# See that the programs the tests drive are there. Root on Debian: install what is missing.
# Anyone else: name what is missing and how to get it, and stop.
set -eu
list="$(dirname "$0")/system-packages.txt"

missing_packages() {
    sed 's/#.*//' "$list" | while read -r package _; do
        [ -z "$package" ] && continue
        status=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true)
        [ "$status" = installed ] || printf '%s ' "$package"
    done
}

missing_commands() {
    sed 's/#.*//' "$list" | while read -r package command; do
        [ -z "$command" ] || command -v "$command" >/dev/null || printf '%s (%s) ' "$command" "$package"
    done
}

if ! command -v dpkg-query >/dev/null; then
    missing=$(missing_commands)
    [ -z "$missing" ] && exit 0
    echo "make test needs these commands (in brackets the Debian package): $missing" >&2
    echo "install them with your package manager, or run make test on Debian" >&2
    exit 1
fi

missing=$(missing_packages)
[ -z "$missing" ] && exit 0
if [ "$(id -u)" -ne 0 ]; then
    echo "make test needs these packages: $missing" >&2
    echo "install them with: sudo apt-get install --no-install-recommends $missing" >&2
    exit 1
fi
echo "installing $missing"
export DEBIAN_FRONTEND=noninteractive
apt-get -qq -o DPkg::Lock::Timeout=300 update
# shellcheck disable=SC2086
apt-get -qq -y -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 install --no-install-recommends $missing </dev/null >/dev/null
