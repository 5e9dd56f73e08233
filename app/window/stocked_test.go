package window_test

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"entente/data"
	"entente/data/store"
)

// said is an article of a stocked library: one passage that relates two countries.
type said struct {
	text, publisher, when string
	pair                  data.Pair
	stance                data.Stance
	modality              data.Modality
	figure                string // words of the text that tell an amount which others dispute; "" for none
	value                 float64
}

// stocked makes a library of articles with one passage each and gives its path. Its findings are of other rules than the
// program's, so that a test must not let time pass, when they would be made anew.
func stocked(t *testing.T, name string, articles ...said) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name+".entente")
	lib, err := store.Open(context.Background(), path, store.Options{RulesVersion: "test"})
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range articles {
		e := data.Evidence{Passage: data.PassageOf(a.text, data.Span{End: len(a.text)}), Pair: a.pair, Fields: []data.Field{data.Industry},
			Stance: a.stance, Modality: a.modality, When: a.when, Confidence: 0.8}
		if at := strings.Index(a.text, a.figure); a.figure != "" {
			e.Figures = []data.Figure{{Passage: data.PassageOf(a.text, data.Span{Start: at, End: at + len(a.figure)}), Value: a.value,
				Unit: "workers", About: "workers employed", Dispute: true}}
		}
		item := store.Item{Article: data.Article{Title: "About " + a.pair.String(), Text: a.text, Publisher: a.publisher},
			Findings: data.Findings{Evidence: []data.Evidence{e}}}
		if added, err := lib.Add(context.Background(), []store.Item{item}); err != nil || added[0].Err != nil {
			t.Fatal(err, added)
		}
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// quarrels is a library with a tie that contradicts itself in every way, and one that is plain.
func quarrels(t *testing.T) string {
	jp, ru := data.PairOf("JP", "RS"), data.PairOf("RS", "RU")
	return stocked(t, "quarrels",
		said{"Japan employs 112,000 workers in Serbia.", "Herald", "2022-05-03", jp, data.Cooperation, data.Done, "112,000 workers", 112000},
		said{"Serbia sued Japan over 30,000 workers.", "Observer", "2024-02-11", jp, data.Conflict, data.Done, "30,000 workers", 30000},
		said{"Japan denied that it left Serbia.", "Herald", "2024-02", jp, data.Conflict, data.Denied, "", 0},
		said{"Russia sells gas to Serbia.", "", "2023", ru, data.Cooperation, data.Ongoing, "", 0},
		said{"Russia and Serbia agreed on gas.", "Observer", "", ru, data.Cooperation, data.Done, "", 0})
}

// titled is a library of one article of a title.
func titled(t *testing.T, title string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "titled.entente")
	lib, err := store.Open(context.Background(), path, store.Options{RulesVersion: "test"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	if _, err := lib.Add(context.Background(), []store.Item{{Article: data.Article{Title: title, Text: "Japan and Serbia signed."}}}); err != nil {
		t.Fatal(err)
	}
	return path
}
