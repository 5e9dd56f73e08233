-- People can do more than accept, reject and remove: see data.Action.

ALTER TABLE decision ADD COLUMN who TEXT NOT NULL DEFAULT '';     -- the person, '' where not known
ALTER TABLE decision ADD COLUMN subject TEXT NOT NULL DEFAULT ''; -- the words, publisher or article, by action

-- What is about more than one article.
CREATE INDEX decision_wide ON decision (action) WHERE action IN ('alias', 'source', 'join', 'unfold');

-- Evidence is shown as people left it. hand: '' as found, edited, added. before: JSON, what was found and then edited.
ALTER TABLE evidence ADD COLUMN note TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN hand TEXT NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN before TEXT NOT NULL DEFAULT '';

-- The furniture as people left it, JSON like omitted; NULL where they said nothing of it.
ALTER TABLE article ADD COLUMN marked TEXT;

-- The report that people put an article into; NULL where the one stands that was found.
ALTER TABLE summary ADD COLUMN joined INTEGER;
CREATE INDEX summary_joined ON summary (joined) WHERE joined IS NOT NULL;

-- The last change of what the finders must know of the article, and the one up to which its findings know all. Where the
-- first is the later it has to be read again.
ALTER TABLE summary ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;
ALTER TABLE summary ADD COLUMN heard INTEGER NOT NULL DEFAULT 0;
CREATE INDEX summary_asked ON summary (article) WHERE asked > heard;

-- The last change of that kind that was about all articles.
ALTER TABLE state ADD COLUMN asked INTEGER NOT NULL DEFAULT 0;

DROP VIEW tie;
CREATE VIEW tie AS
SELECT a, b, count(*) AS passages, count(DISTINCT e.article) AS articles,
	count(DISTINCT coalesce(s.joined, s.report)) AS reports
FROM evidence AS e JOIN summary AS s ON s.article = e.article
WHERE NOT s.removed AND e.decision <> 'rejected'
GROUP BY a, b
HAVING sum(e.modality <> 'denied') > 0;
