"""The domain of an address is what stands between scheme and path, whatever the address is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.inventory.links import LONGEST_DOMAIN, domain_of


@pytest.mark.parametrize(
    ("address", "domain"),
    [
        ("https://www.News.example/a/b?c=d#e", "news.example"),
        ("http://www.www.example", "www.example"),
        ("HTTPS://user:word@Site.example.:8080/", "site.example"),
        ("site.example", "site.example"),
        ("  Site.example/path \n", "site.example"),
        ("site.example:8080/path", "site.example"),
        ("https://t.me/c/12/34", "t.me"),
        ("t.me/channel?comment=1", "t.me"),
        ("https://site.example?next=https://other.example/@x", "site.example"),
        ("https://site.example#user@other.example", "site.example"),
        ("https://пример-навін.example/артыкул", "пример-навін.example"),
        ("https://XN--E1AFMKFD.example/", "xn--e1afmkfd.example"),
        ("tg://resolve?domain=channel", "tg:"),
        ("TG:resolve?domain=channel", "tg:"),
        ("https://127.0.0.1:81/", "127.0.0.1"),
        ("https://user@[2001:DB8::1]:81/x", "[2001:db8::1]"),
        ("https://[::1/", "["),
        ("ftp://files.example/a", "files.example"),
        ("http:site.example", "site.example"),
        ("https:\\\\site.example\\@other.example", "site.example"),
        ("https:///site.example/x", "site.example"),
        ("//site.example/x", "site.example"),
        ("javascript:alert(1)//site.example", "javascript:"),
        ("mailto:somebody@site.example", "mailto:"),
        ("chrome-extension://abc/page.html", "chrome-extension:"),
        ("file:///home/somebody/page.html", "file:"),
        ("about:blank", "about:"),
        ("https://", ""),
        ("https://www.", "www"),
        ("://", ""),
        ("", ""),
        ("\ud83d.example", "\ud83d.example"),
        ("https://site.example\u202e/x", "site.example\u202e"),
    ],
)
def test_the_domain_of_an_address(address: str, domain: str) -> None:
    assert domain_of(address) == domain


@pytest.mark.parametrize(
    "address",
    [
        "https://" + "a" * 3_000_000,
        "https://" + "a" * 3_000_000 + "_",
        "https://" + "a" * 3_000_000 + "@site.example/",
        "@" * 3_000_000,
        "/" * 3_000_000,
        "https://" + "[" * 3_000_000,
        "a" * 3_000_000 + ":",
        "https://site.example/" + "x@" * 3_000_000,
    ],
)
def test_an_address_made_to_be_long_has_a_domain_that_is_not(address: str) -> None:
    assert len(domain_of(address)) <= LONGEST_DOMAIN


@given(st.text())
def test_any_text_has_a_domain_without_a_path(address: str) -> None:
    assert not set(domain_of(address)) & set("/?#\\")


@given(st.from_regex(r"[abé][abcABC.\-éў]*[abў]", fullmatch=True), st.text("/?#@:. ab", max_size=9))
def test_what_stands_before_and_after_a_domain_does_not_change_it(name: str, path: str) -> None:
    assert domain_of(f"https://a:b@www.{name}:80/{path}") == domain_of(f"http://{name}")
