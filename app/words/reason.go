package words

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
)

// What is made below the window is said in English there, for files and the command line, and stands in the tables of
// words under keys that begin so: the reasons of a confidence, why words name a country or do not, what they are instead or
// stand for, why a file was not read, and what a file does not prove.
var reasonKeys = []string{"because.", "named.", "what.", "unread.", "unproved."}

// Reasons says in a language what stands in English in a library, in an error or in a report. It is safe for concurrent use.
type Reasons struct {
	say     *Table
	country func(string) string
	whole   map[string]string // key by English words
	open    []openReason      // those with most words of their own first, which say most exactly what is meant
}

// openReason is a reason with words in it that differ from one to the next.
type openReason struct {
	key    string
	shape  *regexp.Regexp
	places []string // the names of these words, as they come in English
	own    int      // bytes of the words that never differ
}

// wordPlace is where such words stand.
var wordPlace = regexp.MustCompile(`\{(\w+)\}`)

// NewReasons pairs the reasons in English with those in another language. Country gives a country's name in that language by
// its English one, and what it does not know as it is.
func NewReasons(english, say *Table, country func(name string) string) *Reasons {
	r := &Reasons{say: say, country: country, whole: map[string]string{}}
	if say == english {
		return r // each is its own translation
	}
	for _, key := range english.Keys() {
		if !slices.ContainsFunc(reasonKeys, func(k string) bool { return strings.HasPrefix(key, k) }) {
			continue
		}
		words := english.Say(key)
		if wordPlace.MatchString(words) {
			r.open = append(r.open, newOpenReason(key, words))
		} else {
			r.whole[words] = key
		}
	}
	slices.SortStableFunc(r.open, func(a, b openReason) int { return cmp.Compare(b.own, a.own) })
	return r
}

func newOpenReason(key, words string) openReason {
	o := openReason{key: key}
	for _, place := range wordPlace.FindAllStringSubmatch(words, -1) {
		o.places = append(o.places, place[1])
	}
	parts := wordPlace.Split(words, -1)
	for i := range parts {
		o.own += len(parts[i])
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	o.shape = regexp.MustCompile("(?s)^" + strings.Join(parts, "(.*?)") + "$")
	return o
}

// Say gives a reason in the language; one that is not known, such as one of older rules, is given back as it is.
func (r *Reasons) Say(english string) string {
	if key, ok := r.whole[english]; ok {
		return r.say.Say(key)
	}
	for _, o := range r.open {
		if found := o.shape.FindStringSubmatch(english); found != nil {
			var values []any
			for i, place := range o.places {
				values = append(values, place, r.value(place, found[i+1]))
			}
			return r.say.Say(o.key, values...)
		}
	}
	return english
}

// value says what stands in a place: a country, something that has words of its own, or words of the article, which stay.
func (r *Reasons) value(place, english string) string {
	switch place {
	case "country":
		return r.country(english)
	case "what":
		if key, ok := r.whole[english]; ok {
			return r.say.Say(key)
		}
	}
	return english
}
