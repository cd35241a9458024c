import { readFileSync } from 'node:fs'
import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import { messagesIn } from '../codegen/messages.mjs'
import { filesUnder } from '../fingerprint.mjs'
import { at } from '../place.mjs'

const isSource = (file) => /[.]tsx?$/.test(file) && !/[.](test|generated)[.]tsx?$|\/testing/.test(file)

/** The messages that a source says: of each area that it imports, the names it uses. */
export function saidIn(text) {
  const imports = text.matchAll(
    /import (?:\* as (\w+)|\{([^}]*)\}) from '(?:@dripline\/clinical\/words\/|\.{1,2}\/(?:words\/)?)([\w-]+)(?:\.generated\.ts)?'/g,
  )
  return [...imports].flatMap(([, whole, some, area]) => {
    const names = whole
      ? [...text.matchAll(new RegExp(`\\b${whole}[.](\\w+)`, 'g'))].map(([, name]) => name)
      : some.split(',').map((each) => each.trim().split(/\s+as\s+/)[0])
    return names.filter(Boolean).map((name) => `${area}.${name}`)
  })
}

/** Messages that nobody says. */
export function unsaidMessages(
  areas = messagesIn('en'),
  texts = filesUnder('clinical/src', 'server/src', 'web/src')
    .filter(isSource)
    .map((file) => readFileSync(at(file), 'utf8')),
) {
  const said = new Set(texts.flatMap(saidIn))
  return [...areas].flatMap(([area, messages]) =>
    [...messages.keys()]
      .filter((key) => !said.has(`${area}.${key}`))
      .map((key) => `clinical/messages/en/${area}.json: nobody says ${key}`),
  )
}

/** What a message says, once for each way in which it can be said; an ellipsis stands where a value will be. */
export function waysOf(message) {
  const parts = typeof message === 'string' ? parse(message) : message
  const ways = Math.max(1, ...parts.map(waysIn))
  return [...new Set(Array.from({ length: ways }, (_, i) => said(parts, i)))]
}

const waysIn = ({ type, options, children }) =>
  options
    ? Object.values(options).reduce((sum, { value }) => sum + Math.max(1, ...value.map(waysIn)), 0)
    : type === TYPE.tag
      ? Math.max(1, ...children.map(waysIn))
      : 1

const said = (parts, way) =>
  parts
    .map((part) => {
      if (part.type === TYPE.literal) return part.value
      if (part.type === TYPE.tag) return said(part.children, way)
      if (!part.options) return '…'
      const choices = Object.values(part.options)
      return said(choices[way % choices.length].value, way)
    })
    .join('')

/** Every English message with its file, line and all its ways, for whatever reads what people read. */
export function* messageTexts() {
  for (const [area, messages] of messagesIn('en')) {
    const file = `clinical/messages/en/${area}.json`
    const lines = readFileSync(at(file), 'utf8').split('\n')
    for (const [key, { parts }] of messages)
      for (const text of waysOf(parts)) yield { file, line: lines.findIndex((line) => line.includes(`"${key}":`)) + 1, text }
  }
}
