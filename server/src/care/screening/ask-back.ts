import { type Answers, birthDoubts, dateOf, heightDoubts, type Improbable, signDoubts, weightDoubts } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { latestAnswers } from './store.ts'

type Asked = Partial<Pick<Answers, 'weightKg' | 'heightCm' | 'dateOfBirth' | 'systolic' | 'diastolic'>>

const dayWords = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', timeZone: 'UTC' })

/** What is unlikely about answers, held against what is on record of the person. */
export const doubtsAbout = async (ctx: Ctx, tx: Tx, personId: string, said: Asked): Promise<Improbable[]> => {
  const { weightKg, heightCm, dateOfBirth, systolic, diastolic } = said
  const zone = await zoneOf(tx)
  const onRecord = (await latestAnswers(tx, personId)).find(({ key }) => key === 'weightKg')
  const day = (at: Date) => dayWords.format(new Date(`${dateOf(at.toISOString(), zone)}T12:00:00Z`))
  const last = onRecord && { value: String(onRecord.value), day: day(onRecord.measuredAt) }
  const height = (await personOf(tx, personId))?.heightCm
  return [
    ...(weightKg === undefined ? [] : weightDoubts(weightKg, { weightKg: last, heightCm: heightCm ?? height })),
    ...(heightCm === undefined || weightKg !== undefined ? [] : heightDoubts(heightCm, { weightKg: last, heightCm: height })),
    ...(dateOfBirth === undefined ? [] : birthDoubts(dateOfBirth, dateOf(ctx.now().toISOString(), zone))),
    ...signDoubts({ systolic, diastolic }),
  ]
}
