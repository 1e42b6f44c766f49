"""A case stores folded words beside the version of the fold that made them."""

import hashlib

from resolve.fold import FOLD_VERSION, fold

SPELLINGS = (
    *(
        "ООО «Воздушная Механика»",
        "Vozdushnaia Mehanika LLC",
        "«Алтын Қанат» ЖШС",
        "Щёкиноазот",
        "Чернівці",
        "Yıldız A.Ş.",
    ),
    *("深圳市旋翼科技有限公司", "Жұлдыз", "Ғылым", "КADIROV", "8542 31 900 1", "Straße", "Łódź", "O'Brien & Co."),
)
MADE_BY = {1: "9bf4db2b17a38781"}


def test_a_changed_fold_has_a_new_version():
    """Raise FOLD_VERSION and pin the new folding here: old cases are then folded anew when they are opened."""
    folded = hashlib.sha256("\n".join(map(fold, SPELLINGS)).encode()).hexdigest()[:16]
    assert MADE_BY[FOLD_VERSION] == folded
