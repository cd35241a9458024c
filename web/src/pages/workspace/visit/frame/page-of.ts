import type { AnyVisit } from '../../../../data/session.ts'

/** The page of a visit, by the screen that its look says it has. Links go to `/visits/:sessionId`, whatever is given there. */
export const pageOf = ({ id, screen }: Pick<AnyVisit, 'id' | 'screen'>): string =>
  screen === 'pump' ? `/visits/${id}` : `/visits/${id}/own`
