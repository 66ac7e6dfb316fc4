"""Who answers: the built-in assistant, the model of this installation, or one that a household brought along."""

from chat.agent.builtin.name import NAME as BUILTIN
from chat.assistants.assistant import Assistant, builtin

__all__ = ["BUILTIN", "Assistant", "builtin"]
