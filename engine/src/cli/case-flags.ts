import type { Arguments } from './arguments.ts'
import { asNumber, readCase } from './json.ts'
import { readColumns } from './read-csv.ts'

/** Flags that stand for fields of a case: those of the case itself, and those of its subject. */
const fields = { model: 'model', drug: 'drug', salt: 'salt' } as const
const subject = { 'weight-kg': 'weightKg', 'age-years': 'ageYears', sex: 'sex', 'height-cm': 'heightCm' } as const

export const subjectFlags: readonly string[] = ['drug', ...Object.keys(subject), 'times-min']
export const caseFlags: readonly string[] = [...subjectFlags, 'salt', 'regimen', 'log', 'log-until-min']

export const subjectHelp = `  --drug NAME --weight-kg N --age-years N --sex NAME --height-cm N --times-min 10,20,40
                   in place of the case's own; 0:5:240 is every five minutes up to 240`

export const caseHelp = `${subjectHelp}; also --salt NAME
  --regimen FILE.csv, --log FILE.csv (with --log-until-min N)
                   doses from a table, its columns the fields of a dose or of an entry of the log; the rest may then come
                   from flags, and no case is read unless a file is named`

const per = (amount: string) => [`${amount}Mg`, `${amount}MgPerKg`]
const doseColumns = [
  ...per('bolus'),
  ...per('infuse'),
  ...per('give'),
  'route',
  'atMin',
  'overMin',
  ...['rate', 'rampFrom', 'rampTo'].flatMap((name) => [`${name}MgPerHour`, `${name}MgPerKgPerHour`]),
  'fromMin',
  'toMin',
  'everyMin',
]
const logColumns = ['rateMgPerHour', 'mg']

/** The case in the file named or on standard input, with what flags say in its place. Doses from a table need no case beside them. */
export function readCaseWithFlags({ values, files }: Arguments, enough: readonly string[] = ['regimen', 'log']): unknown {
  const isWhole = files.length === 0 && enough.some((flag) => values.has(flag))
  const value = isWhole ? {} : readCase(files)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const own = 'subject' in value ? value.subject : undefined
  const about = taken(subject, values)
  return {
    ...value,
    ...taken(fields, values),
    ...(Object.keys(about).length > 0 && { subject: { ...Object(own), ...about } }),
    ...timesOf(values.get('times-min')),
    ...dosesOf(values),
  }
}

const taken = (names: Readonly<Record<string, string>>, values: ReadonlyMap<string, string>) =>
  Object.fromEntries(
    Object.entries(names).flatMap(([flag, field]) => {
      const word = values.get(flag)
      return word === undefined ? [] : [[field, asNumber(word)]]
    }),
  )

const timesOf = (words: string | undefined) =>
  words === undefined ? {} : { timesMin: words.split(',').flatMap((word) => rangeOf(word) ?? [asNumber(word)]) }

const mostTimes = 1_000_000

/** `0:5:240` is every five minutes from 0 to 240; anything else is no range, and is refused where times are read. */
function rangeOf(word: string): number[] | undefined {
  const [from, every, to, ...more] = word.split(':').map(asNumber)
  if (more.length > 0 || typeof from !== 'number' || typeof every !== 'number' || typeof to !== 'number') return undefined
  const count = Math.floor((to - from) / every + 1e-9) + 1
  if (!(every > 0 && count >= 1 && count <= mostTimes)) return undefined
  return Array.from({ length: count }, (_, i) => Number((from + i * every).toPrecision(12)))
}

function dosesOf(values: ReadonlyMap<string, string>): object {
  const [regimen, log, until] = ['regimen', 'log', 'log-until-min'].map((name) => values.get(name))
  return {
    ...(log !== undefined && { regimen: undefined, log: readColumns(log, { needed: ['event', 'atMin'], known: logColumns }) }),
    ...(regimen !== undefined && { regimen: readColumns(regimen, { needed: [], known: doseColumns }) }),
    ...(until !== undefined && { logUntilMin: asNumber(until) }),
  }
}
