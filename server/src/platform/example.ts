import { z } from 'zod'

type Schema = z.core.JSONSchema.BaseSchema

/** Names whose values are checked by more than their shape. */
const known: Readonly<Record<string, unknown>> = {
  state: 'VA',
  zone: 'America/New_York',
  phone: '+1 540 555 0142',
  name: 'Clover Samplett',
  password: 'slow rivers carry far',
  email: 'clover@example.test',
  states: ['VA'],
  response: {
    id: 'AQID',
    rawId: 'AQID',
    type: 'public-key',
    clientExtensionResults: {},
    response: { clientDataJSON: 'e30', attestationObject: 'oA', authenticatorData: 'AAAA', signature: 'AAAA' },
  },
}
const byFormat: Readonly<Record<string, string>> = {
  uuid: '00000000-0000-7000-8000-000000000000',
  email: 'clover@example.test',
  date: '2026-11-23',
  'date-time': '2026-11-23T15:00:00.000Z',
}
/** Tried in turn against a pattern. */
const candidates = ['1', '10', '72', '2.5', '170', '10:00', '2026-11-23', '2026-11-23T15:00:00.000Z', 'abcdefgh', '123456']

const textFor = ({ format, pattern, minLength = 0 }: Schema) => {
  const given = byFormat[format ?? '']
  if (given !== undefined) return given
  const fitting = candidates.find((text) => pattern !== undefined && new RegExp(pattern).test(text) && text.length >= minLength)
  return fitting ?? 'some words'.padEnd(minLength, ' and more')
}

const numberFor = ({ minimum, exclusiveMinimum, maximum }: Schema) => {
  const least = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum
  const plain = least === undefined || least === Number.MIN_SAFE_INTEGER ? 1 : least
  return maximum === undefined ? plain : Math.min(plain, maximum)
}

const isSchema = (value: unknown): value is Schema => value !== null && typeof value === 'object' && !Array.isArray(value)

// Where everything may be left out, sending nothing would say nothing.
const objectFor = ({ properties = {}, required = [] }: Schema) =>
  Object.fromEntries(
    (required.length > 0 ? required : Object.keys(properties).slice(0, 1)).flatMap((name) => {
      const property = properties[name]
      return isSchema(property) ? [[name, valueFor(property, name)]] : []
    }),
  )

const listFor = ({ prefixItems, items, minItems = 0 }: Schema, name: string): unknown[] => {
  if (prefixItems) return prefixItems.map((each) => (isSchema(each) ? valueFor(each, name) : null))
  return minItems > 0 && isSchema(items) ? Array.from({ length: minItems }, () => valueFor(items, name)) : []
}

const valueFor = (schema: Schema, name: string): unknown => {
  if (known[name] !== undefined) return known[name]
  if (schema.examples?.[0] !== undefined) return schema.examples[0]
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? []
  if (isSchema(first)) return valueFor(first, name)
  if (schema.type === 'object') return objectFor(schema)
  if (schema.type === 'array') return listFor(schema, name)
  if (schema.type === 'number' || schema.type === 'integer') return numberFor(schema)
  if (schema.type === 'boolean') return true
  return schema.type === 'null' ? null : textFor(schema)
}

/** What a schema expects to be sent, as JSON Schema; what it works out from that is not shown. */
export const jsonSchemaOf = (schema: z.ZodType): Schema => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })

/** The smallest thing to send that has the form of this schema; the same each time. */
export const exampleOf = (schema: z.ZodType): unknown => valueFor(jsonSchemaOf(schema), '')
