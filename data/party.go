package data

// Party is a country, or a body that can have ties: an ISO 3166-1 alpha-2 code in capitals, XK for Kosovo, EU for the
// European Union. The empty Party is nobody.
type Party string

// EU is the one party that is no country.
const EU Party = "EU"

// Valid says whether the code has the form of a party; it does not say whether such a country exists.
func (p Party) Valid() bool {
	return len(p) == 2 && p[0] >= 'A' && p[0] <= 'Z' && p[1] >= 'A' && p[1] <= 'Z'
}

// Slots is how many different codes there can be.
const Slots = 26 * 26

// Slot gives the code a place of its own below Slots, for lists by party; -1 where it is not valid.
func (p Party) Slot() int {
	if !p.Valid() {
		return -1
	}
	return int(p[0]-'A')*26 + int(p[1]-'A')
}

// Pair is two different parties in alphabetical order.
type Pair [2]Party

// PairOf puts two parties in order. It is the caller's business that they differ; Valid tells.
func PairOf(a, b Party) Pair {
	if b < a {
		a, b = b, a
	}
	return Pair{a, b}
}

// Valid says whether both are parties, differ and stand in order.
func (p Pair) Valid() bool { return p[0].Valid() && p[1].Valid() && p[0] < p[1] }

// Has says whether c is one of the two.
func (p Pair) Has(c Party) bool { return p[0] == c || p[1] == c }

// Other gives the party that is not c, or "" when c is not in the pair.
func (p Pair) Other(c Party) Party {
	switch c {
	case p[0]:
		return p[1]
	case p[1]:
		return p[0]
	}
	return ""
}

// String gives "JP-RS".
func (p Pair) String() string { return string(p[0]) + "-" + string(p[1]) }
