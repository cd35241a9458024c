import { isStaffPage, type PageMeta } from '../page.ts'

export const publicPlaces = ['How it works', 'What to expect', 'Our results', 'Prices', 'Your page'] as const
export const workPlaces = ['Room', 'Calls', 'Patients', 'Plans', 'Stock', 'Results', 'Lab'] as const

export type MenuLine = { label: string; href: string }

/** The places of a menu that have a page this person may see, in the menu's own order. */
export function menuOf(
  pages: readonly PageMeta[],
  places: readonly string[],
  mood: 'paper' | 'work',
  roles: readonly string[] = [],
): MenuLine[] {
  const mayOpen = (audience: readonly string[] | string) =>
    typeof audience === 'string' || roles.some((role) => audience.includes(role))
  return places.flatMap((label) => {
    const [first] = pages
      .filter((page) => page.place === label && page.mood === mood && !page.path.includes(':'))
      .filter((page) => (isStaffPage(page) ? mayOpen(page.for) : true))
      .sort((a, b) => a.path.length - b.path.length)
    return first ? [{ label, href: first.path }] : []
  })
}
