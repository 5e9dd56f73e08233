package main

import (
	"slices"
	"testing"
)

func TestDemonymWordsTakesRemarksApart(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"Frenchman(men), Frenchwoman(women)", []string{"Frenchman", "Frenchwoman"}},
		{"Motswana (singular), Batswana (plural)", []string{"Motswana", "Batswana"}},
		{"Pole(s); the Polish", []string{"Pole"}},
		{"none", nil},
		{"Thai (singular and plural)", []string{"Thai"}},
		{"Congolese or Congo", []string{"Congolese", "Congo"}},
		{"Fin(", []string{"Fin"}},
		{"", nil},
	} {
		if got := demonymWords(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func TestReadPlacesRejectsABrokenRow(t *testing.T) {
	if _, err := readPlaces("1\tA\tA\n"); err == nil {
		t.Error("a row of three columns was read")
	}
	if _, err := readPlaces("1\tA\tA\t\tnorth\t1\tP\tPPLC\tRS\t\t00\t\t\t\t5\n"); err == nil {
		t.Error("a latitude in words was read")
	}
}

func TestMiddleOfAnArchipelagoOnTheAntimeridianIsNotInAfrica(t *testing.T) {
	n := &nation{}
	west, east := place{name: "west", lat: -17, lon: 179.5, people: 100}, place{name: "east", lat: -17, lon: -179.5, people: 90}
	far := place{name: "far", lat: -17, lon: 0, people: 1}
	for _, p := range []*place{&west, &east, &far} {
		n.weigh(p)
	}
	for _, p := range []*place{&far, &east, &west} {
		n.settle(p)
	}
	if n.lon != 179.5 && n.lon != -179.5 {
		t.Errorf("the middle is at longitude %v", n.lon)
	}
}

func TestSpellingsAreThoseThatSoundAlike(t *testing.T) {
	known := map[string]string{"vinica": "MK"}
	for _, c := range []struct {
		name, country, others string
		want                  []string
	}{
		{"Vinnytsya", "UA", "VIN,Vinica,Vinnica,Vinnytsia,binnicha,Винница", []string{"Vinnytsia"}},
		{"Haiphong", "VN", "HPH,Hai Phong,Haifong,Hải Phòng", []string{"Hai Phong"}},
		{"Al Ḩillah", "IQ", "Hillah,El Hillah,Hilla", []string{"Hillah", "El Hillah"}},
		{"Mykolayiv", "UA", "MYKOLAIV,Mykolaiv’,Mykolaiv,Nikolaev", []string{"Mykolaiv"}},
		{"Lyon", "FR", "Lyion,Lugdunum", nil},
	} {
		p := place{name: c.name, country: c.country, others: c.others}
		if got := p.spellings(known); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestNamesakesAreNotLostBesideThePlace(t *testing.T) {
	places := []*place{{country: "DE", people: 80_000}, {country: "US", people: 3_000}, {country: "AU", people: 700}, {country: "AU", people: 600},
		{country: "FR", people: 600}}
	if got, want := places[0].namesakes(places), "US"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := places[1].namesakes(places), "AU DE FR"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
