package grammar

import "slices"

// With gives members and one more. The answer holds until the next sentence.
func (s *Tree) With(ms []Member, m Member) []Member {
	first := len(s.members)
	s.members = append(append(s.members, ms...), m)
	return slices.Clip(s.members[first:])
}

// MembersOf lists the members of some groups. The answer holds until the next sentence.
func (s *Tree) MembersOf(groups []int) []Member {
	first := len(s.members)
	for _, gi := range groups {
		s.members = append(s.members, s.Groups[gi].Members...)
	}
	return slices.Clip(s.members[first:])
}

// MeantBy lists the parties that some groups mean, which have been resolved. The answer holds until the next sentence.
func (s *Tree) MeantBy(groups []int) []Member {
	first := len(s.members)
	for _, gi := range groups {
		s.members = append(s.members, s.Groups[gi].Meaning...)
	}
	return slices.Clip(s.members[first:])
}

// only gives a list of one index.
func (s *Tree) only(i int) []int {
	s.indices = append(s.indices, i)
	n := len(s.indices)
	return s.indices[n-1 : n : n]
}
