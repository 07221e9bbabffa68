#!/bin/sh
# Installs Debian's chromium, in which tests look at the report, where it is missing and this is
# root on a Debian: at most a minute. What fails is one line here; the tests then skip and say why.
set -u

without() {
	echo "browser: $1; the tests that look at a report are skipped"
	exit 0
}

if command -v chromium >/dev/null || command -v chromium-browser >/dev/null; then exit 0; fi
command -v apt-get >/dev/null && command -v timeout >/dev/null ||
	without "chromium is missing, and there is no apt-get"
[ "$(id -u)" = 0 ] || without "chromium is missing (apt-get install chromium)"

export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
trap 'rm -f "$log"' EXIT

# Fetching and installing apart: what is cut off while it fetches leaves nothing half installed.
install="apt-get install --yes --no-install-recommends -o DPkg::Lock::Timeout=5 chromium"
bounded() {
	timeout -k 2 "$1" sh -c "$2" </dev/null >>"$log" 2>&1
}
bounded 35 "apt-get update && $install --download-only" ||
	without "chromium cannot be fetched ($(tail -n 1 "$log"))"
bounded 25 "$install" || without "chromium cannot be installed ($(tail -n 1 "$log"))"
