package store

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"
	"sync"
	"unicode/utf8"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/store/internal/near"
	"entente/data/store/internal/words"
)

// Item is an article to be added, with what was found in it.
type Item struct {
	Article  data.Article
	Findings data.Findings
	State    int64 // of the corrections that the findings know of: data.Corrections.State
}

// Added says what became of an item.
type Added struct {
	ID        int64 // of the article; 0 when Err is set
	Duplicate bool  // the library had an article with this text already; it stays as it was
	Restored  bool  // the article had been removed and is back
	Err       error // why this item, and only this one, was refused: data.ErrInvalid, or nil
}

// Add writes the items in one transaction and says in the same order what became of each. When Add gives an error
// nothing was written. Articles are told by data.Article.Hash: one that is there already is a duplicate, one that was
// removed comes back. An item whose text is empty or no UTF-8, or whose passages are not the words at their place, is
// refused by itself. The items are not changed; findings may stand in any order.
func (l *Library) Add(ctx context.Context, items []Item) ([]Added, error) {
	ready := prepareAll(items)
	var added []Added
	err := l.change(ctx, "add articles", func(t *tx) (err error) {
		added, err = t.add(ready)
		return err
	})
	if err != nil {
		return nil, err
	}
	return added, nil
}

// prepared is an item with all that can be worked out of it before the library is locked.
type prepared struct {
	article                *data.Article
	findings               data.Findings
	hash, omitted          string
	title, publisher, body string // folded words
	shingles               near.Set
	buckets                []int64
	rules                  string // that made the findings, "" for those of this Library's options
	state                  int64  // of the corrections that the findings know of
	err                    error

	id     int64 // when it is new
	report int64
}

// prepareAll prepares the items on all cores.
func prepareAll(items []Item) []prepared {
	ready := make([]prepared, len(items))
	workers := min(runtime.GOMAXPROCS(0), len(items))
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(items); i += workers {
				ready[i] = prepare(&items[i])
			}
		})
	}
	wait.Wait()
	return ready
}

func prepare(item *Item) prepared {
	a := &item.Article
	p := prepared{article: a, hash: a.Hash(), state: item.State}
	if p.err = checkArticle(a); p.err != nil {
		return p
	}
	if p.findings, p.err = checkFindings(a.Text, item.Findings); p.err != nil {
		return p
	}
	p.omitted, p.err = omittedJSON(a.Omitted)
	p.title, p.publisher, p.body = words.Join(a.Title, nil), words.Join(a.Publisher, nil), words.Join(a.Text, a.Furniture)
	p.shingles = near.Shingles(p.body)
	p.buckets = near.Buckets(p.shingles)
	return p
}

func checkArticle(a *data.Article) error {
	if a.Text == "" || !utf8.ValidString(a.Text) {
		return fmt.Errorf("text is empty or no UTF-8: %w", data.ErrInvalid)
	}
	end := 0
	for _, o := range a.Omitted {
		if _, ok := o.In(a.Text); !ok || o.Start < end {
			return fmt.Errorf("omitted part %d-%d: %w", o.Start, o.End, data.ErrInvalid)
		}
		end = o.End
	}
	return nil
}

// checkFindings gives a sorted copy of findings whose every passage is the words at its place.
func checkFindings(text string, f data.Findings) (data.Findings, error) {
	f.Mentions, f.Evidence = slices.Clone(f.Mentions), slices.Clone(f.Evidence)
	for i := range f.Mentions {
		m := &f.Mentions[i]
		if !m.Supported(text) || !m.Country.Valid() {
			return f, fmt.Errorf("mention of %q at %d-%d: %w", m.Country, m.Start, m.End, data.ErrInvalid)
		}
	}
	for i := range f.Evidence {
		if err := checkEvidence(text, &f.Evidence[i]); err != nil {
			return f, err
		}
		e := &f.Evidence[i] // what people said is theirs, not the finder's
		e.ID, e.Decision, e.Note, e.Hand, e.Before = 0, data.Undecided, "", data.ByRules, nil
	}
	slices.SortStableFunc(f.Mentions, func(a, b data.Mention) int { return cmp.Compare(a.Start, b.Start) })
	slices.SortStableFunc(f.Evidence, func(a, b data.Evidence) int { return cmp.Compare(a.Start, b.Start) })
	return f, nil
}

func checkEvidence(text string, e *data.Evidence) error {
	where := fmt.Sprintf("evidence for %s at %d-%d", e.Pair, e.Start, e.End)
	switch {
	case !e.Supported(text):
		return fmt.Errorf("%s: not the words at its place: %w", where, data.ErrInvalid)
	case !e.Pair.Valid() || (e.From != "" && !e.Pair.Has(e.From)):
		return fmt.Errorf("%s: parties: %w", where, data.ErrInvalid)
	case len(e.Fields) == 0:
		return fmt.Errorf("%s: no field: %w", where, data.ErrInvalid)
	case !(e.Confidence >= 0 && e.Confidence <= 1): // refuses NaN too
		return fmt.Errorf("%s: confidence: %w", where, data.ErrInvalid)
	}
	for i := range e.Figures {
		if !e.Figures[i].Supported(text) || math.IsNaN(e.Figures[i].Value) || math.IsInf(e.Figures[i].Value, 0) {
			return fmt.Errorf("%s: figure %q: %w", where, e.Figures[i].Text, data.ErrInvalid)
		}
	}
	if _, err := index.Pack([]data.Evidence{*e}); err != nil {
		return fmt.Errorf("%s: %w", where, err)
	}
	return nil
}

// omission is data.Omitted in the library's JSON.
type omission struct {
	Start  int         `json:"start"`
	End    int         `json:"end"`
	Reason data.Reason `json:"reason"`
}

func omittedJSON(omitted []data.Omitted) (string, error) {
	list := make([]omission, len(omitted))
	for i, o := range omitted {
		list[i] = omission{o.Start, o.End, o.Reason}
	}
	b, err := json.Marshal(list)
	return string(b), err
}

// add writes the items table by table, not article by article: the rows of a table lie together, and the search index
// comes after all others, because a statement that could fail halfway would make it write out what it has gathered so
// far, which costs more than all the rest.
func (t *tx) add(ready []prepared) ([]Added, error) {
	added := make([]Added, len(ready))
	var fresh []*prepared
	for i := range ready {
		p := &ready[i]
		var err error
		if added[i], err = t.addArticle(p); err != nil {
			return nil, p.wrap(err)
		}
		if p.id > 0 {
			fresh = append(fresh, p)
		}
	}
	if err := t.findReports(fresh); err != nil {
		return nil, err
	}
	for _, step := range []func(*prepared) error{t.addBody, t.addSummary, t.addWords} {
		for _, p := range fresh {
			if err := step(p); err != nil {
				return nil, p.wrap(err)
			}
		}
	}
	if t.decided {
		for _, p := range fresh {
			if err := t.welcome(p); err != nil {
				return nil, p.wrap(err)
			}
		}
		return added, t.regroup()
	}
	return added, nil
}

// wrap names the article in an error.
func (p *prepared) wrap(err error) error {
	return fmt.Errorf("%s: %w", cmp.Or(p.article.Source, p.article.Title, "article"), err)
}

// addArticle writes the facts of an article that is new, and sets its ID.
func (t *tx) addArticle(p *prepared) (Added, error) {
	if p.err != nil {
		return Added{Err: p.err}, nil
	}
	var id int64
	var gone bool // false too while the summary is still to be written
	err := t.row("SELECT id, coalesce(removed, 0) FROM article LEFT JOIN summary ON article = id WHERE hash = ?",
		[]any{p.hash}, &id, &gone)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		a := p.article
		err := t.row(`INSERT INTO article (hash, title, publisher, published, address, language, source, omitted, added)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`, []any{p.hash, a.Title, a.Publisher, a.Published, a.Address,
			a.Language, a.Source, p.omitted, t.now}, &p.id)
		return Added{ID: p.id}, err
	case err != nil:
		return Added{}, err
	case gone:
		return Added{ID: id, Restored: true}, t.comeBack(id, p)
	}
	return Added{ID: id, Duplicate: true}, nil
}

func (t *tx) addBody(p *prepared) error {
	return t.exec("INSERT INTO body VALUES (?, ?)", p.id, p.article.Text)
}

func (t *tx) addSummary(p *prepared) error {
	first, packed, err := t.addFindings(p.id, p.hash, p.findings)
	if err != nil {
		return err
	}
	return t.exec(`INSERT INTO summary (article, tick, report, removed, published, rules, mentions, first, packed, asked, heard)
		VALUES (?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)`, p.id, t.tick, p.report, p.article.Published,
		cmp.Or(p.rules, t.l.o.RulesVersion), len(p.findings.Mentions), first, packed, t.asked, max(p.state, 0))
}

func (t *tx) addWords(p *prepared) error {
	return t.exec("INSERT INTO words (rowid, title, publisher, body) VALUES (?, ?, ?, ?)", p.id, p.title, p.publisher, p.body)
}

// addFindings writes what was found in an article that has no findings, with people's decisions on it. It gives what
// the summary needs of it.
func (t *tx) addFindings(id int64, hash string, f data.Findings) (first int64, packed []byte, err error) {
	if err := t.addMentions(id, f.Mentions); err != nil {
		return 0, nil, err
	}
	if t.decided {
		if f.Evidence, err = decide(t.ctx, t, hash, f.Evidence); err != nil {
			return 0, nil, err
		}
	}
	if packed, err = index.Pack(f.Evidence); err != nil {
		return 0, nil, err
	}
	first, err = t.addEvidence(id, f.Evidence)
	return first, packed, err
}
