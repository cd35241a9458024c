import { useRouter } from '@tanstack/react-router'

/** Goes to another page of the workspace. */
export function useGo() {
  const { history } = useRouter()
  return (href: string) => history.push(href)
}
