-- Who moved, or was licensed to move, which goods from whom to whom, and how much in all?
-- One row per kind of deal, pair of companies, heading and unit. Companies are entities; a name not yet judged stands
-- for itself under its negative number. An item that two files hold (a workbook and its CSV twin, an extract and the
-- declaration itself) is counted once; totals of a declaration are never touched.
WITH company AS (
  SELECT n.id AS name_id, coalesce(e.id, -n.id) AS id, coalesce(e.name, n.name) AS name, coalesce(e.country, n.country) AS country
  FROM name n LEFT JOIN entity e ON e.id = n.entity_id
),
item AS (
  SELECT min(id) AS id FROM shipment
  WHERE declaration_number IS NOT NULL AND item_number IS NOT NULL GROUP BY declaration_number, item_number
  UNION ALL
  SELECT id FROM shipment WHERE declaration_number IS NULL OR item_number IS NULL
),
line AS (
  SELECT min(id) AS id FROM licence
  WHERE number IS NOT NULL GROUP BY number, holder, hs_code, goods_description, quantity
  UNION ALL
  SELECT id FROM licence WHERE number IS NULL
),
leg AS (
  SELECT
    'shipment' AS kind, s.consignor AS seller, s.consignee AS buyer, s.hs_code, s.quantity, s.quantity_unit AS unit,
    coalesce(s.statistical_value, s.invoice_value, s.customs_value) AS value,
    CASE
      WHEN s.statistical_value IS NOT NULL THEN coalesce(s.statistical_value_currency, 'USD')
      WHEN s.invoice_value IS NOT NULL THEN s.invoice_currency
      ELSE s.customs_value_currency
    END AS currency,
    coalesce(s.declaration_date, s.release_date) AS day,
    coalesce(s.consignor_country, s.dispatch_country) AS from_country,
    coalesce(s.consignee_country, s.destination_country) AS to_country
  FROM item JOIN shipment s ON s.id = item.id
  UNION ALL
  SELECT
    'licence',
    CASE direction WHEN 'export' THEN holder ELSE counterparty END,
    CASE direction WHEN 'export' THEN counterparty ELSE holder END,
    hs_code, quantity, quantity_unit, value, value_currency, issue_date,
    CASE direction WHEN 'export' THEN NULL ELSE counterparty_country END,
    CASE direction WHEN 'export' THEN counterparty_country END
  FROM line JOIN licence l ON l.id = line.id
)
SELECT
  leg.kind,
  seller.id AS seller_id, seller.name AS seller, coalesce(max(leg.from_country), max(seller.country)) AS seller_country,
  buyer.id AS buyer_id, buyer.name AS buyer, coalesce(max(leg.to_country), max(buyer.country)) AS buyer_country,
  substr(leg.hs_code, 1, 4) AS heading,
  leg.unit,
  count(*) AS lines,
  sum(leg.quantity) AS quantity,
  CASE WHEN count(DISTINCT leg.currency) = 1 THEN sum(leg.value) END AS value,
  CASE WHEN count(DISTINCT leg.currency) = 1 THEN max(leg.currency) END AS currency,
  min(leg.day) AS first_day,
  max(leg.day) AS last_day
FROM leg
JOIN company seller ON seller.name_id = leg.seller
JOIN company buyer ON buyer.name_id = leg.buyer
WHERE length(leg.hs_code) >= 4
GROUP BY leg.kind, seller.id, buyer.id, heading, leg.unit
ORDER BY leg.kind, quantity DESC, seller.name, buyer.name
