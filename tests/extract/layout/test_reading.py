from extract.layout.reading import text_in_box
from extract.model import Box, Part, PartKind, Place, Word


def test_words_are_joined_line_by_line_where_their_centre_lies_inside():
    words = [
        Word("Altyn", 0, Box(10, 10, 30, 20)),
        Word("Kanat", 6, Box(32, 10, 60, 20)),
        Word("LLP", 12, Box(10, 22, 30, 32)),
        Word("outside", 16, Box(55, 22, 95, 32)),
    ]
    part = Part(Place("0", 1), PartKind.PAGE, words=words)
    assert text_in_box(part, Box(5, 5, 60, 40)) == "Altyn Kanat\nLLP"
