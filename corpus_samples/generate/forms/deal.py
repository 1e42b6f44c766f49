"""The facts of one paper: who sends what to whom, for how much, by which papers. All of them invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from babel import Locale

from corpus_samples.generate.goods import CARRIED, ORDINARY, RISING
from corpus_samples.generate.identifiers import bin_number, container_number, digits, inn
from corpus_samples.generate.names import ENDS_LATIN, ENDS_RUSSIAN, STEMS_LATIN, STEMS_RUSSIAN, TRADES_LATIN

FORMS = {
    "DE": "GmbH", "CN": "Co., Ltd.", "IT": "S.r.l.", "TR": "A.Ş.", "AE": "FZE", "NL": "B.V.", "PL": "Sp. z o.o.",
    "HK": "Limited", "GB": "Ltd", "FR": "SARL", "ES": "S.L.", "MX": "S.A. de C.V.", "KZ": "LLP", "RU": "LLC",
    "UA": "LLC", "US": "Inc.",
}  # fmt: skip
CITIES = {
    "DE": ("Lindenstraße", "Hamburg"), "CN": ("Baoan Avenue", "Shenzhen"), "IT": ("Via Roma", "Torino"),
    "TR": ("Çınar Cad.", "Bursa"), "AE": ("Harbour Road", "Sharjah"), "NL": ("Havenweg", "Venlo"),
    "PL": ("ul. Polna", "Lodz"), "HK": ("Queen's Road", "Hong Kong"), "GB": ("Mill Lane", "Leeds"),
    "FR": ("rue du Port", "Lyon"), "ES": ("Calle Mayor", "Bilbao"), "MX": ("Av. Hidalgo", "Monterrey"),
    "KZ": ("Abay Ave", "Almaty"), "RU": ("Lesnaya St", "Perm"), "UA": ("Sadova St", "Lviv"),
    "US": ("Elm Street", "Tulsa"),
}  # fmt: skip
LOCAL = {
    "RU": ("ru", "ООО «{}»", ("г. Пермь, ул. Лесная", "Россия")),
    "KZ": ("ru", "ТОО «{}»", ("г. Алматы, ул. Абая", "Казахстан")),
    "UA": ("uk", "ТОВ «{}»", ("м. Львів, вул. Садова", "Україна")),
    "CN": ("zh", "深圳市{}科技有限公司", ("深圳市宝安大道", "中国")),
}
HANZI = "旋翼云鹭天蕨风雀星河远航明辉瑞达恒泰"
MONEY = {"DE": "EUR", "FR": "EUR", "IT": "EUR", "GB": "GBP", "MX": "USD", "CN": "USD", "TR": "EUR", "UA": "USD"}
TERMS = ("FCA", "FOB", "CIF", "CPT", "DAP", "EXW")
ABROAD = ("KZ", "AE", "RU", "UA", "US", "HK", "TR")


@dataclass(frozen=True, slots=True)
class Party:
    """A firm as it is printed: its lines, and the number that it is known by (``scheme:value``, "" without)."""

    name: str
    country: str
    street: str
    place: str
    id_label: str = ""
    identifier: str = ""

    @property
    def number(self) -> str:
        return self.identifier.partition(":")[2]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of goods."""

    number: int
    english: str
    russian: str
    code: str
    origin: str
    quantity: int
    unit: str
    packages: int
    gross: float
    net: float
    value: float

    @property
    def price(self) -> float:
        return round(self.value / self.quantity, 2)


@dataclass(frozen=True, slots=True)
class Deal:
    """What the papers of one delivery say."""

    parties: dict[str, Party]
    lines: tuple[Line, ...]
    currency: str
    term: str
    day: date
    dispatch: str
    destination: str
    direction: str
    numbers: dict[str, str]

    @property
    def total(self) -> float:
        return round(sum(line.value for line in self.lines), 2)


def deal(rng: Random, home: str, direction: str, language: str, most: int) -> Deal:
    """Draw a delivery out of or into the country of issue."""
    abroad = rng.choice([code for code in ABROAD if code != home])
    dispatch, destination = (home, abroad) if direction == "export" else (abroad, home)
    parties = {
        "consignor": party(rng, dispatch, language),
        "consignee": party(rng, destination, language),
        "declarant": party(rng, home, language),
        "manufacturer": party(rng, dispatch, language),
        "notify": party(rng, destination, language),
        "carrier": party(rng, rng.choice(("NL", "PL", "DE", "TR")), "en"),
        "agent": party(rng, home, language),
    }
    origin = rng.choice((dispatch, "CN", "DE"))
    lines = tuple(line(rng, number, origin) for number in range(1, rng.randint(1, most) + 1))
    day = date(rng.randint(2021, 2024), rng.randint(1, 12), rng.randint(13, 28))
    return Deal(
        parties, lines, MONEY.get(home, "USD"), rng.choice(TERMS), day, dispatch, destination, direction,
        numbers(rng, home, direction, day),
    )  # fmt: skip


def party(rng: Random, country: str, language: str) -> Party:
    """Name a firm in its own letters where the paper is written in them."""
    label, identifier = identified(rng, country)
    house = rng.randint(2, 98)
    tongue, form, (street, land) = LOCAL.get(country, ("", "", ("", "")))
    if tongue == language:
        name = form.format(local_name(rng, tongue))
        return Party(
            name, country, f"{street}, {house}" if tongue != "zh" else f"{street}{house}号", land, label, identifier
        )
    name = f"{rng.choice(STEMS_LATIN)}{rng.choice(ENDS_LATIN)} {rng.choice(TRADES_LATIN)} {FORMS[country]}"
    street, city = CITIES[country]
    land = Locale("en").territories[country]
    return Party(name, country, f"{street} {house}", f"{digits(rng, 5)} {city}, {land}", label, identifier)


def local_name(rng: Random, tongue: str) -> str:
    if tongue == "zh":
        return "".join(rng.sample(HANZI, 2))
    return rng.choice(STEMS_RUSSIAN)[0] + rng.choice(ENDS_RUSSIAN)[0]


def identified(rng: Random, country: str) -> tuple[str, str]:
    """Draw the number a firm of the country is known by, with the word printed before it."""
    if country == "RU":
        return "ИНН", f"inn:{inn(rng, '5902')}"
    if country == "KZ":
        return "БИН", f"bin:{bin_number(rng, 2012, rng.randint(1, 12))}"
    if country in ("DE", "FR", "IT", "GB", "ES", "PL", "NL"):
        return "EORI", f"eori:{country}{digits(rng, 9)}"
    return "", ""


def line(rng: Random, number: int, origin: str) -> Line:
    goods = rng.choice((*CARRIED, *RISING, *ORDINARY))
    quantity = rng.randint(2, 900)
    net = round(max(quantity * goods.kilograms, 0.5) + rng.randint(0, 99) / 100, 2)
    value = round(quantity * goods.dollars * rng.uniform(0.8, 1.2), 2)
    return Line(
        number, goods.english, goods.russian, goods.codes[0], origin, quantity, "kg" if goods.unit == "КГ" else "pcs",
        rng.randint(1, 60), round(net * 1.1 + 0.25, 2), net, value,
    )  # fmt: skip


def numbers(rng: Random, home: str, direction: str, day: date) -> dict[str, str]:
    """Draw the numbers of the papers."""
    serial = digits(rng, 7)
    return {
        "mrn": f"{day:%y}{home}{digits(rng, 6)}{rng.choice('ABEX')}{digits(rng, 7)}",
        "cn_entry": f"5304{day:%Y}{'0' if direction == 'export' else '1'}{digits(rng, 9)}",
        "ua": f"{day:%y}UA100{digits(rng, 3)}{digits(rng, 6)}U{digits(rng, 1)}",
        "tr": f"{day:%y}341200{'EX' if direction == 'export' else 'IM'}{digits(rng, 8)}",
        "pedimento": f"{day:%y} {rng.choice(('24', '47', '16'))} 3{digits(rng, 3)} {day:%y}"[:-1] + digits(rng, 6),
        "awb": air_waybill(serial),
        "specification": str(int(serial[:2]) + 1),
        "carnet": f"X{'ABCF'[int(serial) % 4]}{serial}{serial[0]}",
        "cmr": f"{rng.choice(('LT', 'PL', 'NL'))}-{digits(rng, 6)}",
        "waybill": f"{rng.choice(('NLLU', 'AMCR'))}{digits(rng, 9)}",
        "certificate": f"C{day:%y}{digits(rng, 8)}",
        "contract": f"{rng.choice(('RW', 'KD', 'HX'))}-{day:%Y}/{digits(rng, 3)}",
        "invoice": f"{rng.choice(('INV', 'CI', 'E'))}{digits(rng, 6)}",
        "order": str(rng.randint(11, 9999)),
        "licence": f"{day:%Y}-РЭ-{digits(rng, 5)}",
        "account": f"40702{'840'}{digits(rng, 12)}",
        "other_account": f"40702{'978'}{digits(rng, 12)}",
        "container": container_number("RWGU", digits(rng, 6)),
        "plate": f"{rng.choice(('AB', 'KX', 'WZ'))} {digits(rng, 4)}",
    }


def air_waybill(serial: str) -> str:
    """Number a waybill: three digits of the airline, seven and their check."""
    return f"020-{serial}{int(serial) % 7}"


def later(day: date, days: int) -> date:
    return day + timedelta(days=days)
