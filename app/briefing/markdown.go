package briefing

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"io"
	"strings"

	"entente/app/proof"
)

// marks are the characters that mean something in Markdown; a backslash makes them plain.
var marks = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
	"#", `\#`, "|", `\|`, "~", `\~`, "!", `\!`, "&", `\&`)

// writeMarkdown sets the document in CommonMark, the picture inside it, so that it stays one file.
func writeMarkdown(w io.Writer, d *Document) error {
	b := &bytes.Buffer{}
	plain := marks.Replace
	fmt.Fprintf(b, "# %s\n\n%s · %s %s\n\n", plain(d.Title), plain(d.Made), plain(d.Summary), plain(d.Conditions))
	markOverview(b, d.Overview)
	fmt.Fprintf(b, "## %s\n\n", plain(d.Labels.Ties))
	if len(d.Ties) == 0 {
		fmt.Fprintf(b, "%s\n\n", plain(d.Labels.NoTies))
	}
	for _, t := range d.Ties {
		fmt.Fprintf(b, "### %d. %s\n\n%s\n\n", t.Number, plain(t.Heading), plain(t.Facts))
		markPassages(b, t.Passages)
		if len(t.Rest) > 0 {
			fmt.Fprintf(b, "#### %s\n\n", plain(t.Further))
			markPassages(b, t.Rest)
		}
	}
	if len(d.Contradictions) > 0 {
		fmt.Fprintf(b, "## %s\n\n", plain(d.Labels.Contradictions))
	}
	for _, c := range d.Contradictions {
		fmt.Fprintf(b, "- %s, %s: %s\n", plain(c.Tie), plain(c.About), plain(claims(c.Figures)))
	}
	if len(d.Sources) > 0 {
		fmt.Fprintf(b, "\n## %s\n\n", plain(d.Labels.Sources))
	}
	for _, s := range d.Sources {
		fmt.Fprintf(b, "%d. %s\n", s.Number, plain(s.String()))
	}
	fmt.Fprintf(b, "\n## %s\n", plain(d.Labels.Method))
	for _, m := range d.Method {
		fmt.Fprintf(b, "\n%s\n", plain(m))
	}
	if len(d.Map) > 0 {
		// At the end: the picture's bytes are of no use to who reads the file as it is.
		fmt.Fprintf(b, "\n![%s](data:image/png;base64,%s)\n\n%s\n", plain(d.Title), base64.StdEncoding.EncodeToString(d.Map), plain(d.MapText))
	}
	return writeSealed(w, b.Bytes(), d.evidence, proof.SealMarkdown)
}

// markOverview sets the table of the heaviest ties.
func markOverview(b *bytes.Buffer, o Overview) {
	if len(o.Rows) == 0 {
		return
	}
	line := func(cells [7]string) {
		for _, c := range cells {
			fmt.Fprintf(b, "| %s ", marks.Replace(c))
		}
		b.WriteString("|\n")
	}
	fmt.Fprintf(b, "## %s\n\n", marks.Replace(o.Heading))
	line(o.Columns)
	b.WriteString("| ---: | --- | --- | ---: | ---: | ---: | --- |\n")
	for _, r := range o.Rows {
		line(r.Cells())
	}
	fmt.Fprintf(b, "\n%s\n\n", marks.Replace(o.Note))
}

func markPassages(b *bytes.Buffer, passages []Passage) {
	for _, p := range passages {
		fmt.Fprintf(b, "> \\[%d\\] “%s”\n>\n> %s · %s\n\n", p.Number, marks.Replace(p.Quote), marks.Replace(p.Facts), marks.Replace(p.SourceName))
	}
}

// claims gives "112,000 workers [3]; 30,000 workers [5]".
func claims(figures []Claim) string {
	out := make([]string, len(figures))
	for i, f := range figures {
		out[i] = fmt.Sprintf("%s [%d]", f.Amount, f.Passage)
	}
	return strings.Join(out, "; ")
}

// String gives the source as a reference on one line.
func (s Source) String() string {
	var parts []string
	for _, p := range []string{s.Title, s.Publisher, s.Published, s.Address, s.File, s.Grade} {
		if p != "" {
			parts = append(parts, strings.Join(strings.Fields(p), " "))
		}
	}
	return strings.Join(parts, ", ")
}
