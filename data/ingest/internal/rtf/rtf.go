// Package rtf reads the text of RTF files.
//
// Paragraphs and rows of tables come in reading order. Left out are footnotes, comments, page headers, hidden words and
// words whose deletion was tracked, and everything in destinations that a reader may pass over.
package rtf

import (
	"bytes"
	"fmt"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"entente/data/ingest/internal/document"
)

// maxDepth is how many groups may stand within one another.
const maxDepth = 1000

// codePages gives the encodings of \ansicpg; windows-1252 is taken for others.
var codePages = map[int]encoding.Encoding{437: charmap.CodePage437, 850: charmap.CodePage850, 852: charmap.CodePage852,
	866: charmap.CodePage866, 874: charmap.Windows874, 932: japanese.ShiftJIS, 936: simplifiedchinese.GBK, 949: korean.EUCKR,
	950: traditionalchinese.Big5, 1250: charmap.Windows1250, 1251: charmap.Windows1251, 1253: charmap.Windows1253,
	1254: charmap.Windows1254, 1255: charmap.Windows1255, 1256: charmap.Windows1256, 1257: charmap.Windows1257,
	1258: charmap.Windows1258, 10000: charmap.Macintosh}

// charsets gives the code pages of \fcharset.
var charsets = map[int]int{0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255,
	178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}

// passedOver are destinations without words of the text.
var passedOver = map[string]bool{"colortbl": true, "stylesheet": true, "pict": true, "header": true, "headerl": true, "headerr": true,
	"headerf": true, "footer": true, "footerl": true, "footerr": true, "footerf": true, "footnote": true, "object": true, "fldinst": true,
	"xe": true, "tc": true, "nonesttables": true, "nonshppict": true, "shprslt": true, "listtext": true, "pntext": true, "revtbl": true,
	"annotation": true, "filetbl": true, "listtable": true, "author": true, "operator": true, "comment": true, "doccomm": true,
	"subject": true, "keywords": true, "category": true, "company": true, "manager": true, "printim": true, "revtim": true, "buptim": true,
	"hlinkbase": true, "sp": true}

// signs are control words that stand for characters.
var signs = map[string]string{"tab": "\t", "line": "\n", "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "emdash": "—",
	"endash": "–", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ", "~": "\u00a0", "_": "-"}

// where is the place that words go to.
type where uint8

const (
	text where = iota
	nowhere
	title
	fonts
)

// group is the state that a group has for itself.
type group struct {
	to      where
	page    int // code page
	skip    int // characters that follow \u for readers that do not know it
	hidden  bool
	deleted bool
	heading bool
	table   bool
}

// reader is the state of reading one file.
type reader struct {
	in    []byte
	doc   *document.Document
	group             // the innermost
	outer []group     // those around it
	fonts map[int]int // code pages by font
	font  int         // the font that the table of fonts is at
	ansi  int         // the code page of the file
	bytes []byte      // of the code page, not yet decoded
	high  rune        // the first half of a character beyond 65,535
	left  int         // characters still to be passed over after \u
	words []byte      // of the paragraph
	row   [][]string  // cells of the row
	cell  []string    // paragraphs of the cell
}

// Read reads an RTF file. Errors wrap those of package document.
func Read(raw []byte) (*document.Document, error) {
	if !bytes.HasPrefix(raw, []byte("{\\rtf")) {
		return nil, document.ErrForeign
	}
	r := &reader{in: raw, doc: &document.Document{}, group: group{page: 1252, skip: 1}, fonts: map[int]int{}, ansi: 1252}
	for len(r.in) > 0 {
		if len(r.outer) > maxDepth {
			return nil, fmt.Errorf("%w: nested too deeply", document.ErrDamaged)
		}
		r.next()
	}
	r.paragraph()
	r.endRow()
	return r.doc, nil
}

// next reads one sign: of a group, of control, or of the text.
func (r *reader) next() {
	c := r.in[0]
	r.in = r.in[1:]
	switch c {
	case '{':
		r.flush()
		r.outer, r.left = append(r.outer, r.group), 0
	case '}':
		r.flush()
		if n := len(r.outer); n > 0 {
			r.group, r.outer = r.outer[n-1], r.outer[:n-1]
		}
		r.left = 0
	case '\\':
		r.control()
	case '\r', '\n':
	default:
		r.byte(c)
	}
}

// control reads what follows a backslash.
func (r *reader) control() {
	if len(r.in) == 0 {
		return
	}
	n := 0
	for n < len(r.in) && (r.in[n] >= 'a' && r.in[n] <= 'z' || r.in[n] >= 'A' && r.in[n] <= 'Z') {
		n++
	}
	if n == 0 {
		r.symbol()
		return
	}
	word := string(r.in[:min(n, 32)])
	r.in = r.in[n:]
	value, has := r.number()
	if len(r.in) > 0 && r.in[0] == ' ' {
		r.in = r.in[1:]
	}
	switch {
	case word == "bin":
		r.in = r.in[min(max(value, 0), len(r.in)):]
	case word == "u":
		r.unicode(value)
	case r.left > 0:
		r.left--
	default:
		if !has {
			value = -1
		}
		r.flush()
		r.word(word, value)
	}
}

// number reads the number after a control word.
func (r *reader) number() (value int, has bool) {
	n := 0
	if n < len(r.in) && r.in[n] == '-' {
		n++
	}
	for n < len(r.in) && n < 12 && r.in[n] >= '0' && r.in[n] <= '9' {
		n++
	}
	value, err := strconv.Atoi(string(r.in[:n]))
	if err != nil {
		return 0, false
	}
	r.in = r.in[n:]
	return value, true
}

// symbol reads a control that is no word.
func (r *reader) symbol() {
	c := r.in[0]
	r.in = r.in[1:]
	switch c {
	case '\'':
		if len(r.in) >= 2 {
			if v, err := strconv.ParseUint(string(r.in[:2]), 16, 8); err == nil {
				r.in = r.in[2:]
				r.byte(byte(v))
			}
		}
	case '\\', '{', '}':
		r.byte(c)
	case '*':
		r.star()
	case '\r', '\n':
		r.flush()
		r.word("par", -1)
	default:
		r.flush()
		r.write(signs[string(c)])
	}
}

// star passes over a destination that a reader may not know, but for those that hold words.
func (r *reader) star() {
	r.flush()
	for _, known := range []string{"\\shpinst", "\\ud", "\\shppict"} {
		if bytes.HasPrefix(r.in, []byte(known)) {
			if known == "\\shppict" {
				r.to = nowhere
			}
			return
		}
	}
	r.to = nowhere
}

// word does what a control word says; value is -1 where it has none.
func (r *reader) word(word string, value int) {
	switch sign, isSign := signs[word]; {
	case isSign:
		r.write(sign)
		return
	case passedOver[word]:
		r.to = nowhere
		return
	}
	switch word {
	case "fonttbl":
		r.to = fonts
	case "title":
		r.to = title
	case "ansicpg":
		r.ansi, r.page = value, value
	case "mac":
		r.ansi, r.page = 10000, 10000
	case "f":
		r.choose(value)
	case "fcharset":
		if page, ok := charsets[value]; ok && r.to == fonts {
			r.fonts[r.font] = page
		}
	case "uc":
		r.skip = max(value, 0)
	case "plain":
		r.hidden, r.deleted = false, false
	case "v":
		r.hidden = value != 0
	case "deleted":
		r.deleted = value != 0
	default:
		r.layout(word, value)
	}
}

// layout does what words say of paragraphs and tables.
func (r *reader) layout(word string, value int) {
	if r.to != text {
		return
	}
	switch word {
	case "pard":
		r.heading, r.table = false, false
	case "outlinelevel":
		r.heading = value == 0
	case "intbl":
		r.table = true
	case "par", "sect", "page":
		r.paragraph()
	case "cell", "nestcell":
		r.table = true
		r.paragraph()
		r.row, r.cell = append(r.row, r.cell), nil
	case "row", "nestrow":
		r.endRow()
	}
}

// choose changes the font, or in the table of fonts the one that is described.
func (r *reader) choose(font int) {
	if r.to == fonts {
		r.font = font
		return
	}
	r.page = r.ansi
	if page, ok := r.fonts[font]; ok {
		r.page = page
	}
}

// byte adds a byte of the code page.
func (r *reader) byte(c byte) {
	if r.left > 0 {
		r.left--
		return
	}
	r.bytes = append(r.bytes, c)
}

// unicode adds a character that is given by its number; numbers beyond 32,767 are written below zero.
func (r *reader) unicode(value int) {
	r.flush()
	r.left = r.skip
	unit := rune(uint16(value))
	switch {
	case utf16.IsSurrogate(unit) && r.high == 0:
		r.high = unit
		return
	case r.high != 0:
		unit, r.high = utf16.DecodeRune(r.high, unit), 0
	}
	r.write(string(unit))
}

// flush decodes the bytes that were gathered.
func (r *reader) flush() {
	if len(r.bytes) == 0 {
		return
	}
	enc := codePages[r.page]
	if enc == nil {
		enc = charmap.Windows1252
	}
	words := r.bytes
	for i := range words {
		if words[i] >= utf8.RuneSelf {
			if out, err := enc.NewDecoder().Bytes(words); err == nil {
				words = out
			}
			break
		}
	}
	r.write(string(bytes.ToValidUTF8(words, []byte("\uFFFD"))))
	r.bytes = r.bytes[:0]
}

// write adds words to where they go.
func (r *reader) write(s string) {
	switch {
	case r.to == title:
		r.doc.Title += s
	case r.to == text && !r.hidden && !r.deleted:
		r.words = append(r.words, s...)
	}
}

// paragraph ends a paragraph, of the text or of a cell.
func (r *reader) paragraph() {
	words := string(bytes.TrimSpace(r.words))
	r.words = r.words[:0]
	switch {
	case words == "":
	case r.table:
		r.cell = append(r.cell, words)
	default:
		r.endRow()
		r.doc.Add(words, r.heading && len(r.doc.Paragraphs) == 0)
	}
}

func (r *reader) endRow() {
	row := r.row
	if r.cell != nil {
		row = append(row, r.cell)
	}
	r.row, r.cell = nil, nil
	r.doc.AddRow(row)
}
