"""A model that fails, hangs, asks for what is not there or says nothing: one sentence each, and nothing changed."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest
from pydantic_ai.messages import ModelMessage
from pydantic_ai.models.function import AgentInfo, DeltaToolCall, FunctionModel

from chat.agent import agent as running
from chat.agent.events import Text
from kitchen.errors import DomainError
from pantry.models import StockMovement
from tests.database import as_owner

pytestmark = pytest.mark.django_db

Script = Callable[[list[ModelMessage], AgentInfo], AsyncIterator[Any]]


async def fails(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield "Let me "
    raise RuntimeError("the line is cut")


async def hangs(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield "Let me "
    await asyncio.sleep(60)


async def says_nothing(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    return
    yield


async def says_blanks(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield ""


async def calls_what_is_not_there(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield {0: DeltaToolCall("drop_all_tables", "{}", tool_call_id="x")}


async def sends_broken_arguments(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield {0: DeltaToolCall("find_stock", '{"words": ', tool_call_id="x")}


async def sends_wrong_arguments(_messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield {0: DeltaToolCall("find_expiring", '{"days": "many"}', tool_call_id="x")}


async def never_ends(messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield {0: DeltaToolCall("find_stock", "{}", tool_call_id=f"x{len(messages)}")}


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        (fails, "could not answer"),
        (hangs, "took too long"),
        (says_nothing, "cannot be understood"),
        (says_blanks, "could be understood"),
        (calls_what_is_not_there, "got muddled"),
        (sends_broken_arguments, "got muddled"),
        (sends_wrong_arguments, "got muddled"),
        (never_ends, "too many steps"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_it_ends_in_one_sentence(asking, bob, monkeypatch, script: Script, sentence: str) -> None:
    if script is hangs:
        monkeypatch.setattr(running, "SECONDS", 0.3)
    with pytest.raises(DomainError) as refusal:
        asking(bob, "hello", model=FunctionModel(stream_function=script))
    assert sentence in str(refusal.value)
    assert str(refusal.value).count("\n") == 0


async def mends_itself(messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    """Asks for a tool that is not there, is told so, and then answers."""
    if len(messages) == 1:
        yield {0: DeltaToolCall("look_up", "{}", tool_call_id="x")}
    else:
        yield "There is rice."


def test_one_slip_is_forgiven(asking, bob) -> None:
    assert asking(bob, "rice?", model=FunctionModel(stream_function=mends_itself)).text == "There is rice."


async def lies(messages: list[ModelMessage], _info: AgentInfo) -> AsyncIterator[Any]:
    yield "I have used all the rice."
    yield {1: DeltaToolCall("use_stock", '{"food": "rice", "amount": "all"}', tool_call_id="x")}


def test_whatever_a_model_says_nothing_is_done_without_a_person(asking, bob) -> None:
    with as_owner():
        before = StockMovement.objects.count()
    asked = asking(bob, "hello", model=FunctionModel(stream_function=lies))
    assert [one.tool for one in asked.proposals] == ["use_stock"]
    assert asked.of(Text)
    with as_owner():
        assert StockMovement.objects.count() == before


async def asks_again(messages: list[ModelMessage], info: AgentInfo) -> AsyncIterator[Any]:
    yield f"{len(info.function_tools)} tools, {len(messages)} messages"


def test_another_model_gets_the_same_tools_and_the_history(asking, bob) -> None:
    first = asking(bob, "do we have rice?")
    later = asking(bob, "and milk?", first, model=FunctionModel(stream_function=asks_again, model_name="other"))
    assert "messages" in later.text
    assert later.ended.model == "other"
    assert "milk" in asking(bob, "how much milk is there?", later).text
