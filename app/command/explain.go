package command

import (
	"fmt"
	"io"
	"strings"

	"entente/app"
	"entente/data"
	"entente/data/mention"
	"entente/data/text"
	"entente/data/tie"
)

// printExplanation tells in plain words how the findings in one article came about: what could have named a country,
// which pairs were considered, what spoke for each, and why others were turned down.
func printExplanation(w io.Writer, a *data.Article, x app.Explanation, n namer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%s\n", oneLine(text.Heading(a)), oneLine(a.Source))
	explainOmitted(&b, a)
	explainMentions(&b, x.Mentions, n)
	explainPairs(&b, "Ties", "No pair of countries is tied.", x.Pairs, true, n)
	explainPairs(&b, "Turned down", "No other pair was considered.", x.Pairs, false, n)
	b.WriteByte('\n')
	_, err := io.WriteString(w, b.String())
	return err
}

// explainOmitted says what was left out as page furniture.
func explainOmitted(b *strings.Builder, a *data.Article) {
	if len(a.Omitted) == 0 {
		return
	}
	b.WriteString("\nLeft out as page furniture\n")
	for _, o := range a.Omitted {
		words, _ := o.In(a.Text)
		fmt.Fprintf(b, "  %-12s  “%s”\n", o.Reason, shorten(oneLine(words), cellLimit))
	}
}

// explainMentions lists the passages that name a country, then those that were read otherwise.
func explainMentions(b *strings.Builder, list []mention.Candidate, n namer) {
	for _, accepted := range []bool{true, false} {
		head := "Countries named"
		if !accepted {
			head = "Words that could name a country, and do not here"
		}
		first := true
		for _, c := range list {
			if c.Accepted != accepted {
				continue
			}
			if first {
				fmt.Fprintf(b, "\n%s\n", head)
				first = false
			}
			// A body such as NATO is no country; the reason says what it is.
			fmt.Fprintf(b, "  “%s”: %s\n", oneLine(c.Text), strings.Join(facts(n.Name(c.Country, "en"), c.Why), ", "))
		}
	}
}

func explainPairs(b *strings.Builder, head, none string, pairs []tie.Considered, taken bool, n namer) {
	fmt.Fprintf(b, "\n%s\n", head)
	empty := true
	for _, p := range pairs {
		if p.Taken != taken {
			continue
		}
		empty = false
		fmt.Fprintf(b, "  %s: “%s”\n", pairName(n, p.Pair), shorten(oneLine(text.Plain(p.Text)), 2*cellLimit))
		if taken {
			fmt.Fprintf(b, "    %s\n", strings.Join(facts(string(p.Stance), string(p.Modality), strings.ToLower(string(p.Kind)), "confidence "+percent(p.Confidence)), ", "))
		} else if p.Reason != "" {
			fmt.Fprintf(b, "    %s\n", p.Reason)
		}
		for _, part := range p.Parts {
			fmt.Fprintf(b, "    %+5.1f  %s\n", part.Weight, part.Name)
		}
		if len(p.Telling) > 0 {
			fmt.Fprintf(b, "    %s by the words “%s”\n", p.Stance, strings.Join(p.Telling, "”, “"))
		}
	}
	if empty {
		fmt.Fprintf(b, "  %s\n", none)
	}
}

// facts drops what is not known.
func facts(words ...string) []string {
	var out []string
	for _, w := range words {
		if w != "" {
			out = append(out, w)
		}
	}
	return out
}
