package rules

import (
	"strings"
)

// verbForms gives the forms of a verb. English ones are made by rule, with irregular past forms from the table; in other
// languages the table lists them all.
func verbForms(lang, lemma, irregular string) map[string]Form {
	out := map[string]Form{}
	add := func(w string, f Form) { out[w] |= f }
	if lang != "en" {
		add(lemma, Past|Participle)
		for _, w := range irregularForms(irregular) {
			add(w, Past|Participle)
		}
		return out
	}
	if lemma == "be" {
		return map[string]Form{"be": Base}
	}
	stem := englishStem(lemma)
	add(lemma, Base)
	add(sForm(lemma), Third)
	add(ingForm(lemma, stem), Gerund)
	if ends(lemma, "el", "al") { // "quarrelled" in Britain, "quarreled" in America
		add(lemma+lemma[len(lemma)-1:]+"ing", Gerund)
		add(lemma+lemma[len(lemma)-1:]+"ed", Past|Participle)
		add(lemma+"ing", Gerund)
		add(lemma+"ed", Past|Participle)
	}
	forms := irregularForms(irregular)
	switch len(forms) {
	case 0:
		add(edForm(lemma, stem), Past|Participle)
	case 1:
		add(forms[0], Past|Participle)
	default:
		add(forms[0], Past)
		add(forms[1], Participle)
	}
	return out
}

func irregularForms(cell string) []string {
	if cell == "-" {
		return nil
	}
	return strings.Fields(cell)
}

// nounForms gives the forms of a noun, and whether each is plural.
func nounForms(lang, noun, irregular string) map[string]bool {
	out := map[string]bool{noun: false}
	for _, w := range irregularForms(irregular) {
		out[w] = true
	}
	if lang == "en" && irregular == "-" {
		out[plural(noun)] = true
	}
	return out
}

func plural(noun string) string {
	switch {
	case strings.HasSuffix(noun, "man"):
		return strings.TrimSuffix(noun, "man") + "men"
	case strings.HasSuffix(noun, "s"):
		return noun + "es"
	}
	return sForm(noun)
}

func sForm(w string) string {
	switch {
	case ends(w, "ch", "sh", "s", "x", "z"), strings.HasSuffix(w, "o") && !vowel(w, len(w)-2):
		return w + "es"
	case strings.HasSuffix(w, "y") && !vowel(w, len(w)-2):
		return w[:len(w)-1] + "ies"
	}
	return w + "s"
}

func edForm(w, stem string) string {
	switch {
	case strings.HasSuffix(w, "e"):
		return w + "d"
	case strings.HasSuffix(w, "y") && !vowel(w, len(w)-2):
		return w[:len(w)-1] + "ied"
	}
	return stem + "ed"
}

func ingForm(w, stem string) string {
	switch {
	case strings.HasSuffix(w, "ie"):
		return w[:len(w)-2] + "ying"
	case strings.HasSuffix(w, "e") && !ends(w, "ee", "ye", "oe"):
		return w[:len(w)-1] + "ing"
	}
	return stem + "ing"
}

// englishStem doubles the last consonant of verbs that do so before -ed and -ing: those of one short syllable, and the
// few longer ones that are stressed at their end.
func englishStem(w string) string {
	n := len(w)
	if n < 3 || vowel(w, n-1) || !vowel(w, n-2) || vowel(w, n-3) && !strings.HasPrefix(w[n-3:], "ui") || ends(w, "w", "x", "y") {
		return w
	}
	syllables := 0
	for i := range w {
		if vowel(w, i) && (i == 0 || !vowel(w, i-1)) {
			syllables++
		}
	}
	if syllables == 1 || ends(w, "fer", "mit", "pel", "cel", "bel", "rol", "vel", "quip", "nap", "dmit", "gret", "cur", "bet", "bar") {
		if ends(w, "offer", "suffer", "differ", "pilfer", "buffer", "limit", "vomit") {
			return w
		}
		return w + w[n-1:]
	}
	return w
}

func ends(w string, endings ...string) bool {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

func vowel(w string, i int) bool { return i >= 0 && strings.IndexByte("aeiou", w[i]) >= 0 }
