import type { Ctx, Tx } from '../../platform/context.ts'
import { insertAlert } from './store.ts'

export type RaiseAlert = {
  personId: string
  /** What it is about, in one or two words: `safety`, `worse`. */
  kind: string
  /** What raised it: `answer`, `session event`, `assessment`. */
  cause: string
  causeId: string
}

/** Raises an alert in this step that somebody must own and close; the same cause raises it once. Gives its id. */
export const raiseAlert = (ctx: Ctx, tx: Tx, alert: RaiseAlert): Promise<string> =>
  insertAlert(tx, { id: ctx.newId(), ...alert, raisedAt: ctx.now() })
