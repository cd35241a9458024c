import { defineBlock } from '../receptor.ts'

export const magnesiumBlockJahrStevens1990 = defineBlock({
  id: 'magnesium-block-jahr-stevens-1990',
  title: 'How much of the NMDA current magnesium lets through at a membrane voltage',
  source: {
    citation: 'Jahr & Stevens. J Neurosci 1990;10:3178–3182',
    population: 'single channels in cell membranes',
    confidence: 'equation seen alike in many published neuron models',
  },
  /** 1/mV, and mmol/L. */
  perMillivolt: 0.062,
  halfBlock: 3.57,
  examples: [
    { millivolt: -80, magnesium: 1, expect: 0.0244247 },
    { millivolt: -65, magnesium: 1, expect: 0.0596682 },
    { millivolt: -60, magnesium: 1, expect: 0.0796264 },
    { millivolt: -40, magnesium: 1, expect: 0.230155 },
    { millivolt: 0, magnesium: 1, expect: 0.781182 },
  ],
})
