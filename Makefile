# Needs nothing but Python 3.11 or newer and make. `make run` shows what this does, `make test`
# checks it. PYTHON=… picks the interpreter, EXTRA=… passes options to pytest.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
BIN := .venv/bin
EXTRA ?=

.PHONY: run test lint bench clean

run: .venv/installed
	@mkdir -p scratch
	@rm -f scratch/claims.yaml
	$(BIN)/claimtrack ingest data/articles --ledger scratch/claims.yaml
	$(BIN)/claimtrack conflicts --ledger scratch/claims.yaml

test: .venv/developing lint
	$(BIN)/python -m pytest $(EXTRA)

lint: .venv/developing
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: .venv/developing
	$(BIN)/python benchmarks/startup.py

clean:
	rm -rf .venv build dist scratch *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@test -n "$(PYTHON)" || { echo "claimtrack needs Python 3.11 or newer on the PATH" >&2; exit 1; }
	$(PYTHON) -m venv .venv

.venv/installed: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

.venv/developing: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ .venv/installed
