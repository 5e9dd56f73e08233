package window

import (
	"math"
	"strconv"
	"strings"

	"entente/data"
)

// amountText writes an amount as it is typed: digits, with a point before fractions.
func amountText(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// amount reads an amount as people type it: spaces and commas may part thousands.
func amount(typed string) (v float64, ok bool) {
	plain := strings.NewReplacer(" ", "", "\u00a0", "", "\u202f", "", ",", "", "'", "").Replace(typed)
	v, err := strconv.ParseFloat(plain, 64)
	return v, err == nil && !math.IsInf(v, 0) && !math.IsNaN(v)
}

// wordsOf gives the words of a passage in which an amount stands as it was typed, or else all of the passage.
func wordsOf(p data.Passage, typed string) data.Passage {
	at := strings.Index(p.Text, typed)
	if at < 0 || typed == "" {
		return p
	}
	return data.Passage{Span: data.Span{Start: p.Start + at, End: p.Start + at + len(typed)}, Text: typed}
}
