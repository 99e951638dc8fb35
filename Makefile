# Two commands matter: `make demo` shows the product, `make test` proves it. Nothing has to be installed by hand:
# root installs missing system packages itself, an ordinary user is told the line to type (exit status 2).

SHELL := /bin/bash
VENV := .venv
PYTHON := $(VENV)/bin/python
OFFLINE := KINERJA_SUPERVISED=1 KINERJA_DATA_DIR=$(CURDIR)/.var/check KINERJA_SECRET_KEY=only-for-checks-nothing-is-signed-with-it
PIP := $(PYTHON) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes

.DEFAULT_GOAL := help
.PHONY: help demo test quick check docs texts bench mutants lock clean chromium

help:
	@echo "make demo    the product with invented people, on this machine only"
	@echo "make test    all tests, in parallel, in a real browser and a real database; PG=15 on that major of PostgreSQL"
	@echo "make quick   the same without whole installations and walks over every page: some minutes, for every day"
	@echo "make check   format, lint, types, import contracts, migrations, documentation"
	@echo "make docs    write the generated pages of the documentation"
	@echo "make texts   collect the texts to translate, and compile the catalogues"
	@echo "make bench   measure, and write the table"
	@echo "make mutants change the rules in every small way and see the tests notice (an hour; goes on where it stopped)"
	@echo "make lock    resolve the requirements anew and lock them with hashes"
	@echo "make clean   remove what was built (the data of the demonstration stays)"

demo: $(VENV)/run.done
	@$(PYTHON) -m kinerja demo $(ARGS)

test: $(VENV)/test.done chromium
	@KINERJA_TEST_MAJOR=$(PG) $(PYTHON) -m pytest -n 2 --dist worksteal $(ARGS)

quick: $(VENV)/test.done chromium
	@KINERJA_TEST_MAJOR=$(PG) $(PYTHON) -m pytest -n 2 --dist worksteal -m "not whole" $(ARGS)

check: $(VENV)/test.done
	@$(PYTHON) -m ruff format --check --quiet .
	@$(PYTHON) -m ruff check --quiet .
	@$(PYTHON) -m mypy
	@mkdir -p .var
	@$(VENV)/bin/lint-imports > .var/contracts.log 2>&1 || { cat .var/contracts.log; exit 1; }
	@$(OFFLINE) $(PYTHON) -W ignore -m kinerja manage makemigrations --check --dry-run --verbosity 1
	@$(PYTHON) docs/generate.py --check
	@$(PYTHON) -m pytest -p no:django -p no:xdist tests/documentation kinerja/tools/ui/tests/test_vendored.py

docs: $(VENV)/run.done
	@$(PYTHON) docs/generate.py

texts: $(VENV)/test.done
	@$(PYTHON) kinerja/locale/collect.py

bench: $(VENV)/test.done
	@$(PYTHON) -m bench $(ARGS)

mutants: $(VENV)/test.done .var/mutants/tool.done
	@nice -n 19 $(PYTHON) -m bench.mutants $(ARGS)

# mutmut stays in an environment of its own
.var/mutants/tool.done: requirements/mutation.txt | $(PYTHON)
	@$(PYTHON) -m venv --clear .var/mutants/tool
	@.var/mutants/tool/bin/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $<
	@touch $@

lock: $(PYTHON)
	@$(PYTHON) -m venv .var/lock
	@.var/lock/bin/pip install --quiet uv
	@cd requirements && for name in run test mutation; do \
	  ../.var/lock/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	    --no-annotate --no-emit-index-url --output-file $$name.txt $$name.in || exit 1; done

clean:
	rm -rf $(VENV) .var .mypy_cache .ruff_cache .import_linter_cache .hypothesis static-built
	find . -name __pycache__ -type d -not -path './.git/*' -prune -exec rm -rf {} +

$(VENV)/run.done: requirements/run.txt | $(PYTHON)
	@echo "Installing the locked requirements …"
	@$(PIP) -r requirements/run.txt
	@touch $@

$(VENV)/test.done: requirements/test.txt | $(PYTHON)
	@echo "Installing the locked requirements of the tests …"
	@$(PIP) -r requirements/test.txt
	@mkdir -p .var && touch $@ $(VENV)/run.done

# The first Python ≥ 3.11 that can make virtual environments. The package is found where it lies.
$(PYTHON):
	@find_python() { for name in python3.13 python3.12 python3.11 python3; do \
	    $$name -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	      && { command -v $$name; return; }; done; }; \
	found=$$(find_python); \
	if [ -z "$$found" ]; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends python3-venv; \
	    found=$$(find_python); \
	  fi; \
	  if [ -z "$$found" ]; then \
	    echo "Python 3.11 or newer with venv is missing. Type: sudo apt-get install python3-venv" >&2; exit 2; fi; \
	fi; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV) || exit 2; \
	echo "$(CURDIR)" > "$$($(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/kinerja.pth"; \
	printf '#!/bin/sh\nexec "%s/$(PYTHON)" -m kinerja "$$@"\n' "$(CURDIR)" > $(VENV)/bin/kinerja; \
	chmod +x $(VENV)/bin/kinerja

chromium:
	@command -v chromium >/dev/null && exit 0; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	  apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends chromium; \
	else \
	  echo "Chromium for the browser tests is missing. Type: sudo apt-get install chromium" >&2; exit 2; fi
