# What every change needs: make run, make test. `make help` lists the rest.

PYTHON ?= python3
PYTEST_WORKERS ?= 2

BIN := .venv/bin
INSTALLED := .venv/installed
SOURCES := quizapp tests wsgi.py

# Some machines keep Python from writing down what it compiled; each run would begin by compiling every test again.
test test-long: export PYTHONDONTWRITEBYTECODE =

.PHONY: help run test test-long check format bench shots lock browser clean

help: ## Say what each target does
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# The environment comes from the hashes in requirements.lock alone; it is made again when the lock changes.
$(INSTALLED): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "$(PYTHON) is older than 3.11; name a newer one: make PYTHON=python3.12 ..."; exit 1; }
	@echo "Installing into .venv (once, and when requirements.lock changes) ..."
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv || \
		{ echo "no environment could be made; on Debian: apt-get install python3-venv"; exit 1; }
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

run: $(INSTALLED) ## Serve the site on http://127.0.0.1:8000, or on PORT=...
	@exec $(BIN)/python -m quizapp.cli serve $(if $(PORT),--port $(PORT))

test: check browser ## Everything that a change must pass, in a few minutes
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) -m "not long"

test-long: $(INSTALLED) browser ## All kill regimes and full matrices
	$(BIN)/python -m pytest -n $(PYTEST_WORKERS) -m long --hypothesis-profile=long

check: $(INSTALLED) ## Format, lint, types, floors, templates; no test
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/python -m mypy
	$(BIN)/lint-imports
	$(BIN)/python -m djlint quizapp/templates --check --lint --quiet

format: $(INSTALLED) ## Put sources and templates into the one form that check accepts
	$(BIN)/ruff check --fix-only --quiet $(SOURCES)
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/python -m djlint quizapp/templates --reformat --quiet || true

bench: $(INSTALLED) browser ## Measure the study step, the browser and large banks; prints a table
	$(BIN)/python -m tests.bench

shots: $(INSTALLED) browser ## Take the pictures of README.md anew, into deploy/shots/
	$(BIN)/python -m tests.shots

# The requirements come on standard input, so that no path stands in the lock; hosts are kept out by the flags.
lock: $(INSTALLED) ## Write requirements.lock anew; UPGRADE=--upgrade takes the newest versions
	$(BIN)/python -c "import tomllib; p = tomllib.load(open('pyproject.toml', 'rb')); print(*p['project']['dependencies'], \
		*p['project']['optional-dependencies']['postgres'], *p['dependency-groups']['dev'], sep='\n')" | \
	$(BIN)/python -m piptools compile $(UPGRADE) --quiet --no-config --generate-hashes --allow-unsafe --strip-extras --no-emit-index-url \
		--no-emit-trusted-host --no-emit-find-links --no-emit-options --no-annotate --no-header --newline lf \
		--output-file requirements.lock -

# Browser tests are skipped with the reason where there is no Chromium; under CI=true they fail.
# The driver that comes with playwright wants libatomic1, which a Debian without a compiler lacks.
browser: $(INSTALLED) ## Install Debian's Chromium where there is none and we may
	@if { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null && \
		$(BIN)/python -m playwright --version >/dev/null 2>&1; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's package chromium for the browser tests ..."; \
		{ apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
			chromium libatomic1; } >.venv/browser.log 2>&1 || cat .venv/browser.log; \
	else echo "No Chromium here; browser tests will be skipped (install the packages chromium and libatomic1)."; fi

clean: ## Remove what make and the tools made; the instance folder stays
	rm -rf .venv dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
