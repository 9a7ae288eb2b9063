/**
 * The guard: one small `sh` per cluster, detached, parent of the postmaster. It starts PostgreSQL again
 * when somebody kills it, and stops it once no registered client process is alive any more, so that even
 * `kill -9` of the application leaves nothing behind. A client is a file named by its pid that holds the
 * pid's start time (a pid may be given again to another program). A zombie is dead: in a container,
 * nobody may ever wait for it.
 *   $1 postgres  $2 data  $3 sockets  $4 clients  $5 linger (s)  $6 pid of a postmaster that lost its guard, or ''
 *   $7… options of postgres
 */
export const GUARD = `
postgres=$1 data=$2 sockets=$3 clients=$4 linger=$5 pg=$6; shift 6
state() { read -r line < "/proc/$1/stat" && set -- \${line##*) } && echo "$1 \${20}"; } 2>/dev/null
alive() {
  [ -d /proc/self ] || { kill -0 "$1" 2>/dev/null; return; }
  now=$(state "$1") || return 1
  [ "\${now% *}" != Z ] || return 1
  [ -z "$2" ] || [ "\${now#* }" = "$2" ]
}
guard=$clients/../guard.pid
now=$(state $$)
echo "$$ \${now#* }" > "$guard"
leave() {
  stop=1
  if read -r mine < "$guard" && [ "\${mine%% *}" = $$ ]; then rm -f "$guard"; fi 2>/dev/null
  kill -INT "$pg" 2>/dev/null
}
idle=0 stop=0 failures=0
trap leave TERM INT
while [ $stop = 0 ] && [ $failures -lt 3 ]; do
  if [ -z "$pg" ]; then "$postgres" -D "$data" -k "$sockets" "$@" & pg=$!; fi
  seconds=0
  while [ $stop = 0 ] && alive "$pg"; do
    any=0
    for f in "$clients"/*; do
      [ -e "$f" ] || continue
      known=; read -r known < "$f"
      if alive "\${f##*/}" "$known"; then any=1; else rm -f "$f"; fi
    done
    if [ $any = 1 ]; then idle=0; else idle=$((idle+1)); fi
    if [ $idle -ge "$linger" ]; then leave; fi
    sleep 1 & wait $!
    seconds=$((seconds+1))
  done
  wait "$pg"
  pg=
  if [ $seconds -lt 3 ]; then failures=$((failures+1)); else failures=0; fi
done
[ $stop = 1 ] || rm -f "$guard"`
