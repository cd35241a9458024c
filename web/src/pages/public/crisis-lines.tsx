import { CrisisSaid } from '../../ui/index.tsx'

/** Whom to call now, inside a page that has nothing else to offer. The lines are the clinic's settings. */
export const CrisisLines = () => (
  <p>
    <CrisisSaid />
  </p>
)
