-- Which shipments are movements of goods from one company to another?
-- Papers of trade (an invoice, a packing list, a bill of lading) tell of the goods that a declaration tells of: without
-- the number of one they are no further movement. The table is read as it lies or by id: by an index of what nearly every
-- row has it would be read all over the disk.
SELECT
  id, declaration_number AS number, item_number AS item, hs_code AS code,
  coalesce(declaration_date, release_date, shipped, arrived) AS day,
  consignor AS seller, consignee AS buyer, substr(hs_code, 1, 4) AS heading, quantity, quantity_unit AS unit,
  coalesce(statistical_value, invoice_value, customs_value) AS value,
  CASE
    WHEN statistical_value IS NOT NULL THEN coalesce(statistical_value_currency, 'USD')
    WHEN invoice_value IS NOT NULL THEN invoice_currency
    ELSE customs_value_currency
  END AS currency,
  coalesce(consignor_country, dispatch_country) AS seller_country,
  coalesce(consignee_country, destination_country) AS buyer_country
FROM shipment NOT INDEXED
WHERE (declaration_number IS NOT NULL OR table_id NOT IN (SELECT id FROM table_found WHERE kind IN ('item table', 'form')))
  AND length(hs_code) >= 4 AND consignor IS NOT NULL AND consignee IS NOT NULL
