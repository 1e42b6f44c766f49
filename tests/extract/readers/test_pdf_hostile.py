"""Whatever a PDF claims, reading it ends, says why, and keeps the pages before the damage."""

from contextvars import copy_context
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from extract.errors import Damaged, LimitExceeded, ReadError
from extract.model import Issue, Part
from extract.readers import read_parts
from extract.readers.passwords import offer
from extract.readers.pdf_bounds import ALIKE_IN_A_ROW
from extract.readers.pdf_fields import MOST
from extract.readers.pdf_inside import attachments
from tests.extract.readers.raw_pdf import document, one_page, page, raw_pdf, says, stream
from tests.extract.readers.reading import read, source_of


def until_refused(path: Path) -> tuple[list[Part], list[Issue], ReadError | None]:
    """Read as far as it goes."""
    parts: list[Part] = []
    issues: list[Issue] = []
    try:
        for item in read_parts(source_of(path), path):
            (issues if isinstance(item, Issue) else parts).append(item)  # type: ignore[arg-type]
    except ReadError as refusal:
        return parts, issues, refusal
    return parts, issues, None


def test_one_page_named_without_end_is_left(tmp_path: Path):
    many = 5 * ALIKE_IN_A_ROW
    objects = document(b"4 0 R " * many, many, {4: page(5), 5: stream(says("Invoice"))})
    parts, _, refusal = until_refused(raw_pdf(tmp_path / "a.pdf", objects))
    assert isinstance(refusal, LimitExceeded)
    assert len(parts) == ALIKE_IN_A_ROW + 1
    assert "all the same" in str(refusal)


def test_a_tree_that_doubles_twenty_times_is_left(tmp_path: Path):
    nodes = {n: b"<</Type/Pages/Kids[%d 0 R %d 0 R]/Count %d>>" % (n + 1, n + 1, 2 ** (29 - n)) for n in range(10, 29)}
    leaf = {29: page(5), 5: stream(says("Invoice"))}
    parts, _, refusal = until_refused(raw_pdf(tmp_path / "a.pdf", document(b"10 0 R", 2**19, {**nodes, **leaf})))
    assert isinstance(refusal, LimitExceeded)
    assert parts[0].text == "Invoice\n"


@pytest.mark.parametrize("count", [1_000_000, 2**31 - 1, -1, 0])
def test_a_number_of_pages_that_is_not_there_costs_nothing(tmp_path: Path, count: int):
    objects = document(b"4 0 R", count, {4: page(5), 5: stream(says("Invoice"))})
    parts, _, refusal = until_refused(raw_pdf(tmp_path / "a.pdf", objects))
    assert [part.text for part in parts] == ["Invoice\n"]
    assert refusal is None or isinstance(refusal, Damaged)


@pytest.mark.parametrize("loop", [b"4 0 R 2 0 R", b"4 0 R 10 0 R"])
def test_a_page_tree_that_bites_its_tail_gives_its_page(tmp_path: Path, loop: bytes):
    objects = {4: page(5), 5: stream(says("Invoice")), 10: b"<</Type/Pages/Parent 2 0 R/Kids[10 0 R 2 0 R]/Count 5>>"}
    parts, _, _ = until_refused(raw_pdf(tmp_path / "a.pdf", document(loop, 2, objects)))
    assert parts[0].text == "Invoice\n"


def test_pages_before_the_damage_are_kept(tmp_path: Path):
    good = {n: page(n + 50) for n in range(10, 15)}
    texts = {n + 50: stream(says(f"Sheet {n}")) for n in range(10, 15)}
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 60))
    parts, issues, refusal = until_refused(raw_pdf(tmp_path / "a.pdf", document(kids, 50, {**good, **texts})))
    assert [part.text for part in parts] == [f"Sheet {n}\n" for n in range(10, 15)]
    assert issues[0].message == "page 6 cannot be read"
    assert isinstance(refusal, Damaged)


@pytest.mark.parametrize("word", ["of the user", "of the owner"])
def test_either_password_opens_the_file(tmp_path: Path, word: str):
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), encrypt=StandardEncryption("of the user", "of the owner", canPrint=0))
    canvas.drawString(50, 700, "Invoice")
    canvas.save()

    def with_word() -> list[Part]:
        offer(["wrong", word])
        return read(path)[0]

    assert [part.text for part in copy_context().run(with_word)] == ["Invoice\n"]


@pytest.mark.parametrize("far", ["99999999999999999999", "-3e38", "1e400", "340282346638528859811704183484516925440"])
def test_what_lies_beyond_every_page_spoils_nothing_on_it(tmp_path: Path, far: str):
    wild = f"{far} {far} m {far} 0 l S 0 0 {far} {far} re f BT /F 12 Tf {far} {far} Td (away) Tj ET\n".encode()
    grid = b"".join(b"%d 300 m %d 500 l S 100 %d m 300 %d l S\n" % (n, n, n + 200, n + 200) for n in (100, 200, 300))
    parts, ((*rows,),), _ = read(raw_pdf(tmp_path / "a.pdf", one_page(wild + says("here", 110, 420) + grid)))
    assert "here" in parts[0].text
    assert rows == [["here", ""], ["", ""]]


@pytest.mark.parametrize("hidden", [b"0 0 0 0 0 0 cm ", b"1e300 0 0 1e300 0 0 cm ", b"Do cm "])
def test_text_that_one_engine_sees_nowhere_is_asked_of_the_other(tmp_path: Path, hidden: bytes):
    path = raw_pdf(tmp_path / "a.pdf", one_page(hidden + says("Invoice")))
    (part,), _, _ = read(path)
    assert part.text == "Invoice\n"
    assert part.dialect["reader"] == "pdfplumber"


def test_text_that_stands_on_no_page_is_said_to_be_left_out(tmp_path: Path):
    stretched = b"%b 0 0 1 0 0 cm " % (b"9" * 25)
    path = raw_pdf(tmp_path / "a.pdf", one_page(2 * stretched + says("Invoice")))
    (part,), _, issues = read(path)
    assert not part.words
    assert "page 1 draws text where no page is; it was not read" in [issue.message for issue in issues]


def test_a_blank_between_two_quotes_is_no_text(tmp_path: Path):
    _, _, issues = read(raw_pdf(tmp_path / "a.pdf", one_page(says(" "))))
    assert [issue.kind for issue in issues] == ["blank"]


@pytest.mark.parametrize(("before", "seen"), [(MOST - 1, True), (MOST, False)])
def test_fields_behind_thousands_of_notes_are_said_not_to_be_read(tmp_path: Path, before: int, seen: bool):
    notes = b" ".join([b"<</Type/Annot/Subtype/Link/Rect[0 0 1 1]>>"] * before)
    typed = b"<</Type/Annot/Subtype/FreeText/Rect[50 500 300 520]/AP<</N 7 0 R>>>>"
    look = stream(says("typed", 0, 4), b"/Type/XObject/Subtype/Form/BBox[0 0 250 20]/Resources<</Font<</F 3 0 R>>>>")
    objects = one_page(says("Invoice"), extra=b"/Annots[%b %b]" % (notes, typed))
    (part,), _, issues = read(raw_pdf(tmp_path / "a.pdf", {**objects, 7: look}))
    assert ("typed" in part.text) == seen
    assert bool(issues) != seen


def test_a_form_in_itself_is_opened_once_a_level(tmp_path: Path):
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X 6 0 R>>/Font<</F 3 0 R>>>>"
    objects = {4: page(5).replace(b"/Font", b"/XObject<</X 6 0 R>>/Font"), 5: stream(b"/X Do")}
    objects[6] = stream(says("Invoice") + b"/X Do", form)
    parts, _, _ = until_refused(raw_pdf(tmp_path / "a.pdf", document(b"4 0 R", 1, objects)))
    assert "Invoice" in parts[0].text


def test_a_font_that_maps_all_letters_to_none_is_no_text(tmp_path: Path):
    from extract.readers.ocr.policy import adopt

    cmap = b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <E020> endbfrange"
    objects = one_page(says("Consignee Altyn Kanat"))
    objects[3] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 9 0 R>>"
    path = raw_pdf(tmp_path / "a.pdf", {**objects, 9: stream(cmap)})

    def without_ocr() -> list[Part]:
        adopt("off", 60, bool)
        return read(path)[0]

    (part,) = copy_context().run(without_ocr)
    assert part.needs_ocr


def test_scripts_are_counted_and_files_inside_are_listed(tmp_path: Path):
    names = b"/Names<</JavaScript<</Names[(a) 20 0 R]>>/EmbeddedFiles<</Names[(b) 21 0 R]>>>>"
    inside = {
        20: b"<</S/JavaScript/JS(app.launchURL\\('http://nowhere.invalid'\\))>>",
        21: b"<</Type/Filespec/F(list.csv)/UF(list.csv)/EF<</F 22 0 R>>>>",
        22: stream(b"a;b\n1;2\n", b"/Type/EmbeddedFile"),
    }
    path = raw_pdf(tmp_path / "a.pdf", {**one_page(says("Invoice"), names), **inside})
    _, _, issues = read(path)
    assert [(issue.kind, issue.message) for issue in issues] == [
        ("attachment", "holds attached files: list.csv (8 bytes)"),
        ("script", "holds scripts (1); none was run"),
    ]
    held = pypdfium2.PdfDocument(path)
    (file,) = attachments(held)
    assert (file.name, file.data) == ("list.csv", b"a;b\n1;2\n")
    held.close()


def test_a_file_cut_short_gives_what_is_left(tmp_path: Path):
    texts = {n + 50: stream(says(f"Sheet {n}")) for n in range(10, 30)}
    pages = {n: page(n + 50) for n in range(10, 30)}
    path = raw_pdf(tmp_path / "a.pdf", document(b" ".join(b"%d 0 R" % n for n in pages), 20, {**pages, **texts}))
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"Sheet 25")])
    parts, _, refusal = until_refused(path)
    assert [part.text for part in parts][:15] == [f"Sheet {n}\n" for n in range(10, 25)]
    assert "what was found" in str(refusal)


def test_pages_that_no_tree_names_are_found(tmp_path: Path):
    objects = document(b"", 1, {4: page(5), 5: stream(says("Invoice"))})
    parts, _, refusal = until_refused(raw_pdf(tmp_path / "a.pdf", {**objects, 2: b"<</Type/Pages/Kids 7/Count 1>>"}))
    assert [part.text for part in parts] == ["Invoice\n"]
    assert isinstance(refusal, Damaged)


def test_a_file_of_which_only_empty_pages_are_left_is_refused(tmp_path: Path):
    path = raw_pdf(tmp_path / "a.pdf", {**document(b"4 0 R", 1, {4: page(5)}), 5: stream(says("Invoice"))})
    data = path.read_bytes()
    path.write_bytes(data[: data.index(b"Invoice")])
    parts, _, refusal = until_refused(path)
    assert parts == []
    assert isinstance(refusal, Damaged)
