"""A Russian payment order: the fund pays the buyer for one of the carried goods."""

from __future__ import annotations

from textwrap import wrap

from corpus_samples.generate.company import Company
from corpus_samples.generate.document import Document, Named, amount, companies, keys, values
from corpus_samples.generate.identifiers import digits
from corpus_samples.generate.page import BOLD, Paper
from corpus_samples.generate.world import World


def documents(world: World, folder: str) -> list[Document]:
    rng = world.random("payment")
    day = (world.year + 1, 2, 9)
    printed_day, iso = f"{day[2]:02}.{day[1]:02}.{day[0]}", f"{day[0]}-{day[1]:02}-{day[2]:02}"
    payer_account, payee_account = f"40703810{digits(rng, 12)}", f"40702810{digits(rng, 12)}"
    number = str(rng.randrange(100, 999))
    goods = f"{world.carried.russian.lower()} {world.brand}, 1 шт."
    purpose = f"Оплата по счету № 41 от {printed_day} за {goods} НДС не облагается"
    data = pdf(world, number, printed_day, payer_account, payee_account, purpose)
    named: list[Named] = [(world.fund.official, world.fund), (world.buyer.official, world.buyer)]
    total = f"{world.figures.payment}.00"
    record = {
        "record": "payment",
        "number": number,
        "date": iso,
        "payer": world.fund.official,
        "payer_id": world.fund.identifier,
        "payer_account": payer_account,
        "payee": world.buyer.official,
        "payee_id": world.buyer.identifier,
        "payee_account": payee_account,
        "amount": total,
        "currency": "RUB",
    }
    facts = {"company": companies(named), "date": values([iso]), "amount": [amount(total, "RUB")]}
    return [Document(folder, "payment_order.pdf", data, facts, ("amount",), [record], {"payment": 1}, keys(named))]


def pdf(world: World, number: str, day: str, payer_account: str, payee_account: str, purpose: str) -> bytes:
    """Print the order in the layout of form 0401060."""
    paper = Paper()
    paper.text(36, 60, f"ПЛАТЕЖНОЕ ПОРУЧЕНИЕ № {number}", 11, BOLD)
    paper.text(300, 60, day)
    paper.text(400, 60, "электронно")
    paper.text(36, 84, "Сумма прописью", 7)
    paper.text(110, 84, f"{world.figures.payment // 1_000} тысяч рублей 00 копеек")
    side(paper, 100, "Плательщик", world.fund, payer_account, "044525201")
    paper.text(330, 118, "Сумма", 7)
    paper.text(380, 118, f"{world.figures.payment}-00", 10)
    side(paper, 200, "Получатель", world.buyer, payee_account, "044525974")
    paper.box(36, 310, 520, 60)
    paper.text(40, 320, "Назначение платежа", 7)
    paper.lines(40, 334, wrap(purpose, 90), 8)
    paper.text(36, 400, "Отметки банка: ИСПОЛНЕНО", 8)
    return paper.finish()


def side(paper: Paper, y: float, label: str, company: Company, account: str, bank: str) -> None:
    """Print one party: identifiers, name, account, bank."""
    paper.box(36, y, 280, 80)
    paper.text(40, y + 14, f"ИНН {company.number}", 8)
    paper.text(180, y + 14, f"КПП {company.number[:4]}01001", 8)
    paper.text(40, y + 32, company.official, 9)
    paper.text(40, y + 52, label, 7)
    paper.text(40, y + 70, f"БИК {bank}", 8)
    paper.box(316, y, 240, 80)
    paper.text(330, y + 52, "Сч. №", 7)
    paper.text(370, y + 52, account, 9)
