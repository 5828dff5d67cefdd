import { forgetLogin } from '../../src/actions/docker-login.ts'
import { runPost } from '../../src/actions/run.ts'

await runPost(forgetLogin)
