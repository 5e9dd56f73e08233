package gazetteer

import (
	"strings"

	"entente/data"
	"entente/data/text"
)

// typedNames maps everything that a user may type for a party, folded. Codes go before names, names before aliases.
func (g *Gazetteer) typedNames() map[string]data.Party {
	typed := make(map[string]data.Party, 4096)
	put := func(words string, p data.Party) {
		if f := text.Fold(trimName(words)); f != "" {
			if _, taken := typed[f]; !taken {
				typed[f] = p
			}
		}
	}
	for _, c := range g.tables.countries {
		put(string(c.Code), c.Code)
	}
	for _, w := range g.tables.cldr {
		put(w.words, w.party)
		put(strings.Replace(w.words, "&", "and", 1), w.party)
	}
	for _, w := range g.tables.aliases {
		put(w.words, w.party)
	}
	for _, c := range g.tables.countries {
		put(c.Alpha3, c.Code)
	}
	for _, w := range g.tables.demonyms {
		if !strings.Contains(typedAmbiguous, " "+w.words+" ") {
			put(w.words, w.party)
		}
	}
	return typed
}

// typedAmbiguous are the demonyms that stand for more than one country.
const typedAmbiguous = " Congolese Dominican Korean Chinese "

// trimName takes spaces, a leading article and a full stop off what was typed.
func trimName(s string) string {
	s = strings.TrimSpace(s)
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		s = s[4:]
	}
	return strings.Trim(s, " .")
}
