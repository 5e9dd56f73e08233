package tie_test

import (
	"slices"
	"testing"

	"entente/data"
)

// TestWhatTheArticleSpeaksOfHelpsToTellWhatAPassageIsAbout: the same sentence is about other things in other articles.
func TestWhatTheArticleSpeaksOfHelpsToTellWhatAPassageIsAbout(t *testing.T) {
	const said = "Peru and Chile signed an agreement in Lima on Monday."
	for _, c := range []struct {
		name, rest string
		want, not  data.Field
	}{
		{"power", " The Peruvian grid lost two turbines in May, and electricity has been rationed in Peru. Fuel for the reactor is short.", data.Energy, data.Health},
		{"disease", " Peruvian hospitals count 400 patients with cholera, and Peru's nurses have no vaccine. The epidemic spreads.", data.Health, data.Energy},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, f := finders(t)
			for _, e := range found(t, f, "", said+c.rest) {
				if e.Text == said && (!slices.Contains(e.Fields, c.want) || slices.Contains(e.Fields, c.not)) {
					t.Errorf("got %v, want %s and no %s", e.Fields, c.want, c.not)
				}
			}
		})
	}
}

// TestAPassageIsAboutSomething: also one none of whose words speak of any field.
func TestAPassageIsAboutSomething(t *testing.T) {
	_, f := finders(t)
	e := found(t, f, "", "Peru helped Chile.")
	if len(e) != 1 || len(e[0].Fields) == 0 {
		t.Errorf("got %+v, want one passage with a field", e)
	}
}
