import { type Answers, type Indication, wellPerson } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import { addPerson } from '../people/add-person.ts'

/** A woman of 44 with nothing that stands in the way of an infusion. */
export const wellAnswers = (indication: Indication = 'pain'): Partial<Answers> => ({
  ...wellPerson(indication),
  dateOfBirth: '1982-03-01',
  weightKg: '72',
  heightCm: '172',
})

/** A caller who phoned. */
export const caller = async (ctx: Ctx, name = 'Clover Samplett'): Promise<string> => {
  const about = { name, email: 'clover@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
  return (await addPerson(ctx, about)).personId
}
