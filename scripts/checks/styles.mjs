import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

const isSheet = (file) => file.endsWith('.module.css')
const isScreen = (file) => /[.]tsx?$/.test(file)
const comments = /\/\*[\s\S]*?\*\//g

/** The classes that a style sheet names, each once. */
export const classesIn = (sheet) => {
  const selectors = sheet.replaceAll(comments, '').replaceAll(/:global\([^)]*\)/g, '')
  const heads = selectors.match(/[^{};]+(?=\{)/g) ?? []
  return [...new Set(heads.flatMap((head) => (/^\s*@/.test(head) ? [] : (head.match(/\.[A-Za-z][\w-]*/g) ?? []))))].map((name) =>
    name.slice(1),
  )
}

/** Which style sheets a screen takes, by path, with the classes it asks of each; null where it asks by a name that is only known later. */
export const askedBy = (file, text) =>
  [...text.matchAll(/import (\w+) from '([^']+[.]module[.]css)'/g)].map(([, name, path]) => ({
    sheet: posix.join(posix.dirname(file), path),
    asked: new RegExp(`\\b${name}\\[`).test(text)
      ? null
      : [...text.matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))].map(([, asked]) => asked),
  }))

/** The data attributes that a style sheet asks for, each once. */
export const attributesIn = (sheet) => [...new Set(sheet.replaceAll(comments, '').match(/(?<=\[)data-[a-z-]+/g) ?? [])]

/** The data attributes that a screen sets, as they stand in the document. */
export const setBy = (text) => [
  ...(text.match(/\bdata-[A-Za-z-]+/g) ?? []),
  ...[...text.matchAll(/\bdataset[.](\w+)/g)].map(
    ([, name]) => `data-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
  ),
]

/** Every class that no screen asks for, and every one that is asked for and is nowhere. */
export function styleFaults(files = filesUnder('web/src')) {
  const read = (file) => readFileSync(at(file), 'utf8')
  const set = new Set(files.filter(isScreen).flatMap((file) => setBy(read(file))))
  const missed = files
    .filter((file) => file.endsWith('.css'))
    .flatMap((sheet) => attributesIn(read(sheet)).flatMap((name) => (set.has(name) ? [] : [`${sheet}: nothing sets ${name}`])))
  const asks = files.filter(isScreen).flatMap((file) => askedBy(file, read(file)))
  const classes = files.filter(isSheet).flatMap((sheet) => {
    const own = asks.filter((each) => each.sheet === sheet)
    if (own.some(({ asked }) => asked === null)) return []
    const asked = new Set(own.flatMap((each) => each.asked))
    const named = classesIn(read(sheet))
    return [
      ...named.filter((name) => !asked.has(name)).map((name) => `${sheet}: nothing has the class ${name}`),
      ...[...asked]
        .filter((name) => !named.includes(name))
        .map((name) => `${sheet}: the class ${name} is asked for and not there`),
    ]
  })
  return [...classes, ...missed]
}
