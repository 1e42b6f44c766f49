-- Which licences and which lines of the statistics stand against each other?
WITH fact AS (
  SELECT 1 AS part, year, min(id) AS id, 'licence:' || min(id) || ':value' AS fact FROM licence
  WHERE substr(hs_code, 1, 4) = :heading AND year = :year AND coalesce(direction, 'import') = 'import' AND value IS NOT NULL
  GROUP BY coalesce(number, id), holder, hs_code, goods_description, quantity
  UNION ALL
  SELECT 2, year, id, 'statistic:' || id || ':value' FROM statistic
  WHERE hs_code = :heading AND year = :year AND flow = 'import' AND reporter IS :reporter AND value IS NOT NULL
)
SELECT fact FROM fact ORDER BY row_number() OVER (PARTITION BY part ORDER BY id), part
