package proof_test

import (
	"os"
	"testing"

	"entente/app/proof"
	"entente/app/words"
	"entente/data"
)

func TestTiesAreNamedByFieldOrFigure(t *testing.T) {
	say, err := words.Load(os.DirFS("../../assets"), "en")
	if err != nil {
		t.Fatal(err)
	}
	figure := func(value float64, unit string, disputed bool) data.Figure {
		return data.Figure{Value: value, Unit: unit, Dispute: disputed}
	}
	with := func(figures ...data.Figure) data.Tie {
		return data.Tie{Fields: []data.Field{data.Investment, data.Trade}, Evidence: []data.Evidence{{Confidence: 0.5, Figures: figures}}}
	}
	rejected := with(figure(5e6, "EUR", false))
	rejected.Evidence[0].Decision = data.Rejected
	two := with(figure(2e6, "EUR", false))
	two.Evidence = append(two.Evidence, data.Evidence{Confidence: 0.9, Figures: []data.Figure{figure(1e6, "EUR", false)}})
	for _, c := range []struct {
		name, kind string
		tie        data.Tie
		want       string
	}{
		{"the field", proof.FieldNames, with(figure(2e6, "EUR", false)), "Investment"},
		{"no field", proof.FieldNames, data.Tie{}, ""},
		{"money before workers", proof.FigureNames, with(figure(112000, "workers", false), figure(2e6, "EUR", false)), "EUR 2 million"},
		{"undisputed before disputed", proof.FigureNames, with(figure(30000, "workers", true), figure(9, "workers", false)), "9 workers"},
		{"the surest passage", proof.FigureNames, two, "EUR 1 million"},
		{"the greatest of a passage", proof.FigureNames, with(figure(1e6, "EUR", false), figure(4e6, "EUR", false)), "EUR 4 million"},
		{"nothing that was rejected", proof.FigureNames, rejected, "Investment"},
		{"no evidence", proof.FigureNames, data.Tie{Fields: []data.Field{data.Aid}}, "Aid"},
	} {
		if got := proof.TieName(c.kind, say)(&c.tie); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
	if proof.TieName(proof.NoTieNames, say) != nil {
		t.Error("none gives names")
	}
}
