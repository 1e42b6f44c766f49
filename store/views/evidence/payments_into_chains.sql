-- Which payments went from one company to the other?
SELECT 'payment:' || id || ':amount' FROM payment
WHERE payer IN (SELECT name_id FROM party WHERE firm_id = :payer_id)
  AND payee IN (SELECT name_id FROM party WHERE firm_id = :payee_id)
  AND currency IS :currency AND amount IS NOT NULL
ORDER BY date, id
