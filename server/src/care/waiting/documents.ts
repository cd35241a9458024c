import { Problem, partsOfDay, usStateOf, usStates } from '@dripline/clinical'
import { stateWords } from '@dripline/clinical/words'
import { Hono } from 'hono'
import { allow, type Variables } from '../../platform/allow.ts'
import { type Ctx, inClinic } from '../../platform/context.ts'
import { answerForm } from '../../platform/document.ts'
import { linkAddress, linkedRecord } from '../../platform/link.ts'
import { policiesOf } from '../../platform/policies.ts'
import { limited } from '../../platform/rate-limit.ts'
import { faultsOf, unstorable } from '../../platform/shape.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { keptTimes } from '../booking/kept-times.ts'
import { zoneOf } from '../clinic/store.ts'
import { acceptOffer, declineOffer } from './accept-offer.ts'
import { joinList } from './join-list.ts'
import { leaveList } from './leave-list.ts'
import { offerOf } from './offer-store.ts'
import { endOf, waitingOf } from './store.ts'
import { standingOf } from './waiting.ts'
import { type JoinSent, joinShape } from './wish-form.ts'

type Sent = Readonly<Record<string, unknown>>

const FORM_ONLY = ['idempotency-key']
const SEVERAL = 'weekdays'

const joinPage = async (ctx: Ctx, to: Parameters<typeof stateWords>[0], { state: asked, zone }: Sent) => {
  const { isSetUp, served, zone: own, minutes } = await keptTimes(ctx)
  const { noticeHours, lookDays } = await inClinic(ctx, 'see-waiting-form', async (tx) =>
    showsNobody((await policiesOf(tx, ctx.now())).waitingList),
  )
  const state = typeof asked === 'string' && served.includes(asked) ? asked : null
  return {
    isSetUp,
    minutes,
    states: usStates.filter(({ code }) => served.includes(code)).map(({ code }) => ({ code, name: stateWords(to, code) })),
    state,
    zone: typeof zone === 'string' && zone !== '' ? zone : ((state && usStateOf(state)?.zone) ?? own),
    parts: partsOfDay,
    noticeHours,
    lookDays,
    idempotencyKey: ctx.newId(),
  }
}

/** Reads the plain form; all its faults are one problem. */
const readJoin = (sent: Sent): JoinSent => {
  const own = Object.fromEntries(
    Object.entries(sent)
      .filter(([name, value]) => !FORM_ONLY.includes(name) && value !== '')
      .map(([name, value]) => [name, name === SEVERAL ? [value].flat() : value]),
  )
  const broken = unstorable(own)
  if (broken.length > 0) throw new Problem('not-valid', {}, broken)
  const found = joinShape.safeParse(own)
  if (!found.success) throw new Problem('not-valid', {}, faultsOf(found.error.issues, own))
  return found.data
}

const placePage = (ctx: Ctx) =>
  inClinic(ctx, 'see-waiting', async (tx) => {
    const waitingId = linkedRecord(ctx, 'waiting')
    const waiting = await waitingOf(tx, waitingId)
    if (!waiting) throw new Problem('not-found', { waitingId })
    const { whose, service, weekdays, part, until, zone } = waiting
    const isOn = !(await endOf(tx, waitingId)) && until > ctx.now()
    return shows([whose], {
      personId: whose,
      isOn,
      service,
      weekdays,
      part,
      until: until.toISOString(),
      zone,
      idempotencyKey: ctx.newId(),
    })
  })

const offerPage = (ctx: Ctx) =>
  inClinic(ctx, 'see-offer', async (tx) => {
    const offerId = linkedRecord(ctx, 'offer')
    const offer = await offerOf(tx, offerId)
    const waiting = offer && (await waitingOf(tx, offer.waitingId))
    if (!waiting) throw new Problem('not-found', { offerId })
    const isWaiting = !(await endOf(tx, waiting.id)) && waiting.until > ctx.now()
    const isOnPhone = waiting.service === 'call' || waiting.place === 'phone'
    return shows([waiting.whose], {
      personId: waiting.whose,
      standing: standingOf(offer, isWaiting, ctx.now()),
      service: waiting.service,
      start: offer.start.toISOString(),
      end: offer.end.toISOString(),
      until: offer.until.toISOString(),
      zone: isOnPhone ? waiting.zone : await zoneOf(tx),
      idempotencyKey: ctx.newId(),
    })
  })

// A press alone says nothing: whoever takes a time or leaves has chosen so first, and what a program presses last changes nothing.
const chosen = ({ choice }: Sent, ...choices: readonly string[]): string => {
  if (typeof choice === 'string' && choices.includes(choice)) return choice
  throw new Problem('not-valid', {}, [{ field: 'choice', code: 'please-answer' }])
}

/** The pages of the waiting list, which work without script: to join it, to leave it, and to take a time that opened. */
export const waitingDocuments = new Hono<{ Variables: Variables }>()
  .get('/waiting-list', allow('anyone'), async (c) => c.var.show(await joinPage(c.var.ctx, await c.var.reader(), c.req.query())))
  .post('/waiting-list', allow('anyone'), limited('booking'), async (c) => {
    const sent: Sent = await c.req.parseBody({ all: true })
    return answerForm(
      c,
      async () => joinPage(c.var.ctx, await c.var.reader(), sent),
      async () => {
        const { locale: language } = await c.var.reader()
        const { waitingId } = await joinList(c.var.ctx, { ...readJoin(sent), language })
        return linkAddress(c.var.ctx, 'waiting', waitingId)
      },
    )
  })
  .get('/l/:secret/waiting', allow('link'), async (c) => c.var.show(await placePage(c.var.ctx)))
  .post('/l/:secret/waiting', allow('link'), async (c) => {
    const sent: Sent = await c.req.parseBody()
    return answerForm(
      c,
      () => placePage(c.var.ctx),
      async () => {
        if (chosen(sent, 'leave', 'stay') === 'leave') await leaveList(c.var.ctx)
        return new URL(c.req.url).pathname
      },
    )
  })
  .get('/l/:secret/offer', allow('link'), async (c) => c.var.show(await offerPage(c.var.ctx)))
  .post('/l/:secret/offer', allow('link'), async (c) => {
    const sent: Sent = await c.req.parseBody()
    const page = new URL(c.req.url).pathname
    return answerForm(
      c,
      () => offerPage(c.var.ctx),
      async () => {
        const choice = chosen(sent, 'take', 'decline', 'later')
        if (choice === 'decline') await declineOffer(c.var.ctx)
        if (choice !== 'take') return page
        const { appointmentId } = await acceptOffer(c.var.ctx)
        return linkAddress(c.var.ctx, 'appointment', appointmentId)
      },
    )
  })
