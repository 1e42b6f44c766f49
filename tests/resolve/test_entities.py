"""Entities: a key that lasts, a label a reader knows."""

from resolve.entities import entity
from resolve.model import Name


def test_the_label_is_the_most_mentioned_name_then_the_shortest():
    names = [Name(1, "Altyn Kanat LLP", count=3), Name(2, "Altyn Kanat", count=3), Name(3, "ТОО Алтын Канат", count=2)]
    assert entity(names).label == "Altyn Kanat"


def test_the_country_is_the_most_mentioned_and_identifiers_are_all():
    names = [
        Name(1, "A", "KZ", ("bin:220440012345",), 5),
        Name(2, "B", "NL", count=4),
        Name(3, "C", None, ("inn:77",), 9),
    ]
    found = entity(names)
    assert (found.country, found.identifiers, found.members) == ("KZ", ("bin:220440012345", "inn:77"), (1, 2, 3))


def test_the_key_depends_on_what_names_say_and_nothing_else():
    one, same = entity([Name(1, "A"), Name(2, "B")]), entity([Name(9, "B", count=7), Name(4, "A")])
    other = entity([Name(1, "A"), Name(2, "B", identifiers=("inn:7701234567",))])
    assert one.key == same.key != other.key
