"""The measures of each layout for PDF."""

from dataclasses import dataclass

from tui.export.layouts import Layout

Sizes = tuple[float, ...]
Row = tuple[int, ...]


@dataclass(frozen=True)
class Geometry:
    """Paper, margins and the distance of ruled lines in mm; sizes of type in points, largest first.

    The largest of `sizes` at which a sheet fits one page is taken; what takes more has the first.
    `tries` are the ways to fill a page that there is only one of: a number of columns or, on a
    folded sheet, whether each part begins a new page, with the sizes for it. `order` says which
    page of a folded sheet lies where. `small`, `title` and `gap` are parts of the size of type.
    """

    width: float
    height: float
    side: float
    top: float
    bottom: float
    sizes: Sizes = (10.5,)
    tries: tuple[tuple[int | bool, Sizes], ...] = ()
    order: tuple[Row, ...] | None = None
    cut: bool = False
    small: float = 0.84
    title: float = 1.75
    gap: float = 0.95
    ruled: float = 8.5


_FULL = (10.5, 10.2, 9.9, 9.6, 9.3)
_COLUMNS = ((1, (10.5, 10.0, 9.5)), (2, (10.0, 9.5, 9.0, 8.6, 8.2, 7.8)))
_FOLDED = ((True, (9.5, 9.0)), (False, (9.0, 8.7, 8.4, 8.1, 7.8)))

GEOMETRIES = {
    Layout.A4: Geometry(210, 297, side=18, top=18, bottom=20, sizes=_FULL),
    Layout.LETTER: Geometry(215.9, 279.4, side=18, top=18, bottom=20, sizes=_FULL),
    Layout.A5: Geometry(148, 210, side=11, top=12, bottom=15, sizes=(9.0,)),
    Layout.LARGE: Geometry(
        *(210, 297, 18, 20, 24),
        sizes=(18.0,),
        small=1,
        title=1.4,
        ruled=13,
    ),
    Layout.BRIEF: Geometry(210, 297, 16, 14, 18, tries=_COLUMNS, small=0.9, gap=0.7),
    Layout.POCKET8: Geometry(
        *(297, 210, 6, 6, 11),
        tries=_FOLDED,
        order=((5, 4, 3, 2), (6, 7, 8, 1)),
        cut=True,
        small=0.9,
        title=1.5,
        gap=0.7,
        ruled=7,
    ),
    Layout.FOLD4: Geometry(
        *(210, 297, 8, 8, 12),
        tries=_FOLDED,
        order=((3, 2), (4, 1)),
        small=0.9,
        title=1.5,
        gap=0.7,
        ruled=8,
    ),
}
