-- Which goods pass from a seller through an intermediary to a buyer in another country?
-- The first leg is a licence or a shipment, the second a shipment of the same heading that leaves the intermediary's
-- country no earlier than the first leg begins. Units and currencies are never added up: each figure of a chain is told
-- in one unit, that which the legs share, else the commonest of each; passed_on_by_unit lists the others. The thousand
-- largest, each unit in its turn.
WITH by_unit AS (
  SELECT kind, seller_id, buyer_id, heading, group_concat(printf('%.10g', quantity) || coalesce(' ' || unit, ''), ', ') AS words
  FROM (SELECT * FROM measured ORDER BY lines DESC, unit)
  GROUP BY kind, seller_id, buyer_id, heading HAVING count(*) > 1
),
chain AS (
  SELECT
    a.seller_id, a.seller, a.seller_country,
    b.seller_id AS intermediary_id, b.seller AS intermediary, b.seller_country AS intermediary_country,
    b.buyer_id, b.buyer, b.buyer_country, a.heading, a.is_licensed,
    l.quantity AS licensed, l.unit AS licensed_unit, l.value AS licensed_value, l.currency AS licensed_currency,
    r.quantity AS arrived, r.unit AS arrived_unit,
    p.quantity AS passed_on, p.unit, p.value AS passed_on_value, p.currency,
    a.first_day, b.first_day AS passed_on_from, b.last_day AS passed_on_until,
    row_number() OVER (
      PARTITION BY a.seller_id, b.seller_id, b.buyer_id, a.heading
      ORDER BY coalesce(l.unit = p.unit, 0) + coalesce(r.unit = p.unit, 0) DESC, p.lines DESC, l.lines DESC, r.lines DESC,
        p.unit, l.unit, r.unit
    ) AS choice
  FROM second_leg b
  CROSS JOIN first_leg a ON a.buyer_id = b.seller_id AND a.heading = b.heading
  CROSS JOIN measured p ON p.kind = 'shipment' AND p.seller_id = b.seller_id AND p.buyer_id = b.buyer_id AND p.heading = b.heading
  LEFT JOIN measured l ON l.kind = 'licence' AND l.seller_id = a.seller_id AND l.buyer_id = a.buyer_id AND l.heading = a.heading
  LEFT JOIN measured r ON r.kind = 'shipment' AND r.seller_id = a.seller_id AND r.buyer_id = a.buyer_id AND r.heading = a.heading
  WHERE a.seller_id <> b.buyer_id
    AND (a.first_day IS NULL OR b.last_day IS NULL OR a.first_day <= b.last_day)
),
largest AS (
  SELECT *, row_number() OVER (PARTITION BY unit ORDER BY passed_on * (1 + is_licensed) DESC, seller, intermediary, buyer) AS place
  FROM chain WHERE choice = 1
  ORDER BY place, is_licensed DESC, passed_on DESC, seller, intermediary, buyer
  LIMIT 1000
)
SELECT
  c.seller_id, c.seller, c.seller_country, c.intermediary_id, c.intermediary, c.intermediary_country,
  (
    SELECT min(r.registered)
    FROM party n CROSS JOIN company r ON r.name = n.name_id OR r.name_other = n.name_id OR r.name_latin = n.name_id
    WHERE n.firm_id = c.intermediary_id
  ) AS intermediary_registered,
  c.buyer_id, c.buyer, c.buyer_country, c.heading, c.is_licensed,
  c.licensed, c.licensed_unit, c.licensed_value, c.licensed_currency, c.arrived, c.arrived_unit,
  c.passed_on, c.unit, u.words AS passed_on_by_unit, c.passed_on_value, c.currency,
  c.first_day, c.passed_on_from, c.passed_on_until
FROM largest c
LEFT JOIN by_unit u
  ON u.kind = 'shipment' AND u.seller_id = c.intermediary_id AND u.buyer_id = c.buyer_id AND u.heading = c.heading
ORDER BY c.place, c.is_licensed DESC, c.passed_on DESC, c.seller, c.intermediary, c.buyer
