package index

import (
	"cmp"
	"encoding/binary"
	"slices"

	"entente/data"
)

// NamedWithin is how many bytes may lie between two names for them to stand together: about a sentence.
const NamedWithin = 160

// pairCodes is how many pairs of four letters there are; codes from there on are single parties.
const pairCodes = letters * letters * letters * letters

// PackNamed tells which parties an article names, and which pairs of them stand together in it, in four bytes each. The
// mentions must be sorted by Start.
func PackNamed(mentions []data.Mention) []byte {
	var codes []uint32
	for i := range mentions {
		m := &mentions[i]
		if !m.Country.Valid() {
			continue
		}
		codes = append(codes, partyCode(m.Country))
		for j := i + 1; j < len(mentions) && mentions[j].Start-m.End <= NamedWithin; j++ {
			if pair := data.PairOf(m.Country, mentions[j].Country); pair.Valid() {
				codes = append(codes, pairCode(pair))
			}
		}
	}
	slices.Sort(codes)
	packed := []byte{}
	for _, c := range slices.Compact(codes) {
		packed = binary.LittleEndian.AppendUint32(packed, c)
	}
	return packed
}

func partyCode(p data.Party) uint32 {
	return pairCodes + uint32(p[0]-'A')*letters + uint32(p[1]-'A')
}

func pairCode(p data.Pair) uint32 {
	code := uint32(0)
	for _, c := range []byte(p[0] + p[1]) {
		code = code*letters + uint32(c-'A')
	}
	return code
}

func partyOf(code uint32) data.Party {
	return data.Party([]byte{'A' + byte(code/letters%letters), 'A' + byte(code%letters)})
}

// Named holds what PackNamed tells of each article. The zero Named holds nothing.
type Named struct {
	places map[uint32]int32   // of codes in codes
	codes  []uint32           // by place
	of     map[int64][]uint16 // places by article
}

// Put adds what an article names, or replaces it. What is no record is left out.
func (n *Named) Put(article int64, packed []byte) {
	if n.of == nil {
		n.places, n.of = map[uint32]int32{}, map[int64][]uint16{}
	}
	list := make([]uint16, 0, len(packed)/4)
	for ; len(packed) >= 4; packed = packed[4:] {
		code := binary.LittleEndian.Uint32(packed)
		at, known := n.places[code]
		if !known {
			if code >= pairCodes+letters*letters || len(n.codes) > 0xFFFF {
				continue
			}
			at = int32(len(n.codes))
			n.places[code] = at
			n.codes = append(n.codes, code)
		}
		list = append(list, uint16(at))
	}
	n.of[article] = list
}

// Together is a pair that articles name together.
type Together struct {
	Pair              data.Pair
	Articles, Reports int
}

// Untied is what the articles name and state no tie of.
type Untied struct {
	Pairs   []Together         // named together, without a tie; by reports, then articles
	Parties map[data.Party]int // how many articles name each party
}

// Untied tells of the articles that the choice allows which pairs they name together although no evidence that it takes
// ties them. Conditions on evidence and ties count for what ties, those on articles and countries for what is named; of
// articles without a date none lies in a period.
func (c *Choice) Untied(n *Named) Untied {
	counts := make([]struct {
		articles, reports int
		last              int64 // the last report counted
	}, len(n.codes))
	for _, i := range c.x.order {
		a := &c.x.articles[i]
		if !c.allows(i) || c.dated && !a.published.meets(c.days) {
			continue
		}
		for _, at := range n.of[a.id] {
			k := &counts[at]
			k.articles++
			if k.last != a.report {
				k.last = a.report
				k.reports++
			}
		}
	}
	out := Untied{Parties: map[data.Party]int{}}
	sums := c.tallies()
	for at, k := range counts {
		code := n.codes[at]
		switch {
		case k.articles == 0:
		case code >= pairCodes:
			out.Parties[partyOf(code-pairCodes)] = k.articles
		default:
			pair := data.Pair{partyOf(code / (letters * letters)), partyOf(code % (letters * letters))}
			if c.wants(pair) && !c.ties(sums, pair) {
				out.Pairs = append(out.Pairs, Together{pair, k.articles, k.reports})
			}
		}
	}
	slices.SortFunc(out.Pairs, func(a, b Together) int {
		return cmp.Or(cmp.Compare(b.Reports, a.Reports), cmp.Compare(b.Articles, a.Articles),
			cmp.Compare(a.Pair[0], b.Pair[0]), cmp.Compare(a.Pair[1], b.Pair[1]))
	})
	return out
}

// Naming gives the articles that the choice allows and that name both parties together, the highest IDs first, at most so
// many.
func (c *Choice) Naming(n *Named, p data.Pair, most int) []int64 {
	if !p.Valid() {
		return nil
	}
	at, known := n.places[pairCode(p)]
	if !known {
		return nil
	}
	var ids []int64
	for i := len(c.x.articles) - 1; i >= 0 && len(ids) < most; i-- {
		a := &c.x.articles[i]
		if c.allows(uint32(i)) && (!c.dated || a.published.meets(c.days)) && slices.Contains(n.of[a.id], uint16(at)) {
			ids = append(ids, a.id)
		}
	}
	return ids
}

// wants says whether a pair meets the conditions on countries.
func (c *Choice) wants(p data.Pair) bool {
	return (len(c.countries) == 0 || slices.ContainsFunc(c.countries, p.Has)) && c.joins(p)
}

// ties says whether the sums make a tie of a pair.
func (c *Choice) ties(sums []tally, p data.Pair) bool {
	n, ok := c.x.pairNumber(p)
	return ok && sums[n].stated > 0
}
