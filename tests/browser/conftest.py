"""A live server over the populated site, and a page that belongs to somebody of a role."""

from collections.abc import Callable

import pytest
from flask import Flask
from playwright.sync_api import Page

from tests.fixtures.site import Site


@pytest.fixture
def sqlite_url(populated_url: str) -> str:
    """What `sqlite_app`, and with it the live server, stands on here."""
    return populated_url


@pytest.fixture
def become(sqlite_app: Flask, live_server: str, populated: Site) -> Callable[[Page, str], Page]:
    """Signs a page's browser in as somebody of a role."""

    def sign_in(page: Page, role: str) -> Page:
        page.context.clear_cookies()
        client = populated.client(sqlite_app, role)
        cookie = client.get_cookie("session")
        if cookie is not None:
            page.context.add_cookies([{"name": "session", "value": cookie.value, "url": live_server}])
        return page

    return sign_in
