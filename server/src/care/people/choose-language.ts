import { Problem } from '@dripline/clinical'
import type { Locale } from '@dripline/clinical/words'
import { sql } from 'kysely'
import { type Ctx, inOneStep, type Tx } from '../../platform/context.ts'
import { insertPersonChange, lockPerson, setPerson } from './store.ts'

const personOfLink = async ({ actor }: Ctx, { db, clinicId }: Tx): Promise<string> => {
  if (actor.kind !== 'link') throw new Problem('not-allowed')
  const asked = sql<{
    personId: string | null
  }>`select person_of_link(${clinicId}, ${actor.purpose}, ${actor.recordId}) as person_id`
  const [found] = (await asked.execute(db)).rows
  if (!found?.personId) throw new Problem('link-unusable', { why: 'unknown' })
  return found.personId
}

/** What somebody says by their own link about the language they are written to in; what stood on their record before stays readable. */
export function chooseLanguage(ctx: Ctx, { language }: { language: Locale }) {
  return inOneStep(ctx, 'choose-language', async (tx) => {
    const personId = await personOfLink(ctx, tx)
    const person = await lockPerson(tx, personId)
    if (!person) throw new Problem('not-found', { personId })
    if (person.language !== language) {
      await setPerson(tx, personId, { language })
      const before = { language: person.language }
      await insertPersonChange(tx, { id: ctx.newId(), personId, before, changedBy: null, changedAt: ctx.now() })
    }
    return { personId, language }
  })
}
