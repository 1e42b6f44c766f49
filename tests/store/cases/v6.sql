PRAGMA application_id = 1970170980;
PRAGMA user_version = 6;
CREATE TABLE "meta" ( -- what this database is: schema_version, fold_version, unlade_version
  "key" TEXT PRIMARY KEY, -- name
  "value" TEXT NOT NULL -- value
) WITHOUT ROWID;
CREATE TABLE "run" ( -- one start of unlade run or retry
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "arguments" TEXT NOT NULL DEFAULT '', -- what was asked for
  "version" TEXT NOT NULL DEFAULT '', -- version of unlade
  "started" TEXT NOT NULL, -- start, UTC, ISO 8601
  "ended" TEXT, -- end, UTC; empty: still running or cut off
  "outcome" TEXT -- done, interrupted or failed; empty: still running or cut off
);
CREATE TABLE "root" ( -- a folder that was given to unlade run; everything else is relative to it
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "path" TEXT NOT NULL UNIQUE -- where it stands on this machine
);
CREATE TABLE "source" ( -- one file by its content; the same bytes in three places are one source
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "name" TEXT NOT NULL DEFAULT '', -- file name of its first location
  "kind" TEXT NOT NULL DEFAULT '', -- kind of file: pdf, xlsx, csv ...
  "status" TEXT NOT NULL DEFAULT 'in_progress', -- what became of it: ok, partial, empty, needs_ocr, encrypted, unsupported, skipped, error, limit, timeout, memory, crash, changed, unreadable, in_progress
  "reason" TEXT NOT NULL DEFAULT '', -- why, in words; empty for ok
  "hint" TEXT NOT NULL DEFAULT '', -- what can be done about it
  "parts" INTEGER NOT NULL DEFAULT 0, -- pages, sheets or texts read
  "tables" INTEGER NOT NULL DEFAULT 0, -- tables and forms found
  "records" INTEGER NOT NULL DEFAULT 0, -- records of all kinds
  "mentions" INTEGER NOT NULL DEFAULT 0, -- single values found in running text
  "issues" INTEGER NOT NULL DEFAULT 0, -- things left out or gone wrong inside it
  "reader" TEXT NOT NULL DEFAULT '', -- what read it
  "encoding" TEXT NOT NULL DEFAULT '', -- encoding of a text file
  "size" INTEGER NOT NULL DEFAULT 0, -- size in bytes
  "seconds" REAL, -- time it took
  "attempts" INTEGER NOT NULL DEFAULT 0, -- times it was tried
  "version" TEXT NOT NULL DEFAULT '', -- version of unlade that read it
  "run_id" INTEGER REFERENCES "run"(id), -- run that read it
  "sha256" TEXT UNIQUE -- fingerprint of its bytes; empty if they could not be read
);
CREATE TABLE "location" ( -- a path where the bytes of a source were found
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER REFERENCES "source"(id), -- the file's content
  "root_id" INTEGER NOT NULL REFERENCES "root"(id), -- folder it lies under
  "path" TEXT NOT NULL, -- path relative to the root; a.zip!/b.pdf lies inside an archive
  "path_bytes" BLOB, -- the path's own bytes where they are not UTF-8
  "size" INTEGER, -- size in bytes when last seen
  "mtime_ns" INTEGER, -- time of last change when last seen, nanoseconds
  "present" INTEGER NOT NULL DEFAULT 1, -- 1: there at the last run, 0: gone
  UNIQUE (root_id, path)
);
CREATE TABLE "part" ( -- a page, a sheet or a text
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "title" TEXT GENERATED ALWAYS AS (coalesce(nullif(name, ''), kind || ' ' || number)) VIRTUAL, -- name of the sheet, else its kind and number
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "number" INTEGER NOT NULL, -- number in the file, from 1
  "kind" TEXT NOT NULL, -- page, sheet or text
  "name" TEXT NOT NULL DEFAULT '', -- name of the sheet
  "text" TEXT NOT NULL DEFAULT '', -- text as read
  "needs_ocr" INTEGER NOT NULL DEFAULT 0, -- 1: only a picture, no text could be read
  "rotation" INTEGER NOT NULL DEFAULT 0, -- degrees a page is turned
  "x0" REAL, -- left edge of the part: points on a page, column on a sheet, character in a text
  "top" REAL, -- upper edge of the part: points from the top, row on a sheet, line in a text
  "x1" REAL, -- right edge, exclusive
  "bottom" REAL, -- lower edge, exclusive
  "dialect" TEXT, -- how it was read, JSON: encoding, delimiter ...
  "folded" TEXT GENERATED ALWAYS AS ('') VIRTUAL, -- empty: its words are in the search index only
  UNIQUE (source_id, number)
);
CREATE TABLE "table_found" ( -- a table or form in a file whose columns were looked at
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "title" TEXT GENERATED ALWAYS AS (coalesce(nullif(name, ''), kind || ' ' || number)) VIRTUAL, -- name of the table, else its kind and number
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "part_id" INTEGER NOT NULL REFERENCES "part"(id), -- page or sheet where it starts
  "number" INTEGER NOT NULL, -- number in the file, from 1
  "kind" TEXT NOT NULL, -- kind of document or table, the profile's name
  "name" TEXT NOT NULL DEFAULT '', -- title as printed
  "record" TEXT, -- kind of record its rows give; empty: not understood
  "header_rows" TEXT NOT NULL DEFAULT '[]', -- rows of the header, JSON list
  "first_row" INTEGER NOT NULL DEFAULT 0, -- first row of data
  "x0" REAL, -- left edge of the table: points on a page, column on a sheet, character in a text
  "top" REAL, -- upper edge of the table: points from the top, row on a sheet, line in a text
  "x1" REAL, -- right edge, exclusive
  "bottom" REAL, -- lower edge, exclusive
  "dialect" TEXT, -- how it was read, JSON
  UNIQUE (source_id, number)
);
CREATE TABLE "table_column" ( -- how one column of a table was understood
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- its table
  "position" INTEGER NOT NULL, -- column counted from the left of the part, from 0
  "header" TEXT NOT NULL, -- header as printed
  "field" TEXT, -- field it became; empty: kept in the file only
  "evidence" TEXT NOT NULL, -- why, in words
  "decision" TEXT NOT NULL DEFAULT '', -- how ambiguous values were read, e.g. day first
  PRIMARY KEY (table_id, position)
) WITHOUT ROWID;
CREATE TABLE "table_source" ( -- the column of a table that a field is read from; a field made of several columns names the first
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- its table
  "field" TEXT NOT NULL, -- field of the record
  "position" INTEGER NOT NULL, -- column, from 0
  "spelling" TEXT NOT NULL DEFAULT '', -- how its values are printed: ',2' two decimals after a comma, '%d.%m.%Y' a day; empty: as they stand
  PRIMARY KEY (table_id, field)
) WITHOUT ROWID;
CREATE TABLE "cell_box" ( -- where a cell of a table stands on a page; cells of sheets need none, they are their own box
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- its table
  "row" INTEGER NOT NULL, -- row, from 0
  "position" INTEGER NOT NULL, -- column, from 0
  "part" INTEGER NOT NULL, -- number of the page in the file, from 1
  "x0" REAL, -- left edge of the cell: points on a page, column on a sheet, character in a text
  "top" REAL, -- upper edge of the cell: points from the top, row on a sheet, line in a text
  "x1" REAL, -- right edge, exclusive
  "bottom" REAL, -- lower edge, exclusive
  "span_start" INTEGER, -- first character in the text of the part, of a stretch of running text
  "span_end" INTEGER, -- character after the last
  PRIMARY KEY (table_id, row, position)
) WITHOUT ROWID;
CREATE TABLE "shipment" ( -- One item row of a goods declaration or of a customs-database extract, not a whole shipment
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr(coalesce(declaration_date, release_date, shipped, arrived, document_date), 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "declaration_number" TEXT, -- registration number of the declaration (box A)
  "declaration_date" TEXT, -- day the declaration was registered
  "release_date" TEXT, -- day the goods were released
  "shipped" TEXT, -- day of shipment: on board, flight, departure
  "arrived" TEXT, -- day of arrival
  "item_number" INTEGER, -- number of the item in the declaration (box 32)
  "direction" TEXT, -- import, export, re-export, re-import or transit (box 1); as printed if unclear
  "procedure" TEXT, -- customs procedure code (boxes 1 and 37)
  "customs_office" TEXT, -- customs office, code or name
  "consignor" INTEGER REFERENCES "name"(id), -- consignor, sender or exporter (box 2)
  "consignor_id" TEXT, -- identifier of the consignor, scheme:value
  "consignor_address" TEXT, -- address of the consignor
  "consignor_country" TEXT, -- country of the consignor
  "consignee" INTEGER REFERENCES "name"(id), -- consignee, receiver or importer (box 8)
  "consignee_id" TEXT, -- identifier of the consignee, scheme:value
  "consignee_address" TEXT, -- address of the consignee
  "consignee_country" TEXT, -- country of the consignee
  "contract_holder" INTEGER REFERENCES "name"(id), -- person responsible for financial settlement (box 9)
  "contract_holder_id" TEXT, -- identifier of the contract holder, scheme:value
  "declarant" INTEGER REFERENCES "name"(id), -- declarant (box 14)
  "declarant_id" TEXT, -- identifier of the declarant, scheme:value
  "broker" INTEGER REFERENCES "name"(id), -- customs broker (box 54)
  "broker_id" TEXT, -- identifier of the broker, scheme:value
  "carrier" INTEGER REFERENCES "name"(id), -- carrier
  "notify" INTEGER REFERENCES "name"(id), -- notify party of a bill of lading
  "manufacturer" INTEGER REFERENCES "name"(id), -- manufacturer (inside box 31)
  "brand" TEXT, -- trade mark (inside box 31)
  "model" TEXT, -- model or article (inside box 31)
  "goods_description" TEXT, -- description of the goods (box 31)
  "hs_code" TEXT, -- commodity code, 4 to 12 digits (box 33)
  "trading_country" TEXT, -- country of the contract partner (box 11)
  "dispatch_country" TEXT, -- country of dispatch (box 15)
  "origin_country" TEXT, -- country of origin (boxes 16, 34)
  "destination_country" TEXT, -- country of destination (box 17)
  "quantity" REAL, -- quantity in supplementary units (box 41)
  "quantity_unit" TEXT, -- supplementary unit, canonical (pcs, kg, m ...)
  "packages" REAL, -- number of packages
  "gross_weight_kg" REAL, -- gross weight, kg (box 35)
  "net_weight_kg" REAL, -- net weight, kg (box 38)
  "invoice_value" NUMERIC, -- price of the item (box 42)
  "invoice_currency" TEXT, -- currency of invoice_value, ISO 4217 (box 22)
  "invoice_total" NUMERIC, -- total of the whole declaration (box 22): never summed over rows
  "customs_value" NUMERIC, -- customs value of the item (box 45)
  "customs_value_currency" TEXT, -- currency of customs_value, ISO 4217
  "statistical_value" NUMERIC, -- statistical value of the item (box 46)
  "statistical_value_currency" TEXT, -- currency of statistical_value, ISO 4217; USD in the EAEU
  "unit_price" NUMERIC, -- price of one unit
  "exchange_rate" REAL, -- rate of the invoice currency (box 23)
  "incoterms" TEXT, -- Incoterms code (box 20)
  "delivery_place" TEXT, -- place of delivery (box 20)
  "transport_mode" TEXT, -- mode or means of transport (boxes 21, 25)
  "port_of_loading" TEXT, -- port of loading
  "port_of_discharge" TEXT, -- port of discharge
  "container" TEXT, -- container number
  "bill_of_lading" TEXT, -- number of the bill of lading or waybill
  "contract_number" TEXT, -- contract number
  "invoice_number" TEXT, -- invoice number
  "document_number" TEXT, -- number of the paper itself, where it is none of the above: certificate, carnet
  "document_date" TEXT, -- day the paper itself was issued: waybill, certificate, carnet
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT, -- JSON: field -> [row, column], where it is not the record's own row and column
  "folded" TEXT GENERATED ALWAYS AS ('') VIRTUAL -- empty: its words are in the search index only
);
CREATE TABLE "licence" ( -- One line of an import or export licence: a permission, not a movement
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr(issue_date, 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "number" TEXT, -- licence number
  "issue_date" TEXT, -- day of issue or begin of validity
  "expiry_date" TEXT, -- end of validity
  "direction" TEXT, -- import or export; as printed if unclear
  "licence_type" TEXT, -- single, general or exclusive
  "status" TEXT, -- issued, suspended, terminated
  "authority" TEXT, -- issuing authority
  "holder" INTEGER REFERENCES "name"(id), -- licence holder
  "holder_id" TEXT, -- identifier of the holder, scheme:value
  "counterparty" INTEGER REFERENCES "name"(id), -- seller (import) or buyer (export)
  "counterparty_country" TEXT, -- country of the counterparty
  "origin_country" TEXT, -- country of origin
  "hs_code" TEXT, -- commodity code
  "goods_description" TEXT, -- description of the goods
  "quantity" REAL, -- licensed quantity
  "quantity_unit" TEXT, -- unit of the quantity, canonical
  "value" NUMERIC, -- licensed value
  "value_currency" TEXT, -- currency of the value, ISO 4217
  "contract_number" TEXT, -- contract number
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT, -- JSON: field -> [row, column], where it is not the record's own row and column
  "folded" TEXT GENERATED ALWAYS AS ('') VIRTUAL -- empty: its words are in the search index only
);
CREATE TABLE "company" ( -- One entry of a company register
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr(registered, 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "name" INTEGER REFERENCES "name"(id), -- name, in the register's first language
  "name_other" INTEGER REFERENCES "name"(id), -- the same company's name in a second language
  "name_latin" INTEGER REFERENCES "name"(id), -- the same company's name in Latin letters or English
  "identifier" TEXT, -- register or tax number, scheme:value
  "identifier_other" TEXT, -- a second number, scheme:value
  "registered" TEXT, -- day of registration
  "status" TEXT, -- status in the register
  "country" TEXT, -- country of the register
  "address" TEXT, -- registered address
  "activity" TEXT, -- main activity, code or text
  "director" TEXT, -- head or director (personal data)
  "owner" TEXT, -- founder or owner, with share where given
  "phone" TEXT, -- telephone numbers, E.164 where the country is told, parted by blanks
  "email" TEXT, -- mail addresses in small letters, parted by blanks
  "website" TEXT, -- site: host and path
  "address_key" TEXT, -- what the address is compared by: its telling words in order of the alphabet
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT -- JSON: field -> [row, column], where it is not the record's own row and column
);
CREATE TABLE "statistic" ( -- One figure of official trade statistics
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr(period, 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "reporter" TEXT, -- country that reports
  "partner" TEXT, -- partner country
  "flow" TEXT, -- import, export or re-export
  "hs_code" TEXT, -- commodity code, 2 to 10 digits
  "goods_description" TEXT, -- commodity as printed
  "period" TEXT, -- year, quarter or month
  "value" NUMERIC, -- value, after the table's scale was applied (thousands become units)
  "value_currency" TEXT, -- currency of the value, ISO 4217
  "quantity" REAL, -- quantity
  "quantity_unit" TEXT, -- unit of the quantity, canonical
  "net_weight_kg" REAL, -- net weight, kg
  "total_of" TEXT, -- partners (the world, a union, a continent) or goods (all commodities), where the figure adds up several; empty: one country, one commodity
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT, -- JSON: field -> [row, column], where it is not the record's own row and column
  "folded" TEXT GENERATED ALWAYS AS ('') VIRTUAL -- empty: its words are in the search index only
);
CREATE TABLE "payment" ( -- One payment order or bank transfer
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr("date", 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "number" TEXT, -- number of the order
  "date" TEXT, -- day of the payment
  "payer" INTEGER REFERENCES "name"(id), -- payer
  "payer_id" TEXT, -- identifier of the payer, scheme:value
  "payer_account" TEXT, -- account of the payer
  "payee" INTEGER REFERENCES "name"(id), -- payee
  "payee_id" TEXT, -- identifier of the payee, scheme:value
  "payee_account" TEXT, -- account of the payee
  "amount" NUMERIC, -- amount paid
  "currency" TEXT, -- currency, ISO 4217
  "purpose" TEXT, -- purpose of the payment
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT -- JSON: field -> [row, column], where it is not the record's own row and column
);
CREATE TABLE "event" ( -- One dated event against which other dates are read (an invasion, a sanction, a stop of sales)
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr("date", 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "date" TEXT, -- day of the event
  "title" TEXT, -- what happened
  "description" TEXT, -- more words
  "country" TEXT, -- country
  "reference" TEXT, -- where it was published
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT -- JSON: field -> [row, column], where it is not the record's own row and column
);
CREATE TABLE "statement" ( -- One sentence of running text that says what happened: a claim of its author, not a record of trade
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "table_id" INTEGER NOT NULL REFERENCES "table_found"(id), -- table or form it stands in
  "row" INTEGER NOT NULL, -- row of the part, from 0
  "year" INTEGER GENERATED ALWAYS AS (CAST(substr("date", 1, 4) AS INTEGER)) VIRTUAL, -- year of its main date
  "predicate" TEXT, -- what it says: registered, licensed, supplied, received, paid, stopped_sales, dealer_of, based_in, owns, director_of, sanctioned, imported, exported, value_rose, value_fell, absent
  "subject" INTEGER REFERENCES "name"(id), -- who did it: supplier, payer, licence holder, owner, director's company ...
  "object" INTEGER REFERENCES "name"(id), -- to whom or of whom: receiver, payee, seller of the licensed goods, company owned
  "party" INTEGER REFERENCES "name"(id), -- a party where the grammar does not tell who gave and who got: no direction
  "other_party" INTEGER REFERENCES "name"(id), -- the other party where the grammar does not tell the direction
  "person" TEXT, -- a natural person it names: director, owner (personal data)
  "product" TEXT, -- goods it speaks of, as printed
  "negated" INTEGER, -- 1: the sentence denies it
  "attribution" TEXT, -- who is said to say so, as printed; empty: the author
  "hedge" TEXT, -- words that leave it open: allegedly, reportedly, возможно
  "date" TEXT, -- when it happened
  "date_before" TEXT, -- the earlier period of a comparison
  "time_said" TEXT, -- time as printed, where no document date turns it into a date: last year, a month ago
  "amount" NUMERIC, -- sum of money; of a comparison the later one
  "amount_currency" TEXT, -- currency of amount, ISO 4217
  "amount_bound" TEXT, -- over, under or about, where the sentence says so
  "amount_usd" NUMERIC, -- the same sum in US dollars, as the sentence gives it
  "amount_before" NUMERIC, -- the earlier sum of a comparison, in amount_currency
  "ratio" REAL, -- how many times more or less
  "quantity" REAL, -- number of goods
  "quantity_unit" TEXT, -- unit of the quantity, canonical
  "quantity_bound" TEXT, -- over, under or about, where the sentence says so
  "share" REAL, -- share owned, per cent
  "country" TEXT, -- country where it happened, or that imported or exported
  "from_country" TEXT, -- country the goods came from
  "to_country" TEXT, -- country the goods went to
  "location" TEXT, -- town or place, as printed
  "quote" TEXT, -- the sentence as it stands
  "raw" TEXT, -- JSON: field -> text as printed, where table_source.spelling does not give it
  "cells" TEXT -- JSON: field -> [row, column], where it is not the record's own row and column
);
CREATE TABLE "mention" ( -- one value in running text or on a form, as printed and as understood
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "part_id" INTEGER NOT NULL REFERENCES "part"(id), -- page or sheet it stands on
  "kind" TEXT NOT NULL, -- company, person, amount, date, hs_code, identifier or quantity
  "text" TEXT NOT NULL, -- as printed
  "value" TEXT NOT NULL, -- as understood: exact decimal, ISO date, digits
  "number" NUMERIC GENERATED ALWAYS AS (CASE WHEN kind IN ('amount', 'quantity') THEN CAST(value AS NUMERIC) END) VIRTUAL, -- value of an amount or quantity as a number
  "currency" TEXT, -- currency of an amount, ISO 4217
  "unit" TEXT, -- unit of a quantity
  "role" TEXT, -- buyer, seller, total ...
  "scheme" TEXT, -- kind of an identifier: inn, bin, ogrn ...
  "subject" TEXT, -- identifier that stands with a company's name, scheme:value
  "valid" INTEGER, -- 1: check digit right, 0: wrong, empty: not checked
  "evidence" TEXT NOT NULL DEFAULT '', -- why it was taken, in words
  "name_id" INTEGER REFERENCES "name"(id), -- the company's name
  "span_start" INTEGER, -- first character in the text of the part
  "span_end" INTEGER, -- character after the last
  "x0" REAL, -- left edge of the text: points on a page, column on a sheet, character in a text
  "top" REAL, -- upper edge of the text: points from the top, row on a sheet, line in a text
  "x1" REAL, -- right edge, exclusive
  "bottom" REAL -- lower edge, exclusive
);
CREATE TABLE "issue" ( -- what went wrong or was left out inside a file
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "source_id" INTEGER NOT NULL REFERENCES "source"(id), -- file it comes from
  "part" INTEGER, -- number of the page or sheet
  "kind" TEXT NOT NULL, -- kind of trouble
  "message" TEXT NOT NULL, -- in words
  "x0" REAL, -- left edge of the trouble: points on a page, column on a sheet, character in a text
  "top" REAL, -- upper edge of the trouble: points from the top, row on a sheet, line in a text
  "x1" REAL, -- right edge, exclusive
  "bottom" REAL -- lower edge, exclusive
);
CREATE TABLE "name" ( -- a distinct company name as printed, with the identifier that stood beside it
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "name" TEXT NOT NULL, -- name as printed
  "identifier" TEXT NOT NULL DEFAULT '', -- scheme:value, empty if none stood there
  "country" TEXT, -- country it was most often seen with, ISO alpha-2
  "facts" INTEGER NOT NULL DEFAULT 0, -- places where it stands
  "entity_id" INTEGER REFERENCES "entity"(id), -- company it was judged to belong to
  "folded" TEXT NOT NULL DEFAULT '', -- the same words in one script, for search
  UNIQUE (name, identifier)
);
CREATE TABLE "entity" ( -- names judged to be one company: a suggestion with reasons, not a fact
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "name" TEXT NOT NULL, -- the name it is shown by
  "country" TEXT, -- ISO alpha-2
  "names_count" INTEGER NOT NULL DEFAULT 1, -- spellings
  "facts" INTEGER NOT NULL DEFAULT 0, -- places where any of them stands
  "identifiers" TEXT NOT NULL DEFAULT '[]', -- JSON list of scheme:value
  "key" TEXT NOT NULL UNIQUE -- depends on its names alone, the same on every machine
);
CREATE TABLE "judgement" ( -- what is thought of two names, with the reasons
  "left_id" INTEGER NOT NULL REFERENCES "name"(id), -- one name
  "right_id" INTEGER NOT NULL REFERENCES "name"(id), -- the other
  "verdict" TEXT NOT NULL, -- same, related (sister, branch: never merged), different or unsure
  "score" REAL NOT NULL, -- 0 to 1
  "reason" TEXT NOT NULL DEFAULT '', -- in words
  "evidence" TEXT NOT NULL DEFAULT '[]', -- JSON list of scorer, score, reason
  "by" TEXT NOT NULL DEFAULT 'rule', -- rule, or the person who decided
  PRIMARY KEY (left_id, right_id)
) WITHOUT ROWID;
CREATE TABLE "decision" ( -- a person's verdict on two names, kept by their text so that it survives every new run
  "left_text" TEXT NOT NULL, -- one name as printed
  "left_identifier" TEXT NOT NULL DEFAULT '', -- its identifier
  "right_text" TEXT NOT NULL, -- the other name
  "right_identifier" TEXT NOT NULL DEFAULT '', -- its identifier
  "verdict" TEXT NOT NULL, -- same, related, different or unsure
  "by" TEXT NOT NULL DEFAULT '', -- who decided
  "at" TEXT NOT NULL DEFAULT '', -- when, UTC
  "note" TEXT NOT NULL DEFAULT '', -- why
  PRIMARY KEY (left_text, left_identifier, right_text, right_identifier)
) WITHOUT ROWID;
CREATE TABLE "finding" ( -- an answer to one of the standing questions: an indication, not proof
  "id" INTEGER PRIMARY KEY, -- number of the row, without meaning
  "title" TEXT NOT NULL, -- the finding in one line
  "question" TEXT NOT NULL, -- question it answers, the name of its view
  "text" TEXT NOT NULL DEFAULT '', -- more words
  "weight" REAL NOT NULL DEFAULT 0 -- larger comes first
);
CREATE TABLE "finding_fact" ( -- a fact a finding rests on
  "finding_id" INTEGER NOT NULL REFERENCES "finding"(id), -- the finding
  "position" INTEGER NOT NULL, -- order, from 1
  "fact" TEXT NOT NULL, -- reference, e.g. shipment:12:consignor or mention:33
  PRIMARY KEY (finding_id, position)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE "name_fts" USING fts5("name", "folded", content="name", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=1);
CREATE VIRTUAL TABLE "part_fts" USING fts5("text", "folded", content="part", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=1);
CREATE VIRTUAL TABLE "shipment_fts" USING fts5("goods_description", "folded", content="shipment", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=0);
CREATE VIRTUAL TABLE "licence_fts" USING fts5("goods_description", "folded", content="licence", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=0);
CREATE VIRTUAL TABLE "statistic_fts" USING fts5("goods_description", "folded", content="statistic", content_rowid="id", tokenize="unicode61 remove_diacritics 2", columnsize=0);
INSERT INTO "meta" ("key", "value") VALUES ('fold_version', '0');
INSERT INTO "meta" ("key", "value") VALUES ('schema_version', '6');
INSERT INTO "root" ("id", "path") VALUES (1, '/dump');
INSERT INTO "source" ("id", "name", "kind", "status", "reason", "hint", "parts", "tables", "records", "mentions", "issues", "reader", "encoding", "size", "seconds", "attempts", "version", "run_id", "sha256") VALUES (1, 'order.pdf', 'pdf', 'ok', '', '', 1, 1, 1, 2, 1, 'pdfium', '', 1000, NULL, 0, '', NULL, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
INSERT INTO "source" ("id", "name", "kind", "status", "reason", "hint", "parts", "tables", "records", "mentions", "issues", "reader", "encoding", "size", "seconds", "attempts", "version", "run_id", "sha256") VALUES (2, 'rows.xlsx', 'xlsx', 'ok', '', '', 1, 1, 3, 0, 0, 'csv', 'cp1251', 2000, NULL, 0, '', NULL, 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb');
INSERT INTO "location" ("id", "source_id", "root_id", "path", "path_bytes", "size", "mtime_ns", "present") VALUES (1, 1, 1, 'letters/order.pdf', NULL, 1000, 1, 1);
INSERT INTO "location" ("id", "source_id", "root_id", "path", "path_bytes", "size", "mtime_ns", "present") VALUES (2, 2, 1, 'rows.xlsx', NULL, 2000, 1, 1);
INSERT INTO "part" ("id", "source_id", "number", "kind", "name", "text", "needs_ocr", "rotation", "x0", "top", "x1", "bottom", "dialect") VALUES (1, 1, 1, 'page', '', 'Продавец: ООО «Воздушная Механика», сумма 1 234,50 USD', 0, 0, 0.0, 0.0, 595.0, 842.0, '{"reader": "pdfium"}');
INSERT INTO "part" ("id", "source_id", "number", "kind", "name", "text", "needs_ocr", "rotation", "x0", "top", "x1", "bottom", "dialect") VALUES (2, 2, 1, 'sheet', 'Лист1', '', 0, 0, NULL, NULL, NULL, NULL, '{"encoding": "cp1251", "reader": "csv"}');
INSERT INTO "table_found" ("id", "source_id", "part_id", "number", "kind", "name", "record", "header_rows", "first_row", "x0", "top", "x1", "bottom", "dialect") VALUES (1, 1, 1, 1, 'payment_order', 'ПЛАТЕЖНОЕ ПОРУЧЕНИЕ', 'payment', '[]', 0, 0.0, 0.0, 595.0, 842.0, NULL);
INSERT INTO "table_found" ("id", "source_id", "part_id", "number", "kind", "name", "record", "header_rows", "first_row", "x0", "top", "x1", "bottom", "dialect") VALUES (2, 2, 2, 1, 'customs_rows', '', 'shipment', '[0]', 1, NULL, NULL, NULL, NULL, NULL);
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (1, 0, 'Плательщик', 'payer', 'box 8', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (1, 1, 'Сумма', 'amount', 'box 7', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 0, 'G000', 'declaration_date', 'header', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 1, 'G001', 'consignor', 'header', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 2, 'G002', 'consignee', 'header', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 3, 'G003', 'goods_description', 'header', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 4, 'G004', 'hs_code', 'header', '');
INSERT INTO "table_column" ("table_id", "position", "header", "field", "evidence", "decision") VALUES (2, 5, 'G005', 'invoice_value', 'header', '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (1, 'amount', 1, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (1, 'date', 2, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (1, 'payer', 0, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'consignee', 2, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'consignor', 1, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'declaration_date', 0, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'goods_description', 3, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'hs_code', 4, '');
INSERT INTO "table_source" ("table_id", "field", "position", "spelling") VALUES (2, 'invoice_value', 5, '');
INSERT INTO "cell_box" ("table_id", "row", "position", "part", "x0", "top", "x1", "bottom", "span_start", "span_end") VALUES (1, 0, 0, 1, 10.0, 50.0, 90.0, 60.0, NULL, NULL);
INSERT INTO "cell_box" ("table_id", "row", "position", "part", "x0", "top", "x1", "bottom", "span_start", "span_end") VALUES (1, 0, 1, 1, 100.0, 50.0, 150.0, 60.0, NULL, NULL);
INSERT INTO "shipment" ("id", "source_id", "table_id", "row", "declaration_number", "declaration_date", "release_date", "shipped", "arrived", "item_number", "direction", "procedure", "customs_office", "consignor", "consignor_id", "consignor_address", "consignor_country", "consignee", "consignee_id", "consignee_address", "consignee_country", "contract_holder", "contract_holder_id", "declarant", "declarant_id", "broker", "broker_id", "carrier", "notify", "manufacturer", "brand", "model", "goods_description", "hs_code", "trading_country", "dispatch_country", "origin_country", "destination_country", "quantity", "quantity_unit", "packages", "gross_weight_kg", "net_weight_kg", "invoice_value", "invoice_currency", "invoice_total", "customs_value", "customs_value_currency", "statistical_value", "statistical_value_currency", "unit_price", "exchange_rate", "incoterms", "delivery_place", "transport_mode", "port_of_loading", "port_of_discharge", "container", "bill_of_lading", "contract_number", "invoice_number", "document_number", "document_date", "raw", "cells") VALUES (1, 2, 2, 1, NULL, '2022-05-12', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 3, NULL, NULL, 'NL', 1, 'inn:7700000000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Квадрокоптер, модель RW-3', '0806229000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1000.5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"invoice_value": "1000.50"}', NULL);
INSERT INTO "shipment" ("id", "source_id", "table_id", "row", "declaration_number", "declaration_date", "release_date", "shipped", "arrived", "item_number", "direction", "procedure", "customs_office", "consignor", "consignor_id", "consignor_address", "consignor_country", "consignee", "consignee_id", "consignee_address", "consignee_country", "contract_holder", "contract_holder_id", "declarant", "declarant_id", "broker", "broker_id", "carrier", "notify", "manufacturer", "brand", "model", "goods_description", "hs_code", "trading_country", "dispatch_country", "origin_country", "destination_country", "quantity", "quantity_unit", "packages", "gross_weight_kg", "net_weight_kg", "invoice_value", "invoice_currency", "invoice_total", "customs_value", "customs_value_currency", "statistical_value", "statistical_value_currency", "unit_price", "exchange_rate", "incoterms", "delivery_place", "transport_mode", "port_of_loading", "port_of_discharge", "container", "bill_of_lading", "contract_number", "invoice_number", "document_number", "document_date", "raw", "cells") VALUES (2, 2, 2, 2, NULL, '2022-05-12', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 4, NULL, NULL, 'NL', 1, 'inn:7700000000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Квадрокоптер, модель RW-3', '0806229000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1001.5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"invoice_value": "1001.50"}', '{"consignee": [1, 2]}');
INSERT INTO "shipment" ("id", "source_id", "table_id", "row", "declaration_number", "declaration_date", "release_date", "shipped", "arrived", "item_number", "direction", "procedure", "customs_office", "consignor", "consignor_id", "consignor_address", "consignor_country", "consignee", "consignee_id", "consignee_address", "consignee_country", "contract_holder", "contract_holder_id", "declarant", "declarant_id", "broker", "broker_id", "carrier", "notify", "manufacturer", "brand", "model", "goods_description", "hs_code", "trading_country", "dispatch_country", "origin_country", "destination_country", "quantity", "quantity_unit", "packages", "gross_weight_kg", "net_weight_kg", "invoice_value", "invoice_currency", "invoice_total", "customs_value", "customs_value_currency", "statistical_value", "statistical_value_currency", "unit_price", "exchange_rate", "incoterms", "delivery_place", "transport_mode", "port_of_loading", "port_of_discharge", "container", "bill_of_lading", "contract_number", "invoice_number", "document_number", "document_date", "raw", "cells") VALUES (3, 2, 2, 3, NULL, '2022-05-12', NULL, NULL, NULL, NULL, NULL, NULL, NULL, 5, NULL, NULL, 'NL', 1, 'inn:7700000000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'Квадрокоптер, модель RW-3', '0806229000', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 1002.5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '{"invoice_value": "1002.50"}', '{"consignee": [1, 2]}');
INSERT INTO "payment" ("id", "source_id", "table_id", "row", "number", "date", "payer", "payer_id", "payer_account", "payee", "payee_id", "payee_account", "amount", "currency", "purpose", "raw", "cells") VALUES (1, 1, 1, 0, NULL, '2022-11-03', 2, NULL, NULL, NULL, NULL, NULL, 5000, 'RUB', NULL, '{"amount": "5 000-00"}', NULL);
INSERT INTO "mention" ("id", "source_id", "part_id", "kind", "text", "value", "currency", "unit", "role", "scheme", "subject", "valid", "evidence", "name_id", "span_start", "span_end", "x0", "top", "x1", "bottom") VALUES (1, 1, 1, 'company', 'ООО «Воздушная Механика»', 'ООО «Воздушная Механика»', NULL, NULL, 'seller', NULL, 'inn:7700000000', NULL, 'legal form', 1, 10, 34, 10.0, 20.0, 110.0, 32.0);
INSERT INTO "mention" ("id", "source_id", "part_id", "kind", "text", "value", "currency", "unit", "role", "scheme", "subject", "valid", "evidence", "name_id", "span_start", "span_end", "x0", "top", "x1", "bottom") VALUES (2, 1, 1, 'amount', '1 234,50 USD', '1234.50', 'USD', NULL, 'total', NULL, NULL, NULL, '', NULL, 42, 54, 120.0, 20.0, 190.0, 32.0);
INSERT INTO "issue" ("id", "source_id", "part", "kind", "message", "x0", "top", "x1", "bottom") VALUES (1, 1, 1, 'words', 'two words overlap', 0.0, 0.0, 595.0, 842.0);
INSERT INTO "name" ("id", "name", "identifier", "country", "facts", "entity_id", "folded") VALUES (1, 'ООО «Воздушная Механика»', 'inn:7700000000', NULL, 4, NULL, 'o vozdushna mehanika');
INSERT INTO "name" ("id", "name", "identifier", "country", "facts", "entity_id", "folded") VALUES (2, 'Фонд «Общее дело»', '', NULL, 1, NULL, 'fond obshe delo');
INSERT INTO "name" ("id", "name", "identifier", "country", "facts", "entity_id", "folded") VALUES (3, 'Rotorwing Europe B.V.', '', 'NL', 1, NULL, 'rotorving europe b v');
INSERT INTO "name" ("id", "name", "identifier", "country", "facts", "entity_id", "folded") VALUES (4, 'Vozdushnaya Mekhanika LLC', '', 'NL', 1, NULL, 'vozdushna mehanika lk');
INSERT INTO "name" ("id", "name", "identifier", "country", "facts", "entity_id", "folded") VALUES (5, 'ТОО «Алтын Канат»', '', 'NL', 1, NULL, 'to altin kanat');
