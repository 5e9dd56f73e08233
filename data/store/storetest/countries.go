package storetest

import (
	"strings"

	"entente/data"
)

// table lists countries by code and name; the first ones are met most often.
const table = `US United States
RS Serbia
JP Japan
RU Russia
CN China
RO Romania
DE Germany
FR France
GB United Kingdom
IT Italy
TR Türkiye
UA Ukraine
IN India
HU Hungary
BG Bulgaria
HR Croatia
BA Bosnia and Herzegovina
ME Montenegro
MK North Macedonia
AL Albania
XK Kosovo
EU European Union
SI Slovenia
AT Austria
GR Greece
PL Poland
CZ Czechia
SK Slovakia
ES Spain
PT Portugal
NL Netherlands
BE Belgium
LU Luxembourg
CH Switzerland
SE Sweden
NO Norway
FI Finland
DK Denmark
IE Ireland
IS Iceland
EE Estonia
LV Latvia
LT Lithuania
BY Belarus
MD Moldova
GE Georgia
AM Armenia
AZ Azerbaijan
KZ Kazakhstan
UZ Uzbekistan
KR South Korea
KP North Korea
MN Mongolia
TW Taiwan
VN Vietnam
TH Thailand
MY Malaysia
SG Singapore
ID Indonesia
PH Philippines
AU Australia
NZ New Zealand
CA Canada
MX Mexico
BR Brazil
AR Argentina
CL Chile
PE Peru
CO Colombia
VE Venezuela
CU Cuba
EG Egypt
LY Libya
TN Tunisia
DZ Algeria
MA Morocco
SD Sudan
ET Ethiopia
KE Kenya
TZ Tanzania
UG Uganda
ZA South Africa
NG Nigeria
GH Ghana
CI Côte d'Ivoire
CM Cameroon
AO Angola
MZ Mozambique
ZW Zimbabwe
ZM Zambia
SA Saudi Arabia
AE United Arab Emirates
QA Qatar
KW Kuwait
BH Bahrain
OM Oman
YE Yemen
IQ Iraq
IR Iran
SY Syria
LB Lebanon
JO Jordan
IL Israel
PS Palestine
CY Cyprus
MT Malta
PK Pakistan
AF Afghanistan
BD Bangladesh
LK Sri Lanka
NP Nepal
MM Myanmar
KH Cambodia
LA Laos`

var codes, names = func() (codes []data.Party, names map[data.Party]string) {
	names = map[data.Party]string{}
	for line := range strings.Lines(table) {
		code, name, _ := strings.Cut(strings.TrimSpace(line), " ")
		codes = append(codes, data.Party(code))
		names[data.Party(code)] = name
	}
	return codes, names
}()
