package data

// Mention is a passage that names a party.
type Mention struct {
	Passage
	Country  Party
	Kind     MentionKind
	Lat, Lon float64 // degrees: of the place named, else of the country's anchor point
	Venue    bool    // a capital or city named as a place ("talks in Geneva"), not for its government
	Why      string  // why these words were read as this country, in plain words, for people
}

// MentionKind says how a passage names a party.
type MentionKind string

// The kinds of mention.
const (
	ByName         MentionKind = "name"
	ByDemonym      MentionKind = "demonym"
	ByCapital      MentionKind = "capital"
	ByCity         MentionKind = "city"
	ByPerson       MentionKind = "person"
	ByOrganisation MentionKind = "organisation"
)

// MentionKinds lists every MentionKind.
var MentionKinds = []MentionKind{ByName, ByDemonym, ByCapital, ByCity, ByPerson, ByOrganisation}
