# Entente: `make run` opens the window on the sample library, `make test` proves that it works.
# Everything needs Go, git and make; what the window needs besides is found and installed by .ci/scripts/setup.

GO ?= go
VERSION ?= $(shell git describe --tags --always --dirty 2>/dev/null || echo dev)
LDFLAGS = -s -w -X main.version=$(VERSION)
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.8.2
PREFIX ?= /usr/local
# The window's packages print calls from the wrong thread unless this tag says that there are none.
RELEASE = -tags migrated_fynedo

.PHONY: help run build headless install test check format vet lint race imports e2e bench generate setup clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## open the window on the sample library; without a display, draw its map instead
	@GO="$(GO)" VERSION="$(VERSION)" .ci/scripts/run

setup: ## find and install the C headers and libraries that the window needs
	@.ci/scripts/setup

build: setup ## build/entente, with the window
	CGO_ENABLED=1 $(GO) build $(RELEASE) -trimpath -ldflags '$(LDFLAGS)' -o build/entente .

headless: ## build/entente-headless, the command line alone: one static file, no C needed
	CGO_ENABLED=0 $(GO) build -trimpath -ldflags '$(LDFLAGS)' -o build/entente-headless .

install: build ## copy the program, its menu entry and its icon below PREFIX (/usr/local)
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" .ci/scripts/install

test: ## every test; needs no display and no C library
	CGO_ENABLED=0 $(GO) test ./...

check: format vet lint imports race ## gofmt, vet, staticcheck, the direction of imports, and the race detector

format:
	@wrong=$$(gofmt -l $$(git ls-files -co --exclude-standard '*.go')); \
	if [ -n "$$wrong" ]; then echo "gofmt would change:"; echo "$$wrong"; exit 1; fi

vet:
	CGO_ENABLED=0 $(GO) vet ./...
	CGO_ENABLED=0 $(GO) vet -tags e2e ./app/e2e/

lint:
	CGO_ENABLED=0 $(GO) run $(STATICCHECK) -tags e2e ./...

imports:
	CGO_ENABLED=0 $(GO) test -count=1 -run 'Imports' .

# The race detector needs cgo and a C compiler, but the tag keeps the window's driver, and with it OpenGL, out of the build.
race:
	CGO_ENABLED=1 $(GO) test -race -short -timeout 20m -tags headless ./...

e2e: ## drive the real window under a virtual display, by pointer and keys
	@.ci/scripts/setup e2e
	$(GO) test -tags e2e -count=1 -timeout 15m -v ./app/e2e/

bench: ## every benchmark, with allocations
	CGO_ENABLED=0 $(GO) test -run '^$$' -bench . -benchmem ./...

generate: ## make the embedded files anew from their pinned sources
	$(GO) generate ./assets

clean: ## remove what was built
	rm -rf build
