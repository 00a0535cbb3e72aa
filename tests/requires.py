"""Skips a test whose outside resource is absent, or fails it where the environment promises the resource."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NoReturn

import pytest


def requires(*names: str) -> None:
    """Skip the calling test, with the reason, unless every named resource is here.

    Names: `java` (Java 17 and LanguageTool), `model` (the transformers extra and TQCHECK_MODEL), `browser`
    (Chromium and playwright), `data` (TQCHECK_DATA). Those listed in TQCHECK_REQUIRE, separated by commas,
    fail the test instead.
    """
    for name in names:
        reason = _CHECKS[name]()
        if reason:
            unavailable(name, reason)


def unavailable(name: str, reason: str) -> NoReturn:
    """Skip the calling test because of a resource, or fail it if TQCHECK_REQUIRE lists the resource."""
    if name in {demanded.strip() for demanded in os.environ.get("TQCHECK_REQUIRE", "").split(",")}:
        pytest.fail(f"TQCHECK_REQUIRE has {name}, but: {reason}", pytrace=False)
    pytest.skip(reason)


def _java() -> str:
    from tqcheck.errors import ResourceUnavailable
    from tqcheck.languagetool.installation import find_installation
    from tqcheck.languagetool.java import find_java

    try:
        find_java()
        find_installation()
    except ResourceUnavailable as error:
        return str(error)
    return ""


def _model() -> str:
    if importlib.util.find_spec("sentence_transformers") is None:
        return "the transformers extra is not installed"
    return _folder("TQCHECK_MODEL", "a sentence-transformers model")


def _browser() -> str:
    if importlib.util.find_spec("playwright") is None:
        return "playwright is not installed"
    names = ("chromium", "chromium-browser", "google-chrome")
    return "" if any(shutil.which(name) for name in names) else "there is no Chromium on PATH"


def _data() -> str:
    return _folder("TQCHECK_DATA", "the labelled data")


def _folder(variable: str, what: str) -> str:
    named = os.environ.get(variable)
    if not named:
        return f"{variable} does not say where {what} is"
    return "" if Path(named).is_dir() else f"{variable} is {named}, which is no folder"


_CHECKS: dict[str, Callable[[], str]] = {"java": _java, "model": _model, "browser": _browser, "data": _data}
