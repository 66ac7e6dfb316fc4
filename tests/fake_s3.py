"""An object store on loopback that speaks enough of S3 for backups: objects in one piece and in several, lists, ranges.

    def test_it(s3: FakeS3) -> None:
        ...
        assert s3.objects["bucket/kitchen/a.zip"] == b"..."

It judges what real ones judge: who asks, and whether what arrived is what the request's checksums say. Lists come two
at a time, so that whoever does not ask on misses some.
"""

import base64
import hashlib
import re
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, unquote, urlsplit
from xml.sax.saxutils import escape

import pytest

KEY, SECRET, A_PAGE = "fake-key", "fake-secret", 2


@dataclass
class FakeS3:
    server: ThreadingHTTPServer
    objects: dict[str, bytes] = field(default_factory=dict)
    uploads: dict[str, dict[int, bytes]] = field(default_factory=dict)
    in_pieces: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    fake: FakeS3

    def log_message(self, *_: object) -> None:
        pass

    def _begin(self) -> bool:
        """Whether the request may go on; what it asks for lies in `name`, `query` and `body` then."""
        address = urlsplit(self.path)
        self.name = unquote(address.path).strip("/")
        self.query = {name: values[0] for name, values in parse_qs(address.query, keep_blank_values=True).items()}
        self.body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if f"Credential={KEY}/" not in self.headers.get("Authorization", ""):
            return self._refuse(403, "InvalidAccessKeyId")
        if self.headers.get("Content-Encoding") == "aws-chunked":
            self.body = _unchunked(self.body)
        told = self.headers.get("x-amz-content-sha256", "")
        if len(told) == 64 and told != hashlib.sha256(self.body).hexdigest():
            return self._refuse(400, "XAmzContentSHA256Mismatch")
        crc = self.headers.get("x-amz-checksum-crc32")
        if crc and crc != base64.b64encode(zlib.crc32(self.body).to_bytes(4)).decode():
            return self._refuse(400, "BadDigest")
        return True

    def _refuse(self, status: int, code: str) -> bool:
        self._answer(f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode(), status)
        return False

    def _answer(self, body: bytes = b"", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def do_PUT(self) -> None:
        if not self._begin():
            return
        if "uploadId" in self.query:
            self.fake.uploads[self.query["uploadId"]][int(self.query["partNumber"])] = self.body
        else:
            self.fake.objects[self.name] = self.body
        self._answer(ETag=f'"{hashlib.md5(self.body).hexdigest()}"')

    def do_POST(self) -> None:
        if not self._begin():
            return
        if "uploads" in self.query:
            number = str(len(self.fake.uploads) + 1)
            self.fake.uploads[number] = {}
            self._answer(
                f"<InitiateMultipartUploadResult><UploadId>{number}</UploadId></InitiateMultipartUploadResult>".encode()
            )
        else:
            pieces = self.fake.uploads.pop(self.query["uploadId"])
            named = [int(number) for number in re.findall(rb"<PartNumber>(\d+)<", self.body)]
            self.fake.objects[self.name] = b"".join(pieces[number] for number in named)
            self.fake.in_pieces += 1
            self._answer(b'<CompleteMultipartUploadResult><ETag>"whole"</ETag></CompleteMultipartUploadResult>')

    def do_GET(self) -> None:
        if not self._begin():
            return
        if self.query.get("list-type") == "2":
            self._list()
        elif self.name not in self.fake.objects:
            self._refuse(404, "NoSuchKey")
        else:
            whole = self.fake.objects[self.name]
            found = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
            first, last = (int(found[1]), int(found[2] or len(whole) - 1)) if found else (0, len(whole) - 1)
            body = whole[first : last + 1]
            more = {"Content_Range": f"bytes {first}-{last}/{len(whole)}"} if found else {}
            self._answer(body, 206 if found else 200, ETag='"whole"', **more)

    do_HEAD = do_GET  # noqa: N815  (the server asks for this name)

    def do_DELETE(self) -> None:
        if self._begin():
            self.fake.objects.pop(self.name, None)
            self._answer(status=204)

    def _list(self) -> None:
        begin = f"{self.name}/{self.query.get('prefix', '')}"
        found = sorted(name for name in self.fake.objects if name.startswith(begin))
        first = int(self.query.get("continuation-token", 0))
        rows = "".join(
            f"<Contents><Key>{escape(name.partition('/')[2])}</Key></Contents>"
            for name in found[first : first + A_PAGE]
        )
        more = first + A_PAGE < len(found)
        token = f"<NextContinuationToken>{first + A_PAGE}</NextContinuationToken>" if more else ""
        cut = f"<IsTruncated>{str(more).lower()}</IsTruncated>"
        self._answer(f"<ListBucketResult>{cut}{token}{rows}</ListBucketResult>".encode())


def _unchunked(body: bytes) -> bytes:
    """aws-chunked: a size in hexadecimal, the piece, and so on until a piece of nothing."""
    whole = b""
    while True:
        head, _, rest = body.partition(b"\r\n")
        size = int(head.partition(b";")[0], 16)
        if not size:
            return whole
        whole, body = whole + rest[:size], rest[size + 2 :]


@contextmanager
def fake_s3(patch: pytest.MonkeyPatch) -> Iterator[FakeS3]:
    """Where boto3 finds the store and its keys is set in the environment."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    fake = FakeS3(server)
    server.RequestHandlerClass = type("Of", (Handler,), {"fake": fake})
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    named = {"ENDPOINT_URL_S3": fake.url, "ACCESS_KEY_ID": KEY, "SECRET_ACCESS_KEY": SECRET, "DEFAULT_REGION": "eu-1"}
    for name, value in named.items():
        patch.setenv(f"AWS_{name}", value)
    try:
        yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
