"""docs/database.md: what is in the database, who may see and write it, and by which functions doors are opened."""

from textwrap import dedent

from kitchen.paper.diagram import diagram
from kitchen.paper.tables import condition, histories, our_models, rights, section, table
from kitchen.tenancy import functions
from kitchen.tenancy.tables import PACKAGES, rule_of

INTRODUCTION = """\
# The database

Written by `manage.py database_doc --write` from the models and the walls; a test keeps it true. docs/architecture.md
says why, docs/domain.md says what the words mean.

Every table is of one kind:

- **household**: its rows belong to one household and are seen in a scope of that household only.
- **person**: its rows are private to one person; the sign-in and staff doors find them where it is said.
- **catalogue**: read by all, written by operators' commands.
- **system**: of the program itself; the rights below decide, and a row policy where one is given.

Every door works as the restricted role (`DATABASE_DOOR_ROLE`) and has the rights told here, no others. The owner has
all of them, and is not bound by policies: it migrates, makes backups and keeps the audit. Composite keys between
household rows hold for everybody.

In the conditions `here` is the household of the scope, `me` its person and `door` its door ("sign-in", "staff" or
nothing); each is a setting of the transaction, and matches no row while it is empty."""

HISTORY = """\
## Histories

Triggers write every insert, update and delete of the tracked table here, with who and which request. A history is
seen like its table, and no door changes it."""

PACKAGED = """\
## Tables of packages

The columns are those of the packages; the walls are ours."""

DOORS = """\
## Public doors

A door without an account knows a token. `kitchen_resolve(door, token)` gives the household and the one object that
the token opens, or nothing; these are all such doors."""

FUNCTIONS = """\
## Functions of the owner

What a door must do past its own rights. Each runs as the owner with a fixed search_path and checks for itself what it
touches."""


def database_paper() -> str:
    """The whole paper, with a newline at its end."""
    parts = [
        INTRODUCTION,
        "## Diagram",
        diagram(),
        "## Tables",
        *map(section, our_models()),
        HISTORY,
        _histories(),
        PACKAGED,
        _packages(),
        DOORS,
        _public_doors(),
        FUNCTIONS,
        _functions(),
    ]
    return "\n\n".join(parts) + "\n"


def _histories() -> str:
    rows = []
    for model in histories():
        rule = rule_of(model)
        of = model.pgh_tracked_model._meta.db_table  # type: ignore[attr-defined]
        if rule is not None:
            rows.append((f"`{model._meta.db_table}`", f"`{of}`", rule.kind, rights(rule)))
    return table(("History", "Of", "Kind", "Rights"), iter(rows))


def _packages() -> str:
    rows = (
        (f"`{name}`", rule.kind, rights(rule), condition(rule.read) if rule.read else "")
        for name, rule in sorted(PACKAGES.items())
    )
    return table(("Table", "Kind", "Rights", "Rows seen and written"), rows)


def _public_doors() -> str:
    """Each with the SQL that opens it; `$1` is the token."""
    opened = [f"### {door.name}\n\n```sql\n{dedent(door.sql).strip()}\n```" for door in functions.public_doors()]
    return "\n\n".join(opened) or "There is none yet."


def _functions() -> str:
    """The docstrings of those that write them begin with the SQL name."""
    lines = [f"- {' '.join((make.__doc__ or '').split())}" for make in functions.MAKERS]
    lines += [f"- `{one.name}(text)`: {one.says}" for one in functions.person_functions()]
    queue = f"- `{functions.QUEUE_FUNCTION}`: queues a background task in the transaction that asks for it."
    return "\n".join([*lines, queue])
