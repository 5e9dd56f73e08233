package storetest_test

import (
	"reflect"
	"testing"

	"entente/data/store/storetest"
)

func TestAnArticleDoesNotDependOnTheOthers(t *testing.T) {
	many, one := storetest.Items(1, 0, 60), storetest.Items(1, 41, 42)
	if !reflect.DeepEqual(many[41], one[0]) {
		t.Errorf("%+v, want %+v", one[0], many[41])
	}
	if reflect.DeepEqual(storetest.Items(2, 41, 42), one) {
		t.Error("another seed gives the same article")
	}
}

func TestArticlesAreOfTheSizeThatTheyClaim(t *testing.T) {
	const n = 200
	size, evidence, mentions := 0, 0, 0
	for _, i := range storetest.Items(1, 0, n) {
		size += len(i.Article.Text)
		evidence += len(i.Findings.Evidence)
		mentions += len(i.Findings.Mentions)
	}
	if size/n < 2000 || size/n > 4000 || evidence/n != 10 || mentions/n != 20 {
		t.Errorf("%d bytes, %d pieces of evidence, %d mentions each; want about 3000, 10, 20", size/n, evidence/n, mentions/n)
	}
}
