import { defineEffect } from '../effect.ts'
import { minutes, ngPerMl, nmolPerMl } from '../units.ts'

export const perceptionOlofsen2022 = defineEffect({
  id: 'perception-olofsen-2022',
  title: 'Altered external perception, and pressure pain with it',
  source: {
    citation: 'Olofsen et al. Anesthesiology 2022;136:792–801',
    population: '17 healthy men',
    confidence: 'abstract read: half-life, C50 and both intervals',
  },
  analyte: 'S-ketamine',
  estimatedWith: 'the arterial curve of each man in the study; never with a model shipped here',
  halfLife: { typical: minutes(8.3), low: minutes(5.1), high: minutes(13), basis: 'source' },
  c50: { typical: ngPerMl(121), low: nmolPerMl(0.38), high: nmolPerMl(0.66), basis: 'source' },
  notModelled: [
    'the small antagonism of S-norketamine, whose size was not found; R-ketamine was found to contribute nothing',
    'how steep the effect is and how far it goes',
  ],
  examples: [{ expect: { ke0: 0.0835117 } }],
})
