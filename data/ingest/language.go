package ingest

import (
	"slices"
	"strings"
	"sync"
	"unicode"

	"entente/data/text"
)

// sampleBytes is how much of a text is read to tell its language. More changes no answer.
const sampleBytes = 4 << 10

// functionWords lists, for each language in Latin letters, short words that no text in it can do without, folded.
var functionWords = map[string]string{
	"en": "s the of and to in a is that for on was with as by at from his be has are it not which were this have had an will their but or been who its they she he we you said would can more than after about into against since before over while during between",
	"sr": "je i u na se da su za od koji koja koje koju sa iz ne bi sto kao ali ili do po ce bio bila nije samo jos kako posle pre ovo ova oni njegov izmedju tokom kada nakon biti sve gde izjavio rekao zemlje godine godina vlada svoje dok o a bez kod pred protiv prema zbog dva dve tri prvi prva prvo jedan jedna",
	"hr": "tko sto tjedan tjedna tisuca tisuce sijecnja veljace ozujka travnja svibnja lipnja srpnja kolovoza rujna listopada studenoga studenog prosinca europska europske europsku europi uvjet uvjeti sveuciliste priopcenju priopcio kazao kazala izvijestila glede vlak nogomet opcenito suradnja suradnje suradnju",
	"sl": "in je na za se ki da so pri tudi ali kot po iz od bo pa ne bi so bil bila bili med ker kar smo ter vec leta letu svoje niso tem zaradi",
	"cs": "se na je ze v s z do i pro by a k o to jako po za byl byla bylo jsou jeho ktery ktera ktere ale nebo podle jen uz jak pri mezi roku let",
	"sk": "sa na je ze v s z do aj pre by a k o to ako po za bol bola bolo su jeho ktory ktora ktore ale alebo podla len uz pri medzi roku rokov nie",
	"pl": "w i z na do nie sie jest to ze o jak za po od dla przez co ale czy lub oraz ktory ktora ktore jego jej byl byla roku lat tym tego przed miedzy bedzie",
	"ro": "si de la in a cu din pe pentru care nu ca este o un sa mai ale al au fost dar prin sau intre dupa lui sunt sub fi cele cel cea acest aceasta ani spune catre",
	"de": "der die und das in den von zu mit sich des auf fur ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch",
	"fr": "de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec aux son cette ont mais comme ou si leur etait elle ses nous deux entre apres sans l d c j n s qu",
	"es": "de la que el en y a los del se las por un para con no una su al lo como mas pero sus le ya o este fue ha porque esta son entre cuando muy sin sobre tambien hasta hay donde desde segun anos dos tres",
	"it": "di e il la che in a per un del le si con i non una da della dei sono al ha nel alla anche delle come piu gli ma dal lo degli tra nella suo stato essere dopo dalla",
	"pt": "de a o que e do da em um para com nao uma os no se na por mais as dos como mas ao ele das seu sua ou quando muito nos ja eu tambem pelo pela ate foi entre depois sao",
	"nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar bij uit nog naar door over hij ze tot wordt werd heeft hebben jaar deze geen",
	"sv": "och att det som en pa ar av for den med till inte om har de ett han men var jag sig fran vi kan nar nu efter skulle under ska",
	"da": "og at det som en pa er af for den med til ikke om har de et han men var jeg sig fra vi kan nar nu efter skulle under skal blev",
	"no": "og at det som en pa er av for den med til ikke om har de et han men var jeg seg fra vi kan nar na etter skulle under skal ble",
	"fi": "ja on ei se etta han oli mutta kun ovat myos tai joka olla niin kuin vain jos sen ole mukaan hanen vuoden",
	"hu": "a az es hogy nem is egy meg van ez csak de mar volt ki el ha vagy mint magyar szerint azt lesz pedig nagy ezt kell",
	"tr": "ve bir bu icin ile da de olarak cok daha olan gibi kadar sonra en ise ne ama o veya arasinda olduğu dedi turkiye tarafindan yil",
	"sq": "dhe te ne e i nje per me qe nga se si do ka eshte kane jane kjo ky por edhe u tek mes pas duke shqiperi",
	"vi": "va cua la co cac cho trong duoc voi mot nhung khi da khong nguoi tai ve nam tu den",
	"id": "yang dan di dari untuk dengan pada ini dalam itu akan tidak adalah juga ke oleh tersebut mereka telah sebagai tahun",
	"sw": "ya na wa kwa ni katika za la kuwa hii hiyo alisema pia cha vya huo watu baada",
}

// cyrillicWords does for languages in Cyrillic what functionWords does for Latin letters.
var cyrillicWords = map[string]string{
	"sr": "је и у на се да су за од који која које са из не би што као али или до по ће био није само још како после пре између о а док због према против без",
	"ru": "и в не на что с по как это он из за к но от для о его а так же было бы все был она они года или до при между чтобы также который уже еще об со во ко под над без через перед после лишь свои своей своего году лет две три против среди",
	"bg": "на и в се за от да е са с по не че като до със ще при след през към но или които който която този между беше са",
	"mk": "на и во се за од да е со ќе не што по како до при по меѓу која кој кои беше тоа ова ги го им има исто",
	"uk": "і в на що не з у та до за про це як від для є його але або при був після між які який також",
	"be": "і ў на што не з у да за пра гэта як ад для яго але або быў пасля паміж які таксама",
}

// lettersOf are letters, folded or not, that set Cyrillic languages apart.
var lettersOf = map[string]string{"sr": "ђјљњћџ", "mk": "ѓќѕјљњџ", "uk": "іїєґ", "ru": "ыэё", "bg": "ъ", "be": "ўі"}

// softLetters are letters that Serbian and Macedonian lack, and softWeight is what each of them speaks for the languages that have
// it: a short Russian sentence may have no letter of its own.
const softLetters = "яюьй"

var softWeight = map[string]float64{"ru": 0.35, "uk": 0.3, "be": 0.3, "bg": 0.25}

// russianEndings end Russian words, and hardly any of other languages in Cyrillic that have no letter of their own in it.
var russianEndings = [...]string{"ая", "ого", "ой", "ому", "ость", "ую", "ться", "ется"}

// scripts gives the language of texts in scripts that, here, stand for one language.
var scripts = []struct {
	table *unicode.RangeTable
	code  string
}{
	{unicode.Hangul, "ko"}, {unicode.Greek, "el"}, {unicode.Arabic, "ar"}, {unicode.Hebrew, "he"}, {unicode.Thai, "th"},
	{unicode.Devanagari, "hi"}, {unicode.Georgian, "ka"}, {unicode.Armenian, "hy"},
}

// wordTable gives the languages that use a word.
type wordTable map[string][]string

var latinTable = sync.OnceValue(func() wordTable { return tableOf(functionWords) })
var cyrillicTable = sync.OnceValue(func() wordTable { return tableOf(cyrillicWords) })

func tableOf(lists map[string]string) wordTable {
	t := wordTable{}
	for code, list := range lists {
		seen := map[string]bool{}
		for _, w := range strings.Fields(list) {
			if w = text.Fold(w); !seen[w] {
				seen[w] = true
				t[w] = append(t[w], code)
			}
		}
	}
	return t
}

// languageOf tells the language of s, ISO 639-1, or "" when it cannot be told. Serbian is "sr" in both scripts.
func languageOf(s string) string {
	s = sample(s)
	var latin, cyrillic, han, kana int
	other := make([]int, len(scripts))
	for _, r := range s {
		switch {
		case r < 0x250:
			if unicode.IsLetter(r) {
				latin++
			}
		case r >= 0x400 && r < 0x530:
			cyrillic++
		case r >= 0x3040 && r <= 0x30ff:
			kana++
		case isEastern(r):
			han++
		default:
			for i := range scripts {
				if unicode.Is(scripts[i].table, r) {
					other[i]++
				}
			}
		}
	}
	east := 3 * (han + kana) // a sign is worth about three letters
	for i, n := range other {
		if n > latin && n > cyrillic && n > east {
			return scripts[i].code
		}
	}
	switch {
	case east > latin && east > cyrillic && kana*20 > han+kana:
		return "ja"
	case east > latin && east > cyrillic:
		return "zh"
	case cyrillic > latin:
		return cyrillicLanguage(s)
	}
	return latinLanguage(s)
}

// sample cuts a piece from the front of s on a rune edge.
func sample(s string) string {
	if len(s) <= sampleBytes {
		return s
	}
	return strings.ToValidUTF8(s[:sampleBytes], "")
}

// tally counts function words of each language. Words that few languages share count more.
func tally(s string, table wordTable) (scores map[string]float64, words int) {
	scores = map[string]float64{}
	for w := range strings.FieldsFuncSeq(text.Fold(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsMark(r) }) {
		words++
		codes := table[w]
		for _, code := range codes {
			scores[code] += 0.5 + 1/float64(len(codes))
		}
	}
	return scores, words
}

func latinLanguage(s string) string {
	scores, words := tally(s, latinTable())
	croatian := scores["hr"]
	delete(scores, "hr")
	for i, r := range diacritics {
		for _, code := range r.codes {
			scores[code] += 1.2 * float64(strings.Count(s, diacritics[i].letter))
		}
	}
	for _, r := range s {
		switch r {
		case 'á', 'í', 'ó', 'ú':
			scores["es"] += 0.6
			scores["pt"] += 0.5
			scores["hu"] += 0.5
		case 'é':
			scores["fr"] += 0.6
		case 'â', 'î':
			scores["ro"] += 0.5
			scores["fr"] += 0.6
			scores["pt"] += 0.3
		case 'ü', 'ö':
			scores["de"] += 0.6
			scores["tr"] += 0.5
			scores["hu"] += 0.5
		}
	}
	code, score := highest(scores)
	switch {
	case score < 0.7 || score < 0.08*float64(words):
		return ""
	case code == "sr" && croatian >= 3:
		return "hr"
	}
	return code
}

// diacritics are letters that speak for a language in Latin script.
var diacritics = []struct {
	letter string
	codes  []string
}{
	{"đ", []string{"sr", "vi"}}, {"ć", []string{"sr", "pl"}}, {"č", []string{"sr", "sl", "cs", "sk"}}, {"ž", []string{"sr", "sl", "cs", "sk"}},
	{"š", []string{"sr", "sl", "cs", "sk"}}, {"ș", []string{"ro"}}, {"ț", []string{"ro"}}, {"ş", []string{"ro", "tr"}}, {"ţ", []string{"ro"}},
	{"ă", []string{"ro", "vi"}}, {"ß", []string{"de"}}, {"ä", []string{"de", "sv", "fi"}}, {"ñ", []string{"es"}}, {"¿", []string{"es"}}, {"ã", []string{"pt"}},
	{"õ", []string{"pt", "hu"}}, {"ő", []string{"hu"}}, {"ű", []string{"hu"}}, {"ł", []string{"pl"}}, {"ż", []string{"pl"}}, {"ř", []string{"cs"}},
	{"ě", []string{"cs"}}, {"ů", []string{"cs"}}, {"ľ", []string{"sk"}}, {"ğ", []string{"tr"}}, {"ı", []string{"tr"}}, {"ø", []string{"da", "no"}},
	{"å", []string{"sv", "da", "no"}}, {"ç", []string{"fr", "pt"}}, {"è", []string{"fr", "it"}}, {"ê", []string{"fr", "pt"}}, {"œ", []string{"fr"}}, {"ë", []string{"sq", "nl"}},
}

func cyrillicLanguage(s string) string {
	scores, _ := tally(s, cyrillicTable())
	lower := strings.ToLower(s)
	for code, letters := range lettersOf {
		for _, r := range letters {
			scores[code] += 0.8 * float64(strings.Count(lower, string(r)))
		}
	}
	for code, weight := range softWeight {
		for _, r := range softLetters {
			scores[code] += weight * float64(strings.Count(lower, string(r)))
		}
	}
	for w := range strings.FieldsFuncSeq(lower, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if slices.ContainsFunc(russianEndings[:], func(end string) bool { return len(w) > 2*len(end) && strings.HasSuffix(w, end) }) {
			scores["ru"] += 0.6
		}
	}
	if code, score := highest(scores); score > 0 {
		return code
	}
	return "ru" // most of what is written so
}

// read are the languages whose ties the program reads: of languages that fit equally well, one of them is meant.
var read = map[string]bool{"de": true, "en": true, "es": true, "fr": true, "ja": true, "ro": true, "ru": true, "sr": true, "zh": true}

// highest gives the best score; of equals a language that is read, else the first by code.
func highest(scores map[string]float64) (string, float64) {
	best, top := "", 0.0
	for code, score := range scores {
		if score > top || score == top && (read[code] && !read[best] || read[code] == read[best] && code < best) {
			best, top = code, score
		}
	}
	return best, top
}

// common says which function words have four letters or more. They tell nothing about a text's subject.
var common = sync.OnceValue(func() map[string]bool {
	m := map[string]bool{}
	for _, table := range []map[string]string{functionWords, cyrillicWords} {
		for _, list := range table {
			for _, w := range strings.Fields(list) {
				m[text.Fold(w)] = true
			}
		}
	}
	for _, w := range strings.Fields("some what when there other such only most many these those during between says year years according over just even very also while where could should") {
		m[w] = true
	}
	return m
})
