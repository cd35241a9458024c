import { isZone, Problem, sayPhone, usStateOf, usStates } from '@dripline/clinical'
import { type Reader, stateWords } from '@dripline/clinical/words'
import { doneText } from '@dripline/clinical/words/unsubscribe'
import { type Context, Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { type Ctx, groundOf, inClinic } from '../../platform/context.ts'
import { answerForm } from '../../platform/document.ts'
import { formSent, hashOfForm, hasSum, markForm, SUM, spend } from '../../platform/form-mark.ts'
import { linkAddress, linkedRecord } from '../../platform/link.ts'
import { limit, limited } from '../../platform/rate-limit.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { clinicSettings } from '../clinic/store.ts'
import { isChangeable } from './appointment.ts'
import { bookCall } from './book-call.ts'
import { readBookingForm, readHoldForm, readMoveForm } from './booking-form.ts'
import { calendarFile } from './calendar-file.ts'
import { calendarFor } from './calendars.ts'
import { cancelCall } from './cancel-appointment.ts'
import { heldByForm, timesNow } from './held-by-forms.ts'
import { holdForForm, leaveForm } from './hold-for-form.ts'
import { freshNear, keptTimes, timesIn } from './kept-times.ts'
import { moveAppointment } from './move-appointment.ts'
import { daysOf } from './offered-slots.ts'
import { isOneClick, optOut } from './opt-out.ts'
import { withOwnHeld } from './own-held.ts'
import { seeEstimate } from './read-estimates.ts'
import { appointmentOf, callerOf } from './store.ts'

type Page = Context<{ Variables: Variables }>
/** What a query or a plain form may say; anything may be missing or odd. */
type Asked = { state?: unknown; zone?: unknown; day?: unknown; act?: unknown }

/** The form that somebody holds a time with; one that we did not hand out, or long ago, holds nothing. */
const ourForm = (ctx: Ctx, sent: Readonly<Record<string, unknown>>) => {
  const form = formSent(ctx, sent)
  if (!form) throw new Problem('not-valid', {}, [{ field: 'form', code: 'whole-form' }])
  return form
}
/** What a plain form of ours sent. */
export const formOf = async (c: Page) => (await c.req.parseBody()) as Asked & Record<string, unknown>
const zoneAsked = (asked: unknown, otherwise: string) => (typeof asked === 'string' && isZone(asked) ? asked : otherwise)

// By their names in the reader's language, which are in another order than in English.
const statesIn = (to: Reader, served: readonly string[]) =>
  usStates
    .filter(({ code }) => served.includes(code))
    .map(({ code }) => ({ code, name: stateWords(to, code) }))
    .sort((a, b) => a.name.localeCompare(b.name, to.locale))

/** What the booking page shows: first the states, then, in one of ours, the times in the visitor's zone. */
export async function bookingPage(ctx: Ctx, to: Reader, asked: Asked & Readonly<Record<string, unknown>>) {
  // A form that comes back is the same form: it goes on holding what it holds.
  const form = formSent(ctx, asked) ?? markForm(ctx)
  const held = await heldByForm(ctx, hashOfForm(form))
  const { isSetUp, minutes, served, zone: own } = await keptTimes(ctx)
  const state = typeof asked.state === 'string' ? asked.state : null
  const isServed = state !== null && served.includes(state)
  const zone = zoneAsked(asked.zone, (state && usStateOf(state)?.zone) || own)
  return {
    isSetUp,
    minutes,
    states: statesIn(to, served),
    state,
    isServed,
    zone,
    day: typeof asked.day === 'string' ? asked.day : null,
    days: isServed ? withOwnHeld((await timesIn(ctx, { state, viewZone: zone })).days, held, minutes, zone) : [],
    idempotencyKey: ctx.newId(),
    form: { ...form, sum: SUM },
    held,
  }
}

const appointmentPage = (ctx: Ctx, asked: Asked) =>
  inClinic(ctx, 'see-appointment', async (tx) => {
    const appointmentId = linkedRecord(ctx, 'appointment')
    const appointment = await appointmentOf(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    const { personId, whose, kind, place, zone, start, end, state } = appointment
    const caller = await callerOf(tx, whose)
    // The days of a course hang on signed orders: the clinic moves them.
    const canChange = isChangeable(appointment, ctx.now()) && kind !== 'infusion'
    const wantsMove = canChange && asked.act === 'move'
    const offered = async () =>
      daysOf(await calendarFor(ctx, tx, appointment, caller.state, { movingId: appointmentId, personId }), zone, ctx.now())
    return shows([personId], {
      appointment: {
        personId,
        kind,
        place,
        start: start.toISOString(),
        end: end.toISOString(),
        state,
        zone,
        phone: sayPhone(caller.phone),
      },
      canChange,
      day: typeof asked.day === 'string' ? asked.day : null,
      days: wantsMove ? await offered() : [],
      wantsMove,
      wantsCancel: canChange && asked.act === 'cancel',
      idempotencyKey: ctx.newId(),
    })
  })

/** A press alone says nothing: whoever cancels or moves has chosen so first, and what a program presses last is *leave it*. */
const changeAppointment = async (ctx: Ctx, sent: Asked & Readonly<Record<string, unknown>>, page: string) => {
  const appointmentId = linkedRecord(ctx, 'appointment')
  const { choice, ...form } = sent
  if (choice === 'keep' || form.start === 'keep') return page
  if (form.act !== 'cancel') {
    await moveAppointment(ctx, { appointmentId, ...readMoveForm(form) })
    return page
  }
  if (choice !== 'cancel') throw new Problem('not-valid', {}, [{ field: 'choice', code: 'cancel-it-or-leave-it' }])
  await cancelCall(ctx, { appointmentId })
  return page
}

const calendarOf = (ctx: Ctx, to: Reader) =>
  inClinic(ctx, 'see-appointment', async (tx) => {
    const appointmentId = linkedRecord(ctx, 'appointment')
    const appointment = await appointmentOf(tx, appointmentId)
    if (!appointment) throw new Problem('not-found', { appointmentId })
    const url = linkAddress(ctx, 'appointment', appointmentId)
    const { name: clinic } = await clinicSettings(tx)
    const organizer = groundOf(ctx).postman.address
    const { text } = calendarFile(to, { ...appointment, clinic, url, changedAt: ctx.now(), organizer })
    return shows([appointment.personId], { file: text })
  })

/** Books what the form of the booking page says, wherever that page stands. */
export const bookByForm = async (c: Page, sent: Readonly<Record<string, unknown>>) => {
  const { ctx } = c.var
  const { locale: language } = await c.var.reader()
  const form = formSent(ctx, sent)
  const isProved = form !== null && hasSum(form, sent['form-sum'])
  await limit(ctx, isProved ? 'booking' : 'booking without sum')
  const booked = await bookCall(ctx, { ...readBookingForm(sent), language }, form)
  if (form) spend(ctx, form)
  return booked
}

/** The pages of booking that work without script: the way in, the booking form, and what a booked person can do by their link. */
export const bookingDocuments = new Hono<{ Variables: Variables }>()
  .get('/', allow('anyone'), async (c) => {
    const { setUpAt } = await inClinic(c.var.ctx, 'see-home', async (tx) => showsNobody(await clinicSettings(tx)))
    return c.var.show({ isSetUp: setUpAt !== null })
  })
  .get('/book', allow('anyone'), async (c) => c.var.show(await bookingPage(c.var.ctx, await c.var.reader(), c.req.query())))
  .post('/book', allow('anyone'), async (c) => {
    const sent = await formOf(c)
    return answerForm(
      c,
      async () => bookingPage(c.var.ctx, await c.var.reader(), sent),
      async () => {
        const { id } = await bookByForm(c, sent)
        return linkAddress(c.var.ctx, 'appointment', id)
      },
    )
  })
  .post('/book/hold', allow('anyone'), limited('holding'), async (c) => {
    const sent = await formOf(c)
    return c.json(await holdForForm(c.var.ctx, { form: ourForm(c.var.ctx, sent), ...readHoldForm(sent) }))
  })
  .post('/book/leave', allow('anyone'), limited('holding'), async (c) => {
    const sent = await formOf(c)
    const { state, start } = readHoldForm(sent)
    await leaveForm(c.var.ctx, { form: ourForm(c.var.ctx, sent) })
    const times = await timesNow(c.var.ctx, await keptTimes(c.var.ctx))
    return c.json({ near: freshNear(c.var.ctx, times, state, start) })
  })
  .get('/l/:secret/appointment', allow('link'), async (c) => c.var.show(await appointmentPage(c.var.ctx, c.req.query())))
  .post('/l/:secret/appointment', allow('link'), async (c) => {
    const sent = await formOf(c)
    return answerForm(
      c,
      () => appointmentPage(c.var.ctx, sent),
      () => changeAppointment(c.var.ctx, sent, new URL(c.req.url).pathname),
    )
  })
  .get('/l/:secret/estimate', allow('link'), async (c) => c.var.show(await seeEstimate(c.var.ctx, await c.var.reader())))
  .post('/unsubscribe/:code', allow('anyone'), async (c) => {
    const isEnd = isOneClick(await formOf(c))
    if (isEnd) await optOut(c.var.ctx, c.req.param('code'))
    const wantsPage = (c.req.header('accept') ?? '').includes('text/html')
    return wantsPage ? c.var.show({ said: isEnd ? 'end' : 'keep' }) : c.text(doneText(await c.var.reader()))
  })
  .get('/l/:secret/appointment.ics', allow('link'), async (c) => {
    const { file } = await calendarOf(c.var.ctx, await c.var.reader())
    return c.body(file, 200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'no-store' })
  })
