package proof_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"entente/app/proof"
	"entente/data"
	"entente/geo/proj"
)

func TestAViewKeepsWhatItWasMadeFrom(t *testing.T) {
	pair := data.PairOf("RS", "JP")
	full := data.Filter{Countries: []data.Party{"RS"}, Between: []data.Party{"JP", "RS"}, MinConfidence: 70, Fields: []data.Field{"trade"}, Stances: []data.Stance{data.Conflict},
		Modalities: []data.Modality{data.Planned}, From: "2021", To: "2024-05", Articles: []int64{7}, Publishers: []string{"Gazette"},
		MinReports: 2, Decision: data.OnlyAccepted, Search: "steel"}
	tests := []struct {
		name    string
		filter  data.Filter
		pair    data.Pair
		country data.Party
	}{
		{"nothing chosen", data.Filter{}, data.Pair{}, ""},
		{"a tie and every condition", full, pair, ""},
		{"a country", data.Filter{Search: "rail"}, data.Pair{}, "RS"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			v := proof.View{View: proj.View{Projection: proj.Mercator, Scale: 100}, Theme: "dark"}
			v.Keep(tt.filter, tt.pair, tt.country)
			written, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			var got proof.View
			if err := json.Unmarshal(written, &got); err != nil {
				t.Fatal(err)
			}
			filter, some := got.Conditions()
			want := tt.filter
			want.Articles = nil
			if !reflect.DeepEqual(filter, want) || some != (len(tt.filter.Articles) > 0) {
				t.Errorf("got the filter %+v, some articles: %v; want %+v", filter, some, tt.filter)
			}
			if got.Country != tt.country || (got.Pair != nil) != (tt.pair != data.Pair{}) || got.Pair != nil && *got.Pair != tt.pair {
				t.Errorf("got %v and %q standing out, want %v and %q", got.Pair, got.Country, tt.pair, tt.country)
			}
		})
	}
}

func TestAViewWithBrokenConditionsGivesThoseThatHold(t *testing.T) {
	var v proof.View
	if err := json.Unmarshal([]byte(`{"filter":{"countries":["RS","nowhere",""],"between":["no"],"search":"rail"}}`), &v); err != nil {
		t.Fatal(err)
	}
	if f, _ := v.Conditions(); !reflect.DeepEqual(f, data.Filter{Countries: []data.Party{"RS"}, Search: "rail"}) {
		t.Errorf("got %+v", f)
	}
}
