import { visitTime } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import type { Session } from './session.ts'

/** The visit's own time now (ISO): never before its newest entry, and carried on by a reading that no clock can step. */
export function nowIn(ctx: Ctx, { events }: Pick<Session, 'events'>): string {
  return visitTime(events, ctx.now().toISOString(), ctx.stamp())
}
