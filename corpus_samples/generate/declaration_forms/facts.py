"""What a declaration says, whatever it looks like on paper: parties, goods, sums, papers. All of it is invented."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from corpus_samples.generate import names
from corpus_samples.generate.company import spellings
from corpus_samples.generate.goods import CARRIED, ORDINARY, RISING, Goods
from corpus_samples.generate.identifiers import bin_number, container_number, digits, inn, ogrn
from corpus_samples.generate.world import foreign_companies, person

COUNTRIES = {
    "AT": "АВСТРИЯ", "AE": "ОБЪЕДИНЕННЫЕ АРАБСКИЕ ЭМИРАТЫ", "BY": "БЕЛАРУСЬ", "CN": "КИТАЙ", "DE": "ГЕРМАНИЯ",
    "HK": "ГОНКОНГ", "IT": "ИТАЛИЯ", "JP": "ЯПОНИЯ", "KG": "КЫРГЫЗСТАН", "KR": "РЕСПУБЛИКА КОРЕЯ", "KZ": "КАЗАХСТАН",
    "NL": "НИДЕРЛАНДЫ", "PL": "ПОЛЬША", "RU": "РОССИЯ", "TR": "ТУРЦИЯ", "TW": "ТАЙВАНЬ", "US": "СОЕДИНЕННЫЕ ШТАТЫ",
    "VN": "ВЬЕТНАМ",
}  # fmt: skip
ENGLISH = {"AE": "UAE", "CN": "CHINA", "DE": "GERMANY", "HK": "HONG KONG", "IT": "ITALY", "NL": "NETHERLANDS",
           "PL": "POLAND", "TR": "TURKEY"}  # fmt: skip
ORIGINS = ("CN", "CN", "CN", "DE", "US", "JP", "KR", "TW", "VN", "IT")
FOREIGN_STREETS = {
    "AE": ("P.O. BOX 16{n}, SAIF ZONE", "SHARJAH"), "CN": ("NO. {n} GANGCHENG EAST ROAD, BEILUN DISTRICT", "NINGBO"),
    "DE": ("HAMMER LANDSTRASSE {n}", "20537 HAMBURG"), "HK": ("UNIT {n}, 12/F, WING TUCK CENTRE", "KOWLOON"),
    "IT": ("VIA DEI TIGLI {n}", "10135 TORINO"), "NL": ("HAVENWEG {n}", "5928 VENLO"),
    "PL": ("UL. LIPOWA {n}", "90-630 LODZ"), "TR": ("ORGANIZE SANAYI BOLGESI {n}. CADDE NO: {n}", "BURSA"),
}  # fmt: skip
OFFICES = {
    "RU": ("10702070", "10131010", "10216170", "10511010", "10009100", "10005030", "10317120"),
    "KZ": ("55302", "50613", "57805", "39802"),
    "BY": ("06650", "09159", "14413"),
    "KG": ("41704", "41706", "41717"),
}
CURRENCIES = ("USD", "EUR", "CNY")
RATES = {
    "RU": {"USD": 74.4312, "EUR": 80.0517, "CNY": 10.8045},
    "KZ": {"USD": 447.13, "EUR": 478.07, "CNY": 64.45},
    "BY": {"USD": 2.7364, "EUR": 2.9122, "CNY": 0.3968},
    "KG": {"USD": 85.68, "EUR": 92.1103, "CNY": 12.4},
}
TERMS = ("FCA", "FOB", "CPT", "CIP", "DAP", "EXW", "CIF", "CFR")
PLACES = ("VENLO", "НИНБО", "МОСКВА", "HAMBURG", "АЛМАТЫ", "SHENZHEN", "САНКТ-ПЕТЕРБУРГ", "BURSA", "БИШКЕК", "МИНСК")
MODES = {"10": "морской", "20": "железнодорожный", "30": "автодорожный", "40": "воздушный"}
OKEI = {"ШТ": ("796", "pcs"), "КГ": ("166", "kg")}
MORE_WORDS = (
    "ДЛЯ ПРОМЫШЛЕННОГО ПРИМЕНЕНИЯ, НОВЫЕ", "НЕ ВОЕННОГО НАЗНАЧЕНИЯ, НЕ ЛОМ ЭЛЕКТРООБОРУДОВАНИЯ",
    "В КОМПЛЕКТЕ С БЛОКОМ ПИТАНИЯ 12 В, 2,5 А",
    "ГРАЖДАНСКОГО НАЗНАЧЕНИЯ, В РАЗОБРАННОМ ВИДЕ ДЛЯ УДОБСТВА ТРАНСПОРТИРОВКИ",
    "РАЗМЕР 120Х80Х45 ММ, МАССОЙ ДО 7 КГ, ДЛЯ РОЗНИЧНОЙ ТОРГОВЛИ",
)  # fmt: skip
MODELS = ("SD-9", "R 2040/B", "Pro 3T", "MX-500", "AK47-12", "8542-31", "V2.1", "200QD")


@dataclass(frozen=True, slots=True)
class Party:
    """A party as printed: ``numbers`` are its identifiers by scheme, the tax number first."""

    name: str
    country: str
    street: str
    numbers: tuple[tuple[str, str], ...] = ()

    @property
    def identifier(self) -> str | None:
        return ":".join(self.numbers[0]) if self.numbers else None


@dataclass(frozen=True, slots=True)
class Item:
    """What boxes 31 to 46 say of one item."""

    number: int
    description: str
    manufacturer: str
    brand: str
    model: str
    packages: int
    container: str
    code: str
    origin: str
    gross: float
    net: float
    quantity: float
    unit: str
    price: float
    customs_value: float
    statistical_value: float


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration. ``holder`` and ``declarant`` None: the box points to another."""

    state: str
    office: str
    day: date
    release: date | None
    serial: str
    direction: str
    procedure: str
    consignor: Party
    consignee: Party
    holder: Party | None
    declarant: Party
    broker: Party | None
    signatory: str
    trading: str
    dispatch: str
    destination: str
    mode: str
    vehicle: str
    terms: str
    place: str
    currency: str
    rate: float
    contract: tuple[str, date]
    invoice: tuple[str, date]
    waybill: str
    licence: str
    earlier: str
    items: tuple[Item, ...]

    @property
    def number(self) -> str:
        return f"{self.office}/{self.day:%d%m%y}/{self.serial}"

    @property
    def total(self) -> float:
        return round(sum(item.price for item in self.items), 2)

    @property
    def customs_total(self) -> float:
        return round(sum(item.customs_value for item in self.items), 2)


def declaration(rng: Random) -> Declaration:
    """Draw a declaration of one of four states of the union; one in five is of export."""
    state = rng.choice(("RU", "RU", "RU", "KZ", "KZ", "BY", "KG"))
    day = date(2022, 1, 1) + timedelta(days=rng.randrange(900))
    exported = rng.random() < 0.2
    home, abroad = domestic(rng, state), foreign(rng)
    consignor, consignee = (home, abroad) if exported else (abroad, home)
    broker = domestic(rng, state) if rng.random() < 0.35 else None
    currency = rng.choice(CURRENCIES)
    rate = round(RATES[state][currency] * rng.uniform(0.9, 1.1), 4)
    in_dollars = RATES[state]["USD"]
    own = rng.random() < 0.7
    return Declaration(
        state=state,
        office=rng.choice(OFFICES[state]),
        day=day,
        release=day + timedelta(days=rng.randrange(1, 4)) if rng.random() < 0.5 else None,
        serial=("3" if state == "RU" else "00")[: 1 if state == "RU" else 2] + digits(rng, 6 if state == "RU" else 5),
        direction="ЭК" if exported else "ИМ",
        procedure=rng.choice(("10 00 000", "31 00 000")) if exported else rng.choice(("40 00 000", "40 00 061")),
        consignor=consignor,
        consignee=consignee,
        holder=None if rng.random() < 0.6 else domestic(rng, state),
        declarant=home if own else domestic(rng, state),
        broker=broker,
        signatory=person(rng),
        trading=abroad.country,
        dispatch=state if exported else rng.choice((abroad.country, "CN", "PL")),
        destination=abroad.country if exported else state,
        mode=rng.choice(tuple(MODES)),
        vehicle=vehicle(rng),
        terms=rng.choice(TERMS),
        place=rng.choice(PLACES),
        currency=currency,
        rate=rate,
        contract=(numbered(rng, ("CT-{}/22", "{}-2022", "KZ/RU-{}", "BD{}/A"), 10, 990),
                  day - timedelta(days=rng.randrange(60, 400))),
        invoice=(numbered(rng, ("INV-{}", "{}", "RW{}/1", "PI2022{}"), 1000, 99_999),
                 day - timedelta(days=rng.randrange(3, 40))),
        waybill=numbered(rng, ("{}", "CMR{}", "A-{}"), 10_000, 9_999_999),
        licence=f"{digits(rng, 3)}LK{digits(rng, 6)}" if rng.random() < 0.3 else "",
        earlier=earlier(rng, state, day) if rng.random() < 0.5 else "",
        items=tuple(item(rng, number, rate, in_dollars) for number in range(1, 1 + rng.choice((1, 2, 3, 4, 4, 7)))),
    )  # fmt: skip


def numbered(rng: Random, patterns: Sequence[str], least: int, most: int) -> str:
    return rng.choice(patterns).format(rng.randrange(least, most))


def earlier(rng: Random, state: str, day: date) -> str:
    """Number a declaration that this one follows."""
    return f"{rng.choice(OFFICES[state])}/{day - timedelta(days=5):%d%m%y}/{digits(rng, 7)}"


def item(rng: Random, number: int, rate: float, in_dollars: float) -> Item:
    goods: Goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
    quantity = float(rng.randrange(2, 900)) if goods.unit == "ШТ" else round(rng.uniform(5, 3000), 3)
    net = round(max(quantity * goods.kilograms * rng.uniform(0.8, 1.2), 0.01), 3)
    price = round(quantity * goods.dollars * rng.uniform(0.7, 1.3), 2)
    customs_value = round(price * rate * 1.03, 2)
    makers = foreign_companies(rng, 1)[0]
    named = rng.random() < 0.75
    brand = rng.choice(tuple(brand for brand, _ in names.BRANDS)).upper()
    return Item(
        number=number,
        description=" ".join([goods.russian, *rng.sample(MORE_WORDS, rng.choice((0, 0, 1, 2)))]),
        manufacturer=spellings(makers)[0] if named else "",
        brand=brand if named else "",
        model=rng.choice(MODELS) if named and rng.random() < 0.6 else "",
        packages=rng.randrange(1, 60),
        container=container_number(rng.choice(("TCLU", "MSKU", "CSNU")), digits(rng, 6)) if rng.random() < 0.25 else "",
        code=rng.choice(goods.codes),
        origin=rng.choice(ORIGINS),
        gross=round(net * rng.uniform(1.02, 1.3), 3),
        net=net,
        quantity=quantity,
        unit=goods.unit,
        price=price,
        customs_value=customs_value,
        statistical_value=round(customs_value / in_dollars, 2),
    )


def domestic(rng: Random, state: str) -> Party:
    return {"RU": russian, "KZ": kazakh, "BY": belarusian, "KG": kyrgyz}[state](rng)


def invented(rng: Random) -> str:
    first, last = rng.choice(names.STEMS_RUSSIAN)[0], rng.choice(names.ENDS_RUSSIAN)[0]
    return f"{first}{last}".upper() + rng.choice(("", "", " ПЛЮС", " И КО", "-ТРЕЙД"))


def street(rng: Random) -> str:
    return f"УЛ. {rng.choice(names.STREETS).upper()}, Д. {rng.randrange(1, 190)}" + rng.choice(
        ("", f", ОФИС {rng.randrange(1, 400)}", f", КОРП. {rng.randrange(1, 9)}, ПОМ. {rng.choice('IVX')}")
    )


def russian(rng: Random) -> Party:
    place, office, region = rng.choice(names.CITIES_RUSSIAN)
    form = rng.choice(('ООО "{}"', "ООО «{}»", 'ОБЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "{}"', 'АО "{}"', "ООО {}"))
    numbers = (("inn", inn(rng, office)), ("kpp", f"{office}01001"), ("ogrn", ogrn(rng, 2014, region)))
    return Party(form.format(invented(rng)), "RU", f"{digits(rng, 6)}, Г. {place.upper()}, {street(rng)}", numbers)


def kazakh(rng: Random) -> Party:
    form = rng.choice(('ТОО "{}"', "ТОО «{}»", 'ТОВАРИЩЕСТВО С ОГРАНИЧЕННОЙ ОТВЕТСТВЕННОСТЬЮ "{}"'))
    city = rng.choice(("Г. АЛМАТЫ, БОСТАНДЫКСКИЙ РАЙОН", "Г. АСТАНА, РАЙОН ЕСИЛЬ", "Г. ШЫМКЕНТ"))
    number = bin_number(rng, rng.randrange(2005, 2023), rng.randrange(1, 13))
    return Party(
        form.format(invented(rng) + " АТА"), "KZ", f"{digits(rng, 6)}, {city}, {street(rng)}", (("bin", number),)
    )


def belarusian(rng: Random) -> Party:
    from stdnum.by import unp

    number = next(number for number in iter(lambda: f"19{digits(rng, 7)}", "") if unp.is_valid(number))
    name = rng.choice(('ООО "{}"', 'ЧТУП "{}"', 'ОАО "{}"')).format(invented(rng))
    return Party(name, "BY", f"{digits(rng, 6)}, Г. МИНСК, {street(rng)}", (("unp", number),))


def kyrgyz(rng: Random) -> Party:
    number = f"0{rng.randrange(1, 29):02}0{rng.randrange(1, 10)}20{rng.randrange(10, 23)}10{digits(rng, 3)}"
    name = rng.choice(('ОсОО "{}"', "ОсОО «{}»")).format(invented(rng))
    return Party(name, "KG", f"{digits(rng, 6)}, Г. БИШКЕК, {street(rng)}", (("kg_inn", number),))


def foreign(rng: Random) -> Party:
    company = foreign_companies(rng, 1)[0]
    road, town = FOREIGN_STREETS[company.country]
    return Party(spellings(company)[0], company.country, f"{road}, {town}".replace("{n}", str(rng.randrange(2, 300))))


def vehicle(rng: Random) -> str:
    letters = "АВЕКМНОРСТУХ"
    plate = f"{rng.choice(letters)}{digits(rng, 3)}{rng.choice(letters)}{rng.choice(letters)}"
    return f"1: {plate}{rng.randrange(10, 199)}/{rng.choice(letters)}{rng.choice(letters)}{digits(rng, 4)}77"
