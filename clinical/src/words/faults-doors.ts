/** What the doors of the server ask: sign-in, second person, request. */
export const doorFaults = {
  'name-for-this-passkey': 'a name for this passkey',
  'address-no-one-here-uses-yet': 'an address no one here uses yet',
  'someone-at-this-clinic': 'someone at this clinic',
  'your-email-address': 'your email address',
  'your-password': 'your password',
  ticket: 'the ticket',
  'code-of-your-app-or-recovery': 'a code of your app, or a recovery code',
  'six-figures-app-shows-now': 'the six figures the app shows now',
  'at-least-characters-length-is-all': ({ least }: { least: string | number }) =>
    `at least ${least} characters; length is all that counts`,
  'something-else-than-your-own-name': 'something else than your own name or address',
  'phrase-that-is-not-among-first': 'a phrase that is not among the first anybody would try; four words of your own do',
  'six-figures': 'six figures',
  'six-figures-that-are-not-row': 'six figures that are not a row and not the same over and over',
  'name-of-act-like-draw-up': 'the name of an act, like draw-up',
  'who-second-person-is': 'who the second person is',
  'ticket-and-code-or-recovery-code': 'a ticket, and a code or a recovery code',
  'someone-of-this-tablet': 'someone of this tablet',
  'host-name': 'a host name',
  'what-browser-gave-for-passkey': 'what the browser gave for the passkey',
  'what-browser-gave-for-new-passkey': 'what the browser gave for the new passkey',
  'words-of-10-to-300': '10 to 300 characters, like: seen in person, badge shown',
  'whole-form': 'a whole form',
  '8-to-100-visible-characters': '8 to 100 visible characters',
  'at-most-levels': ({ deepest }: { deepest: string | number }) => `at most ${deepest} levels`,
  'text-of-whole-characters-without-nul': 'text of whole characters, without NUL',
  'application-json': 'application/json',
  'whole-json-or-whole-form': 'whole JSON, or a whole form',
  'id-of-device-with-place': 'the id of the device, with Entry-Place',
  'place-with-device': 'a whole number from 1, with Entry-Device',
  '1-to-60-visible-characters': '1 to 60 visible characters',
  'open-account-for-act': ({ act }: { act: string }) => `an open account, to take part in: ${act}`,
  'role-for-act': ({ act, roles }: { act: string; roles: readonly string[] }) =>
    `the role ${roles.join(' or ')}, to take part in: ${act}`,
  'license-for-act': ({ act, license, states }: { act: string; license: 'any' | 'prescribing'; states: readonly string[] }) => {
    const place = states.length === 0 ? 'the clinic’s state' : states.join(' or ')
    return `${license === 'prescribing' ? 'a prescribing license' : 'a license'} in ${place}, in force on the day, to take part in: ${act}`
  },
} as const
