-- Which licences, shipments and register entries does a chain rest on? One line for each item, however
-- many files hold it; one of each sort first, so that the first lines show the whole chain.
WITH seller AS (SELECT name_id FROM party WHERE firm_id = :seller_id),
middle AS (SELECT name_id FROM party WHERE firm_id = :intermediary_id),
buyer AS (SELECT name_id FROM party WHERE firm_id = :buyer_id),
permitted AS (
  SELECT min(id) AS id, min(issue_date) AS day FROM licence
  WHERE substr(hs_code, 1, 4) = :heading
    AND ((coalesce(direction, 'import') = 'import' AND counterparty IN seller AND holder IN middle)
      OR (direction = 'export' AND holder IN seller AND counterparty IN middle))
  GROUP BY coalesce(number, id), hs_code, goods_description, quantity
),
leg AS (
  SELECT id, 0 AS passed_on FROM shipment WHERE consignor IN seller AND consignee IN middle
  UNION ALL
  SELECT id, 1 FROM shipment WHERE consignor IN middle AND consignee IN buyer
),
fact AS (
  SELECT 2 + passed_on AS part, day, id, 'shipment:' || id || CASE WHEN quantity IS NULL THEN ':consignor' ELSE ':quantity' END AS fact
  FROM leg CROSS JOIN movement USING (id)
  WHERE heading = :heading AND id NOT IN (SELECT id FROM twin)
  UNION ALL
  SELECT 1, p.day, p.id, 'licence:' || p.id || CASE WHEN l.quantity IS NULL THEN ':holder' ELSE ':quantity' END
  FROM permitted p JOIN licence l ON l.id = p.id
  UNION ALL
  SELECT 4, registered, id, 'company:' || id || ':registered'
  FROM company WHERE name IN middle AND registered IS NOT NULL
)
SELECT fact FROM fact ORDER BY row_number() OVER (PARTITION BY part ORDER BY day, id), part
