package reason

// Sign is something around a passage or a pair that makes a tie more or less likely, by its key in a table of
// assets/rules. What it weighs was learnt from labelled texts.
type Sign uint8

// The signs of a passage that the rules take for evidence, in model.tsv. A range of signs that ends in Many counts: up to
// none, one, two and so on.
const (
	Start      Sign = iota // what every pair starts from
	Rules                  // what the rules say, in log-odds
	Unnamed                // one of the two is meant, not named
	TopicIn                // the article is mostly about one of the two
	TopicOut               // or about another
	Others0                // other parties in the sentence
	Others1                //
	Others2                //
	OthersMany             //
	Shared0                // sentences of the article that name both
	Shared1                //
	Shared2                //
	SharedMany             //
	Lesser                 // no sign: what the small parts of a confidence come to together
	Signs                  // how many there are
)

// family is a row of a table: its key, and how many signs have their weights in it.
type family struct {
	key   string
	signs int
}

var passageSigns = []family{{"start", 1}, {"rules", 1}, {"unnamed", 1}, {"topic-in", 1}, {"topic-out", 1},
	{"others-0", 1}, {"others-1", 1}, {"others-2", 1}, {"others-many", 1},
	{"shared-0", 1}, {"shared-1", 1}, {"shared-2", 1}, {"shared-many", 1}, {"lesser", 1}}

// The signs of a pair that no passage ties by the rules, in pairs.tsv. Of its two parties the greater is the one that the
// article names more often.
const (
	PairStart      Sign = iota // what every pair starts from
	PairTopic                  // the greater is the one that the article is mostly about
	PairRank1                  // the lesser is the one named most after it, and so on
	PairRank2                  //
	PairRank3                  //
	PairRankMany               //
	PairShare                  // the share of the lesser in the mentions of the article, in thirds
	PairShared0                // sentences that name both
	PairShared1                //
	PairShared2                //
	PairSharedMany             //
	PairAlone1                 // sentences that name the two and nobody else
	PairAloneMany              //
	PairNext                   // sentences side by side of which each names one, up to three
	PairOnlyNext               // as PairNext, of parties that no sentence names together
	PairAfter                  // sentences farther apart that name one each, up to three
	PairFar                    // the two are named far apart only
	PairSolo1                  // sentences that name the lesser and nobody else
	PairSoloMany               //
	PairLead                   // both are named at the top
	PairLeadOne                // one of the two is
	PairHub0                   // ties of the greater with others
	PairHub1                   //
	PairHub2                   //
	PairHubMany                //
	PairOther0                 // ties of the lesser with others
	PairOther1                 //
	PairOtherMany              //
	PairParties                // how many parties the article names, as a logarithm
	PairTwo                    // it names only these two
	PairNear                   // what the rules say of the best passage that they turn down, in log-odds
	PairHeard                  // there is such a passage
	PairLoud                   // how much the best passage says of how countries deal with each other
	PairDoubt                  // it denies, supposes, compares or comments
	PairCommon0                // parties to which both are tied
	PairCommon1                //
	PairCommonMany             //
	PairCrowd                  // every sentence that names both names many
	PairHeading                // a heading names both
	PairBrief                  // the article is a few sentences long
	PairForeign                // it is not in English
	PairLesser                 // no sign: what the small parts of a confidence come to together
	PairSigns                  // how many there are
)

var pairSigns = []family{{"start", 1}, {"topic-in", 1}, {"rank", 4}, {"share", 1}, {"shared", 4}, {"alone", 2}, {"next", 1},
	{"only-next", 1}, {"after", 1}, {"far", 1}, {"solo", 2}, {"lead", 2}, {"hub", 4}, {"other", 3}, {"parties", 1}, {"two", 1}, {"near", 1},
	{"heard", 1}, {"loud", 1}, {"doubt", 1}, {"common", 3}, {"crowd", 1}, {"heading", 1}, {"brief", 1}, {"foreign", 1}, {"lesser", 1}}

// The signs of a party among those that an article names, in topic.tsv: of which of them it mostly tells.
const (
	TopicOften   Sign = iota // its mentions, as a logarithm of their share in those of the party named most
	TopicSpread              // the sentences that name it and few others, in the same way
	TopicFirst               // it is named first
	TopicTitle               // in the title
	TopicAtTop               // in the title or the first sentence
	TopicLate                // how far down it is named first, 0 to 1
	TopicGone                // how far from the end it is named last, 0 to 1
	TopicWritten             // the article is written there
	TopicOnce                // it is named once
	TopicUnion               // it is no country
	TopicSolo                // sentences that name nobody else, as a logarithm
	TopicBeside              // how many parties are named with it in sentences that name few, as a share of the most
	TopicNear                // how many in such sentences before and after it, in the same way
	TopicTowns               // how much of its mentions are towns
	TopicSigns               // how many there are
)

var topicSigns = []family{{"often", 1}, {"spread", 1}, {"first", 1}, {"title", 1}, {"at-top", 1}, {"late", 1}, {"gone", 1}, {"written", 1},
	{"once", 1}, {"union", 1}, {"solo", 1}, {"beside", 1}, {"near", 1}, {"towns", 1}}

// The signs of whom a sentence means that names one party of a tie and not the other, in partner.tsv: of nobody, and of each
// party that the article names near by.
const (
	PartnerNobody     Sign = iota // it means nobody else
	PartnerRow                    // nobody: all whom the sentence names stand in one row, or are one
	PartnerWith2                  // nobody: parties that the sentence names in all, where they do not
	PartnerWithMany               //
	PartnerLength                 // nobody: its words, as a logarithm
	PartnerFirst                  // nobody: it is the first sentence
	PartnerHeading                // nobody: it is a heading
	PartnerSentences              // nobody: sentences of the article, as a logarithm
	PartnerParties                // nobody: parties of the article, as a logarithm
	PartnerTies0                  // nobody: ties of the one named by the rules
	PartnerTies1                  //
	PartnerTiesMany               //
	PartnerTied                   // nobody: the rules tie the one named to another in this sentence
	PartnerLoud                   // nobody: how much the sentence says of how countries deal with each other
	PartnerDoubt                  // nobody: it denies, supposes, compares or comments
	PartnerHome                   // nobody: it has words as "we" and "here"
	PartnerOwn                    // nobody: how likely the article is about the one named, in log-odds
	PartnerLost                   // nobody: it is not clear whom the article is about
	PartnerNamedOnce              // nobody: the one named is named once
	PartnerLast                   // nobody: it is the last sentence
	PartnerLikely                 // how likely the article is about the other, in log-odds
	PartnerTopic                  // it is taken to be
	PartnerSure                   // and beyond doubt
	PartnerBefore1                // sentences since the other was named last
	PartnerBefore2                //
	PartnerBefore4                //
	PartnerBeforeMany             //
	PartnerNever                  // it was not named before
	PartnerNext1                  // the next sentence names it
	PartnerNext2                  // or the one after
	PartnerAlone                  // the last sentence that names anybody names it alone
	PartnerLed                    // or names it first
	PartnerParagraph              // it was named in the same paragraph
	PartnerWritten                // the article is written there
	PartnerSelf                   // its author speaks for it
	PartnerOnce                   // it is named once
	PartnerUnion                  // it is no country
	PartnerAtTop                  // the title or the first sentence names it
	PartnerTowns                  // how much of its mentions are towns
	PartnerRuled                  // the rules tie the two elsewhere
	PartnerHub0                   // ties of the other by the rules
	PartnerHub1                   //
	PartnerHubMany                //
	PartnerTold                   // a tie of it is told of in the last sentence that names anybody
	PartnerShared                 // sentences that name both, up to two
	PartnerHeard                  // the words of one of them nearly tie the two
	PartnerAgainst                // or speak against it
	PartnerTwo                    // the article names the two and nobody else
	PartnerForeign                // nobody: it is not in English
	PartnerRivals                 // no sign: what all the others whom the sentence may mean come to, against the likeliest
	PartnerLesser                 // no sign: what the small parts of a confidence come to together
	PartnerSigns                  // how many there are
)

var partnerSigns = []family{{"nobody", 1}, {"row", 1}, {"with", 2}, {"length", 1}, {"first", 1}, {"heading", 1}, {"sentences", 1}, {"parties", 1},
	{"ties", 3}, {"tied", 1}, {"loud", 1}, {"doubt", 1}, {"home", 1}, {"own", 1}, {"lost", 1}, {"named-once", 1}, {"last", 1}, {"likely", 1}, {"topic", 1}, {"sure", 1},
	{"before", 5}, {"next", 2}, {"alone", 1}, {"led", 1}, {"paragraph", 1}, {"written", 1}, {"self", 1}, {"once", 1}, {"union", 1},
	{"at-top", 1}, {"towns", 1}, {"ruled", 1}, {"hub", 3}, {"told", 1}, {"shared", 1}, {"heard", 1}, {"against", 1}, {"two", 1}, {"foreign", 1}, {"rivals", 1}, {"lesser", 1}}

// The signs that a passage is about a field, in subject.tsv.
const (
	FieldStart   Sign = iota // what every field starts from
	FieldRuled               // the word that ties and the words of its clause tell it: 1 as the first, less for each before it
	FieldLeads               // as the first
	FieldSeveral             // how many they tell, of the most
	FieldWords               // words of the passage that speak of it, of the most that count
	FieldShare               // their share of all that speak of any
	FieldSilent              // none speaks of any
	FieldAny                 // a word of the article speaks of it
	FieldArticle             // the share of such words
	FieldMost                // most speak of it
	FieldHostile             // the passage tells of a conflict
	FieldOwn                 // the field itself, by the order of data.Fields
	FieldSigns   = FieldOwn + 15
)

var fieldSigns = []family{{"start", 1}, {"ruled", 1}, {"leads", 1}, {"several", 1}, {"words", 1}, {"share", 1}, {"silent", 1},
	{"any", 1}, {"article", 1}, {"most", 1}, {"hostile", 1}, {"own", 15}}

// The signs that a passage tells of its two parties as hostile to each other, in tone.tsv.
const (
	ToneStart    Sign = iota // what every passage starts from
	ToneFriendly             // the rules read it as friendly
	ToneHostile              // or as hostile
	ToneSure                 // how sure they are of that, in log-odds, less than 0 where it is friendly
	ToneWords                // what the words between and around the two say, in log-odds
	ToneMeant                // what its words say, where it does not name both
	ToneHeading              // it is a heading
	ToneForeign              // the article is not in English
	ToneSigns                // how many there are
)

var toneSigns = []family{{"start", 1}, {"friendly", 1}, {"hostile", 1}, {"sure", 1}, {"words", 1}, {"meant", 1}, {"heading", 1}, {"foreign", 1}}

// Given is a sign that was seen, with its amount: 1 for those that are only there or not.
type Given struct {
	Sign   Sign
	Amount float64
}
