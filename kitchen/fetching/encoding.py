"""Bytes of strangers as text, by what they say of themselves and what they are."""

import codecs
import re

# What the web uses. Python knows more codecs, some of which unpack or compute and are no encodings of pages.
KNOWN = frozenset({
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "iso8859-1", "iso8859-2", "iso8859-3", "iso8859-4",
    "iso8859-5", "iso8859-6", "iso8859-7", "iso8859-8", "iso8859-9", "iso8859-10", "iso8859-13", "iso8859-14",
    "iso8859-15", "iso8859-16", "cp1250", "cp1251", "cp1252", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257",
    "cp1258", "cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic", "gbk", "gb2312", "gb18030",
    "big5", "euc_jp", "iso2022_jp", "shift_jis", "cp932", "euc_kr", "cp949", "ascii",
})  # fmt: skip
# The web reads these two as Windows does.
AS_WINDOWS = {"iso8859-1", "ascii"}
MARKS = [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
IN_META = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]{0,200}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE
)
HEAD = 4096


def decode(body: bytes, charset: str = "") -> str:
    """The text of a page or file: by its byte order mark, by `charset`, by its head, as UTF-8, as Windows."""
    for mark, name in MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(name, errors="replace")
    told = known(charset) or _told(body)
    for name in dict.fromkeys([told or "utf-8", "utf-8"]):
        try:
            return body.decode(name)
        except UnicodeDecodeError:
            continue
    # A single wrong byte in a page of UTF-8 must not spoil every accent of it.
    wrong = body.decode("utf-8", errors="replace")
    if told in {None, "utf-8"} and wrong.count("\ufffd") * 200 < len(wrong):
        return wrong
    return body.decode(told if told and told != "utf-8" else "cp1252", errors="replace")


def known(charset: str) -> str | None:
    """Python's name of an encoding of the web, or None."""
    try:
        name = codecs.lookup(charset.strip().strip("\"'")).name
    except (LookupError, ValueError):
        return None
    return "cp1252" if name in AS_WINDOWS else name if name in KNOWN else None


def _told(body: bytes) -> str | None:
    found = IN_META.search(body[:HEAD])
    name = known(found.group(1).decode("ascii")) if found else None
    # A head that could be read byte by byte is not of two bytes a letter, whatever it says.
    return "utf-8" if name and name.startswith("utf-16") else name
