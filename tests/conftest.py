"""What every test stands on: two Hypothesis profiles, and the reference material beside the project.

Knows where that material lies and that it may be missing. Refuses to know what is in it.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

settings.register_profile("default", deadline=None, derandomize=True, print_blob=False)
settings.register_profile("thorough", deadline=None, max_examples=2000)
settings.load_profile(os.environ.get("LIFECYCLE_HYPOTHESIS", "default"))

_SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture
def shared() -> Path:
    """The folder of facts, votes and annotations that stands beside the project; tests that read it skip without it."""
    if not _SHARED.is_dir():
        pytest.skip(f"the reference material is not beside the project: {_SHARED.name}/")
    return _SHARED
