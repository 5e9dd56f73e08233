package tie_test

import (
	"slices"
	"testing"
)

// Each article never says the name of the country that it is from.
func TestTheHomeOfAnArticleIsToldByItsTownsAndOffices(t *testing.T) {
	for _, c := range []struct{ name, language, text, want string }{
		{"a town of Switzerland and its spelling", "de", "Grosser Auftrag für Schaffhausen\n\nDie Maschinenfabrik an der Rheinstrasse stellt 40 Leute ein. Eine Werft aus Norwegen kauft sechs Pumpen.", "CH-NO"},
		{"a province of Austria", "de", "Der Landeshauptmann von Vorarlberg war zufrieden. Norwegen kauft sechs Pumpen aus Bregenz.", "AT-NO"},
		{"a town of Ecuador", "es", "Loja, 4 de mayo\n\nLos caficultores de Loja celebran. Noruega compró este año todo el café del valle.", "EC-NO"},
		{"a town of Senegal", "fr", "À Ziguinchor, les pêcheurs attendent. La Norvège a livré six chambres froides au port.", "NO-SN"},
		{"a firm that says so of itself", "ja", "適時開示\n\n当社は工場の新設を決めました。ノルウェーの造船会社と部品の供給契約を締結しました。", "JP-NO"},
		{"a town of Moldova", "ro", "La Orhei, raionul a reparat școala. Norvegia a donat șase autobuze.", "MD-NO"},
		{"money of Kazakhstan", "ru", "Ремонт школы в Таразе стоил 90 млн тенге. Норвегия купила шесть вагонов.", "KZ-NO"},
		{"a town of Serbia", "sr", "U Kraljevu je popravljena škola. Norveška je poklonila šest autobusa.", "NO-RS"},
		{"what Taiwan calls its offices", "zh", "行政院昨天通過預算。挪威向我方出售六艘渡輪。", "NO-TW"},
		{"what Singapore calls its towns", "zh", "裕廊和淡滨尼的组屋居民都在谈这件事。挪威向我国出售六艘渡轮。", "NO-SG"},
		{"a party named often is not the home", "fr", "Au Ghana, la récolte baisse. Le Ghana vend moins. Le Ghana compte sur ses ports, et le Ghana attend. À Saint-Malo, on hausse les épaules. La Norvège a livré six chambres froides.", "GH-NO"},
	} {
		var got []string
		for _, e := range foundAbroad(t, c.language, c.text) {
			if p := e.Pair.String(); !slices.Contains(got, p) {
				got = append(got, p)
			}
		}
		if !slices.Equal(got, []string{c.want}) {
			t.Errorf("%s: got %v, want %s", c.name, got, c.want)
		}
	}
}
