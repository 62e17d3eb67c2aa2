# Dateline: `make html` builds the site, `make help` says what else there is.

PYTHON ?= python3
VENV ?= .venv
TRAINING ?= training/.venv
BIN := $(VENV)/bin
PELICAN := $(BIN)/pelican
OUTPUT := output
PORT ?= 8000
export PYTHONPATH := plugins
# Pelican goes on where a plugin cannot be loaded, and writes a site without a timeline.
MADE = test -f $(OUTPUT)/data/events.json || { echo "No timeline was written: see the errors above" >&2; exit 2; }

.DEFAULT_GOAL := help
.PHONY: help html serve devserver publish ids github clean lint test test-all article lock encoder train benchmark lighthouse screenshots messages import check audit sbom

help: ## say what each target does
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F '\t' '{printf "  make %-11s %s\n", $$1, $$2}'

html: $(VENV)/.installed ## build the site into output/
	@$(PELICAN) content -o $(OUTPUT) -s pelicanconf.py
	@$(MADE)
	@echo "Read it: open $(OUTPUT)/index.html, or run 'make serve'"

serve: $(VENV)/.installed ## show output/ at http://localhost:8000/ (PORT=8000)
	@$(PELICAN) -l content -o $(OUTPUT) -s pelicanconf.py -p $(PORT)

devserver: $(VENV)/.installed ## show the site and build it again whenever a file changes
	@$(PELICAN) -lr content -o $(OUTPUT) -s pelicanconf.py -p $(PORT)

publish: $(VENV)/.installed ## build for the web (SITEURL=https://...); ends where an article, an id or a link is broken
	@$(PELICAN) content -o $(OUTPUT) -s publishconf.py
	@$(MADE)
	@$(BIN)/dateline check --site $(OUTPUT)

check: $(VENV)/.installed ## look through articles and desk: what is wrong, where, and what to do (FORMAT=github)
	@$(BIN)/dateline check --format $(or $(FORMAT),text)

import: $(VENV)/.installed ## fetch articles: make import FROM="https://... feed.xml archive.warc.gz"
	@$(BIN)/dateline import $(FROM)

ids: $(VENV)/.installed ## write the ledger of published events, so that their addresses last (content/desk/ids.yaml)
	@DATELINE_IDS=write $(PELICAN) content -o $(OUTPUT) -s pelicanconf.py

github: publish ## put output/ on the branch gh-pages and push it
	@$(BIN)/ghp-import -m "Publish the site" -b gh-pages --no-jekyll $(OUTPUT) -p

article: $(VENV)/.installed ## begin an article: make article TITLE="What happened"
	@$(BIN)/python -m dateline.site.draft "$(TITLE)"

test: $(VENV)/.tools ## run the tests, but those that take long: three minutes
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m pytest -n auto --dist worksteal -m "not long"

test-all: $(VENV)/.tools ## run all tests
	@$(BIN)/python tests/browser.py
	@$(BIN)/python -m pytest -n auto --dist worksteal

lint: $(VENV)/.tools ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy plugins
	@$(BIN)/check-jsonschema -q --builtin-schema vendor.github-workflows .github/workflows/*.yml

audit: $(VENV)/.tools ## look up known weaknesses of all pinned packages (asks PyPI); ends where one cannot be looked up
	@$(BIN)/pip-audit --strict --progress-spinner off --disable-pip --require-hashes -r requirements.txt -r requirements-dev.txt

sbom: $(VENV)/.tools ## list all packages that a site is built with, as CycloneDX (dist/sbom.json)
	@mkdir -p dist
	@$(BIN)/python tests/sbom.py requirements.txt > dist/sbom.json

benchmark: $(VENV)/.tools ## measure speed beside bare spaCy and plain Pelican, and merging at scale
	@$(BIN)/python benchmarks/speed.py
	@$(BIN)/python benchmarks/builds.py
	@$(BIN)/python benchmarks/merging.py
	@$(BIN)/python benchmarks/reading.py

# Much is learnt on parsed texts: spaCy is that of Dateline's own environment.
TRAINED = PYTHONPATH=plugins:$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))') $(TRAINING)/bin/python

encoder: $(TRAINING)/.installed $(VENV)/.installed ## train the encoder, hours on two cores, and go on where it stopped: make encoder CORPORA=folder START=folder ENCODER=folder
	@$(TRAINED) training/encoder.py $(CORPORA) $(START) $(ENCODER)
	@$(TRAINED) training/export.py $(ENCODER) $(START)

train: $(TRAINING)/.installed $(VENV)/.installed ## fit the tables of weights anew and print how good they are: make train CORPORA=folder ENCODER=folder
	@$(TRAINED) training/train.py $(CORPORA) $(ENCODER)

lighthouse: html $(VENV)/.tools ## rate the sample site's pages with Lighthouse (needs npm)
	@$(BIN)/python benchmarks/lighthouse.py

screenshots: html $(VENV)/.tools ## take pictures of the sample site for the documents (docs/screenshots/)
	@mkdir -p docs/screenshots
	@$(BIN)/python tests/screenshots.py $(OUTPUT)

messages: $(VENV)/.installed ## bring the theme's catalogues up to date with its strings (theme/locale/)
	@$(BIN)/python -m dateline.site.catalogue theme

clean: ## remove what a build makes, the cache too
	@rm -rf $(OUTPUT) .cache build dist

lock: ## choose versions anew and write them, with their hashes, into requirements*.txt (needs uv)
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
		pyproject.toml --extra import --group site -o requirements.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
		pyproject.toml --extra import --extra cluster --group site --group dev -c requirements.txt -o requirements-dev.txt
	@uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade \
		training/requirements.in -o training/requirements.txt

$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit("Dateline needs Python 3.11 or newer; name one: make PYTHON=python3.12 ..." if sys.version_info < (3, 11) else 0)'
	@$(PYTHON) -m venv --upgrade-deps $(VENV) 2>/dev/null || $(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "Installing what Dateline needs, once"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.tools: requirements-dev.txt $(VENV)/.installed
	@echo "Installing what the tests need, once"
	@$(BIN)/python -m pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

$(TRAINING)/.installed: training/requirements.txt
	@echo "Installing what training needs, once"
	@$(PYTHON) -m venv $(TRAINING)
	@$(TRAINING)/bin/python -m pip install -q --disable-pip-version-check --require-hashes -r training/requirements.txt
	@touch $@
