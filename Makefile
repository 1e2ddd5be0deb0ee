# `make` prints this list. VENV is made on first use; PY=... runs with another Python that has the dev dependencies.
VENV ?= .venv
PY ?= $(VENV)/bin/python
BASE_PYTHON ?= python3
export PYTHONPATH := $(CURDIR)/src:$(CURDIR)

.DEFAULT_GOAL := help
.PHONY: help setup demo test test-all lint types layers check docs regold eval floors model bench clean

help: ## print this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

setup: $(VENV)/.done ## make the virtual environment (only PyPI is needed)

$(VENV)/.done: pyproject.toml
	@test "$(PY)" != "$(VENV)/bin/python" || { \
	  $(BASE_PYTHON) -m venv $(VENV) && \
	  $(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' && \
	  touch $@; }

demo: setup ## read an invented report (table, and a page in out/demo.html); then lay 36 invented reports side by side
	@mkdir -p out && rm -rf out/demo.db*
	$(PY) -m onrecord read examples/reports/tellmere-market.txt
	$(PY) -m onrecord read examples/reports/tellmere-market.txt --format html --out out/demo.html
	@echo "The same record as a page: out/demo.html"
	$(PY) -m onrecord add examples/ledger/reports --ledger out/demo.db >out/demo.log 2>&1 || { cat out/demo.log; exit 1; }
	@tail -n 1 out/demo.log
	$(PY) -m onrecord tallies --ledger out/demo.db --place Tamaradant
	$(PY) -m onrecord disputes --ledger out/demo.db
	@echo "The ledger: out/demo.db. Ask it more: onrecord timeline|negotiation|speakers|search|show --ledger out/demo.db"

test: setup ## run the tests (slow ones aside)
	$(PY) -m pytest -m 'not slow'

test-all: setup ## run every test, the slow ones too
	$(PY) -m pytest

lint: setup ## Ruff: style and format
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: setup ## mypy --strict on src
	$(PY) -m mypy

layers: setup ## imports run one way
	$(dir $(PY))lint-imports

check: lint types layers ## all three

docs: setup ## rewrite the pages that are made from the code
	$(PY) docs/make_reference.py

regold: setup ## rewrite the golden records; read the diff
	$(PY) -m pytest tests/corpus --regold

eval: setup ## every score beside what it is held against
	$(PY) -m onrecord eval reader
	$(PY) -m onrecord eval stages

floors: setup ## no score on a fixed small part of the marked texts may sink below eval/floors.json
	$(PY) -m onrecord eval reader --floors
	$(PY) -m onrecord eval stages --floors

model: ## from ../shared/data to the shipped language model: train, evaluate, export, card
	$(PY) -m training.make

bench: setup ## reports a second, start-up time, peak memory
	$(PY) benchmarks/read.py

clean: ## remove what can be made again
	rm -rf $(VENV) out .mypy_cache .ruff_cache .pytest_cache .hypothesis
