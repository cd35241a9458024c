import type { SessionEvent } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../../platform/context.ts'
import type { Session } from '../session.ts'
import { closeTasks, openTasksOf } from './store.ts'

/** Closes what was open of doses that are struck: they were not given here. */
export const dropTasksOf = async (ctx: Ctx, tx: Tx, session: Session, struck: readonly SessionEvent[]): Promise<void> => {
  const ids = new Set(struck.map(({ id }) => id))
  const open = (await openTasksOf(tx, session.id)).filter(({ eventId }) => ids.has(eventId))
  await closeTasks(
    tx,
    open.map(({ id }) => id),
    staffOf(ctx).id,
    ctx.now(),
    'The entry was struck',
  )
}
