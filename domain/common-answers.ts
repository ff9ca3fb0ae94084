import { normaliseAnswer } from "./answers";

/** Answers so common that a stranger tries them first, by what is asked for. */
const commonest = `
pets: max bella buddy charlie lucy molly rocky daisy luna coco milo bailey sadie maggie duke bear tiger shadow lucky sammy simba
  oreo smokey ginger lola rex sam toby zeus leo jack oscar felix kitty princess angel rosie sophie chloe bruno balu minka bobby
  fluffy snoopy spot fido misty ruby roxy zoe penny nala cooper tucker biscuit teddy pepper
places: london paris berlin madrid rome lisbon porto vienna amsterdam dublin munich hamburg cologne warsaw prague budapest athens
  moscow istanbul cairo lagos nairobi mumbai delhi bangalore beijing shanghai tokyo osaka seoul singapore sydney melbourne toronto
  vancouver montreal chicago boston houston dallas miami seattle denver detroit phoenix "new york" "los angeles" "san francisco"
  "san diego" "las vegas" "mexico city" "são paulo" "rio de janeiro" "buenos aires" barcelona milan naples manchester birmingham
  liverpool glasgow edinburgh england germany france spain italy portugal america india china japan brazil canada australia
streets: "main street" "high street" "church street" "park avenue" "oak street" "elm street" "maple street" "station road" "park road"
  hauptstraße bahnhofstraße gartenstraße "first street" "second street" broadway
colours: blue red green black white yellow purple pink orange brown grey gray silver gold turquoise blau rot grün schwarz weiß gelb
  azul rojo verde bleu rouge vert
people: john james michael david robert william mary anna maria peter paul thomas daniel joseph george mark andrew chris alex
  smith johnson williams brown jones miller davis garcia müller schmidt martin silva santos kumar singh patel nguyen kim lee wang li
  mother father mom mum dad mama papa brother sister
food: pizza pasta spaghetti lasagna sushi chicken steak burger hamburger chocolate icecream rice curry tacos apple banana
cars: ford toyota honda bmw audi mercedes volkswagen vw golf chevrolet nissan opel fiat renault kia volvo tesla mazda corolla civic
clubs: arsenal chelsea "manchester united" "real madrid" juventus bayern benfica liverpoolfc barça yankees lakers cowboys
films: "star wars" titanic matrix avatar "harry potter" "lord of the rings" godfather frozen inception terminator gladiator
schools: "high school" "primary school" "elementary school" school university harvard oxford cambridge stmarys "st john's" grundschule
work: teacher doctor engineer nurse student driver police lawyer manager
words: password passwort passwords secret answer test testing none nothing "n/a" unknown "don't know" "no idea" idk yes abc abcd
  abc123 qwerty asdf letmein admin welcome iloveyou love home family football baseball soccer music dog cat god jesus summer winter
  monday friday january december spring autumn
numbers: 000 111 123 1234 12345 123456 1234567 12345678 123456789 1111 0000 2000 1990 1980 1985 1995 007 100 999 777
`;

/** Answers in any script or case come out here as they are compared, so that one table serves them all. */
const common = new Set(
  commonest
    .replace(/^\w+:/gm, "")
    .match(/"[^"]+"|\S+/g)
    ?.map(normaliseAnswer),
);

/** True of a normalised answer that is among the commonest: a guess at it is no guess. */
export const isCommonAnswer = (normalised: string): boolean => common.has(normalised);
