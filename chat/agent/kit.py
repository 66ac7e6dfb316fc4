"""Our tools as the agent's library wants them: one toolset for each domain."""

import inspect
from collections.abc import Callable, Coroutine
from typing import Any

from pydantic_ai import CallDeferred, FunctionToolset, RunContext, Tool, ToolFailed, ToolReturn

from chat.agent.deps import Kitchen
from chat.agent.toolbox import TOOLS, Planned, Told, ToolEntry
from chat.agent.tools import (
    comparing,
    correcting,
    dish,
    foresight,
    memory,
    money,
    nutrition,
    pantry,
    recipes,
    safety,
    shopping,
    standing_in,
    stock,
    writing,
)
from chat.agent.tools import kitchen as everything_else
from kitchen.errors import DomainError

# Imported for what they register.
MODULES = (
    *(pantry, stock, correcting, foresight),
    *(dish, recipes, comparing, standing_in, writing),
    *(nutrition, safety),
    *(shopping, money, memory, everything_else),
)
PATIENCE = 20.0


def toolsets() -> list[FunctionToolset[Kitchen]]:
    agents = dict.fromkeys(entry.agent for _name, entry in TOOLS)
    return [
        FunctionToolset([as_tool(entry) for _name, entry in TOOLS if entry.agent == agent], id=agent, timeout=PATIENCE)
        for agent in agents
    ]


def as_tool(entry: ToolEntry) -> Tool[Kitchen]:
    """The tool with the arguments and the docstring of its function, worked in a short scope of the database."""

    async def call(ctx: RunContext[Kitchen], **arguments: Any) -> ToolReturn[Any]:
        try:
            answer = await ctx.deps.ask(entry.run, ctx.deps, arguments)
        except DomainError as refusal:
            raise ToolFailed(str(refusal)) from refusal
        if isinstance(answer, Planned):
            raise CallDeferred(metadata=vars(answer))
        return ToolReturn(return_value=answer.value, metadata={"told": for_people(answer)})

    return Tool(dressed(call, entry.work), takes_ctx=True)


def for_people(told: Told) -> dict[str, Any]:
    """What people are told besides the model: kept in the log with the result, never sent to a model."""
    return {
        "summary": told.summary,
        "card": vars(told.card) if told.card else None,
        "sources": [vars(source) for source in told.sources],
        "confidence": told.confidence,
        "foreign": told.foreign,
    }


def dressed(
    call: Callable[..., Coroutine[Any, Any, Any]], work: Callable[..., Any]
) -> Callable[..., Coroutine[Any, Any, Any]]:
    """`call` with the name, docstring and arguments of `work`, whose first one (the kitchen) becomes the context."""
    signature = inspect.signature(work, eval_str=True)
    first, *rest = signature.parameters.values()
    context = first.replace(name="ctx", annotation=RunContext[Kitchen])
    call.__name__ = call.__qualname__ = work.__name__
    call.__doc__ = work.__doc__
    call.__annotations__ = {each.name: each.annotation for each in (context, *rest)} | {"return": Any}
    call.__signature__ = signature.replace(  # type: ignore[attr-defined]
        parameters=[context, *(each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in rest)],
        return_annotation=Any,
    )
    return call
