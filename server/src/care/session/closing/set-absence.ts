import { Problem } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../../platform/context.ts'
import { type Absence, insertAbsence, staffMember } from '../../clinic/store.ts'
import type { Deciding } from './deciding.ts'
import { changeAndSettle } from './settle.ts'
import { seeTouched } from './touched.ts'

const set = (ctx: Ctx, absence: Absence) => async (tx: Tx) => {
  const { staffId, firstDay, lastDay } = absence
  if (!(await staffMember(tx, staffId))) throw new Problem('not-found', { staffId })
  if (lastDay < firstDay) throw new Problem('not-valid', {}, [{ field: 'lastDay', code: 'day-not-before-first', value: lastDay }])
  const id = ctx.newId()
  await insertAbsence(tx, { ...absence, id, enteredBy: staffOf(ctx).id, enteredAt: ctx.now() })
  return { absenceId: id, staffId, firstDay, lastDay }
}

/** Offers nobody's time who is away, from the first to the last day (YYYY-MM-DD); each booking then is passed on, kept, moved or canceled, and told. */
export function setAbsence(ctx: Ctx, { decided, words, ...absence }: Absence & Deciding) {
  return changeAndSettle(ctx, 'set-absence', { decided, words }, set(ctx, absence))
}

/** Which bookings stand on days on which somebody is to be away. */
export function seeSetAbsence(ctx: Ctx, absence: Absence) {
  return seeTouched(ctx, set(ctx, absence))
}
