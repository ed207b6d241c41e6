#!/bin/sh
# Installs what the tests need and where it is missing, from the distribution's packages: Chromium for the browser tests and a
# font for their pictures, a C compiler for Go's race detector. With "recipes" also the site generators of docs/embedding; their
# tests are skipped where these can't be had. With "browsers" Firefox and WebKit, for web/browsers.
set -eu

have() { command -v "$1" >/dev/null 2>&1; }

missing=""
for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable none; do
  if [ "$name" = none ]; then missing="chromium"; elif [ -n "$name" ] && have "$name"; then break; fi
done
# The golden pictures of web/e2e are of this font.
if ! fc-list 2>/dev/null | grep -q DejaVuSans-Bold; then missing="$missing fonts-dejavu-core fontconfig"; fi
if ! have "${CC:-gcc}" && ! have clang; then missing="$missing gcc libc6-dev"; fi
if [ "${1:-}" = recipes ] && have apt-get; then
  for pair in hugo:hugo mkdocs:mkdocs-material sphinx-build:python3-sphinx jekyll:jekyll jupyter-nbconvert:jupyter-nbconvert; do
    have "${pair%%:*}" || missing="$missing ${pair#*:}"
  done
fi
if [ "${1:-}" = browsers ] && have apt-get; then
  have "${FIREFOX:-firefox-esr}" || have firefox || missing="$missing firefox-esr"
  have "${WEBKIT_DRIVER:-WebKitWebDriver}" || missing="$missing webkit2gtk-driver"
  have Xvfb || missing="$missing xvfb"
fi
[ -n "$missing" ] || exit 0

if ! have apt-get; then
  echo "Install these by hand, the tests need them: $missing" >&2
  exit 1
fi

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! have sudo; then
    echo "Install these as root, the tests need them: apt-get install $missing" >&2
    exit 1
  fi
  as_root=sudo
fi
echo "installing $missing" >&2
$as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq
# shellcheck disable=SC2086 # one word a package
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
