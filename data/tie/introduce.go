package tie

import (
	"strings"

	"entente/data"
	"entente/data/text"
)

// headSentences is how many sentences at the top of an article can say who "we" are.
const headSentences = 8

// introduce reads what an article says of itself as a whole: whether it is about sport, which party it is mostly about,
// and who "we" are.
func (r *reader) introduce() {
	r.sport, r.asks = r.sporty(), r.interview()
	r.topic = r.mostNamed()
	next, letterhead := 0, false
	for i := range min(headSentences, len(r.doc.Sentences)) {
		sen := r.doc.Sentences[i]
		for next < len(r.mentions) && r.mentions[next].End <= sen.Start {
			next++
		}
		first := next
		for next < len(r.mentions) && r.mentions[next].Start < sen.End {
			next++
		}
		if r.focus.self == "" {
			var head bool
			r.focus.self, head = r.selfIn(sen, first, next)
			if letterhead = letterhead || head || r.asks && r.officeIn(sen); letterhead && r.focus.self == "" && next > first {
				r.focus.self = r.mentions[first].Country
			}
		} else if r.focus.host == "" && sen.Heading && next == first+1 && r.mentions[first].Country != r.focus.self {
			r.focus.host = r.mentions[first].Country
		}
	}
	if r.focus.self != "" {
		r.topic = r.focus.self
	}
}

// headTokens is how many tokens of an article are looked at to see what kind of article it is.
const headTokens = 4000

// sporty says whether enough of the words of sport stand in the article.
func (r *reader) sporty() bool {
	n := min(len(r.doc.Tokens), headTokens)
	hits, seen := 0, map[*word]bool{}
	for i := range n {
		if w := r.entry(i); w != nil && w.classes&isSport != 0 && !seen[w] {
			seen[w] = true
			hits++
		}
	}
	return hits >= 3 && hits*250 >= n
}

// entry gives what the tables have on a token, and keeps it for those at the top, which are asked for more than once.
func (r *reader) entry(i int) *word {
	if i >= headTokens {
		return r.vocab.at(r.doc.Fold(i))
	}
	for len(r.head) <= i {
		r.head = append(r.head, r.vocab.at(r.doc.Fold(len(r.head))))
	}
	return r.head[i]
}

// mostNamed gives the party that the article is mostly about: the one named first if it comes back often, else the one
// named most, "" where none stands out.
func (r *reader) mostNamed() data.Party {
	count := map[data.Party]int{}
	for i := range r.mentions {
		if c := r.mentions[i].Country; c != "" {
			count[c]++
		}
	}
	best, most, second, total := data.Party(""), 0, 0, 0
	for p, n := range count {
		total += n
		if n > most || n == most && p < best {
			best, most, second = p, n, most
		} else if n > second {
			second = n
		}
	}
	if len(r.mentions) > 0 {
		first := r.mentions[0].Country
		if first != "" && count[first] >= 3 && count[first]*2 > most || first == best && most == 2 && second == 1 {
			return first
		}
	}
	if most < 3 || most*4 < total {
		return ""
	}
	return best
}

// selfIn finds in a sentence at the top who speaks: an embassy or ministry in its letterhead, or who is interviewed. It
// says whether the sentence is a letterhead.
func (r *reader) selfIn(sen text.Sentence, first, last int) (self data.Party, letterhead bool) {
	office := false
	for i := sen.First; i < sen.Last; i++ {
		w := r.entry(i)
		if w == nil {
			continue
		}
		office = office || w.classes&isOffice != 0
		f := r.doc.Fold(i)
		letterhead = letterhead || sen.Heading && sen.Last-sen.First <= 10 && (f == "embassy" || f == "consulate" || f == "ministry" || f == "mission")
	}
	for m := first; m < last; m++ {
		if c := r.mentions[m].Country; c != "" && (letterhead || office && r.asks) {
			return c, letterhead
		}
	}
	return "", letterhead
}

// officeIn says whether a sentence names an office such as minister, to which the place of the article gives the party.
func (r *reader) officeIn(sen text.Sentence) bool {
	for i := sen.First; i < sen.Last; i++ {
		if w := r.entry(i); w != nil && w.classes&isOffice != 0 {
			if r.focus.self == "" && len(r.mentions) > 0 && r.mentions[0].Start < sen.Start {
				r.focus.self = r.mentions[0].Country
			}
			return true
		}
	}
	return false
}

// interview says whether the article is made of questions and answers.
func (r *reader) interview() bool {
	questions := 0
	for _, p := range r.doc.Paragraphs[:min(len(r.doc.Paragraphs), headTokens/10)] {
		t := r.doc.Text[p.Start:p.End]
		if strings.HasSuffix(t, "?") || strings.HasSuffix(t, "?”") || strings.HasPrefix(t, "Q:") || strings.HasPrefix(t, "Q.") {
			questions++
		}
	}
	return questions >= 3
}
