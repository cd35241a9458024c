import { dispositionFaults } from './disposition.ts'
import { type Fault, listFaults, numberFaults, objectFaults, wholeFaults } from './fault.ts'
import type { Metabolite } from './metabolite.ts'

const mostTransit = 20

/** Empty when a parent and all it turns into can be followed; every fault by the name of its substance. */
export function kineticsFaults(kinetics: unknown): Fault[] {
  const faults = objectFaults('kinetics', kinetics, 'an object with parent, metabolites')
  if (faults.length > 0) return faults
  const { parent, metabolites } = kinetics as Record<string, unknown>
  const each = listFaults('metabolites', metabolites, 'a list of metabolites', metaboliteFaults)
  return [...dispositionFaults(parent), ...each, ...(each.length === 0 ? familyFaults(metabolites as Metabolite[]) : [])]
}

function metaboliteFaults(metabolite: unknown, name: string): Fault[] {
  const faults = objectFaults(name, metabolite, 'an object with analyte, from, fraction, transit, disposition, massRatio')
  if (faults.length > 0) return faults
  const { analyte, fraction, transit, disposition, massRatio } = metabolite as Metabolite
  if (typeof analyte !== 'string') return [{ input: `${name}.analyte`, value: analyte, expected: 'the name of a substance' }]
  return [
    ...dispositionFaults(disposition),
    ...numberFaults('fraction', fraction, { min: 0, max: 1 }),
    ...numberFaults('massRatio', massRatio, { above: 0 }),
    ...(transit === 'none' ? [] : transitFaults(transit)),
  ].map((fault) => ({ ...fault, input: `${analyte}.${fault.input}` }))
}

function transitFaults(transit: unknown): Fault[] {
  const faults = objectFaults('transit', transit, "'none', or an object with compartments, rate")
  if (faults.length > 0) return faults
  const { rate, compartments } = transit as Record<string, unknown>
  return [
    ...numberFaults('transit.rate', rate, { above: 0 }),
    ...wholeFaults('transit.compartments', compartments, { min: 1, max: mostTransit }),
  ]
}

/** Each comes from the parent or from one listed before it, only once, and no substance turns into more than itself. */
function familyFaults(metabolites: readonly Metabolite[]): Fault[] {
  const names = ['ketamine', ...metabolites.map(({ analyte }) => analyte)]
  return metabolites.flatMap(({ analyte, from }, i) => {
    const formed = metabolites.slice(0, i + 1).reduce((sum, one) => sum + (one.from === from ? one.fraction : 0), 0)
    return [
      ...(names.indexOf(analyte) === i + 1
        ? []
        : [{ input: `metabolites[${i}].analyte`, value: analyte, expected: 'each substance once' }]),
      ...(names.slice(0, i + 1).includes(from)
        ? []
        : [{ input: `${analyte}.from`, value: from, expected: `one of ${names.slice(0, i + 1).join(', ')}` }]),
      ...(formed <= 1 + 1e-9 ? [] : [{ input: `${analyte}.fraction`, value: formed, expected: `at most 1 of ${from} in all` }]),
    ]
  })
}

/** Empty when every site follows a substance that is there. */
export function sitesFaults(sites: unknown, kinetics: unknown): Fault[] {
  const { metabolites } = (kinetics ?? {}) as { metabolites?: unknown }
  const formed = Array.isArray(metabolites) ? metabolites.map((one: Metabolite | null) => one?.analyte) : []
  const known: readonly unknown[] = ['ketamine', ...formed]
  return listFaults('sites', sites, 'a list of sites', (site, name) => {
    const faults = objectFaults(name, site, 'an object with of, ke0')
    if (faults.length > 0) return faults
    const { of, ke0 } = site as Record<string, unknown>
    return [
      ...numberFaults(`${name}.ke0`, ke0, { above: 0 }),
      ...(known.includes(of) ? [] : [{ input: `${name}.of`, value: of, expected: `one of ${known.join(', ')}` }]),
    ]
  })
}
