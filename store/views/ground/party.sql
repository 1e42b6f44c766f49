-- Which company does a name stand for?
-- Its entity; a name not yet judged stands for itself, under its negative number.
SELECT id AS name_id, coalesce(entity_id, -id) AS firm_id FROM name
