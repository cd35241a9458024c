/** The limits the checks hold doses against; amounts are decimal strings. */
export const doseLimits = {
  weightKg: { least: '30', most: '250' },
  weightDaysInCourse: 14,
  mostDriftPercent: '2',
  outpatientMinutes: 600,
  pumpMlPerHour: { least: '1', most: '999' },
  finalMl: { least: '20', most: '500' },
  mgPerKgPerHour: '1',
  painTotalMg: { least: '80', most: '200' },
  painMinutes: 120,
  firstHourMgPerKg: '0.5',
  hoursBetween: 24,
  idealPercent: '20',
} as const
