/** The limits the checks hold doses against; amounts are decimal strings. */
export const doseLimits = {
  weightKg: { least: '30', most: '250' },
  weightDaysInCourse: 14,
  mostDriftPercent: '2',
  outpatientMinutes: 600,
  pumpMlPerHour: { least: '1', most: '999' },
  finalMl: { least: '20', most: '500' },
  mgPerKgPerHour: '1',
  leastMgPerKgPerHour: '0.1',
  mgPerKg: { least: '0.25', most: '3' },
  /** How far bag and strength may lie from the protocol's own: beyond `asked` it is asked, beyond `times` it is refused. */
  bag: { askedPercent: '10', times: '4' },
  weightPercentFromLast: '10',
  bodyMass: { least: '15', most: '50' },
  painTotalMg: { least: '80', most: '200' },
  painMinutes: 120,
  firstHourMgPerKg: '0.5',
  hoursBetween: 24,
  idealPercent: '20',
} as const
