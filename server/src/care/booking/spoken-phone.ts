import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A stored number as people here read it; one from abroad keeps its country's code. */
export const spokenPhone = (phone: string): string => {
  const number = parsePhoneNumberFromString(phone)
  if (!number) return phone
  return number.countryCallingCode === '1' ? number.formatNational() : number.formatInternational()
}
