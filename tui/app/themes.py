"""The looks: two for dark and light terminals on their own background, and one of high contrast."""

from textual.theme import Theme

_OWN = dict.fromkeys(("background", "surface", "panel", "boost"), "ansi_default")


def _theme(name: str, accent: str, cursor: tuple[str, str], *, dark: bool) -> Theme:
    return Theme(
        name=name,
        ansi=True,
        dark=dark,
        primary=accent,
        secondary=accent,
        accent=accent,
        warning="ansi_yellow" if dark else "ansi_red",
        error="ansi_red",
        success="ansi_green",
        foreground="ansi_default",
        variables={
            "block-cursor-foreground": cursor[0],
            "block-cursor-background": cursor[1],
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-foreground": "ansi_default",
            "block-cursor-blurred-background": "ansi_default",
            "block-cursor-blurred-text-style": "bold",
            "input-cursor-background": cursor[1],
            "input-cursor-foreground": cursor[0],
            "ansi-background": "ansi_default",
            "ansi-foreground": "ansi_default",
            "border-blurred": "ansi_default",
            "border": accent,
        },
        **_OWN,
    )


def _contrast() -> Theme:
    theme = _theme(
        "contrast", "ansi_bright_yellow", ("ansi_black", "ansi_bright_yellow"), dark=True
    )
    theme.background = theme.surface = theme.panel = "ansi_black"
    theme.foreground = "ansi_bright_white"
    return theme


def themes() -> tuple[Theme, ...]:
    """All looks, in the order in which the look key goes through them."""
    return (
        _theme("dark", "ansi_cyan", ("ansi_black", "ansi_cyan"), dark=True),
        _theme("light", "ansi_blue", ("ansi_bright_white", "ansi_blue"), dark=False),
        _contrast(),
    )


def fitting(environment: dict[str, str]) -> str:
    """The look for a terminal that tells its background in COLORFGBG; else the dark one."""
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return "light" if background in {"7", "15"} else "dark"
