import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);const __filename = import.meta.filename;const __dirname = import.meta.dirname;

// src/cluster/providers/dind/template-scripts.rules.ts
var READ = "cat /machine/template/references 2>/dev/null || :";
var EMPTY = "rm -rf /machine/template.new; mkdir /machine/template.new";
var KEEP = `set -e
registry=$1; shift
cd /machine/template.new
for entry in * .[!.]*; do case "$entry" in overlay2|image) ;; *) rm -rf "./$entry" ;; esac; done
find image/overlay2/distribution/v2metadata-by-diffid -type f -exec sed -i \\
  's|{"Digest":"\\([^"]*\\)","SourceRepository":"docker.io/\\([^"]*\\)","HMAC":""}|&,{"Digest":"\\1","SourceRepository":"'"$registry"'/\\2","HMAC":""}|g' {} +
printf '%s\\n' "$@" > references
rm -rf ../template; mv ../template.new ../template; sync`;
var SHELVE = `set -e
cd "/machine$1" 2>/dev/null || exit 0
[ -d docker ] && [ ! -e "/machine$2/docker" ] || exit 0
mv docker "/machine$2/docker"`;

export {
  READ,
  EMPTY,
  KEEP,
  SHELVE
};
