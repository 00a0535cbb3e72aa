"""Options of the test run, and what all tests share."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import pytest
from hypothesis import HealthCheck, settings

from tqcheck import embed

# As the command line does, and before anything loads numpy.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A busy machine is slow, and that is no failure.
settings.register_profile("tqcheck", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("tqcheck")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="Rewrite tests/golden from what is reported now."
    )


@pytest.fixture(scope="session", autouse=True)
def _one_embedder() -> Iterator[None]:
    """All runs share the embedder, whose memory of sentences changes no result: to open it takes longer than most tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(embed, "open_embedder", cache(embed.open_embedder))
        yield
