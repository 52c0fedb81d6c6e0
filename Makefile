# `make run` and `make test` set up everything they need; a second run starts at once.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-cache-dir -qq
SOURCES := checklists $(wildcard checklists/*.yaml checklists/*.json tui/*.py tui/*/*.py tui/*/*/*.py)

.DEFAULT_GOAL := help
.PHONY: help run test proof system fix screens completions print-samples bundle bench lock clean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 16

run: .venv/.ready ## open Paradak; options go in ARGS, as in make run ARGS=--help
	@$(BIN)/paradak $(ARGS)

test: system .venv/.dev .venv/.ready ## run every check
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports --no-logo
	$(BIN)/mypy --platform linux
	$(BIN)/mypy --platform win32 --cache-dir .mypy_cache/win32 --exclude ^tests/real/
	$(BIN)/mypy --platform darwin --cache-dir .mypy_cache/darwin --exclude ^tests/real/
	$(BIN)/paradak check
	$(BIN)/python tests/bench/run.py --smoke
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --ignore tests/real
	$(BIN)/pytest tests/real

proof: system .venv/.dev .venv/.ready ## prove at full length what make test proves in short
	$(BIN)/pytest -q --long tests/test_vault.py tests/real/test_saving.py tests/real/test_saving_killed.py \
	    tests/test_telegram_growth.py

system:
	@.ci/system-packages.sh

fix: .venv/.dev ## format the code and repair what ruff can
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

screens: .venv/.dev ## draw the pictures of the screens again
	UPDATE_SCREENS=1 $(BIN)/pytest tests/app/test_screens.py

completions: .venv/.dev ## write the shell completions again
	$(BIN)/python .ci/completions.py

print-samples: system .venv/.dev .venv/.ready ## write a sample in every layout and format; a folder goes in ARGS
	$(BIN)/python .ci/print_samples.py $(ARGS)

bundle: .venv/.ready ## write Paradak as one file for a stick; another file than dist/paradak.pyz goes in ARGS
	@$(BIN)/python .ci/bundle.py $(ARGS)

bench: system .venv/.dev .venv/.ready ## measure speed
	$(BIN)/python tests/bench/run.py

lock: ## pin the newest allowed versions in .ci/requirements*.txt
	@PYTHON=$(PYTHON) .ci/lock.sh

clean: ## remove what make and the tools made
	rm -rf .venv .venv-lock checklists/compiled .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache build dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/.locked: .ci/requirements.txt .ci/requirements-build.txt
	@$(PYTHON) -c 'import sys, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	    echo "Paradak needs Python 3.11 or newer with venv (on Debian: apt-get install python3-venv);" >&2; \
	    echo "another Python is chosen with: make PYTHON=python3.13 ..." >&2; exit 1; }
	@echo "setting up .venv, once"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) install --require-hashes -r .ci/requirements-build.txt
	@$(PIP) install --no-build-isolation --require-hashes -r .ci/requirements.txt
	@touch $@

.venv/.run: pyproject.toml .venv/.locked
	@$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

# A start then compiles nothing and writes nothing.
.venv/.ready: $(SOURCES) .ci/compile_lists.py .venv/.run
	@$(BIN)/python .ci/compile_lists.py
	@$(BIN)/python -m compileall -q tui
	@touch $@

.venv/.dev: .ci/requirements-dev.txt .venv/.locked | .venv/.run
	@echo "installing the developers' tools, once"
	@$(PIP) install --no-build-isolation --require-hashes -r .ci/requirements-dev.txt
	@touch $@
