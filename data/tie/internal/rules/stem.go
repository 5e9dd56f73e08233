package rules

import (
	"slices"
	"strings"
)

// stem is the beginning of words that speak of some fields.
type stem struct {
	letters string
	fields  FieldSet
}

// stemMin is the least number of bytes in a stem of fields.tsv that is looked for.
const stemMin = 3

// headsMax is a power of two well above the number of stems of a language.
const headsMax = 1 << 13

// head gives the place of a word's first letters in heads. Different ones may share a place.
func head(w string) uint32 {
	return (uint32(w[0])<<16 | uint32(w[1])<<8 | uint32(w[2])) * 0x9e3779b1 >> (32 - 13)
}

// addStem enters a stem of fields.tsv, or other fields of one that is there.
func (v *Vocabulary) addStem(letters string, fields FieldSet) {
	if len(letters) < stemMin {
		return
	}
	h := &v.heads[head(letters)]
	if *h == 0 {
		v.stems = append(v.stems, nil)
		*h = uint16(len(v.stems))
	}
	at, i := &v.stems[*h-1], 0
	for i < len(*at) && len((*at)[i].letters) >= len(letters) {
		if (*at)[i].letters == letters {
			(*at)[i].fields = fields
			return
		}
		i++
	}
	*at = slices.Insert(*at, i, stem{letters, fields})
}

// StemFields gives the fields of the longest stem that a folded word begins with, none where it begins with none. Most words share their first
// letters with none.
func (v *Vocabulary) StemFields(w string) FieldSet {
	if len(w) < stemMin {
		return 0
	}
	h := v.heads[head(w)]
	if h == 0 {
		return 0
	}
	for _, s := range v.stems[h-1] {
		if s.fields != 0 && strings.HasPrefix(w, s.letters) {
			return s.fields
		}
	}
	return 0
}
