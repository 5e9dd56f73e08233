package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"entente/app/export"
	"entente/data"
	"entente/data/store"
)

// searchFormats are the forms in which hits are printed.
var searchFormats = []string{"table", "json", "jsonl"}

// hitLine is an article that a search found. Marks count code points into Snippet.
type hitLine struct {
	export.ArticleRow
	Snippet string   `json:"snippet"`
	Marks   [][2]int `json:"marks"`
}

func (r *runner) search() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "search WORDS",
		Short: "Find articles by their words",
		Long: `Search finds the articles of the library that hold all the words, the best first. Case and accents make no
difference. "Several words" in quotes must follow each other, word* goes on, and OR, NOT, -word and brackets do what they
say. A word after one minus sign is never a flag.`,
		Example: `  entente search trade agreement
  entente search '"prime minister" (Tokyo OR Belgrade) -football'
  entente search invest* --country Serbia --format json`,
		Args: atLeastOne("WORD"),
	}
	filter, format := filterFlagsFor(cmd), formatFlag(cmd, searchFormats)
	limit := cmd.Flags().Int("limit", 50, "the most articles to print")
	cmd.RunE = func(cmd *cobra.Command, words []string) error {
		if err := checkFormat(*format, searchFormats); err != nil {
			return err
		}
		if *limit < 1 {
			return usageError{fmt.Errorf("--limit %d is less than one", *limit)}
		}
		query := strings.Join(words, " ")
		if err := closed(query); err != nil {
			return err
		}
		return r.with(cmd, filter, nil, func(ctx context.Context, c *chosenSet) error {
			hits, err := c.lib.Search(ctx, query, store.SearchOptions{Filter: c.filter, Limit: *limit})
			if errors.Is(err, data.ErrInvalid) {
				return usageError{fmt.Errorf("%q leaves no word to look for", query)}
			}
			if err != nil {
				return err
			}
			return r.printHits(hits, *format)
		})
	}
	return cmd
}

// banned puts NOT in the place of a minus sign before a word of a search, which would be taken for a flag. args are all of
// the command line; what follows -- and what a flag takes as its value stays as it is.
func banned(args []string) []string {
	out := slices.Clone(args)
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value := i > 0 && strings.HasPrefix(args[i-1], "--") && !strings.Contains(args[i-1], "=")
		if len(arg) > 1 && arg[0] == '-' && arg[1] != '-' && arg != "-h" && !value {
			out[i] = "NOT " + arg[1:]
		}
	}
	return out
}

// closed refuses a search whose brackets or quotation marks do not come in pairs: its writer meant more than is there.
func closed(query string) error {
	depth, quoted := 0, false
	for _, c := range query {
		switch {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '(':
			depth++
		case c == ')':
			depth--
		}
		if depth < 0 {
			return usageError{fmt.Errorf("the search %s closes a bracket that it does not open", query)}
		}
	}
	switch {
	case quoted:
		return usageError{fmt.Errorf("the search %s opens a quotation mark and does not close it", query)}
	case depth > 0:
		return usageError{fmt.Errorf("the search %s opens a bracket and does not close it", query)}
	}
	return nil
}

func (r *runner) printHits(hits []store.Hit, format string) error {
	if format == "table" {
		return r.hitList(hits)
	}
	l := list[hitLine]{}
	for i := range hits {
		h := &hits[i]
		line := hitLine{ArticleRow: export.ArticleRowOf(&h.Article, h.Grade), Snippet: h.Snippet, Marks: [][2]int{}}
		for _, m := range h.Marks {
			line.Marks = append(line.Marks, [2]int{utf8.RuneCountInString(h.Snippet[:m.Start]), utf8.RuneCountInString(h.Snippet[:m.End])})
		}
		l.rows = append(l.rows, line)
	}
	return l.print(r, format)
}

// hitList prints hits for people: the article on one line, the words around what was found below it.
func (r *runner) hitList(hits []store.Hit) error {
	var b strings.Builder
	if len(hits) == 0 {
		r.say("no article holds these words")
	}
	bold := r.colours()
	for i := range hits {
		h := &hits[i]
		facts := strings.Trim(strings.Join([]string{h.Publisher, h.Published}, ", "), ", ")
		if facts != "" {
			facts = " (" + oneLine(facts) + ")"
		}
		fmt.Fprintf(&b, "%d  %s%s\n    %s\n", h.ID, oneLine(h.Heading), facts, marked(h.Snippet, h.Marks, bold))
	}
	if _, err := fmt.Fprint(r.Stdout, b.String()); err != nil {
		return fmt.Errorf("write standard output: %w", err)
	}
	return nil
}

// marked makes the marks of a snippet bold, where a terminal shows it.
func marked(snippet string, marks []data.Span, bold bool) string {
	if !bold {
		return oneLine(snippet)
	}
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(snippet[at:m.Start] + "\x1b[1m" + snippet[m.Start:m.End] + "\x1b[22m")
		at = m.End
	}
	return b.String() + snippet[at:]
}

// colours says whether standard output shows bold letters: a terminal does, unless its user asked for none.
func (r *runner) colours() bool {
	return terminal(r.Stdout) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
}
