import { type Drug, foldedWord } from '../dose/drug.ts'
import { drugFamilies } from '../dose/drug-families.ts'
import { drugs } from '../dose/drug-list.ts'

/** One line of a person's allergies as it was told: `none known` is what somebody said on a day, and takes no allergy away. */
export type ToldAllergy = { kind: string; text: string; reaction?: string | null }

/** What a person's allergies say to one drug: nothing, that nobody asked, what is shared with it, or words that nobody could read. */
export type AllergyAnswer =
  | { kind: 'clear' }
  | { kind: 'not asked' }
  | { kind: 'shares'; allergy: string; reaction: string | null; shared: string }
  | { kind: 'unread'; words: readonly string[] }

/** Things people are allergic to that no drug of ours contains; anything else unknown is read by a person, not passed over. */
const otherAllergens = [
  ...['latex', 'adhesive', 'tape', 'nickel', 'pollen', 'grass', 'ragweed', 'dust', 'mold', 'cat', 'cats', 'dog', 'dogs'],
  ...['bee', 'bees', 'wasp', 'wasps', 'peanut', 'peanuts', 'nuts', 'tree nuts', 'shellfish', 'shrimp', 'fish', 'egg', 'eggs'],
  ...['milk', 'dairy', 'lactose', 'soy', 'wheat', 'gluten', 'strawberries', 'iodine', 'contrast', 'chlorhexidine'],
  ...['penicillin', 'amoxicillin', 'cephalosporins', 'sulfa', 'codeine', 'morphine', 'hydrocodone', 'oxycodone', 'erythromycin'],
]

/** A person's allergies held against one drug, by its ingredient and its families. Unknown words are never taken for harmless. */
export function heldAgainst(drug: Drug, allergies: readonly ToldAllergy[]): AllergyAnswer {
  if (allergies.length === 0) return { kind: 'not asked' }
  const told = allergies.filter(({ kind }) => kind !== 'none known')
  for (const { text, reaction } of told) {
    const shared = sharedWith(drug, text)
    if (shared !== null) return { kind: 'shares', allergy: text, reaction: reaction ?? null, shared }
  }
  const words = told.flatMap(({ text }) => partsOf(text).filter((part) => !isKnown(part)))
  return words.length > 0 ? { kind: 'unread', words } : { kind: 'clear' }
}

function sharedWith(drug: Drug, text: string): string | null {
  if ([drug.title, drug.ingredient, ...drug.names].some((name) => says(text, name))) return `the same drug, ${drug.ingredient}`
  const family = drug.families.find((each) => drugFamilies[each].names.some((name) => says(text, name)))
  return family ? `both are ${drugFamilies[family].title}` : null
}

/** Whether the name stands in the text as whole words. */
const says = (text: string, name: string): boolean => ` ${foldedWord(text)} `.includes(` ${foldedWord(name)} `)

const partsOf = (text: string): string[] =>
  text
    .split(/[,;/\n]| and | or /i)
    .map((part) => part.trim())
    .filter((part) => foldedWord(part) !== '')

const knownNames: readonly string[] = [
  ...otherAllergens,
  ...Object.values(drugFamilies).flatMap(({ names }) => names),
  ...drugs.flatMap(({ title, ingredient, names }) => [title, ingredient, ...names]),
]

const isKnown = (part: string): boolean => knownNames.some((name) => says(part, name))
