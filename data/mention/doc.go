// Package mention finds the words of an article that name a party: a country by its name, demonym, capital, city, leader
// or organisation.
//
// It decides by context what each name means there, and says why in plain words. What words can mean at all is
// data/gazetteer's to know; which parties the text relates is data/tie's. Spans are byte offsets into the article's text,
// end exclusive, on rune edges. Mentions come sorted and do not overlap, but for words that name several countries at once
// ("the two Koreas"), which give one mention for each. A Finder is safe for concurrent use.
//
// An article is read in steps, each with a file of its own or nearly so:
//
//	reading.go    collect    one pass over the tokens keeps the longest words that the lexicon knows
//	judge.go      judge      the sentence decides: case, traps, then what stands beside the words
//	  house.go                 streets, hotels, schools, newspapers, treaties, towns in American states, teams
//	  company.go               firms and people that are named like a city
//	  name.go                  first names and surnames
//	  lower.go                 texts without capitals
//	  demonym.go               languages and peoples
//	  abroad.go                the same, as far as it is known, for languages other than English
//	people.go     introduce  leaders by full name, and people whom the text gives an office of a country
//	  introduce.go             the same people, in English
//	  introduce_abroad.go      the same people, in other languages
//	resolve.go    resolve    the article decides: capitals with namesakes, Georgia, Congo, then what needs support
//	  town.go                  towns that the article sets in a country that it names nowhere
//	  introduce_firm.go        firms whom the text gives a country, told of again by name
//	  firm.go                  multinationals, where the sentence tells what they do abroad
//	place.go      venue      is a city a place here, or does it stand for its government?
//
// "Chad Brinkhurst of Paris, Texas, flew to Chad" shows the order. Collect keeps Chad, Paris, Texas and Chad. Judge rejects
// the first Chad, for a surname follows, and Paris, for a state follows. Resolve finds no plainer mention of the United
// States, so that Texas counts for nothing. The second Chad stays: the words before it make a place of it.
//
// A word needs support, and is weak, where it names its country only in an article that does so more plainly, too: small
// towns, American states, firms. Towns give each other support, by points: see town.go. A new rule belongs where it needs the least: a line in a table, a test in one sentence,
// then a look at the article. Reasons are constants or short, so that finding allocates next to nothing.
package mention
