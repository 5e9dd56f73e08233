package window

import (
	"cmp"
	"slices"
	"strings"

	"entente/app/words"
	"entente/data"
	"entente/data/store"
	"entente/data/text"
)

// valueWords writes the value that a decision set or replaced, as people read it.
func (w *Window) valueWords(a data.Action, value string) string {
	switch a {
	case data.ActVerdict:
		if value == "" {
			return w.say.Say("value.undecided")
		}
		return w.say.Say("passage." + value)
	case data.ActEdit, data.ActAdd:
		if value == "" {
			return w.say.Say("value.nothing")
		}
		s, err := store.StatementOf(value)
		if err != nil {
			return value
		}
		e := data.Evidence{}
		e.Say(s)
		return w.statementWords(&e)
	case data.ActMention, data.ActMentions, data.ActAlias:
		switch value {
		case "":
			return w.say.Say("value.unsaid")
		case data.Nobody:
			return w.say.Say("value.nobody")
		}
		return w.name(data.Party(value))
	case data.ActFurniture:
		if value == data.NotFurniture || value == "" {
			return w.say.Say("value.article")
		}
		return w.say.Say("value.furniture", "reason", w.say.Say("reason."+value))
	case data.ActSource, data.ActItem:
		if value == "" {
			return w.say.Say("value.ungraded")
		}
	}
	return value
}

// statementWords says in one line what a passage says.
func (w *Window) statementWords(e *data.Evidence) string {
	return strings.Join(slices.DeleteFunc(w.aspects(e), func(s string) bool { return s == "" }), " · ")
}

// aspects says in words what a passage says: the countries, stance, fields and so on, each at its place; "" where there is
// nothing to say.
func (w *Window) aspects(e *data.Evidence) []string {
	from, when := "", ""
	if e.From != "" {
		from = w.say.Say("passage.from", "a", w.name(e.From), "b", w.name(e.Pair.Other(e.From)))
	}
	if e.When != "" {
		when = w.say.Date(e.When)
	}
	var figures []string
	for _, f := range e.Figures {
		figures = append(figures, figureWords(w.say, f))
	}
	return []string{w.pairName(e.Pair), w.say.Say("stance." + string(e.Stance)), w.fieldNames(e.Fields, 0), from,
		w.say.Say("modality." + string(e.Modality)), when, strings.Join(figures, ", ")}
}

// changeWords says what an edit changed: only what differs, before and after.
func (w *Window) changeWords(before, after string) (was, is string) {
	var e [2]data.Evidence
	for i, value := range []string{before, after} {
		s, err := store.StatementOf(value)
		if err != nil {
			return before, after
		}
		e[i].Say(s)
	}
	var lists [2][]string
	a, b := w.aspects(&e[0]), w.aspects(&e[1])
	for i := range a {
		if a[i] != b[i] {
			lists[0] = append(lists[0], cmp.Or(a[i], w.say.Say("value.nothing")))
			lists[1] = append(lists[1], cmp.Or(b[i], w.say.Say("value.nothing")))
		}
	}
	if len(lists[0]) == 0 { // other words
		return head(text.Plain(e[0].Text), 60), head(text.Plain(e[1].Text), 60)
	}
	return strings.Join(lists[0], " · "), strings.Join(lists[1], " · ")
}

func figureWords(say *words.Table, f data.Figure) string {
	if f.About == "" || strings.EqualFold(f.About, f.Unit) {
		return say.Figure(f)
	}
	return say.Figure(f) + " (" + f.About + ")"
}
