# Every way to start, test and look after Kitchen. Works with GNU make 3.81 and newer.

PY = .venv/bin/python
MANAGE = $(PY) manage.py
MAKEFLAGS += --no-print-directory
# A production that is complete, for `check --deploy`; nothing is connected to.
PRODUCTION = MODE=production SECRET_KEY=for-checking-only-0123456789-abcdefghijklmnopqrstuvwxyz \
	ALLOWED_HOSTS=kitchen.example PUBLIC_URL=https://kitchen.example DEBUG=0 \
	DATABASE_URL=postgresql://kitchen@db/kitchen REDIS_URL=redis://redis EMAIL_URL=smtp://mail:25

.PHONY: help setup run test check ci-free db-init db-migrate db-upgrade db-seed db-reset doctor bench shell

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

setup: ## make .venv with the pinned packages (every target does it first; quick when done)
	@sh bin/setup

run: setup ## serve on http://localhost:8000 (HOST=... PORT=... make run)
	@exec $(MANAGE) run

# A real browser on a busy machine is sometimes late: what fails there is tried once more, and told.
test: setup ## the test suite (args="tests/accounts -k name" for a part of it)
ifdef args
	@exec $(PY) -m pytest $(args)
else
	@$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder --ignore=tests/browser
	@$(PY) -m pytest -n 2 --dist loadfile --no-loadscope-reorder -rsRfE --reruns 1 tests/browser
endif

check: setup ## formatting, types, templates, migrations, production settings, conventions (tested=yes: not these)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check --exclude '*.md' .
	$(PY) -m mypy
	$(PY) -m djlint --quiet --lint templates
	$(PY) -W ignore::RuntimeWarning manage.py makemigrations --check --dry-run
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
ifndef tested
	$(PY) -m pytest tests/conventions
endif

ci-free: setup ## what CI runs, with what this machine has and without installing anything
	@KITCHEN_CI_INSTALL=0 bash .ci/run

db-init: setup ## make the database and its roles
	@$(MANAGE) db_init

db-migrate: setup ## write a migration for changed models: make db-migrate msg="what changes"
	@test -n "$(msg)" || { echo 'Say what changes: make db-migrate msg="add a colour to shelves"' >&2; exit 1; }
	@$(MANAGE) makemigrations --name "$$(printf '%s' "$(msg)" | tr 'A-Z' 'a-z' | tr -cs 'a-z0-9' '_')"

db-upgrade: db-init ## bring the database to this code's version
	@$(MANAGE) migrate

db-seed: db-upgrade ## add the demo household
	@$(MANAGE) seed_demo

db-reset: db-init ## delete everything in the database and start again (asks first)
	@$(MANAGE) db_reset

doctor: setup ## look for what is wrong, and say what to do
	@$(MANAGE) doctor

bench: setup ## measure the main pages (args="--size large", "--write" keeps the figures)
	@$(PY) -m benchmarks $(args)

shell: setup ## a Python shell with the models
	@$(MANAGE) shell
