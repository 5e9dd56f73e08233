package window

import (
	"strings"

	"entente/app/words"
	"entente/data"
	"entente/data/store"
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
	parts := []string{w.pairName(e.Pair), w.say.Say("stance." + string(e.Stance)), w.fieldNames(e.Fields, 0)}
	if e.From != "" {
		parts = append(parts, w.say.Say("passage.from", "a", w.name(e.From), "b", w.name(e.Pair.Other(e.From))))
	}
	parts = append(parts, w.say.Say("modality."+string(e.Modality)))
	if e.When != "" {
		parts = append(parts, w.say.Date(e.When))
	}
	for _, f := range e.Figures {
		parts = append(parts, figureWords(w.say, f))
	}
	return strings.Join(parts, " · ")
}

func figureWords(say *words.Table, f data.Figure) string {
	if f.About == "" || strings.EqualFold(f.About, f.Unit) {
		return say.Figure(f)
	}
	return say.Figure(f) + " (" + f.About + ")"
}
