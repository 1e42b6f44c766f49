-- How much was moved on each leg, in each unit?
-- A value stands where everything in the unit is priced in one currency.
SELECT kind, seller_id, buyer_id, heading, unit, sum(quantity) AS quantity, sum(lines) AS lines,
  CASE WHEN count(DISTINCT coalesce(currency, '')) FILTER (WHERE value IS NOT NULL) = 1 THEN sum(value) END AS value,
  CASE
    WHEN count(DISTINCT coalesce(currency, '')) FILTER (WHERE value IS NOT NULL) = 1
    THEN max(currency) FILTER (WHERE value IS NOT NULL)
  END AS currency
FROM deals
WHERE (buyer_id, heading, seller_id) IN (SELECT buyer_id, heading, seller_id FROM first_leg)
  OR (seller_id, buyer_id, heading) IN (SELECT seller_id, buyer_id, heading FROM second_leg)
GROUP BY kind, seller_id, buyer_id, heading, unit HAVING sum(quantity) > 0
