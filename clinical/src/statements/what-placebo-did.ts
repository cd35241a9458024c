import { defineStatement } from '../chart/statement.ts'
import { reliefTwoThirds } from '../claims/relief-two-thirds.ts'

export const whatPlaceboDid = defineStatement({
  id: 'what-placebo-did',
  title: 'What placebo did',
  place: 2,
  text: 'Some people have relief on placebo, without the drug.',
  isTrue: true,
  why: 'In a hospital trial it was {placeboOfTwenty} on placebo, and {reliefOfTwenty} on the drug.',
  claim: reliefTwoThirds.id,
  source: reliefTwoThirds.source,
  basis: 'source',
})
