-- What came, or was licensed to come, to the companies that pass it on?
-- For each of them and each heading the thousand first sellers: no more can be told.
SELECT buyer_id, heading, seller_id, seller, seller_country, is_licensed, first_day
FROM (
  SELECT *, row_number() OVER (PARTITION BY buyer_id, heading ORDER BY is_licensed DESC, seller, seller_id) AS place
  FROM (
    SELECT seller_id, buyer_id, heading, max(seller) AS seller, max(seller_country) AS seller_country,
      max(kind = 'licence') AS is_licensed, min(first_day) AS first_day
    FROM deals
    WHERE seller_id <> buyer_id AND (buyer_id, heading) IN (SELECT seller_id, heading FROM foremost)
    GROUP BY seller_id, buyer_id, heading
  )
)
WHERE place <= 1000
