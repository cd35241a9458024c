import { addAdministration, addProtocol } from '@dripline/clinical'
import { givenAtOnce } from './testing-administration.ts'
import { injectedOnce, oneInjection, unbooked } from './testing-injection.ts'
import { oneAtOnce } from './testing-protocol.ts'

// Known once a process, whichever of the tests is first.
addAdministration(givenAtOnce)
addAdministration(injectedOnce)
for (const each of [oneAtOnce, oneInjection, unbooked]) addProtocol(each)
