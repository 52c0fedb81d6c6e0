"""What a PDF holds beside its pages: tags for those who hear it, and nothing about who made it."""

import io
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pikepdf
import pytest

from tests.pdfs import BRIEF, everywhere, less, read, set_by, short
from tui.export import Document, Format, Layout, render
from tui.export.pdf import template

ROOT = Path(__file__).parents[2]
WORDS = {
    "en": "What to do first – “Settings” №1",
    "be": "Ў яе ёсць дзве кнігі: абʼём і аб’ём – «Налады» №1",
    "ru": "Объём работ ещё неясен — «Настройки» №1",
}
ACTIVE = {
    *(
        "/AcroForm",
        "/OpenAction",
        "/AA",
        "/Annot",
        "/Annots",
        "/JavaScript",
        "/JS",
        "/URI",
        "/Launch",
    ),
    *("/EmbeddedFiles", "/EmbeddedFile", "/EF", "/AF", "/Filespec", "/RichMedia", "/XFA", "/Perms"),
}
SAID = {"/Title", "/Creator"}
TOLD = {
    *("dc:title", "dc:language", "dc:format", "pdf:PDFVersion", "pdfuaid:part", "xmp:CreatorTool"),
    *("xmpMM:DocumentID", "xmpMM:InstanceID", "xmpMM:RenditionClass", "xmpTPg:NPages"),
}
TELL_TALES = re.compile(
    rb"(?i)typst|krilla|xmp-writer|python|paradak|producer|/author|(create|creation|mod|modify)date"
)


@dataclass(frozen=True)
class Sample:
    """A PDF in a file."""

    document: Document
    layout: Layout
    file: Path

    @property
    def data(self) -> bytes:
        return self.file.read_bytes()


def cyrillic(language: str) -> Document:
    return replace(everywhere(WORDS[language]), language=language)


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> list[Sample]:
    """A list in every layout, and every language on a page, on one that is folded, in large."""
    folder = tmp_path_factory.mktemp("samples")
    documents = [(short(layout).document, layout) for layout in Layout]
    for language in WORDS:
        documents += [(cyrillic(language), Layout.A4), (cyrillic(language), Layout.FOLD4)]
    found = []
    for number, (document, layout) in enumerate(documents):
        sample = Sample(document, layout, folder / f"list-{number}.pdf")
        sample.file.write_bytes(render(document, Format.PDF, layout))
        found.append(sample)
    return found


def told(*command: str | Path) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def written(folder: Path, text: str, **options: object) -> Path:
    """A PDF of the short list, made by another template."""
    made = folder / "list-1.pdf"
    made.write_bytes(set_by(text, short(Layout.A4).document, Layout.A4, **options))
    return made


def tagged(file: Path) -> bool:
    return bool(re.search(r"^Tagged: +yes$", told("pdfinfo", file), re.MULTILINE))


def loose_fonts(file: Path) -> list[str]:
    """Fonts that are not embedded, not cut to what is used, or whose letters cannot be copied."""
    fonts = told("pdffonts", file).splitlines()[2:]
    assert fonts
    return [font for font in fonts if not re.search(r" yes +yes +yes +\d+ +\d+$", font)]


def findings(*files: Path) -> list[str]:
    """What the accessibility checker finds: each file that has findings, by the numbers."""
    command = [str(Path(sys.executable).with_name("pdfua")), "check", *map(str, files)]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    results = re.findall(r"errors=\d+ warnings=\d+ info=\d+", result.stdout)
    assert len(results) == len(files)
    return [found for found in results if found != "errors=0 warnings=0 info=0"]


def test_it_is_tagged_and_its_fonts_travel_with_it(samples: list[Sample]) -> None:
    assert [sample for sample in samples if not tagged(sample.file)] == []
    assert [font for sample in samples for font in loose_fonts(sample.file)] == []


def test_the_checkers_find_no_fault(samples: list[Sample]) -> None:
    assert findings(*(sample.file for sample in samples)) == []
    for sample in samples:
        assert "No syntax or stream encoding errors found" in told("qpdf", "--check", sample.file)


def test_without_tags_the_checkers_find_fault(tmp_path: Path) -> None:
    bare = written(tmp_path, template().decode(), pdf_standards=[], pdf_tags=False)
    assert not tagged(bare)
    assert findings(bare)


def test_a_damaged_file_and_a_loose_font_would_be_noticed(tmp_path: Path) -> None:
    made = written(tmp_path, template().decode())
    made.write_bytes(made.read_bytes().replace(b"/FontFile2", b"/FontFileX"))
    assert loose_fonts(made)
    made.write_bytes(made.read_bytes()[:-2000])
    with pytest.raises(subprocess.CalledProcessError):
        told("qpdf", "--check", made)


def test_it_says_its_language_and_its_title(samples: list[Sample]) -> None:
    for sample in samples:
        with pikepdf.open(sample.file) as opened:
            assert str(opened.Root.Lang) == sample.document.language
            assert opened.Root.MarkInfo.Marked
            assert opened.Root.StructTreeRoot.K
            assert opened.Root.ViewerPreferences.DisplayDocTitle
            assert str(opened.docinfo.Title) == sample.document.title


@pytest.mark.parametrize("language", WORDS)
def test_letters_of_every_language_come_back(language: str, samples: list[Sample]) -> None:
    own = [sample for sample in samples if sample.document == cyrillic(language)]
    assert [sample.layout for sample in own] == [Layout.A4, Layout.FOLD4]
    for sample in own:
        assert " ".join(read(sample.data)).count(WORDS[language]) > 40


def heard(file: Path) -> str:
    """What is heard, in the order of the tags."""
    lines = re.findall(r'^ *"(.*)"$', told("pdfinfo", "-struct-text", file), re.MULTILINE)
    return re.sub(r"\s", "", "".join(lines))


@pytest.mark.parametrize("layout", BRIEF)
def test_a_folded_sheet_is_heard_in_the_order_of_its_pages(
    layout: Layout, samples: list[Sample]
) -> None:
    (sample,) = (
        one for one in samples if one.document == short(layout).document and one.layout is layout
    )
    text, place = heard(sample.file), 0
    said = [*sample.document.moment, *(entry.title for entry in sample.document.entries)]
    for words in [*said, *sample.document.closing]:
        place = text.index(re.sub(r"\s", "", words), place)
    assert text.count("☐") == len(sample.document.entries)
    assert not re.search(r"\d/\d", text.replace("2021/22", ""))


def streams(data: bytes) -> Iterator[bytes]:
    """The file as it is and each of its streams unpacked."""
    yield data
    with pikepdf.open(io.BytesIO(data)) as opened:
        yield from (one.read_bytes() for one in opened.objects if isinstance(one, pikepdf.Stream))


def tell_tales(data: bytes) -> list[bytes]:
    """What tells of a program, a time, a place or a person."""
    own = {str(Path.home()), str(ROOT), socket.gethostname(), sys.prefix}
    words = [name.encode() for name in own if len(name) > 4]
    return [
        found
        for stream in streams(data)
        for found in [
            *(match[0] for match in TELL_TALES.finditer(stream)),
            *(word for word in words if word in stream),
        ]
    ]


def test_nothing_tells_of_a_program_a_time_a_place_or_a_person(samples: list[Sample]) -> None:
    for sample in samples:
        assert tell_tales(sample.data) == []
        with pikepdf.open(sample.file) as opened:
            assert set(opened.docinfo.keys()) <= SAID
            assert str(opened.docinfo.Creator).strip() == ""
            described = opened.Root.Metadata.read_bytes().decode()
        names = set(re.findall(r"<((?:dc|pdf|pdfuaid|xmp|xmpMM|xmpTPg)\b[\w:]+)", described))
        assert names <= TOLD
        assert not re.search(r"\d{4}-\d\d|\d{8}", described)


@pytest.mark.parametrize(
    ("part", "instead", "tale"),
    [
        ("", "", b"Typst"),
        ("", "", b"xmp-writer"),
        (", date: none", "", b"CreateDate"),
        ("author: ()", 'author: "somebody"', b"/Author"),
        ("title: D.title", f'title: "{Path.home()}/list"', str(Path.home()).encode()),
    ],
)
def test_what_tells_would_be_noticed(part: str, instead: str, tale: bytes, tmp_path: Path) -> None:
    text = less(part, instead) if part else template().decode()
    assert tale in tell_tales(written(tmp_path, text).read_bytes())


def active(data: bytes) -> set[str]:
    """What could act, reach out or carry more than pages; none of it hides in packed objects."""
    outside = re.sub(rb"stream\r?\n.*?endstream", b"", data, flags=re.DOTALL)
    assert b"/Catalog" in outside
    assert b"/ObjStm" not in outside
    return {name.decode() for name in re.findall(rb"/[A-Za-z]+", outside)} & ACTIVE


def test_it_only_shows_pages(samples: list[Sample]) -> None:
    for sample in samples:
        assert active(sample.data) == set()


@pytest.mark.parametrize("key", sorted(ACTIVE))
def test_what_acts_would_be_noticed(key: str) -> None:
    changed = io.BytesIO()
    with pikepdf.open(io.BytesIO(short(Layout.A4).data)) as opened:
        opened.pages[0].obj["/Resources"]["/Thing"] = pikepdf.Dictionary({key: True})
        opened.save(changed)
    assert active(changed.getvalue()) == {key}


def test_a_link_would_be_noticed(tmp_path: Path) -> None:
    text = less("  it.text\n", '  link("https://example.org", it.text)\n')
    assert {"/Annots", "/URI"} <= active(written(tmp_path, text).read_bytes())
