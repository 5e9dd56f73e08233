package data_test

import (
	"slices"
	"testing"

	"entente/data"
)

func TestTimesThatEvidenceCanHave(t *testing.T) {
	for when, want := range map[string]bool{
		"2024": true, "2024-03": true, "2024-02-29": true, "2024-03/2025": true, "2024-03-01/2024-03-01": true, "2024-03/2024": true,
		"": false, "24": false, "2024-13": false, "2023-02-29": false, "2024/": false, "/2024": false, "2025/2024": false,
		"2024-3": false, "March 2024": false, "2024-03/2025/2026": false, " 2024": false,
	} {
		if got := data.ValidWhen(when); got != want {
			t.Errorf("%q: %v, want %v", when, got, want)
		}
	}
}

func TestAGradeIsShownOfBothHalvesAndNeverFilled(t *testing.T) {
	for _, c := range []struct {
		grade  data.Grade
		want   string
		graded bool
	}{
		{data.Grade{}, "F6", false}, {data.Grade{Source: "B"}, "B6", true}, {data.Grade{Item: "2"}, "F2", true},
		{data.Grade{Source: "A", Item: "1"}, "A1", true},
	} {
		if c.grade.String() != c.want || c.grade.Graded() != c.graded {
			t.Errorf("%+v is %s, %v; want %s, %v", c.grade, c.grade, c.grade.Graded(), c.want, c.graded)
		}
	}
	if !data.SameSource(" The  Ledger", "the ledger") || data.SameSource("The Ledger", "Ledger") {
		t.Error("sources are not told by their names alone")
	}
}

func TestMarkingsCutAndCoverFurniture(t *testing.T) {
	span := func(a, b int) data.Span { return data.Span{Start: a, End: b} }
	menu := []data.Omitted{{Span: span(0, 10), Reason: data.Navigation}, {Span: span(30, 40), Reason: data.Footer}}
	for _, c := range []struct {
		name     string
		markings []data.Marking
		want     []data.Omitted
	}{
		{"nothing said", nil, menu},
		{"a part that is none", []data.Marking{{Span: span(4, 6)}},
			[]data.Omitted{{Span: span(0, 4), Reason: data.Navigation}, {Span: span(6, 10), Reason: data.Navigation}, menu[1]}},
		{"over the edge of one", []data.Marking{{Span: span(5, 20), Reason: data.ByHand}},
			[]data.Omitted{{Span: span(0, 5), Reason: data.Navigation}, {Span: span(5, 20), Reason: data.ByHand}, menu[1]}},
		{"over both, and back", []data.Marking{{Span: span(0, 40), Reason: data.ByHand}, {Span: span(0, 40)}}, nil},
		{"an empty one", []data.Marking{{Span: span(7, 7), Reason: data.ByHand}}, menu},
	} {
		if got := data.Mark(menu, c.markings); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
	if menu[0].End != 10 {
		t.Error("the furniture that was given has changed")
	}
}

func FuzzMark(f *testing.F) {
	f.Add([]byte{0, 10, 1, 5, 20, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		var markings []data.Marking
		for len(b) >= 3 {
			m := data.Marking{Span: data.Span{Start: int(b[0]), End: int(b[1])}}
			if b[2]&1 == 1 {
				m.Reason = data.ByHand
			}
			markings, b = append(markings, m), b[3:]
		}
		marked := data.Mark([]data.Omitted{{Span: data.Span{Start: 50, End: 90}, Reason: data.Footer}}, markings)
		end := 0
		var last [256]bool // the slow twin: what each byte is
		for i := 50; i < 90; i++ {
			last[i] = true
		}
		for _, m := range markings {
			for i := m.Start; i < m.End; i++ {
				last[i] = m.Reason != ""
			}
		}
		var got [256]bool
		for _, o := range marked {
			if o.Start < end || o.Len() <= 0 {
				t.Fatalf("%v is not sorted, apart and full", marked)
			}
			end = o.End
			for i := o.Start; i < o.End; i++ {
				got[i] = true
			}
		}
		if got != last {
			t.Fatalf("%v of %v", marked, markings)
		}
	})
}

func TestAPersonsWordIsSureAndKeepsWhatWasFound(t *testing.T) {
	text := "Serbia paid Japan."
	e := data.Evidence{Passage: data.PassageOf(text, data.Span{End: len(text)}), ID: 7, Pair: data.PairOf("RS", "JP"), Fields: []data.Field{data.Trade},
		Stance: data.Cooperation, Modality: data.Done, Confidence: 0.6, Decision: data.Accepted}
	s := e.Statement()
	s.Stance = data.Conflict
	e.Say(s)
	e.Say(s)
	if e.Stance != data.Conflict || e.Confidence != 1 || e.Hand != data.Edited || e.Decision != data.Accepted || e.ID != 7 {
		t.Errorf("after the edit %+v", e)
	}
	if b := e.Before; b == nil || b.Stance != data.Cooperation || b.Confidence != 0.6 || b.Before != nil {
		t.Errorf("before the edit %+v", e.Before)
	}
	if err := s.Check(text); err != nil {
		t.Error(err)
	}
}
