"""Hostile texts, and a document that holds them in every field."""

import dataclasses
from collections.abc import Callable
from enum import StrEnum
from typing import Any

PAYLOADS = {
    "script": "<script src=http://127.0.0.1/x>alert(1)</script>",
    "closing": "\"'></label></li></ul></style></title><img src=x onerror=y>",
    "entity": "&lt;b&gt; &#60;b&#62; &amp; &copy;",
    "style": "</style><style>*{background:url(http://127.0.0.1/x)}",
    "comment": "<!-- --> <![CDATA[ x ]]> <?php ?>",
    "emphasis": "**bold** __bold__ *it* _it_ ~~gone~~ `code` $x$",
    "link": "[a](http://127.0.0.1) ![i](x) [r]: x <http://127.0.0.1> [[w]]",
    "autolink": "http://127.0.0.1/x www.example.org a@example.org mailto:a@example.org ftp://x.y",
    "domain": "example.org t.me/x (пример.рф) a-b.co.uk/?q=1 xn--e1afmkfd.com:80 //localhost/x",
    "emoji": ":smile: :+1: a:b:c :) :-D ::x::",
    "template": "{{ site.url }} {% include x %} {# x #} {{{x}}} {: .x} {.x #y z=1}",
    "definition": ": meaning",
    "heading": "# Title #",
    "underline": "====",
    "rule": "---",
    "bullet": "- [x] done",
    "plus": "+ done",
    "number": "1. one",
    "bracketed": "12) one",
    "quote": "> quoted",
    "fence": "```sh",
    "table": "| a | b |",
    "backslash": "\\ \\* \\",
    "textual": "[@click=app.quit]x[/] [bold]x[/bold] {x} {0} %s",
    "escape": "\x1b[2J\x1b]0;title\x07\x9b31m\x1b]52;c;AAAA\x07",
    "lines": "one\n\n- [ ] two\n# three\r\n<b>",
    "bidi": "a\u202eb\u2066c\u2069d\u200fe\u200bf\ufeffg\u2028h",
    "marks": "Z\u0300\u0301\u0302\u0303\u0304",
}


def changed(value: Any, change: Callable[[str], str]) -> Any:
    """The value with every text in it changed, however deep; words of ours stay."""
    if isinstance(value, StrEnum) or value == "":
        return value
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(changed(one, change) for one in value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        fields = [field.name for field in dataclasses.fields(value)]
        new = {name: changed(getattr(value, name), change) for name in fields}
        return dataclasses.replace(value, **new)
    return value
