package reader

import (
	"fmt"
	"math/rand"
	"reflect"
	"strings"
	"testing"
	"unicode/utf8"

	"entente/data"
)

// tenWide measures each rune as ten units wide.
func tenWide(s string) float32 { return 10 * float32(utf8.RuneCountInString(s)) }

func tens() rulers { return rulers{newRuler(tenWide), newRuler(tenWide)} }

var narrow = metrics{width: 100, row: 20, gap: 10, caption: 15}

// rowsOf gives the words of each row; captions in brackets.
func rowsOf(text string, c column) []string {
	var out []string
	for _, l := range c.lines {
		if l.caption() {
			out = append(out, "["+string(l.reason)+"]")
			continue
		}
		out = append(out, text[l.start:l.end])
	}
	return out
}

func TestLay(t *testing.T) {
	nav := func(start, end int) data.Omitted {
		return data.Omitted{Span: data.Span{Start: start, End: end}, Reason: data.Navigation}
	}
	for _, c := range []struct {
		name    string
		text    string
		omitted []data.Omitted
		want    []string
	}{
		{"nothing has no rows", "", nil, nil},
		{"blank lines alone have no rows", "\n \n\t\n", nil, nil},
		{"words that fit stay on one row", "one two", nil, []string{"one two"}},
		{"words that do not fit go to the next row", "one two three four", nil, []string{"one two", "three four"}},
		{"a word as wide as the row fits", "0123456789 x", nil, []string{"0123456789", "x"}},
		{"a wider word is cut", "0123456789abc def", nil, []string{"0123456789", "abc def"}},
		{"a wider word does not join the row before it", "ab 0123456789abc", nil, []string{"ab", "0123456789", "abc"}},
		{"each line of the text starts a row", "a\nb", nil, []string{"a", "b"}},
		{"space around lines is not shown", "  a  \n\n\n  b", nil, []string{"a", "b"}},
		{"text without spaces breaks between letters", "日本とセルビアの関係は良い。", nil, []string{"日本とセルビアの関係", "は良い。"}},
		{"a closing mark stays with its word", "あいうえおかきくけこ。さ", nil, []string{"あいうえおかきくけ", "こ。さ"}},
		{"accents count once", "čćžšđ čćžš", nil, []string{"čćžšđ čćžš"}},
		{"furniture is captioned", "Home\nNews\n\ntext", []data.Omitted{nav(0, 9)}, []string{"[navigation]", "Home", "News", "text"}},
		{"pieces with one reason share a caption", "Home\nNews\ntext", []data.Omitted{nav(0, 4), nav(5, 9)}, []string{"[navigation]", "Home", "News", "text"}},
		{"text between pieces parts them", "Home\ntext\nNews", []data.Omitted{nav(0, 4), nav(10, 14)},
			[]string{"[navigation]", "Home", "text", "[navigation]", "News"}},
		{"furniture within a row is not captioned", "text menu more", []data.Omitted{nav(5, 9)}, []string{"text menu", "more"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := rowsOf(c.text, lay(c.text, c.omitted, narrow, tens(), nil))
			if !reflect.DeepEqual(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestRowsStandUnderEachOther(t *testing.T) {
	c := lay("one\ntwo\n\n\nthree", nil, narrow, tens(), nil)
	var got []float32
	for _, l := range c.lines {
		got = append(got, l.top)
	}
	if want := []float32{0, 20, 50}; !reflect.DeepEqual(got, want) || c.height != 70 {
		t.Errorf("got tops %v and height %v, want %v and 70: one gap for all blank lines", got, c.height, want)
	}
}

func TestRowsAreFound(t *testing.T) {
	text := "one two three four\n\nfive"
	c := lay(text, nil, narrow, tens(), nil)
	for at := range text {
		want := 0
		for i, l := range c.lines {
			if l.start <= at {
				want = i
			}
		}
		if got := c.rowAt(at); got != want {
			t.Errorf("byte %d: got row %d, want %d", at, got, want)
		}
	}
	for _, y := range []float32{-5, 0, 19, 20, 49, 50, 1e6} {
		want := 0
		for i, l := range c.lines {
			if l.top <= y {
				want = i
			}
		}
		if got := c.rowAtHeight(y); got != want {
			t.Errorf("height %v: got row %d, want %d", y, got, want)
		}
	}
}

func TestRunsCutAtFurniture(t *testing.T) {
	omitted := []data.Omitted{{Span: data.Span{Start: 5, End: 10}}, {Span: data.Span{Start: 12, End: 20}}}
	for _, c := range []struct {
		name       string
		start, end int
		want       []run
	}{
		{"before all furniture", 0, 5, []run{{0, 5, false}}},
		{"inside", 6, 9, []run{{6, 9, true}}},
		{"across", 0, 14, []run{{0, 5, false}, {5, 10, true}, {10, 12, false}, {12, 14, true}}},
		{"after all furniture", 20, 30, []run{{20, 30, false}}},
		{"empty", 3, 3, nil},
	} {
		if got := runs(c.start, c.end, omitted); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %v, want %v", c.name, got, c.want)
		}
	}
}

func TestIndexFindsWhatASlowSearchFinds(t *testing.T) {
	rnd := rand.New(rand.NewSource(7))
	d := Document{Article: data.Article{Text: strings.Repeat("x", 500)}}
	for range 200 {
		start := rnd.Intn(520) - 10
		d.Marks = append(d.Marks, Mark{Span: data.Span{Start: start, End: start + rnd.Intn(60) - 3}})
	}
	x := newIndex(&d)
	for _, m := range x.marks {
		d.Mentions = append(d.Mentions, m.Span)
	}
	x = newIndex(&d)
	for range 300 {
		start := rnd.Intn(500)
		end := start + rnd.Intn(50)
		var marks []int
		var mentions []data.Span
		for i, m := range x.marks {
			if m.Start < end && start < m.End {
				marks, mentions = append(marks, i), append(mentions, m.Span)
			}
		}
		if got := x.marksIn(start, end); !reflect.DeepEqual(got, marks) {
			t.Fatalf("marks in %d to %d: got %v, want %v", start, end, got, marks)
		}
		if got := within(x.mentions, x.longestMention, start, end); !reflect.DeepEqual(got, mentions) {
			t.Fatalf("mentions in %d to %d: got %v, want %v", start, end, got, mentions)
		}
	}
}

func FuzzLay(f *testing.F) {
	for _, s := range []string{"", "one two", "a\n\nb", "日本。x", "\r\xff\xfe", "ééé", strings.Repeat("w", 90), "a \t b\n \n"} {
		f.Add(s, 0, 3)
	}
	f.Fuzz(func(t *testing.T, text string, start, n int) {
		if !utf8.ValidString(text) || start < 0 || n < 0 || start > len(text) || n > len(text)-start {
			t.Skip()
		}
		omitted := []data.Omitted{{Span: data.Span{Start: start, End: start + n}, Reason: data.Advert}}
		c := lay(text, omitted, narrow, tens(), nil)
		shown, at, top := 0, 0, float32(-1)
		for _, l := range c.lines {
			if l.start < at || l.end < l.start || l.end > len(text) || l.top < top {
				t.Fatalf("row %v out of order", l)
			}
			if w := tenWide(strings.NewReplacer("*", "", "#", "").Replace(text[l.start:l.end])); w > narrow.width && utf8.RuneCountInString(text[l.start:l.end]) > 1 {
				t.Fatalf("row %q is %v wide", text[l.start:l.end], w)
			}
			shown, at, top = shown+len(strings.Map(bare, text[l.start:l.end])), l.end, l.top
		}
		if want := len(strings.Map(bare, text)); shown != want {
			t.Fatalf("got %d bytes of words on rows, want %d", shown, want)
		}
	})
}

// bare drops what rows may leave out.
func bare(r rune) rune {
	if r == ' ' || r == '\t' || r == '\n' {
		return -1
	}
	return r
}

// BenchmarkLay5MB cuts five megabytes of text into rows: what opening a huge article costs.
func BenchmarkLay5MB(b *testing.B) {
	rnd := rand.New(rand.NewSource(1))
	words := make([]string, 20000)
	for i := range words {
		words[i] = fmt.Sprintf("%x", rnd.Int63n(1<<uint(8+rnd.Intn(28))))
	}
	var text strings.Builder
	for text.Len() < 5<<20 {
		text.WriteString(words[rnd.Intn(len(words))])
		text.WriteByte(" \n"[min(1, rnd.Intn(60)/59)])
	}
	s := text.String()
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		lay(s, nil, metrics{width: 700, row: 20, gap: 10, caption: 15}, tens(), nil)
	}
}
