import { bayes } from './acceptance/bayes.ts'
import { curves } from './acceptance/curves.ts'
import { derived } from './acceptance/derived.ts'
import { designs } from './acceptance/designs.ts'
import { invariants } from './acceptance/invariants.ts'
import { receptor } from './acceptance/receptor.ts'
import { slowRelief } from './acceptance/relief.ts'
import { structure } from './acceptance/structure.ts'
import { fromRows, type Group } from './group.ts'

export const acceptance: Group = {
  id: 'acceptance',
  title: 'Arithmetic: numbers that an independent program gave',
  about:
    'A subject of 70 kg unless said otherwise, free base, continuous time: a value at the end of an infusion is that of its last instant. ' +
    'The expected numbers come from an exact matrix exponential in another language, checked there against an adaptive solver; those of group I have a closed form; those of group J are zero whatever the numbers. ' +
    'A drawn population is held to four standard errors of its draw.',
  file: import.meta.filename,
  run: () =>
    fromRows([
      ...structure(),
      ...curves(),
      ...slowRelief(),
      ...receptor(),
      ...bayes(),
      ...invariants(),
      ...derived(),
      ...designs(),
    ]),
}
