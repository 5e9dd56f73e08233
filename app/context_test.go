package app_test

import (
	"testing"

	"entente/app"
	"entente/data"
	"entente/data/store"
)

func TestBarePassagesComeWithTheSentenceBefore(t *testing.T) {
	const text = "Menu Home\n\nJapan and Serbia met in May. They signed a treaty. Serbia thanked Japan."
	lib, err := store.Open(t.Context(), t.TempDir()+"/x.entente", store.Options{RulesVersion: "1"})
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	item := store.Item{Article: data.Article{Text: text, Omitted: []data.Omitted{{Span: data.Span{End: 9}, Reason: data.Navigation}}}}
	for _, words := range []string{"Japan and Serbia met in May.", "They signed a treaty.", "Serbia thanked Japan."} {
		item.Findings.Evidence = append(item.Findings.Evidence, data.Evidence{Passage: at(text, words), Pair: data.PairOf("JP", "RS"),
			Fields: []data.Field{data.Diplomacy}, Stance: data.Cooperation, Modality: data.Done, Confidence: 0.9})
	}
	thanks := at(text, "Serbia thanked Japan.").Start
	item.Findings.Mentions = []data.Mention{{Passage: at(text, "Japan"), Country: "JP"}, {Passage: at(text, "Serbia"), Country: "RS"},
		{Passage: data.PassageOf(text, data.Span{Start: thanks, End: thanks + 6}), Country: "RS"},
		{Passage: data.PassageOf(text, data.Span{Start: thanks + 15, End: thanks + 20}), Country: "JP"}}
	if added, err := lib.Add(t.Context(), []store.Item{item}); err != nil || added[0].Err != nil {
		t.Fatal(added, err)
	}
	d := newDesk(t)
	d.session.SetLibrary(lib)
	d.settle()
	d.session.Go(app.Route{Pair: data.PairOf("JP", "RS")})
	d.settle()
	got := d.session.Detail()
	want := map[int]string{1: "Japan and Serbia met in May."}
	for i, e := range got.Passages {
		if got.Before[e.ID] != want[i] {
			t.Errorf("before %q stands %q, want %q", e.Text, got.Before[e.ID], want[i])
		}
	}
}
