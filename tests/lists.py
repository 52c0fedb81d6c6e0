"""Small lists for tests, written as authors write them."""

from pathlib import Path

from tui.content.library import Library, open_library
from tui.language import ENGLISH


def yaml_item(
    name: str, number: int, recheck: str = "once", checked: str = "2026-11-21", **fields: str
) -> str:
    given = {"kind": "look", "phases": "[before]", "priority": "important", "minutes": "5"} | fields
    lines = [f"id: {name}", f"number: {number}", "changed: 1", f"recheck: {recheck}"]
    lines += ["why: Because.", f"title: Title of {name}", "steps: [{text: Do it.}]"]
    lines += ["sources: [general-knowledge]", "evidence: general", f"checked: {checked}"]
    lines += [f"{key}: {value}" for key, value in given.items()]
    return "      - " + "\n        ".join(lines) + "\n"


def yaml_list(name: str, number: int, items: list[str], audience: str = "everyone") -> str:
    head = f"id: {name}\nnumber: {number}\ntitle: {name}\ngoal: Goal.\nlimit: Limit.\n"
    head += f"audience: [{audience}]\nreview_months: 6\nrevision: 1\nlanguage: en\n"
    head += "defaults: {caution: Careful., if_you_cannot: Take your time.}\nsections:\n"
    parts = [items[start : start + 9] for start in range(0, len(items), 9)]
    sections = [
        f"  - id: section-{place}\n    title: Section {place}\n    items:\n" + "".join(part)
        for place, part in enumerate(parts, start=1)
    ]
    return head + "".join(sections)


def write(folder: Path, **files: str) -> Path:
    """The folder with these files; `__` in a name stands for a dot."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name.replace("__", ".")).write_text(text, encoding="utf-8")
    return folder


def library_of(folder: Path, **lists: str) -> Library:
    for name, text in lists.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return open_library(ENGLISH, folder)
