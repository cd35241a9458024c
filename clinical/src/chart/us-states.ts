export type UsState = {
  readonly code: string
  readonly name: string /** Where most people of the state live. */
  readonly zone: string
}

const inZone = (zone: string, states: Readonly<Record<string, string>>): UsState[] =>
  Object.entries(states).map(([code, name]) => ({ code, name, zone }))

/** The states and the federal district, by name; a licence is held in one of them. */
export const usStates: readonly UsState[] = [
  ...inZone('America/New_York', {
    CT: 'Connecticut',
    DC: 'District of Columbia',
    DE: 'Delaware',
    FL: 'Florida',
    GA: 'Georgia',
    IN: 'Indiana',
    KY: 'Kentucky',
    MA: 'Massachusetts',
    MD: 'Maryland',
    ME: 'Maine',
    MI: 'Michigan',
    NC: 'North Carolina',
    NH: 'New Hampshire',
    NJ: 'New Jersey',
    NY: 'New York',
    OH: 'Ohio',
    PA: 'Pennsylvania',
    RI: 'Rhode Island',
    SC: 'South Carolina',
    VA: 'Virginia',
    VT: 'Vermont',
    WV: 'West Virginia',
  }),
  ...inZone('America/Chicago', {
    AL: 'Alabama',
    AR: 'Arkansas',
    IA: 'Iowa',
    IL: 'Illinois',
    KS: 'Kansas',
    LA: 'Louisiana',
    MN: 'Minnesota',
    MO: 'Missouri',
    MS: 'Mississippi',
    ND: 'North Dakota',
    NE: 'Nebraska',
    OK: 'Oklahoma',
    SD: 'South Dakota',
    TN: 'Tennessee',
    TX: 'Texas',
    WI: 'Wisconsin',
  }),
  ...inZone('America/Denver', {
    CO: 'Colorado',
    ID: 'Idaho',
    MT: 'Montana',
    NM: 'New Mexico',
    UT: 'Utah',
    WY: 'Wyoming',
  }),
  ...inZone('America/Phoenix', { AZ: 'Arizona' }),
  ...inZone('America/Los_Angeles', { CA: 'California', NV: 'Nevada', OR: 'Oregon', WA: 'Washington' }),
  ...inZone('America/Anchorage', { AK: 'Alaska' }),
  ...inZone('Pacific/Honolulu', { HI: 'Hawaii' }),
].sort((a, b) => a.name.localeCompare(b.name))

/** The state with this code, or undefined when there is none. */
export const usStateOf = (code: string): UsState | undefined => usStates.find((state) => state.code === code)

/** The zones of the United States as people call them; a visitor without script chooses among these. */
export const usZones: Readonly<Record<string, string>> = {
  'America/New_York': 'Eastern',
  'America/Chicago': 'Central',
  'America/Denver': 'Mountain',
  'America/Phoenix': 'Arizona',
  'America/Los_Angeles': 'Pacific',
  'America/Anchorage': 'Alaska',
  'Pacific/Honolulu': 'Hawaii',
}
