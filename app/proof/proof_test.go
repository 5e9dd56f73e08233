package proof_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"io"
	"strings"
	"testing"
	"time"

	"entente/app/briefing"
	"entente/app/export"
	"entente/app/proof"
	"entente/app/words"
	"entente/assets"
	"entente/data"
	"entente/geo/draw"
	"entente/geo/draw/drawtest"
	"entente/geo/draw/pdf"
	"entente/geo/draw/raster"
	"entente/geo/draw/svg"
	"entente/geo/proj"
)

const words1 = "🤝 Vučić & co.\nJapan invested 200 million euros in Serbia. <b>Japan</b> and Serbia -- old friends -- met."

// set is two passages in one article, behind letters of more than one byte.
func set(t testing.TB) *export.Set {
	t.Helper()
	var evidence []data.Evidence
	for i, quote := range []string{"Japan invested 200 million euros in Serbia.", "<b>Japan</b> and Serbia -- old friends -- met."} {
		at := strings.Index(words1, quote)
		evidence = append(evidence, data.Evidence{ID: int64(i + 1), Article: 7, Pair: data.PairOf("JP", "RS"), Confidence: 0.9,
			Passage: data.PassageOf(words1, data.Span{Start: at, End: at + len(quote)}), Fields: []data.Field{data.Investment},
			Stance: data.Cooperation, Modality: data.Done})
	}
	return &export.Set{Made: time.Date(2025, 3, 2, 0, 0, 0, 0, time.UTC), Ties: data.Ties(evidence, nil), Reports: 1,
		Articles: []data.Article{{ID: 7, Title: "A visit", Publisher: "P", Source: "/home/me/secret.txt", Text: words1}}}
}

func record(t testing.TB, kind string) *proof.Record {
	t.Helper()
	r, err := proof.Of(kind, set(t), &proof.View{View: proj.View{Projection: "equal-earth"}, Theme: "light"}, "Entente test")
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// paint draws a little of everything.
func paint(c draw.Canvas) {
	var p draw.Path
	p.Rect(draw.Rect{MinX: 5, MinY: 5, MaxX: 60, MaxY: 30})
	c.Fill(&p, draw.Fill{Color: color.NRGBA{200, 220, 240, 255}})
	c.Text(draw.Text{Text: "Serbia <metadata>", X: 10, Y: 20, Size: 12, Color: color.NRGBA{A: 255}})
}

// files makes a file of every format.
func files(t testing.TB) map[string][]byte {
	t.Helper()
	f, out := drawtest.Fonts(t, "../../assets"), map[string][]byte{}
	var b bytes.Buffer
	keep := func(name string, err error) {
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		out[name] = bytes.Clone(b.Bytes())
		b.Reset()
	}
	snapshot := record(t, proof.Snapshot)
	keep("png", proof.WritePNG(&b, raster.NewRenderer(f), 80, 40, 1, paint, snapshot, raster.Note{Keyword: "Title", Text: "A"}))
	picture := out["png"]
	c := svg.New(80, 40, f)
	c.Title = "A title"
	paint(c)
	keep("svg", proof.WriteSVG(&b, c, snapshot))
	keep("pdf", proof.WritePDF(&b, func() *pdf.Canvas {
		c := pdf.New(80, 40, f)
		paint(c)
		return c
	}, snapshot))
	english, err := words.Load(assets.FS, "en")
	if err != nil {
		t.Fatal(err)
	}
	s := set(t)
	doc, err := briefing.New(briefing.Input{Title: "A <title>", Made: s.Made, Version: "test", Ties: s.Ties, Articles: s.Articles, Words: english,
		Name: func(p data.Party) string { return string(p) }, Map: picture, Fonts: f, Evidence: record(t, proof.Briefing)})
	if err != nil {
		t.Fatal(err)
	}
	for _, format := range briefing.Formats() {
		err := doc.Write(&b, format)
		name := format
		if format == "pdf" {
			name = "pdf of a briefing"
		}
		keep(name, err)
	}
	return out
}

// shelf is a library of articles by hash.
type shelf map[string]data.Article

func (s shelf) Find(_ context.Context, hash string) (data.Article, error) {
	if a, ok := s[hash]; ok {
		return a, nil
	}
	return data.Article{}, data.ErrNotFound
}

func full(t testing.TB) shelf {
	a := set(t).Articles[0]
	return shelf{a.Hash(): a}
}

func verify(t *testing.T, file []byte, texts proof.Texts) *proof.Report {
	t.Helper()
	r, err := proof.Verify(t.Context(), file, texts)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestEveryFormatCarriesItsEvidence(t *testing.T) {
	for name, file := range files(t) {
		t.Run(name, func(t *testing.T) {
			r := verify(t, file, full(t))
			if len(r.Problems) > 0 || r.InLibrary != 2 || r.Carried != 0 || !strings.HasPrefix(name, r.Format) {
				t.Errorf("%d of 2 passages in the library, format %s, problems %v", r.InLibrary, r.Format, r.Problems)
			}
			for _, texts := range []proof.Texts{nil, shelf{}} {
				if r := verify(t, file, texts); len(r.Problems) > 0 || r.Carried != 2 {
					t.Errorf("without the article: %d of 2 passages hold, problems %v", r.Carried, r.Problems)
				}
			}
			if e := r.Record.Ties[0].Evidence[1]; string([]rune(words1)[e.Start:e.End]) != e.Text {
				t.Errorf("%d to %d is not %q", e.Start, e.End, e.Text)
			}
			if name != "html" && name != "md" && name != "docx" && bytes.Contains(file, []byte("secret")) {
				t.Error("the file tells where the article was read from")
			}
		})
	}
}

// change replaces the first old in a file, which must have it.
func change(t *testing.T, file []byte, old, with string) []byte {
	t.Helper()
	if !bytes.Contains(file, []byte(old)) {
		t.Fatalf("the file does not hold %q", old)
	}
	return bytes.Replace(file, []byte(old), []byte(with), 1)
}

func TestWhatWasChangedIsFound(t *testing.T) {
	made := files(t)
	for name, c := range map[string]struct {
		file  []byte
		where string
	}{
		"a pixel":               {repainted(t, made["png"]), "picture"},
		"a cut picture":         {broken(made["png"]), "picture"},
		"a line of an svg":      {change(t, made["svg"], "<path d=\"M", "<path d=\"M1"), "picture"},
		"evidence in an svg":    {change(t, made["svg"], "200 million", "900 million"), "evidence"},
		"a tie in a page":       {change(t, made["html"], "<h1>", "<h1>Not "), "page"},
		"a quote on a page":     {change(t, made["html"], "“Japan invested 200", "“Japan invested 900"), "passage 1, JP-RS"},
		"evidence in a page":    {change(t, made["html"], `"text":"Japan invested 200`, `"text":"Japan invested 900`), "evidence"},
		"a quote in Markdown":   {change(t, made["md"], "invested 200", "invested 900"), "page"},
		"words after Markdown":  {append(made["md"], "And Mars."...), "page"},
		"a quote in a document": {rezipped(t, made["docx"], "invested 200", "invested 900"), "document"},
		"evidence in a docx":    {rezipped(t, made["docx"], "text&#34;:&#34;Japan invested 200", "text&#34;:&#34;Japan invested 900"), "evidence"},
		"a stream of a pdf":     {repaged(t, made["pdf"]), "pages"},
	} {
		t.Run(name, func(t *testing.T) {
			r := verify(t, c.file, full(t))
			for _, p := range r.Problems {
				if p.Where == c.where {
					return
				}
			}
			t.Errorf("got problems %v, want one of the %s", r.Problems, c.where)
		})
	}
}

// repainted changes one pixel and keeps the text chunks.
func repainted(t *testing.T, file []byte) []byte {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	img.(*image.RGBA).Set(3, 3, color.RGBA{9, 9, 9, 255})
	return repacked(t, img, file)
}

// repacked is the file as another program would write it that keeps the text.
func repacked(t *testing.T, img image.Image, file []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(file, []byte("iTXtentente")) - 4
	return append(b.Bytes()[:b.Len()-12], file[at:]...)
}

func TestAPictureThatWasOnlyPackedAnewHolds(t *testing.T) {
	file := files(t)["png"]
	img, err := png.Decode(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	clear := image.NewNRGBA(img.Bounds()) // pixels that could be transparent and are not
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			clear.Set(x, y, img.At(x, y))
		}
	}
	for _, img := range []image.Image{img, clear} {
		if r := verify(t, repacked(t, img, file), full(t)); len(r.Problems) > 0 {
			t.Errorf("%T: problems %v", img, r.Problems)
		}
	}
}

// broken spoils the packed pixels.
func broken(file []byte) []byte {
	file = bytes.Clone(file)
	file[bytes.Index(file, []byte("IDAT"))+9] ^= 0xff
	return file
}

// repaged spoils the last byte of the last stream, which is none of an embedded file.
func repaged(t *testing.T, file []byte) []byte {
	t.Helper()
	file = bytes.Clone(file)
	file[bytes.LastIndex(file, []byte("\nendstream"))-1] ^= 0xff
	return file
}

// rezipped replaces words in all parts of a document.
func rezipped(t *testing.T, file []byte, old, with string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	out, found := zip.NewWriter(&b), false
	for _, f := range in.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r)
		found = found || bytes.Contains(body, []byte(old))
		w, err := out.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(bytes.ReplaceAll(body, []byte(old), []byte(with)))
	}
	if err := out.Close(); err != nil || !found {
		t.Fatalf("found %v, error %v", found, err)
	}
	return b.Bytes()
}

func TestAQuoteThatItsArticleDoesNotHoldIsFound(t *testing.T) {
	r := record(t, proof.Snapshot)
	r.Ties[0].Evidence[0].Text = strings.Replace(r.Ties[0].Evidence[0].Text, "200", "900", 1)
	r.Ties[0].Evidence[1].End++
	r.Ties[0].Passages = 5
	page, err := proof.SealHTML([]byte("<!DOCTYPE html><body></body>"), r)
	if err != nil {
		t.Fatal(err)
	}
	got := verify(t, page, full(t))
	want := "[{passage 1, JP-RS the article has other words at 14 to 57 than “Japan invested 900 million euros in Serbia.”} " +
		"{passage 2, JP-RS the words “<b>Japan</b> and Serbia -- old friends -- met.” cannot stand at 58 to 105} " +
		"{tie JP-RS it claims 5 passages and has 2}]"
	if s := fmt.Sprint(got.Problems); s != want || got.InLibrary != 0 {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	if got := verify(t, page, nil); len(got.Problems) != 2 || got.Carried != 1 {
		t.Errorf("without the article: %v", got.Problems)
	}
}

// Pages once showed the signs of Markdown that stood in a passage.
func TestAPageThatShowsSignsOfMarkdownHolds(t *testing.T) {
	const article = "**Japan and Serbia.** They signed a [treaty](https://example.org)."
	s := set(t)
	s.Articles[0].Text = article
	s.Ties[0].Evidence = s.Ties[0].Evidence[:1]
	s.Ties[0].Evidence[0].Passage = data.PassageOf(article, data.Span{End: len(article)})
	r, err := proof.Of(proof.Briefing, s, nil, "Entente test")
	if err != nil {
		t.Fatal(err)
	}
	for shown, holds := range map[string]bool{article: true, "Japan and Serbia. They signed a treaty.": true,
		"**Japan and Serbia. They signed a treaty.": false} {
		page := "<!DOCTYPE html><body><span>[1]</span> “" + shown + "”</body>"
		file, err := proof.SealHTML([]byte(page), r)
		if err != nil {
			t.Fatal(err)
		}
		got := verify(t, file, shelf{s.Articles[0].Hash(): s.Articles[0]})
		if (len(got.Problems) == 0) != holds || got.InLibrary != 1 {
			t.Errorf("%q: problems %v, %d in the library", shown, got.Problems, got.InLibrary)
		}
	}
}

func TestFilesWithoutEvidence(t *testing.T) {
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 4, 4))); err != nil {
		t.Fatal(err)
	}
	for name, file := range map[string][]byte{"nothing": nil, "a text": []byte("# Words"), "a page": []byte("<!DOCTYPE html><body></body>"),
		"a picture": picture.Bytes(), "a svg": []byte("<svg xmlns='http://www.w3.org/2000/svg'/>"), "a pdf": []byte("%PDF-1.4\n%%EOF"),
		"no zip": []byte("PK\x03\x04..."), "noise": {0xff, 0xfe, 1, 2}} {
		if _, err := proof.Verify(t.Context(), file, nil); !errors.Is(err, proof.ErrNone) {
			t.Errorf("%s: error %v, want proof.ErrNone", name, err)
		}
	}
	html := func(record string) []byte {
		return []byte(`<!DOCTYPE html><script type="application/json" id="entente">` + record + "</script>\n")
	}
	if _, err := proof.Verify(t.Context(), html(`{"schema":99,"record":{}}`), nil); !errors.Is(err, data.ErrNewer) {
		t.Errorf("a newer schema: error %v, want data.ErrNewer", err)
	}
	for _, record := range []string{"", "{", "[]", `{"schema":1}`, `{"schema":1,"record":7}`} {
		if _, err := proof.Verify(t.Context(), html(record), nil); !errors.Is(err, data.ErrInvalid) {
			t.Errorf("record %q: error %v, want data.ErrInvalid", record, err)
		}
	}
}

func TestNothingIsSealedThatCannotBeChecked(t *testing.T) {
	s := set(t)
	s.Articles[0].Text = "Other words."
	if _, err := proof.Of(proof.Snapshot, s, nil, ""); !errors.Is(err, data.ErrInvalid) {
		t.Errorf("error %v, want data.ErrInvalid", err)
	}
}

func FuzzVerify(f *testing.F) {
	r := record(f, proof.Snapshot)
	var picture, document, vector bytes.Buffer
	page, failed := proof.SealHTML([]byte("<!DOCTYPE html><body></body>"), r)
	notes, failedToo := proof.SealMarkdown([]byte("# Words\n"), r)
	part, failedAgain := proof.ForDOCX([]proof.Part{{Name: "word/document.xml", Body: []byte("<a/>")}}, r)
	z := zip.NewWriter(&document)
	w, err := z.Create(part.Name)
	if err == nil {
		_, err = w.Write(part.Body)
	}
	blank := func(draw.Canvas) {}
	if err := errors.Join(failed, failedToo, failedAgain, err, z.Close(), proof.WriteSVG(&vector, svg.New(4, 4, nil), r),
		proof.WritePNG(&picture, raster.NewRenderer(nil), 4, 4, 1, blank, r)); err != nil {
		f.Fatal(err)
	}
	for _, file := range [][]byte{page, notes, document.Bytes(), vector.Bytes(), picture.Bytes(),
		[]byte("%PDF-1.4\n1 0 obj\n<</Type /EmbeddedFile>>\nstream\nx\nendstream\nendobj")} {
		f.Add(file)
	}
	f.Fuzz(func(t *testing.T, file []byte) {
		r, err := proof.Verify(t.Context(), file, nil)
		if (r == nil) != (err != nil) {
			t.Errorf("report %v and error %v", r, err)
		}
	})
}

// The pair shows what the evidence adds to writing a 4K picture.
func BenchmarkPNG3840x2160(b *testing.B)         { benchmarkPNG(b, false) }
func BenchmarkPNGEvidence3840x2160(b *testing.B) { benchmarkPNG(b, true) }

func benchmarkPNG(b *testing.B, evidence bool) {
	r, rec := raster.NewRenderer(drawtest.Fonts(b, "../../assets")), record(b, proof.Snapshot)
	b.ReportAllocs()
	for b.Loop() {
		var err error
		if evidence {
			err = proof.WritePNG(io.Discard, r, 3840, 2160, 2, paint, rec)
		} else {
			img := image.NewRGBA(image.Rect(0, 0, 3840, 2160))
			r.Draw(img, 2, paint)
			err = raster.EncodePNG(io.Discard, img, 192)
		}
		if err != nil {
			b.Fatal(err)
		}
	}
}
