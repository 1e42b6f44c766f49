-- Which goods pass from a seller through an intermediary to a buyer in another country?
-- The first leg is a licence or a shipment, the second a shipment of the same heading that leaves the intermediary's
-- country no earlier than the first leg begins. The thousand largest: in a dump of one trade everybody chains with
-- everybody.
WITH first_leg AS (
  SELECT
    seller_id, buyer_id, heading, max(seller) AS seller, max(seller_country) AS seller_country,
    sum(quantity) FILTER (WHERE kind = 'licence') AS licensed,
    sum(value) FILTER (WHERE kind = 'licence') AS licensed_value,
    max(currency) FILTER (WHERE kind = 'licence') AS licensed_currency,
    sum(quantity) FILTER (WHERE kind = 'shipment') AS arrived,
    min(first_day) AS first_day
  FROM deals GROUP BY seller_id, buyer_id, heading
),
second_leg AS (
  SELECT
    seller_id, buyer_id, heading, max(seller) AS seller, max(seller_country) AS seller_country, max(buyer) AS buyer,
    max(buyer_country) AS buyer_country,
    sum(quantity) AS passed_on, sum(value) AS passed_on_value, max(currency) AS currency, max(unit) AS unit,
    min(first_day) AS first_day, max(last_day) AS last_day
  FROM deals WHERE kind = 'shipment' GROUP BY seller_id, buyer_id, heading
)
SELECT
  a.seller_id, a.seller, a.seller_country,
  b.seller_id AS intermediary_id, b.seller AS intermediary, b.seller_country AS intermediary_country,
  (
    SELECT min(c.registered) FROM company c JOIN name n ON n.id IN (c.name, c.name_other, c.name_latin)
    WHERE n.entity_id = b.seller_id
  ) AS intermediary_registered,
  b.buyer_id, b.buyer, b.buyer_country,
  a.heading,
  a.licensed, a.licensed_value, a.licensed_currency, a.arrived,
  b.passed_on, b.passed_on_value, b.currency, b.unit,
  a.first_day, b.first_day AS passed_on_from, b.last_day AS passed_on_until
FROM first_leg a
JOIN second_leg b ON b.seller_id = a.buyer_id AND b.heading = a.heading
WHERE a.seller_id <> a.buyer_id AND a.seller_id <> b.buyer_id AND b.seller_id <> b.buyer_id
  AND coalesce(b.seller_country, '') <> coalesce(b.buyer_country, '')
  AND (a.first_day IS NULL OR b.last_day IS NULL OR a.first_day <= b.last_day)
  AND b.passed_on > 0
ORDER BY b.passed_on * (1 + (a.licensed IS NOT NULL)) DESC, a.seller, b.seller, b.buyer
LIMIT 1000
