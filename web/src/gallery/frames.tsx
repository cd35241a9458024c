import { AlertBadge } from '../ui/alert-badge.tsx'
import { FindPatient } from '../ui/find-patient.tsx'
import { Fold } from '../ui/fold.tsx'
import { PatientHeader } from '../ui/patient-header.tsx'
import { PublicFrame } from '../ui/public-frame.tsx'
import { UserMenu } from '../ui/user-menu.tsx'
import WorkFrame from '../ui/work-frame.tsx'
import { frame } from './answers.ts'
import type { Specimen } from './specimen.ts'

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
