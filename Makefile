# The user's two commands are `make brief` and `make test`; `make help` lists the rest.
# Everything lands in .venv and, for the model, in the user's cache folder; `make clean` removes .venv and out.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
REPORT ?= seeds/dalian-2023.txt
OUT ?= out
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# With its defaults this package builds llama.cpp's tests and examples as well, on all cores, for a quarter of an hour.
LLAMA_FLAGS := -DLLAMA_BUILD_TESTS=OFF -DLLAMA_BUILD_EXAMPLES=OFF -DLLAMA_OPENSSL=OFF -DLLAMA_USE_PREBUILT_UI=OFF
LLAMA_JOBS ?= 2
SETS ?= $(notdir $(patsubst %/set.toml,%,$(wildcard prompts/*/set.toml)))
UV_VERSION := 0.13.9
FUZZ_SECONDS ?= 600
TEST_JOBS ?= 2

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help brief replay pictures compare test check install local record schema bench live drill fuzz lock clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 18

brief: local ## REPORT=seeds/x.txt: print its bilingual brief and write OUT/x.md and OUT/x.json; sets up all it needs
	@$(BIN)/govbrief summarize $(REPORT) --out $(OUT) --format md,json || [ $$? -eq 1 ]  # 1: there are findings to review

replay: install ## the same brief from recorded answers, in a second or two
	@$(BIN)/govbrief summarize $(REPORT) --replay cassettes --out $(OUT) --format md,json || [ $$? -eq 1 ]

pictures: $(VENV)/.dev ## renew the pictures of README from recorded answers; needs Chromium and LibreOffice
	$(BIN)/python -m tests.bench.pictures

compare: $(VENV)/.dev ## all prompt sets on the five seeds, from recorded answers; renews the table in README.md
	$(BIN)/python -m tests.bench.sets --write
	$(BIN)/python -m tests.bench.beginnings >/dev/null

test: $(VENV)/.dev ## all tests; no model, no network
	$(BIN)/python -m pytest -q -n $(TEST_JOBS)

check: $(VENV)/.dev ## linter, formatter, types, import contracts
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

install: $(VENV)/.installed ## .venv/bin/govbrief, from the hashed lock file

local: $(VENV)/.installed ## the embedded model: llama-server (built unless there is one on PATH) and its weights
	@[ -n "$$GOVBRIEF_LLAMA_SERVER" ] || command -v llama-server >/dev/null || $(MAKE) --no-print-directory $(VENV)/.llama
	@$(BIN)/govbrief model fetch >/dev/null

record: $(VENV)/.dev local ## SETS="default ...": ask the embedded model again and renew the cassettes of all seeds
	@for set in $(SETS); do \
		$(BIN)/govbrief summarize seeds/*.txt --prompts $$set --record cassettes --out $(OUT)/record/$$set --format md,json \
			|| [ $$? -eq 1 ] || exit; \
	done
	$(MAKE) --no-print-directory compare

schema: $(VENV)/.installed ## renew the published form of a brief from its models
	@$(BIN)/python -c 'import json; from govbrief_schemas.brief import Brief; print(json.dumps(Brief.model_json_schema(by_alias=True), ensure_ascii=False, indent=2))' > schemas/govbrief_schemas/brief.schema.json

bench: $(VENV)/.dev local ## reading in every layout, planted errors found, speed of the check, time of one brief, and how much is not the model
	$(BIN)/python -m tests.bench.reading
	$(BIN)/python -m tests.bench.corruptions
	$(BIN)/python -m tests.bench.wordspeed
	$(BIN)/python -m tests.bench.brief

live: $(VENV)/.dev local ## tests that run the real model
	$(BIN)/python -m pytest -q -m live

drill: $(VENV)/.dev ## break things on purpose, on loopback servers: minutes, not hours; renews docs/reliability.md
	$(BIN)/python -m tests.drills --write

fuzz: $(VENV)/.fuzz ## property tests with many more cases, then FUZZ_SECONDS=600 of coverage-guided fuzzing
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest -q tests/property
	@$(BIN)/python -m tests.fuzz.seeds $(OUT)/fuzz/corpus
	$(BIN)/python -m tests.fuzz.fuzz_outline -max_total_time=$(FUZZ_SECONDS) -timeout=60 -rss_limit_mb=1000 \
		-max_len=8192 -artifact_prefix=$(OUT)/fuzz/ $(OUT)/fuzz/corpus tests/documents

# What follows makes the stamps that the verbs above depend on: a second run finds them and starts at once.

$(VENV)/.created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.11 ...")'
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.installed: requirements.lock pyproject.toml $(VENV)/.created
	@echo "Installing govbrief into $(VENV) ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the development tools ..."
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

# Coverage-guided fuzzing has wheels for Linux on x86-64 alone, so nothing but `make fuzz` asks for it.
$(VENV)/.fuzz: requirements-fuzz.lock $(VENV)/.dev
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-fuzz.lock
	@touch $@

# make's own variables would reach the make that builds llama.cpp, so they are taken away.
$(VENV)/.llama: requirements-local.lock requirements-local-build.lock | $(VENV)/.installed
	@echo "Building llama-server, a few minutes ..."
	@$(PIP) install --require-hashes --only-binary :all: -r requirements-local-build.lock
	@env -u MAKEFLAGS -u MFLAGS -u MAKELEVEL PATH="$(CURDIR)/$(BIN):$$PATH" \
		LLAMA_CPP_BUILD_JOBS="$(LLAMA_JOBS)" CMAKE_ARGS="$(LLAMA_FLAGS)" \
		$(PIP) install --require-hashes --no-build-isolation -r requirements-local.lock
	@touch $@

# uv resolves for every platform and Python at once, and reads no pip settings, so no machine's own index leaks in.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	--no-header --no-annotate --upgrade
lock: $(VENV)/.created ## renew the lock files from pyproject.toml
	$(PIP) install uv==$(UV_VERSION)
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - -o requirements.lock
	printf 'hatchling\neditables\n' | $(LOCK) pyproject.toml - --group dev -c requirements.lock -o requirements-dev.lock
	$(LOCK) --group fuzz -o requirements-fuzz.lock
	sed -n 's/^local = \["\(.*\)"\]/\1/p' pyproject.toml | $(LOCK) - -o requirements-local.lock
	printf 'setuptools>=77\nsetuptools-scm>=8\nwheel\ncmake\n' | $(LOCK) - -o requirements-local-build.lock

clean: ## remove .venv and out; the model stays in the cache folder
	rm -rf $(VENV) $(OUT)
