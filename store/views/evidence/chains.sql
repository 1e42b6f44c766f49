-- Which licences, shipments and register entries does a chain rest on? One line for each item, however
-- many files hold it; one of each sort first, so that the first lines show the whole chain.
WITH company_name AS (SELECT id AS name_id, coalesce(entity_id, -id) AS id FROM name),
permitted AS (
  SELECT min(l.id) AS id, min(l.issue_date) AS day FROM licence l
  JOIN company_name h ON h.name_id = l.holder
  JOIN company_name c ON c.name_id = l.counterparty
  WHERE substr(l.hs_code, 1, 4) = :heading
    AND ((coalesce(l.direction, 'import') = 'import' AND c.id = :seller_id AND h.id = :intermediary_id)
      OR (l.direction = 'export' AND h.id = :seller_id AND c.id = :intermediary_id))
  GROUP BY coalesce(l.number, l.id), l.hs_code, l.goods_description, l.quantity
),
moved AS (
  SELECT min(s.id) AS id, min(coalesce(s.declaration_date, s.release_date)) AS day, min(a.id = :intermediary_id) AS passed_on FROM shipment s
  JOIN company_name a ON a.name_id = s.consignor
  JOIN company_name b ON b.name_id = s.consignee
  WHERE substr(s.hs_code, 1, 4) = :heading
    AND (s.declaration_number IS NOT NULL
      OR s.table_id NOT IN (SELECT id FROM table_found WHERE kind IN ('item table', 'form')))
    AND ((a.id = :seller_id AND b.id = :intermediary_id) OR (a.id = :intermediary_id AND b.id = :buyer_id))
  GROUP BY coalesce(s.declaration_number, s.id), coalesce(s.item_number, s.id), s.hs_code,
    coalesce(s.declaration_date, s.release_date)
),
fact AS (
  SELECT 2 + m.passed_on AS part, m.day, m.id, 'shipment:' || m.id || CASE WHEN s.quantity IS NULL THEN ':consignor' ELSE ':quantity' END AS fact
  FROM moved m JOIN shipment s ON s.id = m.id
  UNION ALL
  SELECT 1, p.day, p.id, 'licence:' || p.id || CASE WHEN l.quantity IS NULL THEN ':holder' ELSE ':quantity' END
  FROM permitted p JOIN licence l ON l.id = p.id
  UNION ALL
  SELECT 4, c.registered, c.id, 'company:' || c.id || ':registered'
  FROM company c JOIN company_name n ON n.name_id = c.name WHERE n.id = :intermediary_id AND c.registered IS NOT NULL
)
SELECT fact FROM fact ORDER BY row_number() OVER (PARTITION BY part ORDER BY day, id), part
