import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from '../place.mjs'

const read = (folder, ...path) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'))

/** Which messages speak of health, in groups as a prescriber approves them; by message, the group. Throws for one that there is not. */
export function clinicalMessages(folder = at('clinical/messages')) {
  const file = join(folder, 'clinical.json')
  const groups = existsSync(file) ? read(folder, 'clinical.json') : {}
  const found = new Map()
  for (const [group, { messages }] of Object.entries(groups))
    for (const name of messages) {
      const [area, key] = name.split('.')
      if (!existsSync(join(folder, 'en', `${area}.json`)) || read(folder, 'en', `${area}.json`)[key] === undefined)
        throw new Error(`clinical.json: there is no message ${name}`)
      found.set(name, group)
    }
  return { groups, found }
}
