package briefing

import (
	"cmp"
	"strings"

	"entente/data"
)

func (g *gatherer) labels() Labels {
	say := func(key string) string { return g.Words.Say("briefing." + key) }
	return Labels{Ties: say("ties"), Contradictions: say("contradictions"), Sources: say("sources"),
		Method: say("method"), Contents: say("contents"), NoTies: say("no-ties")}
}

// word names a value of the vocabulary in the document's language, or by itself where the language has no word for it.
func (g *gatherer) word(kind, value string) string {
	if key := kind + "." + value; g.Words.Has(key) {
		return g.Words.Say(key)
	}
	return value
}

func (g *gatherer) fields(fields []data.Field) string {
	out := make([]string, len(fields))
	for i, f := range fields {
		out[i] = g.word("field", string(f))
	}
	return strings.Join(out, ", ")
}

// tieFacts says in short sentences what a tie is and how well it is told.
func (g *gatherer) tieFacts(t *data.Tie) string {
	facts := []string{g.Words.Say("briefing.tie", "stance", g.word("stance", string(t.Stance)), "fields", g.fields(t.Fields)),
		g.Words.Count("briefing.reports", t.Reports, "passages", g.Words.Count("briefing.passage-count", t.Passages),
			"articles", g.Words.Count("briefing.article-count", t.Articles), "confidence", g.Words.Sure(t.Confidence))}
	if t.Planned {
		facts = append(facts, g.Words.Say("briefing.planned"))
	}
	if n := g.Left.Passages[t.Pair]; n > 0 {
		facts = append(facts, g.Words.Count("briefing.left.passages", n))
	}
	if t.Disputed {
		facts = append(facts, g.Words.Say("briefing.disputed"))
	}
	return strings.Join(facts, " ")
}

// evidenceFacts lists what was read out of a passage.
func (g *gatherer) evidenceFacts(e *data.Evidence) string {
	facts := []string{g.word("stance", string(e.Stance)), g.fields(e.Fields)}
	if e.Modality != data.Done && e.Modality != "" {
		facts = append(facts, g.word("modality", string(e.Modality)))
	}
	if e.When != "" {
		facts = append(facts, g.Words.Date(e.When))
	}
	for _, f := range e.Figures {
		amount := g.Words.Figure(f)
		if f.About != "" && !strings.Contains(amount, f.About) {
			amount = g.Words.Say("briefing.figure", "amount", amount, "about", f.About)
		}
		facts = append(facts, amount)
	}
	facts = append(facts, g.Words.Say("passage.sure", "sure", g.Words.Sure(e.Confidence)))
	if e.Decision != data.Undecided {
		facts = append(facts, g.word("verdict", string(e.Decision)))
	}
	return strings.Join(slicesWithout(facts, ""), " · ")
}

func slicesWithout(words []string, drop string) []string {
	out := words[:0]
	for _, w := range words {
		if w != drop {
			out = append(out, w)
		}
	}
	return out
}

// grade says a grade of an article by its signs and what they mean.
func (g *gatherer) grade(of data.Grade) string {
	if !of.Graded() {
		return g.Words.Say("briefing.ungraded", "grade", of)
	}
	return g.Words.Say("briefing.grade", "grade", of, "source", g.Words.Say("grade.source."+cmp.Or(of.Source, "none")),
		"item", g.Words.Say("grade.item."+cmp.Or(of.Item, "none")))
}

// summary says what stands in the document.
func (g *gatherer) summary(d *Document) string {
	summary := g.Words.Say("briefing.summary", "ties", g.Words.Count("briefing.tie-count", len(d.Ties)),
		"passages", g.Words.Count("briefing.passage-count", g.passages), "articles", g.Words.Count("briefing.article-count", len(d.Sources)))
	if n := g.Left.Ties; n > 0 {
		summary += " " + g.Words.Count("briefing.left", n)
	}
	return summary
}

// mapText tells in words what the map shows: the heaviest ties, the part of the world, and the filter.
func (g *gatherer) mapText(conditions string) string {
	var names []string
	for i := range g.Ties {
		if i == 5 {
			break
		}
		names = append(names, g.pair(g.Ties[i].Pair))
	}
	told := []string{g.Words.Count("briefing.map", len(g.Ties), "heaviest", strings.Join(names, "; ")), g.area(), conditions}
	if conditions == "" {
		told[2] = g.Words.Say("briefing.unfiltered")
	}
	return strings.Join(slicesWithout(told, ""), " ")
}

func (g *gatherer) method() []string {
	return []string{g.Words.Say("briefing.method.found", "version", g.Version), g.Words.Say("briefing.method.weight"),
		g.Words.Say("briefing.method.grades"), g.Words.Say("briefing.method.limits"), g.Words.Say("briefing.method.borders")}
}
