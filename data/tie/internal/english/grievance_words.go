package english

// lists are what those are put on who are barred.
var lists = map[string]bool{"list": true, "lists": true, "register": true, "roster": true}

// resuming are the verbs of those who do again what had stopped.
var resuming = map[string]bool{"resume": true, "restore": true, "renew": true, "restart": true, "reopen": true, "reinstate": true}

// shrugs are the verbs of those who do not mind what others say against it.
var shrugs = map[string]bool{"brush aside": true, "brush off": true, "shrug off": true, "wave away": true, "dismiss": true, "downplay": true, "ignore": true}

// works are what a firm may have abroad that can be taken from it.
var works = map[string]bool{"mine": true, "mines": true, "oilfield": true, "field": true, "refinery": true, "pipeline": true, "railway": true, "airport": true,
	"terminal": true, "smelter": true, "plantation": true, "plantations": true}

// replies are what does not come.
var replies = map[string]bool{"reply": true, "answer": true, "response": true}

// spans are how long somebody is given.
var spans = map[string]bool{"hours": true, "days": true, "week": true, "weeks": true, "month": true, "months": true}

// leaving is what somebody is given time to do.
var leaving = map[string]bool{"leave": true, "pay": true, "go": true, "withdraw": true, "quit": true, "close": true, "comply": true, "depart": true,
	"pack": true, "clear": true, "vacate": true, "get": true, "shut": true}

// volleys are what is exchanged by those who fight.
var volleys = map[string]bool{"shots": true, "fire": true, "gunfire": true, "blows": true, "shells": true, "insults": true, "threats": true, "accusations": true}

// fuels are burnt for their heat.
var fuels = map[string]bool{"coal": true, "oil": true, "gas": true, "wood": true, "pellets": true, "lignite": true, "fuel": true, "diesel": true, "biomass": true}

// custody is where people are held.
var custody = map[string]bool{"custody": true, "prison": true, "jail": true, "detention": true, "handcuffs": true, "cells": true}

// toBlame are what somebody is held or found who is blamed.
var toBlame = map[string]bool{"responsible": true, "liable": true, "accountable": true, "guilty": true, "culpable": true, "complicit": true}

// overdue are the words for what has not been paid or done in time.
var overdue = map[string]bool{"late": true, "overdue": true, "arrears": true, "unpaid": true, "behind": true, "outstanding": true, "unanswered": true, "unreturned": true}

// share are the words that make an amount a duty: "25 percent".
var share = map[string]bool{"percent": true, "per": true, "%": true, "duty": true, "duties": true, "levy": true, "tariff": true, "surcharge": true}

// lapsing are what a treaty is let do.
var lapsing = map[string]bool{"lapse": true, "expire": true, "die": true, "drop": true, "wither": true}

// courts are where somebody is taken who is accused.
var courts = map[string]bool{"court": true, "arbitration": true, "tribunal": true}

// moneyWords are what is wanted back.
var moneyWords = map[string]bool{"money": true, "deposit": true, "payment": true, "cash": true, "fee": true, "fees": true, "advance": true}

// closed are what a border or gate is kept.
var closed = map[string]bool{"closed": true, "shut": true, "sealed": true, "barred": true, "blocked": true}

// defects are why goods go back or are burnt.
var defects = map[string]bool{"traces": true, "residue": true, "residues": true, "pesticide": true, "pesticides": true, "pest": true, "pests": true,
	"mould": true, "mold": true, "weevils": true, "salmonella": true, "contaminated": true, "contamination": true, "rotten": true, "faulty": true,
	"defective": true, "defects": true, "aflatoxin": true, "bacteria": true, "mislabelled": true, "substandard": true, "infested": true, "dye": true}

// ceasing is what somebody is told to do who did wrong.
var ceasing = map[string]bool{"stop": true, "leave": true, "cease": true, "halt": true, "withdraw": true, "apologise": true, "apologize": true, "desist": true}

// ships are what is shadowed.
var ships = map[string]bool{"ship": true, "ships": true, "vessel": true, "vessels": true, "frigate": true, "submarine": true, "boat": true, "boats": true,
	"aircraft": true, "plane": true, "planes": true, "bomber": true, "bombers": true, "tanker": true, "trawler": true, "trawlers": true}

// judges are the verbs of those who say what somebody or something is to them.
var judges = map[string]bool{"call": true, "describe": true, "label": true, "brand": true, "declare": true, "dub": true, "term": true, "denounce": true,
	"consider": true, "deem": true, "regard": true, "portray": true, "paint": true, "judge": true, "view": true, "pronounce": true, "find": true}

// illNames are what is called so by those who object to it, beside the words that are a reproach wherever they stand.
var illNames = map[string]bool{"unjustified": true, "unjust": true, "unjustifiable": true, "unwarranted": true, "unwelcome": true, "undesirable": true,
	"unfriendly": true, "illegal": true, "illegitimate": true, "illicit": true, "invalid": true, "void": true, "null": true, "worthless": true,
	"arbitrary": true, "excessive": true, "disproportionate": true, "discriminatory": true, "protectionist": true, "punitive": true, "hostile": true,
	"aggressive": true, "dangerous": true, "insulting": true, "offensive": true, "disrespectful": true, "immoral": true, "unethical": true,
	"inhuman": true, "inhumane": true, "brutal": true, "cruel": true, "criminal": true, "wrong": true, "misguided": true, "regrettable": true,
	"counterproductive": true, "appalling": true, "unlawful": true, "insufficient": true, "unreliable": true, "untrustworthy": true,
	"vassal": true, "puppet": true, "stooge": true, "lackey": true, "bully": true, "pariah": true, "rogue": true, "threat": true, "menace": true,
	"foe": true, "adversary": true, "warmonger": true, "tyrant": true, "thief": true, "dictator": true, "coward": true, "traitor": true, "imperialist": true,
	"theft": true, "robbery": true, "piracy": true, "extortion": true, "meddling": true, "interference": true, "affront": true, "aggression": true,
	"escalation": true, "falsification": true, "fabrication": true, "lie": true, "propaganda": true, "smear": true, "farce": true, "sham": true, "charade": true,
	"mockery": true, "travesty": true, "crime": true, "mistake": true, "betrayal": true, "discrimination": true, "trespass": true, "violation": true, "breach": true}
