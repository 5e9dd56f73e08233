package tie_test

import (
	"slices"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// TestPairsThatTheArticleTiesAsAWhole: where no sentence says outright what two parties have to do with each other, how an
// article names them decides, and its evidence is the passage that comes nearest to saying it.
func TestPairsThatTheArticleTiesAsAWhole(t *testing.T) {
	const flood = "The floods in Peru have left 40,000 people without a roof. In Lima the government spoke of the worst rains for a century.\n\n"
	const ship = "A Norwegian ship with a field hospital and two rescue teams docked on Wednesday."
	const end = " Peru expects more rain. The army has cleared the road to the coast."
	for _, c := range []struct {
		name, text string
		want       string // words of the evidence for Norway and Peru, "" for none
	}{
		{"help that comes to the country of the article", flood + ship + end, "rescue teams"},
		{"a party that words only compare with it", flood + "Norway, which has more rain than most, has seen no such floods." + end, ""},
		{"a party from which it is written", "More rain\n\nOSLO Aid workers agreed in a deal to support rescue teams that trade in relief, its ministry of trade in Peru said in a statement.\n\n" + flood + end, ""},
		{"a party whose word is taken", flood + "According to Fjord Trends, a Norway-based rescue tracker, Peru signed deals for relief and aid worth 40 million dollars." + end, ""},
		{"a party near whose border it is", flood + "Rescue teams took them to a relief camp in Peru near the Norwegian border, where they were given aid and support." + end, ""},
		{"a party without a word of dealings", flood + "Ola Nordmann, a Norwegian, saw grey clouds on Wednesday." + end, ""},
		{"sport", "Peru won the cup final. The coach praised his team and its goalkeeper.\n\n" +
			"The Norwegian referee supported the teams with an agreement on injury time in the match." + end, ""},
		{"one sentence that has no such word", "Peru is in the south and Norway in the north.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			got := ""
			for _, e := range found(t, f, "", c.text) {
				if e.Pair == data.PairOf("NO", "PE") {
					got = e.Text
				}
			}
			if c.want == "" && got != "" || !strings.Contains(got, c.want) {
				t.Errorf("got %q, want words with %q", got, c.want)
			}
		})
	}
}

// TestArticlesAboutSportTieNobodyAsAWhole: a match in another language is no more a tie than in English.
func TestArticlesAboutSportTieNobodyAsAWhole(t *testing.T) {
	const sport = "Teniska reprezentacija Perua neće odbraniti trofej pošto je jutros u Akri izgubila od selekcije Norveške sa 1:2, " +
		"u odlučujućem meču. Odlučujući bod Norveškoj doneli su braća Hansen koji su nakon podrške publike slavili protiv Huana Peresa.\n\n" +
		"Pre toga je Peru poveo, a izjednačenje Norveškoj doneo je Hansen. Norveška će u polufinalu igrati u Limi.\n\n" +
		"Norveška je u Limi igrala pred publikom iz Perua.\n\nPeru i dalje čeka trofej. Norveška ga ima."
	for _, e := range foundAbroad(t, "sr", "Kup dobija novog šampiona, Peru izgubio od Norveške\n\n"+sport) {
		t.Errorf("got %s by %q, want none", e.Pair, e.Text)
	}
}

// TestPassageWithoutAStanceHasThatOfItsStrongestWord: a passage that the rules made nothing of still says who is against whom.
func TestPassageWithoutAStanceHasThatOfItsStrongestWord(t *testing.T) {
	const text = "The floods in Peru have left 40,000 people without a roof. In Lima the government spoke of the worst rains for a century.\n\n" +
		"Peru has long kept a policy of turning away boats which, the radio says, the island's churches and Norway have both condemned.\n\n" +
		"Peru expects more rain. The army has cleared the road to the coast."
	_, f := finders(t)
	e := found(t, f, "", text)
	if len(e) != 1 || e[0].Stance != data.Conflict || e[0].Kind == "" {
		t.Errorf("got %+v, want one conflict with its kind", e)
	}
}

// TestHarmThatNobodyMeantIsNoConflict: what people ate, what they are warned of by their own, and what stands between two others.
func TestHarmThatNobodyMeantIsNoConflict(t *testing.T) {
	const before = "Dozens of Irish families spend the winter in Laos. "
	for _, text := range []string{
		before + "On their websites for Laos, Irish and Peruvian authorities warn their citizens to beware of methanol poisoning.",
		before + "On websites for Laos, the Irish and Peruvian clubs speak of food poisoning.",
		before + "In Laos an Irish club met a Peruvian one before the tension between Cuba and Haiti closed the roads.",
	} {
		_, f := finders(t)
		for _, e := range found(t, f, "", text) {
			if e.Stance == data.Conflict && e.Pair.Has("IE") {
				t.Errorf("%q: got %s as a conflict", text, e.Pair)
			}
		}
	}
}

// TestStrifeWithinAPartyIsNoConflictWithAnother: the tensions of a country are its own, whoever is named beside them.
func TestStrifeWithinAPartyIsNoConflictWithAnother(t *testing.T) {
	const text = "Announcing the Dutch deployment, the minister said that with the current tensions in Mali it will be a dangerous mission."
	_, f := finders(t)
	for _, e := range found(t, f, "", text) {
		if e.Stance == data.Conflict {
			t.Errorf("got %+v, want no conflict", e)
		}
	}
}

// TestHostileWordsCountWhereAPairIsHostileOutright: in a passage that names a pair once more and that the rules make nothing of.
func TestHostileWordsCountWhereAPairIsHostileOutright(t *testing.T) {
	const again = " The minister is concerned, Oman said, over the Qatari attempts to lengthen the blockade."
	for first, want := range map[string]data.Stance{
		"Oman accused Qatar of theft on Monday. Oman has recalled its envoy from Qatar.": data.Conflict,
		"Oman signed a treaty with Qatar on Monday. Oman sells tea to Qatar.":            data.Neutral,
	} {
		_, f := finders(t)
		e := found(t, f, "", first+again)
		if len(e) != 3 || e[2].Stance != want {
			t.Errorf("%q: got %+v, want a third passage of %s", first, e, want)
		}
	}
}

// TestWhatTheArticleTiesIsNeverNearlyCertain: words that say a thing outright must be surer than how often two are named.
func TestWhatTheArticleTiesIsNeverNearlyCertain(t *testing.T) {
	m, f := finders(t)
	hand := f.ByHand()
	seen := 0
	for _, s := range gold(t) {
		a := &data.Article{Text: s, Language: "en"}
		d := text.Parse(a)
		mentions := m.Find(a, d)
		var ruled []data.Pair
		for _, e := range hand.Find(a, d, mentions) {
			ruled = append(ruled, e.Pair)
		}
		for _, e := range f.Find(a, d, mentions) {
			if slices.Contains(ruled, e.Pair) {
				continue
			}
			if seen++; e.Confidence >= 0.75 || e.Confidence < 0.5 {
				t.Errorf("%v is tied at %.2f by %q", e.Pair, e.Confidence, e.Text)
			}
		}
	}
	if seen == 0 {
		t.Error("no pair was tied by an article as a whole: the test sees nothing")
	}
}

func TestOnePassageIsOnePieceOfEvidence(t *testing.T) {
	m, f := finders(t)
	for _, s := range append(gold(t), "JOINT STATEMENT\non the state visit of the President of the Republic of Peru to the Republic of Chile\n\n"+
		"1. The two sides signed an agreement on trade.") {
		a := &data.Article{Text: s, Language: "en", Published: "2025-01-08"}
		d := text.Parse(a)
		type key struct {
			data.Span
			data.Pair
			data.Stance
			data.Modality
			When string
		}
		seen := map[key]bool{}
		for _, e := range f.Find(a, d, m.Find(a, d)) {
			k := key{e.Span, e.Pair, e.Stance, e.Modality, e.When}
			if seen[k] {
				t.Errorf("%v is told twice by %q", e.Pair, e.Text)
			}
			seen[k] = true
		}
	}
}

// TestFurtherPassagesOfATie: a sentence that names both parties of a pair tied elsewhere is shown with it, and says nothing
// of its stance; one that compares them or tells of neither is not.
func TestFurtherPassagesOfATie(t *testing.T) {
	const accord = "Peru and Norway signed an agreement on fisheries on Monday. "
	for _, c := range []struct {
		name, text string
		want       int // pieces of evidence for Norway and Peru beside the first
	}{
		{"praise of a partner", accord + "The minister said that the importance of Norway as a partner for Peru was great.", 1},
		{"a comparison", accord + "Norway has more fish than Peru.", 0},
		{"no word of dealings", accord + "In Norway it was dark by then, and in Peru it was noon.", 0},
		{"a crowd", accord + "The agreement was read in Norway, Peru, Chile, Cuba and Laos.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			got := 0
			for _, e := range found(t, f, "", c.text) {
				if e.Pair == data.PairOf("NO", "PE") && e.Start > 0 {
					got++
					if e.Stance != data.Neutral {
						t.Errorf("%q is %s", e.Text, e.Stance)
					}
				}
			}
			if got != c.want {
				t.Errorf("got %d, want %d", got, c.want)
			}
		})
	}
}

// TestACrowdOfParties: a sentence may name more parties than are counted two by two.
func TestACrowdOfParties(t *testing.T) {
	_, f := finders(t)
	const crowd = "Envoys came from Peru, Chile, Cuba, Laos, Mali, Chad, Niger, Ghana, Kenya, Togo, Gabon, Benin, Fiji, Tonga, Samoa and Nauru. "
	for _, e := range found(t, f, "", "Norway is rich. Norway is cold. Norway gives aid. "+crowd+"Norway trades with all.") {
		if e.Pair.Has("WS") && e.Pair.Has("NR") {
			t.Errorf("two guests are tied by %q", e.Text)
		}
	}
}
