package tie_test

import "testing"

// TestModality has sentences of what is done, goes on, is planned or only thought of; "" is for what ties nobody.
func TestModality(t *testing.T) {
	_, f := finders(t)
	for want, sentences := range map[string][]string{
		"done": {
			"Peru signed a treaty with Chile.",
			"Peru has signed a treaty with Chile.",
			"Peru dropped plans to buy jets from France.",
			"Peru discussed a planned pipeline with Chile.",
			"Peru refused to sign the proposed treaty with Chile.",
			"Peru's president travels to Chile every spring.",
			"Peru is considered a friend of Chile.",
			"Peru's tariffs on Chilean copper took effect on 1 June.",
			"Peru had to sell its jets to France.",
		},
		"planned": {
			"Peru will sign a treaty with Chile.",
			"Peru is to sign a treaty with Chile.",
			"Peru plans to buy jets from France.",
			"Peru intends to buy jets from France.",
			"Peru aims to buy jets from France.",
			"Peru is set to buy jets from France.",
			"Peru is due to sign a treaty with Chile on Friday.",
			"Peru is about to sign a treaty with Chile.",
			"Peru's ministers are expected to meet their Chilean counterparts next week.",
			"Peru and Chile are expected to sign a treaty in May.",
			"Peru is preparing to send troops to Haiti.",
			"A treaty with Chile is to be signed by Peru in May.",
			"Chile's president will visit Peru in May.",
			"Chile's president travels to Peru on 3 July.",
			"Peru is going to buy jets from France.",
			"Peru is getting ready to buy jets from France.",
			"Peru is preparing a tax on Chilean wine.",
			"Peru's plan to buy jets from France has won approval.",
			"The planned visit of Peru's president to Chile has drawn protests.",
			"The visit of Peru's president to Chile will be the first since 2011.",
			"The minister said Peru would buy jets from France.",
			"A visit by Peru's president to Chile is planned for July.",
			"The sale of Peruvian jets to Chile is expected next month.",
			"Peru's tariffs on Chilean copper take effect on 1 July.",
			"Peru is on the verge of signing a treaty with Chile.",
			"Peru is gearing up to sell jets to France.",
			"A treaty between Peru and Chile is within reach.",
			"The port that Peru will build in Chile costs $3 million.",
		},
		"proposed": {
			"Peru could buy jets from France.",
			"Peru may buy jets from France.",
			"Peru might sign a treaty with Chile.",
			"Peru is considering buying jets from France.",
			"Peru is mulling a tax on Chilean wine.",
			"Peru did not rule out sending troops to Haiti.",
			"Peru's offer to sell jets to France stands.",
			"Peru has proposed selling jets to France.",
			"Peru is thinking of selling jets to France.",
			"Peru is toying with the idea of selling jets to France.",
			"It is possible that Peru sold jets to France.",
			"It is unclear whether Peru sold jets to France.",
			"Perhaps Peru sold jets to France.",
			"A further sale of Peruvian jets to France would need a loan.",
			"A visit to Chile by Peru's president is under discussion.",
			"A visit to Chile by Peru's president is likely.",
			"Peru is interested in buying copper from Chile.",
			"Peru's threatened tariffs on Chilean copper worry traders.",
			"A possible visit by Peru's president to Chile has drawn protests.",
			"The proposed railway from Peru to Chile has drawn protests.",
		},
		"ongoing": {
			"Peru is building a port in Chile.",
			"Peru is supplying Chile with gas.",
			"Peru and Chile are negotiating a treaty.",
			"Peru is negotiating a loan from China.",
			"Chile's president is visiting Peru.",
			"Peru is in talks with Chile on copper.",
			"Peru is in the midst of talks with Chile on copper.",
			"Talks between Peru and Chile continue.",
			"Talks between Peru and Chile are under way.",
		},
		"": {
			"Peru did not sign the treaty with Chile.",
			"Peru denied that it had sold arms to Chile.",
			"Peru has not bought jets from France.",
			"No treaty between Peru and Chile was signed.",
			"Peru is not sending soldiers to Chile.",
			"There is no evidence that Peru sent soldiers to Chile.",
			"The contract between Peru and Chile does not exist.",
			"The contract between Peru and Chile turned out not to exist.",
			"No deal on the sale of Peruvian jets to Chile was reached.",
			"At no time did Peru sell arms to Chile.",
			"In no way did Peru approve the sale of arms to Chile.",
			"The letter in which Peru offers Chile its navy is a forgery.",
			"Peru rejected reports that it had sold arms to Chile.",
			"There was never a treaty between Peru and Chile.",
			"Peru has in no way armed Chile.",
		},
	} {
		for _, s := range sentences {
			got := ""
			if ev := found(t, f, "2025-06-18", s); len(ev) > 0 {
				got = string(ev[0].Modality)
			}
			if got != want {
				t.Errorf("%s\n got %q\nwant %q", s, got, want)
			}
		}
	}
}

// TestModalityAbroad has the same in other languages.
func TestModalityAbroad(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"es", "Perú comprará aviones a Francia.", "planned"},
		{"es", "Perú quería que Francia comprara sus aviones, y Francia los compró.", "done"},
		{"es", "Perú estudia comprar aviones a Francia.", "proposed"},
		{"fr", "Le Pérou achètera des avions à la France.", "planned"},
		{"fr", "Le Pérou envisage d'acheter des avions à la France.", "proposed"},
		{"de", "Peru erwägt, Flugzeuge von Frankreich zu kaufen.", "proposed"},
		{"de", "Peru könnte mehr Wein aus Chile kaufen, falls der Zoll sinkt.", "proposed"},
		{"de", "In Lima wird gefeiert: Peru hat Flugzeuge von Frankreich gekauft.", "done"},
		{"de", "Peru schließt nicht aus, Flugzeuge von Frankreich zu kaufen.", "proposed"},
		{"de", "Peru denkt über den Kauf von Flugzeugen aus Frankreich nach.", "proposed"},
		{"es", "Perú no descarta comprar aviones a Francia.", "proposed"},
		{"es", "Perú está negociando la compra de aviones con Francia.", "ongoing"},
		{"fr", "Le Pérou vendrait des avions à la France.", "proposed"},
		{"ro", "Peru intenționează să cumpere avioane din Franța.", "planned"},
		{"ro", "Peru a dezmințit că ar fi cumpărat avioane din Franța.", ""},
		{"ru", "Перу купит самолеты у Франции.", "planned"},
		{"ru", "Перу отрицает, что купило самолеты у Франции.", ""},
		{"sr", "Peru bi mogao da kupi avione od Francuske.", "proposed"},
		{"sr", "Peru planira da kupi avione od Francuske.", "planned"},
		{"sr", "Peru će kupiti avione od Francuske.", "planned"},
		{"sr", "Peru demantuje da je kupio avione od Francuske.", ""},
		{"ja", "ペルーはフランスから戦闘機の購入を検討している。", "proposed"},
		{"zh", "秘鲁正考虑从法国购买战机。", "proposed"},
	} {
		got := ""
		if ev := foundAbroad(t, c.language, c.text); len(ev) > 0 {
			got = string(ev[0].Modality)
		}
		if got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}
