# `make chat` and `make test` set up everything they need, in .venv, from a fresh checkout.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: chat test lint slow check durability bench recordings transcript clean

chat: $(VENV)/.ready
	@$(BIN)/debrief chat

test: $(VENV)/.ready-dev
	$(BIN)/pytest -q -n auto -m "not slow"

lint: $(VENV)/.ready-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

slow: $(VENV)/.ready-dev
	$(BIN)/pytest -q -n auto -m slow

check: lint test slow

durability: $(VENV)/.ready-dev
	DEBRIEF_TEST_SEEDS=200 $(BIN)/pytest -q -n auto tests/durability

bench: $(VENV)/.ready-dev
	$(BIN)/python -m tests.benchmarks

recordings: $(VENV)/.ready-dev
	$(BIN)/python -m tests.recordings

transcript: $(VENV)/.ready-dev
	$(BIN)/python -m tests.transcript > /dev/null

clean:
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Debrief needs Python 3.11 or newer. Give another one: make PYTHON=python3.12 chat"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python's venv is missing. On Debian and Ubuntu: apt-get install python3-venv"; exit 1; }

$(VENV)/.ready: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Setting up Debrief in $(VENV) ..."
	@$(PIP) --editable .
	@touch $@

$(VENV)/.ready-dev: $(VENV)/bin/python pyproject.toml constraints.txt
	@echo "Setting up Debrief and its tools in $(VENV) ..."
	@$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.ready
