"""Options of the test run."""

from __future__ import annotations

import os

import pytest

# As the command line does, and before anything loads numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite tests/golden from what is reported now."
    )
