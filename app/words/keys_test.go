package words_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"entente/data"
)

// made are the keys that code puts together from a part that is written and a value.
func made() []string {
	var keys []string
	add := func(prefix string, values ...string) {
		for _, v := range values {
			keys = append(keys, prefix+v)
		}
	}
	for _, f := range data.Fields {
		add("field.", string(f))
	}
	for _, s := range data.Stances {
		add("stance.", string(s))
	}
	for _, m := range data.Modalities {
		add("modality.", string(m))
	}
	for _, r := range data.Reasons {
		add("reason.", string(r))
	}
	for _, table := range []string{"weights", "model", "pairs"} {
		for key := range reasons(table) {
			add("because.", key)
		}
	}
	add("because.", "partner-said", "partner-near", "partner-ties", "partner-rivals") // of several signs of rules/partner.tsv each
	add("unread.", "kind", "unknown", "empty", "large", "missing", "forbidden", "circle", "back", "nowhere", "folder", "encoding",
		"binary", "zip", "office", "locked", "damaged", "much", "scanned", "garbled", "picture", "film", "sound", "compressed", "program", "database", "broken", "analysis")
	add("unproved.", "evidence", "picture", "pages", "page", "document", "passage", "tie", "changed", "drawing", "hidden", "article",
		"count", "place", "words")
	return keys
}

// literal finds strings that look like keys, wherever they stand in the code: words of small letters parted by dots.
var literal = regexp.MustCompile(`"([a-z]+(?:\.[a-z0-9-]+)+)"`)

// prefix finds strings that a value is added to.
var prefix = regexp.MustCompile(`"([a-z.]+\.)" ?\+|\+ ?"(\.[a-z.]+)"`)

// called finds the keys of sentences that are said with a key written out.
var called = regexp.MustCompile(`\.(?:Say|Count)\("([a-z][a-z0-9.-]*)"`)

func code(t *testing.T) string {
	t.Helper()
	var all strings.Builder
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		b, err := os.ReadFile(path)
		all.Write(b)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all.String()
}

func TestEverySentenceThatIsSaidIsWritten(t *testing.T) {
	have := english(t).Keys()
	for _, m := range called.FindAllStringSubmatch(code(t), -1) {
		if !slices.Contains(have, m[1]) && !strings.HasSuffix(m[1], ".") {
			t.Errorf("the code says %q, which English does not have", m[1])
		}
	}
	for _, k := range made() {
		if !slices.Contains(have, k) {
			t.Errorf("English has no %q", k)
		}
	}
}

func TestEverySentenceThatIsWrittenIsSaid(t *testing.T) {
	source := code(t)
	used := map[string]bool{}
	for _, m := range literal.FindAllStringSubmatch(source, -1) {
		used[m[1]] = true
	}
	for _, k := range made() {
		used[k] = true
	}
	var starts, ends []string
	for _, m := range prefix.FindAllStringSubmatch(source, -1) {
		if m[1] != "" {
			starts = append(starts, m[1])
		} else {
			ends = append(ends, m[2])
		}
	}
	for _, k := range english(t).Keys() {
		starting := slices.ContainsFunc(starts, func(p string) bool { return strings.HasPrefix(k, p) })
		ending := slices.ContainsFunc(ends, func(p string) bool { return strings.HasSuffix(k, p) })
		named := strings.HasPrefix(k, "named.") || strings.HasPrefix(k, "what.") // which tests of their own compare
		if !used[k] && !starting && !ending && !named && k != "list" {
			t.Errorf("nothing in the code says %q", k)
		}
	}
}
