-- Who are the companies that names stand for?
SELECT id, name, country FROM entity
UNION ALL
SELECT -id, name, country FROM name WHERE entity_id IS NULL
