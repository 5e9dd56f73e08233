package window

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"entente/app"
	"entente/app/export"
	"entente/data"
	"entente/data/store"
)

// disputesPage lists the ties whose evidence contradicts itself, and shows both sides beside each other.
type disputesPage struct {
	listPage
	rows []dispute
}

// dispute is a tie that contradicts itself in one way.
type dispute struct {
	kind string
	tie  *data.Tie
}

func newDisputesPage(w *Window) *disputesPage {
	return &disputesPage{listPage: newListPage(w, nil)}
}

func (p *disputesPage) show(c app.Change) {
	if c&app.TiesChanged != 0 {
		p.ask()
	}
}

// ask asks which ties are denied somewhere, which their list does not tell.
func (p *disputesPage) ask() {
	lib, f := p.w.library(), p.w.session.Filter()
	if lib == nil {
		p.drop()
		p.fill(nil)
		return
	}
	ask(&p.latest, func() (map[data.Pair]store.TieFacts, error) { return lib.TieFacts(background(), f) }, p.fill)
}

// disputeKinds are the kinds of contradiction: whether a tie has it, and how its sides are told apart.
var disputeKinds = []struct {
	id    string // its words are "disputes.ID"
	has   func(*data.Tie, store.TieFacts) bool
	sides func(*Window, quoted) []fyne.CanvasObject
}{
	{"figures", func(t *data.Tie, _ store.TieFacts) bool { return t.Disputed }, (*Window).figureSides},
	{"mixed", mixedTie, (*Window).stanceSides},
	{"denied", func(t *data.Tie, f store.TieFacts) bool { return f.Denied > 0 && f.Denied < t.Passages }, (*Window).denialSides},
}

// mixedTie says whether cooperation and conflict both have a tenth of the evidence. A tie that mostly tells of conflict is
// called one, but what speaks against that is a contradiction all the same.
func mixedTie(t *data.Tie, f store.TieFacts) bool {
	return t.Stance == data.Mixed || f.Hostile > 0 && 10*f.Friendly >= f.Friendly+f.Hostile && 10*f.Hostile >= f.Friendly+f.Hostile
}

func (p *disputesPage) fill(facts map[data.Pair]store.TieFacts) {
	ties := p.w.session.Listing().Ties
	var groups []group
	p.rows = nil
	for _, kind := range disputeKinds {
		g := group{key: "disputes." + kind.id}
		for i := range ties {
			t := &ties[i]
			if !kind.has(t, facts[t.Pair]) {
				continue
			}
			g.lines = append(g.lines, line{words: func() (string, string) { return p.w.pairName(t.Pair), p.w.tieFacts(t) }, tie: t,
				menu: func() *fyne.Menu { return p.w.tieMenu(t.Pair) }, chosen: func() { p.open(t.Pair, kind.sides) }})
			p.rows = append(p.rows, dispute{kind.id, t})
		}
		groups = append(groups, g)
	}
	p.note.SetText(p.w.say.Count("disputes.note", len(p.rows)))
	p.list(groups)
}

// disputeMost is how many passages of a tie are looked through for its sides.
const disputeMost = 3000

// open shows the sides of a tie.
func (p *disputesPage) open(pair data.Pair, sides func(*Window, quoted) []fyne.CanvasObject) {
	lib, f := p.w.library(), p.w.session.Filter()
	if lib == nil {
		return
	}
	askBelow(p.split, func() (quoted, error) {
		found, err := lib.Passages(background(), pair, f, 0, disputeMost)
		q := quoted{evidence: found}
		return q, cmp.Or(err, q.source(lib))
	}, func(evidence quoted) []fyne.CanvasObject {
		head := heading(p.w.pairName(pair))
		open := widget.NewHyperlink(p.w.say.Say("tie.open"), nil)
		open.OnTapped = func() { p.w.session.Go(app.Route{Pair: pair}) }
		return append([]fyne.CanvasObject{container.NewHBox(head, open)}, sides(p.w, evidence)...)
	})
}

// figureSides sets the amounts that disagree beside each other, each with the words that tell it.
func (w *Window) figureSides(q quoted) (objects []fyne.CanvasObject) {
	columns := map[string][]side{}
	var order []string // what is measured, in the order of the groups
	for _, g := range figureGroups(q.evidence) {
		if !g.disputed {
			continue
		}
		if columns[g.about] == nil {
			order = append(order, g.about)
		}
		for _, f := range g.figures {
			columns[g.about] = append(columns[g.about], side{head: w.say.Figure(f.Figure), cards: []fyne.CanvasObject{w.sourced(f.evidence, q.sources)}})
		}
	}
	for _, about := range order {
		if about != "" {
			objects = append(objects, quiet(about))
		}
		objects = append(objects, sides(columns[about]...), widget.NewSeparator())
	}
	return objects
}

// stanceSides sets cooperation and conflict beside each other.
func (w *Window) stanceSides(q quoted) []fyne.CanvasObject {
	return w.parted(q, "stance.cooperation", "stance.conflict", func(e *data.Evidence) int {
		switch e.Stance {
		case data.Cooperation:
			return 0
		case data.Conflict:
			return 1
		}
		return -1
	})
}

// denialSides sets what is stated and what is denied beside each other.
func (w *Window) denialSides(q quoted) []fyne.CanvasObject {
	return w.parted(q, "disputes.stated", "disputes.denials", func(e *data.Evidence) int {
		if e.Modality == data.Denied {
			return 1
		}
		return 0
	})
}

// parted sets two groups of evidence beside each other; which tells the group, less than none for neither.
func (w *Window) parted(q quoted, first, second string, which func(*data.Evidence) int) []fyne.CanvasObject {
	groups := [2]quoted{{sources: q.sources}, {sources: q.sources}}
	for i := range q.evidence {
		if g := which(&q.evidence[i]); g >= 0 {
			groups[g].evidence = append(groups[g].evidence, q.evidence[i])
		}
	}
	return []fyne.CanvasObject{sides(w.passageSide(w.say.Say(first), groups[0]), w.passageSide(w.say.Say(second), groups[1]))}
}

func (p *disputesPage) table() export.Table {
	t := export.Table{Name: "disputes", Columns: []string{"dispute", "country_a", "country_b", "name_a", "name_b", "stance", "reports", "passages"}}
	for _, d := range p.rows {
		a, b := d.tie.Pair[0], d.tie.Pair[1]
		t.Rows = append(t.Rows, []any{d.kind, string(a), string(b), p.w.name(a), p.w.name(b), string(d.tie.Stance), d.tie.Reports, d.tie.Passages})
	}
	return t
}
