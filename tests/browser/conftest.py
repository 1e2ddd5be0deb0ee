"""A real browser for the pages: Chromium, with every request and every message of a page kept."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.skip("NO BROWSER TEST WAS RUN: chromium is not installed (apt-get install chromium)")
    sync_api = pytest.importorskip("playwright.sync_api", reason="NO BROWSER TEST WAS RUN: playwright is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Opened:
    """A page in the browser, with what it asked for and what it complained about."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.requests: list[str] = []
        self.messages: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self.messages.append(message.text))
        page.on("pageerror", lambda error: self.messages.append(str(error)))

    def lit(self) -> set[str]:
        """Return the refs of the rows that are lit, and no others."""
        return set(self.page.locator("#record .row.lit a.go").all_inner_texts())

    def lit_words(self) -> list[str]:
        return [words.strip() for words in self.page.locator("#report .w.lit").all_inner_texts() if words.strip()]

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.textContent.trim()"))


@pytest.fixture
def opened(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """Give a function that opens a page from its markup, in a window of its own."""
    contexts = []

    def open_page(markup: str, *, width: int = 1400, height: int = 900, **options: Any) -> Opened:
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(markup, encoding="utf-8")
        contexts.append(
            chromium.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce", **options)
        )
        opened = Opened(contexts[-1].new_page())
        opened.page.goto(path.as_uri())
        return opened

    yield open_page
    for context in contexts:
        context.close()
