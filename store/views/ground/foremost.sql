-- Which deals may be the second leg of one of the largest chains?
-- For each unit twice as many as can be told, of those that follow some first leg: in a dump of one trade everybody chains
-- with everybody, and to pair all legs would take for ever.
WITH middle AS MATERIALIZED (
  SELECT buyer_id AS id, heading, max(kind = 'licence') AS is_licensed, min(seller_id) AS one, max(seller_id) AS other,
    CASE WHEN count(first_day) = count(*) THEN min(first_day) END AS since
  FROM deals
  WHERE seller_id <> buyer_id
    AND (buyer_id, heading) IN (SELECT seller_id, heading FROM deals WHERE kind = 'shipment' AND quantity > 0)
  GROUP BY buyer_id, heading
),
onward AS (
  SELECT seller_id, buyer_id, heading, unit, sum(quantity) AS quantity, max(last_day) AS last_day,
    coalesce(max(seller_country), '') <> coalesce(max(buyer_country), '') AS is_abroad
  FROM deals
  WHERE kind = 'shipment' AND seller_id <> buyer_id AND (seller_id, heading) IN (SELECT id, heading FROM middle)
  GROUP BY seller_id, buyer_id, heading, unit HAVING sum(quantity) > 0
)
SELECT DISTINCT seller_id, buyer_id, heading
FROM (
  SELECT o.seller_id, o.buyer_id, o.heading, row_number() OVER (
    PARTITION BY o.unit
    ORDER BY o.is_abroad DESC, o.quantity * (1 + m.is_licensed) DESC, o.seller_id, o.buyer_id, o.heading
  ) AS place
  FROM onward o JOIN middle m ON m.id = o.seller_id AND m.heading = o.heading
  WHERE (o.buyer_id <> m.one OR o.buyer_id <> m.other)
    AND (m.since IS NULL OR o.last_day IS NULL OR m.since <= o.last_day)
)
WHERE place <= 2000
