"""What many tests need: the default brand."""

from pathlib import Path

import pytest

from lessonbuild.model.brand import Brand
from lessonbuild.reading import read_brand

DEFAULT = Path(__file__).parents[1] / "assets" / "brands" / "default"


@pytest.fixture(scope="session")
def brand() -> Brand:
    return read_brand(DEFAULT)
