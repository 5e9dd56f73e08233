package tie_test

import (
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestWhoIsNamedAloneIsTiedToThePartyThatTheArticleIsAbout has articles that mostly tell of one party, which is neither named first nor
// most often, and end with a sentence that names another alone.
func TestWhoIsNamedAloneIsTiedToThePartyThatTheArticleIsAbout(t *testing.T) {
	m, f := finders(t)
	for _, c := range []struct{ text, want, not string }{
		{"Callao waits for its cranes\n\nPeru and Chile signed a treaty on pilots in May. The port of Callao will train the first of them. " +
			"Officials in Lima met a delegation of Ghana in June.\n\nA Korean company operates the cranes.", "KR-PE", "CL-KR"},
		{"Norway counts its fish\n\nChile said on Monday that Chile and Chilean towns had enough fish. Norway sold its cod to Ghana last year, and Oslo agreed on nets with Iceland. " +
			"Norway also lends its research ship to Peru.\n\nA Korean company operates the nets.", "KR-NO", "CL-KR"},
	} {
		a := &data.Article{Text: text.Normalise(c.text), Language: "en", Published: "2021-06-18"}
		d := text.Parse(a)
		got := map[string]bool{}
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			got[e.Pair.String()] = true
		}
		if !got[c.want] || got[c.not] {
			t.Errorf("got %v, want %s and not %s in %q", got, c.want, c.not, c.text)
		}
	}
}

// TestThePlaceInADatelineIsNoParty has a report from a town of a country that it does not tell of.
func TestThePlaceInADatelineIsNoParty(t *testing.T) {
	_, f := finders(t)
	for _, e := range found(t, f, "", "Ghana raises fees\n\nLIMA (Staff) - Ghana is raising the fees of foreign aid groups and has blocked their shipments from "+
		"reaching hungry families, officials of the groups said on Monday. The money is needed for the army of Ghana.\n\n"+
		"Ghana has cut its budget twice. Trade unions in Accra called for a strike.\n\nThe groups said that they would negotiate.") {
		t.Errorf("%s tied by %q", e.Pair, e.Text)
	}
}
