package pairing

const (
	// SportWords is how many words of sport an article has at least that is about sport.
	SportWords = 3
	// SportTokens is how many tokens of an article about sport there are at most to each of them.
	SportTokens = 250
)

// AboutSport makes the article one about sport: countries that are only named in it together are not tied.
func (s *Article) AboutSport() { s.sport = 0 }
