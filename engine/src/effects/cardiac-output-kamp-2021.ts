import { defineCardiacOutput } from '../cardiac-output.ts'
import { minutes, nmolPerMl } from '../units.ts'

export const cardiacOutputKamp2021 = defineCardiacOutput({
  id: 'cardiac-output-kamp-2021',
  title: 'Cardiac output, raised by S-ketamine and lowered by S-norketamine',
  source: {
    citation: 'Kamp et al. Br J Anaesth 2021;127:23–31',
    population: 'healthy men',
    confidence: 'effects read in the abstract, numbers seen in a second source',
  },
  baseline: 6.8,
  raises: { of: 'ketamine', quarter: nmolPerMl(1.68), halfLife: minutes(2.28) },
  lowers: { of: 'norketamine', quarter: nmolPerMl(0.673, 'norketamine'), halfLife: minutes(29.3) },
  observed: 'not this study',
  disagrees: 'At 320 ng/mL these numbers give 20 % at most; Sigtermans 2009 saw 40 to 50 %. Neither is calibrated to the other.',
  examples: [{ ketamineNgPerMl: 320, norketamineNgPerMl: 0, expect: 8.16212 }],
})
