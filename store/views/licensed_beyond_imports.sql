-- Where do licences allow far more than official statistics show as imported?
-- A licence is a permission, the statistics are movement: licensed value of a heading in a year, against the imports
-- that the statistics give for the same heading and year. At least three times as much, and at least a million,
-- in one currency that both name. The quantity is left out where it is in several units.
WITH licensed AS (
  SELECT substr(hs_code, 1, 4) AS heading, year, value_currency AS currency, sum(value) AS value, count(*) AS lines,
    CASE WHEN count(DISTINCT coalesce(quantity_unit, '')) = 1 THEN sum(quantity) END AS quantity,
    CASE WHEN count(DISTINCT coalesce(quantity_unit, '')) = 1 THEN max(quantity_unit) END AS unit
  FROM licence
  WHERE coalesce(direction, 'import') = 'import' AND value IS NOT NULL AND id IN (
    SELECT min(id) FROM licence GROUP BY coalesce(number, id), holder, hs_code, goods_description, quantity
  )
  GROUP BY 1, 2, 3
),
figure AS (
  SELECT reporter, hs_code AS heading, year, value_currency AS currency, length(period) = 4 AS whole, partner, table_id,
    sum(value) AS value
  FROM statistic WHERE flow = 'import' AND length(hs_code) = 4
  GROUP BY 1, 2, 3, 4, 5, 6, 7
),
yearly AS (
  SELECT reporter, heading, year, currency, partner,
    coalesce(max(value) FILTER (WHERE whole), max(value) FILTER (WHERE NOT whole)) AS value
  FROM figure GROUP BY 1, 2, 3, 4, 5
),
imported AS (
  SELECT reporter, heading, year, currency, coalesce(max(value) FILTER (WHERE partner IS NULL), sum(value)) AS value
  FROM yearly GROUP BY 1, 2, 3, 4
)
SELECT i.reporter, l.heading, l.year, l.currency, l.lines, l.quantity AS licensed, l.unit, l.value AS licensed_value,
  i.value AS imported_value, 1.0 * l.value / i.value AS ratio
FROM licensed l
JOIN imported i ON i.heading = l.heading AND i.year = l.year AND i.currency = l.currency
WHERE i.value > 0 AND l.value >= 1000000 AND l.value >= 3 * i.value
ORDER BY ratio DESC, l.heading
