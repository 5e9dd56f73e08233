package command

import (
	"entente/data/ingest"
)

// skips tells what was passed over because Entente does not read it, and gives errPart where nothing at all was read. An
// empty folder, or one of pictures, is a mistake that a user wants to hear of.
func (r *runner) skips(s *ingest.Skipped, read, failures int) error {
	switch n := s.Files(); {
	case n == 1:
		r.say("skipped 1 file of a kind that Entente does not read: %s", s)
	case n > 1:
		r.say("skipped %s files of kinds that Entente does not read: %s", plain(n), s)
	}
	if read > 0 {
		return nil
	}
	if failures == 0 {
		r.say("there is no article to read; Entente reads .txt, .md, .html, .docx, .odt, .rtf and .pdf files")
	}
	return errPart
}
