package export

// Reported lets each article be a report of its own, as Gather would say of a library without reprints.
func Reported(s *Set) *Set {
	s.report = func(article int64) int64 { return article }
	s.Reports = s.reports()
	return s
}
