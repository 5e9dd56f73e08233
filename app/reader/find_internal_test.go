package reader

import (
	"reflect"
	"testing"

	"entente/data"
)

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		name, in, words string
		want            []string
	}{
		{"nothing is nowhere", "a text", "", nil},
		{"space is nowhere", "a text", "  ", nil},
		{"every place is found", "Serbia and serbia", "Serbia", []string{"Serbia", "serbia"}},
		{"diacritics do not matter", "Aleksandar Vučić said", "vucic", []string{"Vučić"}},
		{"a line break is a space", "free\ntrade", "free trade", []string{"free\ntrade"}},
		{"one letter may become two", "Straße", "strasse", []string{"Straße"}},
		{"a part of what a letter became finds the letter", "Straße", "stras", []string{"Straß"}},
		{"places do not overlap", "aaaa", "aa", []string{"aa", "aa"}},
		{"other alphabets", "日本とセルビア", "日本", []string{"日本"}},
	} {
		var got []string
		for _, s := range places(c.in, c.words) {
			words, ok := s.In(c.in)
			if !ok {
				t.Errorf("%s: %v is no part of the text", c.name, s)
			}
			got = append(got, words)
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func FuzzPlaces(f *testing.F) {
	f.Add("Straße\nof Ǆ", "ss")
	f.Add("\xff a", "a")
	f.Fuzz(func(t *testing.T, in, words string) {
		last := 0
		for _, s := range places(in, words) {
			if s.Start < 0 || s.Start >= s.End || s.End > len(in) || s.Start < last-4 {
				t.Fatalf("%v in %q for %q", s, in, words)
			}
			last = s.End
		}
	})
}

func TestMarkdownIsDressed(t *testing.T) {
	for _, c := range []struct {
		name, text string
		level      int
		want       []piece
	}{
		{"plain text", "Serbia and Japan", 0, nil},
		{"a heading hides its sign", "# Title", 1, []piece{{0, 2, hidden}}},
		{"a heading of a lower level", "### Title", 3, []piece{{0, 4, hidden}}},
		{"a number sign without a space is text", "#1 of 5", 0, nil},
		{"signs alone are text", "# ", 0, nil},
		{"bold words", "a **b c** d", 0, []piece{{2, 4, hidden}, {4, 7, strong}, {7, 9, hidden}}},
		{"bold words in a heading", "# **b**", 1, []piece{{0, 2, hidden}, {2, 4, hidden}, {4, 5, strong}, {5, 7, hidden}}},
		{"asterisks apart from words are text", "2 ** 3 ** 4", 0, nil},
		{"an open pair is text", "**a", 0, nil},
		{"nothing between is text", "****", 0, nil},
	} {
		level, got := dress(c.text, 0, len(c.text))
		if level != c.level || !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got level %d and %v, want %d and %v", c.name, level, got, c.level, c.want)
		}
	}
}

func TestCutCoversTheRange(t *testing.T) {
	pieces := []piece{{2, 4, hidden}, {4, 7, strong}}
	got := cut(pieces, 1, 9)
	want := []piece{{1, 2, plainStyle}, {2, 4, hidden}, {4, 7, strong}, {7, 9, plainStyle}}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got := cut(pieces, 5, 6); !reflect.DeepEqual(got, []piece{{5, 6, strong}}) {
		t.Errorf("inside a piece: got %v", got)
	}
}

func TestClosedFurnitureLeavesItsCaption(t *testing.T) {
	text := "Home\nNews\n\nSport\n\ntext"
	omitted := []data.Omitted{{Span: data.Span{Start: 0, End: 16}, Reason: data.Navigation}}
	var told fold
	c := lay(text, omitted, narrow, tens(), func(f fold) bool { told = f; return true })
	if got, want := rowsOf(text, c), []string{"[navigation]", "text"}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
	if told.lines != 3 || told.start != 0 || told.end != 16 {
		t.Errorf("got %+v, want 3 lines from 0 to 16", told)
	}
}
