package pairing

import (
	"math"
	"slices"

	"entente/data"
	"entente/data/tie/internal/among"
	"entente/data/tie/internal/reason"
)

// A sentence that names one party of a tie and not the other ("The Peruvians sent two doctors") leaves it to the reader whom else
// it means: the country that the article is about, one named in the sentence before, or nobody. This room weighs them up.

const (
	// leastOdds are the odds, as a logarithm, from which somebody is taken to be meant: 55 in 100. In texts that neither
	// they nor the rules were made with, ten of fourteen such ties hold.
	leastOdds = 0.2
	// leastOddsAbroad is that for other languages, where fewer of such ties hold: 65 in 100.
	leastOddsAbroad = 0.62
	// slack is more than rounding can make of odds: those against nobody alone bound those against nobody and all others.
	slack = 1e-6
	// farBefore and farAfter are how many sentences that name anybody are looked through for whom one may mean.
	farBefore, farAfter = 6, 2
)

// PartnerInstance is a sentence that names a party, and whom else it may mean, to learn from.
type PartnerInstance struct {
	Span   data.Span
	Party  data.Party
	Others []data.Party     // "" for nobody, which is the first
	Signs  [][]reason.Given // of each of Others
}

// partner is the pair that a sentence is likely to tell of though it names one of the two only.
type partner struct {
	pair     data.Pair
	sentence int
	odds     float64        // that it means the other and nobody else, as a logarithm
	rivals   float64        // what all else that it may mean takes from them
	signs    []reason.Given // that it means the other; those that it means nobody count against that
}

// partners gives the pairs that the words tie by no sentence that names both, but one that names the one and is likely to mean
// the other, the likeliest sentence of each.
func (w *whole) partners() []partner {
	if w.models.Partners == nil && w.Lessons.Partner == nil {
		return nil
	}
	w.sumUp()
	var out []partner
	for i, here := range w.standing.inPlace {
		if v := w.voiceOf(i); len(here) == 0 || v.loud == 0 || v.apart {
			continue
		}
		w.lookAround(i)
		for _, n := range here {
			p, ok := w.partnerOf(i, int(n))
			if !ok {
				continue
			}
			k := among.Index(out, func(o *partner) bool { return o.pair == p.pair })
			switch {
			case k < 0:
				out = append(out, p)
			case p.odds > out[k].odds:
				out[k] = p
			}
		}
	}
	return out
}

// partnerOf gives whom a sentence is likely to mean that names the party of a number; false where that is nobody, or somebody to
// whom the party is tied by the rules.
func (w *whole) partnerOf(sentence, n int) (p partner, ok bool) {
	if len(w.others) == 0 {
		return p, false
	}
	if w.Lessons.Partner != nil {
		w.teach(sentence, n)
		return p, false
	}
	m := w.models.Partners
	best, most := -1, math.Inf(-1)
	w.likes = w.likes[:0]
	for _, o := range w.others {
		sum := m.Sum(w.signsOfPartner(sentence, n, int(o)))
		if w.likes = append(w.likes, sum); sum > most {
			best, most = int(o), sum
		}
	}
	none := m.Sum(w.signsOfNobody(sentence, n))
	if most-none < w.leastOdds()-slack || w.tied(n, best) || w.onlyWhere(n) || w.onlyWhere(best) || w.denied(sentence, n, best) {
		return p, false
	}
	all := 0.0
	for _, sum := range w.likes {
		all += math.Exp(sum)
	}
	p.odds = most - math.Log(math.Exp(none)+all-math.Exp(most))
	if p.odds < w.leastOdds() {
		return p, false
	}
	t := &w.standing
	p.pair, p.sentence, p.rivals = data.PairOf(t.parties[n], t.parties[best]), sentence, p.odds-(most-none)
	p.signs = slices.Clone(w.signsOfPartner(sentence, n, best))
	for _, g := range w.signsOfNobody(sentence, n) {
		p.signs = append(p.signs, reason.Given{Sign: g.Sign, Amount: -g.Amount})
	}
	return p, true
}

// denied says whether the sentence before one denies, or tells as a rumour, that two parties deal with each other, by their numbers.
func (w *whole) denied(sentence, a, b int) bool {
	if !w.Foreign {
		return false // the sign of what is heard against them has learnt it
	}
	at := w.heardOf(a, b)
	return at >= 0 && (w.heard[at].Modality == data.Denied || w.heard[at].Score.Holds(reason.Doubted)) && w.heard[at].sentence == sentence-1
}

// leastOdds is the least at which somebody is taken to be meant, as a logarithm.
func (w *whole) leastOdds() float64 {
	if w.Foreign {
		return leastOddsAbroad
	}
	return leastOdds
}

// teach tells what is to be learnt of a sentence.
func (w *whole) teach(sentence, n int) {
	t := &w.standing
	in := PartnerInstance{w.Doc.Sentences[sentence].Span, t.parties[n], []data.Party{""}, [][]reason.Given{slices.Clone(w.signsOfNobody(sentence, n))}}
	for _, o := range w.others {
		if !w.onlyWhere(int(o)) {
			in.Others, in.Signs = append(in.Others, t.parties[o]), append(in.Signs, slices.Clone(w.signsOfPartner(sentence, n, int(o))))
		}
	}
	w.Lessons.Partner(in)
}

// lookAround finds the parties that a sentence may mean and does not name: those named in the sentences round it, and the one that
// the article is about.
func (w *whole) lookAround(sentence int) {
	t := &w.standing
	w.others, w.last = w.others[:0], -1
	add := func(n int32) {
		if !slices.Contains(w.others, n) && !slices.Contains(t.inPlace[sentence], n) {
			w.others = append(w.others, n)
		}
	}
	for i, left := sentence-1, farBefore; i >= 0 && left > 0; i-- {
		for _, n := range t.inPlace[i] {
			add(n)
		}
		if len(t.inPlace[i]) > 0 {
			w.last = max(w.last, i)
			left--
		}
	}
	for i := sentence + 1; i <= sentence+farAfter && i < len(t.inPlace); i++ {
		for _, n := range t.inPlace[i] {
			add(n)
		}
	}
	for _, p := range []data.Party{w.Topic, w.Written, w.Focus.Self} {
		if n, ok := t.numberOf(p); ok && len(t.places[n]) > 0 { // else it was named in lists of the world only
			add(int32(n))
		}
	}
}

// signsOfNobody lists the signs that a sentence means nobody besides those that it names, as the party of a number. They hold
// until the next call, as do those of signsOfPartner.
func (w *whole) signsOfNobody(sentence, n int) []reason.Given {
	t, g, sen, v := &w.standing, &w.signs, &w.Doc.Sentences[sentence], w.voiceOf(sentence)
	*g = (*g)[:0]
	g.give(reason.PartnerNobody, 1)
	g.giveIf(v.row, reason.PartnerRow)
	if !v.row {
		g.giveCount(len(t.inPlace[sentence]), reason.PartnerWith2, 2)
	}
	g.give(reason.PartnerLength, math.Log(float64(1+sen.Last-sen.First)))
	g.giveIf(sentence == 0, reason.PartnerFirst)
	g.giveIf(sen.Heading, reason.PartnerHeading)
	g.give(reason.PartnerSentences, math.Log(float64(len(w.Doc.Sentences))))
	g.give(reason.PartnerParties, math.Log(float64(len(t.parties))))
	g.giveCount(w.ties[n], reason.PartnerTies0, 0, 1)
	g.giveIf(slices.ContainsFunc(t.inPlace[sentence], func(o int32) bool { return w.tied(n, int(o)) }), reason.PartnerTied)
	g.give(reason.PartnerLoud, float64(v.loud)/2)
	g.giveIf(v.doubt, reason.PartnerDoubt)
	g.giveIf(v.home, reason.PartnerHome)
	g.give(reason.PartnerOwn, w.likely(n))
	g.giveIf(w.Topic == "", reason.PartnerLost)
	g.giveIf(t.mentions[n] == 1, reason.PartnerNamedOnce)
	g.giveIf(sentence == len(w.Doc.Sentences)-1, reason.PartnerLast)
	g.giveIf(w.Foreign, reason.PartnerForeign)
	return *g
}

// signsOfPartner lists the signs that a sentence which names the party of number n means that of number o.
func (w *whole) signsOfPartner(sentence, n, o int) []reason.Given {
	t, g := &w.standing, &w.signs
	*g = (*g)[:0]
	party, places := t.parties[o], t.places[o]
	g.give(reason.PartnerLikely, w.likely(o))
	g.giveIf(party == w.Topic, reason.PartnerTopic)
	g.giveIf(party == w.Topic && w.Dominant, reason.PartnerSure)
	at, _ := slices.BinarySearch(places, int32(sentence))
	if at == 0 {
		g.give(reason.PartnerNever, 1)
	} else {
		last := int(places[at-1])
		g.giveCount(sentence-last, reason.PartnerBefore1, 1, 2, 4)
		g.giveIf(w.Doc.Sentences[last].Paragraph == w.Doc.Sentences[sentence].Paragraph, reason.PartnerParagraph)
	}
	if at < len(places) {
		g.giveIf(int(places[at]) == sentence+1, reason.PartnerNext1)
		g.giveIf(int(places[at]) == sentence+2, reason.PartnerNext2)
	}
	if last := w.last; last >= 0 {
		g.giveIf(len(t.inPlace[last]) == 1 && t.names(last, o), reason.PartnerAlone)
		g.giveIf(t.inPlace[last][0] == int32(o), reason.PartnerLed)
		g.giveIf(t.names(last, o) && slices.ContainsFunc(t.inPlace[last], func(x int32) bool { return w.tied(o, int(x)) }), reason.PartnerTold)
	}
	g.giveIf(party == w.Written || party == w.dateline, reason.PartnerWritten)
	g.giveIf(party == w.Focus.Self, reason.PartnerSelf)
	g.giveIf(t.mentions[o] == 1, reason.PartnerOnce)
	g.giveIf(party == data.EU, reason.PartnerUnion)
	g.giveIf(places[0] < leadSentences, reason.PartnerAtTop)
	g.give(reason.PartnerTowns, float64(t.towns[o])/float64(t.mentions[o]))
	g.giveIf(w.tied(n, o), reason.PartnerRuled)
	g.giveCount(w.ties[o], reason.PartnerHub0, 0, 1)
	g.give(reason.PartnerShared, float64(min(t.of(n, o).shared, 2)))
	if at := w.heardOf(n, o); at >= 0 {
		against := w.heard[at].spokenAgainst()
		g.giveIf(!against, reason.PartnerHeard)
		g.giveIf(against, reason.PartnerAgainst)
	}
	g.giveIf(len(t.parties) == 2, reason.PartnerTwo)
	return *g
}

// leastLikely bounds how unlikely an article is said to be about a party.
const leastLikely = -9

// sumUp adds up how likely the article is about each party.
func (w *whole) sumUp() {
	most, all := math.Inf(-1), 0.0
	for _, x := range w.sums {
		most = max(most, x)
	}
	for _, x := range w.sums {
		all += math.Exp(x - most)
	}
	w.allSums = most + math.Log(all)
}

// likely gives how likely the article is about the party of a number, as a logarithm.
func (w *whole) likely(n int) float64 { return max(w.sums[n]-w.allSums, leastLikely) }

// unsaidOf makes what the article as a whole ties of a pair that a sentence is likely to tell of.
func (w *whole) unsaidOf(p partner) Unsaid {
	for i := range p.signs {
		p.signs[i].Amount *= wholeTrust
	}
	m := w.models.Partners
	return Unsaid{Sentence: p.sentence, Last: p.sentence, Read: p.sentence, pair: p.pair, confidence: 1 / (1 + math.Exp(-wholeTrust*p.odds)),
		parts: append(m.Parts(&w.weights, p.signs), m.Part(reason.PartnerRivals, wholeTrust*p.rivals))}
}
