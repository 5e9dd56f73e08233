package store

import (
	"context"
	"slices"

	"entente/data"
	"entente/data/store/internal/index"
	"entente/data/store/internal/words"
)

// settle makes the library show what stands, after these decisions were made, undone or redone.
func (t *tx) settle(all []data.Decision) error {
	done := map[string]bool{}
	reports := false
	for i := range all {
		d := &all[i]
		reports = reports || d.Action.OnReports()
		if d.Action == data.ActAlias {
			if err := t.askWide(d.Subject); err != nil {
				return err
			}
		}
		if d.Article == "" || done[d.Article] {
			continue
		}
		done[d.Article] = true
		id, err := t.articleID(d.Article)
		if err != nil {
			return err
		}
		if id == 0 { // the decision came from another library, its article did not
			continue
		}
		about := slices.DeleteFunc(slices.Clone(all), func(o data.Decision) bool { return o.Article != d.Article })
		if err := t.settleArticle(id, d.Article, about); err != nil {
			return err
		}
	}
	if reports {
		return t.regroup()
	}
	return nil
}

// settleArticle makes an article show what stands, where these decisions about it may have changed that.
func (t *tx) settleArticle(id int64, hash string, changed []data.Decision) error {
	stand, err := standing(t.ctx, t, hash)
	if err != nil {
		return err
	}
	evidence, sight, reading, furniture := false, false, false, false
	for i := range changed {
		a := changed[i].Action
		evidence = evidence || a.OnEvidence()
		sight = sight || a.OnSight()
		reading = reading || a == data.ActMention || a == data.ActMentions || a == data.ActFurniture
		furniture = furniture || a == data.ActFurniture
	}
	if furniture {
		if err := t.remark(id, stand); err != nil {
			return err
		}
	}
	if reading {
		if err := t.exec("UPDATE summary SET asked = ? WHERE article = ?", t.tick, id); err != nil {
			return err
		}
	}
	if sight {
		said, err := decisions(t.ctx, t, "WHERE hash = ? ORDER BY step, id", hash)
		if err != nil {
			return err
		}
		if err := t.exec("UPDATE summary SET removed = ?, tick = ? WHERE article = ?", goneBy(said) != "", t.tick, id); err != nil {
			return err
		}
	}
	if evidence {
		return t.reattach(id, hash)
	}
	return nil
}

// goneBy gives what took an article out of sight after all that was said of it: that it was removed, or that its import was
// undone; "" where it is seen.
func goneBy(said []data.Decision) (gone data.Action) {
	for i := range said {
		switch d := &said[i]; {
		case d.Action == data.ActImport && !d.Undone, d.Action == data.ActRestore && !d.Undone:
			gone = ""
		case d.Action == data.ActImport, d.Action == data.ActRemove && !d.Undone:
			gone = d.Action
		}
	}
	return gone
}

// remark writes the furniture of an article as people left it, and lets searches find the article by the other words.
func (t *tx) remark(id int64, stand []data.Decision) error {
	var found string
	if err := t.row("SELECT omitted FROM article WHERE id = ?", []any{id}, &found); err != nil {
		return err
	}
	omitted, err := readOmitted(found)
	if err != nil {
		return err
	}
	var marked any // NULL where nobody said anything
	if markings := markingsIn(stand); len(markings) > 0 {
		omitted = data.Mark(omitted, markings)
		if marked, err = omittedJSON(omitted); err != nil {
			return err
		}
	}
	if err := t.exec("UPDATE article SET marked = ? WHERE id = ?", marked, id); err != nil {
		return err
	}
	return t.reword(id, omitted)
}

// reword puts an article into the search index anew, without its furniture.
func (t *tx) reword(id int64, omitted []data.Omitted) error {
	a := data.Article{Omitted: omitted}
	if err := t.row("SELECT title, publisher, text FROM article JOIN body ON article = id WHERE id = ?", []any{id},
		&a.Title, &a.Publisher, &a.Text); err != nil {
		return err
	}
	if err := t.exec("DELETE FROM words WHERE rowid = ?", id); err != nil {
		return err
	}
	return t.addWords(&prepared{id: id, title: words.Join(a.Title, nil), publisher: words.Join(a.Publisher, nil), body: words.Join(a.Text, a.Furniture)})
}

// reattach makes what stands hold on the evidence of an article. Pieces keep their numbers as long as none is added or
// taken away.
func (t *tx) reattach(id int64, hash string) error {
	before, err := evidenceOf(t.ctx, t, id)
	if err != nil {
		return err
	}
	after, err := decide(t.ctx, t, hash, found(before))
	if err != nil {
		return err
	}
	keepNumbers(before, after)
	packed, err := index.Pack(after)
	if err != nil {
		return err
	}
	same := slices.EqualFunc(before, after, func(a, b data.Evidence) bool { return a.ID == b.ID })
	if !same {
		if err := t.exec("DELETE FROM evidence WHERE article = ?", id); err != nil {
			return err
		}
		first, err := t.addEvidence(id, after)
		if err != nil {
			return err
		}
		return t.exec("UPDATE summary SET packed = ?, first = ?, tick = ? WHERE article = ?", packed, first, t.tick, id)
	}
	for i := range after {
		if err := t.updateEvidence(&before[i], &after[i]); err != nil {
			return err
		}
	}
	return t.exec("UPDATE summary SET packed = ?, tick = ? WHERE article = ?", packed, t.tick, id)
}

// keepNumbers gives pieces that a person stated the numbers of such pieces that were there before.
func keepNumbers(before, after []data.Evidence) {
	taken := make(map[int64]bool, len(after))
	for i := range after {
		taken[after[i].ID] = true
	}
	var free []int64
	for i := range before {
		if !taken[before[i].ID] {
			free = append(free, before[i].ID)
		}
	}
	for i := range after {
		if after[i].ID == 0 && len(free) > 0 {
			after[i].ID, free = free[0], free[1:]
		}
	}
}

func evidenceIn(pieces []piece) []data.Evidence {
	out := make([]data.Evidence, len(pieces))
	for i := range pieces {
		out[i] = pieces[i].Evidence
	}
	return out
}

// decide gives an article's evidence as people left it; evidence is what the rules found.
func decide(ctx context.Context, q querier, hash string, evidence []data.Evidence) ([]data.Evidence, error) {
	said, err := decisions(ctx, q, "WHERE hash = ? ORDER BY id", hash)
	if err != nil || len(said) == 0 {
		return evidence, err
	}
	pieces, err := replay(evidence, said)
	return evidenceIn(pieces), err
}
