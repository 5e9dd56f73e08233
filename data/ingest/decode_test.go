package ingest_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"entente/data"
	"entente/data/ingest"
)

// Texts in each language, short on purpose: an encoding must be told from a paragraph.
const (
	serbianLatin    = "Ministarka spoljnih poslova razgovarala je juče u Beču o saradnji dveju zemalja. Đaci iz Čačka i Šapca žele više časova njemačkog jezika.\n"
	serbianCyrillic = "Министарка је јуче у Бечу разговарала о сарадњи двеју земаља. Ђаци из Љига и Њујорка желе више часова.\n"
	russian         = "Министр энергетики заявил, что переговоры о ценах на газ продолжатся в четверг. Ёлки из Вологды уже в пути.\n"
	french          = "Le ministre a été reçu à l’Élysée où il a évoqué la coopération énergétique ; « c’est un bon début », a-t-il déclaré.\n"
	german          = "Die Außenminister sprachen über das Abkommen, das für beide Länder größere Märkte öffnet.\n"
	spanish         = "La ministra señaló que el año próximo habrá más intercambio. ¿Y los aranceles? Según ella, bajarán.\n"
	romanian        = "Miniștrii au discutat în această săptămână despre construcția podului peste Dunăre și despre vamă.\n"
	polish          = "Rząd ogłosił, że współpraca z sąsiadami będzie rosła, a granicę można przejść łatwiej.\n"
	czech           = "Vláda řekla, že spolupráce se sousedy poroste a příští rok se otevře nový přechod.\n"
	turkish         = "Bakanlar dün görüştü; iki ülke arasındaki ticaretin artırılması için anlaşma imzalandığı açıklandı.\n"
	japaneseText    = "両国の外相は東京で会談し、経済協力を進めることで一致した。日本は来年、港の整備を支援する。\n"
	chineseText     = "两国外长在北京举行会谈，同意加强经济合作。中国明年将支持港口建设，这是双方的共识。\n"
	koreanText      = "두 나라 외교장관은 서울에서 만나 경제 협력을 강화하기로 했다. 내년에는 항구 건설을 지원한다.\n"
)

func TestReadFindsTheEncoding(t *testing.T) {
	tests := []struct {
		name string
		enc  encoding.Encoding
		text string
	}{
		{"UTF-8", unicode.UTF8, serbianLatin},
		{"UTF-8 with byte order mark", unicode.UTF8BOM, serbianCyrillic},
		{"UTF-16 little-endian with mark", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), serbianLatin},
		{"UTF-16 big-endian with mark", unicode.UTF16(unicode.BigEndian, unicode.UseBOM), serbianCyrillic},
		{"UTF-16 little-endian without mark, Latin", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), french},
		{"UTF-16 big-endian without mark, Latin", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), french},
		{"UTF-16 little-endian without mark, Cyrillic", unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), russian},
		{"UTF-16 big-endian without mark, Cyrillic", unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), serbianCyrillic},
		{"Serbian Latin in windows-1250", charmap.Windows1250, serbianLatin},
		{"Serbian Latin in ISO-8859-2", charmap.ISO8859_2, serbianLatin},
		{"Serbian Cyrillic in windows-1251", charmap.Windows1251, serbianCyrillic},
		{"Russian in windows-1251", charmap.Windows1251, russian},
		{"Russian in KOI8-R", charmap.KOI8R, russian},
		{"French in windows-1252", charmap.Windows1252, french},
		{"German in windows-1252", charmap.Windows1252, german},
		{"Spanish in windows-1252", charmap.Windows1252, spanish},
		{"Romanian in windows-1250", charmap.Windows1250, strings.NewReplacer("ș", "ş", "ț", "ţ").Replace(romanian)},
		{"Polish in windows-1250", charmap.Windows1250, polish},
		{"Polish in ISO-8859-2", charmap.ISO8859_2, polish},
		{"Czech in windows-1250", charmap.Windows1250, czech},
		{"Turkish in windows-1254", charmap.Windows1254, turkish},
		{"Japanese in Shift_JIS", japanese.ShiftJIS, japaneseText},
		{"Japanese in EUC-JP", japanese.EUCJP, japaneseText},
		{"Japanese in ISO-2022-JP", japanese.ISO2022JP, japaneseText},
		{"Chinese in GB18030", simplifiedchinese.GB18030, chineseText},
		{"Korean in EUC-KR", korean.EUCKR, koreanText},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			raw, err := tt.enc.NewEncoder().String(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			articles, err := ingest.Read(strings.NewReader(raw), "a.txt", ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got, want := strings.TrimSpace(articles[0].Text), strings.TrimSpace(tt.text); got != want {
				t.Errorf("got  %q\nwant %q", got, want)
			}
		})
	}
}

func TestReadTellsLanguagesApartInOldEncodings(t *testing.T) {
	for want, tt := range map[string]struct {
		enc  encoding.Encoding
		text string
	}{
		"sr": {charmap.Windows1250, serbianLatin}, "ru": {charmap.Windows1251, russian}, "fr": {charmap.Windows1252, french},
		"ja": {japanese.ShiftJIS, japaneseText}, "zh": {simplifiedchinese.GB18030, chineseText},
	} {
		raw, err := tt.enc.NewEncoder().String(tt.text)
		if err != nil {
			t.Fatal(err)
		}
		articles, err := ingest.Read(strings.NewReader(raw), "a.txt", ingest.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if got := articles[0].Language; got != want {
			t.Errorf("language of %q: got %q, want %q", tt.text, got, want)
		}
	}
}

func TestReadRefusesWhatIsNoText(t *testing.T) {
	tests := []struct {
		name, file, content, reason string
	}{
		{"nothing at all", "a.txt", "", "holds no text"},
		{"only white space", "a.txt", " \n\t\r\n", "holds no text"},
		{"only a byte order mark", "a.txt", "\xef\xbb\xbf", "holds no text"},
		{"a byte order mark of UTF-16 alone", "a.txt", "\xff\xfe", "holds no text"},
		{"a PDF with the name of a text", "a.txt", "%PDF-1.7\n%\xe2\xe3", "damaged"},
		{"a picture", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "picture"},
		{"an archive", "a", "PK\x03\x04\x14\x00", "damaged"},
		{"a database", "a", "SQLite format 3\x00\x10\x00", "database"},
		{"zeros", "a.txt", strings.Repeat("\x00", 500), "not a text"},
		{"random bytes", "a.txt", strings.Repeat("\x01\x02\x00\x93\x1c\x05\x81\x06", 90), "not a text"},
		{"controls without zeros", "a.txt", strings.Repeat("\x01\x02\x03x", 90), "not a text"},
		{"another extension", "a.bin", strings.Repeat("\x00\x01", 90), "cannot be read"},
		{"a page of tags only", "a.html", "<html><body><script>x()</script></body></html>", "holds no text"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			_, err := ingest.Read(strings.NewReader(tt.content), tt.file, ingest.Options{})
			var bad *data.InputError
			if !errors.As(err, &bad) {
				t.Fatalf("got %v, want a *data.InputError", err)
			}
			if bad.Path != tt.file || !strings.Contains(bad.Reason, tt.reason) {
				t.Errorf("got %q, want the path and a reason with %q", bad, tt.reason)
			}
		})
	}
}

func TestReadRepairsWhatItCan(t *testing.T) {
	tests := []struct{ name, raw, want string }{
		{"a letter cut off at the end", strings.Repeat("Đačka štampa ćuti. ", 9) + "č"[:1], "Đačka štampa ćuti."},
		{"bare carriage returns", "One line.\rAnother line.\r", "One line.\nAnother line.\n"},
		{"letters with loose accents", "Vuc\u030cic\u0301 spoke.", "Vučić spoke."},
		{"a space that keeps words together, the only sign of Latin-1", "Write to the editor at\xa0once.", "Write to the editor at\u00a0once."},
		{"half a pair of UTF-16 in UTF-8", "Peru’s envoy \xed\xa0\xbd\xed\xb8\x80 smiled.", "Peru’s envoy \uFFFD smiled."},
		{"zeros after a crash", "Peru met Chile.\n" + strings.Repeat("\x00", 4000), "Peru met Chile."},
		{"a stray zero", strings.Repeat("Peru met Chile. ", 9) + "\x00Cuba did not.", strings.Repeat("Peru met Chile. ", 9) + "Cuba did not."},
		{"a text that speaks of PKs and IDs", "ID3 is what the office calls it.", "ID3 is what"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			articles, err := ingest.Read(strings.NewReader(tt.raw), "a.txt", ingest.Options{})
			if err != nil {
				t.Fatal(err)
			}
			if got := articles[0].Text; !strings.HasPrefix(got, tt.want) {
				t.Errorf("got %q, want it to begin with %q", got, tt.want)
			}
		})
	}
}
