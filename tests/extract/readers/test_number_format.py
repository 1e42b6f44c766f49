"""A number format tells what a number is; a wrong guess turns amounts into dates."""

import pytest

from extract.readers.number_format import Sense, code_mask, masked, sense_of, sense_of_code

SENSES = {
    Sense.DATE: (
        *("dd.mm.yyyy;@", "[$-419]d mmm yyyy;@", "yy", "mmm", "yyyy-mm-dd hh:mm", "[$-F800]dddd\\,\\ mmmm\\ dd"),
        *('[$-411]ggge"年"m"月"d"日"', "ДД.ММ.ГГГГ", "TT.MM.JJJJ", "jj/mm/aaaa", "[$-404]e/m/d;@", "m/d/yy h:mm"),
    ),
    Sense.CLOCK: ("h:mm AM/PM", "mm:ss", "hh:mm:ss.000"),
    Sense.ELAPSED: ("[h]:mm:ss", "[mm]:ss", "[hh]:mm", "[$-409][h]:mm"),
    Sense.SHARE: ("0%", "0.00%", "#,##0.0%;[Red]-0.0%"),
    Sense.CODE: ("0000000000", "0000\\.00\\.00", "0000\\ 00\\ 000\\ 0", "00\\-00", "000-00-0000"),
    Sense.NUMBER: (
        *("General", "0", "0.00", "#,##0.00", "0.00E+00", "# ##0", "0\\ 000", "@", "# ?/?", "0 шт", '#,##0\\ "кг"'),
        *('#,##0.00"р."', "[$€-407] #,##0", '"day "0', "[Red]0;[Blue]-0", "_-* #,##0.00_-;-* #,##0.00_-", "Основной"),
        *('[>=1000]0,"thousand";0', '0"00"', ""),
    ),
}


@pytest.mark.parametrize(("code", "sense"), [(code, sense) for sense, codes in SENSES.items() for code in codes])
def test_a_format_code_is_understood(code: str, sense: Sense):
    assert sense_of_code(code) is sense


def test_formats_without_code_are_built_in_and_a_code_of_the_book_outranks_them():
    assert [sense_of(number, None) for number in (0, 9, 14, 20, 46, 164)] == [
        *(Sense.NUMBER, Sense.SHARE, Sense.DATE, Sense.CLOCK, Sense.ELAPSED, Sense.NUMBER)
    ]
    assert sense_of(14, "0.00") is Sense.NUMBER


@pytest.mark.parametrize(
    ("number", "code", "printed"),
    [
        (803901000, "0000000000", "0803901000"),
        (8542319010, "0000\\ 00\\ 000\\ 0", "8542 31 901 0"),
        (803, '0000"."00', "0008.03"),
        (1234567, "0000\\.00", "12345.67"),
    ],
)
def test_codes_keep_their_zeros(number: int, code: str, printed: str):
    assert masked(number, code_mask(code)) == printed
