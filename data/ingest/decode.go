package ingest

import (
	"bytes"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"entente/data"
)

// guessBytes is how much of a file is looked at to tell its encoding.
const guessBytes = 32 << 10

// decode turns the bytes of a text file into UTF-8. Byte order marks and valid UTF-8 are certain; zeros give UTF-16 away;
// for the rest the encoding is taken in which the bytes read most like a language (see guess).
func decode(raw []byte, name string) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("\xef\xbb\xbf")):
		raw = raw[3:]
	case bytes.HasPrefix(raw, []byte("\xff\xfe")) && !bytes.HasPrefix(raw, []byte("\xff\xfe\x00\x00")):
		return fromUTF16(raw[2:], 0), nil
	case bytes.HasPrefix(raw, []byte("\xfe\xff")):
		return fromUTF16(raw[2:], 1), nil
	}
	if bytes.IndexByte(raw, 0) >= 0 {
		if low, ok := wideOrder(raw); ok {
			return fromUTF16(raw, low), nil
		}
		if raw = withoutZeros(raw); raw == nil {
			return "", binary(name)
		}
	}
	if bytes.Contains(raw, []byte("\x1b$B")) || bytes.Contains(raw, []byte("\x1b$@")) { // the escapes of Japanese mail
		if out, err := japanese.ISO2022JP.NewDecoder().Bytes(raw); err == nil {
			return string(out), nil
		}
	}
	if utf8.Valid(raw) {
		if controls(raw) {
			return "", binary(name)
		}
		return string(raw), nil
	}
	if s, ok := nearlyUTF8(raw); ok {
		return s, nil
	}
	if controls(raw) {
		return "", binary(name)
	}
	enc := guess(raw)
	if enc == nil {
		return "", &data.InputError{Path: name, Reason: "its encoding cannot be told; save it as UTF-8 text"}
	}
	out, err := enc.NewDecoder().Bytes(raw)
	if err != nil {
		return "", &data.InputError{Path: name, Reason: "its encoding cannot be told; save it as UTF-8 text", Err: err}
	}
	return string(out), nil
}

func binary(name string) error {
	return &data.InputError{Path: name, Reason: "this is not a text file"}
}

// withoutZeros takes the zeros from a text that a crash filled up with them, or that has a stray one; nil where there are too many
// for a text.
func withoutZeros(raw []byte) []byte {
	raw = bytes.TrimRight(raw, "\x00")
	if bytes.Count(raw, []byte{0})*100 > len(raw) {
		return nil
	}
	return bytes.ReplaceAll(raw, []byte{0}, nil)
}

// fromUTF16 decodes pairs of bytes; low is the index of the lower byte of each pair. Broken pairs become U+FFFD.
func fromUTF16(raw []byte, low int) string {
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = uint16(raw[2*i+1-low])<<8 | uint16(raw[2*i+low])
	}
	return string(utf16.Decode(units))
}

// wideOrder says whether bytes without a mark are UTF-16, and in which order: almost all zeros stand on one side, since
// spaces and line ends have one there in every script, and what comes out is text.
func wideOrder(raw []byte) (low int, ok bool) {
	part := raw[:min(len(raw), guessBytes)&^1]
	var zeros [2]int
	for i, b := range part {
		if b == 0 {
			zeros[i&1]++
		}
	}
	all := zeros[0] + zeros[1]
	if all*50 < len(part)/2 || min(zeros[0], zeros[1])*50 > all {
		return 0, false
	}
	if zeros[0] > zeros[1] {
		low = 1 // the upper bytes, most of them zero, come first
	}
	bad, n := 0, 0
	for _, r := range fromUTF16(part, low) {
		n++
		if r == utf8.RuneError || r < ' ' && r != '\n' && r != '\r' && r != '\t' || r >= 0x7f && r < 0xa0 || unicode.Is(unicode.Co, r) {
			bad++
		}
	}
	return low, bad*100 <= n
}

// controls says whether more than one byte in a hundred is a control character that texts do not have.
func controls(raw []byte) bool {
	part := raw[:min(len(raw), guessBytes)]
	n := 0
	for _, b := range part {
		if b < ' ' && b != '\n' && b != '\r' && b != '\t' && b != '\f' && b != '\v' && b != 0x1b && b != 0x1a {
			n++
		}
	}
	return n*100 > len(part)
}

// nearlyUTF8 repairs text that is UTF-8 but for a few broken bytes, such as a file that was cut off in the middle of a
// letter: in an old encoding hardly any two high bytes would form a letter of UTF-8. Half a pair of UTF-16 counts for nothing: some
// programs write signs beyond the first 65,536 as two of these.
func nearlyUTF8(raw []byte) (string, bool) {
	good, bad := 0, 0
	for i := 0; i < len(raw); {
		if raw[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, size := utf8.DecodeRune(raw[i:])
		switch {
		case r != utf8.RuneError || size != 1:
			good++
		case i+2 < len(raw) && raw[i] == 0xed && raw[i+1] >= 0xa0 && raw[i+1] < 0xc0 && raw[i+2]&0xc0 == 0x80:
			size = 3
		default:
			bad++
		}
		i += size
	}
	if good < 20*bad {
		return "", false
	}
	return string(bytes.ToValidUTF8(raw, []byte("\uFFFD"))), true
}

// candidate is an encoding that a file may have.
type candidate struct {
	enc  encoding.Encoding
	east bool // of a script without spaces, with two bytes a sign
}

// candidates come in the order in which equals are preferred.
var candidates = []candidate{
	{charmap.Windows1252, false}, {charmap.Windows1250, false}, {charmap.Windows1251, false}, {charmap.ISO8859_2, false},
	{charmap.Windows1254, false}, {charmap.KOI8R, false}, {charmap.Windows1253, false},
	{japanese.ShiftJIS, true}, {japanese.EUCJP, true}, {simplifiedchinese.GB18030, true}, {traditionalchinese.Big5, true}, {korean.EUCKR, true},
}

// guess gives the encoding in which raw reads most like a text, or nil when it reads like none.
func guess(raw []byte) encoding.Encoding {
	part := interesting(raw)
	var best encoding.Encoding
	top := 0.0
	for _, c := range candidates {
		out, err := c.enc.NewDecoder().Bytes(part)
		if err != nil {
			continue
		}
		score := 0.0
		if c.east {
			score = easternLook(out)
		} else {
			score = lettersLook(out)
		}
		if score > top {
			best, top = c.enc, score
		}
	}
	return best
}

// interesting cuts a piece out of raw around the first byte that is not ASCII, ending at a line's end where there is one.
func interesting(raw []byte) []byte {
	for i, b := range raw {
		if b >= utf8.RuneSelf {
			start := bytes.LastIndexByte(raw[:i], '\n') + 1
			raw = raw[max(start, i-200):]
			break
		}
	}
	if len(raw) > guessBytes {
		raw = raw[:guessBytes]
		if end := bytes.LastIndexByte(raw, '\n'); end > 0 {
			raw = raw[:end]
		}
	}
	return raw
}

// kinds lists what files of other kinds begin with, and what to tell the person who tried one.
var kinds = []struct{ magic, reason string }{
	{"\xd0\xcf\x11\xe0", "this is an old or a locked office document; save it as .docx, without a password, first"},
	{"\x89PNG", "this is a picture, not a text"},
	{"\xff\xd8\xff", "this is a picture, not a text"},
	{"GIF8", "this is a picture, not a text"},
	{"RIFF", "this is a sound, film or picture, not a text"},
	{"ID3", "this is a sound file, not a text"},
	{"\x1f\x8b", "this is a compressed file; unpack it first"},
	{"BZh", "this is a compressed file; unpack it first"},
	{"\xfd7zXZ", "this is a compressed file; unpack it first"},
	{"7z\xbc\xaf", "this is a compressed file; unpack it first"},
	{"\x7fELF", "this is a program, not a text"},
	{"MZ\x90", "this is a program, not a text"},
	{"SQLite format 3\x00", "this is a database, not an article; open it with Open Library if it is an Entente library"},
}

// foreign names the kind of a file that is no text at all, as a reason; "" when it may be text.
func foreign(raw []byte) string {
	for _, k := range kinds {
		if bytes.HasPrefix(raw, []byte(k.magic)) && (len(k.magic) > 3 || k.magic[0] >= 0x80 || k.magic[0] < ' ' || bytes.IndexByte(raw[:min(len(raw), 512)], 0) >= 0) {
			return k.reason
		}
	}
	return ""
}

// looksLikeText says whether a file of unknown kind holds plain text.
func looksLikeText(raw []byte) bool {
	return bytes.IndexByte(raw, 0) < 0 && !controls(raw) && (utf8.Valid(raw) || guess(raw) != nil)
}

// sniff chooses the format of a file that has no extension.
func sniff(raw []byte) format {
	head := bytes.ToLower(bytes.TrimSpace(bytes.TrimPrefix(raw[:min(len(raw), 1024)], []byte("\xef\xbb\xbf"))))
	for _, tag := range []string{"<!doctype html", "<html", "<head", "<body", "<?xml", "<article", "<!--"} {
		if bytes.HasPrefix(head, []byte(tag)) {
			return readHTML
		}
	}
	if bytes.HasPrefix(head, []byte("---\n")) || bytes.HasPrefix(head, []byte("---\r\n")) {
		return readMarkdown
	}
	return readPlain
}
