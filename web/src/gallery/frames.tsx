import { framed, PageDataContext } from '../data/page-data.ts'
import { AlertBadge } from '../ui/alert-badge.tsx'
import { FindPatient } from '../ui/find-patient.tsx'
import { Fold } from '../ui/fold.tsx'
import { NotApproved } from '../ui/not-approved.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { PatientReader } from '../ui/patient-reader.tsx'
import { Policies } from '../ui/policies.tsx'
import { PublicFrame } from '../ui/public-frame.tsx'
import { UserMenu } from '../ui/user-menu.tsx'
import WorkFrame from '../ui/work-frame.tsx'
import { WrittenIn } from '../ui/written-in.tsx'
import { frame } from './answers.ts'
import type { Specimen } from './specimen.ts'

const readInEnglish = {
  ...frame,
  written: { language: 'es' as const, idempotencyKey: 'made-up-key' },
  tongue: 'en' as const,
  address: { plain: '/l/token/check-in' } as never,
}
const withPolicies = {
  ...frame,
  clinic: {
    ...frame.clinic,
    policies: { cancellation: { en: 'Tell us a day before.' }, lateness: { en: 'We wait ten minutes.' } },
  },
}
const user = frame.user ?? { id: '', name: '', roles: [] }

/** What stands around pages. */
export const frames: readonly Specimen[] = [
  {
    file: 'ui/work-frame.tsx',
    states: {
      'the workspace’s bar': (
        <WorkFrame>
          <p>The page.</p>
        </WorkFrame>
      ),
    },
  },
  {
    file: 'ui/public-frame.tsx',
    isPaper: true,
    states: {
      'public pages': (
        <PublicFrame>
          <p>The page.</p>
        </PublicFrame>
      ),
    },
  },
  {
    file: 'ui/not-approved.tsx',
    isPaper: true,
    states: {
      'a text that is not approved in their language': (
        <PatientReader of={{ tongue: 'es', approved: [] }}>
          <NotApproved texts={['after-care']} />
        </PatientReader>
      ),
    },
  },
  {
    file: 'ui/written-in.tsx',
    isPaper: true,
    states: {
      'read in another language than they are written to in': (
        <PageDataContext value={framed({ frame: readInEnglish })}>
          <WrittenIn />
        </PageDataContext>
      ),
    },
  },
  {
    file: 'ui/policies.tsx',
    isPaper: true,
    states: {
      'what the clinic asks': (
        <PageDataContext value={framed({ frame: withPolicies })}>
          <Policies />
        </PageDataContext>
      ),
    },
  },
  { file: 'ui/patient-header.tsx', states: { 'allergies known': <PatientHeader patientId="1" facts="72 kg" /> } },
  { file: 'ui/find-patient.tsx', states: { empty: <FindPatient /> } },
  { file: 'ui/alert-badge.tsx', states: { 'open alerts': <AlertBadge /> } },
  { file: 'ui/user-menu.tsx', states: { folded: <UserMenu user={user} /> } },
  {
    file: 'ui/fold.tsx',
    states: {
      folded: (
        <Fold label="More">
          <a href="/account">My account</a>
        </Fold>
      ),
    },
  },
]
