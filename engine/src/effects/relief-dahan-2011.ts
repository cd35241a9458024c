import { defineEffect } from '../effect.ts'
import { days, ngPerMl } from '../units.ts'

export const reliefDahan2011 = defineEffect({
  id: 'relief-dahan-2011',
  title: 'The long relief of pain after ketamine: an effect site that fills and empties over days',
  source: {
    citation: 'Dahan et al. Eur J Pain 2011;15:258–267, doi 10.1016/j.ejpain.2010.06.016',
    population: '60 adults with complex regional pain syndrome type 1; S-ketamine or placebo over 100 hours',
    confidence: 'abstract read; the equations are inferred from it, since the full text was not available',
  },
  analyte: 'S-ketamine',
  estimatedWith: 'the venous curve of each patient in the study; its parameters were not found',
  halfLife: { typical: days(10.9), low: days(5.3), high: days(20.5), basis: 'source' },
  c50: { typical: ngPerMl(10.5), low: ngPerMl(4.37), high: ngPerMl(21.2), basis: 'source' },
  emax: { value: 1, basis: 'inferred' },
  gamma: { value: 1, basis: 'inferred' },
  responder: { typical: 0.67, standardError: 0.1, basis: 'source' },
  placebo: { typical: 0.23, standardError: 0.09, basis: 'source' },
  notModelled: [
    'baseline pain, the course of the placebo response, the spread between patients and the residual error, none of which the abstract gives',
    'R-ketamine and norketamine',
    'relief during an infusion, which has a fast site of its own',
  ],
  examples: [{ expect: { ke0: 4.41608e-5 } }],
})
