"""Running text: the maker's statement, a page of the trade press, and a list of dated events."""

from __future__ import annotations

import csv
from io import StringIO

from corpus_samples.generate.document import SAMPLE, SAMPLE_RU, Document, Named, companies, keys, values
from corpus_samples.generate.world import World

PRESS = """<!DOCTYPE html>
<html lang="ru">
<head><meta charset="utf-8"><title>kenmetall.example: {title}</title></head>
<body>
<header>kenmetall.example</header>
<article>
<h1>{title}</h1>
<p>{day} мая {year} г.</p>
<p>{dealer} называет себя официальным дилером техники {brand} в Казахстане. По словам компании, поставки идут
напрямую от европейского офиса производителя {seller}.</p>
<p>Предприятие зарегистрировано в апреле {year} года. В Москве технику этой марки продаёт {buyer}.</p>
</article>
<footer><small>{notice}</small></footer>
</body>
</html>
"""
STATEMENT = """{maker}
26 April {year}

Statement on sales in Russia and Ukraine

{maker} has ended all sales in Russia and Ukraine for the time being. We ask our dealers, among them
{seller}, not to resell {brand} goods to buyers in either country.

{notice}
"""


def documents(world: World, folder: str) -> list[Document]:
    return [statement(world, folder), press(world, folder), events(world, folder)]


def statement(world: World, folder: str) -> Document:
    maker, seller = world.maker.english, world.seller.english
    text = STATEMENT.format(maker=maker, seller=seller, year=world.year, brand=world.brand, notice=SAMPLE)
    named: list[Named] = [(maker, world.maker), (seller, world.seller)]
    facts = {"company": companies(named), "date": values([f"{world.year}-04-26"])}
    return Document(folder, "company_statement.txt", text.encode(), facts, ("company", "date"), names=keys(named))


def press(world: World, folder: str) -> Document:
    dealer, buyer, seller = world.intermediary.official, world.buyer.official, world.seller.english
    page = PRESS.format(
        title=f"Кто продаёт {world.brand}",
        dealer=dealer,
        brand=world.brand,
        seller=seller,
        buyer=buyer,
        day=17,
        year=world.year,
        notice=SAMPLE_RU,
    )
    named: list[Named] = [(dealer, world.intermediary), (seller, world.seller), (buyer, world.buyer)]
    facts = {"company": companies(named), "date": values([f"{world.year}-05-17"])}
    return Document(folder, "trade_press.html", page.encode(), facts, ("company",), names=keys(named))


def events(world: World, folder: str) -> Document:
    """List what other dates are read against; only the two public dates of seed 0 are of the world outside."""
    rows = (
        (f"{world.year}-02-24", "Invasion begins" if world.seed == 0 else "Embargo begins", "UA"),
        (f"{world.year}-04-26", f"{world.brand} ends sales in Russia and Ukraine", "CN"),
        (f"{world.year + 1}-02-09", f"The fund pays for {world.carried.english}", "RU"),
    )
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow((SAMPLE,))
    writer.writerow(("date", "event", "country"))
    writer.writerows(rows)
    records = [{"record": "event", "date": day, "title": title, "country": country} for day, title, country in rows]
    facts = {"date": values(day for day, _, _ in rows)}
    return Document(folder, "events.csv", written.getvalue().encode(), facts, ("date",), records, {"event": len(rows)})
