package ingest

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"entente/data"
)

// decode turns the bytes of a text file into UTF-8.
func decode(raw []byte, name string) (string, error) {
	raw = bytes.TrimPrefix(raw, []byte("\xef\xbb\xbf"))
	if utf8.Valid(raw) {
		return string(raw), nil
	}
	out, err := charmap.Windows1250.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &data.InputError{Path: name, Reason: "its encoding is not known", Err: err}
	}
	return string(out), nil
}

// foreign names the kind of a file that is no text at all, as a reason; "" when it may be text.
func foreign(raw []byte) string {
	if bytes.HasPrefix(raw, []byte("%PDF")) {
		return "this is a PDF document; save it as text or HTML first"
	}
	return ""
}

func looksLikeText(raw []byte) bool { return utf8.Valid(raw) && bytes.IndexByte(raw, 0) < 0 }

// sniff chooses the format of a file without extension.
func sniff(raw []byte) format { return readPlain }
