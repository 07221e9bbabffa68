# Needs only Python 3.11 or newer and make. `make run` shows what claimtrack does, `make test` checks
# it. PYTHON=… chooses the interpreter, EXTRA=… passes options to pytest, JOBS=… sets the number of
# test processes (0: run in this one).
#
# Everything is installed from the locks in requirements/, each file by its checksum, so that a new
# release of a dependency changes nothing here until `make lock`.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
LOW := .venv/lowest
DOCS := .venv/docs
EXTRA ?=
JOBS ?= auto
ROOM ?= conflicts
SAMPLE ?= 200
INSTALL = -m pip install --quiet --disable-pip-version-check
LOCKED = $(INSTALL) --no-deps --require-hashes --requirement
ITSELF = $(INSTALL) --no-deps --no-build-isolation --editable .
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--custom-compile-command "make lock" pyproject.toml -
BUILD = import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")

.PHONY: run test thorough browser lowest lint docs lock bench mutate clean

run: .venv/installed
	@mkdir -p scratch
	@rm -f scratch/claims.yaml
	$(BIN)/claimtrack ingest data/articles --ledger scratch/claims.yaml
	$(BIN)/claimtrack conflicts --ledger scratch/claims.yaml

test: .venv/developing lint
	$(BIN)/python -m pytest -n $(JOBS) $(EXTRA)

# The same with four times as many examples for the laws of the ledger and of comparing.
thorough: export THOROUGH = yes
thorough: test

# The browser for the tests of the report, if it can be installed; without it they are skipped.
browser:
	@sh scripts/browser.sh

# Tests with the lowest versions that pyproject.toml allows what hangs on them: how commands are called
# and what they print, how a ledger is read and written, days, and web pages. Which operations on files
# a write takes, what the index remembers, and how much memory an archive needs hang on Python alone.
lowest: $(LOW)/installed
	$(LOW)/bin/claimtrack --version
	$(LOW)/bin/python -m pytest -n $(JOBS) $(filter-out tests/test_cli_archives.py,$(wildcard tests/test_cli*.py)) \
		tests/ledger --ignore=tests/ledger/files --ignore=tests/ledger/index \
		tests/render tests/test_html.py tests/test_when.py $(EXTRA)

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# Builds the pages of docs/ as a site in build/site; open index.html there.
docs: $(DOCS)/installed
	NO_MKDOCS_2_WARNING=1 $(DOCS)/bin/mkdocs build --strict --quiet

# Writes four locks: for running, for development and for the site (with the same versions), and the
# lowest versions allowed. A package keeps its version as long as its range allows; EXTRA=--upgrade
# takes the newest versions; the lowest are always resolved anew.
lock: .venv/bin/python
	$(BIN)/python $(INSTALL) 'uv>=0.8,<1'
	$(BIN)/python -c '$(BUILD)' | $(COMPILE) --extra dev --output-file requirements/dev.lock $(EXTRA)
	$(BIN)/python -c '$(BUILD)' | $(COMPILE) --constraint requirements/dev.lock \
		--output-file requirements/run.lock $(EXTRA)
	$(BIN)/python -c '$(BUILD)' | $(COMPILE) --extra docs --constraint requirements/dev.lock \
		--output-file requirements/docs.lock $(EXTRA)
	$(BIN)/python -c '$(BUILD)' | $(COMPILE) --extra test --resolution lowest-direct --upgrade \
		--output-file requirements/lowest.lock

bench: .venv/developing
	$(BIN)/python benchmarks/startup.py

# Changes a room (a package of claimtrack) in one place at a time and lists the changes that no test
# notices.
mutate: .venv/developing
	$(BIN)/python scripts/mutate.py $(ROOM) --sample $(SAMPLE) $(EXTRA)

clean:
	rm -rf .venv build dist scratch *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "claimtrack needs Python 3.11 or newer on the PATH" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml requirements/run.lock
	$(BIN)/python $(LOCKED) requirements/run.lock
	$(BIN)/python $(ITSELF)
	@touch $@

.venv/developing: .venv/bin/python pyproject.toml requirements/dev.lock
	$(BIN)/python $(LOCKED) requirements/dev.lock
	$(BIN)/python $(ITSELF)
	@touch $@ .venv/installed

$(LOW)/installed: .venv/bin/python pyproject.toml requirements/lowest.lock
	$(BIN)/python -m venv $(LOW)
	$(LOW)/bin/python $(LOCKED) requirements/lowest.lock
	$(LOW)/bin/python $(ITSELF)
	@touch $@

$(DOCS)/installed: .venv/bin/python pyproject.toml requirements/docs.lock
	$(BIN)/python -m venv $(DOCS)
	$(DOCS)/bin/python $(LOCKED) requirements/docs.lock
	@touch $@
