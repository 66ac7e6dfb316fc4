"""Code knows only of what stands to its left; see docs/architecture.md."""

from collections import defaultdict

from tests.conventions.modules import Import, imports
from tests.conventions.project import APPS, LAYERS, at, obey

# The roof may know every app and is known by nobody but itself.
ROOF = ("kitchen.settings", "kitchen.urls", "kitchen.asgi", "kitchen.sockets", "kitchen.home")


def is_under(name: str, roofs: tuple[str, ...]) -> bool:
    return any(name == roof or name.startswith(f"{roof}.") for roof in roofs)


def app(name: str) -> str:
    return name.partition(".")[0]


def layer(name: str) -> int | None:
    parts = name.split(".")
    return LAYERS.index(parts[1]) if len(parts) > 1 and parts[1] in LAYERS else None


def says(one: Import, why: str) -> str:
    return f"{at(one.path, one.line)}: {one.source} imports {one.target}. {why}"


def test_apps_import_leftwards() -> None:
    order = " <- ".join(APPS)
    obey(
        says(one, f"Imports go one way: {order}. Turn it round with a registry that the right fills in ready().")
        for one in imports()
        if not is_under(one.source, ROOF) and APPS.index(app(one.target)) > APPS.index(app(one.source))
    )


def test_nobody_imports_the_roof() -> None:
    obey(
        says(one, "Nobody imports the roof (settings, urls, asgi, sockets, home); settings come from django.conf.")
        for one in imports()
        if is_under(one.target, ROOF) and not is_under(one.source, ROOF)
    )


def test_layers_import_inwards() -> None:
    order = " <- ".join(LAYERS)
    for_each = [(one, layer(one.source), layer(one.target)) for one in imports() if app(one.source) == app(one.target)]
    obey(
        says(one, f"Inside an app: {order}.")
        for one, source, target in for_each
        if source is not None and target is not None and target > source
    )


def test_no_circle() -> None:
    graph: dict[str, set[str]] = defaultdict(set)
    for one in imports():
        graph[one.source].add(one.target)
    obey(f"Import circle: {' -> '.join(circle)}. Move what both need to the left." for circle in circles(graph))


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """One path for each circle that a walk from every module meets first."""
    found: list[list[str]] = []
    done: set[str] = set()

    def visit(name: str, path: list[str]) -> None:
        if name in path:
            found.append([*path[path.index(name) :], name])
            return
        if name not in done:
            for target in sorted(graph.get(name, ())):
                visit(target, [*path, name])
            done.add(name)

    for name in sorted(graph):
        visit(name, [])
    return found
