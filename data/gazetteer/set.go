package gazetteer

// Set is a set of telling words, or several: bits that Lexicon.Sets gives.
type Set uint64

// The sets, by their names in words.tsv.
const (
	Title            Set = 1 << iota // may stand between a nationality and a name
	Head                             // an office that speaks for a country
	Address                          // stands before a personal name
	Given                            // a first name
	FirstToo                         // a place's name that is a first name too
	SurnameToo                       // a place's name that is a surname too
	Street                           // makes a street of the name before it
	Hotel                            // makes a house of the name beside it
	Local                            // small-town words
	Institution                      // makes an institution of the name before it
	Newspaper                        // makes a newspaper of the name before it
	Treaty                           // makes a treaty of the city before it
	Ethnic                           // a people, after a country
	LanguageWord                     // makes a language of the word before it
	Speak                            // makes a language of the word after it
	American                         // speaks for the state of Georgia
	Caucasian                        // speaks for the country of Georgia
	Kinshasa                         // speaks for CD
	Brazzaville                      // speaks for CG
	Roseau                           // speaks for DM
	SantoDomingo                     // speaks for DO
	Conakry                          // speaks for GN
	Pyongyang                        // speaks for KP
	Seoul                            // speaks for KR
	Verb                             // what a government does
	Venue                            // stands before a place
	Pronoun                          // before "US", makes a pronoun of it
	StateAbbr                        // a state of the United States or province of Canada, shortened
	PlainWord                        // a city's name that means something else too
	OrgNoun                          // makes a body of the name before it
	Function                         // a little word that a sentence may begin with
	AmbiguousCapital                 // a capital with a namesake
	Motion                           // makes a place of the name after "to"
	Bird                             // speaks for the bird
	Order                            // makes a religious order of Dominican
	Tribe                            // speaks for native Americans
	VenueNoun                        // makes a place of the capital before it
	HouseAfter                       // makes a hotel, a dish or a language of the name before it, in Chinese and Japanese
	Currency                         // money: dollars
	Scale                            // million, billion
	Role                             // an adjective before an office
	Speaks                           // makes a language of the word after it, whatever follows
	Degree                           // how well a language is spoken
	StrongFirst                      // a place whose name many people have
	FirmAct                          // what a firm does abroad, or has there
	FirmNot                          // after a firm, makes something else of it: analysts, jets
	Ship                             // a kind of ship
	Sport                            // speaks of a game
	Clause                           // begins another clause
	Incorporated                     // ends the name of a firm
	Quarter                          // a part of the city named after it
	LowerToo                         // an abbreviation that means its country in small letters, too
	SharedCapital                    // a capital whose namesakes are in the news as often
	Firm                             // a kind of firm: airline, maker
	FirmWord                         // too common to stand for a firm whose name begins so: United
	Province                         // a province of Canada, shortened
	Human                            // of the verbs of governments, those that anybody does
	Dealing                          // what governments have or do with each other
	ManySeats                        // a town where courts and organisations of many countries sit
)

var setNames = map[string]Set{"title": Title, "head": Head, "address": Address, "given": Given, "first name too": FirstToo,
	"surname too": SurnameToo, "street": Street, "establishment": Hotel, "local": Local, "institution": Institution,
	"newspaper": Newspaper, "treaty": Treaty, "ethnic": Ethnic, "language word": LanguageWord, "speak": Speak,
	"american": American, "caucasian": Caucasian, "kinshasa": Kinshasa, "brazzaville": Brazzaville, "roseau": Roseau,
	"santo domingo": SantoDomingo, "conakry": Conakry, "pyongyang": Pyongyang, "seoul": Seoul, "verb": Verb,
	"venue": Venue, "us after": Pronoun, "state abbreviation": StateAbbr, "plain word": PlainWord,
	"org noun": OrgNoun, "function": Function, "ambiguous capital": AmbiguousCapital, "motion": Motion, "turkey bird": Bird,
	"order": Order, "tribe": Tribe, "venue noun": VenueNoun, "house after": HouseAfter, "currency": Currency, "scale": Scale, "role": Role, "speaks": Speaks, "degree": Degree, "strong first name": StrongFirst,
	"firm act": FirmAct, "firm not": FirmNot, "ship": Ship, "sport": Sport, "clause": Clause, "shared capital": SharedCapital,
	"incorporated": Incorporated, "quarter": Quarter, "lower too": LowerToo, "firm": Firm, "firm word": FirmWord, "province abbreviation": Province, "seat of many": ManySeats, "human verb": Human, "dealing": Dealing}

// Has says whether all of the sets in o are in s.
func (s Set) Has(o Set) bool { return s&o == o }

// Any says whether one of the sets in o is in s.
func (s Set) Any(o Set) bool { return s&o != 0 }
