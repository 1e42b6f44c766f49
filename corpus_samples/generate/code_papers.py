"""Trade papers with commodity codes among numbers that look like them: invoices, packing lists, letters, quotations.

Codes stand in columns, behind labels and in running lines, dotted, spaced or glued, in seven languages. Around them
stand numbers of invoices, lots, taxpayers, telephones, orders, parts, accounts and postal codes, and more than half of
those that can begin as a commodity code does. All companies and numbers are invented.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from corpus_samples.generate.document import SAMPLE
from corpus_samples.generate.goods import CARRIED, ORDINARY, RISING, Goods
from corpus_samples.generate.identifiers import bin_number, digits, inn
from corpus_samples.generate.page import Paper
from corpus_samples.generate.world import foreign_companies

Line = list[tuple[float, str]]
"""Texts of one line, each with the place where it begins, in hundredths of the width."""


@dataclass(frozen=True, slots=True)
class CodePaper:
    """A paper, and the codes that stand on it."""

    suffix: str
    data: bytes
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Tongue:
    """The words of one language. ``grouping``: how its country prints codes; ``size``: of how many digits."""

    title: str
    packing: str
    code: tuple[str, ...]
    item: tuple[str, str, str, str, str]
    labels: tuple[str, ...]
    sentence: str
    size: int
    groupings: tuple[str, ...]
    font: str = "DejaVuSans"


TONGUES = {
    "en": Tongue(
        "COMMERCIAL INVOICE", "PACKING LIST", ("HS Code", "HTS", "Tariff No.", "Commodity code", "HS CODE NO."),
        ("No.", "Description", "Qty", "Unit price", "Amount"),
        ("Invoice No.", "Order No.", "Lot", "Part No.", "Tel", "Account", "PO", "Serial No.", "Batch"),
        "Please note that {goods} under HS code {code} will be shipped with lot {decoy} on {day}.",
        10, ("", ".", "10.")),
    "ru": Tongue(
        "ИНВОЙС", "УПАКОВОЧНЫЙ ЛИСТ", ("Код ТН ВЭД", "ТН ВЭД ЕАЭС", "Код товара", "ТНВЭД"),
        ("№", "Наименование товара", "Кол-во", "Цена", "Сумма"),
        ("Счет №", "Заказ №", "Партия", "Артикул", "Тел.", "р/с", "Договор №", "Серийный №", "ОКПО"),
        "Сообщаем, что {goods} (код ТН ВЭД ЕАЭС {code}) по заказу {decoy} отгружены {day}.", 10, ("", "4231", "")),
    "kz": Tongue(
        "ШОТ-ФАКТУРА / ИНВОЙС", "ОРАМ ПАРАҒЫ / УПАКОВОЧНЫЙ ЛИСТ", ("СЭҚ ТН коды", "Код ТН ВЭД"),
        ("№", "Тауар атауы", "Саны", "Бағасы", "Сомасы"),
        ("Шот №", "Тапсырыс №", "Партия", "Артикул", "Тел.", "ЖСК", "Келісімшарт №", "Сериясы", "БСН"),
        "{goods} тауарының СЭҚ ТН коды {code}, тапсырыс {decoy}, күні {day}.", 10, ("", "4231")),
    "ua": Tongue(
        "ІНВОЙС", "ПАКУВАЛЬНИЙ ЛИСТ", ("Код УКТ ЗЕД", "УКТЗЕД", "Код УКТЗЕД"),
        ("№", "Найменування товару", "К-сть", "Ціна", "Сума"),
        ("Рахунок №", "Замовлення №", "Партія", "Артикул", "Тел.", "р/р", "Договір №", "Серійний №", "ЄДРПОУ"),
        "Повідомляємо, що {goods} (код УКТ ЗЕД {code}) за замовленням {decoy} відвантажено {day}.", 10, ("", "4222")),
    "de": Tongue(
        "RECHNUNG", "PACKLISTE", ("Zolltarifnummer", "Zolltarif-Nr.", "Warennummer", "Stat. Warennr."),
        ("Pos.", "Bezeichnung", "Menge", "Einzelpreis", "Betrag"),
        ("Rechnung Nr.", "Auftrag Nr.", "Charge", "Art.-Nr.", "Tel.", "Konto", "Bestellung", "Serien-Nr.",
         "Kunden-Nr."),
        "Die Ware {goods}, Zolltarifnummer {code}, Auftrag {decoy}, wird am {day} versandt.", 8, ("", "422")),
    "tr": Tongue(
        "TİCARİ FATURA", "ÇEKİ LİSTESİ", ("GTİP", "G.T.İ.P. No", "GTIP NO"),
        ("No", "Malın cinsi", "Miktar", "Birim fiyat", "Tutar"),
        ("Fatura No", "Sipariş No", "Parti", "Ürün kodu", "Tel", "Hesap No", "Sözleşme No", "Seri No", "Vergi No"),
        "{goods} cinsi eşya, GTİP {code}, sipariş {decoy}, {day} tarihinde sevk edilecektir.", 12, ("", "42222")),
    "cn": Tongue(
        "商业发票 COMMERCIAL INVOICE", "装箱单 PACKING LIST", ("商品编号", "海关编码", "HS编码", "税号"),
        ("序号", "品名 Description", "数量", "单价", "金额"),
        ("发票号码", "订单号", "批号", "货号", "电话", "账号", "合同号", "序列号", "邮编"),
        "兹通知贵司，{goods} 海关编码 {code}，订单号 {decoy}，将于 {day} 发运。", 10, ("", "42."), "STSong-Light"),
}  # fmt: skip
HELD_OUT_TONGUES = {
    "fr": Tongue(
        "FACTURE COMMERCIALE", "LISTE DE COLISAGE", ("Code douanier", "Nomenclature douanière", "Code SH"),
        ("N°", "Désignation", "Qté", "Prix unitaire", "Montant"),
        ("Facture n°", "Commande n°", "Lot", "Réf.", "Tél.", "Compte", "Contrat n°", "N° de série", "SIRET"),
        "Nous vous informons que {goods}, code douanier {code}, commande {decoy}, partira le {day}.", 8, ("", "422")),
    "es": Tongue(
        "FACTURA COMERCIAL", "LISTA DE EMPAQUE", ("Fracción arancelaria", "Partida arancelaria", "Código HS"),
        ("N.º", "Descripción", "Cant.", "Precio", "Importe"),
        ("Factura n.º", "Pedido n.º", "Lote", "Ref.", "Tel.", "Cuenta", "Contrato n.º", "N.º de serie", "RFC"),
        "La mercancía {goods}, fracción arancelaria {code}, pedido {decoy}, sale el {day}.", 8, ("", "422")),
}  # fmt: skip
GROUPS = {"": (), ".": (4, 2, 2, 2), "10.": (4, 2, 4), "4231": (4, 2, 3, 1), "4222": (4, 2, 2, 2), "422": (4, 2, 2),
          "42222": (4, 2, 2, 2, 2), "42.": (4, 2, 4)}  # fmt: skip
DOTTED = frozenset((".", "10.", "42222", "42."))


def code(rng: Random, goods: Goods, tongue: Tongue) -> tuple[str, str]:
    """Give a code in full, and as this country prints it."""
    full = rng.choice(goods.codes)[:8].ljust(tongue.size, "0") if tongue.size != 10 else rng.choice(goods.codes)
    how = rng.choice(tongue.groupings)
    pieces, at = [], 0
    for size in GROUPS[how]:
        pieces.append(full[at : at + size])
        at += size
    return full, ("." if how in DOTTED else " ").join(pieces) if pieces else full


def decoy(rng: Random) -> str:
    """Give a number that is no code; more than half of them begin as one."""
    beginning = rng.choice((*CARRIED, *RISING, *ORDINARY)).codes[0][:6] if rng.random() < 0.6 else digits(rng, 6)
    shapes = ("{b}", "{b}{d2}", "{b}{d4}", "{b}-{d2}", "A{b}", "{b}/{d2}", "{b1}.{b2}", "{d2}.12.2022", "20.{d1}1.2022")
    shape = rng.choice(shapes)
    return shape.format(
        b=beginning, d1=rng.randrange(0, 2), d2=digits(rng, 2), d4=digits(rng, 4), b1=beginning[:4], b2=beginning[4:]
    )


def head(rng: Random, tongue: Tongue, title: str) -> list[Line]:
    """Print title, parties and the numbers of the paper."""
    seller, buyer = foreign_companies(rng, 2)
    lines: list[Line] = [[(0, title)], [(0, seller.english), (55, f"{tongue.labels[0]} {decoy(rng)}")]]
    lines.append([(0, f"{seller.address}, {digits(rng, 6)}"), (55, f"{tongue.labels[1]} {decoy(rng)}")])
    lines.append([(0, f"{tongue.labels[4]} +{digits(rng, 2)} {digits(rng, 3)} {rng.choice(RISING).codes[0][:8]}")])
    lines.append([(0, buyer.english), (55, f"{rng.choice(('INN', 'ИНН'))} {inn(rng, '7719')}")])
    lines.append([(0, f"BIN {bin_number(rng, 2015, 4)}"), (55, f"{rng.randrange(10, 29)}.12.2022")])
    return [*lines, []]


def foot(rng: Random, tongue: Tongue) -> list[Line]:
    account = f"{tongue.labels[5]} 40702810{digits(rng, 12)}"
    return [[], [(0, f"{account}, SWIFT ABCDDEFF, BIK 04{digits(rng, 7)}")],
            [(0, f"{tongue.labels[6]} {decoy(rng)}; {tongue.labels[8]} {digits(rng, 8)}")], [(0, SAMPLE)]]  # fmt: skip


Made = tuple[list[Line], set[str]]


def column(rng: Random, tongue: Tongue) -> Made:
    """Print an item table with a column of codes between columns of other numbers."""
    places = rng.choice(((0, 6, 34, 52, 66, 78, 88), (0, 6, 30, 46, 64, 74, 88)))
    other = rng.choice((2, 3, 7))
    names = (tongue.item[0], tongue.item[1], rng.choice(tongue.code), tongue.labels[other], *tongue.item[2:])
    if rng.random() < 0.5:
        names = (names[0], names[1], names[3], names[2], *names[4:])
    lines: list[Line] = [list(zip(places, names, strict=True))]
    codes = set()
    for number in range(1, rng.randrange(3, 8)):
        goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
        full, printed = code(rng, goods, tongue)
        codes.add(full)
        said = {tongue.labels[other]: decoy(rng)}
        cells = (str(number), goods.english[:22], printed, said[tongue.labels[other]], "12", "1 850.00", "22 200.00")
        row = (*cells[:2], cells[3], cells[2], *cells[4:]) if names[3] in tongue.code else cells
        lines.append(list(zip(places, row, strict=True)))
    return [*head(rng, tongue, tongue.title), *lines, *foot(rng, tongue)], codes


def behind_label(rng: Random, tongue: Tongue) -> Made:
    """Print items as lines of text, each code behind its label, a part number beside it."""
    lines: list[Line] = []
    codes = set()
    for number in range(1, rng.randrange(3, 7)):
        goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
        full, printed = code(rng, goods, tongue)
        codes.add(full)
        about = f"{tongue.labels[3]} {decoy(rng)}, {tongue.labels[2]} {decoy(rng)}"
        lines += [[(0, f"{number}. {goods.english}, {about}"), (82, "4 500.00")],
                  [(4, f"{rng.choice(tongue.code)}{rng.choice((': ', ' ', ' - '))}{printed}")]]  # fmt: skip
    return [*head(rng, tongue, tongue.packing), *lines, *foot(rng, tongue)], codes


def letter(rng: Random, tongue: Tongue) -> Made:
    """Write a letter that names codes in its sentences."""
    lines: list[Line] = []
    codes = set()
    for _ in range(rng.randrange(2, 5)):
        goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
        full, printed = code(rng, goods, tongue)
        codes.add(full)
        day = f"{rng.randrange(10, 29)}.{rng.randrange(10, 13)}.2022"
        sentence = tongue.sentence.format(goods=goods.english, code=printed, decoy=decoy(rng), day=day)
        lines += [[(0, sentence)], [(0, f"{tongue.labels[7]} {decoy(rng)}, {tongue.labels[3]} {decoy(rng)}.")], []]
    return [*head(rng, tongue, "—"), *lines, *foot(rng, tongue)], codes


def without_codes(rng: Random, tongue: Tongue) -> Made:
    """Print an invoice that names no code at all."""
    lines = [
        [(0, str(number)), (6, rng.choice(ORDINARY).english), (40, decoy(rng)), (60, decoy(rng)), (80, "1 250.00")]
        for number in range(1, 6)
    ]
    names = list(zip((0, 6, 40, 60, 80), (*tongue.item[:2], *tongue.labels[2:4], tongue.item[4]), strict=True))
    return [*head(rng, tongue, tongue.title), names, *lines, *foot(rng, tongue)], set()


TEMPLATES: dict[str, Callable[[Random, Tongue], Made]] = {
    "column": column, "behind a label": behind_label, "letter": letter, "without codes": without_codes,
}  # fmt: skip


def key_and_value(rng: Random, tongue: Tongue) -> Made:
    """Print each item as a block of keys and values."""
    lines: list[Line] = []
    codes = set()
    for _ in range(rng.randrange(2, 5)):
        goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
        full, printed = code(rng, goods, tongue)
        codes.add(full)
        pairs = [(tongue.item[1], goods.english), (rng.choice(tongue.code), printed), (tongue.labels[3], decoy(rng)),
                 (tongue.labels[7], decoy(rng)), (tongue.item[4], "1 480.00")]  # fmt: skip
        rng.shuffle(pairs)
        lines += [[(0, f"{name}:"), (34, value)] for name, value in pairs] + [[]]
    return [*head(rng, tongue, tongue.title), *lines, *foot(rng, tongue)], codes


HELD_OUT_TEMPLATES: dict[str, Callable[[Random, Tongue], Made]] = {"key and value": key_and_value, "column": column}


def paper(template: str, tongue: str, seed: int) -> CodePaper:
    """Print a paper of a template in a language; every third is plain text."""
    rng = Random(f"{template}/{tongue}/{seed}")
    words = (TONGUES | HELD_OUT_TONGUES)[tongue]
    lines, codes = (TEMPLATES | HELD_OUT_TEMPLATES)[template](rng, words)
    plain = seed % 3 == 2
    return CodePaper(
        ".txt" if plain else ".pdf", typed(lines) if plain else printed(lines, words, rng), frozenset(codes)
    )


def typed(lines: Sequence[Line]) -> bytes:
    """Write lines as plain text, columns by blanks."""
    rows = []
    for line in lines:
        row = ""
        for place, words in line:
            row = row.ljust(int(place * 1.3)) if len(row) < int(place * 1.3) else row + "   " * bool(row)
            row += words
        rows.append(row)
    return ("\n".join(rows) + "\n").encode()


def printed(lines: Sequence[Line], tongue: Tongue, rng: Random) -> bytes:
    """Draw lines on a page."""
    if tongue.font != "DejaVuSans":
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfbase.pdfmetrics import registerFont

        registerFont(UnicodeCIDFont(tongue.font))
    sheet, size, y = Paper(notice=False), rng.uniform(6.6, 8.2), 50.0
    left = rng.uniform(30, 50)
    for line in lines:
        for place, words in line:
            sheet.text(left + place * 5.0, y, words, size, tongue.font)
        y += size * rng.choice((1.5, 1.6))
    return sheet.finish()
