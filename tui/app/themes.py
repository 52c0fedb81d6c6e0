"""The looks: two for dark and light terminals on their own background, and one of high contrast."""

from collections.abc import Mapping

from textual.theme import Theme


def _theme(name: str, accent: str, *, dark: bool) -> Theme:
    """A look in the terminal's own colours."""
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=accent,
        accent=accent,
        foreground="ansi_default",
        background="ansi_default",
        variables={
            "block-cursor-foreground": accent,
            "block-cursor-background": "ansi_default",
            "ansi-background": "ansi_default",
        },
    )


def themes() -> tuple[Theme, ...]:
    """All looks, in the order in which the look key goes through them."""
    contrast = _theme("contrast", "ansi_bright_yellow", dark=True)
    contrast.background = "ansi_black"
    contrast.foreground = "ansi_bright_white"
    return (
        _theme("dark", "ansi_cyan", dark=True),
        _theme("light", "ansi_blue", dark=False),
        contrast,
    )


def fitting(environment: Mapping[str, str]) -> str:
    """The look for a terminal that tells its background in COLORFGBG; else the dark one."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in {"7", "15"} else "dark"
