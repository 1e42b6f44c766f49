-- Who moved, or was licensed to move, which goods from whom to whom, and how much in all?
-- One row per kind of deal, pair of companies, heading, unit and currency, for neither can be added to another; one not
-- known stands for itself. Companies are entities; a name not yet judged stands
-- for itself under its negative number. An item that two files hold (a workbook and its CSV twin, an extract and the
-- declaration itself) is counted once: same number, item, code and day, for numbers alone may be mere row counts.
-- Totals of a declaration are never touched. Papers of trade (an invoice, a packing list, a bill of lading) tell of the
-- goods that a declaration tells of: they are no further movement and are left out.
WITH paper AS (SELECT id FROM table_found WHERE kind IN ('item table', 'form')),
company AS (
  SELECT n.id AS name_id, coalesce(e.id, -n.id) AS id, coalesce(e.name, n.name) AS name, coalesce(e.country, n.country) AS country
  FROM name n LEFT JOIN entity e ON e.id = n.entity_id
),
item AS (
  SELECT
    min(id) AS id, consignor AS seller, consignee AS buyer, substr(hs_code, 1, 4) AS heading, quantity, quantity_unit AS unit,
    coalesce(statistical_value, invoice_value, customs_value) AS value,
    CASE
      WHEN statistical_value IS NOT NULL THEN coalesce(statistical_value_currency, 'USD')
      WHEN invoice_value IS NOT NULL THEN invoice_currency
      ELSE customs_value_currency
    END AS currency,
    coalesce(declaration_date, release_date) AS day,
    coalesce(consignor_country, dispatch_country) AS seller_country,
    coalesce(consignee_country, destination_country) AS buyer_country
  FROM shipment
  WHERE (declaration_number IS NOT NULL OR table_id NOT IN (SELECT id FROM paper))
    AND length(hs_code) >= 4 AND consignor IS NOT NULL AND consignee IS NOT NULL
  GROUP BY coalesce(declaration_number, id), coalesce(item_number, id), hs_code, day
),
line AS (
  SELECT min(id) AS id, holder, counterparty, direction, substr(hs_code, 1, 4) AS heading, quantity, quantity_unit AS unit,
    value, value_currency AS currency, issue_date AS day, counterparty_country
  FROM licence
  WHERE length(hs_code) >= 4 AND holder IS NOT NULL AND counterparty IS NOT NULL
  GROUP BY coalesce(number, id), holder, hs_code, goods_description, quantity
),
leg AS (
  SELECT 'shipment' AS kind, seller, buyer, heading, quantity, unit, value, currency, day, seller_country, buyer_country
  FROM item
  UNION ALL
  SELECT 'licence', counterparty, holder, heading, quantity, unit, value, currency, day, counterparty_country, NULL
  FROM line WHERE coalesce(direction, 'import') = 'import'
  UNION ALL
  SELECT 'licence', holder, counterparty, heading, quantity, unit, value, currency, day, NULL, counterparty_country
  FROM line WHERE direction = 'export'
)
SELECT
  leg.kind,
  seller.id AS seller_id, seller.name AS seller, coalesce(max(leg.seller_country), max(seller.country)) AS seller_country,
  buyer.id AS buyer_id, buyer.name AS buyer, coalesce(max(leg.buyer_country), max(buyer.country)) AS buyer_country,
  leg.heading,
  leg.unit,
  count(*) AS lines,
  sum(leg.quantity) AS quantity,
  round(sum(leg.value), 2) AS value,
  leg.currency,
  min(leg.day) AS first_day,
  max(leg.day) AS last_day
FROM leg
JOIN company seller ON seller.name_id = leg.seller
JOIN company buyer ON buyer.name_id = leg.buyer
GROUP BY leg.kind, seller.id, buyer.id, leg.heading, leg.unit, leg.currency
ORDER BY leg.kind, quantity DESC, seller.name, buyer.name, leg.heading, leg.unit, leg.currency
