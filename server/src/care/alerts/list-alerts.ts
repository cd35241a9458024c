import { asked, sayPhone } from '@dripline/clinical'
import { z } from 'zod'
import { type Ctx, inClinic, staffOf, type Tx } from '../../platform/context.ts'
import type { Cell } from '../../platform/csv.ts'
import { refusedAmong } from '../../platform/refused-address.ts'
import { shows, showsNobody } from '../../platform/shown.ts'
import { alertCounts, alertsPage } from './store.ts'

const whole = z.coerce.number(asked('whole-number')).int(asked('whole-number')).min(1, asked('at-least-1'))
export const alertsAsked = z.object({
  state: z.enum(['open', 'closed'], asked('open-or-closed')).default('open'),
  owner: z.enum(['anybody', 'nobody', 'me'], asked('anybody-nobody-or-me')).default('anybody'),
  page: whole.max(100_000, asked('page-that-can-be')).default(1),
})
export type AlertsAsked = z.output<typeof alertsAsked>

export const ALERTS_A_PAGE = 25

/** A page of alerts: open ones the longest open first, closed ones the last closed first; and how many there are. */
export function listAlerts(ctx: Ctx, { state, owner, page }: AlertsAsked) {
  return inClinic(ctx, 'read-alerts', async (tx) => {
    const me = staffOf(ctx).id
    const { total, alerts } = await alertsPage(tx, {
      state,
      owner: ownerOf(owner, me),
      skip: (page - 1) * ALERTS_A_PAGE,
      take: ALERTS_A_PAGE,
    })
    const refused = await refusedAmong(tx, [...new Set(alerts.map(({ email }) => email))])
    const marked = alerts.map((alert) => ({ ...alert, lettersComeBack: refused.has(alert.email) }))
    return shows(alerts, { alerts: marked, total, size: ALERTS_A_PAGE, counts: await alertCounts(tx, me) })
  })
}

const ownerOf = (owner: AlertsAsked['owner'], me: string) => (owner === 'me' ? me : owner === 'nobody' ? null : undefined)

/** How many alerts are open, and how many of them nobody owns: for the bar over every page. */
export function countAlerts(ctx: Ctx) {
  return inClinic(ctx, 'count-alerts', async (tx) => showsNobody(await alertCounts(tx, staffOf(ctx).id)))
}

export const alertsHead = ['Raised', 'About', 'Phone', 'Kind', 'Cause', 'Owner', 'Closed', 'Closed by', 'What was done']

/** Every alert of a state, for a file. */
export function exportAlerts(ctx: Ctx, { state }: Pick<AlertsAsked, 'state'>): Promise<Cell[][]> {
  return inClinic(ctx, 'export-alerts', async (tx: Tx) => {
    const { alerts } = await alertsPage(tx, { state, owner: undefined, skip: 0, take: null })
    const rows = alerts.map((a): Cell[] => [
      a.raisedAt,
      a.name,
      sayPhone(a.phone),
      a.kind,
      a.cause,
      a.owner,
      a.closedAt,
      a.closedBy,
      a.action,
    ])
    return shows(alerts, rows)
  })
}
