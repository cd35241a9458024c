/** What a field of a public page says to whoever fills it in. */
export const publicFaults = {
  'please-one-line': 'Please write this on one line, with ordinary letters.',
  'please-shorter': ({ most }: { most: number }) => `That is too long for us: please use at most ${most} characters.`,
  'please-first-and-last-name': 'Please give your first and last name.',
  'please-phone-number': ({ like }: { like: string }) => `Please give a phone number with its area code, such as ${like}.`,
  'please-email': 'Please give an email address, such as name@example.org.',
  'please-email-plain-letters':
    'We cannot write to letters such as é or 李 before the @ yet, and we are sorry. Is there another address we may use?',
  'please-email-shorter': 'That email address is too long: please give one of at most 254 characters.',
} as const
