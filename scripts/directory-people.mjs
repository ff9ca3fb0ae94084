/** What the made-up people of a directory are called, ask and own: every script, and what spreadsheets and parsers trip over. */
export const givenNames = [
  "Ana",
  "Bao",
  "Chloé",
  "Dmitri",
  "Élodie",
  "Fatma",
  "Göran",
  "Hana",
  "İbrahim",
  "João",
  "Kateřina",
  "Łucja",
  "Maeve",
  "Nuño",
  "Ólafur",
  "Priya",
  "Quentin",
  "Ruth",
  "Søren",
  "Thandi",
  "Ümit",
  "Violeta",
  "Wanjiru",
  "Xóchitl",
  "Yusuf",
  "Zoë",
  "Нина",
  "Ελένη",
  "美咲",
  "지훈",
];
export const familyNames = [
  "Almeida",
  "Bjørnstad",
  "Castañeda",
  "Dvořák",
  "Eriksen",
  "Fournier",
  "Grabowski",
  "Hoffmann",
  "Ivanović",
  "Jansen",
  "Kowalczyk",
  "Lê",
  "Müller",
  "Nakamura",
  "O’Sullivan",
  "Pereira",
  "Quispe",
  "Rossi",
  "Şahin",
  "Tremblay",
  "Uzun",
  "Văcărescu",
  "Weiß",
  "Yılmaz",
  "Żak",
];
/** Names as they stand, harmless in the vault and made harmless where they are exported. */
export const oddNames = [
  "=SUM(A1:A9)",
  "@handle",
  "+Plus Ltd",
  "-Minus",
  'Robert "Bob" Tables',
  "Tab\tBetween",
  "Smith, John",
  "Two\nLines",
  "D’Arcy; DROP TABLE",
  "محمد عبد الله",
  "שרה כהן",
  "王小明",
  "अनीता शर्मा",
  "  spaced  out  ",
  "e\u0301clair (decomposed)",
  "𝓕𝓪𝓷𝓬𝔂",
  "👩‍👩‍👧 family",
  "\u202eoverride",
  "'quoted'",
  'a,b,"c"',
];
export const regions = ["eu", "us", "latam", "asia", "mea"];
export const locales = ["en", "de", "pt", "es", "tr", "ru", "zh", "ar"];
export const domains = ["example.com", "example.org", "mail.example.net", "post.bücher.example", "пример.example"];

/** Question id, its text, and answers people give. */
export const questions = [
  [
    "first-school",
    "What was the name of your first school?",
    ["St. Brigid’s", "Goethe-Grundschule", "Escola do Bairro", "Lycée Voltaire", "Средняя школа № 4", "北京小学"],
  ],
  [
    "first-street",
    "On which street did you grow up?",
    ["Lindenstraße", "High Street 12", "Rua do Sol", "Calle Mayor", "İnönü Caddesi", "桜通り"],
  ],
  [
    "installer",
    "Which company installed your first camera?",
    ["Watchful & Co.", "Kamera Krüger", "SegurTec", "I did it myself", "Overvåkning AS"],
  ],
  ["pet", "What was your first pet called?", ["Biscuit", "Señor Gato", "Łatka", "Herr Müller", "Шарик", "たま"]],
  ["nickname", "What was your childhood nickname?", ["Pip", "Bärchen", "Zezinho", "Ptaszek", "Солнышко"]],
];
/** A model and whether its label carries channels before the date. */
export const models = [
  ["DS-2CD2432F-IW", false],
  ["DS-2CD2042WD-I", false],
  ["DS-2DE4225IW-DE", false],
  ["DS-2CD2T47G2-L(C)", false],
  ["DS-7608NI-E2/8P", true],
  ["DS-7616NI-I2/16P", true],
  ["DS-KH6320-WTE1", true],
];
/** What an export holds where something went wrong. */
export const badTimes = [
  "31/02/2020",
  "2021-02-30T10:00:00Z",
  "2020-01-01 10:00:00",
  "2020-13-01T00:00:00Z",
  "yesterday",
  "",
];
export const badAddresses = [
  "nobody",
  "nobody@",
  "@example.com",
  "two@at@example.com",
  "no body@example.com",
  "nobody@localhost",
];
export const badPhones = ["+49", "0170 1234567", "call me", "+1 (415) 555-0001", "+999999999999999", ""];
export const badSerials = ["", "DS-2CD2432F-IW", "12345678", "?!", "DS-2CD2432F-IW20151326CCCH502126167", "ABC123456"];
export const badAnswers = ["", "!!!", "  ", "a", "–—"];
