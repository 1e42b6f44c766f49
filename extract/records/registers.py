"""Which record the rows of a table give, told by the columns it has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of record and the columns that make it: one of each group in ``needs``, none of ``without``."""

    record: str
    needs: tuple[frozenset[str], ...]
    without: frozenset[str] = frozenset()


def _any(names: str) -> frozenset[str]:
    return frozenset(names.split())


_GOODS = _any("hs_code goods_description hs_description")
_MONEY = _any("value invoice_value customs_value statistical_value unit_price")
_TRADERS = _any(
    "consignor consignee consignor_id consignee_id contract_holder declarant domestic_party overseas_party "
    "counterparty manufacturer notify"
)
_AMOUNTS = _MONEY | _any("quantity net_weight_kg gross_weight_kg net_weight_t gross_weight_t packages")
_WHEN = _any("date declaration_date shipment_date arrival_date")
_MOVED = _any(
    "gross_weight_kg net_weight_kg net_weight_t gross_weight_t packages container bill_of_lading port_of_loading "
    "port_of_discharge"
)

_SENT = _any("consignor consignor_id overseas_party")
_RECEIVED = _any("consignee consignee_id domestic_party")
_DEALT = _any(
    "customs_value statistical_value invoice_value invoice_total invoice_number declaration_number declaration_date "
    "release_date shipment_date arrival_date incoterms delivery_place transport_mode procedure direction "
    "customs_office origin_country dispatch_country destination_country trading_country quantity unit_price"
)
_PAPERS = _TRADERS | _any("declaration_number invoice_number contract_number declaration_date invoice_date")
_TRADE = "trade"
"""Stands among the columns of a table whose headers speak of trade: an importer, a supplier, goods."""
_TRADE_WORDS = re.compile(
    r"export|import(?!e\b)|экспорт|імпорт|импорт|експорт|ihra[cç]at|ithalat|suppl|seller|buyer|vendor|shipper|consign"
    r"|purchas|постав|постач|продав|покуп|груз|вантаж|товар|goods|proveedor|comprador|mercanc|жеткізу|сатып|进口|出口|[发收供购]货|货物|供应|买方|卖方",
    re.IGNORECASE,
)

# The first rule that holds decides.
RULES: Sequence[Rule] = (
    Rule(
        "licence",
        (
            _any("licence_number licence_number_and_date"),
            _any("holder company declarant consignee consignor"),
            _GOODS | _AMOUNTS | _any("issue_date"),
        ),
    ),
    Rule(
        "payment",
        (_any("payer payee payer_account"), _any("value"), _any("date purpose payment_number")),
        _GOODS | _any("consignor"),  # the head of a waybill names who pays, too
    ),
    Rule("shipment", (_TRADERS, _GOODS, _AMOUNTS | _WHEN | _any("declaration_number"))),
    Rule("shipment", (_any("declaration_number"), _TRADERS | _GOODS, _AMOUNTS | _WHEN)),
    Rule("shipment", (_any("consignor"), _any("consignee"), _MOVED)),
    Rule("shipment", (_SENT, _RECEIVED, _DEALT, _AMOUNTS | _any("invoice_total"))),
    Rule("shipment", (_SENT, _RECEIVED, _any("value"), _any(_TRADE))),
    Rule("statistic", (_GOODS, _any("value statistical_value"), _any("period partner country reporter")), _TRADERS),
    Rule("statistic", (_GOODS, _any("invoice_value"), _any("period"), _any("partner country reporter")), _PAPERS),
    Rule("event", (_any("date"), _any("event title")), _MONEY | _GOODS | _TRADERS),
    Rule(
        "company",
        (_any("company company_latin company_other"), _any("identifier registered director owner")),
        _MONEY | _GOODS,
    ),
)


_ITEMS = Rule("shipment", (_any("hs_code goods_description"), _AMOUNTS - _any("customs_value statistical_value")))
"""What the items of an invoice or packing list have: its traders are named once, above the table."""


def are_items(columns: Collection[str]) -> bool:
    """Tell whether a table has the columns of a commercial paper's items."""
    return _holds(_ITEMS, set(columns))


def speaks_of_trade(headers: Iterable[str]) -> bool:
    """Tell headers in which goods are traded from those under which money may be sent."""
    return any(map(_TRADE_WORDS.search, headers))


def record_of(
    columns: Collection[str], aggregate: bool = False, on_paper: bool = False, trade: bool = False
) -> str | None:
    """Name the record that a table with these columns gives, ``on_paper``: of an invoice or packing list.

    ``trade``: its headers speak of trade, so that a sender, a receiver and a sum are no transfer of money.

    An aggregate (a pivot) gives none.
    """
    if aggregate:
        return None
    names = {*columns, _TRADE} if trade else set(columns)
    rules = (_ITEMS, *RULES) if on_paper else RULES
    return next((rule.record for rule in rules if _holds(rule, names)), None)


def _holds(rule: Rule, names: set[str]) -> bool:
    return all(group & names for group in rule.needs) and not rule.without & names
