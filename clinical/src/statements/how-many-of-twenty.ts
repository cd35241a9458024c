import { defineStatement } from '../chart/statement.ts'
import { reliefTwoThirds } from '../claims/relief-two-thirds.ts'

export const howManyOfTwenty = defineStatement({
  id: 'how-many-of-twenty',
  title: 'How many of 20 had relief',
  place: 1,
  text: 'Of 20 people who get ketamine for pain, nearly all have relief.',
  isTrue: false,
  why: 'In a hospital trial in CRPS it was {reliefOfTwenty}. For {noneOfTwenty} nothing changed.',
  claim: reliefTwoThirds.id,
  source: reliefTwoThirds.source,
  basis: 'source',
})
