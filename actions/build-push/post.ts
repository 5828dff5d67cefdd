import { forgetSecrets } from '../../src/actions/forget-secrets.ts'
import { runPost } from '../../src/actions/run.ts'

await runPost(forgetSecrets)
