import type { Claim } from '../chart/claim.ts'
import type { ConsentText } from '../chart/consent.ts'
import type { Statement } from '../chart/statement.ts'
import type { Item, Questionnaire } from '../outcome/questionnaire.ts'
import { definitionTexts } from './definition-texts.generated.ts'
import { isSaidTo, type Reader } from './reader.ts'

/** Gives the words of one text of a definition, by its key: "mood.items.mood.text". */
type Say = (key: string, english: string) => string

// A clinic's own number stands in a consent by its name; no language changes that name.
const PLACE = /\{(\w+)\}/g
const named = (english: string) => Object.fromEntries([...english.matchAll(PLACE)].map(([place, name]) => [name, place]))
const filled = (english: string, values: Readonly<Record<string, string>>) =>
  english.replaceAll(PLACE, (place, name: string) => values[name] ?? place)

const sayFor =
  (to: Reader, { id }: { id: string }): Say =>
  (key, english) => {
    if (to.rewrite) return to.rewrite((values: Readonly<Record<string, string>>) => filled(english, values), named(english))
    return (isSaidTo(to, id) && definitionTexts[to.locale]?.[`${id}.${key}`]) || english
  }

const each = <T>(texts: readonly T[], say: (text: T, i: number) => T): T[] => texts.map(say)

const wordsOfClaim = <C extends Claim>(claim: C, say: Say): C => ({
  ...claim,
  title: say('title', claim.title),
  text: say('text', claim.text),
  figures: Object.fromEntries(Object.entries(claim.figures).map(([name, words]) => [name, say(`figures.${name}`, words)])),
  source: say('source', claim.source),
  population: say('population', claim.population),
  comparator: say('comparator', claim.comparator),
  time: say('time', claim.time),
  estimates: claim.estimates.map(({ what, against, ...figures }, i) => ({
    ...figures,
    what: say(`estimates.${i}.what`, what),
    ...(against && { against: { ...against, what: say(`estimates.${i}.against`, against.what) } }),
  })),
})

function wordsOfItem(item: Item, say: Say): Item {
  const key = `items.${item.id}`
  if (item.kind === 'scale') {
    const [least, most] = item.ends ?? ['', '']
    return {
      ...item,
      text: item.text === null ? null : say(`${key}.text`, item.text),
      ends: item.ends && [say(`${key}.least`, least), say(`${key}.most`, most)],
    }
  }
  const choices = Object.entries(item.choices).map(([choice, text]) => [choice, say(`${key}.choices.${choice}`, text)] as const)
  return { ...item, text: say(`${key}.text`, item.text), choices: Object.fromEntries(choices) }
}

const wordsOfQuestionnaire = <Q extends Questionnaire>(asked: Q, say: Say): Q => ({
  ...asked,
  items: asked.items.map((item) => wordsOfItem(item, say)),
  bands: asked.bands.map(([from, name]) => [from, say(`bands.${from}`, name)] as const),
})

const wordsOfConsent = <T extends Pick<ConsentText, 'id' | 'title' | 'sections' | 'teachBack' | 'statement'>>(
  text: T,
  say: Say,
): T => ({
  ...text,
  title: say('title', text.title),
  sections: text.sections.map(({ id, heading, paragraphs, ...rest }) => ({
    ...rest,
    id,
    heading: say(`sections.${id}.heading`, heading),
    paragraphs: each(paragraphs, (paragraph, i) => say(`sections.${id}.paragraphs.${i}`, paragraph)),
  })),
  teachBack: each(text.teachBack, (point, i) => say(`teachBack.${i}`, point)),
  statement: say('statement', text.statement),
})

const wordsOfStatement = <S extends Statement>(statement: S, say: Say): S => ({
  ...statement,
  text: say('text', statement.text),
  why: say('why', statement.why),
})

/** A statement in its reader’s language, with the figures of its claim, as it is said to them, in their places. */
export function statementIn<S extends Statement>(to: Reader, statement: S, { figures }: Pick<Claim, 'figures'>): S {
  const said = wordsOfStatement(statement, sayFor(to, statement))
  return { ...said, why: filled(said.why, figures) }
}

/** A public claim in its reader’s language. */
export const claimIn = <C extends Claim>(to: Reader, claim: C): C => wordsOfClaim(claim, sayFor(to, claim))

/** A questionnaire in its reader’s language; what is answered and scored stays the same. */
export const questionnaireIn = <Q extends Questionnaire>(to: Reader, asked: Q): Q =>
  wordsOfQuestionnaire(asked, sayFor(to, asked))

/** A consent in its reader’s language. */
export const consentIn = <T extends ConsentText>(to: Reader, text: T): T => wordsOfConsent(text, sayFor(to, text))

/** Every text of these definitions that a patient or a caller reads, by its key: what another language must say. */
export function textsOfDefinitions(
  claims: readonly Claim[],
  questionnaires: readonly Questionnaire[],
  consents: readonly ConsentText[],
  statements: readonly Statement[],
): Record<string, string> {
  const found: Record<string, string> = {}
  const note =
    ({ id }: { id: string }): Say =>
    (key, english) => {
      found[`${id}.${key}`] = english
      return english
    }
  for (const claim of claims) wordsOfClaim(claim, note(claim))
  for (const asked of questionnaires) wordsOfQuestionnaire(asked, note(asked))
  for (const text of consents) wordsOfConsent(text, note(text))
  for (const statement of statements) wordsOfStatement(statement, note(statement))
  return found
}
