import { defineStatement } from '../chart/statement.ts'
import { crisisLineAnyHour } from '../claims/crisis-line-any-hour.ts'

export const inACrisis = defineStatement({
  id: 'in-a-crisis',
  title: 'In a crisis',
  place: 6,
  text: 'In a crisis I call or text a crisis line, and do not wait for the free call.',
  isTrue: true,
  why: 'A crisis line answers {when}. The free call is on a day to come.',
  claim: crisisLineAnyHour.id,
  source: crisisLineAnyHour.source,
  basis: 'source',
})
