-- Which movements were told before?
-- An item that two files hold (a workbook and its CSV twin, an extract and the declaration itself) is counted once: same
-- number, item, code and day, for numbers alone may be mere row counts. The narrow look for numbers that return comes
-- first: it sorts little, and mostly finds none.
WITH again AS MATERIALIZED (
  SELECT number, item FROM movement WHERE number IS NOT NULL AND item IS NOT NULL GROUP BY number, item HAVING count(*) > 1
),
told AS (
  SELECT id, row_number() OVER (PARTITION BY number, item, code, day ORDER BY id) AS place
  FROM movement WHERE EXISTS (SELECT 1 FROM again) AND (number, item) IN again
)
SELECT id FROM told WHERE place > 1
