import { defineCardiacOutput } from '../cardiac-output.ts'

/** An observation at one concentration; there is no curve through it. */
export const cardiacOutputSigtermans2009 = defineCardiacOutput({
  id: 'cardiac-output-sigtermans-2009',
  title: 'Cardiac output at the end of rising steps of S-ketamine',
  source: {
    citation: 'Sigtermans et al. Anesthesiology 2009;111:892–903, doi 10.1097/ALN.0b013e3181b437b1',
    population: '20 healthy volunteers, 10 women, arterial samples',
    confidence: 'abstract read: a rise of 40 to 50 % at up to 320 ng/mL',
  },
  baseline: 'not found',
  raises: 'not found',
  lowers: 'not found',
  observed: { ketamineNgPerMl: 320, rise: { low: 0.4, high: 0.5 } },
  disagrees: 'The numbers of Kamp 2021 give half of this rise at the same concentration. Neither is calibrated to the other.',
  examples: [],
})
