from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True)
class Finding:
    """What one check found, in one sentence that says what to do unless all is well."""

    state: State
    sentence: str

    @classmethod
    def ok(cls, sentence: str) -> "Finding":
        return cls(State.OK, sentence)

    @classmethod
    def warn(cls, sentence: str) -> "Finding":
        return cls(State.WARN, sentence)

    @classmethod
    def fail(cls, sentence: str) -> "Finding":
        return cls(State.FAIL, sentence)
