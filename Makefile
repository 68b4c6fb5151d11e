# `make demo` and `make test` need nothing but Python 3.11+, git and make: they set up what they use in .venv.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test pythons lint lock audit sbom native speed benchmarks mutants clean

demo: .venv/run
	$(BIN)/claimcheck report articles/marn-prison-fire.md

test: .venv/dev
	$(BIN)/pytest --slow

# With each Python that is there, or with those that are named: make pythons PYTHONS="python3.13 /opt/python3.14/bin/python3"
pythons:
	.ci/pythons $(PYTHONS)

lint: .venv/dev
	$(BIN)/ruff format --check src tests benchmarks native hatch_build.py
	$(BIN)/ruff check src tests benchmarks native hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports

lock: .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5,<1'
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-header --no-annotate --extra dev pyproject.toml \
	  --output-file requirements-dev.txt

# Before a release: known faults of what we depend on (this asks the network), and the list of what an install is made of.
audit: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'pip-audit>=2.7,<3'
	$(BIN)/pip-audit --skip-editable

sbom: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=5,<8'
	$(PYTHON) -m venv --clear .venv/installed
	.venv/installed/bin/python -m pip install --quiet --disable-pip-version-check .
	@mkdir -p dist
	$(BIN)/cyclonedx-py environment --output-reproducible --pyproject pyproject.toml \
	  --output-file dist/claimcheck-cli.cdx.json .venv/installed

# A wheel for this machine and Python, in dist/: the modules that read are compiled.
native: .venv/bin/python
	CLAIMCHECK_COMPILE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-deps --wheel-dir dist .

speed: .venv/dev
	$(BIN)/python benchmarks/against.py

benchmarks: .venv/dev
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/compiled.py

mutants: .venv/dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'mutmut>=3,<4'
	$(BIN)/mutmut run
	$(BIN)/mutmut results

clean:
	rm -rf .venv

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "claimcheck needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv

# An install from sources has no bytecode yet; made here, the first run is as fast as the next.
COMPILE = $(BIN)/python -m compileall -q src && $(BIN)/python -c 'from claimcheck.lexicon import compiled; compiled.compile_all()'

.venv/run: pyproject.toml | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@$(COMPILE)
	@touch $@

# What development needs, each file by its checksum; `make lock` looks for newer versions.
.venv/dev: pyproject.toml requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(COMPILE)
	@touch $@ .venv/run
