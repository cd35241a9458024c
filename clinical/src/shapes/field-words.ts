/** What staff call a field, where the name it is sent under would not say it. */
const names: Readonly<Record<string, string>> = {
  spo2: 'SpO₂',
  resp: 'Breaths',
  at: 'Time',
  mg: 'mg',
  ml: 'mL',
  mgPerMl: 'Strength',
  vialMgPerMl: 'Vial strength',
  infusateMg: 'Drug in bag (mg)',
  finalMl: 'Final volume (mL)',
  item9: 'Item 9',
  rateMlPerHour: 'Rate',
  vtbiMl: 'Volume to be infused',
  syringeMl: 'mL in the syringe',
  weightKg: 'Weight',
  weightAt: 'Weighed on',
  heightCm: 'Height',
  bloodPressureRepeated: 'Repeat of the pressure',
  proof: 'Second person',
  vialId: 'Vial',
  lookAgainOn: 'Look again on',
  onDate: 'Day',
  isMet: 'Seen',
  items: 'Items',
  body: 'What was sent',
  q: 'Search',
}

const units: readonly [RegExp, string][] = [
  [/MlPerHour$/, ' (mL/h)'],
  [/MgPerHour$/, ' (mg/h)'],
  [/Mg$/, ' (mg)'],
  [/Ml$/, ' (mL)'],
  [/Kg$/, ' (kg)'],
  [/Cm$/, ' (cm)'],
]

/** A field's name in words, from the path it is sent under: never a path, a key or an index. */
export function fieldWords(path: string): string {
  const own = path.split('.').filter((part) => !/^\d+$/.test(part))
  const key = own.at(-1) ?? ''
  const known = names[key]
  if (known) return known
  const unit = units.find(([pattern]) => pattern.test(key))
  const bare = (unit ? key.replace(unit[0], '') : key).replace(/Ids?$/, '').replace(/^(is|has)(?=[A-Z])/, '')
  const words = bare
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_:]/g, ' ')
    .trim()
    .toLowerCase()
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${unit?.[1] ?? ''}` || 'What was sent'
}

/** A fault as a sentence: a capital, and a full stop where none is there. */
export function sentence(words: string): string {
  const text = words.trim()
  const capital = text.charAt(0).toUpperCase() + text.slice(1)
  return /[.?!]$/.test(capital) ? capital : `${capital}.`
}
