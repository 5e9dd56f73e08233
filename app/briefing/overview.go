package briefing

import (
	"cmp"
	"fmt"

	"entente/app/export"
	"entente/data"
)

// overviewMost is how many ties the overview lists: what fits on a page.
const overviewMost = 25

// Overview is the table at the head of a document: its heaviest ties.
type Overview struct {
	Heading string
	Columns [7]string // what the columns hold, the number first
	Rows    []Row
	Note    string // what the columns count, and how many ties follow that the table leaves out
}

// Row is a tie in the overview.
type Row struct {
	Number                                       int // of the Tie
	Tie, Stance, Reports, Articles, Sure, Latest string
	Colour                                       data.Stance
}

// Cells gives what stands in the columns of a row, the number first.
func (r Row) Cells() [7]string {
	return [7]string{fmt.Sprint(r.Number), r.Tie, r.Stance, r.Reports, r.Articles, r.Sure, r.Latest}
}

// overview lists the heaviest ties; it has no rows where there is nothing to look over.
func (g *gatherer) overview(ties []Tie) (o Overview) {
	if len(ties) < 2 {
		return o
	}
	say := g.Words.Say
	o.Heading = say("briefing.overview")
	o.Columns = [7]string{say("briefing.number"), say("table.countries"), say("table.stance"), say("table.reports"), say("table.articles"),
		say("table.sure"), say("briefing.latest")}
	for i := range ties[:min(len(ties), overviewMost)] {
		t := &g.Ties[i]
		o.Rows = append(o.Rows, Row{Number: ties[i].Number, Tie: ties[i].Heading, Colour: t.Stance, Stance: g.word("stance", string(t.Stance)),
			Reports: g.Words.Number(t.Reports), Articles: g.Words.Number(t.Articles), Sure: g.Words.Sure(t.Confidence), Latest: g.Words.Date(g.latest(t))})
	}
	o.Note = say("briefing.overview.note")
	if more := len(ties) - len(o.Rows); more > 0 {
		o.Note += " " + g.Words.Count("briefing.overview.more", more)
	}
	return o
}

// latest gives the last date of what happened, else the last on which an article of the tie was published; "" where nothing
// tells a date.
func (g *gatherer) latest(t *data.Tie) string {
	published := ""
	for i := range t.Evidence {
		if a := g.articles[t.Evidence[i].Article]; a != nil {
			published = max(published, a.Published)
		}
	}
	date, _ := export.LastDate(t.Evidence)
	return cmp.Or(date, published)
}
