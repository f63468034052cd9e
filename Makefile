# Thin over the command line: everything here is `lessonbuild ...` in the project's own environment.
PYTHON ?= python3
BIN := .venv/bin
BUILD := $(BIN)/lessonbuild build

.DEFAULT_GOAL := help
.PHONY: help all slides handouts forms data case-study facilitator learner print test check gallery clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

all: .venv/ready ## set up .venv if needed, then build every lesson in content/
	$(BUILD)

slides: .venv/ready ## the slides alone
	$(BUILD) --document slides

handouts: .venv/ready ## what learners and teams read, write in and keep
	$(BUILD) --group handouts

forms: .venv/ready ## what is filled in: rubric, feedback, checklists, lists, certificate
	$(BUILD) --group forms

data: .venv/ready ## what is calculated with: cost data, budget, usage
	$(BUILD) --group data

case-study: .venv/ready ## the case studies alone
	$(BUILD) --document case-study

facilitator: .venv/ready ## everything for the facilitator alone
	$(BUILD) --audience facilitator

learner: .venv/ready ## everything that learners may hold in their hands
	$(BUILD) --audience learner

print: .venv/ready ## one print-ready PDF a pack; LESSON=, LEARNERS= and TEAMS= say for whom
	$(BIN)/lessonbuild print $(or $(LESSON),finops-for-ai) $(if $(LEARNERS),--learners $(LEARNERS)) $(if $(TEAMS),--teams $(TEAMS))

test: .venv/ready-dev ## run the tests; ACCEPT=1 records the outlines anew
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal

check: .venv/ready-dev ## format, lint, types: what CI runs besides the tests
	$(BIN)/ruff format --check src tests docs bench
	$(BIN)/ruff check src tests docs bench
	$(BIN)/mypy

gallery: .venv/ready-dev all ## remake the pictures of the README (needs LibreOffice)
	$(BIN)/python docs/gallery.py

clean: ## remove what the build made; .venv stays
	find output -mindepth 1 -not -name .gitignore -delete
	rm -rf .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/ready: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit]'
	touch $@

.venv/ready-dev: .venv/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[audit,dev]'
	touch $@
