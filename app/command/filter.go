package command

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"entente/data"
	"entente/data/gazetteer"
)

// filterFlags are the conditions that every command takes in the same words.
type filterFlags struct {
	countries  []string
	between    []string
	fields     []string
	stances    []string
	modalities []string
	from, to   string
	articles   []int64
	sources    []string
	minReports int
	confidence int
	decision   string
	search     string
	view       string
}

// decisions are the words for --decision; the empty filter has no word, it is the default.
var decisions = []data.DecisionFilter{data.OnlyAccepted, data.OnlyUndecided, data.OnlyRejected, data.AnyDecision}

// filterFlagsFor adds the flags to a command.
func filterFlagsFor(cmd *cobra.Command) *filterFlags {
	f := &filterFlags{}
	flags := cmd.Flags()
	flags.StringSliceVar(&f.countries, "country", nil, "ties of these `COUNTRIES`: codes or names, RS,JP or Serbia,Japan")
	flags.StringSliceVar(&f.between, "between", nil, "only ties between two of these `COUNTRIES`: Serbia,Japan for that one tie")
	flags.StringSliceVar(&f.fields, "field", nil, "ties in these `FIELDS`: trade,energy")
	flags.StringSliceVar(&f.stances, "stance", nil, "ties, or in evidence passages, with these `STANCES`: "+joined(data.Stances))
	flags.StringSliceVar(&f.modalities, "modality", nil, "evidence of these `KINDS`: "+joined(data.Modalities))
	flags.StringVar(&f.from, "from", "", "nothing before this `DATE`: 2022, 2022-05 or 2022-05-31")
	flags.StringVar(&f.to, "to", "", "nothing after this `DATE`")
	flags.Int64SliceVar(&f.articles, "article", nil, "only from the articles with these `IDS`")
	flags.Lookup("article").DefValue = "" // else the help tells of an empty list
	flags.StringArrayVar(&f.sources, "source", nil, "only from articles of this `PUBLISHER`; \"\" where it is not known; more than once for several")
	flags.IntVar(&f.minReports, "min-reports", 0, "only ties that at least `N` independent reports tell")
	flags.IntVar(&f.confidence, "min-confidence", 0, "only passages that are `PERCENT` % sure or more, or that a person accepted: 50, 70 or 90")
	flags.StringVar(&f.decision, "decision", "", "only evidence `JUDGED` "+joined(decisions)+" (default: all but the rejected)")
	flags.StringVar(&f.search, "search", "", "only from articles that hold these `WORDS`")
	flags.StringVar(&f.view, "view", "", "the conditions of the view saved as `NAME`; what else is given goes before them")
	cmd.RegisterFlagCompletionFunc("field", among(data.Fields))
	cmd.RegisterFlagCompletionFunc("stance", among(data.Stances))
	cmd.RegisterFlagCompletionFunc("modality", among(data.Modalities))
	cmd.RegisterFlagCompletionFunc("decision", among(decisions))
	return f
}

// filter checks the flags. Every error is a usage error that names what would be allowed.
func (f *filterFlags) filter(places *gazetteer.Gazetteer) (data.Filter, error) {
	out := data.Filter{From: f.from, To: f.to, Articles: f.articles, Publishers: f.sources, MinReports: f.minReports, MinConfidence: f.confidence, Search: f.search}
	var err error
	if out.Countries, err = parties("--country", f.countries, places); err != nil {
		return out, err
	}
	if out.Between, err = ends(f.between, places); err != nil {
		return out, err
	}
	if out.Fields, err = chosen("--field", f.fields, data.Fields); err != nil {
		return out, err
	}
	if out.Stances, err = chosen("--stance", f.stances, data.Stances); err != nil {
		return out, err
	}
	if out.Modalities, err = chosen("--modality", f.modalities, data.Modalities); err != nil {
		return out, err
	}
	if f.decision != "" {
		words, err := chosen("--decision", []string{f.decision}, decisions)
		if err != nil {
			return out, err
		}
		out.Decision = words[0]
	}
	if f.minReports < 0 {
		return out, usageError{fmt.Errorf("--min-reports %d is less than none", f.minReports)}
	}
	if f.confidence < 0 || f.confidence > 100 {
		return out, usageError{fmt.Errorf("--min-confidence %d is no percentage: write a number from 0 to 100", f.confidence)}
	}
	return out, first(checkPeriod(f.from, f.to), closed(f.search))
}

// chosen turns words into values of a list, refusing those that are not in it.
func chosen[T ~string](flag string, words []string, allowed []T) ([]T, error) {
	var out []T
	for _, w := range words {
		v := T(strings.ToLower(strings.TrimSpace(w)))
		if !slices.Contains(allowed, v) {
			return nil, usageError{fmt.Errorf("%s %q is not one of %s", flag, w, joined(allowed))}
		}
		out = append(out, v)
	}
	return out, nil
}

// parties looks countries up by code or name.
func parties(flag string, words []string, places *gazetteer.Gazetteer) ([]data.Party, error) {
	var out []data.Party
	for _, w := range words {
		p, ok := places.Lookup(strings.TrimSpace(w))
		if !ok {
			return nil, usageError{fmt.Errorf("%s %q is no country that Entente knows%s: use a code such as RS or a name such as Serbia",
				flag, w, nearest(w, places))}
		}
		out = append(out, p)
	}
	return out, nil
}

// ends looks up the countries of --between: ties have two ends, so it takes two countries or more.
func ends(words []string, places *gazetteer.Gazetteer) ([]data.Party, error) {
	all, err := parties("--between", words, places)
	slices.Sort(all)
	if all = slices.Compact(all); err == nil && len(all) == 1 {
		err = usageError{fmt.Errorf("--between %s names one country: name two, or use --country for all its ties", strings.Join(words, ","))}
	}
	return all, err
}

// nearest gives " (did you mean …?)" for a name that one or two slips of the finger lead to, else "".
func nearest(word string, places *gazetteer.Gazetteer) string {
	best, name := 3, ""
	for _, c := range places.Countries() {
		candidate := places.Name(c.Code, "en")
		if d := slips(strings.ToLower(word), strings.ToLower(candidate)); d < best && d < len(word)/2 {
			best, name = d, candidate
		}
	}
	if name == "" {
		return ""
	}
	return " (did you mean " + name + "?)"
}

// slips is the Levenshtein distance of two words, in bytes.
func slips(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		corner := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := corner
			if a[i] != b[j] {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}

// dateForms are the forms of a date that a filter takes, by length.
var dateForms = map[int]string{4: "2006", 7: "2006-01", 10: "2006-01-02"}

// checkPeriod refuses dates of another form, and a period that ends before it begins.
func checkPeriod(from, to string) error {
	for flag, date := range map[string]string{"--from": from, "--to": to} {
		if date == "" {
			continue
		}
		if _, err := time.Parse(dateForms[len(date)], date); err != nil || dateForms[len(date)] == "" {
			return usageError{fmt.Errorf("%s %q is no date: write 2022, 2022-05 or 2022-05-31", flag, date)}
		}
	}
	// The shorter date covers a whole year or month, so only the part that both have can be out of order.
	if n := min(len(from), len(to)); n > 0 && from[:n] > to[:n] {
		return usageError{fmt.Errorf("--from %s lies after --to %s", from, to)}
	}
	return nil
}

// among completes a flag from a list, also after a comma.
func among[T ~string](values []T) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		var out []string
		for _, v := range values {
			if w := before + string(v); strings.HasPrefix(w, typed) {
				out = append(out, w)
			}
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}
