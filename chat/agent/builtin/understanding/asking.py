"""Whether a clause asks: what somebody says that was done changes nothing where it is a question."""

import re

REQUEST = re.compile(
    r"(?:please |hey |hi |ok |and |so |also )*(?:can|could|would|will|shall|should|may|might) "
    r"(?:you|we|i)\b|(?:please|add|put|move|use|throw|set|log|take)\b",
    re.IGNORECASE,
)
ASKS = re.compile(
    r"(?:(?:by|until|till|since) )?(?:when|what|which|who|where|why|how (?:long|much|many|old|soon|come))\b"
    r"|.*\b(?:can|may|should|could) (?:i|we|you|one|they) (?:still|safely)\b"
    r"|.*\b(?:is|are) (?:it|they|that|those|these) (?:still )?(?:ok|okay|safe|good|fine|alright|all right|edible)\b",
    re.IGNORECASE,
)


def is_question(raw: str) -> bool:
    """It asks whether something is so; "could you …?" asks for something to be done."""
    said = raw.strip()
    return (said.endswith("?") or ASKS.match(said) is not None) and not REQUEST.match(said)
