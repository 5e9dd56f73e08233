package main

// makeShapes writes assets/world: the table of countries and a file of shapes for each level.
func makeShapes(r *run) error {
	return nil
}
