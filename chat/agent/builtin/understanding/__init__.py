"""What a message wants: words in, wishes out. Knows no database; what is named is looked up by the tools."""

from chat.agent.builtin.understanding.cooking import PATTERNS as COOKING
from chat.agent.builtin.understanding.cooking import LOOSE, read_question
from chat.agent.builtin.understanding.pattern import first
from chat.agent.builtin.understanding.text import bare, clauses, straight
from chat.agent.builtin.wish import Memory, Wish

__all__ = ["bare", "clauses", "read_clause", "straight", "understand"]


def understand(text: str, memory: Memory) -> list[Wish]:
    return [read_clause(clause, memory) for clause in clauses(text)] or [Wish("unknown", {"text": ""})]


def read_clause(clause: str, memory: Memory) -> Wish:
    wish = first(clause, COOKING) or read_question(clause) or first(clause, LOOSE)
    return wish or Wish("unknown", {"text": clause})
