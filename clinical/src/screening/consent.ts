import { Temporal } from 'temporal-polyfill'
import { consentEnds } from '../chart/consent.ts'
import { ketamineInfusion, versions } from '../consents/index.ts'
import { clear, defineRule, exclude } from '../rule.ts'

const current = versions['ketamine-infusion']

export const consent = defineRule({
  id: 'consent',
  covers: ['S49'],
  title: 'Consent is signed, current and for this indication',
  source: 'clinical reference 7.4: again when the text or the indication changes, and yearly',
  basis: 'proposed',
  severity: 'exclude',
  when: ['plan', 'start'],
  reads: ['indication', 'consentFor', 'consentVersion', 'consentSignedOn'],
  check: ({ indication, consentFor, consentVersion, consentSignedOn }, { today }) => {
    if (consentFor === 'none') return exclude('No consent is signed')
    if (consentFor !== indication) return exclude(`The signed consent is for ${consentFor}`)
    if (consentVersion !== current) return exclude('The consent text has changed since it was signed')
    const ends = consentEnds(ketamineInfusion, consentSignedOn)
    return Temporal.PlainDate.compare(today, ends) >= 0 ? exclude(`The consent ended on ${ends}`) : clear
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
