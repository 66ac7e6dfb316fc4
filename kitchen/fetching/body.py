"""The body of an answer, unpacked only as far as the limit goes."""

import zlib
from collections.abc import Iterable, Iterator

from kitchen.fetching.errors import FetchError

# zlib with either header; packed data without any is deflate as some servers misunderstand it.
ANY_HEADER, NO_HEADER = 47, -15
PACKED = {"gzip", "x-gzip", "deflate"}


def read_body(chunks: Iterable[bytes], packing: str, limit: int) -> bytes:
    """At most `limit` bytes, both as sent and unpacked. A larger body is refused, and not held in memory."""
    packing = packing.strip().lower()
    if packing in {"", "identity"}:
        return _joined(chunks, limit)
    if packing not in PACKED:
        raise FetchError("not_a_page")
    return _joined(_unpacked(chunks, limit), limit)


def _joined(chunks: Iterable[bytes], limit: int) -> bytes:
    body = bytearray()
    for chunk in chunks:
        body += chunk
        if len(body) > limit:
            raise FetchError("too_large")
    return bytes(body)


def _unpacked(chunks: Iterable[bytes], limit: int) -> Iterator[bytes]:
    unpacker = None
    for chunk in chunks:
        try:
            if unpacker is None:
                unpacker = zlib.decompressobj(ANY_HEADER if _has_header(chunk) else NO_HEADER)
            yield unpacker.decompress(chunk, limit + 1)
        except zlib.error:
            raise FetchError("broken") from None
        if unpacker.unconsumed_tail:
            raise FetchError("too_large")


def _has_header(chunk: bytes) -> bool:
    return chunk[:2] == b"\x1f\x8b" or (
        len(chunk) > 1 and chunk[0] & 15 == zlib.DEFLATED and int.from_bytes(chunk[:2]) % 31 == 0
    )
