"""Fill the numbered boxes of a declaration: what stands in each, line by line, and what is true of it."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from corpus_samples.generate.declaration_forms.facts import COUNTRIES, ENGLISH, OKEI, Declaration, Item, Party
from corpus_samples.generate.declaration_forms.style import Style, code, day, figure

Lines = tuple[str, ...]
Filled = dict[str, Lines]
POINTER = "СМ. ГРАФУ 14 ДТ"
ITEMS_A_SHEET = 3
_NUMBER_LABELS = {"inn": "ИНН", "kpp": "КПП", "ogrn": "ОГРН", "bin": "БИН", "unp": "УНП", "kg_inn": "ИНН"}
_CURRENCY_NUMBERS = {"USD": "840", "EUR": "978", "CNY": "156"}


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its title, the boxes of its head, the boxes of each of its items."""

    title: str
    head: Filled
    items: tuple[Filled, ...]


def sheets(form: Declaration, how: Style) -> tuple[Sheet, ...]:
    """Fill the main sheet with the first item, then up to three items on each supplementary sheet."""
    filled = tuple(item_boxes(form, item, how) for item in form.items)
    main = Sheet(title(how, further=False), head_boxes(form, how), filled[:1])
    rest = filled[1:]
    starts = range(0, len(rest), ITEMS_A_SHEET)
    further = (Sheet(title(how, further=True), further_head(form, how), rest[at : at + ITEMS_A_SHEET]) for at in starts)
    return (main, *further)


def title(how: Style, further: bool) -> str:
    if how.labels == "english":
        return "SUPPLEMENTARY SHEET TO GOODS DECLARATION" if further else "GOODS DECLARATION"
    if how.labels == "two languages":
        kazakh = "ТАУАРЛАРҒА АРНАЛҒАН ДЕКЛАРАЦИЯҒА ҚОСЫМША ПАРАҚ" if further else "ТАУАРЛАРҒА АРНАЛҒАН ДЕКЛАРАЦИЯ"
        return f"{kazakh} / {'ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ' if further else 'ДЕКЛАРАЦИЯ НА ТОВАРЫ'}"
    return "ДОБАВОЧНЫЙ ЛИСТ К ДЕКЛАРАЦИИ НА ТОВАРЫ" if further else "ДЕКЛАРАЦИЯ НА ТОВАРЫ"


def label(box: str, how: Style) -> str:
    """Print the label of a box behind its number."""
    number = "" if how.labels == "plain" else f"{box}{how.number_mark}"
    row = _labels()[box]
    words = {
        "full": row["full"],
        "short": row["short"],
        "number": "",
        "two languages": " / ".join(dict.fromkeys(filter(None, (row["kazakh"], row["full"])))),
        "english": row["english"],
        "plain": row["plain"],
    }[how.labels]  # fmt: skip
    return f"{number} {words.upper() if how.upper else words}".strip()


@cache
def _labels() -> dict[str, dict[str, str]]:
    with Path(__file__).with_name("labels.csv").open(encoding="utf-8", newline="") as lines:
        return {row["box"]: row for row in csv.DictReader(lines)}


def number(form: Declaration, how: Style) -> str:
    return form.number.replace("/", " / ") if how.spaced_number else form.number


def further_head(form: Declaration, how: Style) -> Filled:
    """Fill the head of a supplementary sheet."""
    head = head_boxes(form, how)
    return {"1": head["1"], "A": head["A"], "2": head["2"], "3": head["3"], "8": head["8"]}


def head_boxes(form: Declaration, how: Style) -> Filled:
    origins = {item.origin for item in form.items}
    return {
        "A": (number(form, how),),
        "1": (how.direction.format(form.direction, form.procedure[:2]),),
        "2": party(form.consignor, how),
        "3": (f"1  {1 + len(form.items) // ITEMS_A_SHEET}",),
        "5": (str(len(form.items)),),
        "6": (str(sum(item.packages for item in form.items)),),
        "7": ("МД",) if form.items[0].packages % 2 else (),
        "8": party(form.consignee, how),
        "9": party(form.holder, how) if form.holder else (POINTER,),
        "11": (form.trading,),
        "12": (figure(how, form.customs_total),),
        "14": party(form.declarant, how),
        "15": (COUNTRIES[form.dispatch],),
        "15a": (form.dispatch,),
        "16": (COUNTRIES[min(origins)] if len(origins) == 1 else "РАЗНЫЕ",),
        "17": (COUNTRIES[form.destination],),
        "17a": (form.destination,),
        "18": (form.vehicle,),
        "19": ("1" if any(item.container for item in form.items) else "0",),
        "20": (f"{form.terms} {form.place}",),
        "21": (form.vehicle,),
        "22": (currency_and_total(form, how),),
        "23": (rate(form, how),),
        "24": ("010  00",),
        "25": (form.mode,),
        "26": (form.mode if form.mode != "40" else "30",),
        "29": (form.office,),
        "30": (f"11 {form.office}", "СВХ, УЛ. ЗАВОДСКАЯ, Д. 7"),
        "54": signature(form),
        "D": (f"ВЫПУСК ТОВАРОВ РАЗРЕШЕН {day(form.release)}",) if form.release else (),
        "B": (f"1010-{figure(how, 3100)}-643", f"5010-{figure(how, form.customs_total * 0.2)}-643"),
    }


def currency_and_total(form: Declaration, how: Style) -> str:
    named = form.currency if how.rate == "plain" else f"{form.currency}/{_CURRENCY_NUMBERS[form.currency]}"
    return f"{named}  {figure(how, form.total)}"


def rate(form: Declaration, how: Style) -> str:
    return f"{form.rate:.4f}".replace(".", how.decimal)


def signature(form: Declaration) -> Lines:
    firm = (form.broker.name,) if form.broker else ()
    return (*firm, f"{form.signatory}  тел. +7 495 123-45-67", day(form.day))


def party(one: Party, how: Style) -> Lines:
    """Print a party: its numbers before or behind its name and address."""
    numbers = party_numbers(one, how)
    about = (one.name, address(one))
    if not numbers:
        return about
    return (*numbers, *about) if how.numbers_first else (*about, *numbers)


def party_numbers(one: Party, how: Style) -> Lines:
    if not one.numbers:
        return ()
    first, *rest = (value for _, value in one.numbers)
    schemes = [_NUMBER_LABELS[scheme] for scheme, _ in one.numbers]
    if how.party == "number sign":
        return (f"№ {'/'.join([first, *rest[:1]])}",)
    if how.party == "bare" and len(first) > 9:
        return ("/".join([first, *rest[:1]]),)
    if how.party == "label with kpp" and rest:
        return (f"{schemes[0]}/{schemes[1]}: {first}/{rest[0]}", f"{schemes[2]} {rest[1]}")
    return (f"{schemes[0]}: {first}",)


def item_boxes(form: Declaration, item: Item, how: Style) -> Filled:
    return {
        "31": tuple(goods(item, how)),
        "32": (str(item.number),),
        "33": (code(how, item.code),),
        "34": (item.origin,),
        "35": (figure(how, item.gross, 3),),
        "36": ("ОООО-ОО",),
        "37": (form.procedure,),
        "38": (figure(how, item.net, 3),),
        "39": (),
        "40": (form.earlier,) if form.earlier else (),
        "41": (quantity(item, how),),
        "42": (figure(how, item.price),),
        "43": ("1",),
        "44": tuple(documents(form, how)),
        "45": (figure(how, item.customs_value),),
        "46": (figure(how, item.statistical_value),),
        "47": payments(item, how),
    }


def described(item: Item, how: Style) -> str:
    """Give the first element of box 31: the goods, then who made them under which mark."""
    facts = zip(how.makers, (item.manufacturer, item.brand, item.model), strict=True)
    about = [f"{name}: {value}" for name, value in facts if value]
    between = {"lines": "\n", "one run": ", ", "semicolons": "; "}[how.goods]
    return between.join([item.description, *about])


def goods(item: Item, how: Style) -> Lines:
    packed = how.packages.format(item.packages, item.packages)
    lines = [*(how.mark.format(1) + described(item, how)).split("\n"), how.mark.format(2) + packed]
    if item.container:
        lines.append(how.mark.format(3) + item.container)
    return tuple(lines)


def quantity(item: Item, how: Style) -> str:
    number = f"{item.quantity:.3f}".rstrip("0").rstrip(".").replace(".", how.decimal)
    okei = OKEI[item.unit][0]
    return {
        "stroke": f"{number}/{item.unit}/{okei}",
        "spaced stroke": f"{number} / {item.unit} / {okei}",
        "brackets": f"{number} {item.unit} ({okei})",
        "plain": f"{number} {item.unit}",
    }[how.quantity]


def documents(form: Declaration, how: Style) -> Lines:
    waybill = {"10": "02011", "20": "02013", "30": "02015", "40": "02017"}[form.mode]
    papers = [
        ("03011", "КОНТРАКТ", form.contract[0], form.contract[1]),
        ("04021", "ИНВОЙС", form.invoice[0], form.invoice[1]),
        (waybill, "НАКЛАДНАЯ", form.waybill, form.invoice[1]),
    ]
    if form.licence:
        papers.insert(0, ("01011", "ЛИЦЕНЗИЯ", form.licence, form.contract[1]))
    pattern = {"code/0": "{0}/0 {2} ОТ {3}", "code": "{0} {2} {3}", "words": "{0} {1} № {2} ОТ {3}"}[how.documents]
    return tuple(pattern.format(kind, word, number, day(on)) for kind, word, number, on in papers)


def payments(item: Item, how: Style) -> Lines:
    duty = round(item.customs_value * 0.05, 2)
    rows = (("1010", item.customs_value, "775", 775.0), ("2010", item.customs_value, "5%", duty),
            ("5010", item.customs_value + duty, "20%", round((item.customs_value + duty) * 0.2, 2)))  # fmt: skip
    return tuple(f"{kind}  {figure(how, base)}  {share}  {figure(how, due)}  ИУ" for kind, base, share, due in rows)


def truth(form: Declaration, how: Style, item: Item) -> dict[str, Any]:
    """Say which fields the record of an item must have."""
    holder, declarant = form.holder or form.declarant, form.declarant
    has_number = {one: bool(party_numbers(one, how)) for one in (form.consignor, form.consignee, holder, declarant)}
    return {
        "declaration_number": form.number,
        "declaration_date": form.day.isoformat(),
        "release_date": form.release.isoformat() if form.release else None,
        "customs_office": form.office,
        "item_number": item.number,
        "direction": {"ИМ": "import", "ЭК": "export"}[form.direction],
        "procedure": form.procedure,
        "consignor": form.consignor.name,
        "consignor_id": form.consignor.identifier if has_number[form.consignor] else None,
        "consignor_address": address(form.consignor),
        "consignor_country": form.consignor.country,
        "consignee": form.consignee.name,
        "consignee_id": form.consignee.identifier if has_number[form.consignee] else None,
        "consignee_address": address(form.consignee),
        "consignee_country": form.consignee.country,
        "contract_holder": holder.name,
        "contract_holder_id": holder.identifier if has_number[holder] else None,
        "declarant": declarant.name,
        "declarant_id": declarant.identifier if has_number[declarant] else None,
        "broker": form.broker.name if form.broker else None,
        "manufacturer": item.manufacturer or None,
        "brand": item.brand or None,
        "model": item.model or None,
        "goods_description": described(item, how),
        "packages": item.packages,
        "container": item.container or None,
        "hs_code": item.code,
        "trading_country": form.trading,
        "dispatch_country": form.dispatch,
        "origin_country": item.origin,
        "destination_country": form.destination,
        "quantity": item.quantity,
        "quantity_unit": OKEI[item.unit][1],
        "gross_weight_kg": item.gross,
        "net_weight_kg": item.net,
        "invoice_value": f"{item.price:.2f}",
        "invoice_currency": form.currency,
        "invoice_total": f"{form.total:.2f}",
        "customs_value": f"{item.customs_value:.2f}",
        "statistical_value": f"{item.statistical_value:.2f}",
        "exchange_rate": form.rate,
        "incoterms": form.terms,
        "delivery_place": form.place,
        "transport_mode": form.mode,
        "contract_number": form.contract[0],
        "invoice_number": form.invoice[0],
        "bill_of_lading": form.waybill,
    }


def address(one: Party) -> str:
    named = COUNTRIES[one.country]
    return f"{one.street}, {ENGLISH.get(one.country, named) if one.street.isascii() else named}"
