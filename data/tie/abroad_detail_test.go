package tie_test

import (
	"slices"
	"testing"

	"entente/data"
	"entente/data/text"
)

// foundAbroad gives the evidence in a text of a language, published on Wednesday 18 June 2025.
func foundAbroad(t *testing.T, language, s string) []data.Evidence {
	t.Helper()
	m, f := finders(t)
	a := &data.Article{Text: text.Normalise(s), Language: language, Published: "2025-06-18"}
	d := text.Parse(a)
	return f.Find(a, d, m.Find(a, d))
}

func TestTimesInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"de", "Peru und Chile haben am 3. Mai ein Abkommen unterzeichnet.", "2025-05-03"},
		{"zh", "秘鲁和智利二〇二三年三月廿七日签署协议。", "2023-03-27"},
		{"zh", "秘鲁和智利在一九九八年签署协议。", "1998"},
		{"zh", "秘鲁和智利两年前签署协议。", "2023"},
		{"ja", "ペルーとチリは昨秋、協定に署名した。", "2024"},
		{"de", "Peru und Chile haben im vergangenen Herbst ein Abkommen unterzeichnet.", "2024"},
		{"sr", "Peru i Čile potpisali su sporazum početkom godine.", "2025"},
		{"ru", "Перу и Чили подписали соглашение прошлой осенью.", "2024"},
		{"ja", "ペルーとチリは五月二十六日、協定に署名した。", "2025-05-26"},
		{"zh", "秘鲁和智利三日内签署协议。", ""},
		{"de", "Peru und Chile haben vor einem Jahr ein Abkommen unterzeichnet.", "2024"},
		{"de", "Peru und Chile haben am vergangenen Dienstag ein Abkommen unterzeichnet.", "2025-06-17"},
		{"fr", "Le Pérou et le Chili ont signé un accord le 1er mars.", "2025-03-01"},
		{"fr", "Le Pérou et le Chili ont signé un accord il y a un an.", "2024"},
		{"fr", "Le Pérou et le Chili ont signé un accord en juillet dernier.", "2024-07"},
		{"es", "Perú y Chile firmaron un acuerdo el pasado 19 de agosto.", "2024-08-19"},
		{"es", "Perú y Chile firmaron un acuerdo hace un mes.", "2025-05"},
		{"ro", "Peru și Chile au semnat un acord în urmă cu doi ani.", "2023"},
		{"ro", "Peru și Chile au semnat un acord săptămâna trecută.", "2025-06"},
		{"ru", "Перу и Чили подписали соглашение год назад.", "2024"},
		{"ru", "Перу и Чили подписали соглашение в минувший четверг.", "2025-06-12"},
		{"sr", "Peru i Čile potpisali su sporazum pre mesec dana.", "2025-05"},
		{"sr", "Перу и Чиле потписали су споразум јуче.", "2025-06-17"},
		{"ro", "Peru și Chile au semnat mai multe acorduri.", ""},
		{"ro", "Peru și Chile au semnat un acord pe 3 mai.", "2025-05-03"},
		{"ro", "Peru și Chile au semnat un acord pe 2 oct. 2024.", "2024-10-02"},
		{"es", "Ghana votó el 3 de marzo. Al día siguiente, Perú y Chile firmaron un acuerdo.", "2025-03-04"},
		{"de", "Peru und Chile haben Ende 2018 ein Abkommen unterzeichnet.", "2018"},
		{"ru", "Перу и Чили подписали соглашение в конце 1991 г. в Лиме.", "1991"},
		{"ru", "Перу и Чили подпишут соглашение 23 июля в Лиме.", "2025-07-23"},
		{"hr", "Peru i Čile potpisali su sporazum 5. svibnja.", "2025-05-05"},
		{"ja", "ペルーとチリは4日間、協定について協議した。", ""},
		{"ja", "ガーナは3日に加わった。翌日、ペルーとチリは協定に署名した。", "2025-06-04"},
		{"ja", "ガーナは3日に加わった。同日、ペルーとチリは協定に署名した。", "2025-06-03"},
		{"zh", "5月4日，加纳正式加入。秘鲁和智利当天签署协议。", "2025-05-04"},
		{"es", "Ghana votó el 3 de marzo. El mismo día, Perú y Chile firmaron un acuerdo.", "2025-03-03"},
		{"ru", "Гана проголосовала 3 марта. В тот же день Перу и Чили подписали соглашение.", "2025-03-03"},
		{"sr", "Gana je glasala 3. marta. Istog dana Peru i Čile potpisali su sporazum.", "2025-03-03"},
		{"ja", "ペルーとチリは令和6年5月20日、協定に署名した。", "2024-05-20"},
		{"ja", "ペルーとチリは平成30年、協定に署名した。", "2018"},
		{"ja", "ペルーとチリは昭和63年4月、協定に署名した。", "1988-04"},
		{"ja", "ペルーとチリは昨年11月、協定に署名した。", "2024-11"},
		{"ja", "ペルーとチリは12日、協定に署名した。", "2025-06-12"},
		{"zh", "新华社利马6月12日电 秘鲁和智利上月签署协议。", "2025-05"},
		{"zh", "新华社利马6月12日电 秘鲁外长说，秘鲁和智利签署了协议。", ""},
		{"zh", "秘鲁和智利上月签署协议。", "2025-05"},
		{"zh", "秘鲁和智利去年10月30日签署协议。", "2024-10-30"},
		{"zh", "秘鲁和智利10日签署协议。", "2025-06-10"},
	} {
		if ev := foundAbroad(t, c.language, c.text); len(ev) == 0 {
			t.Errorf("%s: no tie", c.text)
		} else if ev[0].When != c.want {
			t.Errorf("%s: got %q, want %q", c.text, ev[0].When, c.want)
		}
	}
}

// TestNumbersThatAreNoFiguresAbroad has numbers of the calendar and of names, in an article whose day is not known.
func TestNumbersThatAreNoFiguresAbroad(t *testing.T) {
	m, f := finders(t)
	for _, c := range []struct{ language, text string }{
		{"es", "Perú y Chile firmaron un acuerdo el 4 de junio."},
		{"ro", "Peru și Chile au semnat un acord pe 7 noiembrie."},
		{"ro", "Peru a vândut statului Chile avioane F-16 modernizate."},
		{"ru", "Перу и Чили подписали соглашение 24 августа."},
		{"ru", "Перу и Чили подписали соглашение после 35 лет споров."},
		{"fr", "Le Pérou et le Chili ont signé un accord de 18 mois."},
		{"sr", "Peru i Čile potpisali su sporazum posle 15 godina spora."},
		{"ja", "ペルーとチリは12月11日、協定に署名した。"},
		{"ja", "ペルーとチリは数十人の漁師について協定に署名した。"},
		{"zh", "秘鲁和智利9月签署了协议。"},
		{"zh", "秘鲁和智利签署了第3次协议。"},
		{"zh", "秘鲁与一家智利公司签署了协议。"},
	} {
		a := &data.Article{Text: text.Normalise(c.text), Language: c.language}
		d := text.Parse(a)
		ev := f.Find(a, d, m.Find(a, d))
		if len(ev) == 0 {
			t.Errorf("%s: no tie", c.text)
		}
		for _, e := range ev {
			if len(e.Figures) > 0 {
				t.Errorf("%s: got %+v, want no figures", c.text, e.Figures)
			}
		}
	}
}

func TestFiguresInOtherLanguages(t *testing.T) {
	for _, c := range []struct {
		language, text string
		value          float64
		unit           string
	}{
		{"de", "Peru hat für 1,1 Mrd. Euro Gas aus Chile gekauft.", 1.1e9, "EUR"},
		{"de", "Peru zahlt Chile 64 Millionen Franken.", 64e6, "CHF"},
		{"fr", "Le Pérou a acheté au Chili 150 000 tonnes de blé.", 150000, "t"},
		{"fr", "Le Pérou et le Chili ont signé un contrat de 1,7 Md€.", 1.7e9, "EUR"},
		{"es", "Perú vendió a Chile 3 mil 400 millones de dólares de gas.", 3.4e9, "USD"},
		{"es", "Perú vendió a Chile un millón 200 mil toneladas de trigo.", 1.2e6, "t"},
		{"ro", "Peru a împrumutat statului Chile 24 mil. euro.", 24e6, "EUR"},
		{"ro", "Peru cumpără din Chile gaz de 920 de milioane de dolari.", 920e6, "USD"},
		{"ru", "Перу отгрузило в Чили 6,1 млн т пшеницы.", 6.1e6, "t"},
		{"ru", "Перу продало Индии нефти на 3,2 трлн рублей.", 3.2e12, "RUB"},
		{"sr", "Peru je Čileu poklonio opremu vrednu 40.000 evra.", 40000, "EUR"},
		{"sr", "Перу и Чиле потписали су уговор од 1,2 млрд. евра.", 1.2e9, "EUR"},
		{"ja", "日本はチリに8億5000万ドルを投資する。", 8.5e8, "USD"},
		{"ja", "日本はチリに三百二十五人の医師を派遣した。", 325, "people"},
		{"zh", "中国向智利提供二十五亿美元贷款。", 2.5e9, "USD"},
		{"zh", "中國向智利提供廿五億美元貸款。", 2.5e9, "USD"},
		{"zh", "中国向智利运去三百〇五吨大米。", 305, "t"},
		{"ja", "日本はチリに1兆5千億円を投資する。", 1.5e12, "JPY"},
		{"ja", "日本はチリから銅の7割を輸入している。", 70, "%"},
		{"zh", "日本将向秘鲁提供六艘巡逻舰。", 6, "ships"},
		{"zh", "秘鲁向智利出口大米1万吨。", 10000, "t"},
		{"zh", "秘鲁向智利租用4000多英亩土地。", 4000, "acres"},
		{"ja", "日本はチリに5.58十億ドルを投資する。", 5.58e9, "USD"},
		{"hr", "Peru je Čileu prodao 54,5 posto svoje pšenice.", 54.5, "%"},
		{"hr", "Peru je Čileu poklonio opremu vrijednu 40 tisuća eura.", 40000, "EUR"},
		{"ro", "Peru a emis 98.000 de avize pentru chilieni, iar 30.000 au fost plătite.", 30000, "avize"},
		{"sr", "Peru je Čileu poklonio opremu za 50.000 zaposlenih.", 50000, "people"},
		{"de", "Peru hat Chile 20 bis 30 Millionen Euro geliehen.", 20e6, "EUR"},
		{"ro", "Peru a vândut statului Chile între 20 și 30 de avioane.", 20, "avioane"},
		{"es", "Perú vendió a Chile 112 tractores usados.", 112, "tractores"},
		{"ru", "Перу выслало 60 чилийских дипломатов.", 60, "дипломатов"},
	} {
		ok := slices.ContainsFunc(foundAbroad(t, c.language, c.text), func(e data.Evidence) bool {
			return slices.ContainsFunc(e.Figures, func(f data.Figure) bool { return f.Value == c.value && f.Unit == c.unit })
		})
		if !ok {
			t.Errorf("%s: no figure %g %s", c.text, c.value, c.unit)
		}
	}
}

// TestManyPartiesSideBySideAreAList: 日米韓 is one thing, eight names in a row are a list without its commas.
func TestManyPartiesSideBySideAreAList(t *testing.T) {
	const row = "日米韓中露英仏独"
	for s, want := range map[string]int{"日米韓協定": 3, row + "協定": 0} {
		if got := len(foundAbroad(t, "ja", s)); got != want {
			t.Errorf("%s: got %d passages, want %d", s, got, want)
		}
	}
}
