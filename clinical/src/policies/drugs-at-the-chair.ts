import type { Drug } from '../dose/drug.ts'
import * as folder from '../drugs/index.ts'
import { definePolicy, type ValueDefinition } from '../policy.ts'

const { versions, ...byName } = folder

const proposed = Object.values(byName).flatMap((drug: Drug) => drug.chair.map((dose) => ({ drug, ...dose })))

/** Every drug and route that the list proposes: on the list or off it, usual and highest dose, least time between doses. */
const values: Record<string, ValueDefinition> = Object.fromEntries(
  proposed.flatMap(({ drug, route, usualMg, highestMg, leastMinutes }) => {
    const name = `${drug.id} ${route}`
    const shown = `${drug.title} ${route}`
    const own = { source: drug.source, basis: drug.basis }
    const entries: [string, ValueDefinition][] = [
      [`${name} listed`, { value: true, unit: '', says: `${shown} is on the chair list`, ...own }],
      [
        `${name} usual`,
        { value: usualMg, unit: 'mg', says: `${shown}: usual dose, on the key`, least: '0.001', most: highestMg, ...own },
      ],
      [
        `${name} highest`,
        {
          value: highestMg,
          unit: 'mg',
          says: `${shown}: highest in one visit; above that a prescriber signs`,
          least: '0.001',
          ...own,
        },
      ],
      [
        `${name} minutes`,
        { value: leastMinutes, unit: 'min', says: `${shown}: least time between two doses`, least: 0, most: 1440, ...own },
      ],
    ]
    return entries
  }),
)

export const drugsAtTheChair = definePolicy({
  id: 'drugs-at-the-chair',
  title: 'Drugs that are given in the chair',
  group: 'Drugs at the chair',
  source: 'clinical reference 2.4 and US labels, from memory; to be read by the clinic’s prescriber',
  basis: 'proposed',
  values,
  together: (set) => {
    const above = proposed.find(
      ({ drug, route }) => Number(set[`${drug.id} ${route} usual`]) > Number(set[`${drug.id} ${route} highest`]),
    )
    return above ? `the usual dose of ${above.drug.title} is no more than its highest` : null
  },
  examples: [
    ['ondansetron IV usual', '8', true],
    ['ondansetron IV usual', '40', false],
    ['ondansetron IV minutes', -1, false],
    ['ketorolac IV listed', false, true],
  ],
})
