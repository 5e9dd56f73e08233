-- The records in summary.packed tell who acts upon whom: in their eighth byte, whose lowest bit says that the passage is that
-- of the record before, 2 stands for the first party and 4 for the second. Libraries of schema 1 may lack that bit too.

UPDATE summary SET packed = (
	SELECT unhex(group_concat(hex(substr(packed, 24 * place + 1, 7)) || printf('%02x', shares + sender) ||
		hex(substr(packed, 24 * place + 9, 16)), '' ORDER BY place))
	FROM (
		SELECT id - summary.first AS place,
			start = lag(start, 1, -1) OVER passages AND "end" = lag("end", 1, -1) OVER passages AS shares,
			CASE "from" WHEN '' THEN 0 WHEN a THEN 2 WHEN b THEN 4 ELSE 0 END AS sender
		FROM evidence WHERE article = summary.article
		WINDOW passages AS (ORDER BY id)
	)
)
WHERE length(packed) > 0 AND length(packed) = 24 * (SELECT count(*) FROM evidence WHERE article = summary.article);
