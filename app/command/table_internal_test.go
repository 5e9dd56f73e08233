package command

import (
	"strings"
	"testing"

	"github.com/rivo/uniseg"

	"entente/app"
)

func TestTablesAlignWhateverTheScript(t *testing.T) {
	table := newTable("NAME", "N", "NOTE").number(1)
	names := []string{"Serbia", "セルビア", "Србија", "e\u0301cole", "🇷🇸 flag", "", "line\nbreak\x1b[31m red"}
	for i, name := range names {
		table.add(name, i*1000, "end")
	}
	var b strings.Builder
	if err := table.write(&b); err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimRight(b.String(), "\n"), "\n")
	if len(lines) != len(names)+1 {
		t.Fatalf("got %d lines, want one a row and the head:\n%s", len(lines), b.String())
	}
	for _, line := range lines {
		if at := uniseg.StringWidth(line[:strings.LastIndex(line, "  ")]); at != uniseg.StringWidth(lines[0][:strings.LastIndex(lines[0], "  ")]) {
			t.Errorf("the last column begins elsewhere:\n%s", b.String())
			break
		}
	}
	if strings.ContainsRune(b.String(), '\x1b') {
		t.Error("a cell can command the terminal")
	}
}

func TestShortenCutsBetweenCharacters(t *testing.T) {
	for words, want := range map[string]string{"short": "short", "a longer text": "a longe…", "セルビアの首都": "セルビ…",
		"👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦": "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦…"} {
		if got := shorten(words, 8); got != want || uniseg.StringWidth(got) > 8 {
			t.Errorf("shorten(%q) is %q, want %q", words, got, want)
		}
	}
}

func TestBarText(t *testing.T) {
	for want, p := range map[string]app.Progress{
		"1,200 articles  a.txt": {Done: 1200, Current: "a.txt"},
		"[###############---------------] 50 of 100, 2 failed  b.txt": {Done: 50, Total: 100, Failed: 2, Current: "b.txt"},
		"[##############################] 7 of 7  c.txt":              {Done: 7, Total: 5, Current: "c.txt"},
	} {
		if got := barText(p); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestNothingIsDrawnWhereThereIsNoTerminal(t *testing.T) {
	var b strings.Builder
	bar := newProgressBar(&b)
	bar.show(app.Progress{Done: 1, Total: 2})
	bar.clear()
	if b.Len() > 0 {
		t.Errorf("got %q on something that is no terminal", b.String())
	}
}

func TestSlips(t *testing.T) {
	for pair, want := range map[[2]string]int{{"", ""}: 0, {"", "ab"}: 2, {"serbia", "serbia"}: 0, {"sebria", "serbia"}: 2, {"kitten", "sitting"}: 3} {
		if got := slips(pair[0], pair[1]); got != want {
			t.Errorf("slips(%q, %q) is %d, want %d", pair[0], pair[1], got, want)
		}
	}
}
