"""A page that is open in a browser, and everything it said or asked for."""

from __future__ import annotations

from typing import Any


class Visit:
    """A page that was opened, and everything it said or asked for."""

    def __init__(self, browser: Any, address: str, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.said: list[str] = []
        self.asked: list[str] = []
        self.page.on("console", lambda message: self.said.append(message.text))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.goto(address)

    def seat(self, name: str) -> Any:
        """The button of a member."""
        return self.page.locator(".seat", has_text=name)

    def outcome(self) -> str:
        """The line that says how the vote ends."""
        return str(self.page.locator("p.outcome").inner_text())
