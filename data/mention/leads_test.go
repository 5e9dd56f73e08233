package mention_test

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"testing"

	"entente/data"
	"entente/data/text"
)

// label is a passage that a careful reader marked.
type label struct {
	data.Span
	codes    string // of the countries, between spaces
	kind     data.MentionKind
	optional bool
}

// unmark cuts the marks out of a line of testdata/leads.txt.
func unmark(t *testing.T, line string) (string, []label) {
	t.Helper()
	var out strings.Builder
	var labels []label
	for {
		before, rest, ok := strings.Cut(line, "[")
		out.WriteString(before)
		if !ok {
			return out.String(), labels
		}
		mark, after, closed := strings.Cut(rest, "]")
		words, what, split := strings.Cut(mark, "|")
		if !closed || !split {
			t.Fatalf("the mark %q is not closed or has no code", mark)
		}
		l := label{Span: data.Span{Start: out.Len(), End: out.Len() + len(words)}, kind: data.ByName}
		for _, field := range strings.Fields(what) {
			switch field {
			case "d":
				l.kind = data.ByDemonym
			case "c":
				l.kind = data.ByCapital
			case "o":
				l.kind = data.ByOrganisation
			case "?":
				l.optional = true
			default:
				l.codes += " " + field + " "
			}
		}
		labels = append(labels, l)
		out.WriteString(words)
		line = after
	}
}

// count is how many marked mentions were found, and how many were found that are not marked.
type count struct{ right, missed, wrong int }

func (c count) f1() float64 {
	return 2 * float64(c.right) / max(1, float64(2*c.right+c.missed+c.wrong))
}

func (c count) String() string {
	return fmt.Sprintf("precision %.3f, recall %.3f, F1 %.3f of %d", float64(c.right)/max(1, float64(c.right+c.wrong)),
		float64(c.right)/max(1, float64(c.right+c.missed)), c.f1(), c.right+c.missed)
}

// scoreLead compares what was found in one lead with its labels. Mentions by city, seat and person are not marked and do not
// count. It gives a line for each error.
func scoreLead(a *data.Article, found []data.Mention, labels []label, scores map[data.MentionKind]*count) (errors []string) {
	hit := make([]bool, len(labels))
	for _, m := range found {
		known := false
		for i, l := range labels {
			if m.Country == data.EU {
				known = true // no country, and not marked
			}
			if m.Start < l.End && l.Start < m.End && (l.optional || strings.Contains(l.codes, " "+string(m.Country)+" ")) {
				hit[i], known = true, true
			}
		}
		for _, l := range labels {
			known = known || m.Kind == data.ByOrganisation && strings.Contains(l.codes, " "+string(m.Country)+" ")
		}
		marked := m.Kind == data.ByName || m.Kind == data.ByDemonym || m.Kind == data.ByCapital
		if !known && (marked || m.Kind == data.ByOrganisation && strings.HasPrefix(m.Why, "a firm")) {
			scores[m.Kind].wrong++
			errors = append(errors, fmt.Sprintf("wrong: %s %s (%s)", m.Country, m.Text, m.Why))
		}
	}
	for i, l := range labels {
		switch {
		case l.optional:
		case hit[i]:
			scores[l.kind].right++
		default:
			scores[l.kind].missed++
			errors = append(errors, fmt.Sprintf("missed:%s%s", l.codes, a.Text[l.Start:l.End]))
		}
	}
	return errors
}

// TestLeads scores the mentions in leads of news, one by one: they have no article around them that tells more. It fails
// below the level that was reached.
func TestLeads(t *testing.T) {
	f := load(t)
	file, err := os.Open("testdata/leads.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	names := [2]string{"build", "held"}
	var scores [2]map[data.MentionKind]*count
	for i := range scores {
		scores[i] = map[data.MentionKind]*count{data.ByName: {}, data.ByDemonym: {}, data.ByCapital: {}, data.ByOrganisation: {}}
	}
	leads := 0
	for lines := bufio.NewScanner(file); lines.Scan(); {
		if strings.HasPrefix(lines.Text(), "#") {
			continue
		}
		leads++
		words, labels := unmark(t, lines.Text())
		a := &data.Article{Text: words, Language: "en"}
		part := 0
		if leads%3 == 0 {
			part = 1
		}
		errors := scoreLead(a, f.Find(a, text.Parse(a)), labels, scores[part])
		if len(errors) > 0 && part == 0 {
			t.Logf("%s\n  %s", words, strings.Join(errors, "\n  "))
		}
	}
	if leads < 250 {
		t.Errorf("only %d leads were read", leads)
	}
	for i, name := range names {
		var all count
		for _, kind := range data.MentionKinds {
			if c := scores[i][kind]; c != nil {
				t.Logf("%s, by %s: %v", name, kind, c)
				if kind != data.ByOrganisation {
					all.right, all.missed, all.wrong = all.right+c.right, all.missed+c.missed, all.wrong+c.wrong
				}
			}
		}
		t.Logf("%s, names, demonyms and capitals: %v", name, all)
		if all.f1() < leadFloor[i] {
			t.Errorf("%s: F1 %.3f is below %.3f", name, all.f1(), leadFloor[i])
		}
	}
}

// leadFloor is the F1 reached on the leads for building and on the held ones.
var leadFloor = [2]float64{0.99, 0.975}
