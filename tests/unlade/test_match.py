"""`unlade match`: countries and numbers given by hand count, or are refused with a way out."""

import pytest

SAME = ("ООО «Ромашка Поле»", "OOO Romashka Pole")


@pytest.mark.parametrize("option", ["--country-b=Belarus", "--country-b=XQ", "--id-a=7701234567", "--id-b=inn:000"])
def test_what_cannot_be_used_is_refused_with_a_way_out(unlade, option):
    done = unlade("match", *SAME, option)
    assert done.returncode == 2
    assert option.partition("=")[2].rpartition(":")[2] in done.stderr
    assert "write" in done.stderr
    assert len(done.stderr.splitlines()) <= 3


@pytest.mark.parametrize("countries", [("RU", "BY"), ("ru", "BY")])
def test_two_countries_leave_equal_names_to_a_person(unlade, countries):
    done = unlade("match", *SAME, "--country-a", countries[0], "--country-b", countries[1])
    assert done.stdout.startswith("unsure")
    assert "different countries: RU and BY" in done.stdout


def test_a_country_that_the_form_rules_out_is_told_and_weighs_nothing(unlade):
    names = ("ТОО «Ромашка Поле»", "TOO Romashka Pole")
    plain = unlade("match", *names).stdout.splitlines()[0]
    told = unlade("match", *names, "--country-a", "KZ", "--country-b", "RU").stdout
    assert told.splitlines()[0] == plain
    assert "different countries: KZ and RU" in told
