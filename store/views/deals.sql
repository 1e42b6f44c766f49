-- Who moved, or was licensed to move, which goods from whom to whom, and how much in all?
-- One row per kind of deal, pair of companies, heading, unit and currency, for neither can be added to another; one not
-- known stands for itself. Totals of a declaration are never touched. Names of companies are joined last, so that what
-- is sorted are numbers.
WITH line AS (
  SELECT min(id) AS id, holder, counterparty, direction, substr(hs_code, 1, 4) AS heading, quantity, quantity_unit AS unit,
    value, value_currency AS currency, issue_date AS day, counterparty_country
  FROM licence
  WHERE length(hs_code) >= 4 AND holder IS NOT NULL AND counterparty IS NOT NULL
  GROUP BY coalesce(number, id), holder, hs_code, goods_description, quantity
),
leg AS (
  SELECT 'shipment' AS kind, s.firm_id AS seller_id, b.firm_id AS buyer_id, heading, unit, currency, quantity, value, day,
    seller_country, buyer_country
  FROM movement m CROSS JOIN party s ON s.name_id = m.seller CROSS JOIN party b ON b.name_id = m.buyer
  WHERE m.id NOT IN (SELECT id FROM twin)
  UNION ALL
  SELECT 'licence', c.firm_id, h.firm_id, heading, unit, currency, quantity, value, day, counterparty_country, NULL
  FROM line l CROSS JOIN party c ON c.name_id = l.counterparty CROSS JOIN party h ON h.name_id = l.holder
  WHERE coalesce(direction, 'import') = 'import'
  UNION ALL
  SELECT 'licence', h.firm_id, c.firm_id, heading, unit, currency, quantity, value, day, NULL, counterparty_country
  FROM line l CROSS JOIN party c ON c.name_id = l.counterparty CROSS JOIN party h ON h.name_id = l.holder
  WHERE direction = 'export'
),
deal AS (
  SELECT kind, seller_id, buyer_id, heading, unit, currency, count(*) AS lines, sum(quantity) AS quantity,
    round(sum(value), 2) AS value, min(day) AS first_day, max(day) AS last_day,
    max(seller_country) AS seller_country, max(buyer_country) AS buyer_country
  FROM leg
  GROUP BY kind, seller_id, buyer_id, heading, unit, currency
)
SELECT
  d.kind,
  d.seller_id, seller.name AS seller, coalesce(d.seller_country, seller.country) AS seller_country,
  d.buyer_id, buyer.name AS buyer, coalesce(d.buyer_country, buyer.country) AS buyer_country,
  d.heading, d.unit, d.lines, d.quantity, d.value, d.currency, d.first_day, d.last_day
FROM deal d CROSS JOIN firm seller ON seller.id = d.seller_id CROSS JOIN firm buyer ON buyer.id = d.buyer_id
