-- Which trade flows at least doubled from one year to the next, and which came from nothing?
-- Guards: a year given whole outranks its months; a table that appears twice counts once; a code and its subcodes are
-- one flow; a total of partners is not added to its parts; the earlier year is covered by as many months as the later;
-- the later must reach a million and the earlier 50,000, or the flow counts as from nothing. A code printed for no
-- partner and no flow in the earlier year may be new in the nomenclature: is_new_code says so.
WITH figure AS (
  SELECT table_id, reporter, flow, partner, hs_code AS code, value_currency AS currency, year, length(period) = 4 AS whole,
    max(total_of) AS total_of, sum(value) AS value
  FROM statistic
  WHERE value IS NOT NULL AND hs_code IS NOT NULL AND year IS NOT NULL
  GROUP BY table_id, reporter, flow, partner, code, currency, year, whole
),
yearly AS MATERIALIZED (
  SELECT reporter, flow, partner, code, currency, year,
    max(total_of) AS total_of, coalesce(max(value) FILTER (WHERE whole), max(value) FILTER (WHERE NOT whole)) AS value
  FROM figure GROUP BY reporter, flow, partner, code, currency, year
),
world AS (
  SELECT reporter, flow, NULL AS partner, code, currency, year,
    NULL AS total_of,
    coalesce(max(value) FILTER (WHERE partner IS NULL), sum(value) FILTER (WHERE total_of IS NULL), max(value)) AS value
  FROM yearly GROUP BY reporter, flow, code, currency, year
),
series AS MATERIALIZED (
  SELECT * FROM yearly WHERE partner IS NOT NULL AND total_of IS NULL
  UNION ALL
  SELECT * FROM world
),
told AS (SELECT DISTINCT reporter, year, period FROM statistic WHERE value IS NOT NULL AND year IS NOT NULL),
told_year AS (
  SELECT reporter, year,
    min(12, sum(CASE WHEN length(period) = 4 THEN 12 WHEN period LIKE '%Q%' THEN 3 ELSE 1 END)) AS months
  FROM told GROUP BY reporter, year
),
told_code AS (SELECT DISTINCT code, year FROM yearly),
pair AS (
  SELECT s.reporter, s.flow, s.partner, s.code, s.currency, s.year - 1 AS base_year, s.year, b.value AS base_value, s.value,
    k.code IS NULL AS is_new_code
  FROM series s
  JOIN told_year n ON n.reporter IS s.reporter AND n.year = s.year
  JOIN told_year t ON t.reporter IS s.reporter AND t.year = s.year - 1 AND t.months >= n.months
  LEFT JOIN told_code k ON k.code = s.code AND k.year = s.year - 1
  LEFT JOIN series b ON b.reporter IS s.reporter AND b.flow IS s.flow AND b.partner IS s.partner AND b.code = s.code
    AND b.currency IS s.currency AND b.year = s.year - 1
  WHERE s.value >= 1000000
),
rise AS (
  SELECT *, 1.0 * value / nullif(base_value, 0) AS ratio, coalesce(base_value, 0) < 50000 AS from_nothing,
    1.0 * value / max(coalesce(base_value, 0), 50000) * value AS strength
  FROM pair WHERE value >= 2 * coalesce(base_value, 0)
),
ranked AS (
  SELECT *, row_number() OVER (
    PARTITION BY reporter, flow, substr(code, 1, 4), year
    ORDER BY strength DESC, length(code), partner IS NULL, partner
  ) AS place
  FROM rise
),
main AS (
  SELECT reporter, flow, code, currency, year, partner, max(value) AS value
  FROM yearly WHERE partner IS NOT NULL AND total_of IS NULL GROUP BY reporter, flow, code, currency, year
)
SELECT r.reporter, r.flow, r.partner, r.code, r.base_year, r.year, r.base_value, r.value, r.currency, r.ratio,
  r.from_nothing, r.is_new_code, m.partner AS main_partner, m.value AS main_value
FROM ranked r
LEFT JOIN main m ON r.partner IS NULL AND m.reporter IS r.reporter AND m.flow IS r.flow AND m.code = r.code
  AND m.currency IS r.currency AND m.year = r.year
WHERE r.place = 1
ORDER BY r.from_nothing, r.strength DESC, r.code, r.flow
