import type { Answers, Indication } from '@dripline/clinical'
import type { Ctx } from '../../platform/context.ts'
import { addPerson } from '../people/add-person.ts'

/** A woman of 44 with nothing that stands in the way of an infusion. */
export const wellAnswers = (indication: Indication = 'pain'): Partial<Answers> => ({
  indication,
  dateOfBirth: '1982-03-01',
  ketamineAllergy: 'no',
  pregnancy: 'not-possible',
  psychosis: 'no',
  mania: 'no',
  systolic: 128,
  diastolic: 78,
  unstableAngina: 'no',
  recentHeartEvent: 'no',
  failingHeart: 'no',
  severeValveDisease: 'no',
  vesselMalformation: 'no',
  brainBleed: 'no',
  raisedBrainPressure: 'no',
  liver: 'none',
  activeSubstanceUse: 'no',
  ketamineMisuse: 'no',
  confusion: 'no',
  decidesForSelf: 'yes',
  safetyQuestion: 'no',
  weightKg: '72',
  heightCm: '172',
  ...(indication === 'pain' && { painCondition: 'crps', painMonths: 24, treatmentsTried: 2 }),
})

/** A caller who phoned. */
export const caller = async (ctx: Ctx, name = 'Clover Samplett'): Promise<string> => {
  const about = { name, email: 'clover@example.test', phone: '+15405550142', state: 'VA', zone: 'America/New_York' }
  return (await addPerson(ctx, about)).personId
}
