import { administrations, type Field, shapeOf } from '@dripline/clinical'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { OwnFields, saidOf, type Typed } from './own-fields.tsx'

const typedFor = (field: Field): string | readonly string[] => {
  if (field.kind === 'identifiers') return ['full name', 'date of birth']
  if (field.kind === 'agreed') return field.points
  if (field.kind === 'choice') return field.options[0] ?? ''
  return field.kind === 'words' ? 'as usual' : field.measure.like
}
const acts = administrations.flatMap(({ id, acts: own, order }) => [
  ...Object.entries(own).map(([name, { fields }]) => [`${id}, ${name}`, fields] as const),
  ...(order ? [[`${id}, its order`, order.fields] as const] : []),
])

test.each(acts)('the form of %s asks for every field, and sends what the server takes', (_, fields) => {
  const typed: Typed = Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, typedFor(field)]))
  const html = renderToStaticMarkup(<OwnFields fields={fields} typed={typed} onChange={() => undefined} />)
  for (const { label } of Object.values(fields)) expect(html).toContain(label)
  expect(shapeOf(fields).safeParse(saidOf(fields, typed)).success).toBe(true)
})

test('what was told in part is not agreed to', () => {
  const { agreed } = administrations.find(({ id }) => id === 'fluid')?.acts['line-placed']?.fields ?? {}
  if (agreed?.kind !== 'agreed') throw new TypeError('A line is placed without anybody being told.')
  expect(saidOf({ agreed }, { agreed: agreed.points.slice(1) })).toEqual({})
  expect(saidOf({ agreed }, { agreed: agreed.points })).toEqual({ agreed: agreed.points.join(' ') })
})

test('what was left blank is not sent', () => {
  const fluid = administrations.find(({ id }) => id === 'fluid')
  expect(saidOf(fluid?.order?.fields ?? {}, { ml: ' ', reason: '' })).toEqual({})
})
