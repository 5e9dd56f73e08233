package pairing

import (
	"slices"

	"entente/data"
)

// mostNamed is how many parties of one sentence are counted two by two; what names more is a list of the world.
const mostNamed = 12

// standing is how an article names its parties: how often, where, and which of them together. Parties are known in it by
// their number, the first named being 0.
type standing struct {
	parties  []data.Party
	numbers  [data.Slots]int16 // 1 + the number of each party named, by its slot
	mentions []int             // of each party
	solo     []int             // the sentences that name each party and nobody else
	places   [][]int32         // the sentences that name each party
	inPlace  [][]int32         // the parties of each sentence, mostNamed at most
	together []closeness       // of each two parties, at number*len(parties)+number
	towns    []int             // how many of the mentions of each party are towns
	most     utmost
}

// utmost is the most of what is counted of any party: its mentions, the sentences that tell of it, and the parties that it meets
// in a sentence or near by.
type utmost struct{ mentions, told, inOne, near int }

// closeness counts how two parties are named together.
type closeness struct {
	shared int32 // sentences that name both
	alone  int32 // those that name nobody else
	next   int32 // sentences side by side of which each names one
	after  int32 // sentences farther apart of which each names one, with none between that names anybody
	met    meeting
}

// meeting says how two parties meet where few are named: in one sentence, or in two with none between that names anybody.
type meeting uint8

const (
	beside meeting = 1 << iota
	nearby
)

// fewNamed is the number of parties up to which a sentence names few: what names more is a list.
const fewNamed = 4

// stand reads how the article names its parties.
func (s *Article) stand() {
	t := &s.standing
	for range s.Doc.Sentences {
		t.inPlace = longer(t.inPlace)
	}
	at := 0
	for i := range s.Mentions {
		m := &s.Mentions[i]
		if !m.Country.Valid() || s.Idle(i) {
			continue
		}
		for at < len(s.Doc.Sentences)-1 && s.Doc.Sentences[at].End <= m.Start {
			at++
		}
		n, known := t.numberOf(m.Country)
		if !known {
			n = len(t.parties)
			t.numbers[m.Country.Slot()] = int16(n + 1)
			t.parties, t.mentions = append(t.parties, m.Country), append(t.mentions, 0)
			t.solo, t.towns, t.places = append(t.solo, 0), append(t.towns, 0), longer(t.places)
		}
		t.mentions[n]++
		if m.Kind == data.ByCapital || m.Kind == data.ByCity {
			t.towns[n]++
		}
		if here := t.inPlace[at]; len(here) < mostNamed && !slices.Contains(here, int32(n)) {
			t.inPlace[at] = append(here, int32(n))
			t.places[n] = append(t.places[n], int32(at))
		}
	}
	t.together = append(t.together, make([]closeness, len(t.parties)*len(t.parties))...)
	last := -1
	for i, here := range t.inPlace {
		if len(here) > 0 {
			if len(here) == 1 {
				t.solo[here[0]]++
			}
			t.meet(s, i, last)
			last = i
		}
	}
	t.most = utmost{}
	for n := range t.parties {
		inOne, near := t.company(n)
		told, _, _ := t.tells(n)
		t.most = utmost{max(t.most.mentions, t.mentions[n]), max(t.most.told, told), max(t.most.inOne, inOne), max(t.most.near, near)}
	}
}

// numberOf gives the number of a party, and whether the article names it.
func (t *standing) numberOf(p data.Party) (int, bool) {
	slot := p.Slot()
	if slot < 0 || t.numbers[slot] == 0 {
		return 0, false
	}
	return int(t.numbers[slot]) - 1, true
}

// meet counts the pairs of a sentence, and of it with the last one before it that names anybody, -1 for none.
func (t *standing) meet(s *Article, i, last int) {
	here := t.inPlace[i]
	for k, a := range here {
		for _, b := range here[:k] {
			c := t.of(int(a), int(b))
			c.shared++
			if len(here) == 2 {
				c.alone++
			}
			if len(here) <= fewNamed {
				c.met |= beside
			}
		}
	}
	if last < 0 {
		return
	}
	next, few := last == i-1 && s.sideBySide(last), len(here) <= fewNamed && len(t.inPlace[last]) <= fewNamed
	for _, a := range here {
		for _, b := range t.inPlace[last] {
			if a == b {
				continue
			}
			c := t.of(int(a), int(b))
			if next {
				c.next++
			} else {
				c.after++
			}
			if few {
				c.met |= nearby
			}
		}
	}
}

// company counts the parties that one meets in a sentence that names few, and those in such sentences before and after it.
func (t *standing) company(n int) (inOne, near int) {
	for o := range t.parties {
		if o == n {
			continue
		}
		met := t.of(n, o).met
		if met&beside != 0 {
			inOne++
		}
		if met&nearby != 0 {
			near++
		}
	}
	return inOne, near
}

// tells counts the sentences that name a party and few others, and gives the first and the last of them. The party named first of
// all is named first wherever that is.
func (t *standing) tells(n int) (count, first, last int) {
	first = len(t.inPlace)
	for _, at := range t.places[n] {
		if len(t.inPlace[at]) > fewNamed {
			continue
		}
		count, first, last = count+1, min(first, int(at)), int(at)
	}
	if n == 0 && len(t.places[n]) > 0 {
		first = int(t.places[n][0])
	}
	return count, first, last
}

// of gives how two parties are named together, whichever comes first.
func (t *standing) of(a, b int) *closeness {
	if a > b {
		a, b = b, a
	}
	return &t.together[a*len(t.parties)+b]
}

// shared gives how many sentences name both parties of a pair.
func (t *standing) shared(p data.Pair) int {
	a, ok := t.numberOf(p[0])
	b, also := t.numberOf(p[1])
	if !ok || !also {
		return 0
	}
	return int(t.of(a, b).shared)
}

// Times gives how often the article names a party.
func (s *Article) Times(p data.Party) int {
	if n, ok := s.standing.numberOf(p); ok {
		return s.standing.mentions[n]
	}
	return 0
}

// names says whether a sentence names a party.
func (t *standing) names(sentence int, party int) bool {
	return slices.Contains(t.inPlace[sentence], int32(party))
}

// NamedIn says whether a sentence from first up to last, without last, names a party.
func (s *Article) NamedIn(p data.Party, first, last int) bool {
	n, ok := s.standing.numberOf(p)
	if !ok {
		return false
	}
	at, _ := slices.BinarySearch(s.standing.places[n], int32(first))
	return at < len(s.standing.places[n]) && s.standing.places[n][at] < int32(last)
}

// emptied gives a standing to be filled anew with the lists of this one.
func (t *standing) emptied() standing {
	for i := range t.places {
		t.places[i] = t.places[i][:0]
	}
	for i := range t.inPlace {
		t.inPlace[i] = t.inPlace[i][:0]
	}
	return standing{parties: t.parties[:0], mentions: t.mentions[:0], solo: t.solo[:0], places: t.places[:0],
		inPlace: t.inPlace[:0], together: t.together[:0], towns: t.towns[:0]}
}

// longer gives a list with one more empty list in it, the one that stood there before if there was any.
func longer(lists [][]int32) [][]int32 {
	if len(lists) < cap(lists) {
		lists = lists[:len(lists)+1]
		lists[len(lists)-1] = lists[len(lists)-1][:0]
		return lists
	}
	return append(lists, nil)
}
