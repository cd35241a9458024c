import { definePolicy } from '../policy.ts'

export const staffing = definePolicy({
  id: 'staffing',
  title: 'How many patients a nurse watches, and when a license is renewed',
  group: 'Second person and witness',
  source: 'clinical reference 3.1: one nurse for at most two patients under sedating infusions',
  basis: 'proposed',
  values: {
    patientsPerNurse: { value: 2, unit: 'patients', says: 'One nurse watches at most so many patients', least: 1, most: 4 },
    patientsAlone: {
      value: 1,
      unit: 'patients',
      says: 'Of those in a first session, paused or past a limit, one nurse watches at most so many',
      least: 1,
      most: 2,
    },
    licenseWarnDays: {
      value: 60,
      unit: 'days',
      says: 'A license is warned about so long before its end',
      least: 14,
      most: 180,
      source: 'renewal notices of state boards go out about two months ahead',
    },
  },
  together: ({ patientsPerNurse, patientsAlone }) =>
    Number(patientsAlone) <= Number(patientsPerNurse) ? null : 'no more of the harder patients than of all',
  examples: [
    ['patientsPerNurse', 3, true],
    ['patientsPerNurse', 8, false],
    ['licenseWarnDays', 90, true],
  ],
})
