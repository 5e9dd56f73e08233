package index

import (
	"fmt"
	"math"
	"slices"

	"entente/data"
)

// Choice is a data.Filter made ready for one index: what each condition lets through. It holds for the index as it
// was when the choice was made.
type Choice struct {
	x          *Index
	pairs      []bool // by pair number; nil lets every pair through
	between    []bool // the same, of the condition on both parties
	fields     uint16
	modalities uint8      // bit by modality
	verdicts   uint8      // bit by verdict
	flags      [256]uint8 // which of the conditions on modality and verdict a row with these flags fails
	days       span
	dated      bool
	articles   []bool // by place in x.articles; nil lets every article through
	publishers []bool // by number; nil lets every publisher through
	countries  []data.Party
	ends       []data.Party // that both parties of a pair must be among; empty lets every pair through
	least      float64      // confidence
	found      []int64      // articles that f.Search found
	stances    uint8        // of the tie, bit by stance; 0 lets every stance through
	reports    int          // the least number that a tie needs
	evidence   bool         // an article is chosen for its evidence, not for its own facts
	key        string       // of the sums in the index's memo; "" when they are not to be kept
}

// Choose reads a filter. found holds the articles that f.Search found and is not looked at when f.Search is empty. The
// error is data.ErrInvalid for a date, field, stance, modality, party or decision that is none.
func (x *Index) Choose(f data.Filter, found []int64) (*Choice, error) {
	c := &Choice{x: x, found: found, days: span{math.MinInt32, math.MaxInt32}, reports: max(f.MinReports, 1), least: data.LeastConfidence(f.MinConfidence), key: keyOf(f)}
	for _, read := range []func(*data.Filter) error{c.readCountries, c.readBetween, c.readFields, c.readModalities, c.readDays,
		c.readDecision, c.readStances} {
		if err := read(&f); err != nil {
			return nil, err
		}
	}
	if len(f.Articles) > 0 {
		c.keep(f.Articles)
	}
	if f.Search != "" {
		c.keep(found)
	}
	c.readPublishers(&f)
	c.weighFlags()
	c.evidence = len(f.Countries) > 0 || len(f.Between) > 0 || c.least > 0 || c.fields != math.MaxUint16 || c.modalities != math.MaxUint8 ||
		c.stances != 0 || c.reports > 1 || (f.Decision != data.NotRejected && f.Decision != data.AnyDecision)
	return c, nil
}

func (c *Choice) readCountries(f *data.Filter) error {
	if len(f.Countries) == 0 {
		return nil
	}
	if err := valid(f.Countries); err != nil {
		return err
	}
	c.countries = f.Countries
	c.pairs = make([]bool, len(c.x.pairs))
	for n, pair := range c.x.pairs {
		c.pairs[n] = slices.ContainsFunc(f.Countries, pair.Has)
	}
	return nil
}

func (c *Choice) readBetween(f *data.Filter) error {
	if len(f.Between) == 0 {
		return nil
	}
	if err := valid(f.Between); err != nil {
		return err
	}
	c.ends = f.Between
	c.between = make([]bool, len(c.x.pairs))
	for n, pair := range c.x.pairs {
		c.between[n] = c.joins(pair)
	}
	return nil
}

func valid(parties []data.Party) error {
	for _, p := range parties {
		if !p.Valid() {
			return fmt.Errorf("country %q: %w", p, data.ErrInvalid)
		}
	}
	return nil
}

// joins says whether both parties of a pair are among those asked for.
func (c *Choice) joins(p data.Pair) bool {
	return len(c.ends) == 0 || slices.Contains(c.ends, p[0]) && slices.Contains(c.ends, p[1])
}

func (c *Choice) readPublishers(f *data.Filter) {
	if len(f.Publishers) == 0 {
		return
	}
	c.publishers = make([]bool, len(c.x.names))
	for _, name := range f.Publishers {
		if n, known := c.x.namesAt[name]; known {
			c.publishers[n] = true
		}
	}
}

func (c *Choice) readFields(f *data.Filter) (err error) {
	c.fields = math.MaxUint16
	if len(f.Fields) > 0 {
		c.fields, err = fieldMask(f.Fields)
	}
	return err
}

func (c *Choice) readModalities(f *data.Filter) error {
	c.modalities = math.MaxUint8
	if len(f.Modalities) == 0 {
		return nil
	}
	c.modalities = 0
	for _, m := range f.Modalities {
		i := slices.Index(data.Modalities, m)
		if i < 0 {
			return fmt.Errorf("modality %q: %w", m, data.ErrInvalid)
		}
		c.modalities |= 1 << i
	}
	return nil
}

func (c *Choice) readStances(f *data.Filter) error {
	for _, s := range f.Stances {
		i := slices.Index(data.Stances, s)
		if i < 0 {
			return fmt.Errorf("stance %q: %w", s, data.ErrInvalid)
		}
		c.stances |= 1 << i
	}
	return nil
}

func (c *Choice) readDays(f *data.Filter) error {
	for _, end := range []struct {
		date string
		set  func(span)
	}{{f.From, func(s span) { c.days.lo = s.lo }}, {f.To, func(s span) { c.days.hi = s.hi }}} {
		if end.date == "" {
			continue
		}
		s, ok := parseDate(end.date)
		if !ok {
			return fmt.Errorf("date %q: %w", end.date, data.ErrInvalid)
		}
		end.set(s)
		c.dated = true
	}
	return nil
}

func (c *Choice) readDecision(f *data.Filter) error {
	masks := map[data.DecisionFilter]uint8{data.NotRejected: 0b011, data.OnlyUndecided: 0b001,
		data.OnlyAccepted: 0b010, data.OnlyRejected: 0b100, data.AnyDecision: 0b111}
	mask, ok := masks[f.Decision]
	if !ok {
		return fmt.Errorf("decision %q: %w", f.Decision, data.ErrInvalid)
	}
	c.verdicts = mask
	return nil
}

// weighFlags tells for all flags at once what would else be told for each row again.
func (c *Choice) weighFlags() {
	for flags := range c.flags {
		r := row{flags: uint8(flags)}
		if 1<<r.modality()&c.modalities == 0 {
			c.flags[flags] |= failsModality
		}
		if 1<<r.verdict()&c.verdicts == 0 {
			c.flags[flags] |= failsVerdict
		}
	}
}

// keep lets only these articles through, of those that were let through before.
func (c *Choice) keep(ids []int64) {
	kept := make([]bool, len(c.x.articles))
	for _, id := range ids {
		if a, found := c.x.place(id); found && (c.articles == nil || c.articles[a]) {
			kept[a] = true
		}
	}
	c.articles = kept
}

// allows says whether an article may be looked at.
func (c *Choice) allows(i uint32) bool {
	return c.offers(i) && c.publishes(i)
}

// offers is allows for any publisher.
func (c *Choice) offers(i uint32) bool {
	return !c.x.articles[i].removed && (c.articles == nil || c.articles[i])
}

// publishes says whether an article's publisher is one of those asked for.
func (c *Choice) publishes(i uint32) bool {
	return c.publishers == nil || c.publishers[c.x.articles[i].publisher]
}

// takes says whether a piece of evidence meets every condition but those on its tie.
func (c *Choice) takes(r *row) bool {
	return r.fields&c.fields != 0 && c.flags[r.flags] == 0 &&
		(!c.dated || r.when.meets(c.days)) && (c.pairs == nil || c.pairs[r.pair]) &&
		(c.between == nil || c.between[r.pair]) && r.sure(c.least)
}

// onTies says whether there are conditions on ties.
func (c *Choice) onTies() bool { return c.stances != 0 || c.reports > 1 }

// takesTie says whether a tie meets the conditions on ties.
func (c *Choice) takesTie(t *data.Tie) bool {
	return t.Reports >= c.reports && c.takesStance(t)
}

// takesStance says whether a tie has one of the stances asked for.
func (c *Choice) takesStance(t *data.Tie) bool {
	return c.stances == 0 || 1<<slices.Index(data.Stances, t.Stance)&c.stances != 0
}
