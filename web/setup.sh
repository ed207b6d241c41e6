#!/bin/sh
# Installs Chromium for the browser tests where none is there, from the distribution's packages.
set -eu

for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable; do
  if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then exit 0; fi
done

if ! command -v apt-get >/dev/null 2>&1; then
  echo "Install Chromium, or name one in CHROMIUM: the browser tests need it." >&2
  exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "Install Chromium as root (apt-get install chromium): the browser tests need it." >&2
    exit 1
  fi
  as_root=sudo
fi
echo "installing Chromium" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
