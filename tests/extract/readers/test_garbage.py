"""What a page says is told from what only looks like letters."""

import pytest

from extract.readers.garbage import why_garbage

RUSSIAN = "Договор поставки товара между покупателем и продавцом"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("(cid:12)(cid:7)(cid:88) (cid:3)", "has glyph numbers for letters"),
        ("\ue001\ue002\ue003 \ue004", "has text in an unknown encoding"),
        ("\x01\x02\x03 ab", "has text in an unknown encoding"),
        (RUSSIAN.encode("cp1251").decode("latin-1"), "has text in a wrong code page"),
        (RUSSIAN, ""),
        ("", ""),
        ("Übergrößenträger, Äpfel, Öl, Süßstoff für die Königsmühle", ""),
        ("A table of figures: 1,234.50 (cid:127) 88 062 200 and much more", ""),
        ("Été à l'hôtel près de la forêt, où règne une gaîté mêlée d'ennui", ""),
        ("深圳市旋翼科技有限公司", ""),
    ],
)
def test_garbage_is_told_from_text(text: str, why: str):
    assert why_garbage(text) == why
