import { Temporal } from 'temporal-polyfill'
import { consentEnds } from '../chart/consent.ts'
import { ketamineInfusion, versions } from '../consents/index.ts'
import { clear, defineRule, exclude } from '../rule.ts'
import { saying } from '../words/saying.ts'

const current = versions['ketamine-infusion']

const says = {
  none: 'No consent is signed',
  another: ({ indication }: { indication: string }) => `The signed consent is for ${indication}`,
  changed: 'The consent text has changed since it was signed',
  ended: ({ on }: { on: string }) => `The consent ended on ${on}`,
} as const
const said = saying(says)

export const consent = defineRule({
  id: 'consent',
  covers: ['S49'],
  title: 'Consent is signed, current and for this indication',
  source: 'clinical reference 7.4: again when the text or the indication changes, and yearly',
  basis: 'proposed',
  severity: 'exclude',
  when: ['plan', 'start'],
  reads: ['indication', 'consentFor', 'consentVersion', 'consentSignedOn'],
  says,
  check: ({ indication, consentFor, consentVersion, consentSignedOn }, { today }) => {
    if (consentFor === 'none') return exclude(said('none'))
    if (consentFor !== indication) return exclude(said('another', { indication: consentFor }))
    if (consentVersion !== current) return exclude(said('changed'))
    const ends = consentEnds(ketamineInfusion, consentSignedOn)
    return Temporal.PlainDate.compare(today, ends) >= 0 ? exclude(said('ended', { on: ends.toString() })) : clear
  },
  clearsWhen: 'The person signs the current text for this indication',
  examples: [
    [{ indication: 'pain', consentFor: 'pain', consentVersion: current, consentSignedOn: '2025-11-23' }, 'clear', '2026-11-22'],
    [{ indication: 'pain', consentFor: 'pain', consentVersion: current, consentSignedOn: '2025-11-22' }, 'exclude', '2026-11-22'],
    [
      { indication: 'pain', consentFor: 'pain', consentVersion: '000000000000', consentSignedOn: '2026-11-22' },
      'exclude',
      '2026-11-22',
    ],
    [
      { indication: 'pain', consentFor: 'depression', consentVersion: current, consentSignedOn: '2026-11-22' },
      'exclude',
      '2026-11-22',
    ],
    [{ indication: 'pain', consentFor: 'none', consentVersion: current, consentSignedOn: '2026-11-22' }, 'exclude', '2026-11-22'],
  ],
})
