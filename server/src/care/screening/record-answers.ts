import { type Answers, isUnsafe, safetyKeys } from '@dripline/clinical'
import { type Ctx, staffOf, type Tx } from '../../platform/context.ts'
import { raiseAlert } from '../alerts/raise-alert.ts'
import { refuseUnconfirmed } from '../people/ask-back.ts'
import { insertPersonChange, personOf, setPerson } from '../people/store.ts'
import { doubtsAbout } from './ask-back.ts'
import { insertAnswers } from './store.ts'

type Given = Partial<Answers> & Record<string, string | number | undefined>

/** Appends answers from any writer; one that speaks of danger raises the alert that somebody must own. */
export const recordAnswers = async (
  ctx: Ctx,
  tx: Tx,
  personId: string,
  source: 'form' | 'check-in' | 'follow-up',
  answers: Given,
  at: Date,
  confirmed: readonly string[] = [],
  prefix = source === 'form' ? 'answers.' : '',
): Promise<void> => {
  const askedBack = refuseUnconfirmed(await doubtsAbout(ctx, tx, personId, answers), confirmed, prefix)
  const known = Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value, at }]))
  const ids = await insertAnswers(ctx, tx, personId, source, staffOf(ctx).id, known, askedBack)
  await keepOnPerson(ctx, tx, personId, answers)
  const [cause] = safetyKeys.filter((key) => isUnsafe({ [key]: answers[key] }))
  const causeId = cause && ids.get(cause)
  if (causeId) await raiseAlert(ctx, tx, { personId, kind: 'safety', cause: 'answer', causeId })
}

// Asked once: a date of birth or a height that is answered here stands on the person too, the old value readable behind it.
const keepOnPerson = async (ctx: Ctx, tx: Tx, personId: string, { dateOfBirth, heightCm }: Given) => {
  const given = { ...(dateOfBirth !== undefined && { dateOfBirth }), ...(heightCm !== undefined && { heightCm }) }
  const person = Object.keys(given).length > 0 ? await personOf(tx, personId) : undefined
  if (!person) return
  const changed = Object.entries(given).filter(([field, value]) => person[field as keyof typeof given] !== value)
  if (changed.length === 0) return
  const before = Object.fromEntries(changed.map(([field]) => [field, person[field as keyof typeof given]]))
  await setPerson(tx, personId, Object.fromEntries(changed))
  await insertPersonChange(tx, { id: ctx.newId(), personId, before, changedBy: staffOf(ctx).id, changedAt: ctx.now() })
}
