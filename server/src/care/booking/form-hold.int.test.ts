import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../app.ts'
import { inTransaction } from '../../platform/database.ts'
import { type FormMark, markForm } from '../../platform/form-mark.ts'
import { heldClock, keyed, type TestClinic, testClinic } from '../../platform/testing.ts'
import { bookCall } from './book-call.ts'
import { bookForPerson } from './book-for-person.ts'
import { holdForForm, leaveForm } from './hold-for-form.ts'
import { timesIn } from './kept-times.ts'
import { moveAppointment } from './move-appointment.ts'

let clinic: TestClinic
beforeEach(async () => {
  clinic = await testClinic(heldClock('2026-11-23T14:00:00Z'))
  await clinic.as('nurse')
})

const at = (clock: string) => `2026-11-24T${clock}:00.000Z`
let presses = 0
const visitor = () => {
  presses += 1
  return keyed(clinic.visitor, `press of a form ${presses}`)
}
const form = () => markForm(clinic.visitor)
const hold = (own: FormMark, clock: string) => holdForForm(visitor(), { form: own, state: 'VA', start: at(clock) })
const book = (clock: string, own: FormMark | null = null) =>
  bookCall(
    visitor(),
    {
      state: 'VA',
      start: at(clock),
      zone: 'America/New_York',
      name: `Caller ${presses}`,
      phone: '+15405550142',
      email: `caller-${presses}@example.test`,
    },
    own,
  )
const offered = async () => {
  const { days } = await timesIn(clinic.visitor, { state: 'VA', viewZone: 'America/New_York' })
  return days.flatMap(({ date, slots }) => (date === '2026-11-24' ? slots.map(({ start }) => start.slice(11, 16)) : []))
}
const taken = { code: 'slot-taken' }

describe('two people, one slot', () => {
  test('whoever holds it wins: the other is refused with what is free, and nobody is offered it meanwhile', async () => {
    const mine = form()
    expect(await hold(mine, '15:15')).toEqual({ start: at('15:15'), held: 'held', seconds: 300 })
    expect(await offered()).not.toContain('15:15')
    await expect(book('15:15')).rejects.toMatchObject(taken)
    await expect(book('15:15', form())).rejects.toMatchObject(taken)
    await expect(hold(form(), '15:15')).rejects.toMatchObject(taken)
    await expect(book('15:15', mine)).resolves.toMatchObject({ start: at('15:15') })
    expect(await offered()).not.toContain('15:15')
  })

  test('the desk and a link that moves a call are refused too', async () => {
    const nurse = await clinic.as('nurse')
    await clinic.ground.sealer.sealAll()
    const [a, b] = [form(), form()]
    const { personId, id } = await book('20:00')
    await hold(a, '15:15')
    await hold(b, '15:15')
    const start = at('15:15')
    await expect(bookForPerson(nurse, { personId, kind: 'call', start })).rejects.toMatchObject(taken)
    await expect(moveAppointment(visitor(), { appointmentId: id, start })).rejects.toMatchObject(taken)
  })

  test('a server that has not heard of a hold is told by the database, and forgets nothing for it', async () => {
    await offered()
    const start = new Date(at('15:15'))
    await inTransaction(clinic.ground.database, clinic.clinicId, async ({ db, clinicId }) => {
      const { id } = await db.selectFrom('staff').where('clinicId', '=', clinicId).select('id').executeTakeFirstOrThrow()
      const during = `[${start.toISOString()},${at('15:30')})`
      const heldUntil = new Date(clinic.clock.now.getTime() + 300_000)
      await db.insertInto('formHold').values({ clinicId, formHash: 'another', clinicianId: id, during, heldUntil }).execute()
    })
    expect(await offered()).toContain('15:15')
    await expect(book('15:15')).rejects.toMatchObject(taken)
    expect(await offered()).not.toContain('15:15')
    clinic.clock.forward(5)
    await expect(book('15:15')).resolves.toBeTruthy()
  })
})

describe('a hold that never expires', () => {
  test('ends by itself after five minutes, without anybody’s deed', async () => {
    await hold(form(), '15:15')
    clinic.clock.forward(4)
    await expect(book('15:15')).rejects.toMatchObject(taken)
    clinic.clock.forward(1)
    expect(await offered()).toContain('15:15')
    await expect(book('15:15')).resolves.toBeTruthy()
  })

  test('is not begun again by the same form: five minutes are all it has, whatever times it moves to', async () => {
    const mine = form()
    await hold(mine, '15:15')
    clinic.clock.forward(3)
    expect(await hold(mine, '16:00')).toMatchObject({ held: 'held', seconds: 120 })
    expect(await offered()).toContain('15:15')
    expect(await offered()).not.toContain('16:00')
    clinic.clock.forward(2)
    expect(await hold(mine, '16:00')).toMatchObject({ held: 'over' })
    expect(await offered()).toContain('16:00')
    await expect(book('16:00', mine)).resolves.toBeTruthy()
  })

  test('is let go when somebody leaves, and ends with its booking', async () => {
    const [mine, yours] = [form(), form()]
    await hold(mine, '15:15')
    await leaveForm(visitor(), { form: mine })
    expect(await offered()).toContain('15:15')
    await hold(yours, '15:15')
    await book('15:45', yours)
    expect(await offered()).toContain('15:15')
  })
})

describe('all forms together', () => {
  test('never hold more than a third of a day’s open times; whoever comes then books as without script', async () => {
    const open = await offered()
    const most = Math.floor(open.length / 3)
    const all = await Promise.all(open.map((clock) => hold(form(), clock)))
    expect(all.filter(({ held }) => held === 'held')).toHaveLength(most)
    expect(all.filter(({ held }) => held === 'enough')).toHaveLength(open.length - most)
    const left = await offered()
    expect(left).toHaveLength(open.length - most)
    await expect(book(left[0] ?? '')).resolves.toBeTruthy()
    const elsewhere = { form: form(), state: 'VA', start: '2026-11-25T15:15:00.000Z' }
    expect(await holdForForm(visitor(), elsewhere)).toMatchObject({ held: 'held' })
  })
})

describe('by the pages', () => {
  const app = () =>
    createApp({
      ground: clinic.ground,
      render: async ({ data }) => ({ status: 200, html: JSON.stringify(data) }),
      trust: { publicUrl: undefined, proxies: [] },
      assets: '.',
    })
  type Page = {
    form: FormMark & { sum: { parts: number; bits: number } }
    held: { start: string; seconds: number } | null
    refused?: { code: string }
    days: { slots: { start: string }[] }[]
  }
  const startsOn = ({ days }: Page) => days.flatMap(({ slots }) => slots.map(({ start }) => start))
  const look = async (path = '/book?state=VA') => (await (await app().request(`http://${clinic.host}${path}`)).json()) as Page
  const send = (path: string, fields: Record<string, string>) => {
    presses += 1
    return app().request(`http://${clinic.host}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ 'idempotency-key': `key-of-a-press-${presses}`, state: 'VA', ...fields }).toString(),
    })
  }
  const fieldsOf = ({ id, until, mark }: FormMark) => ({ form: id, 'form-until': String(until), 'form-mark': mark })
  const robin = { zone: 'America/New_York', name: 'Robin Madeupname', phone: '(540) 555 0142', email: 'robin@example.test' }
  const sumOf = ({ mark, sum: { parts, bits } }: Page['form']) => {
    const found: number[] = []
    for (let number = 0; found.length < parts; number += 1) {
      const hash = createHash('sha256').update(`${mark} ${found.length} ${number}`).digest()
      if (hash.readUInt32BE(0) >= 2 ** (32 - bits)) continue
      found.push(number)
      number = -1
    }
    return found.join('.')
  }

  test('looking holds nothing; a form that comes back with a fault goes on holding its time and can book it', async () => {
    const { form: own, held } = await look()
    expect(held).toBeNull()
    const start = at('15:15')
    const answer = await send('/book/hold', { ...fieldsOf(own), start })
    expect(await answer.json()).toMatchObject({ held: 'held', seconds: 300 })
    const back = (await (await send('/book', { ...fieldsOf(own), ...robin, start, email: 'robin' })).json()) as Page
    expect(back).toMatchObject({ refused: { code: 'not-valid' }, form: { id: own.id }, held: { start, seconds: 300 } })
    expect(startsOn(back)).toContain(start)
    expect(startsOn(await look())).not.toContain(start)
    expect((await send('/book', { ...fieldsOf(back.form), ...robin, start })).status).toBe(303)
  })

  test('a form that we did not hand out, or that was changed, holds nothing', async () => {
    const { form: own } = await look()
    const start = at('15:15')
    for (const wrong of [
      { ...own, id: clinic.visitor.newId() },
      { ...own, until: own.until + 1 },
      { ...own, mark: 'x' },
    ])
      expect((await send('/book/hold', { ...fieldsOf(wrong), start })).status).toBe(422)
    clinic.clock.forward(2 * 60)
    expect((await send('/book/hold', { ...fieldsOf(own), start })).status).toBe(422)
  })

  test('leaving lets go and says what is near, the time itself first of all if it is still free', async () => {
    const { form: own } = await look()
    await send('/book/hold', { ...fieldsOf(own), start: at('15:15') })
    const { near } = (await (await send('/book/leave', { ...fieldsOf(own), start: at('15:15') })).json()) as {
      near: { start: string }[]
    }
    expect(near.map(({ start }) => start)).toContain(at('15:15'))
  })

  test('without a sum ten bookings from one address, with one thirty; a sum does for one booking, and nobody is kept out by it', async () => {
    const { form: own } = await look()
    const sum = sumOf(own)
    let free = await offered()
    const press = async (fields: Record<string, string>) => {
      const [clock = ''] = free
      free = free.slice(1)
      presses += 1
      return (await send('/book', { ...robin, email: `r${presses}@example.test`, start: at(clock), ...fields })).status
    }
    for (let i = 0; i < 10; i += 1) expect(await press({})).toBe(303)
    expect(await press({})).toBe(429)
    expect(await press({ ...fieldsOf(own), 'form-sum': 'nonsense' })).toBe(429)
    expect(await press({ ...fieldsOf(own), 'form-sum': sum })).toBe(303)
    expect(await press({ ...fieldsOf(own), 'form-sum': sum })).toBe(429)
    const { form: next } = await look()
    expect(await press({ ...fieldsOf(next), 'form-sum': sum })).toBe(429)
    expect(await press({ ...fieldsOf(next), 'form-sum': sumOf(next) })).toBe(303)
  })
})
