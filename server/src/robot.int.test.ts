import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { cancelCall } from './care/booking/cancel-appointment.ts'
import { letterKinds, letterOptOut } from './care/booking/letter-choice.ts'
import { joinList } from './care/waiting/join-list.ts'
import { strikeIn } from './clockwork.ts'
import { inOneStep } from './platform/context.ts'
import { inTransaction } from './platform/database.ts'
import { type LinkPurpose, linkAddress } from './platform/link.ts'
import { heldClock, type TestClinic, testClinic } from './platform/testing.ts'
import { fill } from './testing-clinic.ts'

const clock = heldClock('2026-11-23T14:00:00Z')
let clinic: TestClinic
let app: ReturnType<typeof createApp>
type Link = { purpose: LinkPurpose; recordId: string; issue: number }
let links: Link[]

/** What a look may write: its line in the trail, and what the trail counts. */
const LOOKS = ['audit_head', 'audit_line', 'audit_pending', 'audit_read']

beforeAll(async () => {
  clinic = await testClinic(clock)
  await fill(clinic)
  const render = async ({ data }: { data: object }) => ({ status: 200, html: JSON.stringify(data) })
  app = createApp({ ground: clinic.ground, render, trust: { publicUrl: undefined, proxies: [] }, assets: '.' })
  // One more of what is open: an offer that nobody has answered, and a call that is canceled.
  const wish = { noticeMinutes: 60, weekdays: [], part: 'any', days: 14 } as const
  const caller = { state: 'VA', zone: 'America/New_York', phone: '+15405550143', name: 'Waits Still' }
  await joinList(clinic.visitor, { ...wish, weekdays: [], ...caller, email: 'still@example.test' })
  const [call] = await inClinicOf(({ db }) =>
    db
      .selectFrom('appointment')
      .where('clinicId', '=', clinic.clinicId)
      .where('kind', '=', 'call')
      .where('state', '=', 'booked')
      .where('startsAt', '>', clock.now)
      .orderBy('startsAt', 'desc')
      .select('id')
      .execute(),
  )
  await strikeIn(clinic.ground, clinic.clinicId)
  const nurse = await clinic.as('nurse')
  const [somebody] = await inClinicOf(({ db }) =>
    db.selectFrom('person').where('clinicId', '=', clinic.clinicId).select('id').execute(),
  )
  for (const kind of letterKinds) await inOneStep(nurse, 'link', (tx) => letterOptOut(nurse, tx, somebody?.id ?? '', kind))
  await cancelCall(nurse, { appointmentId: call?.id ?? '' })
  for (let i = 0; i < 3; i++) {
    clock.forward(1)
    await strikeIn(clinic.ground, clinic.clinicId)
  }
  links = await inClinicOf(({ db }) =>
    db
      .selectFrom('link')
      .where('clinicId', '=', clinic.clinicId)
      .where('revokedAt', 'is', null)
      .orderBy('id')
      .select(['purpose', 'recordId', 'issue'])
      .$narrowType<{ purpose: LinkPurpose }>()
      .execute(),
  )
}, 240_000)

const inClinicOf = <T>(look: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(clinic.ground.database, clinic.clinicId, look)

/** Every row of every table of the clinic, as one mark a table. */
const marks = () =>
  inClinicOf(async ({ db }) => {
    const named = await sql<{ name: string }>`select table_name as name from information_schema.columns
      where table_schema = 'public' and column_name = 'clinic_id'
        and table_name in (select tablename from pg_tables where schemaname = 'public')`.execute(db)
    const found = new Map<string, string>()
    for (const { name } of named.rows.filter((each) => !LOOKS.includes(each.name))) {
      const { rows } = await sql<{ mark: string }>`select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as mark
        from ${sql.table(name)} as t where clinic_id = ${clinic.clinicId}`.execute(db)
      found.set(name, rows[0]?.mark ?? '')
    }
    return found
  })

const changedBy = async (deed: () => Promise<unknown>): Promise<string[]> => {
  const before = await marks()
  await deed()
  await clinic.trail()
  const after = await marks()
  return [...after].flatMap(([name, mark]) => (mark !== before.get(name) ? [name] : []))
}

const QUERIES = [
  '',
  '?act=cancel',
  '?act=move',
  '?ask=stop',
  '?act=stop',
  '?choice=take',
  '?choice=leave',
  '?choice=cancel&act=cancel',
]
const robots: readonly { method: string; headers: Record<string, string> }[] = [
  { method: 'GET', headers: {} },
  { method: 'GET', headers: { accept: 'text/html', purpose: 'prefetch', 'sec-purpose': 'prefetch;prerender' } },
  { method: 'GET', headers: { accept: '*/*', 'user-agent': 'Mozilla/5.0 (scanner)' } },
  { method: 'HEAD', headers: { accept: 'text/html' } },
]

const pathsOf = ({ purpose, recordId, issue }: Link): string[] => {
  const { pathname } = new URL(linkAddress(clinic.visitor, purpose, recordId, issue))
  const [, , secret = ''] = pathname.split('/')
  const all = QUERIES.map((query) => `${pathname}${query}`)
  const opened = /^no-/.test(purpose) ? [`/unsubscribe/${secret}`, `/unsubscribe/${secret}?List-Unsubscribe=One-Click`] : []
  return [...all, ...opened, `/l/${secret}/`, ...(purpose === 'appointment' ? [`${pathname}.ics`] : [])]
}

describe('feature 35: a robot that opens every link of the product', () => {
  test('meets every purpose a link can have', () => {
    const every: Record<LinkPurpose, true> = {
      appointment: true,
      invitation: true,
      'check-in': true,
      estimate: true,
      'no-check-ins': true,
      'no-reminders': true,
      waiting: true,
      offer: true,
    }
    const met = new Set(links.map(({ purpose }) => purpose))
    expect(Object.keys(every).filter((purpose) => !met.has(purpose as LinkPurpose))).toEqual([])
  })

  test('changes nothing by opening, asking for the head, or fetching ahead, whatever it adds to the address', async () => {
    const answered: number[] = []
    const changed = await changedBy(async () => {
      for (const link of links)
        for (const path of pathsOf(link))
          for (const { method, headers } of robots)
            answered.push((await app.request(`http://${clinic.host}${path}`, { method, headers })).status)
    })
    expect(changed).toEqual([])
    expect(answered.filter((status) => status === 200).length).toBeGreaterThan(100)
    expect(answered.filter((status) => status >= 500)).toEqual([])
  }, 240_000)

  test('changes nothing by following every address in every letter', async () => {
    const letters = await inClinicOf(({ db }) =>
      db.selectFrom('message').where('clinicId', '=', clinic.clinicId).where('body', 'is not', null).select('body').execute(),
    )
    const addresses = new Set(letters.flatMap(({ body }) => body?.match(/https?:\/\/\S+/g) ?? []))
    expect(addresses.size).toBeGreaterThan(5)
    const changed = await changedBy(async () => {
      for (const address of addresses)
        for (const { method, headers } of robots)
          await app.request(`http://${clinic.host}${new URL(address).pathname}`, { method, headers })
    })
    expect(changed).toEqual([])
  }, 240_000)

  test('changes nothing by sending a form as it stands, with nothing chosen, or with what stands last', async () => {
    const forms = [
      '',
      'choice=',
      'act=cancel',
      'choice=keep',
      'choice=later',
      'choice=stay',
      'start=keep',
      'act=cancel&choice=keep',
    ]
    const changed = await changedBy(async () => {
      for (const link of links.filter(({ purpose }) => !purpose.startsWith('no-') && purpose !== 'invitation'))
        for (const [i, body] of forms.entries())
          await app.request(linkAddress(clinic.visitor, link.purpose, link.recordId, link.issue), {
            method: 'POST',
            headers: {
              host: clinic.host,
              origin: `http://${clinic.host}`,
              'content-type': 'application/x-www-form-urlencoded',
            },
            body: `idempotency-key=robot-${link.recordId}-${i}&${body}`,
          })
    })
    expect(changed).toEqual([])
  }, 240_000)
})
