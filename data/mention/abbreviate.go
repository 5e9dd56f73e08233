package mention

import (
	"strings"

	"entente/data/gazetteer"
	"entente/data/text"
)

// short is how Chinese calls a country that an article has named in full: by its first character, before one of shortEnds.
type short struct {
	letter string
	at     int32 // token after the name
	sense  []gazetteer.Sense
}

// shortEnds are the words with which the first character of a country's name stands for it: 厄方, 宏国政府.
var shortEnds = [...]string{"方", "国", "國", "政府", "总统", "總統", "总理", "總理", "外长", "外長", "外交部", "国防部", "國防部", "央行", "当局", "當局", "驻", "駐"}

// commonShort are the characters that make a plain word with one of shortEnds: 南方, 多国, 新政府, 立方.
const commonShort = "南北东東西大多新中几立也所不对對各爱愛古列外本前该該敌敵女帝万萬土"

// abbreviated finds the countries that a Chinese article calls by one character after it has named them.
func (r *reading) abbreviated() {
	if r.lex.Language != "zh" {
		return
	}
	shorts := r.shorts()
	if len(shorts) == 0 {
		return
	}
	r.extra = r.extra[:0]
	for si := range r.d.Sentences {
		s := &r.d.Sentences[si]
		for i := s.First; i+1 < s.Last; i++ {
			sh := r.shortAt(shorts, i)
			if sh == nil || r.covering(i) >= 0 {
				continue
			}
			c := candidate{first: int32(i), last: int32(i + 1), sentence: int32(si), senses: sh.sense}
			if w := r.d.Word(i + 1); w == "国" || w == "國" || w == "方" {
				c.last++
			}
			c.accept("named before in full")
			r.extra = append(r.extra, c)
		}
	}
	r.merge()
}

// shorts lists the first characters of the countries that the article names, without those that two of them share.
func (r *reading) shorts() []short {
	var out []short
	for i := range r.found {
		c := &r.found[i]
		if c.verdict != accepted || c.last-c.first < 2 || c.senses[c.sense].Class != gazetteer.Name {
			continue
		}
		letter, sense := r.d.Word(int(c.first)), c.senses[c.sense:c.sense+1]
		if !r.d.Tokens[c.first].CJK || len(letter) != len("中") || strings.Contains(commonShort, letter) {
			continue
		}
		known := false
		for k := range out {
			if out[k].letter == letter {
				if known = true; out[k].sense == nil || out[k].sense[0].Party != sense[0].Party {
					out[k].sense = nil
				}
			}
		}
		if !known {
			out = append(out, short{letter, c.last, sense})
		}
	}
	return out
}

// shortAt gives the country that the character at token i stands for, nil where it is none.
func (r *reading) shortAt(shorts []short, i int) *short {
	if !r.d.Tokens[i].CJK || r.d.Tokens[i].Kind != text.Word {
		return nil
	}
	w := r.d.Word(i)
	for k := range shorts {
		if sh := &shorts[k]; sh.letter == w && sh.sense != nil && int32(i) >= sh.at {
			rest := r.text[r.d.Tokens[i].End:]
			for _, end := range shortEnds {
				if strings.HasPrefix(rest, end) {
					return sh
				}
			}
		}
	}
	return nil
}
