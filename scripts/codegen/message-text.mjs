import { TYPE } from '@formatjs/icu-messageformat-parser'

/** The values that a message asks for, each with its type, by name; and whether a part of it is marked up. */
export function shapeOf(parts) {
  const found = new Map()
  let isRich = false
  const add = (name, type) => {
    const before = found.get(name)
    // A number may be counted and written; anything else is one thing in one message.
    if (before && before !== type) throw new Error(`{${name}} is used as ${before} and as ${type}`)
    found.set(name, type)
  }
  const visit = (part) => {
    if (part.type === TYPE.argument) add(part.value, found.get(part.value) ?? 'string')
    if (part.type === TYPE.number) add(part.value, 'number')
    if (part.type === TYPE.plural) add(part.value, 'number')
    if (part.type === TYPE.select) add(part.value, choicesOf(part))
    if (part.type === TYPE.date || part.type === TYPE.time) throw new Error(`{${part.value}}: give a time in words, by its zone`)
    if (part.type === TYPE.tag) {
      isRich = true
      add(part.value, '(inside: readonly (string | T)[]) => T')
      part.children.forEach(visit)
    }
    if (part.options) for (const { value } of Object.values(part.options)) value.forEach(visit)
  }
  parts.forEach(visit)
  return { values: [...found].sort(([a], [b]) => (a < b ? -1 : 1)), isRich }
}

const choicesOf = ({ options }) =>
  Object.keys(options)
    .sort()
    .map((choice) => `'${choice}'`)
    .join(' | ')

const inTemplate = (text) => text.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')

/** A message as an expression: a text, or where a part is marked up a list of texts and of what became of that part. */
export function textOf(parts, { locale, isRich, needs }) {
  return isRich ? listOf(parts, { locale, needs }, null) : templateOf(parts, { locale, needs }, null)
}

function templateOf(parts, to, counted) {
  return `\`${parts.map((part) => (part.type === TYPE.literal ? inTemplate(part.value) : `\${${valueIn(part, to, counted, templateOf)}}`)).join('')}\``
}

function listOf(parts, to, counted) {
  const items = parts.map((part) => {
    if (part.type === TYPE.literal) return `\`${inTemplate(part.value)}\``
    if (part.type === TYPE.tag) return `v.${part.value}(${listOf(part.children, to, counted)})`
    const value = valueIn(part, to, counted, listOf)
    return part.options ? `...(${value})` : value
  })
  return `[${items.join(', ')}]`
}

function valueIn(part, to, counted, textsOf) {
  if (part.type === TYPE.argument) return `v.${part.value}`
  if (part.type === TYPE.number) return figures(`v.${part.value}`, to)
  if (part.type === TYPE.pound) return figures(counted, to)
  if (part.type === TYPE.select) return chosen(part, (choice) => `v.${part.value} === '${choice}'`, to, counted, textsOf)
  if (part.type === TYPE.plural) return plural(part, to, textsOf)
  throw new Error(`${part.value} cannot be compiled`)
}

function plural(part, to, textsOf) {
  if (part.offset) throw new Error(`{${part.value}}: say the number that is meant`)
  if (part.pluralType !== 'cardinal') throw new Error(`{${part.value}}: only counting is compiled`)
  const wanted = new Intl.PluralRules(to.locale).resolvedOptions().pluralCategories.filter((each) => each !== 'many')
  const missing = wanted.filter((each) => !(each in part.options))
  if (missing.length > 0) throw new Error(`{${part.value}} lacks ${missing.join(', ')} for ${to.locale}`)
  const value = `v.${part.value}`
  to.needs.add('pluralOf')
  const isChosen = (choice) =>
    choice.startsWith('=') ? `${value} === ${Number(choice.slice(1))}` : `pluralOf('${to.locale}', ${value}) === '${choice}'`
  return chosen(part, isChosen, to, value, textsOf)
}

function chosen({ options }, isChosen, to, counted, textsOf) {
  const { other, ...named } = options
  const cases = Object.entries(named).map(([choice, { value }]) => `${isChosen(choice)} ? ${textsOf(value, to, counted)} : `)
  return `${cases.join('')}${textsOf(other.value, to, counted)}`
}

const figures = (value, { locale, needs }) => {
  needs.add('figures')
  return `figures('${locale}', ${value})`
}
