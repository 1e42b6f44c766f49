-- What did the companies that may be intermediaries pass on, and did it leave their country?
SELECT seller_id, buyer_id, heading, max(seller) AS seller, max(seller_country) AS seller_country, max(buyer) AS buyer,
  max(buyer_country) AS buyer_country, min(first_day) AS first_day, max(last_day) AS last_day
FROM deals
WHERE kind = 'shipment' AND (seller_id, buyer_id, heading) IN (SELECT seller_id, buyer_id, heading FROM foremost)
GROUP BY seller_id, buyer_id, heading
HAVING coalesce(max(seller_country), '') <> coalesce(max(buyer_country), '')
