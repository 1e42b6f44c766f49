"""Tables of invented names. Seed 0 takes the first row of the case tables: the stand-ins of the public case."""

from __future__ import annotations

# Kazakh first and second word: Kazakh, Russian, Latin.
KAZAKH_FIRST = (
    ("Алтын", "Алтын", "Altyn"),
    ("Нұрлы", "Нурлы", "Nurly"),
    ("Темір", "Темир", "Temir"),
    ("Қызыл", "Кызыл", "Kyzyl"),
    ("Көкше", "Кокше", "Kokshe"),
    ("Сары", "Сары", "Sary"),
)
KAZAKH_SECOND = (
    ("Қанат", "Канат", "Kanat"),
    ("Жебе", "Жебе", "Zhebe"),
    ("Сұңқар", "Сункар", "Sunkar"),
    ("Дала", "Дала", "Dala"),
    ("Бүркіт", "Буркит", "Burkit"),
)

# Russian adjective (feminine), noun, and a sister's noun: Russian, Latin.
RUSSIAN_FIRST = (
    ("Воздушная", "Vozdushnaya"),
    ("Полярная", "Polyarnaya"),
    ("Степная", "Stepnaya"),
    ("Быстрая", "Bystraya"),
    ("Речная", "Rechnaya"),
    ("Янтарная", "Yantarnaya"),
)
RUSSIAN_SECOND = (
    ("Механика", "Mekhanika"),
    ("Оптика", "Optika"),
    ("Динамика", "Dinamika"),
    ("Техника", "Tekhnika"),
)
SISTER_NOUN = ("Логистика", "Logistika")

# Brand, the Chinese characters of the maker's name.
BRANDS = (
    ("Rotorwing", "旋翼"),
    ("Windlark", "风雀"),
    ("Cloudheron", "云鹭"),
    ("Skyfern", "天蕨"),
    ("Galewing", "风翼"),
)

CHIP_SELLERS = (
    ("Кронтех Азия", "Krontech Asia"),
    ("Вегатрон Азия", "Vegatron Asia"),
    ("Силтек Восток", "Siltek Vostok"),
)
CHIP_BUYERS = (("Микроснаб", "Mikrosnab"), ("Чипресурс", "Chipresurs"), ("Плататорг", "Platatorg"))
FUNDS = (("Общее дело", "Obshchee delo"), ("Добрый мост", "Dobryi most"), ("Тёплый двор", "Teplyi dvor"))

# Parts of the several hundred unrelated firms.
STEMS_LATIN = (
    "Bal",
    "Ner",
    "Tor",
    "Vel",
    "Kas",
    "Lum",
    "Dor",
    "Fen",
    "Gal",
    "Hol",
    "Jor",
    "Mer",
    "Pol",
    "Ruv",
    "Sel",
    "Wen",
)
ENDS_LATIN = ("tec", "mark", "vent", "quist", "dorf", "lane", "mira", "nova", "plast", "stahl", "tex", "via")
TRADES_LATIN = ("Trading", "Export", "Industries", "Components", "Machinery", "Foods")
FOREIGN_FORMS = (
    ("GmbH", "DE"), ("Co., Ltd.", "CN"), ("S.r.l.", "IT"), ("A.S.", "TR"), ("FZE", "AE"),
    ("B.V.", "NL"), ("Sp. z o.o.", "PL"), ("Co., Ltd.", "CN"), ("Limited", "HK"), ("Co., Ltd.", "CN"),
)  # fmt: skip
STEMS_RUSSIAN = (
    ("Вел", "Vel"), ("Нор", "Nor"), ("Тур", "Tur"), ("Кам", "Kam"), ("Лад", "Lad"), ("Мет", "Met"), ("Рус", "Rus"),
    ("Сев", "Sev"), ("Том", "Tom"), ("Урал", "Ural"), ("Волг", "Volg"), ("Дон", "Don"), ("Беркут", "Berkut"),
)  # fmt: skip
ENDS_RUSSIAN = (
    ("снаб", "snab"), ("торг", "torg"), ("маш", "mash"), ("пром", "prom"), ("импорт", "import"),
    ("деталь", "detal"), ("пласт", "plast"), ("комплект", "komplekt"),
)  # fmt: skip
STREETS = ("Садовая", "Лесная", "Заводская", "Полевая", "Школьная", "Набережная")
CITIES_RUSSIAN = (("Москва", "7719", "77"), ("Санкт-Петербург", "7811", "78"), ("Екатеринбург", "6671", "66"))
CITIES_FOREIGN = {
    "DE": "Hamburg", "CN": "Ningbo", "IT": "Torino", "TR": "Bursa", "AE": "Sharjah",
    "NL": "Venlo", "PL": "Lodz", "HK": "Hong Kong", "KZ": "Алматы",
}  # fmt: skip
