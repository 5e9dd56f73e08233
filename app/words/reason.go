package words

import "strings"

// becauseKey begins the keys of the reasons that a confidence is made of; the key of assets/rules follows.
const becauseKey = "because."

// Reasons says in a language what stands in English in a library: the reasons of a confidence. It is safe for concurrent use.
type Reasons struct {
	say   *Table
	whole map[string]string // key by English words
	open  []openReason
}

// openReason is a reason with a word of the article in it.
type openReason struct{ key, before, after string }

// wordPlace is where the word of the article stands.
const wordPlace = "{word}"

// NewReasons pairs the reasons in English with those in another language.
func NewReasons(english, say *Table) *Reasons {
	r := &Reasons{say: say, whole: map[string]string{}}
	for _, key := range english.Keys() {
		if !strings.HasPrefix(key, becauseKey) {
			continue
		}
		words := english.Say(key)
		if before, after, ok := strings.Cut(words, wordPlace); ok {
			r.open = append(r.open, openReason{key, before, after})
		} else {
			r.whole[words] = key
		}
	}
	return r
}

// Say gives a reason in the language; one that is not known, such as one of older rules, is given back as it is.
func (r *Reasons) Say(english string) string {
	if key, ok := r.whole[english]; ok {
		return r.say.Say(key)
	}
	for _, o := range r.open {
		if rest, ok := strings.CutPrefix(english, o.before); ok {
			if word, ok := strings.CutSuffix(rest, o.after); ok {
				return r.say.Say(o.key, "word", word)
			}
		}
	}
	return english
}
