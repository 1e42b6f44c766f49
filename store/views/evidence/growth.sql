-- Which lines of the statistics does a rise rest on? Both years; the line for all partners where there is one.
WITH line AS (
  SELECT * FROM statistic
  WHERE reporter IS :reporter AND flow IS :flow AND hs_code = :code AND value_currency IS :currency
    AND year IN (:base_year, :year) AND value IS NOT NULL
)
SELECT 'statistic:' || id || ':value' FROM line l
WHERE CASE
  WHEN :partner IS NOT NULL THEN partner = :partner
  WHEN EXISTS (SELECT 1 FROM line t WHERE t.partner IS NULL AND t.year = l.year) THEN partner IS NULL
  ELSE total_of IS NULL OR NOT EXISTS (SELECT 1 FROM line t WHERE t.total_of IS NULL AND t.year = l.year)
END
ORDER BY year, period, id
