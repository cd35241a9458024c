import { listOf, STAFF } from '../words/format.ts'
import type { Sentences } from '../words/said.ts'
import { named } from '../words/saying.ts'
import type { ChartKey } from './chart.ts'
import { questions } from './questions.ts'
import { rules, type Unknown } from './screen.ts'

type Open = { unknown: readonly Pick<Unknown, 'key' | 'why'>[] }

const nameOf = ({ key }: { key: ChartKey }) => (Object.hasOwn(questions, key) ? questions[key].name : key)
const namesOf = (which: Open['unknown']) => listOf(STAFF, which.map(nameOf))

/** What clears the unknown is to find out: nobody has to be free of what nobody asked about. */
function findOut({ unknown }: Open): string {
  const measured = unknown.filter(({ key }) => ['whole', 'decimal'].includes(questions[key]?.kind))
  const asked = unknown.filter((each) => !measured.includes(each))
  const part = (verb: string, which: Open['unknown']) =>
    which.length === 0 ? [] : [`${verb} ${which.every(({ why }) => why === 'too old') ? 'again ' : ''}${namesOf(which)}`]
  const [first = '', ...more] = [...part('ask about', asked), ...part('measure or count', measured)]
  return [first.charAt(0).toUpperCase() + first.slice(1), ...more].join('; ')
}

/** What the rules say of a chart, and what they clear by, as staff read it. */
export const findingWords: Sentences = {
  'rule.not-known': ({ unknown }: Open) =>
    `Not known: ${unknown.map((each) => (each.why === 'not answered' ? nameOf(each) : `${nameOf(each)} (${each.why})`)).join(', ')}`,
  'rule.find-out': findOut,
  ...Object.assign(
    {},
    ...rules.map(({ id, title, says, clearsWhen }) => named(`rule.${id}`, { ...says, title, 'clears-when': clearsWhen })),
  ),
}
