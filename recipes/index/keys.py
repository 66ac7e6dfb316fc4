"""What an ingredient is, as one number."""

from hashlib import blake2b
from uuid import UUID

# A number of the catalogue is small, a household's own food is below zero, a name has this bit.
NAMED = 1 << 62
LOW = NAMED - 1


def food_key(ref: int | UUID) -> int:
    return -(ref.int & LOW) if isinstance(ref, UUID) else ref


def name_hash(name_key: str) -> int:
    """63 bits, the highest set: where nobody knows the food, its name is the food."""
    return NAMED | (int.from_bytes(blake2b(name_key.encode(), digest_size=8).digest(), "little") & LOW)


def short_hash(hashed: int) -> int:
    """The name of an ingredient whose food is known, as far as it is compared: 32 bits."""
    return hashed & 0xFFFFFFFF
