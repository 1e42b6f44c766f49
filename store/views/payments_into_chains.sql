-- Who pays the companies that stand in a chain?
-- One row per payer, payee and currency: the payee is the intermediary or the buyer of a chain. The largest of each
-- currency first, for amounts in two currencies do not compare.
WITH member AS (SELECT intermediary_id AS id FROM chains UNION SELECT buyer_id FROM chains),
paid AS MATERIALIZED (
  SELECT f.firm_id AS payer_id, t.firm_id AS payee_id, currency, count(*) AS payments, sum(amount) AS amount,
    min(date) AS first_day, max(date) AS last_day, CASE WHEN count(*) = 1 THEN max(purpose) END AS purpose
  FROM payment p NOT INDEXED CROSS JOIN party t ON t.name_id = p.payee CROSS JOIN party f ON f.name_id = p.payer
  WHERE t.firm_id IN (SELECT id FROM member) AND f.firm_id <> t.firm_id AND amount > 0
  GROUP BY f.firm_id, t.firm_id, currency
)
SELECT payer_id, payer.name AS payer, payee_id, payee.name AS payee, currency, payments, amount, first_day, last_day, purpose
FROM paid CROSS JOIN firm payer ON payer.id = payer_id CROSS JOIN firm payee ON payee.id = payee_id
ORDER BY row_number() OVER (PARTITION BY currency ORDER BY amount DESC, payer.name, payee.name), currency
