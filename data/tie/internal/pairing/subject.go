package pairing

import (
	"math"
	"slices"

	"entente/data"
	"entente/data/tie/internal/reason"
)

// What a passage is about is told by its own words, by the words that tie its pair, and by what its article speaks of: of two
// readings of "the plant" the one in an article about power lines is the likelier.

// spoken is how many words speak of each field, by the order of data.Fields.
type spoken [16]int

// all is how many words speak of any field.
func (p *spoken) all() (n int) {
	for _, k := range p {
		n += k
	}
	return n
}

const (
	// leastField is the log-odds from which a passage is taken to be about a field: 45 in 100, where the most fields of labelled
	// ties are met.
	leastField = -0.2
	// mostFields is how many fields a passage is about at most.
	mostFields = 4
	// leastSpoken is the share of the article's words from which it can make a passage be about a field that neither its words nor
	// the rules tell: one in so many.
	leastSpoken = 7
	// mostSpoken is the number of words beyond which more say nothing more of a field.
	mostSpoken = 3
)

// FieldInstance is whether a passage about a pair is about a field, to learn from.
type FieldInstance struct {
	Pair  data.Pair
	Field data.Field
	Signs []reason.Given
}

// spokenHere counts what the words of the sentence at hand speak of.
func (s *Article) spokenHere() spoken {
	s.speak()
	return s.here
}

// SettleFields decides what each passage found is about, once the whole article has been read. In other languages, whose words are
// looked up by their senses, the rules tell it better.
func (s *Article) SettleFields() {
	if s.Foreign || s.models.Fields == nil && s.Lessons.Field == nil {
		return
	}
	all, most := s.spoken.all(), 0
	for _, n := range s.spoken {
		most = max(most, n)
	}
	for i := range s.Found {
		f := &s.Found[i]
		here := f.spoken.all()
		if s.Lessons.Field != nil {
			for k, field := range data.Fields {
				s.Lessons.Field(FieldInstance{f.Pair, field, slices.Clone(s.signsOfField(f, k, slices.Index(f.Fields, field), here, all, most))})
			}
			continue
		}
		var likely likelyFields
		for k, field := range data.Fields {
			rank := slices.Index(f.Fields, field)
			if rank >= 0 || f.spoken[k] > 0 || s.spoken[k]*leastSpoken >= all && all > 0 {
				likely.add(k, s.models.Fields.Sum(s.signsOfField(f, k, rank, here, all, most)))
			}
		}
		if likely.n > 0 {
			f.Fields = likely.fields(s.fields.Take(likely.n))
		}
	}
}

// likelyFields are the likeliest fields, by their place in data.Fields, the likeliest first.
type likelyFields struct {
	place [mostFields]int
	sum   [mostFields]float64
	n     int
}

// add puts a field where it belongs, if it is likely enough; the likeliest stays however unlikely it is.
func (l *likelyFields) add(place int, sum float64) {
	at := l.n
	for at > 0 && l.sum[at-1] < sum {
		at--
	}
	if at == mostFields || at > 0 && sum < leastField {
		return
	}
	l.n = min(l.n+1, mostFields)
	copy(l.place[at+1:], l.place[at:])
	copy(l.sum[at+1:], l.sum[at:])
	l.place[at], l.sum[at] = place, sum
	for l.n > 1 && l.sum[l.n-1] < leastField {
		l.n--
	}
}

// fields writes the fields into a list of as many.
func (l *likelyFields) fields(out []data.Field) []data.Field {
	for i := range out {
		out[i] = data.Fields[l.place[i]]
	}
	return out
}

// signsOfField lists the signs that a passage is about the field of a place in data.Fields, which the rules give it at a rank or, with
// -1, do not give it. So many words of its own speak of any field, so many of the article, and so many of these of the field that most
// speak of. They hold until the next call.
func (s *Article) signsOfField(f *Finding, k, rank, here, all, most int) []reason.Given {
	g := &s.signs
	*g = (*g)[:0]
	g.give(reason.FieldStart, 1)
	if rank >= 0 {
		g.give(reason.FieldRuled, 1/(1+float64(rank)/2))
		g.giveIf(rank == 0, reason.FieldLeads)
	}
	g.give(reason.FieldSeveral, float64(len(f.Fields))/mostFields)
	g.give(reason.FieldWords, float64(min(f.spoken[k], mostSpoken))/mostSpoken)
	g.give(reason.FieldShare, float64(f.spoken[k])/math.Max(1, float64(here)))
	g.giveIf(here == 0, reason.FieldSilent)
	if n := s.spoken[k]; n > 0 {
		g.give(reason.FieldAny, 1)
		g.give(reason.FieldArticle, float64(n)/float64(all))
		g.giveIf(n == most, reason.FieldMost)
	}
	g.giveIf(f.Stance == data.Conflict, reason.FieldHostile)
	g.give(reason.FieldOwn+reason.Sign(k), 1)
	return *g
}
