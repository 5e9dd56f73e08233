package tie

// calendar is the names of days and months of one language.
type calendar struct {
	day   map[string]bool
	month map[string]int
}
