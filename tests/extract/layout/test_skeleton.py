import pytest

from extract.layout.skeleton import skeleton


@pytest.mark.parametrize(
    ("printed", "transliterated"),
    [
        ("отправитель", "OTPRAVITEL"),
        ("отправитель", "otpravitel'"),
        ("получателя", "poluchatelia"),
        ("происхождения", "PROISHOZHDENIYA"),
        ("цена", "tsena"),
        ("валютасы", "valiutasy"),
        ("жіберуші", "Jiberushi"),
        ("құны", "quny"),
        ("оғирлиги", "og'irligi"),
        ("İthalatçı", "ITHALATCI"),
        ("país", "PAIS"),
    ],
)
def test_a_word_and_its_transliteration_have_one_skeleton(printed, transliterated):
    assert skeleton(printed) == skeleton(transliterated)


@pytest.mark.parametrize(("one", "other"), [("нетто", "брутто"), ("импортер", "экспортер"), ("цена", "сумма")])
def test_words_apart_stay_apart(one, other):
    assert skeleton(one) != skeleton(other)


def test_letters_of_other_scripts_stay():
    assert skeleton("商品编号") == "商品编号"
