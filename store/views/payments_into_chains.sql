-- Who pays the companies that stand in a chain?
-- One row per payer, payee and currency: the payee is the intermediary or the buyer of a chain. The largest of each
-- currency first, for amounts in two currencies do not compare.
WITH company AS (
  SELECT n.id AS name_id, coalesce(e.id, -n.id) AS id, coalesce(e.name, n.name) AS name
  FROM name n LEFT JOIN entity e ON e.id = n.entity_id
),
member AS (SELECT intermediary_id AS id FROM chains UNION SELECT buyer_id FROM chains)
SELECT
  payer.id AS payer_id, payer.name AS payer, payee.id AS payee_id, payee.name AS payee,
  p.currency, count(*) AS payments, sum(p.amount) AS amount, min(p.date) AS first_day, max(p.date) AS last_day,
  CASE WHEN count(*) = 1 THEN max(p.purpose) END AS purpose
FROM payment p
JOIN company payer ON payer.name_id = p.payer
JOIN company payee ON payee.name_id = p.payee
WHERE payee.id IN (SELECT id FROM member) AND payer.id <> payee.id AND p.amount > 0
GROUP BY payer.id, payee.id, p.currency
ORDER BY row_number() OVER (PARTITION BY p.currency ORDER BY sum(p.amount) DESC, payer.name, payee.name), p.currency
