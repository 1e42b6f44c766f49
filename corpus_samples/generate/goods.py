"""Kinds of goods with their codes; editions and descriptions are those of the Harmonized System."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Goods:
    """``codes`` are ten-digit EAEU codes; ``kilograms`` and ``dollars`` are of one ``unit``."""

    codes: tuple[str, ...]
    russian: str
    english: str
    kilograms: float
    dollars: int
    unit: str = "ШТ"

    @property
    def heading(self) -> str:
        return self.codes[0][:4]


# What the case is about: carried through a third country, licensed, and bought by the fund.
CARRIED = (
    Goods(("8806220009", "8806210009"), "АППАРАТЫ ЛЕТАТЕЛЬНЫЕ БЕСПИЛОТНЫЕ С КАМЕРОЙ, КВАДРОКОПТЕР",
          "unmanned aircraft with camera", 0.9, 2400),
    Goods(("8526912000", "8526918000"), "АППАРАТУРА РАДИОНАВИГАЦИОННАЯ, ПРИЕМНИК СПУТНИКОВЫЙ",
          "satellite navigation receivers", 0.7, 1900),
    Goods(("9014800000", "9014200000"), "ПРИБОРЫ НАВИГАЦИОННЫЕ ИНЕРЦИАЛЬНЫЕ",
          "inertial navigation instruments", 1.4, 3100),
    Goods(("8525890009", "8525810000"), "КАМЕРЫ ТЕЛЕВИЗИОННЫЕ ТЕПЛОВИЗИОННЫЕ",
          "thermal imaging cameras", 1.1, 2800),
)  # fmt: skip

# What rises in the statistics.
RISING = (
    Goods(
        ("8542319010", "8542329000"),
        "СХЕМЫ ЭЛЕКТРОННЫЕ ИНТЕГРАЛЬНЫЕ, МИКРОКОНТРОЛЛЕР",
        "electronic integrated circuits",
        0.002,
        9,
    ),
    Goods(("8541210000", "8541290000"), "ТРАНЗИСТОРЫ, КРОМЕ ФОТОТРАНЗИСТОРОВ", "transistors", 0.003, 4),
    Goods(("8532240000", "8532210000"), "КОНДЕНСАТОРЫ КЕРАМИЧЕСКИЕ МНОГОСЛОЙНЫЕ", "ceramic capacitors", 0.001, 2),
    Goods(("8471500000", "8471800000"), "БЛОКИ ОБРАБОТКИ ДАННЫХ", "processing units", 2.1, 850),
)

# What everybody else trades in.
ORDINARY = (
    Goods(("3926909709",), "ИЗДЕЛИЯ ПРОЧИЕ ИЗ ПЛАСТМАСС", "articles of plastics", 1.0, 6, "КГ"),
    Goods(("8481805910",), "АРМАТУРА ТРУБОПРОВОДНАЯ, КЛАПАНЫ", "valves", 2.2, 35),
    Goods(("0805100000",), "АПЕЛЬСИНЫ СВЕЖИЕ", "oranges", 1.0, 1, "КГ"),
    Goods(("6403911600",), "ОБУВЬ КОЖАНАЯ МУЖСКАЯ", "leather footwear", 1.2, 31),
    Goods(("8708999709",), "ЧАСТИ АВТОМОБИЛЕЙ", "parts of motor vehicles", 3.4, 22),
    Goods(("9403609000",), "МЕБЕЛЬ ДЕРЕВЯННАЯ", "wooden furniture", 24.0, 110),
    Goods(("7318158900",), "БОЛТЫ СТАЛЬНЫЕ", "steel bolts", 1.0, 3, "КГ"),
    Goods(("4011100009",), "ШИНЫ ПНЕВМАТИЧЕСКИЕ ДЛЯ ЛЕГКОВЫХ АВТОМОБИЛЕЙ", "tyres", 9.1, 48),
    Goods(("8482101009",), "ПОДШИПНИКИ ШАРИКОВЫЕ", "ball bearings", 0.4, 5),
    Goods(("3004900002",), "ЛЕКАРСТВЕННЫЕ СРЕДСТВА", "medicaments", 0.1, 14, "КГ"),
    Goods(("8517620009",), "АППАРАТУРА ДЛЯ ПРИЕМА И ПЕРЕДАЧИ ДАННЫХ", "data transmission apparatus", 1.3, 140),
    Goods(("9018908409",), "ИНСТРУМЕНТЫ МЕДИЦИНСКИЕ", "medical instruments", 0.6, 75),
)
