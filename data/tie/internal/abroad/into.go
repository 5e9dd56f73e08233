package abroad

import (
	"slices"
	"strings"

	"entente/data/text"
)

// into says whether a party that an "in" stands right before is where something goes, which languages with cases tell by its
// ending: "в Канаду", not "в Канаде"; "in die Schweiz".
func (s *Reader) into(p *spot) bool {
	if p.adjective || p.Node == 0 {
		return false
	}
	before, name := s.Fold(p.Node-1), s.Fold(p.last-1)
	switch s.far.lang {
	case "de":
		return before == "die" && p.Node > 1 && s.Fold(p.Node-2) == "in"
	case "ru":
		return (before == "в" || before == "во" || before == "на") && !slices.Contains(undeclined, name) && s.accusative(p, name, "уюы", "аеёиоуыэюяьй")
	case "sr":
		if before != "u" && before != "na" && before != "у" && before != "на" {
			return false
		}
		return toward(name, p.Place) || s.accusative(p, name, "", "aeiouаеиоу")
	}
	return false
}

// undeclined are names of Russian that end as accusatives do and have no cases.
var undeclined = []string{"баку", "вануату", "катманду", "науру", "перу", "тувалу"}

// accusative says whether a name ends as accusatives do: with one of some letters, or as men's names do, with none of the vowels.
// What is written in capitals alone has no cases.
func (s *Reader) accusative(p *spot, name, endings, vowels string) bool {
	if name == "" || s.Token(p.last-1).Case == text.Upper {
		return false
	}
	for _, end := range endings {
		if strings.HasSuffix(name, string(end)) {
			return true
		}
	}
	for _, v := range vowels {
		if strings.HasSuffix(name, string(v)) {
			return false
		}
	}
	return true
}

// toward says whether a Serbian name ends as women's names do in the accusative. Men's names end in -u where something is.
func toward(name string, place bool) bool {
	if slices.Contains(inPlace, name) {
		return false
	}
	for _, end := range accusatives {
		if strings.HasSuffix(name, end) {
			return !place || !strings.HasSuffix(end, "ku") && !strings.HasSuffix(end, "ку")
		}
	}
	return false
}

// inPlace are Serbian names that end in -i, and in -iju where something is.
var inPlace = bothScripts("maliju", "haitiju", "burundiju", "fidziju", "kiribatiju", "tbilisiju", "najrobiju", "delhiju", "helsinkiju", "dabiju")

// accusatives are endings of Serbian names of countries and capitals for where something goes, in both scripts.
var accusatives = bothScripts("iju", "sku", "cku", "jinu", "kinu", "atinu", "tinu", "goru", "moskvu", "varsavu", "evropu", "ankaru", "tiranu",
	"bosnu", "kubu", "koreju", "maltu", "spestu", "zenevu", "rigu", "angolu", "ugandu", "ganu")

// bothScripts gives Serbian words in Latin and Cyrillic letters.
func bothScripts(latin ...string) []string {
	out := slices.Clone(latin)
	for _, l := range latin {
		out = append(out, text.Fold(cyrillic(l)))
	}
	return out
}
