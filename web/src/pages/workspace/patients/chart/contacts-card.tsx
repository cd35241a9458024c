import type { ChartData } from '../../../../data/chart.ts'
import { Card, Link, sayPhone } from '../../../../ui/index.tsx'

/** The number to call; everything else is on the contacts page. */
export const ContactsCard = ({ person: { id, phone, email } }: Pick<ChartData, 'person'>) => (
  <Card title="Contacts" aside={<Link href={`/patients/${id}/contacts`}>All contacts</Link>}>
    <p>
      <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{sayPhone(phone)}</a>
      <br />
      {email}
    </p>
    <p>
      <Link href={`/patients/${id}/waiting`}>Waiting list</Link>
    </p>
  </Card>
)
