import { readFileSync } from 'node:fs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

const page = 'docs/glossary.md'

/** The quantities of the glossary's own table, each with the names that it had and has no more. */
export const quantities = (text = readFileSync(at(page), 'utf8')) => {
  const [, after = ''] = text.split(/^## Quantities$/m)
  const [table = ''] = after.split(/^## /m)
  return [...table.matchAll(/^\| `(\w+)` \| [^|]+ \| ([^|]*)\|$/gm)].map(([, name, never = '']) => ({
    name,
    never: [...never.matchAll(/`([\w.]+)`/g)].map(([, word]) => word),
  }))
}

/** Where an old name is read: rows that were written under it, and its own use for another quantity. */
const mayStand = {
  'clinical/src/stored-names.test.ts': /./,
  'clinical/src/dose/stored-sum.ts': /./,
  'clinical/src/visit/stored-event.ts': /./,
  'server/src/simulated-clinic/kept/readings.ts': /./,
  'web/src/pages/workspace/plan/dose-draft.ts': /totalMg/,
}
const isUnit = /\b(amountMeasures|measures)\.mlPerHour\b/g
const isOther = (file, word) => word === 'mlPerHour' && /^clinical\/src\/shapes\/measures[.]ts$/.test(file)

/** Lines of a text that call a quantity by a name it has no more. */
export function oldNamesIn(file, text, table = quantities()) {
  const never = table.flatMap(({ name, never: words }) =>
    words.map((word) => ({ name, word, pattern: new RegExp(`\\b${word.replaceAll('.', '[?]?[.]')}\\b`) })),
  )
  return text
    .split('\n')
    .flatMap((line, i) =>
      never
        .filter(
          ({ word, pattern }) =>
            pattern.test(line.replaceAll(isUnit, '')) && !isOther(file, word) && !(mayStand[file]?.test(line) ?? false),
        )
        .map(({ name, word }) => `${file}:${i + 1} says ${word}: this quantity is called ${name} (docs/glossary.md)`),
    )
}

/** Every quantity that is called by an old name, from the order to the drug book. */
export const quantityFaults = () => {
  const table = quantities()
  if (table.length < 5) return [`${page} has no table of quantities`]
  return filesUnder('clinical/src', 'server/src', 'web/src', 'e2e')
    .filter((file) => /[.](tsx?|mjs)$/.test(file))
    .flatMap((file) => oldNamesIn(file, readFileSync(at(file), 'utf8'), table))
}
