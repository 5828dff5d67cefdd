// What is done on the engine's machine to the stores that nodes and registry begin with. Its folder of nodes, or as a
// whole where two folders are given, is /machine.

/** Prints the references that the template was filled with; nothing when there is none. */
export const READ = 'cat /machine/template/references 2>/dev/null || :'
export const EMPTY = 'rm -rf /machine/template.new; mkdir /machine/template.new'

/**
 * Keeps images and layers alone: what else the engine wrote is its own life. The engine has noted for each layer that
 * docker.io has it; the cluster's registry (the first argument) has it in a repository of the same name, and that is
 * noted beside it. So a push of an image that is built on it mounts the layer there as it is. Without the note the
 * layer would be packed anew, under a digest that no node knows, and each would fetch and unpack it once more.
 */
export const KEEP = `set -e
registry=$1; shift
cd /machine/template.new
for entry in * .[!.]*; do case "$entry" in overlay2|image) ;; *) rm -rf "./$entry" ;; esac; done
find image/overlay2/distribution/v2metadata-by-diffid -type f -exec sed -i \\
  's|{"Digest":"\\([^"]*\\)","SourceRepository":"docker.io/\\([^"]*\\)","HMAC":""}|&,{"Digest":"\\1","SourceRepository":"'"$registry"'/\\2","HMAC":""}|g' {} +
printf '%s\\n' "$@" > references
rm -rf ../template; mv ../template.new ../template; sync`

/** Moves a registry's store from the folder $1 into the folder $2, if there is one and $2 has none. */
export const SHELVE = `set -e
cd "/machine$1" 2>/dev/null || exit 0
[ -d docker ] && [ ! -e "/machine$2/docker" ] || exit 0
mv docker "/machine$2/docker"`
