-- Which countries each article names, and which pairs of them close together, in four bytes each, as the program packs
-- them. It follows from the mentions and is made again with them; what is missing is read from them.

CREATE TABLE named (
	article INTEGER PRIMARY KEY REFERENCES article (id),
	packed  BLOB NOT NULL
) STRICT;
