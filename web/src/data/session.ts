import { carry } from './carried.ts'
import { type Api, addressOf, api, areaOf, type Writable } from './client.ts'
import { type Read, type Reply, type Sent, usePost, useRoute } from './route.ts'
import { type Sending, useSend } from './send.ts'

const session: Api['session'] = api.session
/** Every route of one visit, by the name of its act. */
export const ofVisit: Api['session'][':sessionId'] = session[':sessionId']
const entries: (typeof ofVisit)['entries'] = ofVisit.entries
const ofEntry: (typeof entries)[':eventId'] = entries[':eventId']

/** Everything of one visit, and which screen it has; the screen folds `events` with the same rules as the server. */
export type AnyVisit = Look extends infer L ? (L extends Look ? Omit<L, 'mark' | 'after'> : never) : never
type Look = Read<typeof ofVisit>
/** A visit at a pump. Amounts are decimal text. */
export type Visit = Extract<AnyVisit, { screen: 'pump' }>
/** A visit whose acts are its administration's own, such as IV fluid. */
export type OwnVisit = Extract<AnyVisit, { screen: 'acts' }>
export type SafetyToday = Visit['safety']
export type VisitOrder = Visit['order']
export type DueItem = Visit['due'][number]
export type SeenMark = Visit['marks'][number]
export type CheckIn = Sent<(typeof ofVisit)['check-in']>

const refreshes = [areaOf('session')]

/** One visit, live: a second tablet shows the same within a second. What a look brings of its log is what came since the last one. */
export const useVisit = (sessionId: string): AnyVisit =>
  useRoute(ofVisit, { param: { sessionId }, query: {} }, { live: ['any'], everyMs: 5000, carry: carry<Look> })

/** A step of the visit by its route: start, rate, pause, resume, stop, waste, discharge … */
export const useStep = <R extends Writable>(sessionId: string, route: R, onDone?: () => void): Sending<Sent<R>, Reply<R>> =>
  useSend<Sent<R>, Reply<R>>('POST', addressOf(route, { param: { sessionId } }), { refreshes, ...(onDone && { onDone }) })

/** One entry in the log; what was typed is kept by its form until it is saved. */
export const useEntry = (sessionId: string, onDone?: () => void) => useStep(sessionId, entries, onDone)

export type Amendment = Sent<typeof ofEntry.amendment> & { eventId: string }

/** Another wording beside an entry, with a reason; null strikes it. The old one stays readable. */
export function useAmend(sessionId: string, onDone?: () => void) {
  const { send, ...sending } = useSend<Amendment, Reply<typeof ofEntry.amendment>>(
    'POST',
    ({ eventId }) => addressOf(ofEntry.amendment, { param: { sessionId, eventId } }),
    { refreshes, ...(onDone && { onDone }) },
  )
  return { ...sending, send }
}

/** Takes back an entry, or the whole visit, of the wrong person. */
export const useTakeBack = (sessionId: string, eventId: string | null, onDone: () => void) => {
  const address = eventId
    ? addressOf(ofEntry['take-back'], { param: { sessionId, eventId } })
    : addressOf(ofVisit['take-back'], { param: { sessionId } })
  type Back = (typeof ofVisit)['take-back']
  return useSend<Sent<Back>, Reply<Back>>('POST', address, { refreshes, onDone })
}

/** Says whether an entry that was taken back elsewhere is this patient's. */
export const useAnswerOffer = (sessionId: string, offerId: string) =>
  usePost(ofVisit.offers[':offerId'], { param: { sessionId, offerId } })

/** Who may take a chair, without the one who is signed in. */
export const useColleagues = () => useRoute(session.colleagues, {})

export const useCheckIn = (sessionId: string, onDone: () => void) => useStep(sessionId, ofVisit['check-in'], onDone)

/** The vials of the safe, as they can be drawn from. */
export const useVials = (): SafeVial[] => useRoute(api.substances.vials, {}, { live: ['draw-up', 'receive-vials', 'empty-vial'] })
/** A vial of the safe. */
export type SafeVial = Read<typeof api.substances.vials>[number]
