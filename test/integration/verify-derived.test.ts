// Three of the samples; `bin/test faults` has all of them.
import { SAMPLES } from '../faults/derived/samples/all.ts'
import { describeDerived } from '../faults/derived/show.ts'

const some = SAMPLES.filter(({ stack }) => ['cache', 'jobs', 'hosted'].includes(stack))
describeDerived('what follows from some stacks that are not the workload', some, '10.214.48')
