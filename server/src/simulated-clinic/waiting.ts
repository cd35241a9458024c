import { openAlerts } from '../care/alerts/store.ts'
import { appointmentsOn } from '../care/booking/calls-on.ts'
import { ordersAt } from '../care/planning/store.ts'
import { sessionsAt } from '../care/session/store.ts'
import type { Waiting } from '../platform/auth/simulated.ts'
import { dateAt } from './calendar.ts'

const some = (count: number, one: string, more: string) => (count === 0 ? [] : [`${count} ${count === 1 ? one : more}`])
const sentence = (parts: readonly string[]) => (parts.length === 0 ? 'Nothing waits just now.' : `${parts.join(', ')}.`)

/** What waits for each person of the simulated clinic, in a sentence. */
export const waiting: Waiting = async (ctx, tx) => {
  const today = await appointmentsOn(tx, dateAt(ctx.now()))
  const calls = today.filter(({ kind, state }) => kind === 'call' && state === 'booked').length
  const ids = today.filter(({ kind, state }) => kind === 'infusion' && state === 'booked').map(({ id }) => id)
  const states = (await sessionsAt(tx, ids)).map(({ folded }) => folded.state)
  const running = some(states.filter((state) => state === 'running').length, 'infusion runs', 'infusions run')
  const checks = some(
    states.filter((state) => state === 'cleared').length,
    'waits for its second check',
    'wait for their second check',
  )
  const alerts = some((await openAlerts(tx)).length, 'alert is open', 'alerts are open')
  const booked = some((await ordersAt(tx, ids)).length, 'visit today', 'visits today')
  const callsWait = some(calls, 'call waits', 'calls wait')
  const byRole: Record<string, readonly string[]> = {
    nurse: [...running, ...checks],
    prescriber: [...callsWait, ...alerts, ...running],
    'front desk': [...booked, ...callsWait],
    owner: [...booked, ...alerts],
  }
  const people = await tx.db.selectFrom('account').where('clinicId', '=', tx.clinicId).select(['id', 'roles']).execute()
  return Object.fromEntries(
    people.map(({ id, roles }) => [id, sentence([...new Set(roles.flatMap((role) => byRole[role] ?? []))])]),
  )
}
