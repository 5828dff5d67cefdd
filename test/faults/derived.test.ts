import { SAMPLES } from './derived/samples/all.ts'
import { describeDerived } from './derived/show.ts'

describeDerived('what follows from stacks that are not the workload', SAMPLES, '10.214.47')
