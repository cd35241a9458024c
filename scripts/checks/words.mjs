import { readFileSync } from 'node:fs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

// Written in two parts, so that this file does not find itself.
const word = (...parts) => new RegExp(parts.join(''))
const refused = [
  ['unfinished work belongs in an issue', word('\\b(TO', 'DO|FIX', 'ME|HA', 'CK|XX', 'X)\\b')],
  [
    'a type is never switched off',
    word('\\bas a', 'ny(?! (of|other)\\b)\\b|@ts-', '(ignore|nocheck|expect-error)|biome-', 'ignore'),
  ],
  ['every test runs', word('\\b(test|it|describe|suite)[.](on', 'ly|sk', 'ip|to', 'do|fix', 'me)\\b')],
  ['a path of one machine means nothing on another', word('(?<![\\w.])/(wo', 'rk|ho', 'me|ro', 'ot|Us', 'ers)/')],
]
const isRead = (file) => /[.](ts|tsx|mjs|cjs|sql|css|html|json|md|ya?ml|sh)$|^[.]ci\//.test(file) && file !== 'package-lock.json'

/** Words that may not stand in the repository, each with its place and the reason. */
export function words(paths = ['.']) {
  return filesUnder(...paths)
    .filter(isRead)
    .flatMap((file) =>
      readFileSync(at(file), 'utf8')
        .split('\n')
        .flatMap((line, i) => faultsIn(line).map((why) => `${file}:${i + 1} ${why}: ${line.trim().slice(0, 100)}`)),
    )
}

/** Why this line may not stand; nothing when it may. */
export const faultsIn = (line) => refused.filter(([, pattern]) => pattern.test(line)).map(([why]) => why)
