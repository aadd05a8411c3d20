# Everything a fresh clone needs: `make run` and `make test`.
PYTHON ?= $(shell for one in python3.11 python3.12 python3.13; do $$one -c "" 2>/dev/null && echo $$one && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers
PACKAGER := $(VENV)/.packager
DOCCANO := $(VENV)/doccano
# What Qt needs from Debian; other systems have these or name them when Qt starts.
QT_LIBRARIES := libglib2.0-0 libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 fontconfig
WINDOW_LIBRARIES := xvfb xdotool libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
PACKAGE_TOOLS := binutils dpkg-dev xz-utils libwayland-cursor0 libwayland-client0
# PyInstaller takes Python's shared library along, which Debian has in a package by itself.
PYTHON_LIBRARY = $(shell readlink -f $(BIN)/python | sed -n 's|^/usr/bin/python|libpython|p')
READER_LIBRARIES := dbus at-spi2-core python3-gi gir1.2-atspi-2.0
TEST_LIBRARIES := libfribidi0
SERVER := postgresql
TRACER := strace
# What `make scale` counts, and where it is made: 35 GB for a million.
ARTICLES ?= 1000000
SCALE ?= build/scale

# For how long `make fuzz` reads broken files; what breaks a reader is left in build/fuzz.
MINUTES ?= 30

# So that two builds of one state are the same, to the byte.
export SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null || echo 1767225600)

.PHONY: setup run test test-slow test-offline faults fuzz lint bench scale pictures build package deb appdir sbom check-package audit clean

setup: $(READY)

$(READY): pyproject.toml
	@test -n "$(PYTHON)" || { echo "Annotator needs Python 3.11, 3.12 or 3.13; name another with make PYTHON=…" >&2; exit 1; }
	@packaging/debian-libraries $(QT_LIBRARIES) $(TEST_LIBRARIES)
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --upgrade pip
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

# The software of others, against which the slow tests hold our files.
$(PEERS): $(READY)
	$(BIN)/pip install --quiet --editable '.[dev,peers]'
	@touch $@

# doccano wants other versions of much, old ones, which not every Python has.
$(DOCCANO)/.ready: $(READY)
	$(PYTHON) -m venv $(DOCCANO)
	$(DOCCANO)/bin/pip install --quiet 'doccano==1.8.4' 'numpy<2' 'marshmallow<4' 'setuptools<80' \
		&& touch $@ || { rm -rf $(DOCCANO); echo "doccano does not install here; its test will be left out."; }

run: setup
	@packaging/run-sample $(BIN)/annotator

test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -n auto

test-slow: $(PEERS) $(DOCCANO)/.ready
	@packaging/debian-libraries $(WINDOW_LIBRARIES) $(READER_LIBRARIES) $(SERVER) $(TRACER)
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -m 'slow or hypothesis' --hypothesis-profile=thorough

# The fast tests where there is no network but the machine's own, which the server of some tests uses.
OFFLINE := unshare $(shell test "$$(id -u)" = 0 || echo --map-root-user) --net

test-offline: setup
	QT_QPA_PLATFORM=offscreen $(OFFLINE) sh -c 'ip link set lo up && exec $(BIN)/pytest -q -n auto'

# Faults injected into system calls, more than the slow tests have time for: see docs/reliability.md.
FAULTS ?= 2000

faults: setup
	@packaging/debian-libraries $(TRACER)
	$(BIN)/python -m tests.reliability.faults $(FAULTS)

fuzz: $(PEERS)
	$(BIN)/pip install --quiet atheris
	$(BIN)/python -m tests.fuzz.run $(MINUTES)

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

scale: $(PEERS)
	mkdir -p $(SCALE)
	$(BIN)/python benchmarks/scale/run.py $(ARTICLES) $(SCALE)

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python benchmarks/run.py

pictures: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures/make.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/pictures/guide.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python docs/keys.py

build: setup
	$(BIN)/python -m build

$(PACKAGER): $(READY)
	$(BIN)/pip install --quiet --editable '.[dev,package]'
	@touch $@

# The program as a folder that needs no Python: dist/annotator.
package: $(PACKAGER)
	@packaging/debian-libraries $(WINDOW_LIBRARIES) $(PACKAGE_TOOLS) $(PYTHON_LIBRARY)
	PYTHONHASHSEED=0 $(BIN)/pyinstaller --noconfirm --clean --log-level ERROR \
		--distpath dist --workpath build/pyinstaller packaging/pyinstaller/annotator.spec

deb: package
	packaging/linux/build-deb $(BIN)/python

appdir: package
	packaging/linux/build-appdir $(BIN)/python

sbom: package
	$(BIN)/python packaging/sbom.py build/pyinstaller/annotator dist/annotator.cdx.json

# The packaged program does its job on a screen of X, without a Python; its start is held against the plain one.
check-package: package
	QT_QPA_PLATFORM=offscreen $(BIN)/pytest -q -m slow tests/packaging
	$(BIN)/python packaging/measure_start.py dist/annotator/annotator $(BIN)/annotator

audit: $(PACKAGER)
	$(BIN)/bandit --quiet --recursive --configfile pyproject.toml src
	$(BIN)/pip-audit --strict --skip-editable --progress-spinner off

clean:
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
