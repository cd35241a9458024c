/**
 * Inside the engine: mg, L, min, kg. Nothing else in the engine multiplies by 60 or 1000.
 * `hours(4)` reads a quantity into the engine's unit; `inHours(t)` reads it out again.
 */
const minutesPerHour = 60
const minutesPerDay = 1440
const ngPerMlPerMgPerL = 1000
const nmolPerMmol = 1e6

/** Molar masses in g/mol. */
export const molarMass = {
  ketamine: 237.725,
  ketamineHydrochloride: 274.19,
  norketamine: 223.7,
  hydroxynorketamine: 239.7,
} as const

/** Heights, for formulas drawn in inches. */
const cmPerInch = 2.54
export const inches = (cm: number) => cm / cmPerInch
export const inCm = (n: number) => n * cmPerInch

/** Pounds (avoirdupois, exact) read in. */
export const kilograms = (pounds: number) => pounds * 0.45359237

export const minutes = (n: number) => n
export const hours = (n: number) => n * minutesPerHour
export const days = (n: number) => n * minutesPerDay
export const inHours = (min: number) => min / minutesPerHour
export const inDays = (min: number) => min / minutesPerDay

export const perHour = (n: number) => n / minutesPerHour
export const mgPerHour = (n: number) => n / minutesPerHour
export const inMgPerHour = (mgPerMin: number) => mgPerMin * minutesPerHour
export const litresPerHour = (n: number) => n / minutesPerHour
export const inLitresPerHour = (litresPerMin: number) => litresPerMin * minutesPerHour

export const ngPerMl = (n: number) => n / ngPerMlPerMgPerL
export const inNgPerMl = (mgPerL: number) => mgPerL * ngPerMlPerMgPerL

/** nmol/mL (the same number as µmol/L) of ketamine, or of the substance named, into mg/L. */
export const nmolPerMl = (n: number, of: keyof typeof molarMass = 'ketamine') => (n * molarMass[of]) / ngPerMlPerMgPerL

/** mg/L of a substance read out in nmol/L. */
export const inNmolPerLitre = (mgPerL: number, of: keyof typeof molarMass) => (mgPerL * nmolPerMmol) / molarMass[of]

/** AUC in mg·min/L read out as ng·h/mL. */
export const inNgHourPerMl = (mgMinPerL: number) => inHours(inNgPerMl(mgMinPerL))

/** The free base in a mass of ketamine hydrochloride; the engine counts base only. */
export const baseOfHydrochloride = (mg: number) => (mg * molarMass.ketamine) / molarMass.ketamineHydrochloride
