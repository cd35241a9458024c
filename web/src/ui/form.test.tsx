import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ProblemError } from '../data/api.ts'
import { framed, PageDataContext } from '../data/page-data.ts'
import { frame } from '../gallery/answers.ts'
import { Choice } from './choices.tsx'
import { SelectField, TextField } from './fields.tsx'
import { Form } from './form.tsx'

// What a person does with a form is played in a browser by e2e/forms.story.ts; here is what it shows.
const drawn = (form: ReactNode) => renderToStaticMarkup(<PageDataContext value={framed({ frame })}>{form}</PageDataContext>)
const idle = { sendAndWait: async () => undefined, isSending: false, isDone: false, problem: null }
const refused = new ProblemError(422, {
  code: 'not-valid',
  title: 'Some of this cannot be saved',
  faults: [
    { field: 'name', value: '', code: 'missing', params: {} },
    { field: 'state', value: 'QQ', code: 'missing', params: {} },
    { field: 'when', value: '', code: 'missing', params: {} },
  ],
} as never)

const whole = (problem: ProblemError | null, more: object = {}) =>
  drawn(
    <Form sends={{ ...idle, problem, ...more }} body={() => null} act="Save" saved="Saved.">
      <TextField name="name" label="Name" />
      <SelectField name="state" label="State" options={['VA']} />
      <Choice name="when" label="When" options={[{ value: 'now', label: 'Now' }]} />
      <TextField name="phone" label="Phone" />
    </Form>,
  )

const tag = (html: string, name: string) => html.match(new RegExp(`<(?:input|select|fieldset)[^>]*id="field-${name}"[^>]*>`))?.[0]

test('every field that is at fault says so and names the words that say it; the others say nothing', () => {
  const html = whole(refused)
  for (const name of ['name', 'state', 'when']) {
    expect(tag(html, name)).toContain(`aria-describedby="field-${name}-fault"`)
    expect(html).toMatch(new RegExp(`id="field-${name}-fault"[^>]*>[^<]+<`))
    expect(html).toContain(`href="#field-${name}"`)
  }
  expect(tag(html, 'name')).toContain('aria-invalid="true"')
  expect(tag(html, 'phone')).not.toContain('aria-invalid')
  expect(html).not.toContain('field-phone-fault')
})

test('the list of what is wrong can take the focus and is heard', () => {
  expect(whole(refused)).toMatch(/<div tabindex="-1" role="alert"/)
  expect(whole(null)).not.toContain('role="alert"')
})

test('a refusal of no field says its own words and leaves the fields alone', () => {
  const html = whole(new ProblemError(409, { code: 'entry-struck', title: 'This entry was struck meanwhile' }))
  expect(html).toContain('This entry was struck meanwhile')
  expect(html).not.toContain('aria-invalid')
})

test('while it is sent the button says so and cannot be pressed; once it is saved, that is said', () => {
  expect(whole(null, { isSending: true })).toMatch(/aria-disabled="true"[^>]*>Save<span[^>]*>, sending</)
  expect(whole(null)).not.toContain('aria-disabled')
  expect(whole(null, { isDone: true })).toContain('<span role="status">Saved.</span>')
  expect(whole(null)).not.toContain('Saved.')
})

test('two forms of one page keep their fields apart by their scopes', () => {
  const one = (scope: string) => (
    <Form scope={scope} sends={{ ...idle, problem: refused }} body={() => null} act="Save">
      <TextField name="name" label="Name" />
    </Form>
  )
  const html = drawn(
    <>
      {one('a')}
      {one('b')}
    </>,
  )
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
})
