package command

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"entente/assets"
)

// each calls fn for every command of the tree that is ours; completion and help are cobra's.
func each(root *cobra.Command, fn func(*cobra.Command)) {
	fn(root)
	for _, c := range root.Commands() {
		if c.Name() != "completion" && c.Name() != "help" {
			each(c, fn)
		}
	}
}

func TestEveryCommandHasHelpWithExamplesThatParse(t *testing.T) {
	r := &runner{}
	root := r.root()
	each(root, func(c *cobra.Command) {
		if c.Short == "" || c.Example == "" || strings.HasSuffix(c.Short, ".") {
			t.Errorf("%s: want one line of help without a full stop, and an example", c.CommandPath())
		}
		for line := range strings.Lines(c.Example) {
			checkExample(t, strings.TrimSpace(line))
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Usage == "" {
				t.Errorf("%s --%s has no help", c.CommandPath(), f.Name)
			}
		})
	})
}

// checkExample fails where the flags of an example do not exist.
func checkExample(t *testing.T, line string) {
	t.Helper()
	line, _, _ = strings.Cut(line, " > ")
	if _, after, ok := strings.Cut(line, " | "); ok {
		line = after
	}
	words := split(line)
	if len(words) == 0 || words[0] != "entente" {
		t.Errorf("the example %q does not begin with entente", line)
		return
	}
	root := (&runner{}).root()
	c, rest, err := root.Find(words[1:])
	if err != nil {
		t.Errorf("%q: %v", line, err)
		return
	}
	if err := c.ParseFlags(rest); err != nil {
		t.Errorf("%q: %v", line, err)
	}
	if err := c.ValidateArgs(c.Flags().Args()); err != nil {
		t.Errorf("%q: %v", line, err)
	}
}

// split cuts a line into words as a shell would, as far as the examples go.
func split(line string) []string {
	var words []string
	var word strings.Builder
	quote := rune(0)
	for _, r := range line + " " {
		switch {
		case quote == 0 && (r == '"' || r == '\''):
			quote = r
		case r == quote:
			quote = 0
		case quote == 0 && r == ' ':
			if word.Len() > 0 {
				words = append(words, word.String())
			}
			word.Reset()
		default:
			word.WriteRune(r)
		}
	}
	return words
}

func TestCompletions(t *testing.T) {
	for _, shell := range []string{"bash", "zsh", "fish", "powershell"} {
		if got := output(t, "completion", shell); len(got) < 500 {
			t.Errorf("completion %s prints %d bytes", shell, len(got))
		}
	}
	for args, want := range map[string]string{
		"ties --stance coop":         "cooperation",
		"ties --field trade,en":      "trade,energy",
		"ties --format j":            "jsonl",
		"snapshot --region bal":      "balkans",
		"export --table fig":         "figures",
		"briefing --projection merc": "mercator",
		"evidence --decision acc":    "accepted",
		"articles --modality pl":     "planned",
		"snapshot --theme high":      "high-contrast",
		"sc":                         "scan",
		"mer":                        "merge",
		"verify ":                    "docx",
		"merge ":                     "entente",
	} {
		if got := output(t, append([]string{"__complete"}, strings.Split(args, " ")...)...); !strings.Contains(got, want) {
			t.Errorf("%q is completed to %q, want %q among it", args, got, want)
		}
	}
}

func output(t *testing.T, args ...string) string {
	t.Helper()
	var out, errors bytes.Buffer
	if status := Run(context.Background(), Program{Assets: assets.FS, Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errors}, args); status != 0 {
		t.Errorf("%v: status %d\n%s", args, status, errors.String())
	}
	return out.String()
}

func TestFilterFlagsAreTheSameEverywhere(t *testing.T) {
	root := (&runner{}).root()
	for _, name := range []string{"articles", "ties", "evidence", "search", "snapshot", "briefing", "export"} {
		c, _, err := root.Find([]string{name})
		if err != nil {
			t.Fatal(err)
		}
		for _, flag := range []string{"country", "field", "stance", "modality", "from", "to", "article", "between", "min-reports", "min-confidence", "decision", "search"} {
			if c.Flags().Lookup(flag) == nil {
				t.Errorf("%s has no --%s", name, flag)
			}
		}
	}
}
