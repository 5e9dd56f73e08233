package main

import (
	"bytes"
	"os"
	"testing"
)

func TestSerbianCyrillic(t *testing.T) {
	for _, c := range []struct{ name, latin, want string }{
		{"pairs of letters are one", "Njegoš, ljubav i džem", "Његош, љубав и џем"},
		{"places for values stay", "{n} članaka iz {library}", "{n} чланака из {library}"},
		{"names stay", "slika PNG programa Entente", "слика PNG програма Entente"},
		{"ends of files' names stay", "se završava sa .entente.", "се завршава са .entente."},
		{"words of the command line stay", "Proverite sa: entente verify", "Проверите са: entente verify"},
		{"keys of the keyboard stay", "Prihvati (A), Ctrl+S, F1", "Прихвати (A), Ctrl+S, F1"},
		{"a word of one letter is a word", "U ovim rečima", "У овим речима"},
		{"an escape stays", `Prvi\nred`, `Први\nред`},
	} {
		if got := cyrillic(c.latin); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTheCommittedSerbianIsWhatTheGeneratorMakes(t *testing.T) {
	latin, err := os.ReadFile("../lang/sr-Latn.json")
	if err != nil {
		t.Fatal(err)
	}
	cyrillic, err := os.ReadFile("../lang/sr.json")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(cyrillicLines(latin), cyrillic) {
		t.Error("lang/sr.json is not what lang/sr-Latn.json gives: run go run ./assets/generate -only serbian")
	}
}
