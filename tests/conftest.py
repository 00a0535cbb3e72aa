"""Options of the test run."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# As the command line does, and before anything loads numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A busy machine is slow, and that is no failure.
settings.register_profile("tqcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tqcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite tests/golden from what is reported now."
    )
