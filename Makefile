# asyncplay: `make run` shows the page, `make test` proves it. Needed beforehand: Go, Node, npm and make; on a system with
# apt-get the targets install the rest themselves.

SHELL := /bin/bash
DIST  := dist
WASM_TEST_PACKAGES = $(shell go list ./runtime/...)
IN_NODE = -exec "$$(go env GOROOT)/lib/wasm/go_js_wasm_exec"
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
# Programs and fuzz targets may need more than Go's default; the whole of `make test` stays below a quarter of an hour.
TEST_TIMEOUT := 10m

.PHONY: build run install release check test test-go test-race test-wasm test-e2e test-recipes test-browsers vet bench conformance record screenshots fuzz setup setup-recipes setup-browsers clean

# BASE is where the site will be, as in BASE=https://example.org/asyncplay/: for the sitemap, feeds and canonical links.
BASE :=
build: web/node_modules
	go run ./web/build -out $(DIST) -base "$(BASE)"

run: build
	go run ./cmd/asyncplay serve -dir $(DIST)

# The page within the command: what `asyncplay build` and `asyncplay serve --lessons` need. Lessons are written anew each time.
BUNDLED := web/bundled/files
$(BUNDLED)/index.html: build
	find $(BUNDLED) -mindepth 1 ! -name README.md -delete
	cp -R $(DIST)/. $(BUNDLED)/
	rm -rf $(BUNDLED)/lessons $(BUNDLED)/sitemap.xml $(BUNDLED)/robots.txt $(BUNDLED)/.asyncplay

# One command that holds everything, in Go's directory of binaries.
install: $(BUNDLED)/index.html
	CGO_ENABLED=0 go install -trimpath -ldflags "-s -w" ./cmd/asyncplay

# The same for other machines, in release/.
RELEASES := linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64
release: $(BUNDLED)/index.html
	@set -e; mkdir -p release; for target in $(RELEASES); do \
	  os=$${target%/*}; arch=$${target#*/}; out=release/asyncplay-$$os-$$arch; if [ $$os = windows ]; then out=$$out.exe; fi; \
	  echo $$out; CGO_ENABLED=0 GOOS=$$os GOARCH=$$arch go build -trimpath -ldflags "-s -w" -o $$out ./cmd/asyncplay; \
	done

# Every program of the course does what its lesson says.
check:
	go run ./cmd/asyncplay check web/lessons

test: setup vet check build test-go test-race test-wasm test-e2e

vet: web/node_modules
	@unformatted=$$(gofmt -l app cmd docs runtime web/browsers web/build web/bundled web/e2e web/lesson web/lessons web/site web/still web/styles); test -z "$$unformatted" || { echo "gofmt needed: $$unformatted"; exit 1; }
	go vet ./...
	GOOS=js GOARCH=wasm go vet ./app/... ./cmd/... ./runtime/...
	go run $(STATICCHECK) ./...

# Everything that needs no browser. -count=1 would waste the cache: these tests depend on nothing but files of the module.
test-go:
	go test -timeout $(TEST_TIMEOUT) $$(go list ./... | grep -v -e /web/e2e -e /web/browsers)

# The engine promises many runs side by side in one process, so it is tested with the race detector.
test-race:
	go test -race -short -timeout $(TEST_TIMEOUT) ./runtime/...

# The same engine, as WebAssembly in Node: int sizes, stack depth and timing differ there.
test-wasm:
	GOOS=js GOARCH=wasm go test -short -timeout $(TEST_TIMEOUT) $(IN_NODE) $(WASM_TEST_PACKAGES)

# The site generators of docs/embedding, each with its recipe, in Chromium. test-e2e runs the same tests, for the generators that
# could be installed.
RECIPE_PACKAGES := docs/embedding/docusaurus/node_modules
test-recipes: setup-recipes build
	ASYNCPLAY_DIST=$(CURDIR)/$(DIST) go test -count=1 -timeout $(TEST_TIMEOUT) ./web/e2e -run Recipe

$(RECIPE_PACKAGES): docs/embedding/docusaurus/package-lock.json
	cd docs/embedding/docusaurus && npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

# The built site in Chromium.
test-e2e: setup-recipes
	ASYNCPLAY_DIST=$(CURDIR)/$(DIST) go test -count=1 -timeout $(TEST_TIMEOUT) ./web/e2e

# The built site in Firefox and in WebKit, the engine of Safari. One that can't be installed is skipped, and says so.
test-browsers: setup-browsers build
	set -o pipefail; ASYNCPLAY_DIST=$(CURDIR)/$(DIST) go test -count=1 -timeout $(TEST_TIMEOUT) -v ./web/browsers | grep -v '^=== '

# Figures, for docs/performance.md. The site must be fresh, the machine quiet.
bench: setup build
	go test -run '^$$' -bench . -benchmem ./runtime/... ./app/...
	GOOS=js GOARCH=wasm go test -run '^$$' -bench Documentation -benchtime 300x $(IN_NODE) ./runtime
	GOOS=js GOARCH=wasm go test -run '^$$' -bench Suspended -benchtime 1x $(IN_NODE) ./runtime
	ASYNCPLAY_DIST=$(CURDIR)/$(DIST) go test -count=1 -run '^$$' -bench . -benchtime 5x ./web/e2e
	ASYNCPLAY_DIST=$(CURDIR)/$(DIST) go test -count=1 -run '^$$' -bench . -benchtime 3x ./web/browsers

# Takes the pictures of README.md and docs/guide.md anew, in docs/images.
screenshots: setup build
	ASYNCPLAY_DIST=$(CURDIR)/$(DIST) ASYNCPLAY_IMAGES=$(CURDIR)/docs/images go test -count=1 -timeout $(TEST_TIMEOUT) ./web/e2e -run TestPicturesOfTheGuide

# CPython's own tests of asyncio, from an installed CPython 3.13 with its package test. Fails when a case passes or fails
# against runtime/conformance/reasons.txt.
conformance:
	go run ./runtime/conformance -python python3.13 -docs docs/conformance.md

# Records the expected output of the programs in testdata with the real CPython under the virtual clock.
record:
	python3.13 testdata/record.py

# Each fuzz target for FUZZTIME, and random programs compared with CPython 3.13, which are skipped where it is not installed.
FUZZTIME := 30s
RANDOM_FROM := 0
RANDOM_PROGRAMS := 2000
fuzz:
	go run ./runtime/randprog/randprog -from $(RANDOM_FROM) -count $(RANDOM_PROGRAMS) -shrink
	go run ./runtime/randprog/randprog -from $(RANDOM_FROM) -count $$(( $(RANDOM_PROGRAMS) / 4 )) -events -shrink
	@set -e; for package in $$(go list ./runtime/...); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    echo "$$package $$target"; go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) $$package; \
	  done; \
	done

setup: web/node_modules
	@web/setup.sh

setup-recipes: setup
	@web/setup.sh recipes && $(MAKE) --no-print-directory $(RECIPE_PACKAGES) || \
	  echo "some site generators could not be installed: their tests are skipped" >&2

setup-browsers: setup
	@web/setup.sh browsers || echo "Firefox or WebKit could not be installed: their tests are skipped" >&2

web/node_modules: web/package.json web/package-lock.json
	cd web && npm ci --ignore-scripts --no-audit --no-fund
	@touch web/node_modules

clean:
	rm -rf $(DIST) $(DIST).new $(DIST).old .build release web/node_modules
	find $(BUNDLED) -mindepth 1 ! -name README.md -delete
