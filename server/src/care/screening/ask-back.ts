import { type Answers, birthDoubts, dateOf, heightDoubts, type Improbable, signDoubts, weightDoubts } from '@dripline/clinical'
import type { Ctx, Tx } from '../../platform/context.ts'
import { zoneOf } from '../clinic/store.ts'
import { personOf } from '../people/store.ts'
import { latestAnswers } from './store.ts'

type Asked = Partial<Pick<Answers, 'weightKg' | 'heightCm' | 'dateOfBirth' | 'systolic' | 'diastolic'>>

/** What is unlikely about answers, held against what is on record of the person. */
export const doubtsAbout = async (ctx: Ctx, tx: Tx, personId: string, said: Asked): Promise<Improbable[]> => {
  const { weightKg, heightCm, dateOfBirth, systolic, diastolic } = said
  const zone = await zoneOf(tx)
  const onRecord = (await latestAnswers(tx, personId)).find(({ key }) => key === 'weightKg')
  const last = onRecord && { value: String(onRecord.value), day: dateOf(onRecord.measuredAt.toISOString(), zone) }
  const height = (await personOf(tx, personId))?.heightCm
  return [
    ...(weightKg === undefined ? [] : weightDoubts(weightKg, { weightKg: last, heightCm: heightCm ?? height })),
    ...(heightCm === undefined || weightKg !== undefined ? [] : heightDoubts(heightCm, { weightKg: last, heightCm: height })),
    ...(dateOfBirth === undefined ? [] : birthDoubts(dateOfBirth, dateOf(ctx.now().toISOString(), zone))),
    ...signDoubts({ systolic, diastolic }),
  ]
}
