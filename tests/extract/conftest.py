"""What reads columns is tried both ways: with the compiled helper, and by Python alone."""

import pytest

from extract.text import compiled


@pytest.fixture(scope="module", params=["compiled", "python"])
def both_ways(request):
    if request.param == "compiled" and not compiled.is_built():
        pytest.skip("the helper was not built here")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(compiled.SWITCH, "1" if request.param == "python" else "")
        yield request.param
