package scene

import (
	"math"
	"slices"

	"github.com/paulmach/orb"

	"entente/data"
	"entente/geo"
)

// net is what depends on the ties alone: who is tied, where they stand, which line each tie gets and how far it bows to
// the side. It is made once per list of ties and never changed.
type net struct {
	ties   []data.Tie // the list it was made from
	nodes  []node     // every party with a tie
	links  []link     // lightest first
	byCode map[data.Party]int
	byPair map[data.Pair]int // index into links
	hidden int               // ties of parties that have no place
	tied   []bool            // by country index
}

// node is a party at an end of ties.
type node struct {
	party   data.Party
	country int // index into World.Countries, -1 for the European Union
	place   orb.Point
	vec     geo.Vec
	weight  float64      // independent reports of all its ties
	load    [8]float64   // arcs by the eighth of the compass they leave in, for placing the name
	leaving []departures // for fanning out
}

// departures is an arc that leaves a node.
type departures struct{ bearing, angle float64 }

// link is a tie between two nodes.
type link struct {
	tie        *data.Tie
	a, b       int // nodes of Pair[0] and Pair[1]
	toA, toB   bool
	bow        float64 // height of the bow to the left of the way from a to b, as a share of its length
	side       float64 // 1 or -1: to which side it bows when it must
	angle      float64 // length on the sphere, in radians
	rank       float64 // 0 for the lightest, 1 for the heaviest
	neighbours bool    // the two have a common border
	way        []geo.Vec
}

// euPlace is where ties of the European Union end: its geographic centre since 2020, near Gadheim in Bavaria.
var euPlace = orb.Point{9.90, 49.84}

func newNet(world *geo.World, ties []data.Tie) *net {
	n := &net{ties: ties, byCode: map[data.Party]int{}, byPair: map[data.Pair]int{}, tied: make([]bool, len(world.Countries))}
	order := make([]int, len(ties))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		switch {
		case data.Heavier(&ties[i], &ties[j]):
			return -1
		case data.Heavier(&ties[j], &ties[i]):
			return 1
		}
		return 0
	})
	for _, i := range order {
		n.add(world, &ties[i])
	}
	slices.Reverse(n.links)
	n.lead()
	for i := range n.links {
		n.byPair[n.links[i].tie.Pair] = i
		n.links[i].rank = float64(i+1) / float64(len(n.links))
	}
	return n
}

// add takes in a tie; heavier ones come first, so they get the straighter way.
func (n *net) add(world *geo.World, t *data.Tie) {
	if _, twice := n.byPair[t.Pair]; twice || t.Pair[0] == t.Pair[1] {
		return
	}
	a, okA := n.node(world, t.Pair[0])
	b, okB := n.node(world, t.Pair[1])
	if !okA || !okB {
		n.hidden++
		return
	}
	l := link{tie: t, a: a, b: b, angle: n.nodes[a].vec.Angle(n.nodes[b].vec)}
	l.toA, l.toB = t.Acts[1], t.Acts[0]
	for _, end := range [2]int{a, b} {
		n.nodes[end].weight += float64(max(t.Reports, 1))
		if c := n.nodes[end].country; c >= 0 {
			n.tied[c] = true
		}
	}
	if c := n.nodes[a].country; c >= 0 {
		l.neighbours = slices.Contains(world.Countries[c].Neighbours, string(t.Pair[1]))
	}
	n.bend(&l)
	n.byPair[t.Pair] = 0
	n.links = append(n.links, l)
}

// lead works out the ways of all links, which no view changes.
func (n *net) lead() {
	var all []geo.Vec
	ends := make([]int, len(n.links))
	for i := range n.links {
		l := &n.links[i]
		all = way(all, n.nodes[l.a].vec, n.nodes[l.b].vec, l.angle, l.bow*l.angle)
		ends[i] = len(all)
	}
	from := 0
	for i, to := range ends {
		n.links[i].way = all[from:to:to]
		from = to
	}
}

// node finds or makes the node of a party; ok is false when the party has no place.
func (n *net) node(world *geo.World, p data.Party) (index int, ok bool) {
	if i, ok := n.byCode[p]; ok {
		return i, true
	}
	nd := node{party: p, country: world.Index(string(p)), place: euPlace}
	if nd.country >= 0 {
		nd.place = world.Countries[nd.country].Anchor
	} else if p != data.EU {
		return 0, false
	}
	nd.vec = geo.VecOf(nd.place)
	n.nodes = append(n.nodes, nd)
	n.byCode[p] = len(n.nodes) - 1
	return len(n.nodes) - 1, true
}

// bows are the heights that an arc may bow to either side, as shares of its length.
var bows = [...]float64{0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.25, -0.25}

// crowd is the angle, in degrees, under which two arcs that leave a country get in each other's way.
const crowd = 13.0

// bend chooses the bow of an arc so that it leaves both of its countries apart from the arcs that are there, and enters
// it with them. Arcs of even weight thus fan out instead of lying on each other.
func (n *net) bend(l *link) {
	a, b := &n.nodes[l.a], &n.nodes[l.b]
	ab, ba := geo.Bearing(a.place, b.place), geo.Bearing(b.place, a.place)
	l.side = 1
	if ab > 180 {
		l.side = -1
	}
	// Great circles are bent enough when they are long; short ones are straight, and get the look of an arc here.
	base := 0.1 * math.Max(0, 1-l.angle/0.9)
	best := math.Inf(1)
	for _, share := range bows {
		bow := (base + share*math.Min(1, 0.6/l.angle)) * l.side
		turn := math.Atan(4*bow) * 180 / math.Pi
		cost := math.Abs(share)*2 + a.crowding(ab-turn, l.angle) + b.crowding(ba+turn, l.angle)
		if cost < best-1e-9 {
			best, l.bow = cost, bow
		}
	}
	if l.bow != 0 {
		l.side = math.Copysign(1, l.bow)
	}
	turn := math.Atan(4*l.bow) * 180 / math.Pi
	a.leave(ab-turn, l.angle)
	b.leave(ba+turn, l.angle)
}

// crowding is how much an arc in this direction would get in the way of those that leave already.
func (n *node) crowding(bearing, angle float64) float64 {
	sum := 0.0
	for _, d := range n.leaving {
		off := math.Abs(math.Remainder(d.bearing-bearing, 360)) / crowd
		if off < 1 {
			// Arcs of like length share more of their way.
			like := math.Min(d.angle, angle) / math.Max(math.Max(d.angle, angle), 1e-9)
			sum += (1 - off) * (1 - off) * (0.4 + 0.6*like)
		}
	}
	return sum
}

func (n *node) leave(bearing, angle float64) {
	n.leaving = append(n.leaving, departures{bearing, angle})
	eighth := int(math.Round(math.Mod(bearing+720, 360)/45)) % 8
	n.load[eighth]++
}
