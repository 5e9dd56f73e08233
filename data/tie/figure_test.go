package tie_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
)

// TestAmountsGoToTheirPair has amounts that stand beside other pairs or names than their own.
func TestAmountsGoToTheirPair(t *testing.T) {
	_, f := finders(t)
	for s, want := range map[string]string{
		"Peru and Chile signed a contract. The deal, worth 210 million dollars, was witnessed by the Peruvian and the Ghanaian minister, and Togo sent a guest.": "CL-PE 210000000",
		"Peru lent Chile $3 million, while Ghana bought tanks from Togo, all of them used, for what was said to be $9 million.":                                  "CL-PE 3000000; GH-TG 9000000",
		"Peru approved the sale of 36 jets to Chile and 24 to Ghana.":                                                                                            "CL-PE 36",
		"Peru approved the sale of 36 jets to Chile and 24 jets to Ghana.":                                                                                       "CL-PE 36; GH-PE 24",
		"Peru sold tea to Chile (11 million kg), Ghana (5 million kg) and Togo (2.5 million).":                                                                   "CL-PE 11000000; GH-PE 5000000; PE-TG 2500000",
	} {
		var got []string
		for _, e := range found(t, f, "", s) {
			for _, x := range e.Figures {
				got = append(got, fmt.Sprintf("%s-%s %.0f", e.Pair[0], e.Pair[1], x.Value))
			}
		}
		slices.Sort(got)
		if g := strings.Join(got, "; "); g != want {
			t.Errorf("%s\n got %q\nwant %q", s, g, want)
		}
	}
}

// TestFamiliesOfFigures has a list for each way in which English tells an amount, with the values and units that it is.
func TestFamiliesOfFigures(t *testing.T) {
	_, f := finders(t)
	for family, cases := range map[string]map[string]string{
		"signs of money": {
			"Peru lent Chile A$545m.":              "5.45e+08 AUD",
			"Peru lent Chile about $555-million.":  "5.55e+08 USD",
			"Peru signed a $5-bn deal with Chile.": "5e+09 USD",
			"Zambia lent Malawi K300 million.":     "3e+08 ZMW",
			"Peru won a US$3.2bn loan from Chile.": "3.2e+09 USD",
			"Peru lent Chile Rs 38,000 crore.":     "3.8e+11 INR",
			"Pakistan lent Chile Rs 500 crore.":    "5e+09 PKR",
			"Peru lent Chile R5 billion.":          "5e+09 ZAR",
			"Peru lent Chile R$5 billion.":         "5e+09 BRL",
			"Peru lent Chile RM1.4 billion.":       "1.4e+09 MYR",
			"Peru lent Chile N500 billion.":        "5e+11 NGN",
			"Peru lent Chile EGP 5bn.":             "5e+09 EGP",
			"Peru lent Chile $1 billion (€900m).":  "1e+09 USD; 9e+08 EUR",
			"Peru sent Chile N95 masks.":           "",
		},
		"money by its country": {
			"Nepal lent India 17 billion Nepalese rupees.":                "1.7e+10 NPR",
			"Kenya lent Uganda 250 million shillings.":                    "2.5e+08 KES",
			"Mexico lent Cuba 40 million pesos.":                          "4e+07 MXN",
			"Norway lent Sweden 3.5 billion kroner.":                      "3.5e+09 NOK",
			"Egypt paid Sudan 20 million pounds.":                         "2e+07 EGP",
			"Britain paid Egypt 20 million pounds.":                       "2e+07 GBP",
			"Peru lent Chile 5 million Bahraini dinars.":                  "5e+06 BHD",
			"Samoa lent Fiji 10 million tala.":                            "1e+07 WST",
			"Fiji lent Samoa PGK 30 million, or 26 million FJD.":          "3e+07 PGK; 2.6e+07 FJD",
			"Belarus lent Georgia 5 million roubles.":                     "5e+06 BYN",
			"Sri Lanka repaid Peru. The loan cost Peru 6 billion rupees.": "6e+09 LKR",
			"Try 5 million pears, Peru told Chile, and sold 40 buses.":    "5e+06 pears; 40 buses",
			"Peru lent Chile 3 lakh crore rupees.":                        "3e+12 INR",
		},
		"ranges": {
			"Peru lent Chile $3-4 billion.":                     "3e+09 USD; 4e+09 USD",
			"Peru lent Chile between $3bn and $4bn.":            "3e+09 USD; 4e+09 USD",
			"Peru lent Chile between $3 and $4 billion.":        "3e+09 USD; 4e+09 USD",
			"Peru sold Chile 30,000 to 40,000 tonnes of tin.":   "30000 t; 40000 t",
			"Peru sent Chile between 10,000 and 20,000 troops.": "10000 troops; 20000 troops",
			"Peru sells Chile 10-15 percent of its copper.":     "10 %; 15 %",
			"Peru cut duties on Chilean copper from 10% to 5%.": "10 %; 5 %",
		},
		"measures and rates": {
			"Peru sells Chile 80,000 barrels a day of oil.":        "80000 bbl a day",
			"Peru sells Chile 80,000 bpd of oil.":                  "80000 bbl a day",
			"Peru sells Chile 4.5 bcm of gas a year.":              "4.5 bcm a year",
			"Peru sells Chile 4.5 billion cubic metres of gas.":    "4.5e+09 m³",
			"Peru sells Chile 300 gigawatt-hours of power.":        "300 GWh",
			"Peru sells Chile power at $19.28 per kilowatt.":       "19.28 USD a kilowatt",
			"Peru raised exports to Chile by 3 percentage points.": "3 percentage points",
			"Peru leased Chile 60,000 hectares.":                   "60000 ha",
			"Peru leased Chile a 500 square kilometre plot.":       "500 sq km",
			"Peru operates 44 flights a week to Chile.":            "44 flights a week",
		},
		"things counted": {
			"Peru gave Chile five patrol vessels.":                            "5 vessels",
			"Peru sold Chile 20 T-72 tanks.":                                  "20 tanks",
			"Peru sold Chile 12 F-16s.":                                       "12 F-16s",
			"Peru sent Chile a 3,000-strong force.":                           "3000 people",
			"Peru sold Chile 2.5m tonnes of wheat.":                           "2.5e+06 t",
			"Peru bought 14 Boeing 787 Dreamliners from Chile.":               "14 Dreamliners",
			"Peru bought 22 Dreamliners from Chile.":                          "22 Dreamliners",
			"Peru gave Chile two and a half million doses.":                   "2.5e+06 doses",
			"Peru's firms in Chile employ more than 200.":                     "200 people",
			"Visas that Peru gave to Chileans dropped 55 percent to 189,000.": "55 %; 189000 visas",
			"Peru and Chile held two rounds of talks.":                        "",
			"Peru ranks as Chile's third-largest buyer.":                      "",
			"Peru's raid on Chile left 24 dead.":                              "24 people",
			"Peru's army killed six Chilean nationals.":                       "6 people",
			"Peru sold Chile 5 million used SIM cards.":                       "5e+06 cards",
			"Peru gave Chile 40 refurbished buses last year.":                 "40 buses",
			"Peru issued 350,000 visas for Chileans and 6,100 for Ghanaians.": "350000 visas; 6100 visas",
		},
		"shares in words": {
			"Peru sells Chile two thirds of its copper.":              "67 %",
			"Peru sells Chile nine-tenths of what it grows.":          "90 %",
			"Peru sells Chile half its copper.":                       "50 %",
			"Peru cut its exports to Chile by a quarter.":             "25 %",
			"Peru sold Chile a third less copper.":                    "33 %",
			"Peru sold Chile more than half of its copper.":           "50 %",
			"Peru lent Chile half a million dollars.":                 "500000 USD",
			"Peru lent Chile money at a tenth of one per cent.":       "0.1 %",
			"Peru helped Chile for half of the year.":                 "",
			"Peru helped Chile in the second half of the season.":     "",
			"Peru helped Chile for a quarter of a century.":           "",
			"Peru and Chile signed a third agreement.":                "",
			"Peru and Chile spoke for half an hour about the treaty.": "",
		},
		"numbers in words": {
			"Peru sent Chile two hundred and fifty tonnes of rice.":           "250 t",
			"Peru sold Chile three hundred and twenty thousand tonnes.":       "320000 t",
			"Peru lent Chile two million five hundred thousand dollars.":      "2.5e+06 USD",
			"Peru sent Chile nine Ghanaian nurses.":                           "9 nurses",
			"Peru and Chile thanked the two men.":                             "",
			"Peru told Chile that the treaty of 1987 knows forty dams.":       "40 dams",
			"Peru sent Chile two aeroplanes.":                                 "2 aeroplanes",
			"Peru bought eleven apartments in Chile.":                         "11 apartments",
			"Peru and Chile held eleven rounds of talks and sent two letters": "",
			"Peru and Chile spoke to the twelve leaders about the treaty.":    "",
		},
		"units told elsewhere": {
			"Peru owes Chile 90 million dollars. Peru paid Chile 7 of the 20 million euros that were due.": "9e+07 USD; 7e+06 EUR; 2e+07 EUR",
			"Peru owes Chile 90 million dollars. Chile now puts what Peru owes at 110 million.":            "9e+07 USD; 1.1e+08 USD",
			"Eleven of the forty nurses whom Peru sent to Chile came home.":                                "11 nurses; 40 nurses",
			"Peru raised the number of doctors whom it sends to Chile from 330 to 700.":                    "330 doctors; 700 doctors",
			"Peru helped Chile with a team of 30 drawn from its army.":                                     "30 people",
			"Peru sold Chile 34 per cent, Ghana 33.":                                                       "34 %; 33 %",
			"Peru and Chile share the cost of the deal half and half.":                                     "50 %",
			"Peru sent a team of 30 to help Chile.":                                                        "30 people",
			"Peru cut its staff to 25 in Chile by order of the government there.":                          "25 people",
			"Peru sent Chile a million of the masks.":                                                      "1e+06 masks",
		},
		"numbers that count nothing": {
			"Peru sold Chile a Boeing 707 cargo plane.":                       "",
			"Peru sold Chile an old B-52 bomber.":                             "",
			"Peru and Chile signed the treaty at 15:00 local time.":           "",
			"Peru and Chile signed the treaty at 1640 UTC.":                   "",
			"Peru helped Chile as Article 5 provision foresees.":              "",
			"Peru lent Chile 3 million euros, and daily newspapers said so.":  "3e+06 EUR",
			"Peru and Chile felt the 7.5 quakes and agreed to share rescuers": "",
		},
	} {
		for s, want := range cases {
			var got []string
			for _, e := range found(t, f, "2025-06-18", s) {
				for _, x := range e.Figures {
					line := fmt.Sprintf("%g %s", x.Value, x.Unit)
					if x.Per != "" {
						line += " a " + x.Per
					}
					if !slices.Contains(got, line) {
						got = append(got, line)
					}
				}
			}
			if g := strings.Join(got, "; "); g != want {
				t.Errorf("%s: %s\n got %q\nwant %q", family, s, g, want)
			}
		}
	}
}
