from hypothesis import given
from hypothesis import strategies as st

from unlade.asking import in_order


@given(st.permutations(list(range(8))))
def test_any_order_comes_out_in_order(numbers):
    assert list(in_order((n, str(n)) for n in numbers)) == [str(n) for n in range(8)]


def test_nothing_waits_longer_than_it_must():
    given_back = in_order(iter([(0, "a"), (2, "c"), (1, "b")]))
    assert next(given_back) == "a"
