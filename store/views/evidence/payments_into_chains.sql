-- Which payments went from one company to the other?
WITH company AS (SELECT id AS name_id, coalesce(entity_id, -id) AS id FROM name)
SELECT 'payment:' || p.id || ':amount' FROM payment p
JOIN company payer ON payer.name_id = p.payer
JOIN company payee ON payee.name_id = p.payee
WHERE payer.id = :payer_id AND payee.id = :payee_id AND p.currency IS :currency AND p.amount IS NOT NULL
ORDER BY p.date, p.id
