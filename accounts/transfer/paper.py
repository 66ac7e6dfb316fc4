"""docs/household-file.md, whose tables are told from the program itself."""

from collections.abc import Iterator

from accounts.transfer.registries import left_out
from accounts.transfer.tables import carried, columns, owner_column

BEGIN, END = "<!-- tables: begin -->\n", "<!-- tables: end -->\n"


def told_anew(paper: str) -> str:
    """The paper with its list of tables as it is now."""
    before, _begin, rest = paper.partition(BEGIN)
    _old, _end, after = rest.partition(END)
    return before + BEGIN + "".join(f"{line}\n" for line in _lines()) + END + after


def _lines() -> Iterator[str]:
    yield "\n| Table | Fields |"
    yield "|---|---|"
    for model in sorted(carried(), key=lambda one: one._meta.label):
        mine = "; those of one person are seen by that person alone" if owner_column(model) else ""
        yield f"| {model._meta.label} | {', '.join(one.name for one in columns(model))}{mine} |"
    yield "\n| Not in the file | Why |"
    yield "|---|---|"
    for label, why in sorted(left_out):
        yield f"| {label} | {why} |"
    yield ""
