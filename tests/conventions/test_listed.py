"""What is dangerous is done in few places, each listed here with its reason."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.conventions.project import ROOT, app_modules, at, files, lines_with, obey


@dataclass(frozen=True)
class Danger:
    """A pattern in Python or HTML, what to do instead, and the files or folders that may, with the reason."""

    pattern: str
    instead: str
    listed: dict[str, str]

    def allows(self, path: str) -> bool:
        return any(path == listed or path.startswith(f"{listed}/") for listed in self.listed)

    def found(self) -> Iterator[tuple[str, str]]:
        """Path and place of each line that has it."""
        for path in app_modules() + files(".html", under="templates"):
            for line, _text in lines_with(path, self.pattern):
                yield str(path.relative_to(ROOT)), at(path, line)


DANGERS = {
    "transaction.on_commit": Danger(
        r"transaction\.on_commit",
        "Use kitchen.tenancy.on_commit, which enters the scope again.",
        {
            "kitchen/tenancy/scope.py": "it is what tenancy.on_commit is made of",
            "accounts/services/notice.py": "waking sockets reads no row, so it needs no scope",
        },
    ),
    "ignore_conflicts": Danger(
        r"ignore_conflicts",
        "An id that another household uses would be acknowledged and lost: insert, and answer the IntegrityError.",
        {},
    ),
    "the owner's connection": Danger(
        r"(?:using|connections|database|db|alias|params)\w*\W*(?:str\W+)?[=(\[]\s*[\"']owner[\"']",
        "Doors never work as the owner: write an owner's function in kitchen/tenancy/functions.py.",
        {
            "kitchen/databases.py": "it says that only the owner migrates",
            "kitchen/tenancy/install.py": "the wall is built by the owner after every migration",
            "kitchen/postgres/roles.py": "db_init makes roles and the database, before there are doors",
            "kitchen/server/preparation.py": "a start migrates as the owner, before it serves",
            "kitchen/backup/runs.py": "every backup leaves a line, also one of the whole that no door may make",
            "kitchen/backup/schedule.py": "the worker asks when the last backup was, outside of every door",
            "kitchen/backup/restoring.py": "what is restored is migrated by the owner, and so are its walls looked at",
            "kitchen/reference.py": "rows that come with the code follow it, and no door may write them",
            "kitchen/tasks.py": "whatever a task called, its connection is given back",
            "kitchen/partitions/maintaining.py": "months are made and dropped by the owner, past every household",
            "kitchen/server/worker.py": "the queue's tables are out of every door's reach",
            "kitchen/sealed.py": "the operator seals the secrets of everybody anew, and the doctor counts them",
            "kitchen/management/commands/db_reset.py": "the operator deletes everything, which only the owner may",
            "kitchen/management/commands/migrate.py": "migrations make tables, which only the owner may",
            "recipes/services/reindexing.py": "a start packs what an older program left unpacked, across households",
            "accounts/queries/staff.py": "a task tells staff what failed, and nobody is signed in there",
            "accounts/services/retention.py": "forgetting what is old reaches across households",
            "accounts/digest/due.py": "which households have come to their hour is asked across all of them",
            "accounts/management/commands/send_digest.py": "the operator names a household, and nobody in it",
            "chat/services/retention.py": "answers that were left, and what is past its time, lie in all households",
            "accounts/management/households.py": "the operator names a household, and nobody in it",
            "shopping/operation_check.py": "the doctor holds the lists of all households against their operations",
            "shopping/services/recurring_due.py": "whose day has begun is asked across all households",
            "shopping/queries/forgotten.py": "whose trips nobody ended is asked across all households",
            "shopping/queries/settling.py": "which baskets nobody ticks on any more is asked across all households",
            "pantry/catalogue/load.py": "rows of the catalogue are written from its file, and no door may write them",
            "pantry/reference/writing.py": "operators bring collections in, and no door may write rows for everybody",
            "pantry/ledger_check.py": "the doctor counts the lots of all households, and no door sees more than one",
            "kitchen/home/demo_accounts.py": "the terminal names the demo people before anybody is signed in",
        },
    ),
    "a signal": Danger(
        r"@receiver\b|\b(?:pre|post|m2m|request|user)_\w+\.connect\(",
        "A service calls what follows, so that one can read what happens.",
        {"accounts/admin/__init__.py": "signing out is the packages' own, and only a signal tells of it"},
    ),
    "unescaped HTML": Danger(
        r"mark_safe|SafeString\(|\{[{%][^}]*\|\s*safe(?:seq)?\b|autoescape off",
        "Let the template escape, or use format_html.",
        {
            "kitchen/templatetags/kitchen.py": "one constant attribute of an icon, without anybody's text",
            "recipes/templatetags/linked_data.py": "a block of data, whose < > & are written as JSON escapes them",
            "chat/markdown/blocks.py": "each block has just been cleaned by nh3, which a test attacks",
            "templates/elements/field_words.html": "help texts are the program's own; those of passwords are lists",
        },
    ),
    "setting role or scope": Danger(
        r"set_config\(|\bSET (?:LOCAL )?ROLE\b|\bSET LOCAL\b",
        "Only kitchen.tenancy.scope sets role, household and person, and puts them back.",
        {
            "kitchen/tenancy/scope.py": "it is the one scope",
            "kitchen/postgres": "a connection becomes the doors' role when it is made, and roles are tried out",
            "kitchen/management/commands/db_reset.py": "it sets how long it waits for locks, and nothing else",
            "kitchen/partitions/maintaining.py": "it sets how long it waits for locks, and nothing else",
            "kitchen/backup/restoring.py": "it sets how long it waits for locks, and nothing else",
        },
    ),
}


@pytest.mark.parametrize("name", DANGERS)
def test_only_where_listed(name: str) -> None:
    danger = DANGERS[name]
    obey(
        f"{place}: {name} is not allowed here. {danger.instead}"
        for path, place in danger.found()
        if not danger.allows(path)
    )


@pytest.mark.parametrize("name", DANGERS)
def test_the_list_is_not_longer_than_needed(name: str) -> None:
    found = [path for path, _place in DANGERS[name].found()]
    obey(
        f"{listed} no longer has {name}: take it off the list."
        for listed in DANGERS[name].listed
        if not any(path == listed or path.startswith(f"{listed}/") for path in found)
    )
