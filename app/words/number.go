package words

import (
	"math"
	"strconv"
	"strings"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/number"

	"entente/data"
)

// Number writes a whole number with the language's separators: "12,500".
func (t *Table) Number(n int) string {
	if t.printer == nil {
		return strconv.Itoa(n)
	}
	return t.printer.Sprintf("%d", n)
}

// Decimal writes a number with at most two digits after the point: "4.2", "12,500".
func (t *Table) Decimal(v float64) string {
	if t.printer == nil {
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return t.printer.Sprint(number.Decimal(v, number.MaxFractionDigits(2)))
}

// Percent writes a share of 0 to 1: "82 %" in the language's manner. What is not quite all is not written as all.
func (t *Table) Percent(share float64) string {
	if share < 1 && share >= 0.995 {
		return t.Say("number.nearly", "n", t.Say("number.percent", "n", t.Number(99)))
	}
	return t.Say("number.percent", "n", t.Number(int(math.Round(100*share))))
}

// Sure writes a confidence. Nothing that a program finds is quite sure, so it is never 100 %.
func (t *Table) Sure(confidence float64) string { return t.Percent(min(confidence, 0.999)) }

// Figure writes an amount as people read it: "more than EUR 200 million a year", "112,000 workers".
func (t *Table) Figure(f data.Figure) string {
	amount := t.amount(f.Value, f.Unit)
	if f.Per != "" {
		amount = t.Say("figure.per."+f.Per, "amount", amount)
	}
	if f.Bound != "" {
		amount = t.Say("figure."+strings.ReplaceAll(f.Bound, " ", "-"), "amount", amount)
	}
	return amount
}

func (t *Table) amount(v float64, unit string) string {
	n := t.scaled(v)
	switch {
	case unit == "":
		return n
	case unit == "%":
		return t.Say("number.percent", "n", t.Decimal(v))
	case isMoney(unit):
		return t.Say("figure.money", "n", n, "unit", unit)
	}
	if key := "unit." + strings.ReplaceAll(unit, " ", "-"); t.Has(key) {
		return t.fill(key, t.formOf(key, v), []any{"n", n})
	}
	return t.Say("figure.amount", "n", n, "unit", unit)
}

// formOf gives the plural form that an amount asks for in the sentence of a key. Amounts with a scale have the form "many"
// where the language has that: "2 millions de personnes".
func (t *Table) formOf(key string, v float64) string {
	if _, ok := t.lines[key].more["many"]; ok && t.large(v) {
		return "many"
	}
	whole, part := math.Modf(math.Abs(v))
	if part == 0 || t.large(v) {
		return formNames[plural.Cardinal.MatchPlural(t.tag, int(math.Min(whole, math.MaxInt32)), 0, 0, 0, 0)]
	}
	digits := int(math.Round(100 * part)) // two, as Decimal writes; a last nought makes no difference to any language
	return formNames[plural.Cardinal.MatchPlural(t.tag, int(whole), 2, 2, digits, digits)]
}

// large says whether an amount is written with a scale.
func (t *Table) large(v float64) bool {
	return len(t.scales) > 0 && math.Abs(v) >= t.scales[len(t.scales)-1].of
}

// scale is a number with a name of its own, by the key of its sentence.
type scale struct {
	key string
	of  float64
}

// scaleKeys are the names of large numbers, the largest first. "number.powers" says which powers of ten a language names so:
// the West counts by thousands, Japan by ten thousands, with 万, 億 and 兆 for million, billion and trillion.
var scaleKeys = [...]string{"number.trillion", "number.billion", "number.million"}

// scalesOf reads the powers of ten that a language has names for; none where it does not give one for each name.
func scalesOf(powers string) []scale {
	fields := strings.Fields(powers)
	if len(fields) != len(scaleKeys) {
		return nil
	}
	scales := make([]scale, len(fields))
	for i, f := range fields {
		power, err := strconv.ParseUint(f, 10, 8)
		if err != nil {
			return nil
		}
		scales[i] = scale{scaleKeys[i], math.Pow10(int(power))}
	}
	return scales
}

// scaled names large numbers; smaller ones are written out.
func (t *Table) scaled(v float64) string {
	for _, s := range t.scales {
		if math.Abs(v) >= s.of {
			return t.Say(s.key, "n", t.Decimal(v/s.of))
		}
	}
	return t.Decimal(v)
}

// isMoney tells an ISO 4217 code from a noun such as "MW" or "workers".
func isMoney(unit string) bool {
	if len(unit) != 3 {
		return false
	}
	for _, r := range unit {
		if r < 'A' || r > 'Z' {
			return false
		}
	}
	// Units of measure that look like a currency.
	return unit != "MWH" && unit != "GWH" && unit != "KWH"
}
