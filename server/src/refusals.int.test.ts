import { Problem } from '@dripline/clinical'
import { beforeEach, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { recordCounted, recordRefusal } from './platform/context.ts'
import { type TestClinic, testClinic } from './platform/testing.ts'

let clinic: TestClinic
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  clinic = await testClinic()
  app = createApp({
    ground: clinic.ground,
    render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
    trust: { publicUrl: undefined, proxies: [] },
    assets: '.',
  })
})

const ask = (path: string, init: RequestInit = {}) => app.request(`http://${clinic.host}${path}`, init)
const refusals = async () => (await clinic.trail()).filter(({ outcome }) => outcome === 'refused')

test('strangers who are refused are counted, in one line for each minute, and fill no trail', async () => {
  for (let i = 0; i < 40; i++) expect((await ask('/api/people/staff')).status).toBe(401)
  expect(await refusals()).toEqual([])
  clinic.clock.forward(1)
  await ask('/api/people/staff')
  expect(await refusals()).toMatchObject([{ verb: 'count-refusals', actor: 'system:refusals', about: { 'not-signed-in': 40 } }])
  await recordCounted(clinic.ground)
  expect((await refusals()).at(-1)).toMatchObject({ about: { 'not-signed-in': 1 } })
  await recordCounted(clinic.ground)
  expect(await refusals()).toHaveLength(2)
})

test.each<{ name: string; go: () => Response | Promise<Response>; code: string; status: number }>([
  {
    name: 'a foreign origin',
    go: () => ask('/api/booking/calls', { method: 'POST', headers: { origin: 'https://evil.example', cookie: 'a=b' } }),
    code: 'wrong-origin',
    status: 403,
  },
  { name: 'a dead link', go: () => ask(`/l/${'x'.repeat(43)}/check-in`), code: 'link-unusable', status: 410 },
])('$name has a line, without the address that was asked for', async ({ go, code, status }) => {
  expect((await go()).status).toBe(status)
  const [line, ...more] = await refusals()
  expect(more).toEqual([])
  expect(line).toMatchObject({ actor: 'visitor', verb: code, code })
  expect(JSON.stringify(line)).not.toMatch(/xxx|evil|calls/)
})

test('a limit has a line, at most thirty a minute of strangers, and each of somebody signed in', async () => {
  for (let i = 0; i < 50; i++) await recordRefusal(clinic.visitor, 'too-many', new Problem('too-many'))
  const nurse = await clinic.as('nurse')
  for (let i = 0; i < 35; i++) await recordRefusal(nurse, 'read-visit', new Problem('not-allowed'))
  await recordCounted(clinic.ground)
  const lines = await refusals()
  expect(lines.filter(({ code }) => code === 'too-many')).toHaveLength(30)
  expect(lines.filter(({ code }) => code === 'not-allowed')).toHaveLength(35)
  expect(lines.at(-1)).toMatchObject({ verb: 'count-refusals', about: { 'too-many': 20 } })
})

test('one refusal has one line, however many doors it passes on its way out', async () => {
  const problem = new Problem('wrong-state')
  const nurse = await clinic.as('nurse')
  for (let i = 0; i < 3; i++) await recordRefusal(nurse, 'pause', problem)
  expect(await refusals()).toHaveLength(1)
})
