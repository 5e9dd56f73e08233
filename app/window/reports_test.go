package window_test

import (
	"path/filepath"
	"testing"

	"entente/data"
	"entente/data/store"
)

const longStory = `The ministers spoke of salmon farms, of nets that do not rot, and of the long coasts that both states have to watch.
A research ship is to sail south in autumn with eleven scientists from Bergen and nine from Valdivia on board. It will measure how
warm the water is at forty places and leave buoys behind that send their numbers home every hour. Fishermen on the quay were less
sure. One of them said that he had heard such promises from four governments and that his boat was older than all of these papers.
The contract runs for six years, and a council of eight people will meet every spring, in turn in the north and in the south. `

// reprinted makes a library with a story, its reprint in another paper, and something else.
func reprinted(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "reprints.entente")
	lib, err := store.Open(t.Context(), path, store.Options{RulesVersion: "long ago"})
	if err != nil {
		t.Fatal(err)
	}
	story := "Norway and Chile signed an agreement on fishing in Oslo. " + longStory
	for i, a := range []data.Article{
		{Title: "A deal on fish", Publisher: "Morning Ledger", Published: "2024-03-03", Text: story},
		{Title: "Fish deal reprinted", Publisher: "Harbour Gazette", Published: "2024-03-04", Text: story + "Reprinted by the Gazette."},
		{Title: "Other waters", Publisher: "Danube Courier", Published: "2024-03-02", Text: "Norway and Chile signed an agreement on fishing in Oslo. A different text follows here, about boats alone."},
	} {
		e := data.Evidence{Passage: data.PassageOf(a.Text, data.Span{End: 56}), Pair: data.PairOf("CL", "NO"), Fields: []data.Field{data.Trade},
			Stance: data.Cooperation, Modality: data.Done, Confidence: 0.9}
		if added, err := lib.Add(t.Context(), []store.Item{{Article: a, Findings: data.Findings{Evidence: []data.Evidence{e}}}}); err != nil || added[0].Err != nil {
			t.Fatalf("article %d: %+v, %v", i, added, err)
		}
	}
	if err := lib.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestReprintsFoldUnderTheFirstAndCanBeUnfolded(t *testing.T) {
	d := sit(t, reprinted(t))
	d.sees("3 articles, 2 reports", "Same report as 1 other article")
	d.missesAll("A deal on fish")
	d.openTie(data.PairOf("CL", "NO"))
	d.sees("A deal on fish", "2 reports", "3 articles", "The same report in 1 article, 1 passage")
	d.missesAll("Harbour Gazette  ·")
	d.press("The same report in 1 article, 1 passage")
	d.sees("Harbour Gazette  ·", "Fold the same report")
	d.pick(d.w.ArticleMenu(0), "Show the articles of this report")
	d.sees("same report · ")
	d.pick(d.w.ArticleMenu(0), "This is a report of its own")
	d.sees("3 articles, 3 reports", "3 reports")
	d.do("Undo")
	d.sees("3 articles, 2 reports")
}

func TestReportsAreJoinedByHand(t *testing.T) {
	d := sit(t, reprinted(t))
	d.w.ReadArticle(1)
	d.settle()
	d.sees("Same report as 1 other article")
	d.pick(d.w.ArticleMenuOf(3), "Same report as “A deal on fish”")
	d.sees("3 articles, 1 report", "Same report as 2 other articles")
	d.do("Undo")
	d.sees("3 articles, 2 reports")
}
