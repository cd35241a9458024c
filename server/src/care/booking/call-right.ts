import { isInForce, Problem } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { clinicSettings } from '../clinic/store.ts'
import { dateIn } from './calendars.ts'
import { callerOf, callTakers } from './store.ts'

/** Who may speak with a caller today: whoever takes calls and holds a license in force in the state where the caller is, if we work there. */
export const whoMaySpeak = async (ctx: Ctx, tx: Tx, personId: string) => {
  const { state } = await callerOf(tx, personId)
  const { zone, states } = await clinicSettings(tx)
  const today = dateIn(zone, ctx.now())
  const takers = states.includes(state) ? await callTakers(tx) : []
  return takers.filter(({ licenses }) => licenses.some((each) => each.state === state && isInForce(each, today)))
}

/** Refuses with `no-right` whoever may not speak with this caller today. */
export const refuseToSpeak = async (ctx: Ctx, tx: Tx, personId: string, staffId: string): Promise<void> => {
  if ((await whoMaySpeak(ctx, tx, personId)).some(({ id }) => id === staffId)) return
  const { state } = await callerOf(tx, personId)
  throw new Problem('no-right', { staffId }, [{ field: 'right', code: 'takes-calls-licensed-in', params: { state } }])
}
