"""Whole screens as pictures: what the tests compare and what the README shows."""

import difflib
import html
import io
import os
import re
from pathlib import Path

import pytest
from rich.console import Console
from rich.terminal_theme import TerminalTheme
from textual.app import App

SCREENS = Path(__file__).parents[2] / "docs" / "screens"
COLOURS = {
    "dark": ((24, 26, 31), (214, 217, 222), (102, 190, 200)),
    "light": ((250, 249, 246), (36, 38, 43), (28, 78, 160)),
    "contrast": ((0, 0, 0), (255, 255, 255), (102, 190, 200)),
}
"""Background, foreground, and what stands for cyan or blue."""
_CELL = 12.2
_TEXT = re.compile(r'<text [^>]*x="([\d.]+)"[^>]*url\(#t-line-(\d+)\)">([^<]*)</text>')
_PICTURE = """\
<svg viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font: {char_height}px ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, \
monospace }}
.{unique_id}-title {{ font: 16px sans-serif }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}" />
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def same_screen(app: App[None], name: str, look: str = "dark") -> None:
    """Compares the screen with its picture; with UPDATE_SCREENS it becomes the picture."""
    file, new = SCREENS / f"{name}.svg", picture(app, look)
    if os.environ.get("UPDATE_SCREENS"):
        SCREENS.mkdir(parents=True, exist_ok=True)
        file.write_text(new, encoding="utf-8")
        return
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    if old != new:
        changes = list(difflib.unified_diff(lines(old), lines(new), lineterm="", n=0))[2:]
        told = "\n".join(changes) or "the words are the same; colours or places differ"
        pytest.fail(
            f"docs/screens/{name}.svg differs; if this is meant: make screens\n{told}", False
        )


def picture(app: App[None], look: str = "dark") -> str:
    """The screen as an SVG that names no host and is the same on every machine."""
    columns, rows = app.size
    console = Console(
        width=columns,
        height=rows,
        file=io.StringIO(),
        force_terminal=True,
        color_system="truecolor",
        record=True,
        legacy_windows=False,
    )
    console.print(app.screen._compositor.render_update(full=True, simplify=True))
    svg = console.export_svg(
        title="paradak", theme=_theme(look), code_format=_PICTURE, unique_id="t"
    )
    return re.sub(r">\s*<", ">\n<", svg)


def lines(svg: str) -> list[str]:
    """The words in a picture, line by line."""
    found: dict[int, str] = {}
    for left, number, text in _TEXT.findall(svg):
        before = found.get(int(number), "").ljust(round(float(left) / _CELL))
        found[int(number)] = before + html.unescape(text).replace("\xa0", " ")
    return [found[number].rstrip() for number in sorted(found)]


def _theme(look: str) -> TerminalTheme:
    background, foreground, accent = COLOURS[look]
    grey, yellow, white = (128, 128, 128), (255, 215, 0), (255, 255, 255)
    normal = [(0, 0, 0), grey, grey, grey, accent, grey, accent, foreground]
    bright = [grey, grey, grey, yellow, accent, grey, accent, white]
    return TerminalTheme(background, foreground, normal, bright)
