# Sasaran: run test test-lama check bench. Masing-masing menyiapkan sendiri segala yang dibutuhkannya.
PYTHON ?= python3
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
JALANKAN := DEBUG=1 $(BIN)/python manage.py

.PHONY: run test test-lama check bench gambar
.DEFAULT_GOAL := run

$(VENV)/.siap: requirements.txt
	@$(PYTHON) -c "import venv, ensurepip" 2>/dev/null || { echo "Python tidak mempunyai venv. Pasang dahulu: sudo apt install python3-venv"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/pip install -q --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.siap-uji: requirements-dev.txt $(VENV)/.siap
	$(BIN)/pip install -q --disable-pip-version-check -r requirements-dev.txt
	@touch $@

run: $(VENV)/.siap
	$(JALANKAN) migrate -v 0
	$(JALANKAN) demo --bila-kosong
	@echo "Buka http://127.0.0.1:$(PORT) (Ctrl+C untuk berhenti)."
	@DEBUG=1 PORT=$(PORT) $(BIN)/python .ci/layani.py

test: $(VENV)/.siap-uji
	$(BIN)/python -m pytest -n 2 --dist worksteal -m "not lama" $(ARG)

# Yang panjang, lalu (tanpa ARG, bila PostgreSQL terpasang) seluruh uji sekali lagi pada PostgreSQL.
test-lama: $(VENV)/.siap-uji
	$(BIN)/python -m pytest -m lama $(ARG)
	@test -n "$(ARG)" || test ! -d /usr/lib/postgresql || .ci/dengan-postgres $(MAKE) test

check: $(VENV)/.siap-uji
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/djlint templates --lint --quiet
	$(JALANKAN) makemigrations --check --dry-run
	sh .ci/periksa-layanan $(BIN)
	$(BIN)/mypy .

bench: $(VENV)/.siap-uji
	$(BIN)/python -m benchmarks

gambar: $(VENV)/.siap-uji
	$(BIN)/python -m docs.gambar
