import { beforeEach, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { type Ctx, inOneStep } from './platform/context.ts'
import { type LinkPurpose, makeLink, revokeLinks } from './platform/link.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'

const KINDS: readonly LinkPurpose[] = ['appointment', 'invitation', 'check-in', 'estimate']

let clinic: TestClinic
let owner: Ctx
let app: ReturnType<typeof createApp>
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  owner = await clinic.as('owner')
  const render = async ({ data }: { data: object }) => ({ status: 200, html: JSON.stringify(data) })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
})

const DAY_MS = 86_400_000
const make = (purpose: LinkPurpose, recordId = owner.newId()) =>
  inOneStep(owner, 'make-link', async (tx) => {
    const url = await makeLink(owner, tx, purpose, recordId, new Date(clinic.clock.now.getTime() + DAY_MS))
    return { path: new URL(url).pathname, recordId }
  })

/** What a browser is shown at an address: the status, why, and whether there is a number to call. */
const open = async (path: string, host = clinic.host) => {
  const answer = await app.request(`http://${host}${path}`, { headers: { accept: 'text/html' } })
  if (answer.status === 303) return { to: answer.headers.get('location') }
  const page = JSON.parse(await answer.text()) as {
    problem?: { code: string; about: { why?: string } }
    frame: { clinic: { phone: string } }
  }
  return { status: answer.status, code: page.problem?.code, why: page.problem?.about.why, phone: page.frame.clinic.phone }
}
const unusable = (why: string) => ({ status: 410, code: 'link-unusable', why, phone: '(540) 555-0100' })

test.each(KINDS)(
  'W18: a link to %s that was cut in its secret says so, with the clinic’s number, and never asks for a sign-in',
  async (kind) => {
    const { path } = await make(kind)
    const [, , secret = ''] = path.split('/')
    const cut = ['/l', '/l/', `/l/${secret.slice(0, 12)}`, `/l/${secret.slice(0, 42)}`, `/l/${secret.slice(0, 30)}/${kind}`]
    for (const each of cut) expect(await open(each), each).toEqual(unusable('cut'))
  },
)

test.each(KINDS)('W18: a link to %s that lost only its end opens what was meant', async (kind) => {
  const { path } = await make(kind)
  const [, , secret = ''] = path.split('/')
  for (const end of ['', '/', `/${kind.slice(0, 4)}`, `/${kind.slice(0, -1)}`])
    expect(await open(`/l/${secret}${end}`)).toEqual({ to: `/l/${secret}/${kind}` })
})

test.each(KINDS)(
  'W18: a link to %s that is mistyped, expired, replaced or another clinic’s says which, as far as its holder may know',
  async (kind) => {
    const { path, recordId } = await make(kind)
    const mistyped = path.replace(/^\/l\/./, (start) => (start.endsWith('A') ? '/l/B' : '/l/A'))
    expect(await open(mistyped)).toEqual(unusable('unknown'))
    const other = await testClinic(clinic.clock)
    expect(await open(path, other.host)).toMatchObject({ status: 410, code: 'link-unusable', why: 'unknown' })
    const replaced = await make(kind)
    await inOneStep(owner, 'revoke', async (tx) => {
      await revokeLinks(owner, tx, kind, replaced.recordId)
      return {}
    })
    expect(await open(replaced.path)).toEqual(unusable('replaced'))
    clinic.clock.forward(25 * 60)
    expect(await open(path)).toEqual(unusable('expired'))
    // Seen once it is a fact, also when the clock goes back.
    clinic.clock.forward(-24 * 60)
    expect(await open(path)).toEqual(unusable('expired'))
    expect(recordId).not.toBe('')
  },
)

test('a link of one kind does not open another, and a write is never sent on', async () => {
  const { path } = await make('appointment')
  const [, , secret = ''] = path.split('/')
  expect(await open(`/l/${secret}/invitation`)).toEqual(unusable('unknown'))
  const answer = await app.request(`http://${clinic.host}/l/${secret}/appoint`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'idempotency-key': 'a-key-of-a-test' },
    body: 'act=cancel',
  })
  expect(answer.status).toBe(404)
})
