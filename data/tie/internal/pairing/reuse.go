package pairing

// Reuse takes over the lists of an article that has been read, emptied, so that reading many articles does not make them
// anew. What was found must have been copied out of old before.
func (s *Article) Reuse(old *Article) {
	s.Line.Reuse(&old.Line)
	s.Dates, s.Amounts = old.Dates[:0], old.Amounts[:0]
	s.Groups, s.Actions, s.Clauses = old.Groups[:0], old.Actions[:0], old.Clauses[:0]
	s.Cands, s.Found, s.spots, s.reaches = old.Cands[:0], old.Found[:0], old.spots[:0], old.reaches[:0]
	s.history, s.nearly = old.history[:0], old.nearly[:0]
}
