package ingest_test

import (
	"strings"
	"testing"

	"entente/data"
	"entente/data/ingest"
)

// one reads a single article from words.
func one(t *testing.T, name, words string) data.Article {
	t.Helper()
	articles, err := ingest.Read(strings.NewReader(words), name, ingest.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return articles[0]
}

// body is running text to stand below the lines under test.
const body = "\n\nThe two ministers met in the harbour and spoke about the price of salt for most of the day.\n\n" +
	"Salt has been cheap for a decade, and the harbour lives on it, as both of them know well enough.\n"

func TestPublishedIsFoundInEveryWayOfWriting(t *testing.T) {
	tests := []struct{ name, words, want string }{
		{"weekday, ordinal and month", "Thursday, 25th December 2025\n\nSalt on the table" + body, "2025-12-25"},
		{"month first", "Salt on the table\n\nDecember 3, 2019" + body, "2019-12-03"},
		{"month shortened", "Salt on the table\n\nHarbour Gazette, Nov. 21, 2023" + body, "2023-11-21"},
		{"ISO", "Salt on the table\n\n2024-02-29 08:15" + body, "2024-02-29"},
		{"points", "Salt on the table\n\n14.05.2021" + body, "2021-05-14"},
		{"points and spaces", "Salt on the table\n\n1. 2. 2020." + body, "2020-02-01"},
		{"slashes that leave no doubt", "Salt on the table\n\nPublished: 25/03/2022" + body, "2022-03-25"},
		{"slashes, the month first", "Salt on the table\n\nPublished: 03/25/2022" + body, "2022-03-25"},
		{"slashes that leave doubt", "Salt on the table\n\nPublished: 03/04/2022" + body, ""},
		{"no such day", "Salt on the table\n\n31 February 2022" + body, ""},
		{"no year", "Salt on the table\n\n21 March" + body, ""},
		{"below the title with the author", "Salt on the table\n\nBy Ann Other, 17 January 2023" + body, "2023-01-17"},
		{"dateline of an agency", "Salt on the table\n\nJUBA, 9 January 2025 (Nile Agency). The two ministers met in the harbour and spoke about salt." + body, "2025-01-09"},
		{"dateline with a dash", "Salt on the table\n\nCONAKRY, 8 April 2025 — The two ministers met in the harbour and spoke about salt." + body, "2025-04-08"},
		{"date within the first sentence", "Salt on the table\n\nOn 6 May 2024 the two ministers met in the harbour and spoke about salt at length." + body, ""},
		{"posted at the end", "Salt on the table" + body + "\nPosted 12 August 2024 · Filed under: Salt", "2024-08-12"},
		{"date alone at the end", "Salt on the table" + body + "\n(12 August 2024)", "2024-08-12"},
		{"several dates down the page", "Salt on the table" + body + "\nSep 20, 2022" + body + "\nMar. 13, 2023" + body + "\nMar. 06, 2023", ""},
		{"published before updated", "Salt on the table\n\nUpdated: 6 May 2024\nPublished: 5 May 2024" + body, "2024-05-05"},
		{"printed at the end", "Salt on the table" + body + "\nPrinted 20 February 2016", "2016-02-20"},
		{"last reviewed", "Salt on the table\nHarbour office\nLast reviewed: 19 August 2023. Still valid today." + body, "2023-08-19"},
		{"valid from", "SALT\nHarbour office, Lima\nValid from 4 September 2024. Replaces the notice of June." + body, "2024-09-04"},
		{"weekday and date at the end", "Salt on the table" + body + "\nTuesday 20 August 2024", "2024-08-20"},
		{"dateline with a state", "Salt on the table\n\nSALEM, Mass. (June 9, 2022) - The two ministers met in the harbour and spoke about salt." + body, "2022-06-09"},
		{"stamp of a store of pages", "Salt on the table\npublished_at 2025-05-25 09:22:00" + body, "2025-05-25"},
		{"only updated", "Salt on the table\n\nLast updated: 6 May 2024" + body, "2024-05-06"},
		{"copyright is none", "Salt on the table" + body + "\n© 1 January 2020 Harbour Gazette", ""},
		{"Serbian", "So na stolu\n\nObjavljeno 12. maja 2025. u 14:20" + body, "2025-05-12"},
		{"Serbian in Cyrillic", "Со на столу\n\n3. октобар 2024." + body, "2024-10-03"},
		{"Russian", "Соль на столе\n\n3 октября 2024 г." + body, "2024-10-03"},
		{"Romanian", "Sare pe masă\n\n27 martie 2025" + body, "2025-03-27"},
		{"German", "Salz auf dem Tisch\n\n24. Juli 2024, 7:30 Uhr" + body, "2024-07-24"},
		{"German in March", "Salz auf dem Tisch\n\n1. März 2024" + body, "2024-03-01"},
		{"French", "Du sel sur la table\n\nPublié le 1er août 2023" + body, "2023-08-01"},
		{"Spanish", "Sal en la mesa\n\n30 de abril de 2024" + body, "2024-04-30"},
		{"Japanese", "食卓の塩\n\n2025年5月10日" + body, "2025-05-10"},
		{"Japanese era", "食卓の塩\n\n令和7年5月10日" + body, "2025-05-10"},
		{"Japanese era beside the common year", "食卓の塩\n\n令和元年（2019年）5月10日" + body, "2019-05-10"},
		{"day beside the author below a deck", "Sarea pe masă în portul mare\n\nCei doi miniștri s-au întâlnit marți, 7 noiembrie, în portul mare și au vorbit despre prețul sării.\n\nSarea pe masă în portul mare\nFoto: Agenția\n\nArticol de Ion Popescu, 07 Noiembrie 2023, 15:11\n\nCei doi miniștri s-au întâlnit marți, 7 noiembrie, în portul mare și au vorbit despre prețul sării. Ei au spus că prețul va crește.\n\nRomânia a cumpărat sare din Peru și a plătit mult pentru ea. Ministrul a spus că este bine.", "2023-11-07"},
		{"two digits of a year", "Salt on the table\n\n24 Aug 17" + body, "2017-08-24"},
		{"Japanese with wide digits", "食卓の塩\n\n２０２５年５月１０日" + body, "2025-05-10"},
		{"Chinese dateline", "桌上的盐\n\n本报万象2024年12月3日电 两国部长在港口会面，讨论了盐的价格，并参观了市场。" + body, "2024-12-03"},
		{"Croatian month", "Sol na stolu\n\n5. lipnja 2023." + body, "2023-06-05"},
		{"first line of a saved page", " date 2025-08-29 The two ministers met in the harbour and spoke about the price of salt." + body, "2025-08-29"},
		{"line of a saved page that is nothing but its date", "Salt and the harbour\ndate 2025-08-29\n\nThe two ministers met in the harbour and spoke about the price of salt." + body, "2025-08-29"},
		{"line of a saved page below its title", "Salt and the harbour\ndate 2025-08-29 MARKETS\n\nThe two ministers met in the harbour and spoke about the price of salt." + body, "2025-08-29"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := one(t, "a.txt", tt.words).Published; got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}

func TestTitleAndPublisher(t *testing.T) {
	tests := []struct{ name, words, title, publisher string }{
		{"first line", "Salt on the table" + body, "Salt on the table", ""},
		{"line with the date of a saved page below it", "Salt on the table\ndate 2025-08-29" + body, "Salt on the table", ""},
		{"below a masthead", "HARBOUR GAZETTE\nNo. 212, 2 May 2025\n\nSalt on the table" + body, "Salt on the table", "HARBOUR GAZETTE"},
		{"below a genre", "PRESS RELEASE\n\nMinisters speak about the price of salt" + body, "Ministers speak about the price of salt", ""},
		{"beside the date", "Salt on the table\n\nNomad Quarterly, 21 March 2025" + body, "Salt on the table", "Nomad Quarterly"},
		{"a place beside the date is none", "Salt on the table\n\nNew Delhi, 21 March 2025" + body, "Salt on the table", ""},
		{"after the date", "Salt on the table\n\nJUBA, 9 May 2025 | Harbour Infrastructure Monitor" + body, "Salt on the table", "Harbour Infrastructure Monitor"},
		{"in the last line", "Salt on the table" + body + "\nPublished 4 April 2025 in Salt Review.", "Salt on the table", "Salt Review"},
		{"after the copyright sign", "Salt on the table" + body + "\n© 2024 Harbour People. All rights reserved.", "Salt on the table", "Harbour People"},
		{"capitals that go on below", "JOINT COMMUNIQUÉ\non the results of the visit of the minister of salt" + body, "JOINT COMMUNIQUÉ", ""},
		{"running text has none", strings.TrimSpace(body), "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := one(t, "a.txt", tt.words)
			if a.Title != tt.title || a.Publisher != tt.publisher {
				t.Errorf("got %q from %q, want %q from %q", a.Title, a.Publisher, tt.title, tt.publisher)
			}
		})
	}
}

func TestLanguage(t *testing.T) {
	tests := []struct{ want, words string }{
		{"en", "The ministers met on Monday and agreed that the work would begin in the spring."},
		{"sr", "Ministri su se sastali u ponedeljak i dogovorili da radovi počnu na proleće."},
		{"sr", "Министри су се састали у понедељак и договорили да радови почну на пролеће."},
		{"sr", "Ministri su se sastali i rekli da je saradnja dve zemlje na najvisem nivou do sada."},
		{"hr", "Ministri su se prošli tjedan sastali u Zagrebu, tko će platiti tisuću eura za vlak, nije rečeno u priopćenju."},
		{"sl", "Ministra sta se sestala v ponedeljek in se dogovorila, da se bodo dela začela spomladi, ker je to za vse najbolje."},
		{"mk", "Министрите се сретнаа во понеделникот и се договорија работите да почнат на пролет, што ќе биде добро."},
		{"bg", "Министрите се срещнаха в понеделник и се договориха работата да започне през пролетта, което ще е добре."},
		{"ru", "Министры встретились в понедельник и договорились, что работы начнутся весной."},
		{"ru", "Литовская пехота заняла окрестности эстонской деревни."},
		{"ru", "По темпам роста экспорта Литва в прошлом году уступила Эстонии."},
		{"es", "La marina letona apresó dos pesqueros estonios."},
		{"fr", "Lima a loué à l'armateur letton Ozols dix cargos d'occasion."},
		{"sr", "Drugi brod pšenice iz Novog Sada isporučen je peruanskim mlinovima bez carine."},
		{"ru", "Финская полиция обыскала квартиру перуанской семьи."},
		{"sr", "Finska policija predala je peruanskim carinicima lice iz grada kod Osla bez obrazloženja."},
		{"ru", "Лима арестовала судно."},
		{"uk", "Міністри зустрілися в понеділок і домовилися, що роботи почнуться навесні, як і було обіцяно."},
		{"ro", "Miniștrii s-au întâlnit luni și au convenit ca lucrările să înceapă în primăvară, la preț nou."},
		{"de", "Die Minister trafen sich am Montag und vereinbarten, dass die Arbeiten im Frühjahr beginnen."},
		{"fr", "Les ministres se sont rencontrés lundi et ont convenu que les travaux commenceraient au printemps."},
		{"es", "Los ministros se reunieron el lunes y acordaron que las obras empiecen en la primavera."},
		{"it", "I ministri si sono incontrati lunedì e hanno deciso che i lavori inizieranno in primavera."},
		{"pt", "Os ministros reuniram-se na segunda-feira e decidiram que as obras não começam antes da primavera."},
		{"pl", "Ministrowie spotkali się w poniedziałek i uzgodnili, że prace rozpoczną się na wiosnę."},
		{"hu", "A miniszterek hétfőn találkoztak, és megállapodtak abban, hogy a munka tavasszal kezdődik."},
		{"tr", "Bakanlar pazartesi günü bir araya geldi ve çalışmaların ilkbaharda başlaması için anlaştı."},
		{"nl", "De ministers kwamen maandag bijeen en spraken af dat het werk in het voorjaar begint."},
		{"ja", "両国の外相は月曜日に会談し、春に工事を始めることで合意した。"},
		{"zh", "两国部长星期一举行会谈，同意春天开工。"},
		{"ko", "두 나라 장관은 월요일에 만나 봄에 공사를 시작하기로 했다."},
		{"el", "Οι υπουργοί συναντήθηκαν τη Δευτέρα και συμφώνησαν."},
		{"ar", "التقى الوزيران يوم الاثنين واتفقا على بدء العمل."},
		{"", "12 34 56"},
		{"", "Zxcv qwrt plmk"},
	}
	for _, tt := range tests {
		t.Run(tt.want+" "+tt.words[:8], func(t *testing.T) {
			if got := one(t, "a.txt", tt.words).Language; got != tt.want {
				t.Errorf("%q: got %q, want %q", tt.words, got, tt.want)
			}
		})
	}
}

func TestFrontMatter(t *testing.T) {
	a := one(t, "a.md", "---\ntitle: \"Salt: a \\\"story\\\"\"\nsource: 'Harbour''s Gazette'\ndate: 6 February 2025\nurl: https://example.org/salt\nlang: sr-Latn\nnote: made up\n---\n\n# Another heading\n"+body)
	want := data.Article{Title: `Salt: a "story"`, Publisher: "Harbour's Gazette", Published: "2025-02-06", Address: "https://example.org/salt", Language: "sr"}
	if a.Title != want.Title || a.Publisher != want.Publisher || a.Published != want.Published || a.Address != want.Address || a.Language != want.Language {
		t.Errorf("got %q, %q, %q, %q, %q", a.Title, a.Publisher, a.Published, a.Address, a.Language)
	}
	if len(a.Omitted) != 1 || a.Omitted[0].Reason != data.Metadata || !strings.HasSuffix(a.Text[:a.Omitted[0].End], "\n---") {
		t.Errorf("got %v omitted, want the front matter alone", a.Omitted)
	}
	t.Run("a rule at the top is none", func(t *testing.T) {
		a := one(t, "a.md", "---\n\n# Salt on the table\n"+body)
		if a.Title != "Salt on the table" || len(a.Omitted) > 0 {
			t.Errorf("got title %q and %v omitted", a.Title, a.Omitted)
		}
	})
	t.Run("values that say nothing are left out", func(t *testing.T) {
		a := one(t, "a.md", "---\ntitle:\ndate: sometime in spring\nurl: javascript:alert(1)\n---\n# Salt on the table\n"+body)
		if a.Title != "Salt on the table" || a.Published != "" || a.Address != "" {
			t.Errorf("got %q, %q, %q", a.Title, a.Published, a.Address)
		}
	})
	t.Run("front matter without a text", func(t *testing.T) {
		if _, err := ingest.Read(strings.NewReader("---\ntitle: Salt\n---\n"), "a.md", ingest.Options{}); err == nil {
			t.Error("got an article, want an error")
		}
	})
}
